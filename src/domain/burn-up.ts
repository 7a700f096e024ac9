/** A goal's history against its plan line and its target: what a burn-up chart draws. No forecast. */
import { drawable } from './drawable.js';
import { extentOf } from './extent.js';
import type { Goal } from '../api/campaign.js';
import type { Indicator, Observation } from '../api/figures.js';
import { parseAt, periodEnd } from './calendar.js';
import type { Span } from './campaign.js';
import { isMissing } from './observations.js';
import { planAt } from './pace.js';

export interface BurnUpPoint {
  /** The date as the data has it. */
  readonly at: string;
  /** The end of its period, in ms since 1970. */
  readonly end: number;
  /** Null where the source gives no figure: a gap, not a zero. */
  readonly value: number | null;
  readonly estimated: boolean;
}

export interface PlanPoint {
  readonly end: number;
  readonly value: number;
}

export interface BurnUp {
  readonly points: readonly BurnUpPoint[];
  /** The two ends of the plan line; empty for a goal without one. */
  readonly plan: readonly PlanPoint[];
  readonly target: number;
  /** The campaign's time, wider where a figure lies outside, in ms since 1970. */
  readonly from: number;
  readonly to: number;
}

/** A line needs two figures at least; a range and a date that is none are left out. */
export function burnUp(
  goal: Goal,
  span: Span,
  history: readonly Observation[],
  indicator: Indicator | undefined,
): BurnUp | undefined {
  const points = history.flatMap((o): BurnUpPoint[] => {
    const end = o.at === undefined ? NaN : periodEnd(o.at);
    if (Number.isNaN(end) || o.at === undefined) return [];
    const value = isMissing(o) ? null : drawable(o.value);
    if (value === undefined || o.range) return [];
    return [{ at: o.at, end, value, estimated: o.status === 'estimated' }];
  });
  const from = parseAt(span.start)?.start;
  const to = periodEnd(span.end);
  const figures = points.filter(({ value }) => value !== null).length;
  if (figures < 2 || from === undefined || !(to > from) || drawable(goal.target) === null)
    return undefined;
  const due = periodEnd(goal.due ?? span.end);
  const lower = indicator?.better === 'lower';
  const plan = [from, due].flatMap((end) => {
    const value = drawable(planAt(goal, span, lower, end));
    return typeof value !== 'number' ? [] : [{ end, value }];
  });
  const [first, last] = extentOf(points.map(({ end }) => end));
  return {
    points,
    plan,
    target: goal.target,
    from: Math.min(from, first),
    to: Math.max(to, last),
  };
}
