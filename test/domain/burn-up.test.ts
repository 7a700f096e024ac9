import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Goal } from '../../src/api/campaign.js';
import type { Indicator, Observation } from '../../src/api/figures.js';
import { burnUp } from '../../src/domain/burn-up.js';

const SPAN = { start: '2022-06-01', end: '2022-08-31' };
const RATE: Indicator = { name: 'Tỷ lệ', unit: '%', better: 'higher' };
const GOAL: Goal = { indicator: 'x', target: 80, pace: 'linear' };
const START = Date.parse('2022-06-01T00:00+07:00');
const END = Date.parse('2022-09-01T00:00+07:00');
const of = (at: string | undefined, part: Partial<Observation>): Observation => ({
  area: '70@2008',
  indicator: 'x',
  at,
  ...part,
});

describe('a burn-up', () => {
  it('has the figures at the end of their days, gaps, and a line from start to target', () => {
    const said = burnUp(
      GOAL,
      SPAN,
      [
        of('2022-06-10', { value: 8 }),
        of('2022-06-20', { value: null, status: 'missing' }),
        of('2022-06-30', { value: 20, status: 'estimated' }),
      ],
      RATE,
    );
    assert.deepEqual(said, {
      points: [
        { at: '2022-06-10', end: Date.parse('2022-06-11T00:00+07:00'), value: 8, estimated: false },
        {
          at: '2022-06-20',
          end: Date.parse('2022-06-21T00:00+07:00'),
          value: null,
          estimated: false,
        },
        { at: '2022-06-30', end: Date.parse('2022-07-01T00:00+07:00'), value: 20, estimated: true },
      ],
      plan: [
        { end: START, value: 0 },
        { end: END, value: 80 },
      ],
      target: 80,
      from: START,
      to: END,
    });
  });

  const TWO = [of('2022-06-10', { value: 8 }), of('2022-06-20', { value: 9 })];

  it('has no plan line for a level goal', () => {
    assert.deepEqual(burnUp({ ...GOAL, pace: 'level' }, SPAN, TWO, RATE)?.plan, []);
  });

  it('is as wide as its figures', () => {
    const late = [...TWO, of('2022-09-30', { value: 70 })];
    assert.equal(burnUp(GOAL, SPAN, late, RATE)?.to, Date.parse('2022-10-01T00:00+07:00'));
  });

  for (const [what, history] of [
    ['nothing', []],
    ['one figure', TWO.slice(0, 1)],
    ['one figure and a missing one', [TWO[0]!, of('2022-06-20', { value: null })]],
    ['one figure and a range', [TWO[0]!, of('2022-06-20', { range: [5, 10] })]],
    ['one figure and one without a date', [TWO[0]!, of(undefined, { value: 3 })]],
  ] as const)
    it(`is none for ${what}`, () => {
      assert.equal(burnUp(GOAL, SPAN, history, RATE), undefined);
    });
});
