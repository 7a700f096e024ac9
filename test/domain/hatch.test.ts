import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import { hatch, ringsOf } from '../../src/domain/hatch.js';
import { MAPS } from '../maps/support.ts';

type Point = readonly [x: number, y: number];
type Line = readonly [Point, Point];

const SQUARE: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];

function linesOf(path: string): Line[] {
  return path
    .split('M')
    .filter(Boolean)
    .map((part) => {
      const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = part.split(/[L\s]/).map(Number);
      return [
        [x1, y1],
        [x2, y2],
      ];
    });
}

const middle = ([[x1, y1], [x2, y2]]: Line): Point => [(x1 + x2) / 2, (y1 + y2) / 2];
const length = ([[x1, y1], [x2, y2]]: Line): number => Math.hypot(x2 - x1, y2 - y1);

/** Even–odd, by a ray to the right. */
function inside(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let odd = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [0, 0];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
    });
  }
  return odd;
}

/** Places are written to a tenth, which may carry a line over a rim that it runs beside. */
const ROUNDING = 0.05 * Math.SQRT2 + 1e-9;

function onRim(rings: readonly (readonly Point[])[], at: Point): boolean {
  return rings.some((ring) =>
    ring.some((from, i) => distance(at, from, ring[(i + 1) % ring.length] ?? from) <= ROUNDING),
  );
}

/** From a point to the nearest place of a straight line. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const share = square && Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
  return Math.hypot(x1 + share * dx - x, y1 + share * dy - y);
}

test('a path of absolute lines becomes its rings', () => {
  assert.deepEqual(ringsOf('M0,0L10,0L10,10Z'), [
    [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
  ]);
  assert.deepEqual(ringsOf('M0.5 1.5L10 -2L3 4zM20 20L30 20L30 30z'), [
    [
      [0.5, 1.5],
      [10, -2],
      [3, 4],
    ],
    [
      [20, 20],
      [30, 20],
      [30, 30],
    ],
  ]);
});

test('a relative part begins where the part before it began', () => {
  // As SVG has it: after `z` the pen is at the first point of the part.
  assert.deepEqual(ringsOf('m10 20 5 0 0 5zm100 1 2 0 0 2z'), [
    [
      [10, 20],
      [15, 20],
      [15, 25],
    ],
    [
      [110, 21],
      [112, 21],
      [112, 23],
    ],
  ]);
  assert.deepEqual(ringsOf('M10 20l5 0-5 5zM1 1l2 0 0 2z'), [
    [
      [10, 20],
      [15, 20],
      [10, 25],
    ],
    [
      [1, 1],
      [3, 1],
      [3, 3],
    ],
  ]);
});

for (const map of MAPS)
  test(`${map.edition}: the point for the label of each province lies in its rings`, () => {
    for (const [code, path, x, y] of map.provinces) assert.ok(inside(ringsOf(path), [x, y]), code);
  });

for (const map of MAPS)
  test(`${map.edition}: the lines of every province lie inside it`, () => {
    for (const [code, path] of map.provinces) {
      const rings = ringsOf(path);
      const lines = linesOf(hatch(rings, 6));
      assert.ok(lines.length > 0, `${code} is hatched`);
      for (const line of lines) {
        // Places are written to a tenth: a shorter line may lie on the border itself.
        if (length(line) > 1) assert.ok(inside(rings, middle(line)), `${code} ${String(line)}`);
      }
    }
  });

test('lines rise to the right, one gap apart, from rim to rim', () => {
  const lines = linesOf(hatch([SQUARE], 20)).filter((line) => length(line) > 0);
  assert.equal(lines.length, 9);
  const sums = lines.map(([[x, y], [x2, y2]]) => {
    assert.equal(x + y, x2 + y2);
    for (const at of [x, y, x2, y2]) assert.ok(at >= 0 && at <= 100, String(at));
    return x + y;
  });
  assert.deepEqual(
    sums.sort((a, b) => a - b),
    [20, 40, 60, 80, 100, 120, 140, 160, 180],
  );
});

test('holes stay empty, whichever way they are wound', () => {
  const hole: Point[] = [
    [25, 25],
    [75, 25],
    [75, 75],
    [25, 75],
  ];
  for (const ring of [hole, [...hole].reverse()]) {
    const lines = linesOf(hatch([SQUARE, ring], 7));
    for (const line of lines) {
      const [x, y] = middle(line);
      assert.ok(!(x > 25.1 && x < 74.9 && y > 25.1 && y < 74.9), String(line));
    }
    assert.ok(
      lines.length > linesOf(hatch([SQUARE], 7)).length,
      'lines are cut in two by the hole',
    );
  }
});

test('the lines of neighbours meet', () => {
  const right = SQUARE.map(([x, y]): Point => [x + 100, y]);
  const ends = (path: string) =>
    linesOf(path).flatMap(([[x, y], [x2, y2]]) => [
      ...(x === 100 ? [y] : []),
      ...(x2 === 100 ? [y2] : []),
    ]);
  assert.deepEqual(ends(hatch([SQUARE], 30)).sort(), ends(hatch([right], 30)).sort());
  assert.ok(ends(hatch([right], 30)).length > 0);
});

test('a wider gap has fewer lines, and nothing has none', () => {
  assert.ok(linesOf(hatch([SQUARE], 30)).length < linesOf(hatch([SQUARE], 10)).length);
  assert.equal(hatch([], 5), '');
  assert.equal(hatch([[[3, 3]]], 5), '');
});

const corner = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
test('the lines of any outline lie inside it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(corner, { minLength: 3, maxLength: 12 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 3, max: 30 }),
      (rings, gap) => {
        for (const line of linesOf(hatch(rings, gap))) {
          if (length(line) > 2) {
            const at = middle(line);
            assert.ok(inside(rings, at) || onRim(rings, at), String(line));
          }
        }
      },
    ),
  );
});

test('falling lines are rising ones in a mirror', () => {
  const mirrored = SQUARE.map(([x, y]) => [-x, y] as const);
  const rising = linesOf(hatch([mirrored], 20)).map((line) => line.map(([x, y]) => `${-x} ${y}`));
  const falling = linesOf(hatch([SQUARE], 20, true)).map((line) =>
    line.map(([x, y]) => `${x} ${y}`),
  );
  assert.ok(falling.length > 0);
  assert.deepEqual(falling.map(String).sort(), rising.map(String).sort());
});
