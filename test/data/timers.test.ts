/** Timers of any length, because a browser's own overflows after 24.8 days and then ends at once. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { after, nextTask, pause } from '../../src/data/timers.js';

const DAY = 86_400_000;
/** What a browser's timer holds. */
const STEP = 2 ** 31 - 1;

/** A channel without messages. */
function silent() {
  return { port1: {}, port2: { postMessage: () => undefined } };
}

describe('a timer', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  for (const [words, ms] of [
    ['ends after its time', 1500],
    ['of thirty days does not end at once', 30 * DAY],
    ['of a year ends after a year', 365 * DAY],
  ] as const)
    it(words, () => {
      let ended = 0;
      after(ms, () => ended++);
      for (let left = ms - 1; left > 0; left -= STEP) mock.timers.tick(Math.min(left, STEP));
      assert.equal(ended, 0);
      mock.timers.tick(1);
      assert.equal(ended, 1);
      mock.timers.tick(40 * DAY);
      assert.equal(ended, 1);
    });

  for (const ms of [Infinity, NaN])
    it(`of ${ms} never ends`, () => {
      let ended = 0;
      after(ms, () => ended++);
      mock.timers.tick(400 * DAY);
      assert.equal(ended, 0);
    });

  it('that is stopped does not end, in its second step either', () => {
    let ended = 0;
    const stop = after(60 * DAY, () => ended++);
    mock.timers.tick(30 * DAY);
    stop();
    mock.timers.tick(90 * DAY);
    assert.equal(ended, 0);
  });

  it('below zero ends at once', async () => {
    const over = pause(-5);
    mock.timers.tick(0);
    await over;
  });
});

describe('the next task', () => {
  /** What is said in which order, by a next task and by what is queued behind it in this task. */
  async function order(): Promise<string[]> {
    const said: string[] = [];
    const next = nextTask().then(() => said.push('next task'));
    let last = Promise.resolve();
    for (let i = 0; i < 20; i++) last = last.then(() => undefined);
    await last;
    said.push('this task');
    await next;
    return said;
  }

  it('comes after all that this task has queued', async () => {
    assert.deepEqual(await order(), ['this task', 'next task']);
  });

  for (const [words, channel] of [
    ['has taken the channel away', undefined],
    ['has put one in its place that throws', null],
    ['has put one in its place that brings nothing', silent],
  ] as const)
    it(`comes also where a page ${words}`, async () => {
      const { MessageChannel } = globalThis;
      Object.assign(globalThis, { MessageChannel: channel });
      try {
        assert.deepEqual(await order(), ['this task', 'next task']);
      } finally {
        globalThis.MessageChannel = MessageChannel;
      }
    });
});
