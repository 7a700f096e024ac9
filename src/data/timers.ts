/**
 * The one place that makes timers. A browser's timer holds 31 bits of milliseconds (24.8 days); a longer
 * wait overflows there and ends at once, so a long wait is taken in steps.
 */
const LONGEST = 2 ** 31 - 1;

/** Stops a timer; does nothing once the timer has ended. */
export type StopTimer = () => void;

/**
 * Calls `action` after a time.
 *
 * @param ms - milliseconds, from 0 up; `Infinity` and `NaN` never end
 */
export function after(ms: number, action: () => unknown): StopTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (left: number): void => {
    if (!Number.isFinite(left)) return;
    const step = Math.min(Math.max(0, left), LONGEST);
    timer = setTimeout(() => (left > step ? wait(left - step) : action()), step);
  };
  wait(ms);
  return () => clearTimeout(timer);
}

/** Calls `task` when the page has nothing else to do, or after two seconds of work; after half a second in a browser that cannot tell. */
export const whenIdle = (task: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 2000 });
  else after(500, task);
};

/** Resolves after a time in milliseconds. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => after(ms, () => resolve()));

/** Milliseconds after which a task begins at the latest, where the page's channel brings no message. */
const LATEST = 20;

/**
 * Resolves in a task of its own, so that a page can answer in between; sooner than a timer, which waits for its turn.
 * A page may have taken the channel away, or put something in its place.
 */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = after(LATEST, resolve);
    try {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        stop();
        resolve();
      };
      port2.postMessage(0);
    } catch {
      // The timer begins the task.
    }
  });

/** Milliseconds after which a frame is not waited for: a hidden page has none. */
const NO_FRAME = 100;

/** Resolves in a task behind the next frame. */
export const nextFrame = (): Promise<void> =>
  Promise.race([
    new Promise<void>((resolve) => requestAnimationFrame(() => resolve())),
    pause(NO_FRAME),
  ]).then(nextTask);
