/** Observations: what a figure is, which one counts, how it changed. See docs/api.md. */
import type { Indicator, Observation } from '../api/figures.js';
import { compareAt, containsAt, parseAt, type Period } from './calendar.js';

/** The figure of one area and indicator, with its context. */
export interface Figure {
  /** The observation shown; absent where the data has none. */
  readonly observation: Observation | undefined;
  /** The newest one that has a figure, where the observation shown is missing. */
  readonly lastKnown: Observation | undefined;
  /** The history up to the observation shown, oldest first. */
  readonly trail: readonly Observation[];
  /** A newer observation, where the figure is pinned to an earlier date. */
  readonly newest: Observation | undefined;
}

/** True where the source gives no figure: missing is not zero. */
export function isMissing(o: Observation): boolean {
  if (o.status === 'missing') return true;
  return typeof o.value !== 'number' && !o.range && !isPair(o);
}

/** True where numerator and denominator are both given. */
export function isPair(o: Observation): o is Observation & { num: number; den: number } {
  return o.num !== undefined && o.den !== undefined;
}

/** True for a number that can be added and subtracted: no range, approximation or estimate. */
export function isExact(o: Observation): o is Observation & { value: number } {
  return (
    typeof o.value === 'number' &&
    !o.range &&
    !o.approx &&
    o.status !== 'missing' &&
    o.status !== 'estimated'
  );
}

/** The observations of a list by indicator and area, so that the list is read once for many histories. */
interface Index {
  /** Length of the list when it was read: a list that has grown is read again. */
  readonly length: number;
  readonly byIndicator: Map<string, Map<string, Observation[]>>;
  readonly histories: Map<readonly Observation[], readonly Observation[]>;
}

const indexes = new WeakMap<readonly Observation[], Index>();

function indexOf(observations: readonly Observation[]): Index {
  const cached = indexes.get(observations);
  if (cached?.length === observations.length) return cached;
  const byIndicator: Index['byIndicator'] = new Map();
  for (const o of observations) {
    let byArea = byIndicator.get(o.indicator);
    if (!byArea) byIndicator.set(o.indicator, (byArea = new Map<string, Observation[]>()));
    const list = byArea.get(o.area);
    if (list) list.push(o);
    else byArea.set(o.area, [o]);
  }
  const index = { length: observations.length, byIndicator, histories: new Map() };
  indexes.set(observations, index);
  return index;
}

/** The observations of an area and indicator, oldest first; of two with equal dates the later in the list. */
export function historyOf(
  observations: readonly Observation[],
  area: string,
  indicator: string,
): readonly Observation[] {
  const { byIndicator, histories } = indexOf(observations);
  const list = byIndicator.get(indicator)?.get(area);
  if (!list) return NO_HISTORY;
  let history = histories.get(list);
  if (!history) histories.set(list, (history = inOrder(list)));
  return history;
}

const NO_HISTORY: readonly Observation[] = [];

/**
 * Sorts by date, oldest first, with one observation for each date. Each date is parsed once, because a sort
 * compares it often. Observations without a date count only where no other observation has one, because they
 * are neither older nor newer than the others.
 */
function inOrder(list: readonly Observation[]): readonly Observation[] {
  if (list.length === 1) return list;
  const byDate = new Map<string, Observation>();
  for (const o of list) byDate.set(o.at ?? '', o);
  const dated = [...byDate.values()].flatMap((o) => {
    const period = o.at ? parseAt(o.at) : undefined;
    return period ? [{ o, period }] : [];
  });
  if (dated.length === 0) return list.slice(-1);
  return dated.sort((a, b) => comparePeriods(a.period, b.period)).map(({ o }) => o);
}

const comparePeriods = (a: Period, b: Period): number => a.end - b.end || a.start - b.start;

/**
 * Compares dates of different areas. A figure without a date comes last, because nothing says that it is new.
 */
function compareDates(a: string | undefined, b: string | undefined): number {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  return compareAt(a, b);
}

/**
 * The figure of a history: its newest observation, or the one that `at` pins: the
 * same date, else the newest whose period lies inside it, else none.
 */
export function figureOf(history: readonly Observation[], at?: string): Figure {
  const index = at ? pinnedIndex(history, at) : history.length - 1;
  const observation = history[index];
  const trail = index + 1 === history.length ? history : history.slice(0, index + 1);
  const missing = observation !== undefined && isMissing(observation);
  const newest = history[history.length - 1];
  return {
    observation,
    trail,
    lastKnown: missing ? lastWhere(trail, (o) => !isMissing(o)) : undefined,
    newest: at && newest !== observation ? newest : undefined,
  };
}

function pinnedIndex(history: readonly Observation[], at: string): number {
  let inside = -1;
  for (let i = 0; i < history.length; i++) {
    const date = history[i]?.at;
    if (date === at) return i;
    if (date && containsAt(at, date)) inside = i;
  }
  return inside;
}

function lastWhere<T>(items: readonly T[], test: (item: T) => boolean): T | undefined {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (item !== undefined && test(item)) return item;
  }
  return undefined;
}

/** The newest observation with a figure, else the newest of all; of two with one date the first. */
export function newestOf(
  observations: readonly (Observation | undefined)[],
): Observation | undefined {
  const newer = (best: Observation | undefined, o: Observation | undefined) =>
    o && (!best?.at || compareAt(o.at ?? '', best.at) > 0) ? o : best;
  return (
    observations.reduce((best, o) => (o && !isMissing(o) ? newer(best, o) : best), undefined) ??
    observations.reduce(newer, undefined)
  );
}

/** An observation that says that there is no figure. */
export const missingObservation = (area: string, indicator: string, at?: string): Observation => ({
  area,
  indicator,
  value: null,
  status: 'missing',
  ...(at === undefined ? {} : { at }),
});

/** True for a place in an order ("thứ 55/63"), which falls when things go well. */
export function isRank(indicator: Indicator | undefined): boolean {
  return indicator?.of !== undefined;
}

/** True where the unit is a percentage, whose differences are percentage points. */
export function isPercentage(indicator: Indicator | undefined): boolean {
  return indicator?.unit === '%' || (indicator?.unit as { vi?: string } | undefined)?.vi === '%';
}

/** How a figure moved since an earlier one. */
export interface Change {
  /** The arithmetic difference: from rank 57 to 55 it is −2. For percentages it is in percentage points. */
  readonly value: number;
  /** The date compared with; absent where the source does not say. */
  readonly since: string | undefined;
  readonly kind: 'rank' | 'points' | 'count';
  /** Whether the move is for the better; absent where the data does not say which way is better. */
  readonly improved: boolean | undefined;
}

/** The change that the data states, else the difference to the previous exact observation. */
export function changeOf(figure: Figure, indicator: Indicator | undefined): Change | undefined {
  const current = figure.observation;
  if (!current || isMissing(current)) return undefined;
  const stated = current.change;
  const previous = figure.trail[figure.trail.length - 2];
  let value: number;
  if (stated) value = stated.value;
  else if (previous && isExact(previous) && isExact(current)) {
    // Decimal fractions are subtracted in the figures' own precision: 42.8 − 42.5 is 0.3.
    value = Number((current.value - previous.value).toFixed(6));
  } else return undefined;
  const better = indicator?.better;
  return {
    value,
    since: stated ? stated.since : previous?.at,
    kind: isRank(indicator) ? 'rank' : isPercentage(indicator) ? 'points' : 'count',
    improved: better && value ? value > 0 === (better === 'higher') : undefined,
  };
}

/** What the children of an area add up to. */
export interface Sum {
  readonly value: number;
  /** How many children have an exact figure of that date. */
  readonly counted: number;
  /** True where every child has one, so that the sum may be called the parent's total. */
  readonly whole: boolean;
  readonly at: string | undefined;
}

/** Adds the children's newest figures that are exact and of one date; `undefined` for what never adds up. */
export function sumOf(
  observations: readonly Observation[],
  children: readonly string[],
  indicatorKey: string,
  indicator: Indicator | undefined,
): Sum | undefined {
  if (indicator?.aggregate !== 'sum' || children.length === 0) return undefined;
  const figures = children.map(
    (id) => figureOf(historyOf(observations, id, indicatorKey)).observation,
  );
  const exact = figures.filter((o): o is Observation & { value: number } => !!o && isExact(o));
  const newest = exact.reduce<string | undefined>(
    (max, o) => (compareDates(o.at, max) > 0 ? o.at : max),
    undefined,
  );
  const same = exact.filter((o) => o.at === newest);
  if (same.length === 0) return undefined;
  return {
    value: same.reduce((sum, o) => sum + o.value, 0),
    counted: same.length,
    whole: same.length === children.length,
    at: newest,
  };
}

/**
 * True where none of some areas has a figure at a pinned date, and one has had figures: these have left the
 * document, and are not called missing, because they were published once.
 */
export const hasLeft = (
  all: readonly Observation[],
  indicator: string,
  areas: readonly { readonly id: string; readonly observation: Observation | undefined }[],
): boolean =>
  areas.every(({ observation }) => observation === undefined) &&
  all.some(
    (o) => o.indicator === indicator && !isMissing(o) && areas.some(({ id }) => id === o.area),
  );
