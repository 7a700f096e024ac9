/** How element tests look at a widget: as a reader does, by role and text. */
import { fixture, html as htmlFixture } from '@open-wc/testing';
import '../../src/elements/kpi-card/kpi-card.js';
import '../../src/elements/stat/stat.js';
import type { TcnsKpiCard } from '../../src/elements/kpi-card/kpi-card.js';
import type { TcnsStat } from '../../src/elements/stat/stat.js';
import type { DocumentState } from '../../src/parts/base/document-controller.js';
import { until } from '../data/faulty-api.js';

export { until };
export type Widget = TcnsKpiCard | TcnsStat;
export type Tag = Widget['localName'];

before('the page is drawn', async () => {
  let isDrawn = false;
  void frame().then(() => (isDrawn = true));
  await until(
    () => isDrawn,
    'a frame: this tab is behind another, and element tests run one file at a time (concurrency: 1)',
  );
});

/** An empty box of the page, of a width in px. A widget put into it at once has its data before it looks for any. */
export async function boxOf(width?: number): Promise<HTMLElement> {
  const box = await fixture<HTMLElement>(htmlFixture`<div></div>`);
  if (width !== undefined) box.style.width = `${width}px`;
  return box;
}

/** Puts markup on the page; its first widget. */
export async function put<W extends HTMLElement = Widget>(markup: string): Promise<W> {
  const box = await boxOf();
  box.innerHTML = markup;
  const widget = [...box.querySelectorAll<W>('*')].find(({ localName }) =>
    /^tcns-(?!dashboard)/.test(localName),
  )!;
  await (widget as unknown as Widget).updateComplete;
  return widget;
}

/** A widget that shows a document without a request. */
export async function show<W extends Widget = Widget>(
  tag: string,
  document: { area?: string; observations: readonly { indicator: string }[] },
  attributes = '',
): Promise<W> {
  const indicator = document.observations[0]?.indicator ?? '';
  const widget = await put<W>(`<${tag} indicator="${indicator}" ${attributes}></${tag}>`);
  widget.data = document;
  await widget.updateComplete;
  return widget;
}

const oneSpace = (text: string | null | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').trim();

/** All that a widget draws, as one text. */
export const textOf = (widget: Element): string => oneSpace(widget.shadowRoot?.textContent);

/** What a part of a widget says; undefined where there is none. */
export function part(widget: Element, name: string): string | undefined {
  const found = widget.shadowRoot?.querySelector(`[part~="${name}"]`);
  return found ? oneSpace(found.textContent) : undefined;
}

const ROLES = {
  button: 'button, [role=button]',
  link: 'a[href]',
  heading: '[role=heading], h1, h2, h3, h4, h5, h6',
  img: 'img, [role=img]',
  table: 'table',
  group: '[role=group]',
  row: 'tr',
  columnheader: 'th[scope=col]',
  cell: 'td',
  status: '[role=status]',
  list: 'ul',
} as const;

export const nameOf = (element: Element): string =>
  oneSpace(element.getAttribute('aria-label') ?? element.textContent);

export function allByRole<E extends HTMLElement = HTMLElement>(
  widget: Element,
  role: keyof typeof ROLES,
  name?: string | RegExp,
): E[] {
  const found = [...(widget.shadowRoot?.querySelectorAll<E>(ROLES[role]) ?? [])];
  return found.filter((element) => {
    if (element.closest('[aria-hidden=true]')) return false;
    return (
      name === undefined ||
      (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)))
    );
  });
}

export function byRole<E extends HTMLElement = HTMLElement>(
  widget: Element,
  role: keyof typeof ROLES,
  name?: string | RegExp,
): E {
  const found = allByRole<E>(widget, role, name);
  if (found.length !== 1) {
    throw new Error(`${found.length} of role ${role} ${name ?? ''} in: ${textOf(widget)}`);
  }
  return found[0]!;
}

/** Clicks and waits until the widget has drawn what follows. */
export async function press(widget: Widget, name: string | RegExp): Promise<void> {
  byRole(widget, 'button', name).click();
  await widget.updateComplete;
}

export async function openMenu(widget: Widget): Promise<void> {
  await press(widget, /^(Tùy chọn cho|Options for) /);
}

/** The state that a widget's document is in. */
export const stateOf = (widget: Widget): string =>
  (widget as unknown as { documentState: DocumentState }).documentState.status;

export async function becomes(widget: Widget, status: DocumentState['status']): Promise<void> {
  await until(() => stateOf(widget) === status, `${widget.localName} ${status}`);
  await widget.updateComplete;
}

export const isVisible = (element: Element): boolean => {
  const box = element.getBoundingClientRect();
  return element.getClientRects().length > 0 && box.width > 0 && box.height > 0;
};

/** Keeps what is said on the console while a test runs. */
export function listenToConsole(): { said: string[]; stop: () => void } {
  const said: string[] = [];
  const methods = ['info', 'warn', 'error'] as const;
  const own = methods.map((method) => console[method]);
  for (const method of methods)
    console[method] = (...args: unknown[]) => void said.push(`${method}: ${args.join(' ')}`);
  return { said, stop: () => methods.forEach((method, i) => (console[method] = own[i]!)) };
}

/** Keeps the errors that nobody caught from the test runner. */
export function catchErrors(): { caught: string[]; stop: () => void } {
  const caught: string[] = [];
  const { onerror } = window;
  window.onerror = (message) => {
    caught.push(String(message));
    return true;
  };
  return { caught, stop: () => (window.onerror = onerror) };
}

export interface SavedFile {
  readonly name: string;
  readonly href: string;
  /** Absent where the file stands in the address itself. */
  readonly blob: Blob | undefined;
}

/**
 * The file that `act` gives the reader. It does not reach the disk: Firefox would open a window of
 * its own, which keeps the keyboard from all later tests.
 */
export async function savedBy(act: () => Promise<unknown>): Promise<SavedFile> {
  const { click } = HTMLAnchorElement.prototype;
  const { createObjectURL } = URL;
  let blob: Blob | undefined;
  let file: SavedFile | undefined;
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return createObjectURL.call(URL, object);
  };
  HTMLAnchorElement.prototype.click = function () {
    file = { name: this.download, href: this.href, blob };
  };
  try {
    await act();
    await until(() => file, 'the file');
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  return file!;
}

/**
 * Waits for the page to be drawn, however long it takes: where it is not, as in the tab behind another one of a
 * run with several tabs, no observer of sizes looks either.
 */
export function frame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
