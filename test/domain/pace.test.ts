import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Goal } from '../../src/api/campaign.js';
import type { Indicator, Observation } from '../../src/api/figures.js';
import {
  arrivalOf,
  goalResult,
  paceNeeded,
  planAt,
  type GoalVerdict,
} from '../../src/domain/pace.js';

const SPAN = { start: '2022-06-01', end: '2022-08-31' };
const RATE: Indicator = { name: 'Tỷ lệ', unit: '%', better: 'higher' };
const COUNT: Indicator = { name: 'Số người', unit: 'người', better: 'higher' };
const OVERDUE: Indicator = { name: 'Hồ sơ quá hạn', unit: 'hồ sơ', better: 'lower' };
/** Half of the 92 days are over at the end of this one. */
const HALF = '2022-07-16';
const DURING = '2022-08-06';
const AFTER = '2022-09-01';

const goal = (part: Partial<Goal>): Goal => ({ indicator: 'x', target: 80, ...part });
const result = (part: Partial<Observation>): Observation => ({
  area: '70@2008',
  indicator: 'x',
  at: HALF,
  ...part,
});

type Case = [
  what: string,
  goal: Partial<Goal>,
  result: Partial<Observation>,
  indicator: Indicator,
  today: string,
  verdict: GoalVerdict,
  distance?: number,
];

const LINEAR = { pace: 'linear' as const };
const CASES: Case[] = [
  ['no result', LINEAR, { value: null, status: 'missing' }, RATE, DURING, 'missing'],
  ['no result when it is over', {}, { value: null }, RATE, AFTER, 'missing'],
  ['a line: right on it', LINEAR, { value: 40 }, RATE, DURING, 'onTrack'],
  ['a line: 2 % of the way under', LINEAR, { value: 38.4 }, RATE, DURING, 'onTrack'],
  ['a line: 2 % of the way over', LINEAR, { value: 41.6 }, RATE, DURING, 'onTrack'],
  ['a line: more than that under', LINEAR, { value: 38 }, RATE, DURING, 'behind', 2],
  ['a line: far under', LINEAR, { value: 34 }, RATE, DURING, 'behind', 6],
  ['a line: over', LINEAR, { value: 52 }, RATE, DURING, 'ahead', 12],
  ['a line: there already', LINEAR, { value: 80 }, RATE, DURING, 'met'],
  ['a line: beyond 100 %', { ...LINEAR, target: 100 }, { value: 104 }, RATE, DURING, 'exceeded'],
  ['a line: short when due', LINEAR, { value: 70, at: SPAN.end }, RATE, AFTER, 'missed', 10],
  [
    'a line: short on the day itself',
    LINEAR,
    { value: 70, at: SPAN.end },
    RATE,
    SPAN.end,
    'behind',
    10,
  ],
  ['a line: an old result when it is over', LINEAR, { value: 34 }, RATE, AFTER, 'behind', 6],
  ['a line from a baseline', { ...LINEAR, baseline: 60 }, { value: 64 }, RATE, DURING, 'behind', 6],
  [
    'a count: compared in counts',
    { ...LINEAR, target: 1000 },
    { value: 400 },
    COUNT,
    DURING,
    'behind',
    100,
  ],
  [
    'a falling line',
    { ...LINEAR, target: 0, baseline: 100 },
    { value: 70 },
    OVERDUE,
    DURING,
    'behind',
    20,
  ],
  [
    'a falling line, faster',
    { ...LINEAR, target: 0, baseline: 100 },
    { value: 30 },
    OVERDUE,
    DURING,
    'ahead',
    20,
  ],
  [
    'a falling goal without a baseline',
    { ...LINEAR, target: 0 },
    { value: 3 },
    OVERDUE,
    DURING,
    'short',
    3,
  ],
  ['a line: more than what is over', LINEAR, { value: 50, approx: '>' }, RATE, DURING, 'ahead'],
  ['a line: nearly what is under', LINEAR, { value: 30, approx: '<' }, RATE, DURING, 'behind'],
  ['a line: nearly what is over', LINEAR, { value: 50, approx: '<' }, RATE, DURING, 'open'],
  ['a line: about', LINEAR, { value: 40, approx: '~' }, RATE, DURING, 'open'],
  ['a line: an estimate', LINEAR, { value: 30, status: 'estimated' }, RATE, DURING, 'behind'],
  ['a line: a range across', LINEAR, { range: [30, 50] }, RATE, DURING, 'open'],
  ['a line: a range under', LINEAR, { range: [10, 20] }, RATE, DURING, 'behind'],
  ['a level: under, while it runs', {}, { value: 42 }, RATE, DURING, 'short', 38],
  ['a level: met, while it runs', {}, { value: 80 }, RATE, DURING, 'met'],
  ['a level: exceeded', {}, { value: 92.5 }, RATE, DURING, 'exceeded'],
  [
    'a level: under on the day itself',
    {},
    { value: 42, at: SPAN.end },
    RATE,
    SPAN.end,
    'short',
    38,
  ],
  ['a level: under when due', {}, { value: 42.5, at: SPAN.end }, RATE, AFTER, 'missed', 37.5],
  [
    'a level: under in the due month',
    {},
    { value: 42.5, at: '2022-08' },
    RATE,
    AFTER,
    'missed',
    37.5,
  ],
  ['a level: an old result when it is over', {}, { value: 42.5 }, RATE, AFTER, 'short', 37.5],
  ['a level: no date, over', {}, { value: 42.5, at: undefined }, RATE, AFTER, 'missed', 37.5],
  ['a level: a range across', {}, { range: [70, 90] }, RATE, DURING, 'open'],
  ['a level: nearly', {}, { value: 80, approx: '<' }, RATE, DURING, 'short'],
  ['a level: about', {}, { value: 80, approx: '~' }, RATE, DURING, 'open'],
  ['a target of 0, none', { target: 0 }, { value: 0 }, OVERDUE, DURING, 'met'],
  ['a target of 0, some', { target: 0 }, { value: 3 }, OVERDUE, DURING, 'short', 3],
  [
    'a target of 0, some when due',
    { target: 0 },
    { value: 3, at: SPAN.end },
    OVERDUE,
    AFTER,
    'missed',
    3,
  ],
  ['due before the end', { due: HALF }, { value: 42 }, RATE, DURING, 'missed', 38],
];

describe('how a goal stands', () => {
  for (const [what, g, o, indicator, today, verdict, distance] of CASES)
    it(`${what}: ${verdict}${distance === undefined ? '' : ` by ${distance}`}`, () => {
      const said = goalResult(goal(g), SPAN, result(o), indicator, today);
      assert.equal(said.verdict, verdict);
      if (distance === undefined) assert.equal(said.distance, undefined);
      else assert.ok(Math.abs((said.distance ?? NaN) - distance) < 1e-9, String(said.distance));
    });

  it('has no bar without a result, for a range, and where lower is better', () => {
    const share = (o: Partial<Observation>, indicator: Indicator) =>
      goalResult(goal({}), SPAN, result(o), indicator, DURING).share;
    assert.equal(share({ value: null }, RATE), undefined);
    assert.equal(share({ range: [10, 20] }, RATE), undefined);
    assert.equal(share({ value: 3 }, OVERDUE), undefined);
    assert.equal(share({ value: 40 }, RATE), 0.5);
    assert.equal(share({ value: 100 }, RATE), 1.25);
  });

  it('is the same tomorrow: the plan is that of the result’s date', () => {
    const on = (today: string) =>
      goalResult(goal(LINEAR), SPAN, result({ value: 34 }), RATE, today);
    assert.deepEqual(on('2022-07-17'), on('2022-08-30'));
  });

  it('a goal that is no line has no plan', () => {
    assert.equal(goalResult(goal({}), SPAN, result({ value: 34 }), RATE, DURING).plan, undefined);
  });
});

describe('the plan line', () => {
  const at = (clock: string) => Date.parse(`${clock}+07:00`);
  for (const [clock, value] of [
    ['2022-05-01T00:00', 0],
    ['2022-06-01T00:00', 0],
    ['2022-07-17T00:00', 40],
    ['2022-09-01T00:00', 80],
    ['2023-01-01T00:00', 80],
  ] as const)
    it(`is at ${value} at ${clock}`, () => {
      assert.equal(planAt(goal(LINEAR), SPAN, false, at(clock)), value);
    });

  it('is none for a goal due before the start', () => {
    const early = goal({ ...LINEAR, due: '2022-05-01' });
    assert.equal(planAt(early, SPAN, false, at('2022-07-17T00:00')), undefined);
  });
});

describe('the pace that a count needs', () => {
  const needed = (
    part: Partial<Observation>,
    indicator: Indicator = COUNT,
    today = DURING,
    more: Partial<Goal> = {},
  ) => paceNeeded(goal({ target: 1000, ...more }), SPAN, result(part), indicator, today);

  it('is what is missing over the days that are left, beside the pace so far', () => {
    assert.deepEqual(needed({ value: 460 }), { missing: 540, days: 25, needed: 22, now: 10 });
  });

  it('counts from the baseline on, and to the goal’s own date', () => {
    assert.deepEqual(needed({ value: 460 }, COUNT, DURING, { baseline: 230, due: '2022-08-16' }), {
      missing: 540,
      days: 10,
      needed: 54,
      now: 5,
    });
  });

  for (const [what, part, indicator, today] of [
    ['a rate', { value: 40 }, RATE, DURING],
    ['what has to fall', { value: 40 }, OVERDUE, DURING],
    ['about a figure', { value: 460, approx: '~' }, COUNT, DURING],
    ['a range', { range: [400, 500] }, COUNT, DURING],
    ['a missing figure', { value: null }, COUNT, DURING],
    ['a figure without a date', { value: 460, at: undefined }, COUNT, DURING],
    ['a target that is reached', { value: 1000 }, COUNT, DURING],
    ['the last day', { value: 460 }, COUNT, SPAN.end],
    ['a campaign that is over', { value: 460 }, COUNT, AFTER],
    ['a campaign that has not begun', { value: 460 }, COUNT, '2022-05-01'],
  ] as [string, Partial<Observation>, Indicator, string][])
    it(`is not said of ${what}`, () => {
      assert.equal(needed(part, indicator, today), undefined);
    });
});

describe('when the average pace would reach the target', () => {
  const arrival = (
    part: Partial<Observation>,
    indicator: Indicator = COUNT,
    more: Partial<Goal> = {},
    today = DURING,
  ) => arrivalOf(goal({ target: 1000, ...more }), SPAN, result(part), indicator, today);

  it('is an even share for each day from the start to the figure, carried on', () => {
    assert.deepEqual(arrival({ value: 460 }), {
      from: SPAN.start,
      to: HALF,
      perDay: 10,
      day: '2022-09-08',
      late: 8,
    });
    assert.equal(arrival({ value: 920 })?.day, '2022-07-20');
    assert.equal(arrival({ value: 920 })?.late, -42);
  });

  it('starts at the baseline, and goes down where lower is better', () => {
    assert.equal(arrival({ value: 43 }, RATE, { target: 66, baseline: 20 })?.day, '2022-08-31');
    assert.equal(arrival({ value: 50 }, OVERDUE, { target: 0, baseline: 96 })?.day, '2022-09-04');
  });

  for (const [what, part, indicator, more, today] of [
    ['a rate that nobody knows the start of', { value: 40 }, RATE, { target: 80 }],
    ['what has to fall from nobody knows where', { value: 40 }, OVERDUE, { target: 0 }],
    ['a place in an order', { value: 40 }, { name: 'Hạng', of: 63, better: 'lower' }, {}],
    ['about a figure', { value: 460, approx: '~' }, COUNT, {}],
    ['a missing figure', { value: null }, COUNT, {}],
    ['a figure of before the start', { value: 460, at: '2022-05-31' }, COUNT, {}],
    ['what stands still', { value: 100 }, COUNT, { baseline: 100 }],
    ['what goes the other way', { value: 90 }, COUNT, { baseline: 100 }],
    ['what is reached', { value: 1000 }, COUNT, {}],
    ['what would take more than ten years', { value: 1 }, COUNT, { target: 1e6 }],
    ['a campaign that is over', { value: 460 }, COUNT, {}, AFTER],
  ] as [string, Partial<Observation>, Indicator, Partial<Goal>, string?][])
    it(`is not said of ${what}`, () => {
      assert.equal(arrival(part, indicator, more, today), undefined);
    });
});
