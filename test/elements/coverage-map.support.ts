/** How tests look at the map: by role, name and text, and by what stands where on the screen. */
import type { ColourClass } from '../../src/domain/classes.js';
import type { TcnsCoverageMap } from '../../src/elements/coverage-map/coverage-map.js';
import '../../src/elements/coverage-map/coverage-map.js';
import type { DocumentState } from '../../src/parts/base/document-controller.js';
import { until } from '../data/faulty-api.js';
import { boxOf } from './support.js';

export type MapWidget = TcnsCoverageMap;

const oneSpace = (text: string | null | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').trim();

/** Two frames: the observer of the width has measured by then. */
export async function settle(widget: MapWidget): Promise<void> {
  await widget.updateComplete;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await widget.updateComplete;
}

/** Puts a map in a box of a width. */
export async function putMap(
  attributes: string,
  { width = 800, inside = '', data }: { width?: number; inside?: string; data?: unknown } = {},
): Promise<MapWidget> {
  const box = await boxOf(width);
  box.innerHTML = `<tcns-coverage-map ${attributes}>${inside}</tcns-coverage-map>`;
  const widget = box.firstElementChild as MapWidget;
  if (data !== undefined) widget.data = data;
  await settle(widget);
  return widget;
}

/** Gives a map another width. What the browser says of observers on the way is a test of its own. */
export async function resize(widget: MapWidget, width: number): Promise<string[]> {
  const caught: string[] = [];
  const listen = (event: ErrorEvent) => {
    caught.push(event.message);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('error', listen, true);
  const { onerror } = window;
  window.onerror = null;
  try {
    widget.parentElement!.style.width = `${width}px`;
    await settle(widget);
    await settle(widget);
  } finally {
    removeEventListener('error', listen, true);
    window.onerror = onerror;
  }
  return caught;
}

/** A map that shows a document without a request, drawn. */
export async function showMap(
  data: unknown,
  attributes = '',
  { width = 800 }: { width?: number } = {},
): Promise<MapWidget> {
  const indicator = /\bindicator=/.test(attributes) ? '' : 'indicator="coverage"';
  const widget = await putMap(`${indicator} ${attributes}`, { width, data });
  await drawn(widget);
  return widget;
}

export async function drawn(widget: MapWidget): Promise<SVGSVGElement> {
  // The figures of an area load when a reader comes to the map; tests come at once.
  await import('../../src/elements/coverage-map/coverage-map.details.js');
  if (widget.drill) await import('../../src/elements/coverage-map/coverage-map.drill.js');
  await until(() => pictureOf(widget), 'the map');
  await settle(widget);
  return picture(widget);
}

export const pictureOf = (widget: MapWidget): SVGSVGElement | null =>
  widget.shadowRoot!.querySelector<SVGSVGElement>('svg[role=listbox]');

export function picture(widget: MapWidget): SVGSVGElement {
  const found = pictureOf(widget);
  if (!found) throw new Error(`no picture in: ${oneSpace(widget.shadowRoot!.textContent)}`);
  return found;
}

/** The areas of the picture that a screen reader hears of. */
export const options = (widget: MapWidget): SVGPathElement[] => [
  ...picture(widget).querySelectorAll<SVGPathElement>('[role=option]'),
];

/** The area whose accessible name begins so: "Đà Nẵng: 100%". */
export function option(widget: MapWidget, name: string): SVGPathElement {
  const found = options(widget).filter((o) => o.getAttribute('aria-label')?.startsWith(`${name}:`));
  if (found.length !== 1) throw new Error(`${found.length} areas named ${name}`);
  return found[0]!;
}

/** Where the keyboard is: the name of the area that the map says is active. */
export function activeName(widget: MapWidget): string | undefined {
  const id = picture(widget).getAttribute('aria-activedescendant');
  const found = id ? widget.shadowRoot!.getElementById(id) : null;
  return found?.getAttribute('aria-label') ?? undefined;
}

export const selectedNames = (widget: MapWidget): string[] =>
  options(widget)
    .filter((o) => o.getAttribute('aria-selected') === 'true')
    .map((o) => o.getAttribute('aria-label') ?? '');

/** The texts of the picture with their size and place on the screen. */
export function textsOf(
  svg: SVGSVGElement,
): { text: string; pixels: number; box: DOMRect; node: SVGTextElement }[] {
  const scale = svg.getScreenCTM()?.a ?? 0;
  return [...svg.querySelectorAll('text')].map((node) => ({
    text: oneSpace(node.textContent),
    pixels: parseFloat(getComputedStyle(node).fontSize) * scale,
    box: node.getBoundingClientRect(),
    node,
  }));
}

export async function becomes(widget: MapWidget, status: DocumentState['status']): Promise<void> {
  const state = () => (widget as unknown as { documentState: DocumentState }).documentState.status;
  await until(() => state() === status, `map ${status}, it is ${state()}`);
  await settle(widget);
}

/** The combobox of the search. */
export const searchBox = (widget: MapWidget): HTMLInputElement =>
  widget.shadowRoot!.querySelector<HTMLInputElement>('input[role=combobox]')!;

/** Types into the search and waits for what it finds; the names found. */
export async function search(widget: MapWidget, text: string): Promise<string[]> {
  const input = searchBox(widget);
  input.focus();
  await until(() => input.getAttribute('aria-expanded') !== null && finder(widget), 'the search');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settle(widget);
  return [...widget.shadowRoot!.querySelectorAll('[role=listbox]:not(svg) [role=option]')].map(
    (o) => oneSpace(o.textContent),
  );
}

const finder = (widget: MapWidget): Element | null =>
  widget.shadowRoot!.querySelector('ul[role=listbox]');

/** A select by the words before it. */
export function choice(widget: MapWidget, label: string): HTMLSelectElement {
  const found = [...widget.shadowRoot!.querySelectorAll('label')].find(
    (each) => oneSpace(each.firstElementChild?.textContent) === label,
  );
  if (!found) throw new Error(`no choice "${label}"`);
  return found.querySelector('select')!;
}

export async function choose(widget: MapWidget, label: string, value: string): Promise<void> {
  const select = choice(widget, label);
  select.value = value;
  if (select.value !== value) throw new Error(`no choice "${value}" of ${label}`);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(widget);
}

/** What colour an area has on the screen. */
export const fillOf = (element: Element): string => getComputedStyle(element).fill;

export type { ColourClass };
