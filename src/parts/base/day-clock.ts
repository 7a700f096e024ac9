/** Which day it is in Viet Nam, and when the next one begins: one timer for all widgets of a page. */
import { msUntilNextVietnamMidnight, vietnamDay } from '../../domain/calendar.js';
import { pageDocument } from '../../data/page-base.js';
import { after, type StopTimer } from '../../data/timers.js';

/** A computer that slept wakes with its timers late: the day is looked at again this often, in ms. */
const LONGEST = 600_000;

/** Today in Viet Nam, `YYYY-MM-DD`, whatever time zone the reader is in. */
export const today = (): string => vietnamDay(Date.now());

/** Calls `changed` when another day has begun in Viet Nam, until the function that it returns is called. */
export function watchDay(changed: () => void): () => void {
  let day = today();
  let stopTimer: StopTimer | undefined;
  const look = (): void => {
    stopTimer?.();
    const before = day;
    day = today();
    if (day !== before) changed();
    stopTimer = after(Math.min(msUntilNextVietnamMidnight(Date.now()), LONGEST), look);
  };
  pageDocument.addEventListener('visibilitychange', look);
  look();
  return () => {
    stopTimer?.();
    pageDocument.removeEventListener('visibilitychange', look);
  };
}
