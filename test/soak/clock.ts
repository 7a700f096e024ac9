/** A clock that only moves when it is told to; it stands in place before the library is loaded. */

interface Timer {
  readonly due: number;
  readonly action: () => void;
}

/** 06:00 in Viet Nam, so that the day changes in the run. */
let now = Date.UTC(2026, 10, 27, 23);
let last = 0;
const timers = new Map<number, Timer>();

globalThis.setTimeout = ((action: () => void, ms = 0) => {
  timers.set(++last, { due: now + Math.max(0, ms), action });
  return last;
}) as unknown as typeof setTimeout;
globalThis.clearTimeout = ((id: number) => void timers.delete(id)) as typeof clearTimeout;
Date.now = () => now;

export const pendingTimers = (): number => timers.size;
export const simulatedNow = (): number => now;

/** A task of the browser, in which promises and drawings go on. */
const channel = new MessageChannel();
const task = (): Promise<void> =>
  new Promise((done) => {
    channel.port1.onmessage = () => done();
    channel.port2.postMessage(0);
  });

/** Moves the clock, and runs every timer at its time. */
export async function advance(ms: number): Promise<void> {
  const end = now + ms;
  for (;;) {
    await task();
    let next: [number, Timer] | undefined;
    for (const entry of timers) if (!next || entry[1].due < next[1].due) next = entry;
    if (!next || next[1].due > end) break;
    timers.delete(next[0]);
    now = Math.max(now, next[1].due);
    next[1].action();
  }
  now = end;
  await task();
}
