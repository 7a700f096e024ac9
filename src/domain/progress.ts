/** How far a figure is towards a target of the same indicator. */
import type { Indicator, Observation } from '../api/figures.js';
import { isMissing } from './observations.js';

/** `undefined` where the source's words (about, nearly, a range across the target) leave it open. */
export type Verdict = 'met' | 'exceeded' | 'under' | undefined;

export interface Progress {
  readonly target: number;
  /**
   * The result as a share of the target, 0 and up (1 is the target itself). Absent where a bar
   * would mislead: no figure, a range, a target of 0, or an indicator where lower is better.
   */
  readonly share: number | undefined;
  readonly verdict: Verdict;
  readonly missing: boolean;
}

/** The progress of an observation that carries a target. */
export function progressOf(o: Observation, indicator: Indicator | undefined): Progress | undefined {
  const target = o.target;
  if (target === undefined) return undefined;
  if (isMissing(o)) return { target, share: undefined, verdict: undefined, missing: true };
  const lower = indicator?.better === 'lower';
  const value = o.value;
  const drawable = typeof value === 'number' && !lower && target > 0 && value >= 0 && !o.range;
  return {
    target,
    share: drawable ? value / target : undefined,
    verdict: verdictOf(o, target, lower),
    missing: false,
  };
}

/** Compares the lowest and the highest that the figure can be with the target. */
function verdictOf(o: Observation, target: number, lower: boolean): Verdict {
  const [low, high] = bounds(o);
  const sign = lower ? -1 : 1;
  const worst = lower ? high : low;
  const best = lower ? low : high;
  if ((worst - target) * sign > 0) return 'exceeded';
  if (worst === target) return 'met';
  return (best - target) * sign < 0 || isNearly(o, target, sign) ? 'under' : undefined;
}

/** True for "gần 100 %" (nearly 100 %), which has not reached 100 %. */
function isNearly(o: Observation, target: number, sign: number): boolean {
  return o.approx === '<' && sign > 0 && o.value === target;
}

/** The lowest and the highest that a figure can be, by the words that its source uses. */
export function bounds(o: Observation): readonly [low: number, high: number] {
  if (o.range) return [o.range[0], o.range[1] ?? Infinity];
  const value = o.value ?? NaN;
  // "Hơn 8.000" (more than 8,000) is at least 8,000 and below the next target that people would name.
  if (o.approx === '<') return [-Infinity, value];
  if (o.approx === '~') return [NaN, NaN];
  return [value, value];
}
