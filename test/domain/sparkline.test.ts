import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import type { Observation } from '../../src/api/figures.js';
import { sparkline } from '../../src/domain/sparkline.js';

type Part = Partial<Observation>;

const at = (date: string, part: Part | number): Observation => ({
  area: 'vn',
  indicator: 'teams',
  at: date,
  ...(typeof part === 'number' ? { value: part } : part),
});

test('fewer than three exact observations make no line', () => {
  assert.deepEqual(sparkline([]), []);
  assert.deepEqual(sparkline([at('2021', 1), at('2022', 2)]), []);
  assert.deepEqual(
    sparkline([at('2021', 1), at('2022', { value: 2, approx: '>' }), at('2023', 3)]),
    [],
  );
});

test('the lowest value lies at the bottom and the highest at the top', () => {
  const [run, ...others] = sparkline([at('2021', 20), at('2022', 10), at('2023', 30)]);
  assert.deepEqual(
    run?.map(({ y }) => y),
    [0.5, 0, 1],
  );
  assert.equal(others.length, 0);
});

test('a series that falls falls', () => {
  const [run] = sparkline([at('2022', 15000), at('2023', 13000), at('2024', 12000)]);
  assert.deepEqual([run?.[0]?.y, run?.[2]?.y], [1, 0]);
});

test('points stand at their dates, not side by side', () => {
  const [run] = sparkline([at('2022-06', 1), at('2022-08', 2), at('2025-03', 3)]);
  const [first, second, last] = run ?? [];
  assert.equal(first?.x, 0);
  assert.equal(last?.x, 1);
  assert.ok((second?.x ?? 1) < 0.1, 'two months of thirty-three');
});

const BREAKS: [what: string, part: Part][] = [
  ['a missing figure', { value: null }],
  ['an approximation', { value: 2, approx: '~' }],
  ['an estimate', { value: 2, status: 'estimated' }],
  ['a range', { range: [1, 3] }],
];
for (const [what, part] of BREAKS)
  test(`${what} breaks the line and has no mark`, () => {
    const runs = sparkline([at('2020', 1), at('2021', 2), at('2022', part), at('2023', 3)]);
    assert.deepEqual(
      runs.map((run) => run.length),
      [2, 1],
    );
  });

test('a zero is a point, not a break', () => {
  const runs = sparkline([at('2020', 1), at('2021', 0), at('2022', 2)]);
  assert.deepEqual(runs.length, 1);
  assert.equal(runs[0]?.[1]?.y, 0);
});

test('a series that never moves runs through the middle', () => {
  const [run] = sparkline([at('2020', 5), at('2021', 5), at('2022', 5)]);
  assert.deepEqual(
    run?.map(({ y }) => y),
    [0.5, 0.5, 0.5],
  );
});

test('every exact observation has one point inside the box, in the order of time', () => {
  const value = fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { freq: 4 });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 12 }), (values) => {
      const history = values.map((v, i) => at(String(2000 + i), { value: v }));
      const points = sparkline(history).flat();
      const exact = values.filter((v) => v !== null).length;
      assert.equal(points.length, exact < 3 ? 0 : exact);
      for (const { x, y } of points) assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1);
      assert.deepEqual(
        points.map(({ x }) => x),
        points.map(({ x }) => x).sort((a, b) => a - b),
      );
    }),
  );
});
