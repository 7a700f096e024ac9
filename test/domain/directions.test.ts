import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inDirection, type Direction } from '../../src/domain/directions.js';
import { PROVINCES } from '../../src/domain/provinces.generated.js';
import { tiles } from '../../src/maps/tiles.js';
import { TILES as TILES_2008 } from '../../src/maps/tiles-2008.generated.js';
import { TILES as TILES_2025 } from '../../src/maps/tiles-2025.generated.js';
import { NEIGHBOURS } from '../../src/maps/neighbours.generated.js';
import { MAPS } from '../maps/support.ts';

interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const ALL: Direction[] = ['left', 'right', 'up', 'down'];
const BACK: Record<Direction, Direction> = { left: 'right', right: 'left', up: 'down', down: 'up' };

const placesOf = (edition: string): Place[] =>
  MAPS.find((map) => map.edition === edition)!.provinces.map(([code, , x, y]) => ({
    id: `${code}@${edition}`,
    x,
    y,
  }));
const OLD = placesOf('2008');
const nameOf = (id: string | undefined) => PROVINCES[id ?? '']?.name;

function next(places: readonly Place[], id: string, direction: Direction): string | undefined {
  return inDirection(
    places,
    places.find((place) => place.id === id)!,
    direction,
  )?.id;
}

/** Where an arrow may lead from a province of 2008: any of these reads as "there". */
const PLAUSIBLE: [from: string, direction: Direction, to: string[]][] = [
  ['01@2008', 'right', ['Bắc Ninh', 'Hưng Yên', 'Hải Dương']],
  ['01@2008', 'left', ['Phú Thọ', 'Hòa Bình', 'Sơn La']],
  ['01@2008', 'up', ['Vĩnh Phúc', 'Thái Nguyên', 'Tuyên Quang']],
  ['01@2008', 'down', ['Hà Nam', 'Ninh Bình', 'Hòa Bình']],
  ['48@2008', 'left', ['Thừa Thiên Huế']],
  ['48@2008', 'down', ['Quảng Nam']],
  ['45@2008', 'up', ['Quảng Bình']],
  ['79@2008', 'up', ['Bình Dương', 'Bình Phước', 'Tây Ninh']],
  ['79@2008', 'right', ['Đồng Nai', 'Bà Rịa - Vũng Tàu']],
  ['56@2008', 'up', ['Phú Yên']],
  ['96@2008', 'up', ['Kiên Giang', 'Bạc Liêu']],
];
for (const [from, direction, to] of PLAUSIBLE)
  test(`${direction} of ${String(nameOf(from))} lies ${to.join(' or ')}`, () => {
    const found = String(nameOf(next(OLD, from, direction)));
    assert.ok(
      to.map((name) => name.normalize('NFC')).includes(found === 'Huế' ? 'Thừa Thiên Huế' : found),
      found,
    );
  });

test('at the edge there is nothing: no arrow leads out of the country and round', () => {
  const ends: [Direction, (p: Place) => number][] = [
    ['left', (p) => p.x],
    ['right', (p) => -p.x],
    ['up', (p) => p.y],
    ['down', (p) => -p.y],
  ];
  for (const [direction, along] of ends) {
    const last = [...OLD].sort((a, b) => along(a) - along(b))[0]!;
    assert.equal(inDirection(OLD, last, direction), undefined, direction);
  }
});

const GRIDS = {
  'tiles 2008': TILES_2008,
  'tiles 2025': TILES_2025,
};
const MANY: Record<string, readonly Place[]> = {
  'map 2008': OLD,
  'map 2025': placesOf('2025'),
  ...Object.fromEntries(
    Object.entries(GRIDS).map(([name, { provinces }]) => [
      name,
      tiles(
        provinces.map(([id, row, column]) => ({ id, name: id, row, column })),
        8,
      ).shapes,
    ]),
  ),
};

for (const [name, places] of Object.entries(MANY)) {
  test(`${name}: an arrow goes that way, never back, never to itself`, () => {
    for (const from of places) {
      for (const direction of ALL) {
        const to = inDirection(places, from, direction);
        if (!to) continue;
        assert.notEqual(to.id, from.id);
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
        assert.ok(ahead > 0, `${from.id} ${direction} ${to.id}`);
        const back = inDirection(places, to, BACK[direction]);
        assert.ok(back, `${to.id} has a way back`);
      }
    }
  });

  test(`${name}: from everywhere the arrows lead to everywhere`, () => {
    for (const start of places) {
      const reached = new Set([start.id]);
      const open = [start];
      for (let from = open.pop(); from; from = open.pop()) {
        for (const direction of ALL) {
          const to = inDirection(places, from, direction) as Place | undefined;
          if (to && !reached.has(to.id)) {
            reached.add(to.id);
            open.push(to);
          }
        }
      }
      const lost = places.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
      assert.deepEqual(lost, [], `from ${start.id} nobody gets there`);
    }
  });
}

test('tiles of a row and of a column follow one another', () => {
  const grid = tiles(
    [0, 1, 2].flatMap((row) =>
      [0, 1, 2].map((column) => ({ id: `${row}${column}`, name: 'x', row, column })),
    ),
    8,
  ).shapes;
  assert.equal(next(grid, '11', 'left'), '10');
  assert.equal(next(grid, '11', 'right'), '12');
  assert.equal(next(grid, '11', 'up'), '01');
  assert.equal(next(grid, '11', 'down'), '21');
  assert.equal(next(grid, '00', 'left'), undefined);
});

for (const map of MAPS)
  test(`${map.edition}: where a bordering province lies straight that way, the arrow leads to one`, () => {
    const places = placesOf(map.edition);
    for (const from of places) {
      const code = from.id.split('@')[0] ?? '';
      const borders = NEIGHBOURS[map.edition]
        [code]!.split(' ')
        .map((other) => places.find(({ id }) => id === `${other}@${map.edition}`)!);
      for (const direction of ALL) {
        const across = direction === 'up' || direction === 'down';
        const sign = direction === 'left' || direction === 'up' ? -1 : 1;
        const ahead = (p: Place) => sign * (across ? p.y - from.y : p.x - from.x);
        const aside = (p: Place) => Math.abs(across ? p.x - from.x : p.y - from.y);
        const straight = borders.filter((p) => ahead(p) > 0 && aside(p) <= ahead(p) / 2);
        if (straight.length === 0) continue;
        const near = new Set(borders.map(({ id }) => id));
        const to = inDirection(places, from, direction, near)?.id;
        assert.ok(
          borders.some(({ id }) => id === to),
          `${String(nameOf(from.id))} ${direction} is ${String(nameOf(to))}, not ${straight.map(({ id }) => nameOf(id)).join()}`,
        );
      }
    }
  });
