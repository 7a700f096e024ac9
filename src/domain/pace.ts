/**
 * A goal's result against its target and, for `linear` goals alone, against the plan line: from the
 * baseline when the campaign starts to the target when it is due. The result is compared with the
 * plan of its own date, never with today's.
 */
import type { Goal } from '../api/campaign.js';
import type { Indicator, Observation } from '../api/figures.js';
import { addDays, daysBetween, daysInclusive, parseAt, periodEnd } from './calendar.js';
import type { Span } from './campaign.js';
import { isExact, isMissing, isPercentage, isRank } from './observations.js';
import { bounds, progressOf } from './progress.js';

/**
 * `met` and `exceeded`: the target. `ahead`, `onTrack`, `behind`: the plan line, for `linear` goals.
 * `short`: not there yet, without judgement. `missed`: short of the target when it was due.
 * `open`: the source's words (about, a range across the line) leave it open.
 */
export type GoalVerdict =
  'missing' | 'met' | 'exceeded' | 'ahead' | 'onTrack' | 'behind' | 'short' | 'missed' | 'open';

export interface GoalResult {
  readonly verdict: GoalVerdict;
  readonly target: number;
  /** The day on which the target is due. */
  readonly due: string;
  /** The result as a share of the target; absent where a bar would mislead, and without a result. */
  readonly share: number | undefined;
  /** Where the plan line stands at the result's date; only of `linear` goals. */
  readonly plan: number | undefined;
  /**
   * How far from the plan (`ahead`, `behind`) or from the target (`short`, `missed`), above 0:
   * percentage points, or a count where `unit` says so. Absent where the result is not exact.
   */
  readonly distance: number | undefined;
  /**
   * The distance from the plan in percentage points: of a rate the plain difference, of a count the share of
   * the way to the target.
   */
  readonly lag?: number | undefined;
  readonly unit: 'points' | 'count';
}

/** Tolerance of `onTrack`, as a share of the way to the target. */
const TOLERANCE = 0.02;

/** The plan's value at an instant (ms since 1970); undefined where the goal has no plan line. */
export function planAt(
  goal: Goal,
  span: Span,
  lower: boolean,
  instant: number,
): number | undefined {
  const base = baselineOf(goal, lower);
  const from = parseAt(span.start)?.start;
  const to = periodEnd(goal.due ?? span.end);
  if (goal.pace !== 'linear' || base === undefined || from === undefined || !(to > from)) {
    return undefined;
  }
  const share = Math.min(1, Math.max(0, (instant - from) / (to - from)));
  return base + (goal.target - base) * share;
}

/** Without a baseline the plan line starts at 0. Where lower is better, its start is unknown. */
function baselineOf({ baseline }: Goal, lower: boolean): number | undefined {
  return baseline ?? (lower ? undefined : 0);
}

/**
 * How a goal stands.
 *
 * @param today - the day in Viet Nam: only whether the target is due depends on it
 */
export function goalResult(
  goal: Goal,
  span: Span,
  result: Observation | undefined,
  indicator: Indicator | undefined,
  today: string,
): GoalResult {
  const due = goal.due ?? span.end;
  const lower = indicator?.better === 'lower';
  const bare = { target: goal.target, due, plan: undefined, distance: undefined };
  if (!result || isMissing(result)) {
    return { ...bare, verdict: 'missing', share: undefined, unit: 'points' };
  }
  const progress = progressOf({ ...result, target: goal.target }, indicator);
  const end = result.at === undefined ? periodEnd(today) : periodEnd(result.at);
  const plan = planAt(goal, span, lower, end);
  const common = { ...bare, share: progress?.share, plan };
  const percent = isPercentage(indicator);
  const unit = percent ? ('points' as const) : ('count' as const);
  const reached = progress?.verdict;
  if (reached === 'met' || reached === 'exceeded') return { ...common, verdict: reached, unit };
  const isDue = today > due && !(end < periodEnd(due));
  if (plan !== undefined && !isDue) {
    const way = Math.abs(goal.target - (baselineOf(goal, lower) ?? 0));
    const verdict = paceOf(result, plan, way * TOLERANCE, lower);
    const away = isExact(result) ? Math.abs(result.value - plan) : undefined;
    const distance =
      verdict === 'onTrack' || verdict === 'open' || away === undefined
        ? undefined
        : Number(away.toFixed(6));
    const lag = distance === undefined || percent || way === 0 ? distance : (distance * 100) / way;
    return { ...common, verdict, distance, lag, unit };
  }
  if (reached !== 'under') return { ...common, verdict: 'open', unit };
  const distance = isExact(result)
    ? Number(Math.abs(goal.target - result.value).toFixed(6))
    : undefined;
  return { ...common, verdict: isDue ? 'missed' : 'short', distance, unit };
}

/** What a count still needs, and how fast. */
export interface PaceNeeded {
  /** What is missing to the target, above 0. */
  readonly missing: number;
  /** Days after today until the target is due; 1 at least. */
  readonly days: number;
  /** Needed on each of these days, rounded up. */
  readonly needed: number;
  /** Reached on each day so far, on average, rounded. */
  readonly now: number;
}

/** The pace that a count needs from today on; `undefined` for rates, places, and what is not exact. */
export function paceNeeded(
  goal: Goal,
  span: Span,
  result: Observation | undefined,
  indicator: Indicator | undefined,
  today: string,
): PaceNeeded | undefined {
  if (!result || !isExact(result) || isMissing(result) || result.at === undefined) return undefined;
  if (isPercentage(indicator) || isRank(indicator) || indicator?.better === 'lower')
    return undefined;
  const measured = parseAt(result.at)?.lastDay;
  const missing = Number((goal.target - result.value).toFixed(6));
  const days = daysBetween(today, goal.due ?? span.end);
  if (!measured || measured < span.start || today < span.start || !(missing > 0) || days < 1)
    return undefined;
  const past = daysInclusive(span.start, measured);
  return {
    missing,
    days,
    needed: Math.ceil(missing / days),
    now: Math.round((result.value - (goal.baseline ?? 0)) / past),
  };
}

/** When a goal would be reached at the average pace so far: an even share for each day, no forecast. */
export interface Arrival {
  /** The days over which the pace was measured, both counted. */
  readonly from: string;
  readonly to: string;
  /** The average of a day, above 0; downwards where lower is better. */
  readonly perDay: number;
  readonly day: string;
  /** Days after the target is due; 0 or less: in time. */
  readonly late: number;
}

/** Days: an estimate later than this is not shown, because it says nothing. */
const FARTHEST = 3650;

/**
 * The day on which the average pace would reach the target; `undefined` where that cannot be said: for
 * places, for rates without a baseline, for what is not exact, and where nothing moves towards the target.
 */
export function arrivalOf(
  goal: Goal,
  span: Span,
  result: Observation | undefined,
  indicator: Indicator | undefined,
  today: string,
): Arrival | undefined {
  if (!result || !isExact(result) || isMissing(result) || isRank(indicator)) return undefined;
  const lower = indicator?.better === 'lower';
  const base = goal.baseline ?? (lower || isPercentage(indicator) ? undefined : 0);
  const to = parseAt(result.at ?? '')?.lastDay;
  const due = goal.due ?? span.end;
  if (base === undefined || !to || to < span.start || to > today || today > due) return undefined;
  const direction = lower ? -1 : 1;
  const perDay = ((result.value - base) * direction) / daysInclusive(span.start, to);
  const missing = (goal.target - result.value) * direction;
  const days = Math.ceil(Number((missing / perDay).toFixed(6)));
  if (!(perDay > 0) || !(missing > 0) || !(days <= FARTHEST)) return undefined;
  const day = addDays(to, days);
  return { from: span.start, to, perDay, day, late: daysBetween(due, day) };
}

/**
 * The side of the plan on which all possible values of the figure lie; `open` where they lie on both sides.
 */
function paceOf(o: Observation, plan: number, tolerance: number, lower: boolean): GoalVerdict {
  const sides = bounds(o).map((value): GoalVerdict => {
    const ahead = (value - plan) * (lower ? -1 : 1);
    // Rounding of floating-point numbers must not make a goal late.
    if (Math.abs(ahead) <= tolerance + 1e-9) return 'onTrack';
    return ahead > 0 ? 'ahead' : ahead < 0 ? 'behind' : 'open';
  });
  return sides[0] === sides[1] ? (sides[0] ?? 'open') : 'open';
}
