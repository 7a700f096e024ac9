/** One widget drawn without a browser, by @lit-labs/ssr. */
import { LitElementRenderer } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { renderValue } from '@lit-labs/ssr/lib/render-value.js';
import type { DocumentKind } from '../api/document-kinds.js';
import { languageFor, loadLanguage, translator } from '../i18n/translator.js';
import { staticMarkup } from './prerender-static.js';

/** What of a widget is asked here; some of it is protected, and this is its one other reader. */
interface Inside {
  readonly shape?: { readonly kind: DocumentKind };
  readonly documentIds?: { readonly area?: string; readonly campaign?: string };
  readonly documentState?: { readonly status: string; readonly error?: Error };
  readonly pageContext: { language: string; theme: 'light' | 'dark' };
  readonly indicator?: unknown;
  readonly at?: unknown;
  /** What has to be there before it is drawn: the borders of a map. */
  serverLoad?(): Promise<void>;
  willUpdate(changed: Map<PropertyKey, unknown>): void;
  render(): unknown;
  /** Draws that a document has nothing for the widget. */
  renderNothing?(shown: unknown): unknown;
  renderEmpty?(): unknown;
}

export interface Setting {
  readonly attributes: ReadonlyMap<string, string>;
  readonly lang: string | undefined;
  readonly theme: string | undefined;
  /** What the page says between the tags. */
  readonly text: string;
}

export interface Drawn {
  /** The inside of the shadow root, without styles. */
  readonly markup: string;
  readonly css: string;
}

/** Sentences on how to use the keyboard. */
const HINTS = ['keyHelp', 'chartKeys', 'chartHint', 'pickHint'] as const;

/** The list of a map's figures, which only a page without scripts has. */
const LIST_OF_AREAS = {
  vi: { title: 'Số liệu từng địa bàn', others: 'Các địa bàn khác' },
  en: { title: 'Figures of each area', others: 'All other areas' },
} as const;

/** True for a drawing without words, or one that only says that there is no figure and no team. */
function isEmpty(drawn: string, t: ReturnType<typeof translator>): boolean {
  const has = (text: string): boolean => drawn.includes(text);
  return (
    !drawn.replace(/<[^>]*>/g, '').trim() ||
    (has('class="figure missing"') && !has('part="source"')) ||
    (has(t('rosterEmpty')) && !has('part="counts"')) ||
    (has('class="shape none"') && !/class="shape c\d/.test(drawn))
  );
}

/** A widget on its way to be drawn: first it says which document it shows, then it gets it. */
export class ServerWidget {
  private readonly renderer: LitElementRenderer;
  private readonly inside: Inside;

  constructor(
    readonly name: string,
    private readonly setting: Setting,
  ) {
    this.renderer = new LitElementRenderer(name);
    for (const [key, value] of setting.attributes) this.renderer.setAttribute(key, value);
    this.inside = this.renderer.element as unknown as Inside;
    Object.defineProperty(this.inside, 'textContent', { value: setting.text });
  }

  /** The kind of its document; undefined where it shows none. */
  get kind(): DocumentKind | undefined {
    return this.inside.shape?.kind;
  }

  /** What names the document, beside `src`, `api` and `bundle`. */
  get subject(): { area: string | undefined; campaign: string | undefined } {
    const { area, campaign } = this.inside.documentIds ?? {};
    return { area, campaign };
  }

  /** Draws it with a document; throws what is wrong with that. */
  async draw(data: unknown): Promise<Drawn> {
    const { inside, renderer } = this;
    const language = languageFor(this.setting.lang);
    await loadLanguage(language);
    inside.pageContext.language = language;
    inside.pageContext.theme = this.setting.theme === 'dark' ? 'dark' : 'light';
    if (data !== undefined) renderer.setProperty('data', data);
    inside.renderNothing = this.refuse;
    inside.renderEmpty = this.refuse;
    renderer.connectedCallback();
    const { status, error } = inside.documentState ?? { status: 'ready' };
    if (status !== 'ready') throw error ?? new Error(`it is ${status}`);
    if (inside.serverLoad) {
      await inside.serverLoad();
      inside.willUpdate(new Map());
    }
    const result = renderValue(inside.render(), {
      elementRenderers: [LitElementRenderer],
      customElementInstanceStack: [renderer],
      customElementHostStack: [renderer],
      eventTargetStack: [],
      slotStack: [],
      deferHydration: false,
    });
    const drawn = (await collectResult(result)).replace(/<!--\/?lit-[^>]*-->|<\?>/g, '');
    const t = translator(language);
    if (this.kind && isEmpty(drawn, t)) this.refuse();
    return {
      markup: await staticMarkup(
        drawn,
        { ...LIST_OF_AREAS[language === 'en' ? 'en' : 'vi'], noData: t('noData') },
        HINTS.map((key) => t(key)),
      ),
      css: this.css,
    };
  }

  /** The text of the page is better than a sentence that there is nothing, so the tag stays as it is. */
  private readonly refuse = (): never => {
    const { indicator, at } = this.inside;
    const asked = [indicator, at].filter(Boolean).join(', ');
    throw new Error(`the document has nothing for it${asked && `: ${asked}`}`);
  };

  private get css(): string {
    const { elementStyles = [] } = this.renderer.element.constructor as {
      elementStyles?: readonly { readonly cssText: string }[];
    };
    return elementStyles.map(({ cssText }) => cssText).join('\n');
  }
}
