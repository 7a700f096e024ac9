/**
 * Where a time axis has its marks, and what they say. A figure stands at the end of its period, so
 * a mark stands at the end of the period that it names: "8/2022" is the end of August 2022. Where the
 * figures are of days, so are the marks: "01/9" is the end of that day.
 */
import { vietnamDay } from './calendar.js';

export type Precision = 'year' | 'month' | 'day';

export interface TimeTick {
  /** ms since 1970. */
  readonly end: number;
  readonly text: string;
}

export interface TimeAxisOptions {
  /** How many marks there is room for. */
  readonly most: number;
  /** The finest period of the figures: there is no mark between two of them. */
  readonly finest: Precision;
  readonly language: string;
}

const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const DAY_STEPS = [1, 2, 7, 14];
/** Months between two marks of an axis of days that is too long for those. */
const FIRST_STEPS = [1, 2, 3, 6];

/** The marks between two instants, in even steps of days, months or years. */
export function timeTicks(
  from: number,
  to: number,
  { most, finest, language }: TimeAxisOptions,
): TimeTick[] {
  if (!(to >= from)) return [];
  const room = Math.max(1, most);
  const crosses = vietnamDay(from).slice(0, 4) !== vietnamDay(to - 1).slice(0, 4);
  if (finest === 'day') {
    for (const step of DAY_STEPS) {
      const ends = dayEnds(from, to, step);
      if (ends.length <= room) {
        return ends.map((end) => ({ end, text: dayText(end, language, crosses) }));
      }
    }
    // Over more than a year, two marks would say the same day.
    for (const step of to - from < 360 * DAY ? FIRST_STEPS : []) {
      const ends = monthEnds(from - DAY, to - DAY, step).map((end) => end + DAY);
      if (ends.length <= room) return firstDays(ends, language, crosses);
    }
  }
  const fitting = MONTH_STEPS.filter((step) => finest !== 'year' || step >= 12);
  const step = fitting.find((months) => monthEnds(from, to, months).length <= room) ?? 1200;
  const text = finest === 'year' ? yearText : monthText;
  return monthEnds(from, to, step).map((end) => ({ end, text: text(end, language) }));
}

/** The first days of months, each with its year where that is another than the mark's before. */
function firstDays(ends: readonly number[], language: string, crosses: boolean): TimeTick[] {
  let last = 0;
  return ends.map((end) => {
    const [year] = lastDay(end);
    const text = dayText(end, language, crosses && year !== last);
    last = year;
    return { end, text };
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

const isEnglish = (language: string): boolean => /^en\b/i.test(language);
const two = (n: number): string => String(n).padStart(2, '0');

/** Year, month and day of the last day before an instant. */
function lastDay(end: number): [number, number, number] {
  const [year = 0, month = 1, day = 1] = vietnamDay(end - 1)
    .split('-')
    .map(Number);
  return [year, month, day];
}

const yearText = (end: number): string => String(lastDay(end)[0]);

const shortMonth = (month: number): string =>
  new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1),
  );

const monthDigits = (month: number): string => (month < 3 ? two(month) : String(month));

function monthText(end: number, language: string): string {
  const [year, month] = lastDay(end);
  return isEnglish(language) ? `${shortMonth(month)} ${year}` : `${monthDigits(month)}/${year}`;
}

function dayText(end: number, language: string, withYear: boolean): string {
  const [year, month, day] = lastDay(end);
  if (isEnglish(language)) return `${day} ${shortMonth(month)}${withYear ? ` ${year}` : ''}`;
  return `${two(day)}/${monthDigits(month)}${withYear ? `/${year}` : ''}`;
}
