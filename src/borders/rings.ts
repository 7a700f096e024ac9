/**
 * Rings of polygons: area, box, what lies inside of what. Plain coordinates of any unit, in typed arrays,
 * because a province has hundreds of thousands of positions and an array for each would fill the memory.
 */

/** Positions one after another: x, y, x, y … The last may or may not be the first again. */
export type Ring = Float64Array;
/** The outer ring, then the holes. */
export type Polygon = readonly Ring[];

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A ring of positions that are arrays. */
export const ringOf = (positions: readonly (readonly number[])[]): Ring =>
  Float64Array.from(positions.flatMap(([x = NaN, y = NaN]) => [x, y]));

/** The area of a ring, above 0 where it runs against the clock. */
export function ringArea(ring: Ring): number {
  const [x0 = 0, y0 = 0] = ring;
  let sum = 0;
  // From the first position, because large coordinates would eat the digits of a small island.
  let [ax, ay] = [0, 0];
  for (let i = 2; i < ring.length; i += 2) {
    const bx = (ring[i] ?? 0) - x0;
    const by = (ring[i + 1] ?? 0) - y0;
    sum += ax * by - bx * ay;
    ax = bx;
    ay = by;
  }
  return sum / 2;
}

export function boxOf(rings: Iterable<Ring>): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i] ?? NaN;
      const y = ring[i + 1] ?? NaN;
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
export function isInRing(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  let bx = ring[ring.length - 2] ?? 0;
  let by = ring[ring.length - 1] ?? 0;
  for (let i = 0; i < ring.length; i += 2) {
    const ax = ring[i] ?? 0;
    const ay = ring[i + 1] ?? 0;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    bx = ax;
    by = ay;
  }
  return inside;
}

/** Whether a ring has an area: at least three positions that are not on one line. */
export function hasArea(ring: Ring): boolean {
  if (ring.length < 6) return false;
  const { west, south, east, north } = boxOf([ring]);
  return Math.abs(ringArea(ring)) > 1e-9 * (east - west) * (north - south);
}

/** Whether a ring lies inside another: by most of a few of its edges, because one may be on the line. */
export function liesIn(ring: Ring, other: Ring): boolean {
  const count = ring.length / 2;
  const step = Math.max(1, Math.floor(count / 7));
  let inside = 0;
  let asked = 0;
  for (let i = 0; i < count; i += step) {
    const next = (i + 1) % count;
    const x = ((ring[i * 2] ?? 0) + (ring[next * 2] ?? 0)) / 2;
    const y = ((ring[i * 2 + 1] ?? 0) + (ring[next * 2 + 1] ?? 0)) / 2;
    if (isInRing(other, x, y)) inside += 1;
    asked += 1;
  }
  return inside * 2 > asked;
}

/**
 * Polygons of rings whose winding says nothing: a ring in a ring is a hole, a ring in a hole is an island.
 */
export function nestRings(rings: readonly Ring[]): Polygon[] {
  if (rings.length === 1) return [rings];
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
