/** How tests look at the trend, the ranking and the dashboard: by role, name and text. */
import type { DocumentState } from '../../src/parts/base/document-controller.js';
import { until } from '../data/faulty-api.js';
import { boxOf } from './support.js';

export { until };

export type Element = HTMLElement & {
  data?: unknown;
  renderRoot: ShadowRoot;
  updateComplete: Promise<boolean>;
  requestUpdate(...args: unknown[]): void;
  reload(): Promise<void>;
};

export const oneSpace = (text: string | null | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').trim();

/** Puts markup in a box of a width; the first element of that box. */
export async function put<E extends HTMLElement = Element>(
  markup: string,
  width = 600,
): Promise<E> {
  const box = await boxOf(width);
  box.innerHTML = markup;
  const first = box.firstElementChild as E;
  await (first as unknown as Element).updateComplete;
  return first;
}

/** An element that shows a document without a request. */
export async function show<E extends HTMLElement = Element>(
  tag: string,
  data: unknown,
  attributes: string,
  width = 600,
): Promise<E> {
  const widget = await put<Element>(`<${tag} ${attributes}></${tag}>`, width);
  widget.data = data;
  await settle(widget);
  return widget as unknown as E;
}

/** Two frames: the observer of the width has measured by then. */
export async function settle(widget: HTMLElement): Promise<void> {
  const { updateComplete } = widget as Element;
  await updateComplete;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await (widget as Element).updateComplete;
}

export const part = (widget: HTMLElement, name: string): string | undefined => {
  const found = widget.shadowRoot!.querySelector(`[part~="${name}"]`);
  return found ? oneSpace(found.textContent) : undefined;
};

export const all = (widget: HTMLElement, selector: string): HTMLElement[] => [
  ...widget.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

export const texts = (widget: HTMLElement, selector: string): string[] =>
  all(widget, selector).map((element) => oneSpace(element.textContent));

const buttonOf = (widget: HTMLElement, name: string | RegExp) =>
  all(widget, 'button, summary').find((element) => {
    const words = oneSpace(element.getAttribute('aria-label') ?? element.textContent);
    return typeof name === 'string' ? words === name : name.test(words);
  });

export function button(widget: HTMLElement, name: string | RegExp): HTMLElement {
  const found = buttonOf(widget, name);
  if (!found)
    throw new Error(`no button ${String(name)} in: ${texts(widget, 'button').join(' | ')}`);
  return found;
}

/** Presses a button at once where it stands, else when it comes: entries of a menu may be late. */
export async function press(widget: HTMLElement, name: string | RegExp): Promise<void> {
  if (!buttonOf(widget, name))
    await until(() => buttonOf(widget, name), `a button ${String(name)}`);
  button(widget, name).click();
  await (widget as Element).updateComplete;
}

export const stateOf = (widget: HTMLElement): string =>
  (widget as unknown as { documentState: DocumentState }).documentState.status;

export async function becomes(widget: HTMLElement, status: DocumentState['status']): Promise<void> {
  await until(() => stateOf(widget) === status, `${widget.localName} ${status}`);
  await (widget as Element).updateComplete;
}
