/** Which lines cross: arcs of a topology, on a grid of cells so that only near segments are compared. */
import type { Arcs } from './arcs.js';
import { Buckets } from './buckets.js';

/** The numbers of the arcs that cross another arc or themselves. A common end is a meeting, no crossing. */
export function crossingArcs({ starts, x, y }: Arcs): number[] {
  const crossing = new Set<number>();
  const cell = cellSize({ starts, x, y });
  const cells = new Buckets(x.length);
  const arcOf = new Int32Array(x.length);
  const enter = (segment: number, slot: number): void => {
    for (let entry = cells.first(slot); entry > 0; entry = cells.after(entry)) {
      const other = cells.thing(entry);
      if (doCross(x, y, segment, other)) crossing.add(arcOf[segment] ?? 0).add(arcOf[other] ?? 0);
    }
    cells.add(slot, segment);
  };
  for (let arc = 0; arc + 1 < starts.length; arc++)
    for (let i = starts[arc] ?? 0; i + 1 < (starts[arc + 1] ?? 0); i++) {
      arcOf[i] = arc;
      const [ax, ay, bx, by] = [x[i] ?? 0, y[i] ?? 0, x[i + 1] ?? 0, y[i + 1] ?? 0];
      const west = Math.floor(Math.min(ax, bx) / cell);
      const east = Math.floor(Math.max(ax, bx) / cell);
      const south = Math.floor(Math.min(ay, by) / cell);
      const north = Math.floor(Math.max(ay, by) / cell);
      for (let column = west; column <= east; column++)
        for (let row = south; row <= north; row++) enter(i, cells.slot(column, row));
    }
  return [...crossing];
}

/** Whether two segments cross; each is named by the index of its first point. */
const doCross = (x: Float64Array, y: Float64Array, a: number, b: number): boolean =>
  !areApart(x, a, b) &&
  !areApart(y, a, b) &&
  side(x, y, a, b) * side(x, y, a, b + 1) < 0 &&
  side(x, y, b, a) * side(x, y, b, a + 1) < 0;

/** Whether two segments have no common part on one axis. */
function areApart(v: Float64Array, a: number, b: number): boolean {
  const a0 = v[a] ?? 0;
  const a1 = v[a + 1] ?? 0;
  const b0 = v[b] ?? 0;
  const b1 = v[b + 1] ?? 0;
  return (a0 > b0 && a0 > b1 && a1 > b0 && a1 > b1) || (a0 < b0 && a0 < b1 && a1 < b0 && a1 < b1);
}

/** On which side of the segment that begins at point `s` the point `p` lies. */
function side(x: Float64Array, y: Float64Array, s: number, p: number): number {
  const ax = x[s] ?? 0;
  const ay = y[s] ?? 0;
  return Math.sign(
    ((x[s + 1] ?? 0) - ax) * ((y[p] ?? 0) - ay) - ((y[s + 1] ?? 0) - ay) * ((x[p] ?? 0) - ax),
  );
}

/** As wide as a segment is long, so that most segments lie in one or two cells. */
function cellSize({ starts, x, y }: Arcs): number {
  let [length, segments] = [0, 0];
  for (let arc = 0; arc + 1 < starts.length; arc++)
    for (let i = starts[arc] ?? 0; i + 1 < (starts[arc + 1] ?? 0); i++) {
      length += Math.abs((x[i + 1] ?? 0) - (x[i] ?? 0)) + Math.abs((y[i + 1] ?? 0) - (y[i] ?? 0));
      segments += 1;
    }
  return Math.max(1, length / Math.max(1, segments));
}
