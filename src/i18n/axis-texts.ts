/** What the marks of a time axis say; where they stand: `domain/time-axis.ts`. */
import { vietnamDay } from '../domain/calendar.js';
import type { TimeTick } from '../domain/time-axis.js';
import { dateValues } from './dates.js';
import { translator } from './translator.js';

/** "8/2022", "01/9", "31/12/2022"; in English "Aug 2022", "1 Sep", "31 Dec 2022". */
export function tickText({ end, says }: TimeTick, language: string): string {
  // The last day of the period that ends here.
  const values = dateValues(vietnamDay(end - 1), language);
  return says === 'axisYear' ? `${values.year}` : translator(language)(says, values);
}

/**
 * The distance between two marks of a time axis, in widths of a letter, so that the months of a language
 * fit: 5.2 for "11/2026", 6 for "Nov 2026", more where a language has longer names.
 */
export function tickDistance(language: string): number {
  const t = translator(language);
  let longest = 0;
  for (let month = 1; month <= 12; month++) {
    const values = dateValues(`2026-${String(month).padStart(2, '0')}-28`, language);
    longest = Math.max(longest, t('axisMonth', values).length);
  }
  return 0.8 * longest - 0.4;
}
