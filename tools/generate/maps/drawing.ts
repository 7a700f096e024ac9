/** What is written of an outline: its path, its inner point, its neighbours. */
import {
  contains,
  distanceToRing,
  key,
  largest,
  sides,
  type Point,
  type Ring,
  type Shapes,
} from './geometry.ts';

/** Rings as the shortest SVG path: one absolute `m`, then steps, no separator that can go. */
export function pathOf(rings: readonly Ring[]): string {
  let from: Point = [0, 0];
  return rings
    .map((ring) => {
      const [start] = ring;
      if (ring.length < 3) throw new Error('a ring that encloses nothing');
      const steps = ring.map((p, i) => step(i ? ring[i - 1]! : from, p));
      from = start!;
      return `m${steps.join(' ')}z`.replaceAll(' -', '-');
    })
    .join('');
}

const step = (a: Point, b: Point): string => `${b[0] - a[0]} ${b[1] - a[1]}`;

/** The rings of a path that `pathOf` wrote. */
export function ringsOf(path: string): Ring[] {
  let [x, y] = [0, 0];
  return path
    .split('z')
    .slice(0, -1)
    .map((part) => {
      const steps = (part.match(/-?\d+/g) ?? []).map(Number);
      const points: Point[] = [];
      for (let i = 0; i < steps.length; i += 2)
        points.push([(x += steps[i]!), (y += steps[i + 1]!)]);
      [x, y] = points[0]!; // where z leads back to
      return points;
    });
}

/** The whole-unit point deepest inside the largest ring; the northern, then western, of two. */
export function innerPoint(rings: readonly Ring[]): Point {
  const ring = largest(rings);
  const [xs, ys] = [ring.map((p) => p[0]), ring.map((p) => p[1])];
  let best: Point | undefined;
  let depth = 0;
  for (let y = Math.min(...ys); y <= Math.max(...ys); y++)
    for (let x = Math.min(...xs); x <= Math.max(...xs); x++) {
      if (!contains(ring, [x, y])) continue;
      const d = distanceToRing([x, y], ring);
      if (d > depth + 1e-9) [best, depth] = [[x, y], d];
    }
  if (!best) throw new Error('an outline without a point inside');
  return best;
}

/** Two codes that share a border. */
export type Pair = readonly [string, string];

/** By code, the codes that share at least one side, or are named as a pair. */
export function neighboursOf(shapes: Shapes, more: readonly Pair[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const [code, rings] of shapes)
    for (const side of rings.flatMap(sides)) {
      const name = side.map(key).sort().join(' ');
      owners.set(name, [...(owners.get(name) ?? []), code]);
    }
  const found = new Map([...shapes.keys()].map((code) => [code, new Set<string>()]));
  for (const codes of [...owners.values(), ...more])
    for (const code of codes)
      for (const other of codes) if (other !== code) found.get(code)!.add(other);
  return new Map([...found].map(([code, others]) => [code, [...others].sort()]));
}
