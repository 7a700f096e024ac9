/** Rings of polygons: area, box, what lies inside of what. Plain coordinates, any unit. */
import type { Position } from 'geojson';

export type Ring = Position[];
export type Polygon = Ring[];

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The area of a closed ring, above 0 where it runs against the clock. */
export function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[j] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum / 2;
}

export function boxOf(rings: Iterable<readonly Position[]>): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of rings)
    for (const [x = NaN, y = NaN] of ring) {
      if (x < box.west) box.west = x;
      if (x > box.east) box.east = x;
      if (y < box.south) box.south = y;
      if (y > box.north) box.north = y;
    }
  return box;
}

export const isInBox = (box: Box, x: number, y: number): boolean =>
  x >= box.west && x <= box.east && y >= box.south && y <= box.north;

/** Whether a point lies inside a ring; a point on the line itself may be either. */
export function isInRing(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Whether a point lies inside a polygon and in none of its holes. */
export const isInPolygon = (
  [outer = [], ...holes]: readonly Ring[],
  x: number,
  y: number,
): boolean => isInRing(outer, x, y) && !holes.some((hole) => isInRing(hole, x, y));

/** Whether a ring lies inside another: by most of a few of its points, because one may be on the line. */
function liesIn(ring: Ring, other: Ring): boolean {
  const step = Math.max(1, Math.floor(ring.length / 7));
  let inside = 0;
  let asked = 0;
  for (let i = 0; i < ring.length; i += step) {
    const [x = 0, y = 0] = ring[i] ?? [];
    const [nx = 0, ny = 0] = ring[(i + 1) % ring.length] ?? [];
    if (isInRing(other, (x + nx) / 2, (y + ny) / 2)) inside += 1;
    asked += 1;
  }
  return inside * 2 > asked;
}

/**
 * Polygons of rings whose winding says nothing: a ring in a ring is a hole, a ring in a hole is an island.
 */
export function nestRings(rings: readonly Ring[]): Polygon[] {
  const all = rings
    .map((ring) => ({
      ring,
      size: Math.abs(ringArea(ring)),
      box: boxOf([ring]),
      depth: 0,
      polygon: [ring],
    }))
    .sort((a, b) => b.size - a.size);
  const polygons: Polygon[] = [];
  all.forEach((one, i) => {
    const around = all
      .slice(0, i)
      .filter(
        (other) =>
          other.box.west <= one.box.west &&
          other.box.east >= one.box.east &&
          other.box.south <= one.box.south &&
          other.box.north >= one.box.north &&
          liesIn(one.ring, other.ring),
      );
    one.depth = around.length;
    const outer = around.filter(({ depth }) => depth === one.depth - 1).pop();
    if (one.depth % 2 === 1 && outer) outer.polygon.push(one.ring);
    else polygons.push(one.polygon);
  });
  return polygons;
}
