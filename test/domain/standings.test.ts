import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Indicator, Observation } from '../../src/api/figures.js';
import { areasBeside, standingsOf } from '../../src/domain/standings.js';

const RATE: Indicator = { name: 'Tỷ lệ', unit: '%', better: 'higher' };
const LOWER: Indicator = { name: 'Hồ sơ quá hạn', better: 'lower' };
const of = (area: string, at: string, part: Partial<Observation>): Observation => ({
  area: `${area}@2025`,
  indicator: 'x',
  at,
  ...part,
});
const table = (observations: Observation[], indicator = RATE) => {
  const areas = areasBeside(observations, 'own@2025');
  const { rows, apart, at, since } = standingsOf(observations, areas, 'x', indicator);
  return {
    rows: rows.map(({ area, rank, tied, moved }) => [area.split('@')[0], rank, tied, moved]),
    apart: apart.map(({ area }) => area.split('@')[0]),
    at,
    since,
  };
};

describe('standings', () => {
  it('put the best first, with equal figures in one place', () => {
    const said = table([
      of('a', '2022-07-01', { value: 40 }),
      of('b', '2022-07-01', { value: 60 }),
      of('c', '2022-07-01', { value: 40 }),
      of('d', '2022-07-01', { value: 20 }),
      of('own', '2022-07-01', { value: 99 }),
    ]);
    assert.deepEqual(said.rows, [
      ['b', 1, false, undefined],
      ['a', 2, true, undefined],
      ['c', 2, true, undefined],
      ['d', 4, false, undefined],
    ]);
    assert.equal(said.since, undefined);
  });

  it('put the lowest first where lower is better', () => {
    const said = table([of('a', '2022-07', { value: 3 }), of('b', '2022-07', { value: 0 })], LOWER);
    assert.deepEqual(
      said.rows.map(([area]) => area),
      ['b', 'a'],
    );
  });

  it('say how many places were won and lost since the date before', () => {
    const said = table([
      of('a', '2022-07-01', { value: 50 }),
      of('b', '2022-07-01', { value: 40 }),
      of('c', '2022-07-01', { value: 30 }),
      of('a', '2022-07-08', { value: 51 }),
      of('b', '2022-07-08', { value: 45 }),
      of('c', '2022-07-08', { value: 60 }),
      of('d', '2022-07-08', { value: 10 }),
    ]);
    assert.deepEqual(said.rows, [
      ['c', 1, false, 2],
      ['a', 2, false, -1],
      ['b', 3, false, -1],
      ['d', 4, false, undefined],
    ]);
    assert.deepEqual([said.since, said.at], ['2022-07-01', '2022-07-08']);
  });

  it('keep an area’s older figure, and its place', () => {
    const said = table([
      of('a', '2022-07-01', { value: 50 }),
      of('b', '2022-07-01', { value: 40 }),
      of('b', '2022-07-08', { value: 45 }),
    ]);
    assert.deepEqual(said.rows, [
      ['a', 1, false, 0],
      ['b', 2, false, 0],
    ]);
  });

  it('list apart what has no figure, or a range', () => {
    const said = table([
      of('a', '2022-07-01', { value: null, status: 'missing' }),
      of('b', '2022-07-01', { value: 0 }),
      of('c', '2022-07-01', { range: [5, 10] }),
    ]);
    assert.deepEqual(said.rows, [['b', 1, false, undefined]]);
    assert.deepEqual(said.apart, ['a', 'c']);
  });

  it('list apart an area whose newest figure is missing', () => {
    const said = table([
      of('a', '2022-07-01', { value: 9 }),
      of('a', '2022-07-08', { value: null }),
    ]);
    assert.deepEqual([said.rows, said.apart], [[], ['a']]);
  });
});
