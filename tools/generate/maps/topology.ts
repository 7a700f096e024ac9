/** Outlines as arcs that neighbours share, so that a simplified border stays one border. */
import { around, key, sides, type Point, type Ring, type Shapes } from './geometry.ts';

/** A line between two places where three outlines meet, or a whole island. */
export interface Arc {
  points: Point[];
  readonly closed: boolean;
}
interface Step {
  arc: Arc;
  reversed: boolean;
}
export interface Topology {
  arcs: Arc[];
  /** By code: the arcs that make up each ring. */
  rings: Map<string, Step[][]>;
}

export function topologyOf(shapes: Shapes): Topology {
  const isJunction = junctions([...shapes.values()].flat());
  const arcs = new Map<string, Step>();
  const stepOf = (points: Point[], closed: boolean): Step => {
    const name = (p: readonly Point[]): string => `${key(p[0]!)} ${key(p[1]!)}`;
    const known = arcs.get(name(points));
    if (known) return known;
    const arc = { points, closed };
    arcs.set(name(points), { arc, reversed: false });
    if (!closed) arcs.set(name([...points].reverse()), { arc, reversed: true });
    return { arc, reversed: false };
  };
  const rings = new Map<string, Step[][]>();
  for (const [code, parts] of shapes)
    rings.set(
      code,
      parts.map((ring) => {
        const pieces = cut(ring, isJunction);
        return pieces ? pieces.map((piece) => stepOf(piece, false)) : [stepOf([...ring], true)];
      }),
    );
  return { arcs: [...new Set([...arcs.values()].map((step) => step.arc))], rings };
}

/** A test for the points where other than two sides meet. */
function junctions(rings: readonly Ring[]): (p: Point) => boolean {
  const joined = new Map<string, Set<string>>();
  const join = (a: string, b: string): void => {
    joined.set(a, (joined.get(a) ?? new Set()).add(b));
  };
  for (const [a, b] of rings.flatMap(sides)) {
    join(key(a), key(b));
    join(key(b), key(a));
  }
  return (p) => joined.get(key(p))?.size !== 2;
}

/** A ring in pieces from junction to junction; undefined when it has none. */
function cut(ring: Ring, isJunction: (p: Point) => boolean): Point[][] | undefined {
  const first = ring.findIndex(isJunction);
  if (first < 0) return undefined;
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  for (let i = 0; i <= ring.length; i++) {
    const p = around(ring, first + i);
    piece.push(p);
    if (i === 0 || !isJunction(p)) continue;
    pieces.push(piece);
    piece = [p];
  }
  return pieces;
}

/** The outlines that the arcs make as they are now. */
export function shapesOf({ rings }: Topology): Shapes {
  const shapes: Shapes = new Map();
  for (const [code, parts] of rings)
    shapes.set(
      code,
      parts.map((steps) =>
        steps.flatMap(({ arc, reversed }) => {
          const points = reversed ? [...arc.points].reverse() : arc.points;
          return arc.closed ? points : points.slice(0, -1);
        }),
      ),
    );
  return shapes;
}
