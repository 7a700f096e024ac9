import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { codeOf, editionOf } from '../../src/domain/editions.ts';
import { PROVINCES } from '../../src/domain/provinces.generated.ts';
import { ARCHIPELAGOS } from '../../src/maps/archipelagos.generated.ts';
import { project } from '../../src/maps/nation.ts';
import { TILES as TILES_2008 } from '../../src/maps/tiles-2008.generated.ts';
import { TILES as TILES_2025 } from '../../src/maps/tiles-2025.generated.ts';
import { makeLists } from '../../tools/generate/make-maps.ts';
import { MAPS } from './support.ts';

const folder = fileURLToPath(new URL('../../src/maps/', import.meta.url));
const read = (name: string) => readFileSync(folder + name, 'utf8');
const generated = readdirSync(folder).filter((name) => name.endsWith('.generated.ts'));

test('the archipelagos and tiles are what the tool makes', async () => {
  const texts = await makeLists();
  assert.equal(Object.keys(texts).length, 3);
  for (const [name, text] of Object.entries(texts)) assert.equal(read(name), text, name);
});

test('both archipelagos are there, with their province and the words of the law', () => {
  const labels = ARCHIPELAGOS.map(({ key, province, label }) => [key, province, label]);
  assert.deepEqual(labels, [
    [
      'hoang-sa',
      '48',
      { vi: 'Quần đảo Hoàng Sa (TP. Đà Nẵng)', en: 'Hoàng Sa Archipelago (Đà Nẵng City)' },
    ],
    [
      'truong-sa',
      '56',
      {
        vi: 'Quần đảo Trường Sa (tỉnh Khánh Hòa)',
        en: 'Trường Sa Archipelago (Khánh Hòa Province)',
      },
    ],
  ]);
  for (const edition of ['2008', '2025']) {
    assert.equal(PROVINCES[`48@${edition}`]?.name, 'Đà Nẵng');
    assert.equal(PROVINCES[`56@${edition}`]?.name, 'Khánh Hòa');
  }
});

test('each archipelago has its islands, within its bounds, east of the mainland', () => {
  assert.deepEqual(
    ARCHIPELAGOS.map((a) => a.islands.length),
    [12, 37],
  );
  for (const { key, bbox, islands } of ARCHIPELAGOS) {
    const [west, south, east, north] = bbox;
    for (const [lon, lat] of islands) {
      assert.ok(lon >= west && lon <= east && lat >= south && lat <= north, `${key} ${lon} ${lat}`);
      for (const value of [lon, lat]) assert.equal(value, Number(value.toFixed(2)));
      for (const map of MAPS) assert.ok(project(map, lon, lat)[0] > map.width, key);
    }
    assert.equal(new Set(islands.map(String)).size, islands.length, 'no island twice');
  }
});

test('no other name for the archipelagos or their islands comes into these files', () => {
  const islands = new URL('../../tools/data/geo/islands.json', import.meta.url);
  const { groups } = JSON.parse(readFileSync(islands, 'utf8')) as {
    groups: { islands: { en: string }[] }[];
  };
  const names = groups.flatMap((group) => group.islands.map((island) => island.en));
  assert.ok(names.length > 40);
  names.push(
    'Paracel',
    'Spratly',
    'Spratley',
    'Xisha',
    'Nansha',
    'Sansha',
    'Kalayaan',
    '西沙',
    '南沙',
  );
  const files = readdirSync(folder).filter((name) => /\.(ts|md)$/.test(name));
  for (const file of files)
    for (const name of names) {
      const word = new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu');
      assert.ok(!word.test(read(file)), `${name} in ${file}`);
    }
});

for (const grid of [TILES_2008, TILES_2025]) {
  test(`${grid.edition}: each province has a tile of its own, and so has each archipelago`, () => {
    const ids = Object.keys(PROVINCES).filter((id) => editionOf(id) === grid.edition);
    assert.deepEqual(grid.provinces.map(([code]) => code).sort(), ids.map(codeOf).sort());
    assert.deepEqual(
      grid.archipelagos.map(([key]) => key),
      ARCHIPELAGOS.map(({ key }) => key),
    );
    const tiles = [...grid.provinces, ...grid.archipelagos];
    assert.equal(new Set(tiles.map(([, row, col]) => `${row},${col}`)).size, tiles.length);
    for (const [key, row, col] of tiles)
      assert.ok(row >= 0 && row < grid.rows && col >= 0 && col < grid.cols, key);
  });

  test(`${grid.edition}: the archipelagos' tiles are at sea, east of all in their rows`, () => {
    for (const [key, row, col] of grid.archipelagos) {
      assert.equal(col, grid.cols - 1, key);
      const beside = grid.provinces.filter(([, r]) => Math.abs(r - row) <= 1);
      assert.ok(
        beside.every(([, , c]) => c < col - 1),
        `${key} touches land`,
      );
    }
    const rowOf = (code: string) => grid.provinces.find(([id]) => id === code)![1];
    const [hoangSa = 0, truongSa = 0] = grid.archipelagos.map(([, row]) => row);
    assert.equal(hoangSa, rowOf('48')); // Đà Nẵng, 16° north
    assert.ok(truongSa > rowOf('56') && truongSa < rowOf('96')); // 12° to 9° north
  });
}

test('generated files say where they are from, and that nobody should edit them', () => {
  assert.equal(generated.length, 6);
  for (const name of generated) {
    assert.match(
      read(name),
      /^\/\*\*\n \* Generated by tools\/generate\/make-maps\.ts\. Do not edit\./,
    );
    assert.match(read(name), /Origin: /);
    assert.match(read(name), /Licence: /);
    assert.doesNotMatch(read(name), /https?:|\/(home|tmp|root|work|Users)\//);
  }
});

const MOST: Readonly<Record<string, number>> = {
  'provinces-2008.generated.ts': 6.5 * 1024,
  'provinces-2025.generated.ts': 5.5 * 1024,
  'neighbours.generated.ts': 1000,
  'archipelagos.generated.ts': 800,
  'tiles-2008.generated.ts': 600,
  'tiles-2025.generated.ts': 500,
};

test('each module stays small', () => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  for (const name of generated) {
    const size = brotliCompressSync(read(name), { params }).length;
    assert.ok(
      size <= MOST[name]!,
      `${name} has ${size} bytes of brotli, ${MOST[name]} are allowed`,
    );
  }
});
