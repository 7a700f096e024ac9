/** When a reader has the line or the page back: the moment to try again what could not be loaded. */
import type { StopObserving } from './observe.js';
import { listen, pageDocument, unlisten } from './page-base.js';

/** Calls back once, when the browser is online again or the page is seen again. */
export function whenBack(again: () => void): StopObserving {
  const stop = (): void => {
    unlisten('online', look);
    pageDocument.removeEventListener('visibilitychange', look);
  };
  const look = (): void => {
    if (pageDocument.hidden) return;
    stop();
    again();
  };
  listen('online', look);
  pageDocument.addEventListener('visibilitychange', look);
  return stop;
}
