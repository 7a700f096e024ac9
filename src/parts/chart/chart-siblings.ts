/** Charts of one dashboard that measure the same share one scale: a steeper line is a faster change. */
import type { ValueSpan } from './chart-model.js';

/** A line that would be lower than this share of the common scale keeps a scale of its own. */
const LOWEST = 0.05;

export interface Sibling {
  /** Called when another chart has changed the common scale. */
  rescaled(): void;
}

interface Entry {
  readonly key: string;
  readonly span: ValueSpan;
}

const groups = new WeakMap<Element, Map<Sibling, Entry>>();

/** What a chart of a group spans with its siblings. */
export interface SharedSpan extends ValueSpan {
  /** True where a chart beside it measures the same on another scale. */
  readonly alone: boolean;
}

/** The span of a chart among its siblings; the siblings follow where it changes theirs. */
export function sharedSpan(
  group: Element,
  chart: Sibling,
  key: string,
  span: ValueSpan,
): SharedSpan {
  let entries = groups.get(group);
  if (!entries) groups.set(group, (entries = new Map<Sibling, Entry>()));
  const before = entries.get(chart);
  entries.set(chart, { key, span });
  if (before?.key !== key || before.span.min !== span.min || before.span.max !== span.max) {
    tell(entries, chart, [key, before?.key]);
  }
  const others = [...entries.values()].filter((entry) => entry.key === key);
  const comparable = others.filter(
    ({ span: { max } }) =>
      Math.min(max, span.max) >= Math.max(max, span.max) * LOWEST || max * span.max <= 0,
  );
  return {
    min: Math.min(...comparable.map((entry) => entry.span.min)),
    max: Math.max(...comparable.map((entry) => entry.span.max)),
    alone: comparable.length < others.length,
  };
}

/** A chart that has gone: its siblings have room again. */
export function leaveSiblings(group: Element | undefined, chart: Sibling): void {
  const entries = group && groups.get(group);
  const gone = entries?.get(chart);
  if (!entries || !gone) return;
  entries.delete(chart);
  tell(entries, chart, [gone.key]);
}

function tell(
  entries: ReadonlyMap<Sibling, Entry>,
  but: Sibling,
  keys: readonly (string | undefined)[],
): void {
  entries.forEach((entry, chart) => {
    if (chart !== but && keys.includes(entry.key)) chart.rescaled();
  });
}
