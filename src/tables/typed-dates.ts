/**
 * Dates as people in Viet Nam type them, made the API's `at`: `tháng 8/2022` -> `2022-08`,
 * `20/11/2026` -> `2026-11-20`, `quý III/2023`, `6 tháng đầu năm 2023`, `năm 2023`.
 */
import { isValidDay, parseAt } from '../domain/calendar.js';
import { fold } from '../domain/fold.js';

/**
 * - `not-a-date`: no date can be seen in it
 * - `no-such-day`: 31/02/2023, 13/2023
 * - `month-first`: 11/20/2026: the month before the day
 * - `short-year`: 20/11/26
 * - `backwards`: an interval that ends before it begins
 */
export type DateFault = 'not-a-date' | 'no-such-day' | 'month-first' | 'short-year' | 'backwards';

export type TypedDate =
  { readonly at: string; readonly approx: boolean } | { readonly fault: DateFault };

const two = (n: number | string): string => String(n).padStart(2, '0');
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const ABOUT = /^(khoang|uoc)\s+/;
const LEAD = /^(so lieu\s+)?(tinh den|tinh toi|den|het|trong|cuoi|thoi diem)\s+/;

function months(year: string, first: number, last: number): string {
  return first === last ? `${year}-${two(first)}` : `${year}-${two(first)}/${year}-${two(last)}`;
}

type Form = readonly [RegExp, (...parts: string[]) => string | DateFault];

const day = (d: string, m: string, y: string): string | DateFault => {
  const text = `${y}-${two(m)}-${two(d)}`;
  if (isValidDay(text)) return text;
  return +m > 12 && +d <= 12 ? 'month-first' : 'no-such-day';
};
const month = (m: string, y: string): string | DateFault =>
  +m >= 1 && +m <= 12 ? `${y}-${two(m)}` : 'no-such-day';

const FORMS: readonly Form[] = [
  [/^(?:nam\s+)?((?:19|20)\d\d)$/, (y) => y],
  [/^(\d{4})-(\d\d?)$/, (y, m) => month(m ?? '', y ?? '')],
  [/^(\d{4})-(\d\d?)-(\d\d?)$/, (y, m, d) => day(d ?? '', m ?? '', y ?? '')],
  [/^(?:thang|t)\s*(\d\d?)\s*(?:\/|-|\.|nam|\s)\s*(\d{4})$/, (m, y) => month(m ?? '', y ?? '')],
  [/^(\d\d?)\s*[/.-]\s*(\d{4})$/, (m, y) => month(m ?? '', y ?? '')],
  [
    /^(?:ngay\s+)?(\d\d?)\s*[/.-]\s*(\d\d?)\s*[/.-]\s*(\d{4})$/,
    (d, m, y) => day(d ?? '', m ?? '', y ?? ''),
  ],
  [
    /^(?:ngay\s+)?(\d\d?)\s+thang\s+(\d\d?)\s+nam\s+(\d{4})$/,
    (d, m, y) => day(d ?? '', m ?? '', y ?? ''),
  ],
  [/^(?:ngay\s+)?\d\d?\s*[/.-]\s*\d\d?\s*[/.-]\s*\d\d$/, () => 'short-year'],
  [
    /^quy\s*([1-4]|i{1,3}|iv)\s*(?:\/|-|nam|\s)\s*(?:nam\s*)?(\d{4})$/,
    (q = '', y = '') => {
      const quarter = ROMAN[q] ?? +q;
      return months(y, quarter * 3 - 2, quarter * 3);
    },
  ],
  [/^(\d{4})-?q([1-4])$/, (y = '', q = '') => months(y, +q * 3 - 2, +q * 3)],
  [
    /^(\d\d?) thang(?: dau)?(?: nam)?\s*\/?\s*(\d{4})$/,
    (n = '', y = '') => (+n >= 1 && +n <= 12 ? months(y, 1, +n) : 'no-such-day'),
  ],
  [/^6 thang cuoi(?: nam)?\s*\/?\s*(\d{4})$/, (y = '') => months(y, 7, 12)],
];

const FAULTS: readonly string[] = [
  'not-a-date',
  'no-such-day',
  'month-first',
  'short-year',
  'backwards',
];
/** True for a fault of a typed date, and false for a date. */
const isDateFault = (text: string): text is DateFault => FAULTS.includes(text);

/** One date, not an interval of two. */
function single(text: string): string | DateFault {
  for (const [form, make] of FORMS) {
    const match = form.exec(text);
    if (match) return make(...match.slice(1));
  }
  return 'not-a-date';
}

/** Reads a date as it was typed; `khoảng` makes it approximate. */
export function parseTypedDate(typed: string): TypedDate {
  let text = fold(typed).replace(/[–—]/g, '-');
  const approx = ABOUT.test(text);
  text = text.replace(ABOUT, '').replace(LEAD, '').replace(/\s+/g, ' ').trim();
  if (/^\d{4}(-\d\d)?(-\d\d)?\/\d{4}(-\d\d)?(-\d\d)?$/.test(text))
    return parseAt(text) ? { at: text, approx } : { fault: 'backwards' };
  const whole = single(text);
  if (whole !== 'not-a-date') return isDateFault(whole) ? { fault: whole } : { at: whole, approx };
  const [, from, to] = /^(?:tu\s+)?(.+?)\s+(?:-|den(?: het)?)\s+(.+)$/.exec(text) ?? [];
  if (!from || !to) return { fault: 'not-a-date' };
  const ends = [single(from), single(to)];
  const fault = ends.find(isDateFault);
  if (fault) return { fault };
  return parseAt(ends.join('/')) ? { at: ends.join('/'), approx } : { fault: 'backwards' };
}
