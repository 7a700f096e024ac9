/**
 * Dates in Viet Nam time (UTC+7 all year round), wherever the reader's clock is.
 * A day is a text `YYYY-MM-DD`; an instant is in ms since 1970 (UTC); `at` is the API's
 * date of a figure: `2023`, `2023-09`, `2022-08-31`, a time, or `2023-01/2023-06`.
 */

const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;
const MOMENT =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A parsed `at`: half open, from `start` to just before `end` (ms since 1970). */
export interface Period {
  readonly precision: 'year' | 'month' | 'day' | 'time' | 'interval';
  readonly start: number;
  readonly end: number;
  /** The first and the last day that it touches. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Its two ends as they were written; only of an interval. */
  readonly ends?: readonly [Period, Period];
}

/** The last day that was asked for: a list asks for today once for each of its people. */
let last = { index: NaN, day: '' };

/** The day in Viet Nam at an instant. */
export function vietnamDay(epochMs: number): string {
  const index = Math.floor((epochMs + OFFSET) / DAY);
  if (index !== last.index)
    last = { index, day: new Date(epochMs + OFFSET).toISOString().slice(0, 10) };
  return last.day;
}

/** Days since 1970; NaN for what is no day. */
function dayIndex(day: string): number {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / DAY;
}

/** Whether a text is a day that exists: `2023-02-30` does not. */
export function isValidDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && vietnamDay(dayIndex(day) * DAY) === day;
}

function period(precision: Period['precision'], start: number, end: number): Period {
  let [firstDay, lastDay] = ['', ''];
  return {
    precision,
    start,
    end,
    // Days in words are asked of few of the dates that are only put in order, and of these for each area.
    get firstDay() {
      return (firstDay ||= vietnamDay(start));
    },
    get lastDay() {
      return (lastDay ||= vietnamDay(end - 1));
    },
  };
}

function isSameDate(time: number, year = '', month = '01', date = '01'): boolean {
  const day = new Date(time);
  return (
    day.getUTCFullYear() === +year && day.getUTCMonth() + 1 === +month && day.getUTCDate() === +date
  );
}

function parseMoment(text: string): Period | undefined {
  const [match, year, month, date, hour, minute, second = '0', zone] = MOMENT.exec(text) ?? [];
  const midnight = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1));
  // A day that no calendar has is one of the next month; a year under 100 is read as one of the 1900s.
  if (!match || !isSameDate(midnight, year, month, date)) return undefined;
  const start = midnight - OFFSET;
  if (hour) {
    if (+hour > 23 || Number(minute) > 59 || +second >= 60) return undefined;
    const clock = ((+hour * 60 + Number(minute)) * 60 + +second) * 1000;
    const instant = Math.floor(start + OFFSET + clock - zoneOffset(zone));
    return period('time', instant, instant + 1);
  }
  if (date) return period('day', start, start + DAY);
  const next = month ? Date.UTC(Number(year), +month) : Date.UTC(Number(year) + 1, 0);
  return period(month ? 'month' : 'year', start, next - OFFSET);
}

/** A time without an offset is meant in Viet Nam. */
function zoneOffset(zone: string | undefined): number {
  if (!zone) return OFFSET;
  const minutes = zone === 'Z' ? 0 : +zone.slice(1, 3) * 60 + +zone.slice(4);
  return minutes * (zone[0] === '-' ? -60_000 : 60_000);
}

/** A document has thousands of figures, and few dates. */
const parsed = new Map<string, Period | undefined>();
const MOST_PARSED = 150_000;

/** Reads an `at`; undefined for what is no date, and for an interval that ends before it starts. */
export function parseAt(at: string): Period | undefined {
  if (parsed.has(at)) return parsed.get(at);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  const period = readAt(at);
  parsed.set(at, period);
  return period;
}

function readAt(at: string): Period | undefined {
  const [from = '', to, more] = at.split('/');
  const first = parseMoment(from);
  if (to === undefined || !first) return first;
  const last = parseMoment(to);
  if (!last || more !== undefined || last.end <= first.start) return undefined;
  return { ...period('interval', first.start, last.end), ends: [first, last] };
}

/** The instant at which the period of an `at` is over; NaN for what is no date. */
export function periodEnd(at: string): number {
  return parseAt(at)?.end ?? NaN;
}

/**
 * Orders dates from old to new: the later end is newer; at equal ends the shorter period is.
 * What is no date is older than all.
 */
export function compareAt(a: string, b: string): number {
  const [one, other] = [parseAt(a), parseAt(b)];
  if (!one || !other) return +!!one - +!!other;
  return one.end - other.end || one.start - other.start;
}

/** Whether the period of `inner` lies inside that of `outer` (or is the same). */
export function containsAt(outer: string, inner: string): boolean {
  const [out, inn] = [parseAt(outer), parseAt(inner)];
  return !!out && !!inn && out.start <= inn.start && inn.end <= out.end;
}

/** Whether the period of an `at` has not begun yet. */
export function isFuture(at: string, now: number): boolean {
  return (parseAt(at)?.start ?? -Infinity) > now;
}

/** Days from one day to another: 0 for the same day, negative backwards. */
export const daysBetween = (from: string, to: string): number => dayIndex(to) - dayIndex(from);

/** The day some days after another. */
export const addDays = (day: string, days: number): string =>
  vietnamDay((dayIndex(day) + days) * DAY);

/** Days of a span with its first and last: 2022-06-01 to 2022-08-31 is 92. */
export const daysInclusive = (start: string, end: string): number => daysBetween(start, end) + 1;

/** Which day of a span today is: 1 on its first day, 0 or less before it. */
export const dayNumber = (start: string, today: string): number => daysInclusive(start, today);

/** How long until the next day begins in Viet Nam: from 1 to 86400000 ms. */
export function msUntilNextVietnamMidnight(epochMs: number): number {
  return (Math.floor((epochMs + OFFSET) / DAY) + 1) * DAY - OFFSET - epochMs;
}

/**
 * The next day of reporting, today included. `day` is a day of the month (1–31); in a
 * shorter month it is the last one.
 */
export function nextReportingDay(day: number, today: string): string {
  const [year = NaN, month = NaN] = today.split('-').map(Number);
  const inMonth = (ahead: number): string => {
    const last = new Date(Date.UTC(year, month + ahead, 0)).getUTCDate();
    return vietnamDay(Date.UTC(year, month - 1 + ahead, Math.min(day, last)));
  };
  return inMonth(0) < today ? inMonth(1) : inMonth(0);
}
