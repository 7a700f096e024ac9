/**
 * The positions of the marks on a time axis; their words: `i18n/axis-texts.ts`. A figure is placed at the end
 * of its period, so a mark is placed at the end of the period that it names: "8/2022" is the end of August
 * 2022. Where the figures are of days, so are the marks: "01/9" is the end of that day.
 */
import { vietnamDay } from './calendar.js';

export type Precision = 'year' | 'month' | 'day';

export interface TimeTick {
  /** ms since 1970. */
  readonly end: number;
  /** What the mark names: a year, a month, a day, or a day with its year. */
  readonly says: 'axisYear' | 'axisMonth' | 'axisDay' | 'axisDayOfYear';
}

export interface TimeAxisOptions {
  /** How many marks there is room for. */
  readonly most: number;
  /** The finest period of the figures: there is no mark between two of them. */
  readonly finest: Precision;
}

const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;
const LONGEST_STEP = 1200;
/** The most months that a JavaScript date can hold, with a margin. */
const MOST_MONTHS = 1e8;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const DAY_STEPS = [1, 2, 7, 14];
/** Months between two marks of an axis of days that is too long for those. */
const FIRST_STEPS = [1, 2, 3, 6];

/** The marks between two instants, in even steps of days, months or years. */
export function timeTicks(from: number, to: number, { most, finest }: TimeAxisOptions): TimeTick[] {
  if (!(to >= from)) return [];
  const room = Math.max(1, most);
  const crosses = vietnamDay(from).slice(0, 4) !== yearBefore(to);
  if (finest === 'day') {
    for (const step of DAY_STEPS) {
      const ends = dayEnds(from, to, step, room);
      if (ends) return ends.map((end) => ({ end, says: crosses ? 'axisDayOfYear' : 'axisDay' }));
    }
    // Short forms are not used for more than a year, because two marks would have the same text.
    for (const step of to - from < 360 * DAY ? FIRST_STEPS : []) {
      const ends = monthEnds(from - DAY, to - DAY, step, room)?.map((end) => end + DAY);
      if (ends) return firstDays(ends, crosses);
    }
  }
  const says = finest === 'year' ? 'axisYear' : 'axisMonth';
  for (const step of monthSteps(finest === 'year' ? 12 : 1)) {
    const ends = monthEnds(from, to, step, room);
    if (ends) return ends.map((end) => ({ end, says }));
  }
  return [];
}

/** Steps in months from a shortest one up: beyond a century two, five and ten of them, and so on. */
function* monthSteps(shortest: number): Generator<number> {
  yield* MONTH_STEPS.filter((step) => step >= shortest);
  for (let step = LONGEST_STEP; step < MOST_MONTHS; step *= 10) {
    yield step * 2;
    yield step * 5;
    yield step * 10;
  }
}

/** The first days of months, each with its year where that is another than the mark's before. */
function firstDays(ends: readonly number[], crosses: boolean): TimeTick[] {
  let last = '';
  return ends.map((end) => {
    const year = yearBefore(end);
    const says = crosses && year !== last ? 'axisDayOfYear' : 'axisDay';
    last = year;
    return { end, says };
  });
}

/**
 * The ends of days, counted back from the last one, so that the newest day has a mark; `undefined` where
 * they are more than `most`, which is known without walking through them.
 */
function dayEnds(from: number, to: number, step: number, most: number): number[] | undefined {
  const last = Math.floor((to + OFFSET) / DAY);
  const first = Math.ceil((from + OFFSET) / DAY);
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  if (!(count <= most)) return undefined;
  return Array.from({ length: count })
    .map((_, i) => (last - i * step) * DAY - OFFSET)
    .reverse();
}

/** The ends of months in even steps; `undefined` where they are more than `most`. */
function monthEnds(from: number, to: number, step: number, most: number): number[] | undefined {
  const [first, last] = [monthOf(from), monthOf(to)];
  const start = Math.floor(first / step) * step;
  // At both edges one mark may fall outside.
  if (!((last - start) / step <= most + 2)) return undefined;
  const ends: number[] = [];
  for (let index = start; ; index += step) {
    const end = Date.UTC(Math.floor(index / 12), index % 12) - OFFSET;
    if (!(end <= to)) return ends.length <= most ? ends : undefined;
    if (end >= from) ends.push(end);
  }
}

/** Months since the year 0 of the month that an instant lies in. */
function monthOf(time: number): number {
  const [year = 0, month = 1] = vietnamDay(time).split('-').map(Number);
  return year * 12 + month - 1;
}

/** The year of the last day before an instant. */
const yearBefore = (end: number): string => vietnamDay(end - 1).slice(0, 4);
