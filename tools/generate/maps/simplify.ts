/** Fewer points for the same look: Visvalingam's method, then whole units. */
import { cross, distance, key, signedArea, type Point } from './geometry.ts';
import type { Arc, Topology } from './topology.ts';

interface Vertex {
  point: Point;
  before?: Vertex;
  after?: Vertex;
  arc: Arc;
  /** The area that would be lost with it; ends of arcs are never lost. */
  weight: number;
}

/** Fewest points of an island's ring. */
const FEWEST = 4;

/**
 * Drops the vertices that carry less than `least` square units, the least one first, and none
 * whose triangle holds another vertex: lines do not come to cross.
 */
export function simplify({ arcs }: Topology, least: number): void {
  const chains = arcs.map(chainOf);
  const left = new Set(chains.flat());
  const size = new Map(chains.map((chain, i) => [arcs[i]!, chain.length]));
  for (;;) {
    let next: Vertex | undefined;
    for (const v of left) if (v.weight < (next?.weight ?? least)) next = v;
    if (!next) break;
    const { before, after, arc } = next;
    const count = size.get(arc) ?? 0;
    if (!before || !after || (arc.closed && count <= FEWEST) || !isFree(next, left)) {
      next.weight = Infinity; // until a neighbour goes
      continue;
    }
    left.delete(next);
    size.set(arc, count - 1);
    before.after = after;
    after.before = before;
    // Never lighter than what has gone: else a long gentle curve would go in one sweep.
    for (const v of [before, after]) v.weight = Math.max(weightOf(v), next.weight);
  }
  chains.forEach((chain, i) => {
    arcs[i]!.points = chain.filter((v) => left.has(v)).map((v) => v.point);
  });
}

function chainOf(arc: Arc): Vertex[] {
  const chain = arc.points.map((point): Vertex => ({ point, arc, weight: Infinity }));
  chain.forEach((v, i) => {
    const before = chain[i - 1] ?? (arc.closed ? chain[chain.length - 1] : undefined);
    const after = chain[i + 1] ?? (arc.closed ? chain[0] : undefined);
    if (before) v.before = before;
    if (after) v.after = after;
  });
  for (const v of chain) v.weight = weightOf(v);
  return chain;
}

/** The area of the triangle that a vertex makes with its neighbours. */
function weightOf({ point, before, after }: Vertex): number {
  if (!before || !after) return Infinity;
  return Math.abs(cross(before.point, point, after.point)) / 2;
}

/** Whether no other vertex lies in the triangle that goes with a vertex. */
function isFree(v: Vertex, all: ReadonlySet<Vertex>): boolean {
  const [a, b, c] = [v.before!.point, v.point, v.after!.point];
  const corners = new Set([a, b, c].map(key));
  for (const { point: p } of all) {
    if (p[0] < Math.min(a[0], b[0], c[0]) || p[0] > Math.max(a[0], b[0], c[0])) continue;
    if (p[1] < Math.min(a[1], b[1], c[1]) || p[1] > Math.max(a[1], b[1], c[1])) continue;
    const turns = [cross(a, b, p), cross(b, c, p), cross(c, a, p)];
    const inside = turns.every((t) => t >= 0) || turns.every((t) => t <= 0);
    if (inside && !corners.has(key(p))) return false;
  }
  return true;
}

/** Puts every point on whole units; what has become one point or a straight line goes. */
export function round({ arcs }: Topology): void {
  const ends = wholeEnds(arcs.filter((arc) => !arc.closed));
  for (const arc of arcs) {
    const whole = arc.points.map((p) => ends.get(key(p)) ?? nearest(p));
    arc.points = tidy(whole, arc.closed);
    if (arc.closed && signedArea(arc.points) === 0) throw new Error('an island has vanished');
  }
}

const nearest = ([x, y]: Point): Point => [Math.round(x), Math.round(y)];

/** A point of its own for each end of an arc, so that the shortest border stays one. */
function wholeEnds(arcs: readonly Arc[]): Map<string, Point> {
  const ends = new Map<string, Point>();
  const taken = new Set<string>();
  for (const p of arcs.flatMap(({ points }) => [points[0]!, points[points.length - 1]!])) {
    if (ends.has(key(p))) continue;
    const [x, y] = nearest(p);
    const free = [-1, 0, 1]
      .flatMap((dy) => [-1, 0, 1].map((dx): Point => [x + dx, y + dy]))
      .filter((q) => !taken.has(key(q)))
      .sort((a, b) => distance(a, p) - distance(b, p));
    if (!free[0]) throw new Error(`no room at ${key([x, y])}`);
    taken.add(key(free[0]));
    ends.set(key(p), free[0]);
  }
  return ends;
}

/** Without points that repeat their neighbour, lie on the line between both, or make a spike. */
function tidy(points: readonly Point[], closed: boolean): Point[] {
  const left = [...points];
  const isIdle = (b: Point, i: number): boolean => {
    const a = left[i - 1] ?? (closed ? left[left.length - 1] : undefined);
    const c = left[i + 1] ?? (closed ? left[0] : undefined);
    return !!a && !!c && cross(a, b, c) === 0;
  };
  for (let i = left.findIndex(isIdle); i >= 0; i = left.findIndex(isIdle)) left.splice(i, 1);
  return left;
}
