/** Borders that a page brings: GeoJSON and TopoJSON as people have them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import {
  GeometryError,
  ownGeometry,
  type OwnGeometryOptions,
} from '../../src/maps/own-geometry.js';

const known = (...ids: string[]): OwnGeometryOptions => ({
  key: 'id',
  object: undefined,
  match: (name) => (ids.includes(name) ? name : undefined),
});

/** A square of `size` degrees with its south-west corner at a place. */
const square = (lon: number, lat: number, size = 1): Position[] => [
  [lon, lat],
  [lon, lat + size],
  [lon + size, lat + size],
  [lon + size, lat],
  [lon, lat],
];
const backwards = (ring: Position[]): Position[] => [...ring].reverse();

const polygon = (...coordinates: Position[][]): Geometry => ({ type: 'Polygon', coordinates });
const multi = (...coordinates: Position[][][]): Geometry => ({ type: 'MultiPolygon', coordinates });
const item = (
  id: string | number | undefined,
  geometry: Geometry | null,
  properties = {},
): Feature =>
  ({ type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry }) as Feature;
const file = (...features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

/** The rings of a path as sets of corners. */
const rings = (path: string): string[][] =>
  path
    .split('Z')
    .filter(Boolean)
    .map((ring) => [...new Set(ring.slice(1).split('L'))].sort());
const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

test('two squares stand beside each other, north up, in a drawing 1000 units high', () => {
  const { mainland } = ownGeometry(
    file(item('a', polygon(square(105, 10))), item('b', polygon(square(106, 10)))),
    known('a', 'b'),
  );
  assert.equal(mainland.kind, 'outlines');
  assert.equal(mainland.height, 1000);
  assert.ok(Math.abs(mainland.width - 2000) < 40, String(mainland.width));
  const [a, b] = mainland.shapes;
  assert.deepEqual([a?.id, b?.id], ['a', 'b']);
  assert.ok(a!.x < b!.x && Math.abs(a!.y - b!.y) < 1);
  assert.ok(
    a!.x > 0 && a!.x < 1000 && a!.y > 400 && a!.y < 600,
    'the point for the label lies inside',
  );
});

test('both windings give the same shape and the same drawing', () => {
  const one = ownGeometry(file(item('a', polygon(square(105, 10)))), known('a')).mainland;
  const other = ownGeometry(
    file(item('a', polygon(backwards(square(105, 10))))),
    known('a'),
  ).mainland;
  assert.deepEqual(rings(one.shapes[0]!.path), rings(other.shapes[0]!.path));
  assert.equal(rings(one.shapes[0]!.path)[0]?.length, 4);
  assert.deepEqual([one.width, one.height], [other.width, other.height]);
  assert.ok(Math.abs(one.shapes[0]!.x - other.shapes[0]!.x) < 0.01);
  // With a spherical projection a ring of the wrong winding would be the rest of the world.
  for (const n of numbers(other.shapes[0]!.path)) assert.ok(n >= -1 && n <= 1001);
});

test('holes are rings of their own, whichever way they are wound', () => {
  const hole = square(105.4, 10.4, 0.2);
  for (const inner of [hole, backwards(hole)]) {
    const { mainland } = ownGeometry(file(item('a', polygon(square(105, 10), inner))), known('a'));
    assert.equal(rings(mainland.shapes[0]!.path).length, 2);
  }
});

test('a multipolygon is one area of several parts', () => {
  const { mainland, far } = ownGeometry(
    file(item('a', multi([square(105, 10)], [square(106.2, 10, 0.3)]))),
    known('a'),
  );
  assert.equal(mainland.shapes.length, 1);
  assert.equal(rings(mainland.shapes[0]!.path).length, 2);
  assert.deepEqual(far, []);
});

test('an area in two features is one area', () => {
  const { mainland } = ownGeometry(
    file(item('a', polygon(square(105, 10))), item('a', polygon(square(106, 10)))),
    known('a'),
  );
  assert.equal(mainland.shapes.length, 1);
  assert.equal(rings(mainland.shapes[0]!.path).length, 2);
});

test('far islands do not shrink the mainland, and are handed on', () => {
  const alone = ownGeometry(file(item('a', polygon(square(108, 16)))), known('a')).mainland;
  const withIslands = ownGeometry(
    file(
      item('a', multi([square(108, 16)], [square(112, 16.5, 0.01)], [square(111.5, 15.9, 0.01)])),
    ),
    known('a'),
  );
  assert.deepEqual(
    [withIslands.mainland.width, withIslands.mainland.height],
    [alone.width, alone.height],
  );
  assert.equal(withIslands.mainland.shapes[0]!.path, alone.shapes[0]!.path);
  assert.deepEqual(
    withIslands.far.map(({ areaId, points }) => [areaId, points.length]),
    [['a', 2]],
  );
  for (const [x] of withIslands.far[0]!.points) assert.ok(x > alone.width * 2);
});

test('an area that is nothing but far islands is not lost', () => {
  const { mainland, far } = ownGeometry(
    file(item('a', polygon(square(108, 16))), item('hs', polygon(square(112, 16.5, 0.01)))),
    known('a', 'hs'),
  );
  assert.deepEqual(
    [...mainland.shapes.map(({ id }) => id), ...far.map(({ areaId }) => areaId)],
    ['a', 'hs'],
  );
});

test('a place is projected as the outlines are', () => {
  const { project, mainland } = ownGeometry(file(item('a', polygon(square(105, 10)))), known('a'));
  const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 0.01, `${a} is ${b}`);
  close(project(105, 11)[0], 0);
  close(project(105, 11)[1], 0);
  close(project(106, 10)[0], mainland.width);
  close(project(106, 10)[1], 1000);
});

for (const [what, features, options] of [
  ['the id of the feature', item('x', polygon(square(105, 10))), known('x')],
  ['a number as its id', item(44, polygon(square(105, 10))), known('44')],
  ['its property id', item(undefined, polygon(square(105, 10)), { id: 'x' }), known('x')],
  [
    'the property that geo-key names',
    item('1', polygon(square(105, 10)), { ten: 'Hải Châu' }),
    { ...known('Hải Châu'), key: 'ten' },
  ],
] as const)
  test(`an area is found by ${what}`, () => {
    assert.equal(ownGeometry(file(features), options).mainland.shapes.length, 1);
  });

test('what no area is known for is left out and reported', () => {
  const { mainland, unmatched } = ownGeometry(
    file(
      item('a', polygon(square(105, 10))),
      item('zz', polygon(square(150, 60))),
      item(undefined, polygon(square(105, 10))),
    ),
    known('a'),
  );
  assert.deepEqual(
    mainland.shapes.map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(unmatched, ['zz', '(no key)']);
});

test('a feature without a geometry, or of points and lines, is drawn as nothing', () => {
  const { mainland } = ownGeometry(
    file(
      item('a', polygon(square(105, 10))),
      item('b', null),
      item('c', { type: 'Point', coordinates: [105, 10] }),
      item('d', polygon([])),
    ),
    known('a', 'b', 'c', 'd'),
  );
  assert.deepEqual(
    mainland.shapes.map(({ id }) => id),
    ['a'],
  );
});

test('thousands of vertices are drawn', () => {
  const circle: Position[] = Array.from({ length: 20_001 }, (_, i) => {
    const turn = (i / 20_000) * 2 * Math.PI;
    return [108 + Math.cos(turn) / 5, 16 + Math.sin(turn) / 5];
  });
  const { mainland } = ownGeometry(file(item('a', polygon(circle))), known('a'));
  assert.ok(mainland.shapes[0]!.path.length > 10_000);
  assert.ok(Math.abs(mainland.shapes[0]!.x - mainland.width / 2) < 1);
});

// TopoJSON ----------------------------------------------------------------------------------

/** Two squares with a side in common. */
const topology = () => ({
  type: 'Topology',
  transform: { scale: [0.001, 0.001], translate: [105, 10] },
  arcs: [
    [
      [1000, 0],
      [0, 1000],
    ],
    [
      [1000, 1000],
      [-1000, 0],
      [0, -1000],
      [1000, 0],
    ],
    [
      [1000, 0],
      [1000, 0],
      [0, 1000],
      [-1000, 0],
    ],
  ],
  objects: {
    communes: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'a', arcs: [[0, 1]] },
        { type: 'Polygon', id: 'b', arcs: [[2, -1]] },
      ],
    },
    rim: { type: 'Polygon', id: 'c', arcs: [[2, 1]] },
  },
});

test('TopoJSON is drawn as the GeoJSON of the same borders', () => {
  const topo = ownGeometry(topology(), known('a', 'b')).mainland;
  const geo = ownGeometry(
    file(item('a', polygon(square(105, 10))), item('b', polygon(square(106, 10)))),
    known('a', 'b'),
  ).mainland;
  assert.deepEqual(
    topo.shapes.map(({ id, path }) => [id, rings(path)]),
    geo.shapes.map(({ id, path }) => [id, rings(path)]),
  );
});

test('geo-object names the object of a TopoJSON file; else it is the first', () => {
  const ids = (object: string | undefined) =>
    ownGeometry(topology(), { ...known('a', 'b', 'c'), object }).mainland.shapes.map(
      ({ id }) => id,
    );
  assert.deepEqual(ids(undefined), ['a', 'b']);
  assert.deepEqual(ids('communes'), ['a', 'b']);
  assert.deepEqual(ids('rim'), ['c']);
});

// Wrong files -------------------------------------------------------------------------------

const good = item('a', polygon(square(105, 10)));
const WRONG: [what: string, raw: unknown, path: string][] = [
  ['nothing', null, 'type'],
  ['a number', 5, 'type'],
  ['a list', [], 'type'],
  ['another object', { version: '1', areas: {} }, 'type'],
  ['a FeatureCollection without features', { type: 'FeatureCollection' }, 'type'],
  ['a Topology without objects', { type: 'Topology', arcs: [] }, 'type'],
  ['a Topology without that object', { ...topology(), objects: {} }, 'objects'],
  ['a Topology whose arcs are missing', { ...topology(), arcs: [] }, 'arcs'],
  ['no features', file(), 'features'],
  ['no feature that is known', file(item('zz', polygon(square(1, 1)))), 'features'],
  ['only points', file(item('a', { type: 'Point', coordinates: [1, 1] })), 'features'],
];
for (const [what, raw, path] of WRONG)
  test(`${what} is refused, with the place (${path})`, () => {
    assert.throws(
      () => ownGeometry(raw, known('a')),
      (error: unknown) =>
        error instanceof GeometryError &&
        error.path === path &&
        error.reason !== '' &&
        error.message.startsWith(`${path}: `),
    );
  });

test('an object that the page names and the file lacks is named in the message', () => {
  assert.throws(() => ownGeometry(topology(), { ...known('a'), object: 'xa' }), /no object "xa"/);
});

const BROKEN: [what: string, raw: unknown][] = [
  [
    'coordinates in metres (VN-2000), not in degrees',
    file(item('a', polygon(square(550_000, 1_770_000, 20_000)))),
  ],
  ['coordinates with latitude first', file(item('a', polygon(square(16, 108))))],
  [
    'coordinates that are not numbers',
    file(
      item(
        'a',
        polygon([
          [NaN, 1],
          [2, 2],
          [3, 3],
          [NaN, 1],
        ]),
      ),
    ),
  ],
];
for (const [what, raw] of BROKEN)
  test(`${what} is refused with a GeometryError, and never drawn as NaN`, () => {
    assert.throws(
      () => ownGeometry(raw, known('a')),
      (error: unknown) => error instanceof GeometryError && error.path !== '',
    );
  });

test('metres are named before a key that no feature has, because a right key would not help', () => {
  const metres = file(item(undefined, polygon(square(550_000, 1_770_000, 20_000)), { MaXa: 'a' }));
  assert.throws(
    () => ownGeometry(metres, known('a')),
    /metres, as of VN-2000; "npx tcns-data borders/,
  );
  const degrees = file(item(undefined, polygon(square(107, 16)), { MaXa: 'a' }));
  assert.throws(() => ownGeometry(degrees, known('a')), /none matches .* there are: MaXa/);
});

test('a feature that is null is left out beside good ones', () => {
  const { mainland } = ownGeometry(
    { type: 'FeatureCollection', features: [null, good] },
    known('a'),
  );
  assert.equal(mainland.shapes.length, 1);
});

test('a polygon without coordinates is refused with a GeometryError', () => {
  const raw = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id: 'a', geometry: { type: 'Polygon' } }],
  };
  assert.throws(() => ownGeometry(raw, known('a')), GeometryError);
});

/** Codes as a map's areas have them: 1 would be 01. */
const codes = (...names: string[]): OwnGeometryOptions => ({
  key: 'id',
  object: undefined,
  match: (text) => (/^\d$/.test(text) ? `0${text}` : names.includes(text) ? text : undefined),
});
const counted = (...texts: string[]): FeatureCollection =>
  file(
    ...texts.map((Ten, i) => item(i + 1, polygon(square(105 + i, 10)), { OBJECTID: i + 1, Ten })),
  );

test('running numbers are no codes: the features are known by the names in their properties', () => {
  const { mainland } = ownGeometry(counted('A', 'B', 'C'), codes('A', 'B', 'C'));
  assert.deepEqual(
    mainland.shapes.map(({ id }) => id),
    ['A', 'B', 'C'],
  );
});

test('running numbers without a name for each are refused, with what there is', () => {
  assert.throws(
    () => ownGeometry(counted('A', 'B', 'X'), codes('A', 'B')),
    /"id" only counts from 1 to 3; say the right property with geo-key \(there are: OBJECTID, Ten\)/,
  );
});

test('codes whose zeros were dropped are no running numbers', () => {
  const { mainland } = ownGeometry(
    file(...[1, 4, 8].map((code, i) => item(code, polygon(square(105 + i, 10))))),
    codes(),
  );
  assert.deepEqual(
    mainland.shapes.map(({ id }) => id),
    ['01', '04', '08'],
  );
});

test('an island too small to see is a dot of 6 px, one beside a larger part is not', () => {
  const { mainland, mainlandAt } = ownGeometry(
    file(
      item(
        'a',
        multi([square(105, 10)], [square(106.5, 10.5, 0.001)], [square(105.999, 10.5, 0.002)]),
      ),
      item('b', polygon(square(106.5, 10.9, 0.0001))),
    ),
    known('a', 'b'),
  );
  const [a, b] = mainlandAt(300).shapes;
  const diameter = (6 * mainland.width) / 300;
  const corners = (path = '') =>
    path
      .split('Z')
      .filter(Boolean)
      .map((ring) => ring.split('L'));
  // The square and one dot: what lies beside the square is part of it, and what became a dot is one.
  assert.deepEqual(
    corners(a?.path)
      .map((ring) => ring.length)
      .sort(),
    [4, 8],
  );
  assert.deepEqual(
    corners(b?.path).map((ring) => ring.length),
    [8],
  );
  const xs = (corners(b?.path)[0] ?? []).map((corner) => Number(/[\d.]+/.exec(corner)?.[0]));
  const across = Math.max(...xs) - Math.min(...xs);
  assert.ok(across > diameter * 0.9 && across < diameter * 1.05, `${across} of ${diameter}`);
  assert.equal(mainlandAt(300), mainlandAt(300), 'a map that is drawn again keeps its shapes');
  assert.equal(mainlandAt(100_000_000), mainland);
});

test('collections are opened', () => {
  const geometry: Geometry = {
    type: 'GeometryCollection',
    geometries: [polygon(square(105, 10)), { type: 'Point', coordinates: [105, 10] }],
  };
  assert.equal(ownGeometry(file(item('a', geometry)), known('a')).mainland.shapes.length, 1);
});

test('the nation is one map, however few and far apart the areas of a file are', () => {
  const features = file(
    item('a', polygon(square(105.5, 20.8, 0.3))),
    item('b', polygon(square(106.5, 10.6, 0.3))),
    item('c', polygon(square(112, 16.5, 0.1))),
  );
  const { mainland, far } = ownGeometry(features, { ...known('a', 'b', 'c'), isNation: true });
  assert.deepEqual(
    mainland.shapes.map(({ id }) => id),
    ['a', 'b'],
  );
  assert.deepEqual(
    far.map(({ areaId }) => areaId),
    ['c'],
  );
});
