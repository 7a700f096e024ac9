/**
 * A goal's result against its target and, for `linear` goals alone, against the plan line: from the
 * baseline when the campaign starts to the target when it is due. The result is compared with the
 * plan of its own date, never with today's.
 */
import type { Goal } from '../api/campaign.js';
import type { Indicator, Observation } from '../api/figures.js';
import { parseAt, periodEnd } from './calendar.js';
import type { Span } from './campaign.js';
import { isExact, isMissing, isPercentage } from './observations.js';
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
  readonly unit: 'points' | 'count';
}

/** Within this part of the way to the target a result is on plan. */
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

/** Without a baseline a line starts at 0; where lower is better nobody knows where it starts. */
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
    // Away from the plan in points of the way to the target; a percentage has points of its own.
    const away = isExact(result) ? Math.abs(result.value - plan) : undefined;
    const scale = percent || way === 0 ? 1 : 100 / way;
    const distance = verdict === 'onTrack' || verdict === 'open' ? undefined : away && away * scale;
    return { ...common, verdict, distance, unit: 'points' };
  }
  if (reached !== 'under') return { ...common, verdict: 'open', unit };
  const distance = isExact(result)
    ? Number(Math.abs(goal.target - result.value).toFixed(6))
    : undefined;
  return { ...common, verdict: isDue ? 'missed' : 'short', distance, unit };
}

/** Where all that the figure can be lies on one side of the plan, that side; else it is open. */
function paceOf(o: Observation, plan: number, tolerance: number, lower: boolean): GoalVerdict {
  const sides = bounds(o).map((value): GoalVerdict => {
    const ahead = (value - plan) * (lower ? -1 : 1);
    // A hair's breadth of a floating point is no reason to be late.
    if (Math.abs(ahead) <= tolerance + 1e-9) return 'onTrack';
    return ahead > 0 ? 'ahead' : ahead < 0 ? 'behind' : 'open';
  });
  return sides[0] === sides[1] ? (sides[0] ?? 'open') : 'open';
}
