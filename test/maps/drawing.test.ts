/** Where the mainland and the archipelagos stand, at every width that a page can give. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { place, type Drawing, type Mainland } from '../../src/maps/drawing.js';
import { archipelagosOf, provincesOf } from '../../src/maps/nation-common.js';
import { tileGrid } from '../../src/maps/tile-grid.js';
import { nationOutlines } from '../../src/maps/nation.js';
import { gridOf, TILE, tileLines, tiles } from '../../src/maps/tiles.js';
import type { Edition } from '../../src/domain/editions.js';

const WIDTHS = Array.from({ length: 105 }, (_, i) => 160 + i * 10);
const EDITIONS: Edition[] = ['2008', '2025'];
const LANGUAGES = ['vi', 'en'];
const LABELS: Record<string, string[]> = {
  vi: ['Quần đảo Hoàng Sa (TP. Đà Nẵng)', 'Quần đảo Trường Sa (tỉnh Khánh Hòa)'],
  en: ['Hoàng Sa Archipelago (Đà Nẵng City)', 'Trường Sa Archipelago (Khánh Hòa Province)'],
};

async function tilesOf(edition: Edition, letters = 8): Promise<Mainland> {
  const grid = await tileGrid(edition);
  const provinces = provincesOf(edition);
  const cells = grid.provinces.map(([code, row, column]) => {
    const id = `${code}@${edition}`;
    return { id, name: String(provinces[id]?.name), row, column };
  });
  return tiles(cells, letters);
}

interface Ground {
  readonly name: string;
  readonly mainland: Mainland;
  readonly groups: (language: string) => ReturnType<typeof archipelagosOf>;
}

const GROUNDS: Ground[] = [];
for (const edition of EDITIONS) {
  const { mainland, archipelagos } = await nationOutlines(edition);
  GROUNDS.push(
    { name: `borders ${edition}`, mainland, groups: archipelagos },
    {
      name: `tiles ${edition}`,
      mainland: await tilesOf(edition),
      groups: (language) => archipelagosOf('vn', edition, language),
    },
  );
}

/** px of a line of 11 px letters, on the narrow side of what browsers draw (they are measured there). */
const NARROW_LETTER = 0.48;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function labelBox(
  { lines, labelX, labelY }: Drawing['archipelagos'][number],
  fontSize: number,
): Box {
  const half = (Math.max(...lines.map((line) => line.length)) * fontSize * NARROW_LETTER) / 2;
  return {
    left: labelX - half,
    right: labelX + half,
    top: labelY - fontSize,
    bottom: labelY + (lines.length - 1) * fontSize * 1.3 + fontSize * 0.3,
  };
}

const dotsOf = (path: string): [x: number, y: number, r: number][] =>
  [...path.matchAll(/M(\S+) (\S+?)a(\S+) /g)].map(([, x, y, r]) => [
    Number(x) + Number(r),
    Number(y),
    Number(r),
  ]);

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function inside({ left, right, top, bottom }: Box, { width, height }: Drawing, what: string): void {
  const said = `${what}: ${[left, right, top, bottom].map(Math.round).join()} in ${Math.round(width)} × ${Math.round(height)}`;
  assert.ok(left >= -0.5 && right <= width + 0.5 && top >= -0.5 && bottom <= height + 0.5, said);
}

/** All that a drawing must keep, at one width. */
function check(drawing: Drawing, ground: Ground, pixels: number, language: string): void {
  const where = `${ground.name} ${language} at ${pixels}`;
  assert.deepEqual(
    drawing.archipelagos.map(({ lines }) => lines.join(' ')),
    LABELS[language],
    where,
  );
  const onScreen = (drawing.fontSize * pixels) / drawing.width;
  assert.ok(onScreen >= 10.99, `${where}: ${onScreen} px`);
  assert.ok(Number.isFinite(drawing.width) && Number.isFinite(drawing.height), where);
  const labels = drawing.archipelagos.map((group) => labelBox(group, drawing.fontSize));
  drawing.archipelagos.forEach((group, i) => {
    const dots = dotsOf(group.path);
    assert.ok(dots.length >= 12, `${where}: ${group.key} has its islands`);
    for (const [x, y, r] of dots) {
      inside(
        { left: x - r, right: x + r, top: y - r, bottom: y + r },
        drawing,
        `${where}: an island`,
      );
      assert.ok((r * pixels) / drawing.width >= 1.5, `${where}: an island can be seen`);
    }
    inside(labels[i]!, drawing, `${where}: label of ${group.key}`);
    const { frame } = group;
    if (frame) {
      const [x, y, width, height] = frame;
      const box = { left: x, right: x + width, top: y, bottom: y + height };
      inside(box, drawing, `${where}: frame of ${group.key}`);
      for (const [dx, dy] of dots)
        assert.ok(dx > box.left && dx < box.right && dy > box.top && dy < box.bottom, where);
      const label = labels[i]!;
      assert.ok(label.left >= x && label.right <= x + width, `${where}: label inside its frame`);
      assert.ok(label.bottom <= y + height && label.top >= y, `${where}: label inside its frame`);
      for (const { id, x: px, y: py } of drawing.shapes)
        assert.ok(
          !(px > box.left && px < box.right && py > box.top && py < box.bottom),
          `${where}: the frame of ${group.key} lies on ${id}`,
        );
    }
    for (const [x, y] of dots)
      for (const label of labels)
        assert.ok(
          !(x > label.left && x < label.right && y > label.top && y < label.bottom),
          `${where}: a label lies on an island`,
        );
  });
  const [first, second] = labels;
  assert.ok(first && second && !overlap(first, second), `${where}: the labels lie on each other`);
  const [one, two] = drawing.archipelagos.map(({ frame }) => frame);
  if (one && two) {
    const apart = one[1] + one[3] <= two[1] || one[0] + one[2] <= two[0];
    assert.ok(apart, `${where}: the frames lie on each other`);
  }
}

for (const ground of GROUNDS)
  for (const language of LANGUAGES)
    test(`${ground.name}, ${language}: both archipelagos stand whole, labelled and apart at every width`, () => {
      for (const pixels of WIDTHS)
        check(place(ground.mainland, ground.groups(language), pixels), ground, pixels, language);
    });

test('tiles are wide enough for a finger from 300 px on', () => {
  for (const ground of GROUNDS.filter(({ name }) => name.startsWith('tiles')))
    for (const pixels of [300, 326, 360, 479, 480, 640]) {
      const { width } = place(ground.mainland, ground.groups('vi'), pixels);
      assert.ok(
        (TILE * pixels) / width >= 24,
        `${ground.name} at ${pixels}: ${(TILE * pixels) / width}`,
      );
    }
});

test('the label of an archipelago at its true position lies on no province', () => {
  for (const ground of GROUNDS.filter(({ mainland }) => mainland.kind === 'outlines'))
    for (const language of LANGUAGES)
      for (const pixels of WIDTHS.filter((width) => width >= 480)) {
        const drawing = place(ground.mainland, ground.groups(language), pixels);
        for (const group of drawing.archipelagos) {
          const box = labelBox(group, drawing.fontSize);
          for (const { id, path } of drawing.shapes) {
            // Built-in paths: a first point, then steps.
            let [x, y] = [0, 0];
            for (const [, dx, dy] of path.matchAll(/(-?\d+)[ ,]?(-?\d+)/g)) {
              [x, y] = [x + Number(dx), y + Number(dy)];
              assert.ok(
                !(x > box.left && x < box.right && y > box.top && y < box.bottom),
                `${ground.name} ${language} ${pixels}: ${group.key} on ${id}`,
              );
            }
          }
        }
      }
});

test('true position from 380 px of the picture on, insets below it; tiles have insets at every width', () => {
  for (const ground of GROUNDS)
    for (const pixels of WIDTHS) {
      const { archipelagos, kind } = place(ground.mainland, ground.groups('vi'), pixels);
      const framed = archipelagos.filter(({ frame }) => frame).length;
      assert.equal(
        framed,
        kind === 'outlines' && pixels >= 380 ? 0 : 2,
        `${ground.name} ${pixels}`,
      );
    }
});

test('at their true position Hoàng Sa lies east of Đà Nẵng, Trường Sa farther south and east', () => {
  for (const { mainland, groups } of GROUNDS.filter((g) => g.mainland.kind === 'outlines')) {
    const drawing = place(mainland, groups('vi'), 800);
    const [hoangSa, truongSa] = drawing.archipelagos.map(({ path }) => dotsOf(path));
    const daNang = drawing.shapes.find(({ id }) => id.startsWith('48@'))!;
    for (const [x, y] of hoangSa!) {
      assert.ok(x > daNang.x + 100 && Math.abs(y - daNang.y) < 100);
      for (const [x2, y2] of truongSa!) assert.ok(y2 > y && x2 > daNang.x);
    }
    assert.ok(drawing.archipelagos.every(({ areaId }) => /^(48|56)@/.test(areaId)));
  }
});

test('the mainland keeps at least two fifths of the width', () => {
  for (const ground of GROUNDS)
    for (const pixels of WIDTHS.filter((width) => width >= 320)) {
      const drawing = place(ground.mainland, ground.groups('vi'), pixels);
      assert.ok(ground.mainland.width / drawing.width > 0.4, `${ground.name} at ${pixels}`);
    }
});

test("a province's map keeps its archipelago in an inset, however wide it is", () => {
  const mainland = tiles(gridOf([{ id: '20194@2025', name: 'Hải Châu' }]), 8);
  for (const [province, label] of [
    ['48@2008', LABELS['vi']![0]],
    ['48@2025', LABELS['vi']![0]],
    ['56@2025', LABELS['vi']![1]],
  ] as const)
    for (const pixels of WIDTHS) {
      const edition = province.endsWith('2008') ? '2008' : '2025';
      const drawing = place(mainland, archipelagosOf(province, edition, 'vi'), pixels);
      assert.deepEqual(
        drawing.archipelagos.map(({ lines }) => lines.join(' ')),
        [label],
      );
      assert.ok(drawing.archipelagos[0]?.frame);
    }
});

test('the maps of other provinces have no archipelago, and are as large as they are', () => {
  for (const province of ['44@2025', '45@2008', '79@2025', '480@2008']) {
    assert.deepEqual(archipelagosOf(province, '2025', 'vi'), []);
  }
  const mainland = tiles(gridOf([{ id: '1', name: 'A' }]), 8);
  const { width, height, fontSize } = place(mainland, [], 300);
  assert.deepEqual([width, height], [mainland.width, mainland.height]);
  assert.equal((fontSize * 300) / width, 11);
});

test('borders of a province with its archipelago far off do not shrink to a speck', () => {
  // 40 km of mainland; Hoàng Sa lies 300 km to the east.
  const k = 1000 / 0.4;
  const mainland: Mainland = { kind: 'outlines', width: 1000, height: 1000, shapes: [] };
  const groups = archipelagosOf('48@2025', '2025', 'vi', (lon, lat) => [
    (lon - 108) * k,
    (16.2 - lat) * k,
  ]);
  for (const pixels of [300, 479, 480, 640])
    assert.ok(mainland.width / place(mainland, groups, pixels).width > 0.4, `at ${pixels} px`);
});

test('islands north of the borders that a page brings stand inside the drawing', () => {
  // The south alone: Hoàng Sa lies above its rim.
  const k = 1000 / 4;
  const mainland: Mainland = { kind: 'outlines', width: 800, height: 1000, shapes: [] };
  const groups = archipelagosOf('vn', '2025', 'vi', (lon, lat) => [
    (lon - 104.5) * k,
    (12.5 - lat) * k,
  ]);
  const drawing = place(mainland, groups, 600);
  for (const { path } of drawing.archipelagos)
    for (const [x, y, r] of dotsOf(path))
      inside({ left: x - r, right: x + r, top: y - r, bottom: y + r }, drawing, 'an island');
});

// Tiles -------------------------------------------------------------------------------------

for (const edition of EDITIONS)
  test(`tiles ${edition}: an equal square for each province, none on another`, async () => {
    const { shapes, width, height } = await tilesOf(edition);
    assert.deepEqual(shapes.map(({ id }) => id).sort(), Object.keys(provincesOf(edition)).sort());
    const places = new Set(shapes.map(({ x, y }) => `${x} ${y}`));
    assert.equal(places.size, shapes.length);
    const sides = new Set(shapes.map(({ path }) => path.replace(/^M\S+ \d+(?=l)/, '')));
    assert.deepEqual([...sides], ['l94 0 0 94-94 0z']);
    for (const { x, y } of shapes) assert.ok(x < width && y < height && x > 0 && y > 0);
  });

test('communes without a grid of their own stand in reading order, each in a square', () => {
  for (const n of [1, 5, 56, 168, 3321]) {
    const cells = gridOf(Array.from({ length: n }, (_, i) => ({ id: String(i), name: `Xã ${i}` })));
    assert.equal(new Set(cells.map(({ row, column }) => `${row} ${column}`)).size, n);
    const columns = Math.max(...cells.map(({ column }) => column)) + 1;
    cells.forEach(({ row, column }, i) => assert.equal(row * columns + column, i));
    const { width, height } = tiles(cells, 5);
    assert.ok(width > 0 && height > 0);
  }
});

test('a few tiles stay tiles: they do not fill the whole width', () => {
  const one = tiles(gridOf([{ id: 'a', name: 'A' }]), 5);
  assert.ok(one.width >= 5 * 100);
  assert.ok(Number.isFinite(tiles([], 5).width) && tiles([], 5).height >= 0);
});

const WRITTEN: [name: string, letters: number, lines: string[]][] = [
  ['Đà Nẵng', 8, ['Đà Nẵng']],
  ['Đà Nẵng', 3, ['ĐN']],
  ['Đà Nẵng', 5, ['Đà', 'Nẵng']],
  ['Thừa Thiên Huế', 10, ['Thừa Thiên', 'Huế']],
  ['Thừa Thiên Huế', 4, ['TTH']],
  ['Bà Rịa - Vũng Tàu', 9, ['Bà Rịa', 'Vũng Tàu']],
  ['Bà Rịa - Vũng Tàu', 4, ['BRVT']],
  ['Phường 12', 4, ['P12']],
  ['Quận 1', 6, ['Quận 1']],
];
for (const [name, letters, lines] of WRITTEN)
  test(`"${name}" in ${letters} letters is ${lines.join(' / ')}`, () => {
    assert.deepEqual(tileLines(name, letters), lines);
  });

test('a map without room does not divide by it', () => {
  for (const { mainland, groups } of GROUNDS)
    for (const pixels of [120, 126, 140]) {
      const { width, height } = place(mainland, groups('en'), pixels);
      assert.ok(width > 0 && height > 0 && Number.isFinite(width + height));
    }
});

test('an inset of one island has it in the middle', () => {
  const mainland: Mainland = { kind: 'outlines', width: 800, height: 1000, shapes: [] };
  for (const pixels of [200, 340, 800]) {
    const group = { key: 'far-a', areaId: 'a', lines: ['Đảo'], points: [[5, 5]] as const };
    const { archipelagos } = place(mainland, [group], pixels);
    assert.doesNotMatch(JSON.stringify(archipelagos), /NaN|null/);
    assert.match(archipelagos[0]?.path ?? '', /^M[\d.]+ [\d.]+a/);
  }
});
