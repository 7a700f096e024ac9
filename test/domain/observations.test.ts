import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import type { Indicator, Observation } from '../../src/api/figures.js';
import {
  changeOf,
  figureOf,
  historyOf,
  isExact,
  isMissing,
  isPercentage,
  isRank,
  sumOf,
} from '../../src/domain/observations.js';

type Part = Partial<Observation>;

const obs = (part: Part): Observation => ({ area: 'vn', indicator: 'teams', ...part });
const dated = (...values: [at: string, value: number | null, more?: Part][]): Observation[] =>
  values.map(([at, value, more]) => obs({ at, value, ...more }));
const figure = (history: readonly Observation[], at?: string) =>
  figureOf(historyOf(history, 'vn', 'teams'), at);

/* ---- Missing is not zero ---- */

const FIGURES: [what: string, part: Part, missing: boolean, exact: boolean][] = [
  ['a number', { value: 45895 }, false, true],
  ['zero', { value: 0 }, false, true],
  ['a negative number', { value: -3 }, false, true],
  ['more than 100 %', { value: 104.2 }, false, true],
  ['null', { value: null }, true, false],
  ['nothing at all', {}, true, false],
  ['a number that is called missing', { value: 0, status: 'missing' }, true, false],
  ['null with a target', { value: null, status: 'missing', target: 50 }, true, false],
  ['a range', { range: [5, 10] }, false, false],
  ['an open range', { range: [10, null] }, false, false],
  ['a pair', { num: 51, den: 63 }, false, false],
  ['a pair with its rate', { value: 80.95, num: 51, den: 63 }, false, true],
  ['half of a pair', { num: 51 }, true, false],
  ['more than', { value: 15000, approx: '>' }, false, false],
  ['nearly', { value: 100, approx: '<' }, false, false],
  ['about', { value: 3000, approx: '~' }, false, false],
  ['an estimate', { value: 12, status: 'estimated' }, false, false],
  ['a provisional number', { value: 12, status: 'provisional' }, false, true],
];
for (const [what, part, missing, exact] of FIGURES)
  test(`${what} is ${missing ? 'missing' : 'a figure'} and ${exact ? '' : 'not '}exact`, () => {
    assert.equal(isMissing(obs(part)), missing);
    assert.equal(isExact(obs(part)), exact);
  });

/* ---- Which observation counts ---- */

const NEWEST: [what: string, dates: string[], newest: string][] = [
  ['the later month', ['2022-08', '2022-06'], '2022-08'],
  ['the year over its months, whose end it has', ['2022-11', '2022'], '2022'],
  ['the shorter of two periods with one end', ['2022-12', '2022'], '2022-12'],
  ['the interval that ends later', ['2023-01/2023-06', '2023-05-31'], '2023-01/2023-06'],
  ['the day at the end of an interval', ['2023-06-30', '2023-01/2023-06'], '2023-06-30'],
  ['a time by its instant', ['2022-08-31T23:30:00Z', '2022-08-31'], '2022-08-31T23:30:00Z'],
  ['a date that is still to come', ['2022-08', '2099'], '2099'],
];
for (const [what, dates, newest] of NEWEST)
  test(`the newest figure is ${what}`, () => {
    const history = dates.map((at, i) => obs({ at, value: i }));
    assert.equal(figure(history).observation?.at, newest);
    assert.equal(figure([...history].reverse()).observation?.at, newest);
  });

test('of two with equal dates the later in the list wins', () => {
  const history = dated(['2022-08', 1], ['2022-09', 2], ['2022-08', 3]);
  const { trail } = figure(history);
  assert.deepEqual(
    trail.map((o) => o.value),
    [3, 2],
  );
});

for (const at of [undefined, 'Aug-22'])
  test(`an observation ${at ? `of "${at}"` : 'without a date'} has no place among those with one, and no change comes of it`, () => {
    const undated = obs({ value: 120, ...(at ? { at } : {}) });
    for (const history of [
      [undated, obs({ at: '2022-06', value: 100 })],
      [obs({ at: '2022-06', value: 100 }), undated],
    ]) {
      const own = figure(history);
      assert.equal(own.observation?.value, 100);
      assert.deepEqual(own.trail.length, 1);
      assert.equal(changeOf(own, { name: 'Số tổ', better: 'higher' }), undefined);
    }
    assert.equal(figure([obs({ value: 1 }), undated]).observation?.value, 120);
    assert.equal(changeOf(figure([obs({ value: 1 }), undated]), undefined), undefined);
  });

test('other areas and indicators are no part of a history', () => {
  const history = [
    ...dated(['2022-08', 1]),
    obs({ area: '48@2008', at: '2023', value: 2 }),
    obs({ area: 'vn@2025', at: '2024', value: 3 }),
    obs({ indicator: 'members', at: '2025', value: 4 }),
    obs({ indicator: 'teams.hamlet', at: '2025', value: 5 }),
  ];
  assert.deepEqual(figure(history).trail, dated(['2022-08', 1]));
});

test('a history is sorted whatever order the publisher wrote it in', () => {
  const month = fc.integer({ min: 1, max: 12 }).map((m) => `2022-${String(m).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.uniqueArray(month), (months) => {
      const list = months.map((at) => obs({ at, value: 1 }));
      assert.deepEqual(
        historyOf(list, 'vn', 'teams').map((o) => o.at),
        [...months].sort(),
      );
    }),
  );
});

test('nothing known is no figure', () => {
  assert.deepEqual(figureOf([]), {
    observation: undefined,
    trail: [],
    lastKnown: undefined,
    newest: undefined,
  });
});

test('a figure that is missing names the last known one, and stays missing', () => {
  const history = dated(['2021', 30], ['2022', 42], ['2023', null], ['2024', null]);
  const { observation, lastKnown } = figure(history);
  assert.equal(observation?.at, '2024');
  assert.equal(lastKnown?.at, '2022');
});

test('a figure that is there needs no last known one', () => {
  assert.equal(figure(dated(['2021', 30], ['2022', 0])).lastKnown, undefined);
});

/* ---- Pinning with `at` ---- */

const HISTORY = dated(
  ['2021', 1],
  ['2022-06', 27200],
  ['2022-08', 45895],
  ['2022-08-31', 45896],
  ['2025-03', 74000, { approx: '>' }],
);
const PINS: [at: string, shown: string | undefined][] = [
  ['2022-08', '2022-08'],
  ['2022-08-31', '2022-08-31'],
  ['2022', '2022-08-31'],
  ['2022-06/2022-07', '2022-06'],
  ['2025-03', '2025-03'],
  ['2025', '2025-03'],
  ['2024', undefined],
  ['2022-08-30', undefined],
  ['nonsense', undefined],
];
for (const [at, shown] of PINS)
  test(`pinned to ${at} a history shows ${shown ?? 'nothing'}`, () => {
    const { observation, trail } = figure(HISTORY, at);
    assert.equal(observation?.at, shown);
    // Change and sparkline end at the pin.
    assert.equal(trail[trail.length - 1]?.at, shown);
  });

test('a pinned figure knows that there is a newer one, the newest does not', () => {
  assert.equal(figure(HISTORY, '2022-08').newest?.at, '2025-03');
  assert.equal(figure(HISTORY, '2025-03').newest, undefined);
  assert.equal(figure(HISTORY).newest, undefined);
});

test('a pin never looks past its own date for the last known figure', () => {
  const history = dated(['2021', 30], ['2022', null], ['2023', 50]);
  assert.equal(figure(history, '2022').lastKnown?.at, '2021');
  assert.equal(figure(dated(['2022', null], ['2023', 50]), '2022').lastKnown, undefined);
});

/* ---- Change ---- */

const PERCENT: Indicator = { name: 'Tỷ lệ', unit: '%' };
const CHANGES: [
  what: string,
  from: Part,
  to: Part,
  indicator: Indicator | undefined,
  change: number | undefined,
][] = [
  ['counts', { value: 27200 }, { value: 45895 }, undefined, 18695],
  ['decimals', { value: 42.5 }, { value: 42.8 }, PERCENT, 0.3],
  ['small decimals', { value: 0.1 }, { value: 0.3 }, PERCENT, 0.2],
  ['a fall', { value: 15000 }, { value: 12000 }, undefined, -3000],
  ['no change', { value: 5 }, { value: 5 }, undefined, 0],
  ['from zero', { value: 0 }, { value: 7 }, undefined, 7],
  ['to zero', { value: 7 }, { value: 0 }, undefined, -7],
  ['from an approximation', { value: 15000, approx: '>' }, { value: 12000 }, undefined, undefined],
  ['to an approximation', { value: 15000 }, { value: 12000, approx: '~' }, undefined, undefined],
  ['from a range', { range: [5, 8] }, { value: 7 }, undefined, undefined],
  ['to a range', { value: 7 }, { range: [5, 8] }, undefined, undefined],
  ['from missing', { value: null }, { value: 7 }, undefined, undefined],
  ['to missing', { value: 7 }, { value: null }, undefined, undefined],
  ['from an estimate', { value: 7, status: 'estimated' }, { value: 9 }, undefined, undefined],
  ['from a bare pair', { num: 51, den: 63 }, { value: 100 }, PERCENT, undefined],
];
for (const [what, from, to, indicator, change] of CHANGES)
  test(`change, ${what}: ${change ?? 'none'}`, () => {
    const history = [obs({ at: '2022', ...from }), obs({ at: '2023', ...to })];
    const found = changeOf(figure(history), indicator);
    assert.equal(found?.value, change);
    assert.equal(found?.since, change === undefined ? undefined : '2022');
  });

test('a change that the source states wins over arithmetic', () => {
  const history = dated(['2022', 60], ['2023', 55, { change: { value: -2, since: '2022-06' } }]);
  assert.deepEqual(changeOf(figure(history), undefined), {
    value: -2,
    since: '2022-06',
    kind: 'count',
    improved: undefined,
  });
});

test('a stated change stands where there is nothing to subtract', () => {
  const alone = dated(['2023', 55, { change: { value: -2 }, approx: '~' }]);
  assert.deepEqual(changeOf(figure(alone), undefined), {
    value: -2,
    since: undefined,
    kind: 'count',
    improved: undefined,
  });
});

test('a missing figure has no change, whatever the source states', () => {
  const history = dated(['2023', null, { change: { value: 3 } }]);
  assert.equal(changeOf(figure(history), undefined), undefined);
});

test('the first figure has no change', () => {
  assert.equal(changeOf(figure(dated(['2023', 3])), undefined), undefined);
});

test('a missing year between two figures leaves no change to state', () => {
  const history = dated(['2021', 3], ['2022', null], ['2023', 5]);
  assert.equal(changeOf(figure(history), undefined), undefined);
});

test('a difference of decimals is as short as the decimals are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 1000 }),
      (tenths, others) => {
        const history = dated(['2022', tenths / 10], ['2023', others / 10]);
        const { value } = changeOf(figure(history), PERCENT) ?? {};
        assert.equal(value, (others - tenths) / 10);
      },
    ),
  );
});

const KINDS: [indicator: Indicator | undefined, kind: string][] = [
  [undefined, 'count'],
  [{ name: 'Số tổ', unit: 'tổ' }, 'count'],
  [PERCENT, 'points'],
  [{ name: 'Tỷ lệ', unit: { vi: '%', en: '%' } }, 'points'],
  [{ name: 'Xếp hạng', better: 'lower', of: 63 }, 'rank'],
];
for (const [indicator, kind] of KINDS)
  test(`a change of ${JSON.stringify(indicator?.name ?? 'anything')} is a ${kind}`, () => {
    assert.equal(changeOf(figure(dated(['2022', 5], ['2023', 3])), indicator)?.kind, kind);
    assert.equal(isRank(indicator), kind === 'rank');
    assert.equal(isPercentage(indicator), kind === 'points');
  });

const DIRECTIONS: [
  better: 'higher' | 'lower' | undefined,
  from: number,
  to: number,
  improved: boolean | undefined,
][] = [
  ['higher', 5, 7, true],
  ['higher', 7, 5, false],
  ['lower', 57, 55, true],
  ['lower', 55, 57, false],
  [undefined, 15000, 12000, undefined],
  ['higher', 5, 5, undefined],
];
for (const [better, from, to, improved] of DIRECTIONS)
  test(`from ${from} to ${to}, better: ${better}, is improved: ${improved}`, () => {
    const indicator: Indicator = better ? { name: 'x', better } : { name: 'x' };
    const change = changeOf(figure(dated(['2022', from], ['2023', to])), indicator);
    // The arithmetic never follows `better`.
    assert.equal(change?.value, to - from);
    assert.equal(change?.improved, improved);
  });

/* ---- Sums ---- */

const TEAMS: Indicator = { name: 'Số tổ', aggregate: 'sum' };
const child = (area: string, part: Part): Observation => obs({ area, at: '2022', ...part });
const sum = (observations: Observation[], indicator: Indicator | undefined = TEAMS) =>
  sumOf(observations, ['1@2008', '2@2008', '3@2008'], 'teams', indicator);

test('children with exact figures of one date add up to their parent', () => {
  const all = [1, 2, 3].map((n) => child(`${n}@2008`, { value: n * 10 }));
  assert.deepEqual(sum(all), { value: 60, counted: 3, whole: true, at: '2022' });
});

const PARTIAL: [what: string, third: Part | undefined][] = [
  ['is not in the data', undefined],
  ['is missing', { value: null }],
  ['is approximate', { value: 30, approx: '>' }],
  ['is a range', { range: [20, 30] }],
  ['is an estimate', { value: 30, status: 'estimated' }],
  ['is of an older date', { value: 30, at: '2021' }],
  ['was exact only before', { value: null, at: '2023' }],
];
for (const [what, third] of PARTIAL)
  test(`a sum is not whole where a child ${what}`, () => {
    const all = [child('1@2008', { value: 10 }), child('2@2008', { value: 20 })];
    if (third) all.push(child('3@2008', third));
    assert.deepEqual(sum(all), { value: 30, counted: 2, whole: false, at: '2022' });
  });

test('a zero is counted in a sum', () => {
  const all = [1, 2, 3].map((n) => child(`${n}@2008`, { value: 0 }));
  assert.deepEqual(sum(all), { value: 0, counted: 3, whole: true, at: '2022' });
});

test('the newest figure of each child is the one that adds', () => {
  const all = [1, 2, 3].map((n) => child(`${n}@2008`, { value: n }));
  all.unshift(child('1@2008', { value: 1000, at: '2021' }));
  assert.equal(sum(all)?.value, 6);
});

test('percentages, ranks and what does not say that it adds never add', () => {
  const all = [1, 2, 3].map((n) => child(`${n}@2008`, { value: n }));
  assert.equal(sum(all, PERCENT), undefined);
  assert.equal(sum(all, { name: 'Xếp hạng', of: 63, better: 'lower' }), undefined);
  assert.equal(sumOf(all, ['1@2008'], 'teams', undefined), undefined);
});

test('no children and no exact figure are no sum, not zero', () => {
  assert.equal(sumOf([], [], 'teams', TEAMS), undefined);
  assert.equal(sum([]), undefined);
  assert.equal(sum([child('1@2008', { value: 5, approx: '~' })]), undefined);
});
