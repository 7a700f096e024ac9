import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import type { Indicator, Observation } from '../../src/api/figures.js';
import { progressOf, type Verdict } from '../../src/domain/progress.js';

type Part = Partial<Observation>;

const HIGHER: Indicator = { name: 'Tỷ lệ', unit: '%' };
const LOWER: Indicator = { name: 'Hồ sơ quá hạn', better: 'lower' };
const progress = (part: Part, indicator: Indicator | undefined = HIGHER) =>
  progressOf({ area: 'vn', indicator: 'x', ...part }, indicator);

test('without a target there is no progress', () => {
  assert.equal(progress({ value: 50 }), undefined);
});

test('a goal without a result has no bar and no verdict', () => {
  for (const part of [{ value: null }, { status: 'missing' as const }, {}])
    assert.deepEqual(progress({ ...part, target: 50 }), {
      target: 50,
      share: undefined,
      verdict: undefined,
      missing: true,
    });
});

const HIGHER_ONES: [what: string, part: Part, share: number | undefined, verdict: Verdict][] = [
  ['half', { value: 40, target: 80 }, 0.5, 'under'],
  ['zero', { value: 0, target: 80 }, 0, 'under'],
  ['the target itself', { value: 80, target: 80 }, 1, 'met'],
  ['above', { value: 104, target: 80 }, 1.3, 'exceeded'],
  ['more than the target', { value: 80, approx: '>', target: 80 }, 1, 'met'],
  ['more than what lies above', { value: 90, approx: '>', target: 80 }, 1.125, 'exceeded'],
  ['more than what lies below', { value: 40, approx: '>', target: 80 }, 0.5, 'under'],
  ['nearly the target', { value: 80, approx: '<', target: 80 }, 1, 'under'],
  ['nearly what lies above', { value: 160, approx: '<', target: 80 }, 2, undefined],
  ['nearly what lies below', { value: 40, approx: '<', target: 80 }, 0.5, 'under'],
  ['about', { value: 80, approx: '~', target: 80 }, 1, undefined],
  ['a range across the target', { range: [5, 10], target: 8 }, undefined, undefined],
  ['a range from the target', { range: [8, 10], target: 8 }, undefined, 'met'],
  ['a range above', { range: [9, 10], target: 8 }, undefined, 'exceeded'],
  ['a range below', { range: [5, 7], target: 8 }, undefined, 'under'],
  ['an open range from the target', { range: [10, null], target: 10 }, undefined, 'met'],
  ['an open range from below', { range: [5, null], target: 10 }, undefined, undefined],
  ['a pair without its rate', { num: 51, den: 63, target: 80 }, undefined, undefined],
  ['a target of nothing', { value: 3, target: 0 }, undefined, 'exceeded'],
  ['a negative result', { value: -1, target: 5 }, undefined, 'under'],
];
for (const [what, part, share, verdict] of HIGHER_ONES)
  test(`${what}: share ${share}, ${verdict ?? 'no verdict'}`, () => {
    assert.deepEqual(progress(part), { target: part.target, share, verdict, missing: false });
  });

const LOWER_ONES: [what: string, part: Part, verdict: Verdict][] = [
  ['no overdue dossiers, none wanted', { value: 0, target: 0 }, 'met'],
  ['some overdue dossiers, none wanted', { value: 3, target: 0 }, 'under'],
  ['fewer than the limit', { value: 3, target: 5 }, 'exceeded'],
  ['at the limit', { value: 5, target: 5 }, 'met'],
  ['over the limit', { value: 9, target: 5 }, 'under'],
  ['a range across the limit', { range: [3, 9], target: 5 }, undefined],
  ['an open range over the limit', { range: [6, null], target: 5 }, 'under'],
  ['about the limit', { value: 5, approx: '~', target: 5 }, undefined],
];
for (const [what, part, verdict] of LOWER_ONES)
  test(`lower is better, ${what}: no bar, ${verdict ?? 'no verdict'}`, () => {
    assert.deepEqual(progress(part, LOWER), {
      target: part.target,
      share: undefined,
      verdict,
      missing: false,
    });
  });

test('words such as "vượt 30%" in a note never make a target', () => {
  assert.equal(progress({ value: 42.8, note: 'vượt 30% so với chỉ tiêu được giao' }), undefined);
});

test('a share is drawn as far as the figure is, never less than nothing', () => {
  const number = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 1_000_000 }), (value, target) => {
      const { share = NaN, verdict } = progress({ value, target }) ?? {};
      assert.ok(share >= 0);
      assert.equal(verdict, value > target ? 'exceeded' : value === target ? 'met' : 'under');
      assert.equal(share >= 1, verdict !== 'under');
    }),
  );
});
