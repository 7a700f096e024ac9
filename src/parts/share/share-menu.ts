/** What a widget's menu offers beside its figures: pictures to share and the embed code. Loaded with the first menu. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { apiBase, documentAt, siteFolder } from '../../data/address-parts.js';
import { wholeAddress } from '../../data/addresses.js';
import { ownGlobal, pageBase } from '../../data/page-base.js';
import { settings } from '../../data/settings.js';
import type { Wording } from '../../i18n/figures.js';
import { languageFor, translator, useTexts } from '../../i18n/translator.js';
import type { TextKey } from '../../i18n/vi.js';
import { viShare } from '../../i18n/vi.share.js';
import { addStyles } from '../base/late-styles.js';
import { selectOf } from '../base/select-field.js';
import { choiceStyles } from '../styles/fields.styles.js';
import { saveAsSeen } from './as-seen.js';
import { codeOf, takesMany, type CodeChoice, type Facts, type Form } from './embed-codes.js';
import { loadManifest, type Manifest } from './release.js';
import { wordsOf } from './sentence.js';
import { saveShareCard, type MapAt } from './share-card.js';
import { shareStyles } from './share.styles.js';

/** A widget with a menu. */
export type ShareHost = LitElement & {
  readonly api?: string | undefined;
  readonly src?: string | undefined;
  readonly area?: string | undefined;
  readonly indicator?: string;
  readonly campaign?: string | undefined;
  readonly noDownload: boolean;
};

/** What one kind of widget has of its own. */
export interface ShareAdditions {
  /** What the reader has chosen, as attributes. */
  readonly chosen?: () => Readonly<Record<string, string | undefined>>;
  /** Choices before the share picture. */
  readonly items?: (heading: string) => readonly ShareItem[];
  readonly mapAt?: MapAt;
  readonly name?: () => string;
}

export interface ShareItem {
  readonly label: string;
  /** What it does; a promise that is rejected is told to the reader. */
  readonly choose: () => unknown;
}

/** Widgets whose picture is their box as it is seen: the whole box, or only its head. */
const AS_SEEN: Readonly<Record<string, string>> = {
  'tcns-kpi-card': 'whole',
  'tcns-service-guide': 'whole',
  'tcns-team-roster': 'head',
};
const FORMS: readonly (readonly [Form, TextKey])[] = [
  ['tag', 'embedTag'],
  ['frame', 'embedFrame'],
  ['oembed', 'embedLink'],
  ['wordpress', 'embedWordpress'],
];
/**
 * Attributes that the code leaves out: it writes API, area and indicator itself, and a visitor's address, an id or a
 * class belong to this page alone.
 */
const LEFT_OUT =
  /^(api|src|bundle|adapter|area|indicator|campaign|lang|theme|url-state|heading-level|style|class|id)$/;

/** The language that the widget shows now, and its texts. */
export function wordingOf(host: ShareHost): Wording {
  const language = languageFor(host.renderRoot.querySelector<HTMLElement>('.root')?.lang);
  return { language, t: translator(language) };
}

const fileName = (text: string): string => text.replace(/[^\w.-]+/g, '-');

export class ShareMenu {
  private open = false;
  private form: Form = 'tag';
  private announced: TextKey | undefined;
  private title = '';
  private release: Manifest | undefined;

  constructor(
    private readonly host: ShareHost,
    private readonly additions: ShareAdditions = {},
  ) {
    useTexts(viShare);
    addStyles(host, choiceStyles);
    addStyles(host, shareStyles);
  }

  /** The choices of the menu of a widget with a title. */
  items(title: string): ShareItem[] {
    const { host, additions } = this;
    const { t } = wordingOf(host);
    const root = host.renderRoot;
    // The mark stays on one line of a picture.
    const mark = t('sample').replace(/ /g, '\u00a0');
    const heading = root.querySelector('.title .badge') ? `${title} (${mark})` : title;
    const name =
      additions.name?.() ?? fileName(`${host.localName}-${this.area ?? ''}`.replace(/-$/, ''));
    const kind = AS_SEEN[host.localName];
    const pictures = [
      ...(additions.items?.(heading) ?? []),
      ...(kind ? [{ label: t('pngDownload'), choose: () => saveAsSeen(root, name, kind) }] : []),
      {
        label: t('sharePng'),
        choose: () =>
          saveShareCard(root, { heading, name: `${name}-1200x630`, mapAt: additions.mapAt }),
      },
    ];
    this.title = title;
    return [
      ...(host.noDownload ? [] : pictures),
      ...(this.source
        ? [{ label: t(this.open ? 'embedClose' : 'embed'), choose: this.toggle }]
        : []),
    ];
  }

  /** The panel with the code; nothing while it is closed. */
  view(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { choice, form } = this;
    const facts = this.factsOf(choice);
    if (!facts) return nothing;
    const { t } = wordingOf(this.host);
    return html`<div
      class="share"
      role="group"
      aria-label=${t('embedTitle', { title: this.title })}
      @keydown=${this.leave}
    >
      <p class="muted">${t('embedHint')}</p>
      <label
        >${t('embedForm')}
        ${selectOf(
          FORMS.map(([one, key]) => [one, t(key)] as const),
          form,
          this.choose,
          t('embedForm'),
        )}</label
      >
      <textarea
        readonly
        rows="6"
        spellcheck="false"
        aria-label=${t('embedTitle', { title: this.title })}
        .value=${codeOf(form, choice, facts)}
        @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
      ></textarea>
      <div class="share-acts">
        <button class="link" @click=${this.copy}>${t('embedCopy')}</button>
        <button class="link" @click=${this.toggle}>${t('embedClose')}</button>
        <span role="status">${this.announced ? t(this.announced) : nothing}</span>
      </div>
    </div>`;
  }

  private get area(): string | undefined {
    return (
      this.additions.chosen?.()['area'] ?? this.host.area ?? documentAt(this.host.src ?? '')?.id
    );
  }

  /** What is shown, with the choices of the reader. */
  private get choice(): CodeChoice {
    const { host } = this;
    const widget = host.localName.replace(/^tcns-/, '');
    const { observedAttributes } = host.constructor as typeof LitElement;
    const options: Record<string, string> = {};
    for (const name of observedAttributes) {
      const value = LEFT_OUT.test(name) ? null : host.getAttribute(name);
      if (value !== null) options[name] = value;
    }
    const { indicator = host.indicator ?? '', ...chosen } = this.additions.chosen?.() ?? {};
    for (const [name, value] of Object.entries(chosen))
      if (value !== undefined && name !== 'area') options[name] = value;
    const indicators = indicator.split(/\s+/).filter(Boolean);
    const theme = host.getAttribute('theme') ?? '';
    return {
      widget,
      area: this.area ?? '',
      indicators: takesMany(widget) ? indicators : indicators.slice(0, 1),
      campaign: host.campaign ?? documentAt(host.src ?? '')?.id ?? '',
      lang: wordingOf(host).language,
      theme,
      width: Math.round(host.clientWidth) || 360,
      options,
    };
  }

  /** Where the library and the API are; absent where no code of another page could find them. */
  private get source(): Pick<Facts, 'cdn' | 'api'> | undefined {
    const { host } = this;
    const { base } = (ownGlobal('tcns') ?? {}) as { base?: string };
    const api = host.api ?? (host.hasAttribute('src') ? undefined : settings().api);
    const address = api ?? documentAt(host.src ?? '')?.api;
    if (!base || !address) return undefined;
    return {
      cdn: siteFolder(base),
      api: apiBase(wholeAddress(address, pageBase())),
    };
  }

  private factsOf(choice: CodeChoice): Facts | undefined {
    const { host } = this;
    const { release, source } = this;
    return (
      source && {
        ...source,
        version: release?.version ?? '',
        integrity: release?.integrity ?? {},
        loads: release?.loads ?? {},
        fallback: wordsOf(host),
        height: Math.round(host.offsetHeight) || 400,
        at: undefined,
        options: Object.keys(choice.options),
      }
    );
  }

  private readonly toggle = (): void => {
    this.open = !this.open;
    this.announced = undefined;
    const { host } = this;
    const cdn = this.source?.cdn;
    if (this.open && cdn && !this.release)
      void loadManifest(cdn).then((release) => {
        this.release = release;
        host.requestUpdate();
      });
    host.requestUpdate();
    const field = this.open ? '.share select' : '.menu-button';
    void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(field)?.focus());
  };

  private readonly leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // A dialog of the page around the widget stays open.
    event.preventDefault();
    event.stopPropagation();
    this.toggle();
  };

  private readonly choose = (form: string): void => {
    this.form = form as Form;
    this.announced = undefined;
    this.host.requestUpdate();
  };

  /** Where a page or a frame may not write to the clipboard, the code stands selected. */
  private readonly copy = async (): Promise<void> => {
    const { host } = this;
    const field = host.renderRoot.querySelector<HTMLTextAreaElement>('.share textarea');
    if (!field) return;
    try {
      await navigator.clipboard.writeText(field.value);
      this.announced = 'embedCopied';
    } catch {
      field.focus();
      field.select();
      this.announced = 'embedSelect';
    }
    host.requestUpdate();
  };
}
