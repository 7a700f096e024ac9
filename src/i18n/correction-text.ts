/** The sentence about a corrected figure; its words come with it. */
import type { Indicator, Observation } from '../api/figures.js';
import { formatAt } from './dates.js';
import { valueText, type Wording } from './figures.js';
import { textOf } from './texts.js';
import { useTexts } from './translator.js';
import { viCorrection } from './vi.correction.js';

useTexts(viCorrection);

/** "Đã đính chính ngày …", with the figure as it was published before. */
export function correctionText(
  o: Observation,
  indicator: Indicator | undefined,
  w: Wording,
): string {
  if (!o.corrected) return '';
  const { at, was, reason } = o.corrected;
  const date = formatAt(at, w.language);
  const sentence =
    was === null
      ? w.t('corrected', { date })
      : w.t('correctedFrom', { date, was: valueText(was, indicator, w) });
  return reason ? `${sentence} (${textOf(reason, w.language)})` : sentence;
}
