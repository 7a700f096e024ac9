/** What is read once for many figures gives the same as one look a figure would. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../support/property.js';
import type { Observation } from '../../src/api/figures.js';
import { compareAt, parseAt } from '../../src/domain/calendar.js';
import { historyOf } from '../../src/domain/observations.js';
import { sparkline } from '../../src/domain/sparkline.js';
import { standingsOf } from '../../src/domain/standings.js';
import type { ChartPoint } from '../../src/parts/chart/chart-model.js';
import { thin } from '../../src/parts/chart/thin.js';

const AREAS = ['a@2025', 'b@2025', 'c@2025', 'd@2025', 'e@2025'];
const DATES = [undefined, '2022', '2022-06', '2022-06-30', '2022-12', '2023', '2022-02-31'];
const observation: fc.Arbitrary<Observation> = fc
  .record({
    area: fc.constantFrom(...AREAS),
    indicator: fc.constantFrom('x', 'y'),
    at: fc.constantFrom(...DATES),
    value: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ at, ...rest }) => (at === undefined ? rest : { ...rest, at }));

/** The history as its definition says it. */
function plainHistory(all: readonly Observation[], area: string, indicator: string): Observation[] {
  const byDate = new Map<string, Observation>();
  for (const o of all) if (o.area === area && o.indicator === indicator) byDate.set(o.at ?? '', o);
  const dated = [...byDate.values()].filter(({ at }) => at !== undefined && parseAt(at));
  if (dated.length > 0) return dated.sort((a, b) => compareAt(a.at ?? '', b.at ?? ''));
  return all.filter((o) => o.area === area && o.indicator === indicator).slice(-1);
}

describe('many figures', () => {
  it('have the histories that a look at each list gives, also after the list has grown', () => {
    fc.assert(
      fc.property(fc.array(observation), fc.array(observation), (first, more) => {
        const list = [...first];
        for (const area of AREAS)
          assert.deepEqual(historyOf(list, area, 'x'), plainHistory(list, area, 'x'));
        list.push(...more);
        for (const area of AREAS)
          assert.deepEqual(historyOf(list, area, 'y'), plainHistory(list, area, 'y'));
      }),
    );
  });

  it('have the ranks that counting the better ones gives', () => {
    fc.assert(
      fc.property(fc.array(observation), fc.boolean(), (list, lower) => {
        const indicator = { name: 'x', better: lower ? ('lower' as const) : ('higher' as const) };
        const { rows } = standingsOf(list, AREAS, 'x', indicator);
        const values = rows.map(({ observation: o }) => o.value);
        for (const { observation: o, rank, tied } of rows) {
          const better = values.filter((v) => (lower ? v < o.value : v > o.value)).length;
          assert.equal(rank, 1 + better);
          assert.equal(tied, values.filter((v) => v === o.value).length > 1);
        }
      }),
    );
  });

  it('are in order where they are 10,000, and none is lost', () => {
    const areas = Array.from({ length: 10_000 }, (_, i) => `m${i}@2025`);
    const list = areas.map((area, i) => ({
      area,
      indicator: 'x',
      at: '2026',
      value: (i * 7) % 9973,
    }));
    const { rows } = standingsOf(list, areas, 'x', undefined);
    assert.equal(rows.length, 10_000);
    assert.ok(rows.every((row, i) => i === 0 || row.rank >= (rows[i - 1]?.rank ?? 0)));
    assert.equal(rows.filter(({ tied }) => tied).length, 2 * (10_000 - 9973));
  });
});

const point = (value: number | null, i: number): ChartPoint => ({
  at: String(i),
  end: i,
  value,
  estimated: false,
  text: String(value),
});

describe('a dense line', () => {
  it('keeps its ends, its highest, its lowest and its gaps', () => {
    const points = Array.from({ length: 50_000 }, (_, i) =>
      point(i === 777 ? 9e9 : i === 40_001 ? -9e9 : i === 33_333 ? null : (i * 31) % 1000, i),
    );
    const kept = thin(points, 500, { min: 0, max: 49_999 });
    assert.ok(kept.length <= 501 * 5, String(kept.length));
    const values = kept.map(({ value }) => value);
    for (const value of [9e9, -9e9, null]) assert.ok(values.includes(value), String(value));
    assert.equal(kept[0], points[0]);
    assert.equal(kept[kept.length - 1], points[points.length - 1]);
  });

  it('has in each column the span and the last point that all its points have', () => {
    const value = fc.option(fc.integer({ min: -50, max: 50 }), { freq: 5 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 50, maxLength: 400 }), (values) => {
        const points = values.map(point);
        const [columns, max] = [10, points.length - 1];
        const spans = (list: readonly ChartPoint[]) => {
          const found = new Map<number, (number | null)[]>();
          for (const { end, value: v } of list) {
            const column = Math.floor((end / max) * columns);
            found.set(column, [...(found.get(column) ?? []), v]);
          }
          return [...found].map(([column, all]) => {
            const known = all.filter((v): v is number => v !== null);
            const gap = all.includes(null);
            return [column, Math.min(...known), Math.max(...known), all[all.length - 1], gap];
          });
        };
        assert.deepEqual(spans(thin(points, columns, { min: 0, max })), spans(points));
      }),
    );
  });

  it('is left as it is where its points are few', () => {
    const points = Array.from({ length: 40 }, (_, i) => point(i, i));
    assert.equal(thin(points, 10, { min: 0, max: 39 }), points);
  });

  it('of a card keeps its extremes too', () => {
    const history = Array.from({ length: 10_000 }, (_, i) => ({
      area: 'vn',
      indicator: 'x',
      at: new Date(Date.UTC(1999, 0, i + 1)).toISOString().slice(0, 10),
      value: i === 5000 ? 1000 : i === 5001 ? -1000 : i % 10,
    }));
    const [run = []] = sparkline(history);
    assert.ok(run.length < 1000, String(run.length));
    const heights = run.map(({ y }) => y);
    assert.ok(heights.includes(0) && heights.includes(1));
    assert.deepEqual([run[0]?.x, run[run.length - 1]?.x], [0, 1]);
  });
});
