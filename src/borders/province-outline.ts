/** Where a province lies, roughly: the built-in schematic outlines, for telling a wrong zone from a right one. */
import { editionOf } from '../domain/editions.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { ARCHIPELAGOS } from '../maps/archipelagos.generated.js';
import type { BuiltInMap } from '../maps/types.js';
import { boxOf, isInBox, isInRing, ringOf, type Box, type Ring } from './rings.js';

/** Degrees of longitude and latitude. */
export interface Outline {
  readonly box: Box;
  /** Whether a point lies inside the outline, or within about 3 km of it, or among its islands. */
  contains(longitude: number, latitude: number): boolean;
  /** Whether a point lies near: within half a degree of the box, or among its islands. */
  isNear(longitude: number, latitude: number): boolean;
}

const VIETNAM: Box = { west: 101.5, south: 6, east: 118, north: 24 };
const WIDE = 0.5;
/** About 3 km, because the outlines are simplified. */
const RIM = 0.03;

const grown = ({ west, south, east, north }: Box, by: number): Box => ({
  west: west - by,
  south: south - by,
  east: east + by,
  north: north + by,
});

/** The outline of the province that an area is or lies in; the box of the country for the nation. */
export async function outlineOf(area: string): Promise<Outline> {
  const isProvince = area in PROVINCES || /^(vn|\d\d)(@|$)/.test(area);
  const province = isProvince ? area : (await import('../desk/gazetteer.js')).provinceOf(area);
  if (province === undefined || !(province in PROVINCES)) return boxed(VIETNAM);
  const edition = editionOf(province);
  const { MAP } = await (edition === '2008'
    ? import('../maps/provinces-2008.generated.js')
    : import('../maps/provinces-2025.generated.js'));
  const rings = ringsOf(MAP, province.split('@')[0] ?? '');
  if (rings.length === 0) return boxed(VIETNAM);
  const islands = ARCHIPELAGOS.filter((one) => province.startsWith(`${one.province}@`)).map(
    ({ bbox: [west, south, east, north] }) => ({ west, south, east, north }),
  );
  const box = boxOf(rings);
  const around = [grown(box, WIDE), ...islands.map((one) => grown(one, WIDE))];
  const isIn = (x: number, y: number): boolean => rings.some((ring) => isInRing(ring, x, y));
  return {
    box,
    contains: (x, y) =>
      isInBox(grown(box, RIM), x, y)
        ? [
            [0, 0],
            [RIM, 0],
            [-RIM, 0],
            [0, RIM],
            [0, -RIM],
          ].some(([dx = 0, dy = 0]) => isIn(x + dx, y + dy))
        : islands.some((one) => isInBox(one, x, y)),
    isNear: (x, y) => around.some((one) => isInBox(one, x, y)),
  };
}

const boxed = (box: Box): Outline => ({
  box,
  contains: (x, y) => isInBox(box, x, y),
  isNear: (x, y) => isInBox(box, x, y),
});

/** Rings of a built-in outline in degrees: paths of relative whole units, projected by plain Mercator. */
function ringsOf({ provinces, dots, k, x0, y0 }: BuiltInMap, code: string): Ring[] {
  const degrees = (x: number, y: number): [number, number] => [
    x0 + x / k,
    (Math.atan(Math.exp(((y0 - y / k) * Math.PI) / 180)) * 360) / Math.PI - 90,
  ];
  const path = provinces.find(([provinceCode]) => provinceCode === code)?.[1] ?? '';
  let [x, y] = [0, 0];
  const rings = path.split('z').flatMap((part): Ring[] => {
    const numbers = (part.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    if (numbers.length < 6) return [];
    const ring: number[][] = [];
    const start: [number, number] = [x + (numbers[0] ?? 0), y + (numbers[1] ?? 0)];
    [x, y] = start;
    ring.push(degrees(x, y));
    for (let i = 2; i + 1 < numbers.length; i += 2) {
      x += numbers[i] ?? 0;
      y += numbers[i + 1] ?? 0;
      ring.push(degrees(x, y));
    }
    [x, y] = start;
    return [ringOf(ring)];
  });
  const squares = dots
    .filter(([provinceCode]) => provinceCode === code)
    .map(([, dx, dy]) =>
      ringOf([
        degrees(dx - 4, dy - 4),
        degrees(dx + 4, dy - 4),
        degrees(dx + 4, dy + 4),
        degrees(dx - 4, dy + 4),
      ]),
    );
  return [...rings, ...squares];
}
