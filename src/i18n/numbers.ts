/** Numbers as Vietnamese and English readers write them: `45.895`, `98,5%`, `2 tỷ`. */
import type { Translate } from './translator.js';

const formats = new Map<string, Intl.NumberFormat>();

/** A number with the language's separators; `decimals` fixes the digits after the comma. */
export function formatNumber(value: number, language: string, decimals?: number): string {
  const key = `${language}/${decimals ?? ''}`;
  let format = formats.get(key);
  if (!format) {
    const options =
      decimals === undefined
        ? { maximumFractionDigits: 6 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    // A language that Intl does not know (Mông, Ê Đê) is written as in Vietnamese.
    const known = Intl.NumberFormat.supportedLocalesOf(language).length > 0;
    format = new Intl.NumberFormat(known ? language : 'vi', options);
    formats.set(key, format);
  }
  return format.format(value);
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
  const size = Math.abs(value);
  const [key, unit] =
    size >= 1e9 && value % 1e7 === 0
      ? (['billion', 1e9] as const)
      : (['million', size >= 1e6 && value % 1e4 === 0 ? 1e6 : 0] as const);
  if (unit) return t(key, { n: mark(formatNumber(value / unit, language)) });
  return mark(formatNumber(value, language, decimals));
}
