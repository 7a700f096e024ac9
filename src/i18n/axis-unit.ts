/** What the upright axis of a chart counts. */
import type { Indicator } from '../api/figures.js';
import { isPercentage, isRank } from '../domain/observations.js';
import type { Wording } from './figures.js';
import { formatNumber } from './numbers.js';
import { textOf } from './texts.js';

/** "Đơn vị: tổ"; absent for percentages, whose numbers say so themselves ("80%"). */
export function axisUnit(
  indicator: Indicator | undefined,
  { language, t }: Wording,
): string | undefined {
  if (isRank(indicator)) return t('chartRanks', { of: formatNumber(indicator?.of ?? 0, language) });
  const unit = textOf(indicator?.unit, language);
  return unit && !isPercentage(indicator) ? t('chartUnit', { unit }) : undefined;
}
