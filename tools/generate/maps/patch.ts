/** Corrections to the source: `tools/data/geo/patch-*.json`. */
import {
  around,
  contains,
  dissolve,
  distance,
  distanceToRing,
  key,
  largest,
  sides,
  sidesMeet,
  type Point,
  type Ring,
  type Shapes,
} from './geometry.ts';

interface Move {
  from: string;
  to: string;
  what: string;
}
export interface Patch {
  moveIslands: (Move & { near: Point })[];
  /**
   * The ring around what moves: first the line that divides `from`, between two snapped ends,
   * then points outside of `from`, which say which side is meant.
   */
  movePolygons: (Move & { ring: (Point | string)[] })[];
}

/** An island is where the correction says, within this many degrees. */
const NEAR = 0.1;

/** The shapes, corrected. */
export function correct(source: Shapes, patch: Patch): Shapes {
  const shapes: Shapes = new Map(source);
  for (const { from, to, near, what } of patch.moveIslands) {
    const rings = shapes.get(from) ?? [];
    const farness = (ring: Ring): number => (contains(ring, near) ? 0 : distanceToRing(near, ring));
    const [island] = rings
      .filter((ring) => ring !== largest(rings))
      .sort((a, b) => farness(a) - farness(b));
    if (!island || farness(island) > NEAR) throw new Error(`no island: ${what}`);
    shapes.set(
      from,
      rings.filter((ring) => ring !== island),
    );
    shapes.set(to, [...(shapes.get(to) ?? []), island]);
  }
  for (const move of patch.movePolygons) movePart(shapes, move);
  return shapes;
}

function movePart(shapes: Shapes, { from, to, ring, what }: Patch['movePolygons'][number]): void {
  const rings = shapes.get(from) ?? [];
  const main = largest(rings);
  const around = ring.filter((item) => item !== 'close').map((item) => place(shapes, item));
  const end = ring.findIndex((item, i) => i > 0 && typeof item === 'string');
  const line = around.slice(0, end + 1);
  checkLine(main, line, what);
  const [left, right] = divide(main, line);
  // What moves lies inside the ring of the correction; the line itself says nothing.
  const isMeant = (half: Ring): boolean => {
    const own = half.filter((p) => !line.includes(p));
    return own.filter((p) => contains(around, p)).length > own.length / 2;
  };
  if (isMeant(left) === isMeant(right)) throw new Error(`which side: ${what}`);
  const [moved, kept] = isMeant(left) ? [left, right] : [right, left];
  shapes.set(from, [kept, ...rings.filter((r) => r !== main)]);
  shapes.set(to, dissolve([...(shapes.get(to) ?? []), moved]));
}

/** A point, or the vertex that `snap:10,12 near [103.785,22.34]` or `snap:93 near […]` means. */
function place(shapes: Shapes, item: Point | string): Point {
  if (typeof item !== 'string') return item;
  const [, codes, near] = /^snap:([\d,]+) near (\[.*\])$/.exec(item) ?? [];
  if (!codes || !near) throw new Error(`not understood: ${item}`);
  const goal = JSON.parse(near) as Point;
  const [own = [], ...others] = codes.split(',').map((code) => (shapes.get(code) ?? []).flat());
  const keys = others.map((points) => new Set(points.map(key)));
  const shared = own.filter((p) => keys.every((set) => set.has(key(p))));
  const nearest = shared.reduce((best, p) => (distance(p, goal) < distance(best, goal) ? p : best));
  if (distance(nearest, goal) > NEAR) throw new Error(`nothing near: ${item}`);
  return nearest;
}

/** The line must run inside the outline from rim to rim. */
function checkLine(ring: Ring, line: readonly Point[], what: string): void {
  const inner = line.slice(1, -1);
  if (!inner.every((p) => contains(ring, p))) throw new Error(`leaves the province: ${what}`);
  const meets = line
    .slice(1)
    .some((p, i) => sides(ring).some(([a, b]) => sidesMeet(line[i]!, p, a, b)));
  if (meets) throw new Error(`crosses the border: ${what}`);
}

/** The two halves of a ring on either side of a line between two of its vertices. */
function divide(ring: Ring, line: readonly Point[]): [Ring, Ring] {
  const indexOf = (p: Point): number => ring.findIndex((q) => key(q) === key(p));
  const [start, end] = [indexOf(line[0]!), indexOf(line[line.length - 1]!)];
  if (start < 0 || end < 0) throw new Error('the line does not start and end on the outline');
  const inner = line.slice(1, -1);
  return [
    [...chain(ring, start, end), ...[...inner].reverse()],
    [...chain(ring, end, start), ...inner],
  ];
}

/** The points from one index of a ring to another, both included. */
function chain(ring: Ring, from: number, to: number): Point[] {
  const length = (to - from + ring.length) % ring.length;
  return Array.from({ length: length + 1 }, (_, i) => around(ring, from + i));
}
