/**
 * Where a time axis has its marks; what they say in words: `i18n/axis-texts.ts`. A figure stands at the end of its period, so
 * a mark stands at the end of the period that it names: "8/2022" is the end of August 2022. Where the
 * figures are of days, so are the marks: "01/9" is the end of that day.
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
      const ends = dayEnds(from, to, step);
      if (ends.length <= room) {
        return ends.map((end) => ({ end, says: crosses ? 'axisDayOfYear' : 'axisDay' }));
      }
    }
    // Over more than a year, two marks would say the same day.
    for (const step of to - from < 360 * DAY ? FIRST_STEPS : []) {
      const ends = monthEnds(from - DAY, to - DAY, step).map((end) => end + DAY);
      if (ends.length <= room) return firstDays(ends, crosses);
    }
  }
  const fitting = MONTH_STEPS.filter((step) => finest !== 'year' || step >= 12);
  const step = fitting.find((months) => monthEnds(from, to, months).length <= room) ?? 1200;
  const says = finest === 'year' ? 'axisYear' : 'axisMonth';
  return monthEnds(from, to, step).map((end) => ({ end, says }));
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

/** The ends of days, counted back from the last one, so that the newest day has a mark. */
function dayEnds(from: number, to: number, step: number): number[] {
  const last = Math.floor((to + OFFSET) / DAY);
  const first = Math.ceil((from + OFFSET) / DAY);
  const ends: number[] = [];
  for (let day = last; day >= first; day -= step) ends.unshift(day * DAY - OFFSET);
  return ends;
}

function monthEnds(from: number, to: number, step: number): number[] {
  const [year = 0, month = 1] = vietnamDay(from).split('-').map(Number);
  const start = Math.floor((year * 12 + month - 1) / step) * step;
  const ends: number[] = [];
  for (let index = start; ; index += step) {
    const end = Date.UTC(Math.floor(index / 12), index % 12) - OFFSET;
    if (end > to) return ends;
    if (end >= from) ends.push(end);
  }
}

/** The year of the last day before an instant. */
const yearBefore = (end: number): string => vietnamDay(end - 1).slice(0, 4);
