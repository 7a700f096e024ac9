/**
 * Figures as people in Viet Nam type them: `45.895`, `98,5 %`, `hơn 15.000`, `5-8`, `51/63`,
 * `1,2 triệu`, `Chưa có`. What can be read in two ways is refused by name, never guessed.
 */
import { fold } from '../domain/fold.js';

/** What was typed: a number, an approximate one, a range, a pair, or that there is none. */
export interface TypedFigure {
  readonly value?: number;
  readonly range?: readonly [number, number | null];
  readonly num?: number;
  readonly den?: number;
  readonly approx?: '>' | '<' | '~';
  readonly missing?: true;
  /** A percent sign stood behind it. */
  readonly percent?: true;
  /** The word behind the number, folded: "to", "nguoi". */
  readonly unit?: string;
}

/**
 * - `not-a-number`: no figure can be seen in it
 * - `dot-decimal`: `98.5`: a dot where Vietnamese writes a comma
 * - `english-thousands`: `45,895.5` or `1,234,567`: grouped by commas
 * - `range-backwards`: `8-5`
 */
export type NumberFault = 'not-a-number' | 'dot-decimal' | 'english-thousands' | 'range-backwards';

export type TypedResult = { readonly figure: TypedFigure } | { readonly fault: NumberFault };

const MISSING =
  /^(chua co( so lieu)?|khong co so lieu|chua cap nhat|chua thong ke|n\/a|na|-+|\.{2,}|x)$/;
const SCALES: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
};
const MORE = /^(hon|tren|>)\s*/;
const LESS = /^(gan|xap xi duoi|<)\s*/;
const ABOUT = /^(khoang|uoc dat|uoc|chung|xap xi|~|≈)\s*/;
const NUMBER = String.raw`[-+]?\d[\d.,]*(?:\s\d{3})*(?:,\d+)?(?:\s*(?:nghin|ngan|trieu|ty|ti)(?![a-z]))?`;
const UNIT = String.raw`(\s*[a-z][a-z ,/()]*)?`;
const ONE = new RegExp(`^(${NUMBER})\\s*(%)?${UNIT}$`);
const PAIR = new RegExp(`^(\\d[\\d.]*)\\s*(?:/|tren tong so|tren)\\s*(\\d[\\d.]*)${UNIT}$`);
const RANGE = new RegExp(
  `^(?:tu\\s+)?(${NUMBER})\\s*%?\\s*(?:-|den)\\s*(${NUMBER})\\s*(%)?${UNIT}$`,
);
const OPEN = new RegExp(`^(?:tu\\s+)?(${NUMBER})\\s*(%)?${UNIT}\\s+tro len$`);

const SHORT_SCALE = /^(k|tr|trd|chuc|tram|van)(?![a-z])/;

const isFault = (value: number | NumberFault): value is NumberFault => typeof value === 'string';

/** A plain number in Vietnamese writing: a dot between thousands, a comma before decimals. */
export function parseVietnameseNumber(text: string): number | NumberFault {
  const folded = fold(text);
  const [, digits = '', scale = ''] = /^(.*?)\s*(nghin|ngan|trieu|ty|ti)?$/.exec(folded) ?? [];
  const value = plainNumber(digits.replace(/\s(?=\d{3}(?!\d))/g, '.'));
  return isFault(value) ? value : Number((value * (SCALES[scale] ?? 1)).toPrecision(15));
}

function plainNumber(text: string): number | NumberFault {
  if (/^[-+]?\d+(,\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  if (/^[-+]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text))
    return Number(text.replace(/\./g, '').replace(',', '.'));
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)$|^[-+]?\d{1,3}(,\d{3}){2,}$/.test(text))
    return 'english-thousands';
  if (/^[-+]?\d+\.\d+$/.test(text)) return 'dot-decimal';
  return 'not-a-number';
}

/** The word of approximation at the start of a text ("hơn", "gần", "khoảng"), and the rest. */
function approximation(text: string): [approx: TypedFigure['approx'], rest: string] {
  if (MORE.test(text)) return ['>', text.replace(MORE, '')];
  if (LESS.test(text)) return ['<', text.replace(LESS, '')];
  if (ABOUT.test(text)) return ['~', text.replace(ABOUT, '')];
  return [undefined, text];
}

/** Reads a figure as it was typed. Blank is no figure either: the caller knows what blank means. */
export function parseFigure(typed: string): TypedResult {
  const text = fold(typed).replace(/[–—]/g, '-');
  if (MISSING.test(text)) return { figure: { missing: true } };
  const [approx, rest] = approximation(text);
  const more = approx && { approx };
  return openRange(rest) ?? pair(rest, more) ?? range(rest, more) ?? single(rest, more);
}

const unitOf = (text: string | undefined) => (text?.trim() ? { unit: text.trim() } : {});
const percentOf = (sign: string | undefined) => (sign ? { percent: true as const } : {});

function openRange(text: string): TypedResult | undefined {
  const [match, from = '', percent, unit] = OPEN.exec(text) ?? [];
  if (!match) return undefined;
  const low = parseVietnameseNumber(from);
  return isFault(low)
    ? { fault: low }
    : { figure: { range: [low, null], ...percentOf(percent), ...unitOf(unit) } };
}

function pair(
  text: string,
  more: Pick<TypedFigure, 'approx'> | undefined,
): TypedResult | undefined {
  const [match, a = '', b = '', unit] = PAIR.exec(text) ?? [];
  if (!match) return undefined;
  const [num, den] = [parseVietnameseNumber(a), parseVietnameseNumber(b)];
  if (isFault(num)) return { fault: num };
  return isFault(den) ? { fault: den } : { figure: { num, den, ...more, ...unitOf(unit) } };
}

function range(
  text: string,
  more: Pick<TypedFigure, 'approx'> | undefined,
): TypedResult | undefined {
  const [match, a = '', b = '', percent, unit] = RANGE.exec(text) ?? [];
  if (!match) return undefined;
  const [low, high] = [parseVietnameseNumber(a), parseVietnameseNumber(b)];
  if (isFault(low)) return { fault: low };
  if (isFault(high)) return { fault: high };
  if (high < low) return { fault: 'range-backwards' };
  return { figure: { range: [low, high], ...more, ...percentOf(percent), ...unitOf(unit) } };
}

function single(text: string, more: Pick<TypedFigure, 'approx'> | undefined): TypedResult {
  const [match, digits = '', percent, unit] = ONE.exec(text) ?? [];
  if (!match) return { fault: 'not-a-number' };
  const value = parseVietnameseNumber(digits);
  if (isFault(value)) return { fault: value };
  // "15k" is a thousand times more for some, and a unit for others.
  if (SHORT_SCALE.test(unit?.trim() ?? '')) return { fault: 'not-a-number' };
  return { figure: { value, ...more, ...percentOf(percent), ...unitOf(unit) } };
}
