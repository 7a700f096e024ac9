/** The shape of a history, for a line without axes. */
import { extentOf } from './extent.js';
import type { Observation } from '../api/figures.js';
import { periodEnd } from './calendar.js';
import { isExact } from './observations.js';

/** A point in a box of 1 × 1: x by time, y by value, 0 at the bottom. */
export interface SparkPoint {
  readonly x: number;
  readonly y: number;
}

/** Fewer exact observations than this make no line. */
const FEWEST = 3;

/**
 * The unbroken runs of exact observations; what is missing, approximate or estimated between two
 * of them breaks the line. Empty with fewer than three exact observations.
 */
export function sparkline(history: readonly Observation[]): SparkPoint[][] {
  const exact = history.filter((o) => isExact(o) && o.at);
  if (exact.length < FEWEST) return [];
  const times = exact.map((o) => periodEnd(o.at ?? ''));
  const values = exact.map((o) => o.value as number);
  const along = scale(...extentOf(times), 0);
  const height = scale(...extentOf(values), 0.5);
  const runs: SparkPoint[][] = [];
  let open = false;
  for (const o of history) {
    if (!isExact(o) || !o.at) {
      open = false;
      continue;
    }
    if (!open) runs.push([]);
    open = true;
    runs[runs.length - 1]?.push({ x: along(periodEnd(o.at)), y: height(o.value) });
  }
  return runs.map(thinned);
}

/** Columns of the line: a card is a few hundred px wide. */
const COLUMNS = 200;

/** Of each column the first, the lowest, the highest and the last point, where they are many. */
function thinned(run: readonly SparkPoint[]): SparkPoint[] {
  if (run.length <= 4 * COLUMNS) return [...run];
  const columns = new Map<number, SparkPoint[]>();
  for (const point of run) {
    const column = Math.floor(point.x * COLUMNS);
    const kept = columns.get(column);
    if (!kept) columns.set(column, [point, point, point, point]);
    else {
      if (point.y < (kept[1]?.y ?? 0)) kept[1] = point;
      if (point.y > (kept[2]?.y ?? 0)) kept[2] = point;
      kept[3] = point;
    }
  }
  return [...columns.values()].flatMap((kept) => [...new Set(kept)].sort((a, b) => a.x - b.x));
}

/** Maps the values of a span to 0…1; a span without extent to `middle`. */
function scale(low: number, high: number, middle: number): (n: number) => number {
  // Half values are used where the difference of the whole ones would overflow.
  const part = high - low < Infinity ? 1 : 0.5;
  const [from, to] = [low * part, high * part];
  return (n) => (high > low ? (n * part - from) / (to - from) : middle);
}
