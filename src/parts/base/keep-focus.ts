/** Keeps the focus in a widget whose drawing took away what had it: "Thử lại", "Xem bản đồ …", a way back. */
import { pageDocument } from '../../data/page-base.js';

/** Widgets that lost the focus, and had no box yet to give it to. */
const waiting = new WeakSet<Element>();

/**
 * Gives the focus to the box of the widget, at the next drawing where there is no box now, unless a reader has
 * gone elsewhere.
 *
 * @param before - what had the focus before the drawing
 */
export function keepFocus(host: Element, before: Element | null | undefined): void {
  if (before && !before.isConnected) waiting.add(host);
  if (!waiting.has(host)) return;
  const { activeElement } = host.getRootNode() as Document;
  const isFree = !activeElement || activeElement === pageDocument.body;
  const box = host.shadowRoot?.querySelector<HTMLElement>('.box, .value');
  if (isFree && !box) return;
  waiting.delete(host);
  if (!isFree || !box) return;
  if (box.localName !== 'button') box.tabIndex = -1;
  box.focus({ preventScroll: true });
}
