/** The areas that take part in a campaign, in the order of one goal, and how the order has changed. */
import type { Indicator, Observation } from '../api/figures.js';
import { compareAt } from './calendar.js';
import { figureOf, historyOf, isMissing } from './observations.js';

export interface StandingsRow {
  readonly area: string;
  readonly observation: Observation & { value: number };
  /** 1, 2, 2, 4: equal figures share a place. */
  readonly rank: number;
  readonly tied: boolean;
  /** Places gained (above 0) or lost since `since`; absent where the area had no figure then. */
  readonly moved: number | undefined;
}

export interface Standings {
  readonly rows: readonly StandingsRow[];
  /** The areas without a figure that can be put in an order. */
  readonly apart: readonly {
    readonly area: string;
    readonly observation: Observation | undefined;
  }[];
  /** The date of the newest figure. */
  readonly at: string | undefined;
  /** The date that `moved` compares with: the newest before `at`. */
  readonly since: string | undefined;
}

/** The areas of some observations beside one, in the order in which they first occur. */
export function areasBeside(observations: readonly Observation[], excluded: string): string[] {
  return [...new Set(observations.map(({ area }) => area))].filter((area) => area !== excluded);
}

/** Puts areas in the order of an indicator: the best first, which `better: "lower"` turns round. */
export function standingsOf(
  observations: readonly Observation[],
  areas: readonly string[],
  key: string,
  indicator: Indicator | undefined,
): Standings {
  const histories = new Map(areas.map((area) => [area, historyOf(observations, area, key)]));
  const newest = [...histories].map(([area, all]) => [area, figureOf(all).observation] as const);
  const ranked = newest.filter((e): e is readonly [string, StandingsRow['observation']] =>
    canRank(e[1]),
  );
  const dates = datesOf(histories);
  const [since, at] = [dates[dates.length - 2], dates[dates.length - 1]];
  const before = since ? ranksOf(valuesUntil(histories, since), indicator) : undefined;
  const now = ranksOf(new Map(ranked.map(([area, o]) => [area, o.value])), indicator);
  const sharing = countsOf([...now.values()]);
  const rows = ranked.map(([area, observation]): StandingsRow => {
    const rank = now.get(area) ?? 0;
    const earlier = before?.get(area);
    const tied = (sharing.get(rank) ?? 0) > 1;
    return { area, observation, rank, tied, moved: earlier && earlier - rank };
  });
  rows.sort((a, b) => a.rank - b.rank);
  const apart = newest
    .filter(([, o]) => !canRank(o))
    .map(([area, observation]) => ({ area, observation }));
  return { rows, apart, at, since };
}

/** How often each number occurs. */
export function countsOf(numbers: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return counts;
}

/** False for a range, because it has no single place in an order. */
const canRank = (o: Observation | undefined): boolean =>
  !!o && !isMissing(o) && !o.range && typeof o.value === 'number';

/** The dates on which any area has a figure, oldest first. */
function datesOf(histories: ReadonlyMap<string, readonly Observation[]>): string[] {
  const dates = new Set<string>();
  histories.forEach((all) => all.forEach((o) => o.at && canRank(o) && dates.add(o.at)));
  return [...dates].sort(compareAt);
}

/** The figures of the areas at a date. */
function valuesUntil(
  histories: ReadonlyMap<string, readonly Observation[]>,
  date: string,
): Map<string, number> {
  const values = new Map<string, number>();
  histories.forEach((all, area) => {
    const observation = lastUntil(all, date);
    if (observation && canRank(observation)) values.set(area, observation.value ?? 0);
  });
  return values;
}

/** The newest of a history that is not after a date. */
function lastUntil(history: readonly Observation[], date: string): Observation | undefined {
  for (let i = history.length - 1; i >= 0; i--) {
    const o = history[i];
    if (o?.at && compareAt(o.at, date) <= 0) return o;
  }
  return undefined;
}

/** The place of each area: one more than the areas that are better. */
function ranksOf(
  values: ReadonlyMap<string, number>,
  indicator: Indicator | undefined,
): Map<string, number> {
  const sign = indicator?.better === 'lower' ? -1 : 1;
  const rankOf = new Map<number, number>();
  [...values.values()]
    .sort((a, b) => (b - a) * sign)
    .forEach((value, i) => {
      if (!rankOf.has(value)) rankOf.set(value, i + 1);
    });
  return new Map([...values].map(([area, value]) => [area, rankOf.get(value) ?? 0]));
}
