/** How much two shapes lie over one another. */
import { boxOf, isInRing, ringArea, type Box, type Polygon } from './rings.js';

/** Points looked at along each side. */
const STEPS = 16;

const landOf = (polygons: readonly Polygon[]): number =>
  polygons.reduce((sum, [outer]) => sum + (outer ? Math.abs(ringArea(outer)) : 0), 0);

const isIn = (polygons: readonly Polygon[], x: number, y: number): boolean =>
  polygons.some(
    ([outer, ...holes]) =>
      outer !== undefined && isInRing(outer, x, y) && !holes.some((hole) => isInRing(hole, x, y)),
  );

/** Whether two boxes have land in common. */
export const meet = (a: Box | undefined, b: Box | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.east > b.west &&
  b.east > a.west &&
  a.north > b.south &&
  b.north > a.south;

/** The share of the smaller shape that lies in the other, by a grid of points: 0 to 1. */
export function overlapOf(a: readonly Polygon[], b: readonly Polygon[]): number {
  const [small, large] = landOf(a) <= landOf(b) ? [a, b] : [b, a];
  const box = boxOf(small.flat());
  let [inside, both] = [0, 0];
  for (let i = 0; i < STEPS; i++)
    for (let j = 0; j < STEPS; j++) {
      const x = box.west + ((i + 0.5) / STEPS) * (box.east - box.west);
      const y = box.south + ((j + 0.5) / STEPS) * (box.north - box.south);
      if (!isIn(small, x, y)) continue;
      inside += 1;
      if (isIn(large, x, y)) both += 1;
    }
  return inside === 0 ? 0 : both / inside;
}
