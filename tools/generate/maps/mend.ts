/** Rounding can make lines cross or touch where an outline is narrow: found here, and mended. */
import { cross, key, sidesMeet, type Point } from './geometry.ts';
import type { Arc, Topology } from './topology.ts';

/** A point of an arc that may move: not an end that other arcs share. */
interface Place {
  arc: Arc;
  index: number;
}
type Side = readonly [a: Place, b: Place];

const pointAt = ({ arc, index }: Place): Point => arc.points[index]!;

const MOVES: readonly Point[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
];

/** What some arcs would become. */
type Attempt = Map<Arc, Point[]>;

/**
 * Moves points by one unit, or drops them, until no two lines cross, no line touches a point
 * that is not its own, and none lies on another.
 */
export function mend(topology: Topology): void {
  let faults = faultsOf(topology);
  const helps = (attempt: Attempt): boolean => {
    const before = new Map([...attempt.keys()].map((arc) => [arc, arc.points]));
    for (const [arc, points] of attempt) arc.points = points;
    const left = faultsOf(topology);
    if (left.length < faults.length) {
      faults = left;
      return true;
    }
    for (const [arc, points] of before) arc.points = points;
    return false;
  };
  while (faults.length > 0) {
    const places = faults.flat();
    const found =
      places.flatMap(attempts).some(helps) ||
      places.flatMap((place) => attemptsOnEnd(topology, place)).some(helps);
    if (found) continue;
    const where = faults.map((fault) => fault.map((place) => key(pointAt(place))).join(' '));
    throw new Error(`lines meet, and no small change helps: ${where.join('; ')}`);
  }
}

/** The arc of a place with the point moved a little, or without it. */
function attempts(place: Place): Attempt[] {
  const { arc, index } = place;
  if (!isFree(place)) return [];
  const moved = aroundOf(pointAt(place)).map((p) => arc.points.with(index, p));
  const dropped = arc.points.toSpliced(index, 1);
  const enough = dropped.length >= (arc.closed ? 3 : 2);
  return [...moved, ...(enough ? [dropped] : [])].map((points) => new Map([[arc, points]]));
}

/** The end that arcs share moved a little, in all of them. */
function attemptsOnEnd({ arcs }: Topology, place: Place): Attempt[] {
  if (isFree(place)) return [];
  const end = key(pointAt(place));
  const ending = arcs.filter((arc) => arc.points.some((p) => key(p) === end));
  return aroundOf(pointAt(place)).map(
    (to) => new Map(ending.map((arc) => [arc, arc.points.map((p) => (key(p) === end ? to : p))])),
  );
}

const aroundOf = ([x, y]: Point): Point[] => MOVES.map(([dx, dy]) => [x + dx, y + dy]);

const isFree = ({ arc, index }: Place): boolean =>
  arc.closed || (index > 0 && index < arc.points.length - 1);

/** The points around each place where lines meet that should not. */
export function faultsOf({ arcs }: Topology): Place[][] {
  const faults = [...coinciding(arcs), ...arcs.flatMap(turningBack)];
  const all = arcs.flatMap(sidesOf);
  all.forEach(([a, b], i) => {
    const [p, q] = [pointAt(a), pointAt(b)];
    for (let j = i + 1; j < all.length; j++) {
      const [c, d] = all[j]!;
      if (isApart(p, q, pointAt(c), pointAt(d))) continue;
      if (sidesMeet(p, q, pointAt(c), pointAt(d))) faults.push([a, b, c, d]);
    }
  });
  return faults;
}

function sidesOf(arc: Arc): Side[] {
  const last = arc.points.length - (arc.closed ? 0 : 1);
  return arc.points.slice(0, last).map((_, index) => [
    { arc, index },
    { arc, index: (index + 1) % arc.points.length },
  ]);
}

const isApart = (a: Point, b: Point, c: Point, d: Point): boolean =>
  Math.max(a[0], b[0]) < Math.min(c[0], d[0]) ||
  Math.max(c[0], d[0]) < Math.min(a[0], b[0]) ||
  Math.max(a[1], b[1]) < Math.min(c[1], d[1]) ||
  Math.max(c[1], d[1]) < Math.min(a[1], b[1]);

/** Points that have come to lie on a point of another line, or on another point of their own. */
function coinciding(arcs: readonly Arc[]): Place[][] {
  const places = new Map<string, Place[]>();
  for (const arc of arcs)
    arc.points.forEach((p, index) => {
      places.set(key(p), [...(places.get(key(p)) ?? []), { arc, index }]);
    });
  return [...places.values()].filter((found) => found.length > 1 && found.some(isFree));
}

/** Points where a line turns back on itself. */
function turningBack(arc: Arc): Place[][] {
  return sidesOf(arc).flatMap(([a, b]) => {
    const next = arc.points[b.index + 1] ?? (arc.closed ? arc.points[0] : undefined);
    if (!next || cross(pointAt(a), pointAt(b), next) !== 0) return [];
    const [p, q] = [pointAt(a), pointAt(b)];
    const back = (p[0] - q[0]) * (next[0] - q[0]) + (p[1] - q[1]) * (next[1] - q[1]) > 0;
    return back ? [[a, b]] : [];
  });
}
