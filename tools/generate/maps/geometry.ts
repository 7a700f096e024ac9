/** Plane geometry on rings of points. A ring is open: its first point is not repeated. */

export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

/** The outlines of provinces by code: one ring a part, no holes. */
export type Shapes = Map<string, Ring[]>;

export const key = (p: Point): string => `${p[0]},${p[1]}`;

/** The item of a list taken as a circle. */
export function around<T>(list: readonly T[], index: number): T {
  return list[((index % list.length) + list.length) % list.length]!;
}

/** Twice the signed area of a triangle: positive when it turns counter-clockwise (y upwards). */
export const cross = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

export function signedArea(ring: Ring): number {
  return ring.reduce((sum, p, i) => sum + cross([0, 0], p, around(ring, i + 1)), 0) / 2;
}

export const area = (ring: Ring): number => Math.abs(signedArea(ring));

/** The sides of a ring, as pairs of points. */
export const sides = (ring: Ring): [Point, Point][] => ring.map((p, i) => [p, around(ring, i + 1)]);

/** Whether a point lies inside a ring (on the rim: either). */
export function contains(ring: Ring, [x, y]: Point): boolean {
  return sides(ring).reduce((inside, [a, b]) => {
    const crosses =
      a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0];
    return crosses ? !inside : inside;
  }, false);
}

function distanceToSide(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
  const along = Math.min(1, Math.max(0, t));
  return distance(p, [a[0] + along * dx, a[1] + along * dy]);
}

/** How far a point is from the rim of a ring. */
export const distanceToRing = (p: Point, ring: Ring): number =>
  Math.min(...sides(ring).map(([a, b]) => distanceToSide(p, a, b)));

/** Whether two sides have more in common than an end that is an end of both. */
export function sidesMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  if ([c, d].some((p) => key(p) === key(a) || key(p) === key(b))) return false;
  const turns = (p: Point, q: Point, r: Point): number => Math.sign(cross(p, q, r));
  const apart = turns(a, b, c) * turns(a, b, d) > 0 || turns(c, d, a) * turns(c, d, b) > 0;
  if (apart) return false;
  const overlaps = (i: 0 | 1): boolean =>
    Math.max(Math.min(a[i], b[i]), Math.min(c[i], d[i])) <=
    Math.min(Math.max(a[i], b[i]), Math.max(c[i], d[i]));
  return overlaps(0) && overlaps(1);
}

/** The ring with the greatest area. */
export const largest = (rings: readonly Ring[]): Ring =>
  rings.reduce((best, ring) => (area(ring) > area(best) ? ring : best));

/**
 * The union of rings that only touch along whole sides: sides that two of them share go, the
 * others are joined to rings again (counter-clockwise).
 */
export function dissolve(rings: readonly Ring[]): Ring[] {
  const onward = new Map<string, [Point, Point]>();
  const all = rings.flatMap((ring) => sides(signedArea(ring) < 0 ? [...ring].reverse() : ring));
  const present = new Set(all.map(([a, b]) => `${key(a)} ${key(b)}`));
  for (const [a, b] of all) {
    if (present.has(`${key(b)} ${key(a)}`)) continue;
    if (onward.has(key(a))) throw new Error(`outlines touch at the point ${key(a)}`);
    onward.set(key(a), [a, b]);
  }
  const joined: Ring[] = [];
  for (const start of onward.keys()) {
    const ring: Point[] = [];
    for (let at = start, side = onward.get(at); side; side = onward.get(at)) {
      onward.delete(at);
      ring.push(side[0]);
      at = key(side[1]);
    }
    if (ring.length > 0) joined.push(ring);
  }
  return joined;
}
