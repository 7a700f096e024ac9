/** The shape of a history, for a line without axes. */
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
  const place = scale(Math.min(...times), Math.max(...times), 0);
  const height = scale(Math.min(...values), Math.max(...values), 0.5);
  const runs: SparkPoint[][] = [];
  let open = false;
  for (const o of history) {
    if (!isExact(o) || !o.at) {
      open = false;
      continue;
    }
    if (!open) runs.push([]);
    open = true;
    runs[runs.length - 1]?.push({ x: place(periodEnd(o.at)), y: height(o.value) });
  }
  return runs;
}

/** Maps a span to 0…1; a span of nothing to `middle`. */
function scale(low: number, high: number, middle: number): (n: number) => number {
  return (n) => (high > low ? (n - low) / (high - low) : middle);
}
