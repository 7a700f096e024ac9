import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import type { Area, Indicator, Observation } from '../../src/api/figures.js';
import {
  datesOf,
  editionsWithFigures,
  mapRows,
  rowOf,
  summaryOf,
  type MapRequest,
  type MapRow,
} from '../../src/domain/choropleth.js';
import { rollUp } from '../../src/domain/roll-up.js';
import { editionOf } from '../../src/domain/editions.js';
import { PREVIOUS, PROVINCES } from '../../src/domain/provinces.generated.js';

const of = (edition: string): Record<string, Area> =>
  Object.fromEntries(Object.entries(PROVINCES).filter(([id]) => editionOf(id) === edition));
const OLD = of('2008');
const NOW = of('2025');
const TEAMS: Indicator = { name: 'Số tổ', unit: 'tổ', aggregate: 'sum' };

const seen = (area: string, more: Partial<Observation> | number): Observation => ({
  area,
  indicator: 'teams',
  at: '2022-08',
  ...(typeof more === 'number' ? { value: more } : more),
});

const rows = (observations: readonly Observation[], more: Partial<MapRequest> = {}): MapRow[] =>
  mapRows({
    observations,
    areas: PROVINCES,
    parent: 'vn',
    indicator: 'teams',
    at: undefined,
    edition: '2008',
    ...more,
  });
const row = (list: readonly MapRow[], id: string): MapRow => {
  const found = list.find((each) => each.id === id);
  assert.ok(found, `${id} has a row`);
  return found;
};

test('a map has a row for each province of its edition, with figures or without', () => {
  assert.equal(rows([]).length, 63);
  assert.equal(rows([], { edition: '2025' }).length, 34);
  const few = rows([seen('48@2008', 2266), seen('44@2025', 5)]);
  assert.equal(few.length, 63);
  assert.deepEqual(
    few.filter(({ value }) => value !== undefined).map(({ id }) => id),
    ['48@2008'],
  );
});

test('a code that was reused never takes the figure of the other edition', () => {
  // 44@2008 is Quảng Bình, 44@2025 is Quảng Trị.
  const both = [seen('44@2025', 7)];
  assert.equal(row(rows(both), '44@2008').value, undefined);
  assert.equal(row(rows(both, { edition: '2025' }), '44@2025').value, 7);
});

test("a province's map has its own children alone", () => {
  const areas: Record<string, Area> = {
    ...PROVINCES,
    '468@2008': { name: 'Cam Lộ', parent: '45@2008' },
    '128@2008': { name: 'Vân Hồ', parent: '14@2008' },
  };
  const own = rows([seen('468@2008', 3)], { areas, parent: '45@2008' });
  assert.deepEqual(
    own.map(({ id, value }) => [id, value]),
    [['468@2008', 3]],
  );
});

const MISSING: [what: string, observation: Partial<Observation>][] = [
  ['a value of null', { value: null }],
  ['no value', {}],
  ['a status of missing', { value: 0, status: 'missing' }],
];
for (const [what, observation] of MISSING)
  test(`missing is not zero: ${what} decides no colour`, () => {
    assert.equal(row(rows([seen('48@2008', observation)]), '48@2008').value, undefined);
  });

test('zero is a figure', () => {
  assert.equal(row(rows([seen('48@2008', 0)]), '48@2008').value, 0);
});

test('an approximate figure decides a colour, a range alone does not', () => {
  const list = rows([
    seen('48@2008', { value: 15000, approx: '>' }),
    seen('45@2008', { range: [5, 10] }),
  ]);
  assert.equal(row(list, '48@2008').value, 15000);
  assert.equal(row(list, '45@2008').value, undefined);
  assert.deepEqual(row(list, '45@2008').figure.observation?.range, [5, 10]);
});

test('figures of other indicators are not drawn', () => {
  const other = { ...seen('48@2008', 5), indicator: 'members' };
  assert.equal(row(rows([other]), '48@2008').value, undefined);
});

test('the newest figure of each area counts, unless a date is pinned', () => {
  const list = [
    seen('48@2008', { at: '2022-06', value: 1 }),
    seen('48@2008', { at: '2022-12', value: 2 }),
    seen('45@2008', { at: '2022-06', value: 3 }),
  ];
  assert.equal(row(rows(list), '48@2008').value, 2);
  assert.equal(row(rows(list), '45@2008').value, 3);
  const june = rows(list, { at: '2022-06' });
  assert.deepEqual([row(june, '48@2008').value, row(june, '45@2008').value], [1, 3]);
  const december = rows(list, { at: '2022-12' });
  assert.deepEqual(
    [row(december, '48@2008').value, row(december, '45@2008').value],
    [2, undefined],
  );
  assert.equal(row(rows(list, { at: '2022' }), '48@2008').value, 2, 'the newest inside the period');
});

test('a newer observation without a figure is not covered by an older one', () => {
  const list = [
    seen('48@2008', { at: '2022-06', value: 1 }),
    seen('48@2008', { at: '2022-12', value: null }),
  ];
  assert.equal(row(rows(list), '48@2008').value, undefined);
  assert.equal(row(rows(list), '48@2008').figure.lastKnown?.value, 1);
});

test('both editions among the children that have figures are a mixture', () => {
  const mixed = [seen('48@2008', 1), seen('44@2025', 2)];
  assert.deepEqual([...editionsWithFigures(mixed, PROVINCES, 'vn')].sort(), ['2008', '2025']);
  assert.deepEqual([...editionsWithFigures(mixed.slice(0, 1), PROVINCES, 'vn')], ['2008']);
});

test('areas without figures, other parents and the nation itself are no mixture', () => {
  const areas: Record<string, Area> = {
    ...PROVINCES,
    '20194@2025': { name: 'Hải Châu', kind: 'ward', parent: '48@2025' },
  };
  const own = [seen('48@2008', 1), seen('vn', 45895), seen('20194@2025', 2)];
  assert.deepEqual([...editionsWithFigures(own, areas, 'vn')], ['2008']);
});

test('dates are those of the indicator and the areas drawn, newest first, each once', () => {
  const list = [
    seen('48@2008', { at: '2022-06', value: 1 }),
    seen('45@2008', { at: '2022-06', value: 1 }),
    seen('48@2008', { at: '2023', value: 1 }),
    seen('48@2008', { at: '2022-08', value: 1 }),
    seen('48@2008', { at: undefined, value: 1 }),
    seen('vn', { at: '2021', value: 1 }),
    { ...seen('48@2008', { at: '2020', value: 1 }), indicator: 'members' },
  ];
  assert.deepEqual(datesOf(list, 'teams', new Set(['48@2008', '45@2008'])), [
    '2023',
    '2022-08',
    '2022-06',
  ]);
});

/** What Bình Phước and Đồng Nai of 2008 roll up to: Đồng Nai of 2025. */
const rolled = (observations: readonly Observation[], indicator: Indicator | undefined = TEAMS) =>
  rollUp(rows(observations), indicator, NOW).map(rowOf);
const dongNai = (...figures: (Partial<Observation> | number)[]) =>
  row(rolled(figures.map((f, i) => seen(['70@2008', '75@2008'][i] ?? '', f))), '75@2025');

test('counts of all former provinces add up, and keep their date', () => {
  const sum = dongNai(800, 1200);
  assert.equal(sum.value, 2000);
  assert.equal(sum.figure.observation?.area, '75@2025');
  assert.equal(sum.figure.observation?.at, '2022-08');
  assert.equal(sum.area.name, 'Đồng Nai');
});

test('a roll-up has a row for each province of 2025', () => {
  assert.deepEqual(
    rolled([]).map(({ id }) => id),
    Object.keys(NOW),
  );
});

test('a province that went on alone keeps its figure', () => {
  assert.equal(row(rolled([seen('01@2008', 900)]), '01@2025').value, 900);
});

const NEVER: [what: string, figures: (Partial<Observation> | number)[]][] = [
  ['one of them has no figure', [800]],
  ['one of them is missing', [800, { value: null }]],
  ['one of them is missing beside a zero', [800, { value: 0, status: 'missing' }]],
  ['one of them is "more than"', [800, { value: 1200, approx: '>' }]],
  ['one of them is "about"', [800, { value: 1200, approx: '~' }]],
  ['one of them is an estimate', [800, { value: 1200, status: 'estimated' }]],
  ['one of them is a range', [800, { range: [5, 10] }]],
  ['their dates differ', [800, { at: '2022-12', value: 1200 }]],
];
for (const [what, figures] of NEVER)
  test(`nothing is rolled up where ${what}`, () => {
    assert.equal(dongNai(...figures).value, undefined);
    assert.equal(dongNai(...figures).figure.observation, undefined);
  });

const NOT_ADDED: [what: string, indicator: Indicator | undefined][] = [
  ['rates', { name: 'Tỷ lệ', unit: '%' }],
  ['ranks', { name: 'Xếp hạng', of: 63, aggregate: 'sum' }],
  ['what does not say that it adds up', { name: 'Số tổ', unit: 'tổ' }],
  ['an indicator that nobody describes', undefined],
];
for (const [what, indicator] of NOT_ADDED)
  test(`${what} are never rolled up, not even of a province that went on alone`, () => {
    const every = Object.keys(OLD).map((id) => seen(id, 10));
    const found = rollUp(rows(every), indicator, NOW).map(rowOf);
    assert.deepEqual(
      found.filter(({ value }) => value !== undefined),
      [],
    );
  });

test('a sum is only what its parts are: no pair, target, change or correction of the first part', () => {
  const first = {
    value: 10,
    num: 10,
    den: 12,
    target: 15,
    change: { value: 3 },
    corrected: { at: '2022-09-01', was: 9 },
    note: 'x',
  };
  const o = dongNai(first, 20).figure.observation;
  assert.equal(o?.value, 30);
  assert.deepEqual(
    {
      num: o.num,
      den: o.den,
      target: o.target,
      change: o.change,
      corrected: o.corrected,
      note: o.note,
    },
    {
      num: undefined,
      den: undefined,
      target: undefined,
      change: undefined,
      corrected: undefined,
      note: undefined,
    },
  );
});

test('the sum of a provisional figure is provisional', () => {
  assert.equal(
    dongNai(800, { value: 1200, status: 'provisional' }).figure.observation?.status,
    'provisional',
  );
});

test('what all 63 have adds up to the same nation, province by province', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 63, maxLength: 63 }),
      (n) => {
        const ids = Object.keys(OLD);
        const list = rolled(ids.map((id, i) => seen(id, n[i] ?? 0)));
        assert.equal(
          list.reduce((sum, { value = NaN }) => sum + value, 0),
          n.reduce((sum, value) => sum + value, 0),
        );
        for (const { id, value } of list) {
          const parts = PREVIOUS[id]?.map((old) => n[ids.indexOf(old)] ?? NaN) ?? [];
          assert.equal(
            value,
            parts.reduce((sum, each) => sum + each, 0),
            id,
          );
        }
      },
    ),
    { numRuns: 20 },
  );
});

test('the summary names all that share the highest and the lowest, and counts the missing', () => {
  const summary = summaryOf(
    rows([
      seen('01@2008', 5),
      seen('02@2008', 5),
      seen('04@2008', 0),
      seen('06@2008', { value: null }),
    ]),
  );
  assert.deepEqual(
    summary.highest.map(({ id }) => id),
    ['01@2008', '02@2008'],
  );
  assert.deepEqual(
    summary.lowest.map(({ id }) => id),
    ['04@2008'],
  );
  assert.deepEqual([summary.missing, summary.total], [60, 63]);
});

test('a map without figures has neither a highest nor a lowest', () => {
  assert.deepEqual(summaryOf(rows([])), { highest: [], lowest: [], missing: 63, total: 63 });
  assert.deepEqual(summaryOf([]), { highest: [], lowest: [], missing: 0, total: 0 });
});
