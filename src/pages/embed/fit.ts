/**
 * Draws the longest form of a widget that stands whole in its frame. A map that a frame cuts would show a part
 * of the country only, so a map is always fitted, the others where the address says `fit`.
 */
import { wordsOf } from '../../parts/share/sentence.js';

/** A shorter form: attributes of the widget, or a class of the page (`embed.css`) that leaves parts out. */
interface Form {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly leaves?: 'bare' | 'scaled' | 'first' | 'link';
}

/** From long to short; the last one of every widget is its sentence with a link. */
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
  /** What the link to it says. */
  readonly words: { readonly whole: string; readonly title: string };
  /** Tells the parent the height of the longest form. */
  readonly tell: (height: number) => void;
}

interface Updating extends HTMLElement {
  requestUpdate?(): void;
  readonly updateComplete?: Promise<unknown>;
}

/** Fits the widget now, and whenever the frame or the widget changes its size. */
export function fitIntoFrame({ widget, element, address, words, tell }: Fitted): void {
  const root = document.documentElement;
  const forms: readonly Form[] = [{}, ...(FORMS[widget] ?? []), { leaves: 'link' }];
  const own = new Map(
    forms
      .flatMap(({ attributes = {} }) => Object.keys(attributes))
      .map((name) => [name, element.getAttribute(name)]),
  );
  const more = document.createElement('p');
  more.className = 'more';
  more.dataset['noEmbed'] = ''; // it stays a link
  element.parentElement?.after(more);
  let form = 0;
  let seen = '';

  const heightOf = (): number => Math.ceil(root.getBoundingClientRect().height);

  function apply(index: number): void {
    form = index;
    const { attributes = {}, leaves } = forms[index] ?? {};
    for (const [name, value] of own) {
      const wanted = attributes[name] ?? value;
      if (wanted === null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== wanted) element.setAttribute(name, wanted);
    }
    for (const child of element.querySelectorAll<HTMLElement>(PARTS_OF_BOARD))
      child.hidden = leaves === 'first';
    if (leaves === 'scaled') scale();
    else element.style.removeProperty('--fit-width');
    if (index > 0) showLink(leaves === 'link');
    for (const name of ['bare', 'scaled', 'first', 'link'])
      root.classList.toggle(
        `fit-${name}`,
        name === leaves || (name === 'bare' && leaves === 'scaled'),
      );
    root.classList.toggle('fit-shorter', index > 0);
  }

  /** The picture is as much narrower as the page is too high. */
  function scale(): void {
    const picture = element.shadowRoot?.querySelector('[part~="map"]')?.getBoundingClientRect();
    if (!picture || picture.height === 0) return;
    const height = picture.height - (heightOf() - window.innerHeight) - 4;
    const width = Math.floor((picture.width * height) / picture.height);
    element.style.setProperty('--fit-width', `${Math.max(NARROWEST, width)}px`);
    // Draws the picture for its new width, because scaled letters cannot be read.
    (element as Updating).requestUpdate?.();
  }

  function showLink(isAlone: boolean): void {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = words.whole;
    const told = element.querySelector('tcns-kpi-card') ?? element;
    const said = isAlone ? wordsOf(told) || words.title : '';
    more.replaceChildren(said ? `${said}. ` : '', link);
  }

  /** One step to a shorter form where this one is cut. */
  async function look(): Promise<void> {
    const { innerWidth, innerHeight } = window;
    if (innerHeight === 0) return; // A frame that is not shown.
    const size = `${innerWidth}×${innerHeight}`;
    if (size !== seen) {
      seen = size;
      apply(0);
      await (element as Updating).updateComplete;
      if (size !== seen) return;
    }
    const height = heightOf();
    if (form === 0) tell(height);
    if (height <= innerHeight + 1 || form === forms.length - 1) return;
    apply(form + 1);
    await (element as Updating).updateComplete;
    if (size === seen) await look();
  }

  root.classList.add('fit');
  const follow = (): void => void look();
  new ResizeObserver(follow).observe(root);
  addEventListener('resize', follow);
  follow();
}
