/** Numbers that may be two things: they are named with both readings and what to type, never guessed. */
import type { Indicator } from '../api/figures.js';
import { isPercentage } from '../domain/observations.js';
import { textOf } from '../i18n/texts.js';
import { isCountName } from '../tables/count-names.js';
import { cellText, isPercent, quote, type Cell } from './cells.js';
import { wholeFault, type LineReader } from './line-reader.js';

/** Whether only whole numbers make sense. */
export function isCount(indicator: Indicator | undefined): boolean {
  if (!indicator || isPercentage(indicator)) return false;
  if (indicator.of !== undefined) return true;
  if (indicator.decimals) return false;
  return indicator.aggregate === 'sum' || isCountName(textOf(indicator.name, 'vi'));
}

/** A target is of its figure's unit: a percentage of a rate, a whole number of a count. */
export function targetOf(reader: LineReader, indicator: Indicator | undefined): number | undefined {
  const target = reader.number('target');
  if (target === undefined || !indicator) return target;
  const cell = reader.row.cell('target');
  const isRate = isPercentage(indicator);
  if (hasPercentSign(cell) && !isRate)
    return reader.fault(
      'target',
      `${quote(cellText(cell))} là phần trăm, mà chỉ số này không tính bằng phần trăm. Hãy ghi con số.`,
    );
  const question = questionOf(target, cell, indicator);
  if (question !== undefined) return reader.fault('target', question);
  if (isCount(indicator) && (target < 0 || !Number.isInteger(target)))
    return reader.fault('target', wholeFault(target, cell));
  return target;
}

const hasPercentSign = (cell: Cell): boolean => isPercent(cell) || /%/.test(cellText(cell));

/**
 * What two things a number may be: 1 of a rate may be 1 % or the 100 % that Excel keeps as 1, and
 * 1.234 may be a thousand or a decimal; `undefined` where it is one thing.
 */
export function questionOf(value: number, cell: Cell, indicator: Indicator): string | undefined {
  const shown = cellText(cell);
  const isRate = isPercentage(indicator);
  if (isRate && value > 0 && value <= 1 && !hasPercentSign(cell)) {
    const whole = cellText(Number((value * 100).toPrecision(12)));
    return `${quote(shown)} có thể là ${cellText(value)}% hay ${whole}% (Excel giữ ${whole}% là ${cellText(value)}). Hãy ghi “${cellText(value)}%” hoặc “${whole}%”.`;
  }
  if (isCount(indicator) || (indicator.decimals ?? 0) >= 3) return undefined;
  const thousands = /^[-+]?([1-9]\d{0,2})\.(\d{3})\s*%?$/.exec(shown);
  const decimals =
    !isRate && /^[-+]?([1-9]\d{0,2}),(\d{3})$/.exec(typeof cell === 'number' ? shown : '');
  const [, whole = '', rest = ''] = thousands ?? (decimals || []);
  return whole === ''
    ? undefined
    : `${quote(shown)} có thể là ${whole}${rest} hay ${whole},${rest}. Nếu là ${whole}${rest}, hãy ghi ${whole}${rest} (không có dấu)${decimals ? '' : `; nếu là ${whole},${rest}, hãy ghi ${whole},${rest}`}${decimals ? `; nếu là ${whole},${rest}, hãy ghi số chữ số thập phân là 3 ở trang “Chỉ số”` : ''}.`;
}
