/** A figure in words: "hơn 15.000 người", "từ 5 đến 10", "thứ 55/63", "42,8%". */
import type { Indicator, Observation } from '../api/figures.js';
import { MARK } from './around.js';
import { asOf, formatAt } from './dates.js';
import { isMissing, isPair, isPercentage, isRank } from '../domain/observations.js';
import { formatAmount, formatNumber } from './numbers.js';
import { textOf } from './texts.js';
import type { Translate } from './translator.js';
import type { TextKey } from './vi.js';

/** What wording needs: the language, its texts, and the page's `language` tag. */
export interface Wording {
  readonly language: string;
  readonly t: Translate;
}

/** A piece of a figure: digits are drawn large, words ("hơn", "từ", "/63") at half their size. */
export interface Piece {
  readonly text: string;
  readonly digits: boolean;
}

const APPROXIMATION: Record<NonNullable<Observation['approx']>, TextKey> = {
  '>': 'moreThan',
  '<': 'nearly',
  '~': 'about',
};

/** "62.000 tổ (đã đính chính)": a figure in a list or a sentence, which has no room for the whole correction. */
export function markedFigureText(
  o: Observation,
  indicator: Indicator | undefined,
  w: Wording,
): string {
  const text = figureText(o, indicator, w);
  return o.corrected && !isMissing(o) ? `${text} (${w.t('correctedMark')})` : text;
}

/** Marks the digits inside a text, because each language has its own word order. */
const mark = (digits: string) => MARK + digits + MARK;
const unmark = (text: string) => text.split(MARK).join('');

/** The pieces of a figure, without its unit; empty where the figure is missing. */
export function figurePieces(
  o: Observation,
  indicator: Indicator | undefined,
  { language, t }: Wording,
): Piece[] {
  if (isMissing(o)) return [];
  return marked(o, indicator, { language, t }, innerUnit(o, indicator, language))
    .split(MARK)
    .map((text, i) => ({ text: text.trim(), digits: i % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

function marked(
  o: Observation,
  indicator: Indicator | undefined,
  { language, t }: Wording,
  unit = '',
): string {
  const digits = (n: number) => formatAmount(n, language, t, indicator?.decimals, mark);
  const withApproximation = (n: string) => (o.approx ? t(APPROXIMATION[o.approx], { n }) : n);
  if (o.range) {
    const [a, b] = o.range;
    const from = unit ? joined(digits(a), unit) : digits(a);
    return withApproximation(
      b === null ? t('rangeFrom', { a: from }) : t('range', { a: digits(a), b: digits(b) }),
    );
  }
  if (typeof o.value !== 'number') {
    return isPair(o) ? mark(pairText(o, { language, t })) : '';
  }
  const figure = withApproximation(digits(o.value));
  if (!isRank(indicator)) return figure;
  return t('rank', { n: figure, of: formatNumber(indicator?.of ?? 0, language) });
}

/** "51/63": the numerator and the denominator of a rate. */
export function pairText(
  o: { num?: number | undefined; den?: number | undefined },
  w: Wording,
): string {
  return w.t('pair', {
    a: formatNumber(o.num ?? 0, w.language),
    b: formatNumber(o.den ?? 0, w.language),
  });
}

/** "10 người", but "80%". */
const joined = (figure: string, unit: string): string =>
  unit === '%' ? figure + unit : `${figure} ${unit}`;

/** The unit that stands inside the words of an open range: "từ 10 người trở lên". */
function innerUnit(o: Observation, indicator: Indicator | undefined, language: string): string {
  if (o.range?.[1] !== null) return '';
  return isPercentage(indicator) ? '%' : textOf(indicator?.unit, language);
}

/** The unit beside a figure; a rank, a pair and an open range have theirs in the figure itself. */
export function unitText(
  o: Observation,
  indicator: Indicator | undefined,
  language: string,
): string {
  if (isRank(indicator) || innerUnit(o, indicator, language)) return '';
  if (typeof o.value !== 'number' && !o.range && isPair(o)) return '';
  return textOf(indicator?.unit, language);
}

/** The whole figure as one text, with its unit: "hơn 15.000 người", "42,8%". */
export function figureText(
  o: Observation,
  indicator: Indicator | undefined,
  w: Wording,
  withUnit = true,
): string {
  if (isMissing(o)) return w.t('missingInText');
  const percent = isPercentage(indicator);
  const figure = unmark(
    marked(o, indicator, w, withUnit || percent ? innerUnit(o, indicator, w.language) : ''),
  );
  if (percent)
    return typeof o.value === 'number' || (o.range && o.range[1] !== null) ? `${figure}%` : figure;
  const unit = unitText(o, indicator, w.language);
  return withUnit && unit ? `${figure} ${unit}` : figure;
}

/** A plain number of an indicator, such as its target: "80%", "956 tổ". */
export function valueText(value: number, indicator: Indicator | undefined, w: Wording): string {
  return figureText({ area: 'vn', indicator: '-', value }, indicator, w);
}

/**
 * The date of a figure: "Số liệu tính đến tháng 8/2022". Where the figure is missing only the period
 * ("Kỳ số liệu: tháng 8/2022"), because nothing was counted up to that date. Empty without a date.
 */
export function figureDate(
  {
    at,
    atApprox,
    missing,
  }: {
    readonly at?: string | undefined;
    readonly atApprox?: boolean | undefined;
    readonly missing?: boolean;
  },
  { t, language }: Wording,
  brief?: boolean,
): string {
  if (!at) return '';
  const wording = { approx: atApprox, brief };
  return missing
    ? t('missingPeriod', { date: formatAt(at, language, wording) })
    : asOf(at, language, wording);
}
