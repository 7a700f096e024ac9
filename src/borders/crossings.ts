/** Which lines cross: arcs of a topology, on a grid of cells so that only near segments are compared. */
import type { Position } from 'geojson';

interface Segment {
  readonly arc: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

const side = (s: Segment, x: number, y: number): number =>
  Math.sign((s.bx - s.ax) * (y - s.ay) - (s.by - s.ay) * (x - s.ax));

/** True where two segments cross inside both of them: a common end is a meeting. */
const cross = (a: Segment, b: Segment): boolean =>
  side(a, b.ax, b.ay) * side(a, b.bx, b.by) < 0 && side(b, a.ax, a.ay) * side(b, a.bx, a.by) < 0;

/** The numbers of the arcs that cross another arc or themselves. */
export function crossingArcs(arcs: readonly (readonly Position[])[]): number[] {
  const segments: Segment[] = [];
  let length = 0;
  arcs.forEach((points, arc) => {
    for (let i = 1; i < points.length; i++) {
      const [ax = 0, ay = 0] = points[i - 1] ?? [];
      const [bx = 0, by = 0] = points[i] ?? [];
      segments.push({ arc, ax, ay, bx, by });
      length += Math.abs(bx - ax) + Math.abs(by - ay);
    }
  });
  const cell = Math.max(1, length / Math.max(1, segments.length));
  const cells = new Map<number, Segment[]>();
  const found = new Set<number>();
  for (const segment of segments) {
    const { ax, ay, bx, by } = segment;
    const [west, east] = [Math.floor(Math.min(ax, bx) / cell), Math.floor(Math.max(ax, bx) / cell)];
    const [south, north] = [
      Math.floor(Math.min(ay, by) / cell),
      Math.floor(Math.max(ay, by) / cell),
    ];
    for (let i = west; i <= east; i++)
      for (let j = south; j <= north; j++) {
        const key = i * 2 ** 26 + j;
        const there = cells.get(key);
        if (!there) cells.set(key, [segment]);
        else {
          for (const other of there)
            if (cross(segment, other)) {
              found.add(segment.arc);
              found.add(other.arc);
            }
          there.push(segment);
        }
      }
  }
  return [...found];
}
