/** The totals of a list as counted and as its data states them, its age, and its next report. */
import type { Observation } from '../api/figures.js';
import type { Team } from '../api/teams.js';
import { daysBetween, nextReportingDay, parseAt } from './calendar.js';
import { figureOf, historyOf, isExact, isMissing } from './observations.js';
import { exactMembers } from './roster.js';

/** One total: what was counted in the list, and what the data states. */
export interface Total {
  readonly indicator: string;
  readonly listed: number;
  /** The number of teams that were counted; undefined where all were. */
  readonly counted: number | undefined;
  readonly stated: Observation | undefined;
  /** True where both are exact and not the same. */
  readonly differs: boolean;
}

const COUNTS: Readonly<Record<string, (team: Team) => number | undefined>> = {
  teams: () => 1,
  'teams.commune': ({ level }) => (level === 'commune' ? 1 : 0),
  'teams.hamlet': ({ level }) => (level === 'hamlet' ? 1 : 0),
  members: exactMembers,
};

/** The totals of a list; those by level only where the data states them. */
export function totalsOf(
  teams: readonly Team[],
  observations: readonly Observation[],
  area: string,
): Total[] {
  return Object.entries(COUNTS).flatMap(([indicator, count]): Total[] => {
    const stated = figureOf(historyOf(observations, area, indicator)).observation;
    if (indicator.startsWith('teams.') && !stated) return [];
    let [listed, counted] = [0, 0];
    for (const team of teams) {
      const n = count(team);
      if (n === undefined) continue;
      listed += n;
      counted++;
    }
    const whole = counted === teams.length;
    const statedFigure = stated && !isMissing(stated) ? stated : undefined;
    const differs =
      !!statedFigure && (!whole || !isExact(statedFigure) || statedFigure.value !== listed);
    return [
      { indicator, listed, counted: whole ? undefined : counted, stated: statedFigure, differs },
    ];
  });
}

/**
 * Whether a list is older than a year.
 *
 * @param at - when it was written, or the date of its figures
 * @param today - the day in Viet Nam, `YYYY-MM-DD`
 */
export function isOld(at: string | undefined, today: string): boolean {
  const day = at && parseAt(at)?.lastDay;
  return !!day && daysBetween(day, today) > 366;
}

/** The next day of a monthly report, today included; undefined for any other rhythm. */
export function nextReport(
  reporting: { every?: string | undefined; day?: number | undefined } | undefined,
  today: string,
): string | undefined {
  const { every = 'P1M', day } = reporting ?? {};
  return every === 'P1M' && day && day <= 31 ? nextReportingDay(day, today) : undefined;
}
