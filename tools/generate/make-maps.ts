/**
 * Writes the built-in maps of `src/maps` from Natural Earth and `tools/data/geo`:
 *
 *     npx tsx tools/generate/make-maps.ts                  fetches the source (95 MB) and forgets it
 *     npx tsx tools/generate/make-maps.ts --package DIR    takes the unpacked package from a folder
 *     npx tsx tools/generate/make-maps.ts --check          writes nothing, fails if anything would change
 *
 * The same input gives the same bytes. What is done to the source: src/maps/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { project } from '../../src/maps/nation.ts';
import type {
  Archipelago,
  ArchipelagoKey,
  BuiltInMap,
  Tile,
  Neighbours,
  TileGrid,
} from '../../src/maps/types.ts';
import type { Edition } from '../../src/domain/editions.ts';
import { innerPoint, neighboursOf, pathOf, type Pair } from './maps/drawing.ts';
import { frameOf, HEIGHT, projectShapes, type Frame } from './maps/frame.ts';
import { area, dissolve, type Point, type Ring, type Shapes } from './maps/geometry.ts';
import { placeIslands, provinceBefore, type CoastalIsland, type Islands } from './maps/islands.ts';
import { mend } from './maps/mend.ts';
import { correct, type Patch } from './maps/patch.ts';
import { round, simplify } from './maps/simplify.ts';
import { readShapes, withPackage } from './maps/source.ts';
import { shapesOf, topologyOf } from './maps/topology.ts';
import { archipelagosText, mapText, neighboursText, tilesText } from './maps/write.ts';

/** Square units that a vertex must carry to stay. */
const DETAIL = 1.5;

/** The most that a province's area may change by simplifying. */
const MOST_CHANGE = 0.04;

/** Degrees around a dot: about 4 units. */
const DOT_ROOM = 0.06;

interface Province {
  code: string;
  iso: string;
  new: string;
}
interface IslandData {
  groups: {
    key: ArchipelagoKey;
    label: string;
    label2: string;
    province: string;
    islands: { lon: number; lat: number }[];
  }[];
  coastal: CoastalIsland[];
}
interface GridCell {
  code: string;
  name: string;
  kind?: 'archipelago';
  row: number;
  col: number;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const read = (name: string): unknown =>
  JSON.parse(readFileSync(here(`../data/${name}.json`), 'utf8'));

const { provinces63 } = read('provinces-63-34') as { provinces63: Province[] };
const islands = read('geo/islands') as IslandData;
const moreBorders = read('geo/more-borders') as { pairs: { codes: Pair }[] };
const heirs = new Map(provinces63.map((p) => [p.code, p.new]));

/** The text of a generated file by its name, as it should stand in `src/maps`. */
export type Texts = Record<string, string>;

/** The files that need no source from outside the repository. */
export async function makeLists(): Promise<Texts> {
  return {
    'archipelagos.generated.ts': await archipelagosText(islands.groups.map(archipelago)),
    'tiles-2008.generated.ts': await tilesText(tileGrid('2008', 'geo/tilegrid-63')),
    'tiles-2025.generated.ts': await tilesText(tileGrid('2025', 'geo/tilegrid-34')),
  };
}

/** The two maps, from the unpacked package. */
export async function makeMaps(folder: string): Promise<Texts> {
  const codes = new Map(provinces63.map((p) => [p.iso, p.code]));
  const patches = ['geo/patch-natural-earth', 'geo/patch-more'].map((name) => read(name) as Patch);
  const source = patches.reduce(correct, readShapes(folder, codes));
  const frame = frameOf([
    ...[...source.values()].flatMap((rings) => rings.flat()),
    ...islands.coastal.flatMap(roomForDot),
  ]);
  const { shapes, dots } = placeIslands(
    projectShapes(frame, source),
    islands.coastal.map((island) => ({
      code: provinceBefore(island, heirs),
      point: project(frame, island.lon, island.lat),
    })),
  );
  const topology = topologyOf(shapes);
  simplify(topology, DETAIL);
  round(topology);
  mend(topology);
  checkAreas(shapes, shapesOf(topology));
  const before = shapesOf(topology);
  const borders = moreBorders.pairs.map(({ codes: pair }) => pair);
  const heir = (code: string): string => heirs.get(code)!;
  const after = merge(before);
  const heirDots = dots.map(([code, point]): (typeof dots)[number] => [heir(code), point]);
  const heirBorders = borders.map(([a, b]): Pair => [heir(a), heir(b)]);
  return {
    'provinces-2008.generated.ts': await mapText(mapOf('2008', frame, before, dots)),
    'provinces-2025.generated.ts': await mapText(mapOf('2025', frame, after, heirDots)),
    'neighbours.generated.ts': await neighboursText({
      '2008': neighbourTexts(before, borders),
      '2025': neighbourTexts(after, heirBorders),
    }),
  };
}

const neighbourTexts = (shapes: Shapes, more: Pair[]): Neighbours =>
  Object.fromEntries([...neighboursOf(shapes, more)].map(([code, all]) => [code, all.join(' ')]));

/** Refuses a drawing in which simplifying and rounding changed a province's size. */
function checkAreas(before: Shapes, after: Shapes): void {
  const size = (rings: readonly Ring[]): number => rings.reduce((sum, r) => sum + area(r), 0);
  for (const [code, rings] of before) {
    const change = size(after.get(code)!) / size(rings) - 1;
    if (Math.abs(change) > MOST_CHANGE) throw new Error(`${code} changed its size by ${change}`);
  }
}

/** Corners around an island, so that its dot (about 3 units) stays inside the frame. */
const roomForDot = ({ lon, lat }: CoastalIsland): Point[] => [
  [lon - DOT_ROOM, lat - DOT_ROOM],
  [lon + DOT_ROOM, lat + DOT_ROOM],
];

function mapOf(
  edition: Edition,
  { k, x0, y0, width }: Frame,
  shapes: Shapes,
  dots: Islands['dots'],
): BuiltInMap {
  return {
    edition,
    k,
    x0,
    y0,
    width,
    height: HEIGHT,
    provinces: [...shapes].map(([code, rings]) => [code, pathOf(rings), ...innerPoint(rings)]),
    dots: dots.map(([code, point]) => [code, ...point]),
  };
}

/** The provinces of 2025: unions of whole provinces of 2008. */
function merge(before: Shapes): Shapes {
  const parts: Shapes = new Map();
  for (const code of [...new Set(heirs.values())].sort()) parts.set(code, []);
  for (const [code, rings] of before) parts.get(heirs.get(code)!)!.push(...rings);
  return new Map([...parts].map(([code, rings]) => [code, dissolve(rings)]));
}

const ENGLISH: Readonly<Record<ArchipelagoKey, string>> = {
  'hoang-sa': 'Hoàng Sa Archipelago (Đà Nẵng City)',
  'truong-sa': 'Trường Sa Archipelago (Khánh Hòa Province)',
};

function archipelago(group: IslandData['groups'][number]): Archipelago {
  const points = group.islands.map(({ lon, lat }) => [hundredth(lon), hundredth(lat)] as const);
  const [lons, lats] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return {
    key: group.key,
    province: group.province,
    label: { vi: `${group.label} ${group.label2}`, en: ENGLISH[group.key] },
    bbox: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
    islands: points,
  };
}

const hundredth = (degrees: number): number => Math.round(degrees * 100) / 100;

function tileGrid(edition: Edition, name: string): TileGrid {
  const cells = read(name) as GridCell[];
  const provinces = cells.filter((cell) => cell.kind !== 'archipelago');
  const archipelagos = islands.groups.map(({ key, label }): Tile<ArchipelagoKey> => {
    const cell = cells.find((c) => c.kind === 'archipelago' && label.endsWith(c.name));
    if (!cell) throw new Error(`${name}: no square for ${key}`);
    return [key, cell.row, cell.col];
  });
  return {
    edition,
    rows: Math.max(...cells.map((cell) => cell.row)) + 1,
    cols: Math.max(...cells.map((cell) => cell.col)) + 1,
    provinces: provinces
      .map(({ code, row, col }): Tile => [code, row, col])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    archipelagos,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { package: { type: 'string' }, check: { type: 'boolean' } },
  });
  const texts = {
    ...(await withPackage(values.package, makeMaps)),
    ...(await makeLists()),
  };
  for (const [name, text] of Object.entries(texts)) {
    const file = here(`../../src/maps/${name}`);
    if (!values.check) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) throw new Error(`${name} would change`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
