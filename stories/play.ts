/**
 * What a reader does in a story, for its `play`: finds, presses, and sees what comes of it. Stories
 * that are played have the tag `!autodocs`: a page of docs would not play them.
 */
import { expect, waitFor } from 'storybook/test';
import type { LitElement } from 'lit';

/** The first widget of a tag in a story. */
export function widgetIn<K extends keyof HTMLElementTagNameMap>(
  canvas: HTMLElement,
  tag: K,
): HTMLElementTagNameMap[K] {
  const found = canvas.querySelector(tag);
  if (!found) throw new Error(`no <${tag}>`);
  return found;
}

/** An element inside a widget, once it is there. */
export async function inside<E extends Element = HTMLElement>(
  host: Element,
  selector: string,
): Promise<E> {
  const find = () => host.shadowRoot?.querySelector<E>(selector);
  await waitFor(() => expect(find(), selector).toBeTruthy());
  return find() as E;
}

/** Waits until what a widget draws has these words. */
export const says = (host: Element, words: RegExp): Promise<void> =>
  waitFor(() => expect(host.shadowRoot?.textContent?.replace(/\s+/g, ' ')).toMatch(words));

const nameOf = (element: Element) =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Presses the button of a widget that has these words, once it is there. */
export async function press(host: LitElement, words: RegExp): Promise<void> {
  const find = () =>
    [...(host.shadowRoot?.querySelectorAll('button') ?? [])].find((b) => words.test(nameOf(b)));
  await waitFor(() => expect(find(), String(words)).toBeTruthy());
  find()?.click();
  await host.updateComplete;
}

/** Opens the menu of a widget and takes what has these words. */
export async function choose(host: LitElement, words: RegExp): Promise<void> {
  await press(host, /^(Tùy chọn|Options)/);
  await press(host, words);
}

/** The same figures as a table, from the menu. */
export async function opensTable(host: LitElement): Promise<void> {
  await choose(host, /dạng bảng|as table/i);
  await inside(host, 'table td');
}

/** Another choice in a list of choices. */
export async function select(host: LitElement, index: number): Promise<void> {
  const list = await inside<HTMLSelectElement>(host, 'select');
  list.selectedIndex = index;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await host.updateComplete;
}

/** Asks until the API fails: the first reload may still be the request that is on its way. */
export function ages(event: Event): void {
  const host = event.target as EventTarget & { reload(): Promise<void> };
  void host.reload().then(() => host.reload());
}
