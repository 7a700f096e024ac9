/** Asking again after failures that may pass. */
import { DataError } from '../api/errors.js';
import { TIME_LIMIT } from './request.js';
import { pause } from './timers.js';

/** Milliseconds after which no further attempt begins. */
const DEADLINE = 15_000;
const MOST_RETRIES = 3;

/**
 * Asks until there is an answer: at most three retries, within 15 s.
 *
 * @param ask - gets the milliseconds that it may take, and how many attempts there were before it
 * @param stopped - true once nobody waits for the answer
 * @throws the error of the last attempt
 */
export async function attempts<T>(
  ask: (limit: number, attempt: number) => Promise<T>,
  stopped: () => boolean = () => false,
): Promise<T> {
  const deadline = Date.now() + DEADLINE;
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(Math.min(TIME_LIMIT, deadline - Date.now()), attempt);
    } catch (error) {
      const wait = delayOf(attempt, error);
      const passes = error instanceof DataError && error.passing;
      if (!passes || attempt >= MOST_RETRIES || Date.now() + wait >= deadline || stopped())
        throw error;
      await pause(wait);
    }
  }
}

/** Half a second, one, two, each spread by a half; the server's own wish where it has one. */
function delayOf(attempt: number, error: unknown): number {
  const wish = error instanceof DataError ? error.retryAfter : undefined;
  return wish ?? 500 * 2 ** attempt * (0.75 + Math.random() / 2);
}
