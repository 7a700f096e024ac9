/**
 * A page of docs shows all stories of a widget, and loads few of them by itself, because sixty widgets at
 * once make the page slow. The others stand there as a button; their code can be read without them.
 */
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';

/** Widgets that a page of docs loads by itself. A test counts them. */
export const MOST_WIDGETS = 10;

/** What a story draws, as far as widgets can be in it: a template, a directive, a list, a node, markup. */
export function widgetsIn(drawn: unknown): number {
  if (typeof drawn === 'string') return drawn.match(/<tcns-/g)?.length ?? 0;
  if (typeof drawn !== 'object' || drawn === null) return 0;
  if (drawn instanceof Node) return widgetsIn(new XMLSerializer().serializeToString(drawn));
  const { strings = [], values = [] } = drawn as Partial<TemplateResult>;
  const parts =
    Symbol.iterator in drawn ? [...(drawn as Iterable<unknown>)] : [...strings, ...values];
  return parts.reduce<number>((sum, part) => sum + widgetsIn(part), 0);
}

/** The places of the page that show their widgets, and how many these are. */
const shown = new Map<Element, number>();

function isRoomFor(place: Element, count: number): boolean {
  for (const one of shown.keys()) if (!one.isConnected) shown.delete(one);
  shown.delete(place);
  const others = [...shown.values()].reduce((sum, one) => sum + one, 0);
  return others + count <= MOST_WIDGETS;
}

/** The places whose button a reader has pressed: they show their widgets whatever the others do. */
const asked = new WeakSet<Element>();

/** What a story draws, or a button for it where the page has widgets enough. */
export function withinLimit(place: Element, drawn: unknown): unknown {
  const count = widgetsIn(drawn);
  if (asked.has(place)) return drawn;
  if (isRoomFor(place, count)) {
    shown.set(place, count);
    return drawn;
  }
  let show = () => {};
  const pressed = new Promise<unknown>((resolve) => {
    show = () => {
      asked.add(place);
      resolve(drawn);
    };
  });
  return until(
    pressed,
    html`<button class="show-story" type="button" @click=${show}>
      Hiện ví dụ này · Show this story
    </button>`,
  );
}
