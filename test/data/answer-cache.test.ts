import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep } from '../../src/data/answer-cache.js';

/** `localStorage` of a browser, as much as is used. */
const stored = new Map<string, string>();
Object.defineProperty(globalThis, 'localStorage', {
  value: { setItem: (key: string, text: string) => stored.set(key, text) },
});

const keepText = async (json: string): Promise<void> => {
  await keep('a', { raw: JSON.parse(json) as unknown, url: 'https://a.vn/', loadedAt: 1 });
};

test('an answer of twenty thousand levels is let go without a word', async () => {
  await assert.doesNotReject(keepText(`${'['.repeat(20_000)}${']'.repeat(20_000)}`));
});

test('people are left out at every depth, and every other key stays, __proto__ too', async () => {
  await keepText(
    '{"people":[1],"teams":[{"people":[{"name":"A"}],"name":"T"}],"__proto__":{"x":[1,{"people":2}]}}',
  );
  const { raw } = JSON.parse(stored.get('tcns:a') ?? '') as { raw: unknown };
  assert.equal(JSON.stringify(raw), '{"teams":[{"name":"T"}],"__proto__":{"x":[1,{}]}}');
});
