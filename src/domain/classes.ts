/** Colour classes of a choropleth: which class a value falls in, and where classes begin and end. */
import { MOST_CLASSES } from '../api/limits.js';

/**
 * - `threshold`: classes between round numbers
 * - `quantile`: classes of about equally many areas, still between round numbers
 * - `category`: a class for each value
 */
export type Scale = 'threshold' | 'quantile' | 'category';

/** A class holds what is `from` and up, and under `to`; an end that is absent is open. */
export interface ColourClass {
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** The one value that the class holds, where it holds only one. */
  readonly only: number | undefined;
}

export interface ClassOptions {
  readonly scale: Scale;
  /** Where classes begin, ascending; absent: chosen for the values. */
  readonly breaks?: readonly number[] | undefined;
  /** True for percentages, whose whole (100) is a class of its own. */
  readonly percentage?: boolean;
}

/** More classes cannot be told apart by colour. */
const MOST = 5;
/** The usual classes of a percentage: they read the same on every map. */
const PERCENT_BREAKS = [40, 60, 80, 100];

/** The classes for some values, lowest first; none where there are no values. */
export function classesOf(values: readonly number[], options: ClassOptions): ColourClass[] {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (distinct.length === 0) return [];
  const { scale, percentage = false } = options;
  const breaks = orderly(options.breaks);
  // Few values get one class each; percentages keep their usual classes.
  const few = percentage ? 1 : 3;
  if (!breaks && (scale === 'category' || distinct.length <= few)) {
    return distinct.slice(0, MOST).map((value, i) => ({
      from: value,
      to: i === MOST - 1 ? undefined : distinct[i + 1],
      only: i === MOST - 1 && distinct.length > MOST ? undefined : value,
    }));
  }
  const fitted = breaks ?? chosenBreaks(values, distinct, scale, percentage);
  return between(fitted, distinct, percentage);
}

function chosenBreaks(
  values: readonly number[],
  distinct: readonly number[],
  scale: Scale,
  percentage: boolean,
): number[] {
  const low = distinct[0] ?? 0;
  const high = distinct[distinct.length - 1] ?? 0;
  // Where no round step can divide the figures, each half of them gets a class.
  const span = high - low;
  if (!(span < 1e300 && span > Math.abs(low) * 1e-12)) return [high];
  if (scale === 'quantile') return quantileBreaks(values);
  if (percentage && low >= 0 && high <= 100) return PERCENT_BREAKS;
  const whole = distinct.every((value) => Number.isInteger(value));
  const step = roundStep((high - low) / MOST, whole);
  const first = Math.floor(low / step);
  const breaks: number[] = [];
  for (let n = 0; n < 2 * MOST && breaks.length < MOST - 1; n++) {
    // The steps are multiplied, not added up, because 0.1 added ten times is not 1.
    const at = Number(((first + n) * step).toPrecision(12));
    if (at > high) break;
    if (at > low && at !== breaks[breaks.length - 1]) breaks.push(at);
  }
  return breaks;
}

/** Round numbers near the quantiles, each once, none at or under the lowest value. */
function quantileBreaks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[0] ?? 0;
  const breaks = new Set<number>();
  for (let i = 1; i < MOST; i++) {
    const exact = sorted[Math.floor((i * sorted.length) / MOST)] ?? low;
    const round = roundNear(exact);
    if (round > low && round <= (sorted[sorted.length - 1] ?? low)) breaks.add(round);
  }
  return [...breaks].sort((a, b) => a - b);
}

function between(
  breaks: readonly number[],
  distinct: readonly number[],
  percentage: boolean,
): ColourClass[] {
  const high = distinct[distinct.length - 1] ?? 0;
  const edges = [undefined, ...breaks, undefined];
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1];
    const whole = percentage && from === 100 && to === undefined && high <= 100;
    return { from, to, only: whole ? 100 : undefined };
  });
}

/** The breaks that a page wrote, ascending, without what is no number; absent where none is left. */
function orderly(breaks: readonly number[] | undefined): number[] | undefined {
  const kept = [...new Set(breaks)].filter((n) => Number.isFinite(n)).sort((a, b) => a - b);
  // One class more than there are breaks.
  return kept.length > 0 ? kept.slice(0, MOST_CLASSES - 1) : undefined;
}

/** 1, 2, 2.5 or 5 times a power of ten, at least `rough`; whole for counts. */
function roundStep(rough: number, whole: boolean): number {
  const power = 10 ** Math.max(whole ? 0 : -Infinity, Math.floor(Math.log10(rough)));
  const steps = [1, 2, 2.5, 5, 10].filter((n) => !whole || Number.isInteger(n * power));
  return (steps.find((n) => n * power >= rough) ?? 10) * power;
}

/** A number to its first two digits, the second 0 or 5: 1.237 → 1.200, 48 → 50. */
function roundNear(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Number((Math.round(value / power / 5) * 5 * power).toPrecision(12));
}

/** The number of the class that a value falls in, from 0; -1 where it falls in none. */
export function classIndex(classes: readonly ColourClass[], value: number): number {
  return classes.findIndex(({ from = -Infinity, to = Infinity, only }) =>
    only === undefined ? value >= from && value < to : value === only,
  );
}
