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
