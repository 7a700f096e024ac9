/** Styles of parts that load late: nobody waits for them before they are there. */
import { adoptStyles, type CSSResult, type LitElement } from 'lit';

const added = new WeakMap<LitElement, CSSResult[]>();

/** Adds styles to the shadow root of an element, once. */
export function addStyles(host: LitElement, more: CSSResult): void {
  let late = added.get(host);
  if (!late) added.set(host, (late = []));
  if (late.includes(more)) return;
  late.push(more);
  const { elementStyles } = host.constructor as typeof LitElement;
  adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...late]);
}
