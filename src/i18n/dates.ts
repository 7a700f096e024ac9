/**
 * The wording of dates, in Vietnamese and English; other languages read Vietnamese.
 * A zero stands before days under 10 and before months 1 and 2 only (Decree 30/2020).
 * Always Viet Nam time. What is no date is shown as it was written.
 */
import { parseAt, vietnamDay, type Period } from '../domain/calendar.js';

export interface DateWording {
  /** The source gives no date: the one shown is inferred (`atApprox`). */
  readonly approx?: boolean | undefined;
  /** Leaves out why the date is approximate, where there is no room for it. */
  readonly brief?: boolean | undefined;
}

const ROMAN = ['I', 'II', 'III', 'IV'];

const isEnglish = (lang: string): boolean => /^en\b/i.test(lang);

/** Year, month (1–12) and day of a `YYYY-MM-DD`. */
function partsOf(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

const two = (n: number): string => String(n).padStart(2, '0');
const monthDigits = (month: number): string => (month < 3 ? `0${month}` : `${month}`);

function englishMonth(month: number): string {
  const names = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  return names.format(Date.UTC(2000, month - 1));
}

function yearWords(day: string, lang: string): string {
  const [year] = partsOf(day);
  return isEnglish(lang) ? `${year}` : `năm ${year}`;
}

function monthWords(day: string, lang: string): string {
  const [year, month] = partsOf(day);
  if (isEnglish(lang)) return `${englishMonth(month)} ${year}`;
  return `tháng ${monthDigits(month)}/${year}`;
}

/** A day (`YYYY-MM-DD`): "01/6/2022", "1 June 2022". */
export function formatDay(day: string, lang: string): string {
  const [year, month, date] = partsOf(day);
  if (isEnglish(lang)) return `${date} ${englishMonth(month)} ${year}`;
  return `${two(date)}/${monthDigits(month)}/${year}`;
}

/** A day (`YYYY-MM-DD`) in full: "ngày 20 tháng 11 năm 2026", "20 November 2026". */
export function formatLongDay(day: string, lang: string): string {
  if (isEnglish(lang)) return formatDay(day, lang);
  const [year, month, date] = partsOf(day);
  return `ngày ${two(date)} tháng ${monthDigits(month)} năm ${year}`;
}

/** The time of an instant (ms since 1970) in Viet Nam, 24 hours: "08:00". */
export function formatTime(epochMs: number): string {
  const minutes = Math.floor(epochMs / 60_000) + 7 * 60;
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** An instant (ms since 1970): "08:00 ngày 20/11/2026", "08:00 on 20 November 2026". */
export function formatDateTime(epochMs: number, lang: string): string {
  const day = formatDay(vietnamDay(epochMs), lang);
  return `${formatTime(epochMs)} ${isEnglish(lang) ? 'on' : 'ngày'} ${day}`;
}

/** Whole months of one year that have a name of their own: a half, a quarter, "9 tháng đầu năm". */
function monthsWords(first: number, last: number, lang: string): string | undefined {
  const en = isEnglish(lang);
  const count = last - first + 1;
  if (count === 3 && first % 3 === 1) {
    const quarter = (last / 3) as 1 | 2 | 3 | 4;
    return en ? `Q${quarter} ` : `quý ${ROMAN[quarter - 1]}/`;
  }
  if (count === 6 && last === 12) return en ? 'second half of ' : '6 tháng cuối năm ';
  if (first > 1) return undefined;
  if (count === 6) return en ? 'first half of ' : '6 tháng đầu năm ';
  return en ? `first ${count} months of ` : `${count} tháng đầu năm `;
}

function intervalWords(at: Period, ends: readonly [Period, Period], lang: string): string {
  const [year, first] = partsOf(at.firstDay);
  const [lastYear, last] = partsOf(at.lastDay);
  // Whole months, however they were written: `2023-01-01/2023-06-30` is a half-year too.
  const whole = at.firstDay.slice(8) === '01' && vietnamDay(at.end).slice(8) === '01';
  if (whole && year === lastYear) {
    if (first === last) return monthWords(at.firstDay, lang);
    if (last - first === 11) return yearWords(at.firstDay, lang);
    const words = monthsWords(first, last, lang);
    if (words) return words + year;
  }
  const [from, to] = [periodWords(ends[0], lang), periodWords(ends[1], lang)];
  return isEnglish(lang) ? `${from} to ${to}` : `từ ${from} đến ${to}`;
}

function periodWords(at: Period, lang: string): string {
  if (at.ends) return intervalWords(at, at.ends, lang);
  if (at.precision === 'year') return yearWords(at.firstDay, lang);
  if (at.precision === 'month') return monthWords(at.firstDay, lang);
  return at.precision === 'day' ? formatDay(at.firstDay, lang) : formatDateTime(at.start, lang);
}

/**
 * The date of a figure: "31/8/2022", "tháng 8/2022", "6 tháng đầu năm 2023", "quý III/2023";
 * with `approx` "khoảng tháng 12/2022 (nguồn không ghi ngày)". Without a capital in English
 * ("first half of 2023"), to stand inside a sentence.
 */
export function formatAt(at: string, lang: string, { approx, brief }: DateWording = {}): string {
  const period = parseAt(at);
  const words = period ? periodWords(period, lang) : at;
  if (!approx) return words;
  if (brief) return `${isEnglish(lang) ? 'about' : 'khoảng'} ${words}`;
  return isEnglish(lang)
    ? `about ${words} (the source gives no date)`
    : `khoảng ${words} (nguồn không ghi ngày)`;
}

/**
 * The date of a figure as a sentence. A day, a month or a time is a state: "Số liệu tính đến
 * tháng 8/2022"; a year or an interval is what happened in it: "Số liệu năm 2023".
 */
export function asOf(at: string, lang: string, wording: DateWording = {}): string {
  const words = formatAt(at, lang, wording);
  const precision = parseAt(at)?.precision;
  const isState = precision !== 'year' && precision !== 'interval';
  if (!isEnglish(lang)) return `Số liệu ${isState ? 'tính đến ' : ''}${words}`;
  return isState ? `As of ${words}` : words.charAt(0).toUpperCase() + words.slice(1);
}
