/**
 * Dates in words, in the language of a reader: each pattern is a text (`dateDay`, `dateMonth`, …) that a
 * registered language gives too. Always Viet Nam time. What is no date is shown as it was written.
 */
import { parseAt, vietnamDay, type Period } from '../domain/calendar.js';
import { capital } from './capital.js';
import { translator } from './translator.js';

export interface DateWording {
  /** The source gives no date: the one shown is inferred (`atApprox`). */
  readonly approx?: boolean | undefined;
  /** Leaves out why the date is approximate, where there is no room for it. */
  readonly brief?: boolean | undefined;
}

const ROMAN = ['I', 'II', 'III', 'IV'];

const two = (n: number): string => String(n).padStart(2, '0');

const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function monthName(month: number, lang: string, form: 'long' | 'short'): string {
  // Equal to `Intl`, whose first format of dates takes a third of an English card's CPU.
  const english = lang === 'en' && ENGLISH_MONTHS[month - 1];
  if (english) return form === 'long' ? english : english.slice(0, 3);
  try {
    // A language that Intl does not know (Mông, Ê Đê) has numbers for names.
    if (Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0) return `${month}`;
    const first = Date.UTC(2000, month - 1);
    return new Intl.DateTimeFormat(lang, { month: form, timeZone: 'UTC' }).format(first);
  } catch {
    return `${month}`; // a page without `Intl`, or with a part of it
  }
}

/**
 * The values of a date pattern, for a day (`YYYY-MM-DD`): `{year}`; `{m}` and `{d}` as plain numbers; `{mm}`
 * and `{dd}` as Vietnamese documents write them, with a zero before days under 10 and before months 1 and 2
 * only (Decree 30/2020); `{month}` and `{mon}` the name of the month in the language, long and short.
 */
export function dateValues(day: string, lang: string) {
  const [year = 0, m = 1, d = 1] = day.split('-').map(Number);
  return {
    year,
    m,
    d,
    mm: m < 3 ? two(m) : m,
    dd: two(d),
    // Getters, because only some patterns have month names, and starting `Intl` is slow on a cheap phone.
    get month() {
      return monthName(m, lang, 'long');
    },
    get mon() {
      return monthName(m, lang, 'short');
    },
  };
}

type DayKey = 'dateDay' | 'dateMonth' | 'dateYear';

const dayWords = (key: DayKey, day: string, lang: string): string =>
  translator(lang)(key, dateValues(day, lang));

/** A day (`YYYY-MM-DD`): "01/6/2022", "1 June 2022". */
export function formatDay(day: string, lang: string): string {
  return dayWords('dateDay', day, lang);
}

/** The time of an instant (ms since 1970) in Viet Nam, 24 hours: "08:00". */
export function formatTime(epochMs: number): string {
  const minutes = Math.floor(epochMs / 60_000) + 7 * 60;
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** An instant (ms since 1970): "08:00 ngày 20/11/2026", "08:00 on 20 November 2026". */
export function formatDateTime(epochMs: number, lang: string): string {
  const date = formatDay(vietnamDay(epochMs), lang);
  return translator(lang)('dateTime', { time: formatTime(epochMs), date });
}

/** Whole months of one year that have a name of their own: a half, a quarter, "9 tháng đầu năm". */
function monthsWords(year: number, first: number, last: number, lang: string): string | undefined {
  const t = translator(lang);
  const n = last - first + 1;
  if (n === 3 && first % 3 === 1) {
    const quarter = last / 3;
    return t('dateQuarter', { n: quarter, roman: ROMAN[quarter - 1] ?? '', year });
  }
  if (n === 6 && last === 12) return t('dateSecondHalf', { year });
  if (first > 1) return undefined;
  return t(n === 6 ? 'dateFirstHalf' : 'dateMonths', { n, year });
}

function intervalWords(at: Period, ends: readonly [Period, Period], lang: string): string {
  const { year, m: first } = dateValues(at.firstDay, lang);
  const { year: lastYear, m: last } = dateValues(at.lastDay, lang);
  // Whole months, however they were written: `2023-01-01/2023-06-30` is a half-year too.
  const whole = at.firstDay.slice(8) === '01' && vietnamDay(at.end).slice(8) === '01';
  if (whole && year === lastYear) {
    if (first === last) return dayWords('dateMonth', at.firstDay, lang);
    if (last - first === 11) return dayWords('dateYear', at.firstDay, lang);
    const words = monthsWords(year, first, last, lang);
    if (words) return words;
  }
  const [from, to] = ends.map((end) => periodWords(end, lang));
  return translator(lang)('dateSpan', { from: from ?? '', to: to ?? '' });
}

function periodWords(at: Period, lang: string): string {
  if (at.ends) return intervalWords(at, at.ends, lang);
  if (at.precision === 'year') return dayWords('dateYear', at.firstDay, lang);
  if (at.precision === 'month') return dayWords('dateMonth', at.firstDay, lang);
  return at.precision === 'day' ? formatDay(at.firstDay, lang) : formatDateTime(at.start, lang);
}

/**
 * The date of a figure: "31/8/2022", "tháng 8/2022", "6 tháng đầu năm 2023", "quý III/2023";
 * with `approx` "khoảng tháng 12/2022 (nguồn không ghi ngày)". Without a capital in English
 * ("first half of 2023"), to stand inside a sentence.
 */
export function formatAt(at: string, lang: string, { approx, brief }: DateWording = {}): string {
  const t = translator(lang);
  const period = parseAt(at);
  const date = period ? periodWords(period, lang) : at;
  if (!approx) return date;
  return brief ? t('about', { n: date }) : t('dateInferred', { date });
}

/**
 * The date of a figure as a sentence. A day, a month or a time is a state: "Số liệu tính đến
 * tháng 8/2022"; a year or an interval is what happened in it: "Số liệu năm 2023".
 */
export function asOf(at: string, lang: string, wording: DateWording = {}): string {
  const precision = parseAt(at)?.precision;
  const key = precision === 'year' || precision === 'interval' ? 'asOfPeriod' : 'asOf';
  return capital(translator(lang)(key, { date: formatAt(at, lang, wording) }));
}
