/** The styles of a shadow root: those of its class and those of parts that load late, in whatever document it stands. */
import { viewOf } from '../../data/page-base.js';
import { adoptStyles, supportsAdoptingStyleSheets, type CSSResult, type LitElement } from 'lit';

const added = new WeakMap<LitElement, CSSResult[]>();

/**
 * Made sheets belong to one document, and a root that is moved into another one (a window to print from, an
 * editor's frame) loses them.
 */
function copyFor(view: typeof globalThis, { cssText }: CSSResult): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}

/**
 * Gives a shadow root the styles of its element, also after a move into another document; in one without a window,
 * only once it leaves it.
 */
export function wearStyles(host: LitElement, root: ShadowRoot): void {
  const { elementStyles } = host.constructor as typeof LitElement;
  const styles = [...elementStyles, ...(added.get(host) ?? [])];
  const view = viewOf(root);
  if (view === globalThis || !supportsAdoptingStyleSheets) return adoptStyles(root, styles);
  if (view) root.adoptedStyleSheets = styles.map((style) => copyFor(view, style as CSSResult));
}

/** Adds styles to the shadow root of an element, once. */
export function addStyles(host: LitElement, more: CSSResult): void {
  let late = added.get(host);
  if (!late) added.set(host, (late = []));
  if (late.includes(more)) return;
  late.push(more);
  wearStyles(host, host.renderRoot as ShadowRoot);
}
