/**
 * Waits before a widget without a source fails: frameworks set a widget's data a moment after the widget is
 * in the page, at hydration even after the page was loaded.
 */
import { after, type StopTimer } from './timers.js';
import { listen, pageDocument, unlisten } from './page-base.js';

/** Milliseconds after the page's `load` event, or after the widget was put into a loaded page. */
const MOMENT = 500;
/** Milliseconds: no widget waits longer, because a page whose load never ends would say nothing. */
const LONGEST = 3000;

/** Calls `over` after the wait; returns a function that cancels it. */
export function fairChance(over: () => void): StopTimer {
  let stopMoment: StopTimer | undefined;
  const stop = (): void => {
    unlisten('load', wait);
    stopMoment?.();
    stopLongest();
  };
  const end = (): void => {
    stop();
    over();
  };
  const wait = (): void => {
    stopMoment = after(MOMENT, end);
  };
  const stopLongest = after(LONGEST, end);
  if (pageDocument.readyState === 'complete') wait();
  else listen('load', wait);
  return stop;
}
