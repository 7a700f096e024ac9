/** Numbers as Vietnamese and English readers write them: `45.895`, `98,5%`, `2 tỷ`. */
import type { Translate } from './translator.js';

type Marks = readonly [group: string, point: string];
/**
 * Thousands and decimals in the languages that nearly every reader has: on a cheap phone, waking
 * `Intl` up takes as long as drawing a whole card.
 */
const VI: Marks = ['.', ','];
const MARKS: Readonly<Record<string, Marks>> = {
  vi: VI,
  en: [',', '.'],
};
const MOST_DECIMALS = 6;
/** From here on a number is written as a power of ten, because its digits would fill a line or more. */
const ASTRONOMIC = 1e21;
const formats = new Map<string, Pick<Intl.NumberFormat, 'format'>>();

/**
 * A number with the language's separators; `decimals` fixes the digits after the comma, from 0 to 20: another
 * number of them is none. What is no finite number is "…".
 */
export function formatNumber(value: number, language: string, decimals?: number): string {
  if (!Number.isFinite(value)) return '…';
  if (Math.abs(value) >= ASTRONOMIC) return powerOfTen(value, language);
  const marks = MARKS[language];
  const size = Math.abs(value);
  const places =
    decimals !== undefined && decimals % 1 === 0 && decimals >= 0 && decimals <= 20
      ? decimals
      : undefined;
  // Beyond these, numbers are written with exponents or lose digits on the way.
  const plain = Number.isInteger(size)
    ? size < 1e15
    : size >= 1e-6 && size < 1e9 && (places ?? 0) <= MOST_DECIMALS;
  const text =
    marks && plain ? written(value, marks, places) : formatOf(language, places).format(value);
  // A number that is rounded to 0 has no minus sign.
  return value > 0 || /[1-9]/.test(text) ? text : text.replace('-', '');
}

/** `1,5 × 10^300`. */
function powerOfTen(value: number, language: string): string {
  const [digits = '', power = ''] = value.toExponential(2).split('e+');
  return `${formatNumber(Number(digits), language)} × 10^${power}`;
}

/** As `Intl` writes it: halves are rounded away from zero. */
function written(value: number, [group, point]: Marks, decimals: number | undefined): string {
  const places = decimals ?? MOST_DECIMALS;
  // Rounds the shortest decimal form, because 1.005 is meant as it reads, not as it is stored.
  const size = Math.abs(value);
  const rounded = Number.isInteger(size)
    ? size
    : Number(`${Math.round(Number(`${size}e${places}`))}e-${places}`);
  const [whole = '', fraction = ''] = (
    decimals === undefined ? String(rounded) : rounded.toFixed(decimals)
  ).split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return (value < 0 && rounded ? '-' : '') + grouped + (fraction && point + fraction);
}

function formatOf(
  language: string,
  decimals: number | undefined,
): Pick<Intl.NumberFormat, 'format'> {
  const key = `${language}/${decimals ?? ''}`;
  let format = formats.get(key);
  if (!format) {
    const options =
      decimals === undefined
        ? { maximumFractionDigits: MOST_DECIMALS }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    // A language that Intl does not know (Mông, Ê Đê) is written as in Vietnamese.
    try {
      const isSupported = Intl.NumberFormat.supportedLocalesOf(language).length > 0;
      format = new Intl.NumberFormat(isSupported ? language : 'vi', options);
    } catch {
      // A page without `Intl`, or with a part of it.
      format = { format: (value) => withoutIntl(Number(value), MARKS[language] ?? VI, decimals) };
    }
    formats.set(key, format);
  }
  return format;
}

/** Very large and very small numbers keep the digits that JavaScript writes. */
function withoutIntl(value: number, marks: Marks, decimals: number | undefined): string {
  const size = Math.abs(value);
  if (size < 1e15 && (size >= 1e-6 || size === 0)) return written(value, marks, decimals);
  if (size < 1) return written(0, marks, decimals);
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, marks[0]);
}

/**
 * Round amounts from a million up in words ("2 tỷ", "1,2 triệu"): `Intl`'s compact form is wrong for
 * Vietnamese readers. A number that the words would shorten keeps all its digits.
 */
export function formatAmount(
  value: number,
  language: string,
  t: Translate,
  decimals?: number,
  mark = (digits: string): string => digits,
): string {
  const size = Math.abs(value) < ASTRONOMIC ? Math.abs(value) : 0;
  const [key, unit] =
    size >= 1e9 && value % 1e7 === 0
      ? (['billion', 1e9] as const)
      : (['million', size >= 1e6 && value % 1e4 === 0 ? 1e6 : 0] as const);
  if (unit) return t(key, { n: mark(formatNumber(value / unit, language)) });
  return mark(formatNumber(value, language, decimals));
}
