/**
 * Draws the longest form of a widget that stands whole in its frame. A map that a frame cuts would show a part
 * of the country only, so a map is always fitted, the others where the address says `fit`.
 */
import { wordsOf } from '../../parts/share/sentence.js';

/** A shorter form: attributes of the widget, or a class of the page (`embed.css`) that leaves parts out. */
interface Form {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly leaves?: 'bare' | 'scaled' | 'first' | 'link' | 'only';
}

/** From long to short; the last ones of every widget are its sentence with a link, and the link alone. */
const FORMS: Readonly<Record<string, readonly Form[]>> = {
  'campaign-tracker': [{ attributes: { view: 'compact' } }, { attributes: { view: 'headline' } }],
  'coverage-map': [{ leaves: 'bare' }, { leaves: 'scaled' }],
  dashboard: [{ leaves: 'first' }],
  'kpi-card': [{ attributes: { variant: 'compact' } }],
  ranking: [{ attributes: { limit: '10' } }, { attributes: { limit: '5' } }],
  'team-roster': [{ attributes: { view: 'finder' } }],
};
/** What the short form of a dashboard leaves out. */
const PARTS_OF_BOARD = 'tcns-dashboard > :not(tcns-kpi-card)';
/** px: a narrower picture of the country cannot be read. */
const NARROWEST = 140;

export interface Fitted {
  readonly widget: string;
  readonly element: HTMLElement;
  /** The address of the whole view. */
  readonly address: string;
  /** The words of the link to the whole view. */
  readonly words: { readonly whole: string; readonly title: string };
  /** Tells the parent the height of the longest form. */
  readonly tell: (height: number) => void;
}

interface Updating extends HTMLElement {
  requestUpdate?(): void;
  readonly updateComplete?: Promise<unknown>;
}

/** Fits the widget now, and whenever the frame or the widget changes its size. */
export function fitIntoFrame(fitted: Fitted): void {
  const frame = new FrameFit(fitted);
  const follow = (): void => void frame.fit();
  new ResizeObserver(follow).observe(document.documentElement);
  addEventListener('resize', follow);
  follow();
}

/** A widget in its frame, and which of its forms is shown. */
class FrameFit {
  private readonly root = document.documentElement;
  private readonly forms: readonly Form[];
  /** The attributes that forms change, as the page wrote them. */
  private readonly pageAttributes: ReadonlyMap<string, string | null>;
  /** The paragraph with the link to the whole view. */
  private readonly linkLine = document.createElement('p');
  private form = 0;
  /** The size of the frame that the form was chosen for. */
  private frameSize = '';

  constructor(private readonly fitted: Fitted) {
    const { widget, element } = fitted;
    this.forms = [{}, ...(FORMS[widget] ?? []), { leaves: 'link' }, { leaves: 'only' }];
    this.pageAttributes = new Map(
      this.forms
        .flatMap(({ attributes = {} }) => Object.keys(attributes))
        .map((name) => [name, element.getAttribute(name)]),
    );
    this.linkLine.className = 'more';
    this.linkLine.dataset['noEmbed'] = ''; // it stays a link
    element.parentElement?.after(this.linkLine);
    this.root.classList.add('fit');
  }

  /** Goes one step to a shorter form where this one is cut, until one is whole. */
  async fit(): Promise<void> {
    const { innerWidth, innerHeight } = window;
    if (innerWidth === 0 || innerHeight === 0) return; // A frame that is not shown.
    const size = `${innerWidth}×${innerHeight}`;
    if (size !== this.frameSize) {
      this.frameSize = size;
      this.apply(0);
      await this.drawn();
      if (size !== this.frameSize) return;
    }
    const height = this.pageHeight();
    if (this.form === 0) this.fitted.tell(height);
    if (height <= innerHeight + 1 || this.form === this.forms.length - 1) return;
    this.apply(this.form + 1);
    await this.drawn();
    if (size === this.frameSize) await this.fit();
  }

  private async drawn(): Promise<void> {
    await (this.fitted.element as Updating).updateComplete;
  }

  private pageHeight(): number {
    return Math.ceil(this.root.getBoundingClientRect().height);
  }

  private apply(index: number): void {
    this.form = index;
    const { attributes = {}, leaves } = this.forms[index] ?? {};
    const { element } = this.fitted;
    this.setAttributes(attributes);
    for (const child of element.querySelectorAll<HTMLElement>(PARTS_OF_BOARD))
      child.hidden = leaves === 'first';
    if (leaves === 'scaled') this.scale();
    else element.style.removeProperty('--fit-width');
    if (index > 0) this.showLink(leaves);
    for (const name of ['bare', 'scaled', 'first', 'link', 'only'])
      this.root.classList.toggle(
        `fit-${name}`,
        name === leaves ||
          (name === 'bare' && leaves === 'scaled') ||
          (name === 'link' && leaves === 'only'),
      );
    this.root.classList.toggle('fit-shorter', index > 0);
  }

  /** Sets the attributes of a form; those of other forms are as the page wrote them. */
  private setAttributes(attributes: Readonly<Record<string, string>>): void {
    const { element } = this.fitted;
    for (const [name, pageValue] of this.pageAttributes) {
      const value = attributes[name] ?? pageValue;
      if (value === null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  }

  /** The picture is as much narrower as the page is too high. */
  private scale(): void {
    const { element } = this.fitted;
    const picture = element.shadowRoot?.querySelector('[part~="map"]')?.getBoundingClientRect();
    if (!picture || picture.height === 0) return;
    const height = picture.height - (this.pageHeight() - window.innerHeight) - 4;
    const width = Math.floor((picture.width * height) / picture.height);
    element.style.setProperty('--fit-width', `${Math.max(NARROWEST, width)}px`);
    // Draws the picture for its new width, because scaled letters cannot be read.
    (element as Updating).requestUpdate?.();
  }

  private showLink(leaves: Form['leaves']): void {
    const { element, address, words } = this.fitted;
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = words.whole;
    const speaker = element.querySelector('tcns-kpi-card') ?? element;
    const isAlone = leaves === 'link' || leaves === 'only';
    const sentence = isAlone ? wordsOf(speaker) || words.title : '';
    // Where the sentence has no room it is read out and shown at the pointer: cut, it would lose its figure.
    if (leaves === 'only') link.title = sentence;
    this.linkLine.replaceChildren(sentence && leaves === 'link' ? `${sentence}. ` : '', link);
  }
}
