/** Rings that cross or touch themselves, such as a figure of eight, as the simple rings that they are made of. */
import { meetingsOf, type Meeting } from './meetings.js';
import { ringArea, type Ring } from './rings.js';

/**
 * Share of a ring's area below which a lobe is a loop of its line, a slip of the hand: it stays, because the neighbour's
 * line has it, too, and the two would no longer meet.
 */
const LEAST_LOBE = 0.05;

/** A ring that meets itself, as simple rings. */
export interface Lobes {
  readonly rings: readonly Ring[];
  /** Whether the line of the ring crosses itself in small loops, which stay. */
  readonly hasLoops: boolean;
}

/** The simple rings of a ring; the ring itself where nothing crosses; `undefined` where it crosses itself all over. */
export function lobesOf(ring: Ring): Lobes | undefined {
  const points = withoutRepeats(ring);
  const meetings = points.length < 8 ? [] : meetingsOf(points);
  if (!meetings) return undefined;
  if (meetings.length === 0) return { rings: [ring], hasLoops: false };
  const cycles = cyclesOf(pathOf(points, meetings));
  const areas = cycles.map((cycle) => Math.abs(ringArea(cycle)));
  const least = areas.reduce((sum, area) => sum + area, 0) * LEAST_LOBE;
  return areas.filter((area) => area >= least).length > 1
    ? { rings: cycles, hasLoops: false }
    : { rings: [ring], hasLoops: meetings.some(({ alongFirst }) => alongFirst > 0) };
}

/** Positions that follow themselves once, and the last is not the first again. */
function withoutRepeats(ring: Ring): Ring {
  const points = new Float64Array(ring.length);
  let length = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i] ?? NaN;
    const y = ring[i + 1] ?? NaN;
    if (length > 0 && points[length - 2] === x && points[length - 1] === y) continue;
    points[length++] = x;
    points[length++] = y;
  }
  while (length > 2 && points[length - 2] === points[0] && points[length - 1] === points[1])
    length -= 2;
  return points.subarray(0, length);
}

/** A vertex on the way around a ring; two passes through one vertex have one number. */
interface Vertex {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** The way around a ring, with the vertices where its edges cross. */
function pathOf(points: Ring, meetings: readonly Meeting[]): Vertex[] {
  const count = points.length / 2;
  const numbers = Int32Array.from({ length: count }, (_, i) => i);
  const inside = new Map<number, { along: number; vertex: Vertex }[]>();
  const add = (edge: number, along: number, vertex: Vertex): void => {
    inside.set(edge, [...(inside.get(edge) ?? []), { along, vertex }]);
  };
  meetings.forEach(({ first, second, alongFirst, alongSecond, x, y }, i) => {
    if (alongFirst === 0) numbers[second] = numbers[first] ?? first;
    else {
      const vertex = { number: count + i, x, y };
      add(first, alongFirst, vertex);
      add(second, alongSecond, vertex);
    }
  });
  const path: Vertex[] = [];
  for (let i = 0; i < count; i++) {
    path.push({ number: numbers[i] ?? i, x: points[i * 2] ?? NaN, y: points[i * 2 + 1] ?? NaN });
    const crossings = inside.get(i)?.sort((a, b) => a.along - b.along) ?? [];
    path.push(...crossings.map(({ vertex }) => vertex));
  }
  return path;
}

/** The simple rings of a way around: each time it comes back to a vertex, what lies between is one. */
function cyclesOf(path: readonly Vertex[]): Ring[] {
  const cycles: Ring[] = [];
  const open: Vertex[] = [];
  const at = new Map<number, number>();
  const close = (vertices: readonly Vertex[]): void => {
    const [first] = vertices;
    if (first && vertices.length > 2)
      cycles.push(Float64Array.from([...vertices, first].flatMap(({ x, y }) => [x, y])));
  };
  for (const vertex of path) {
    const back = at.get(vertex.number);
    if (back !== undefined) {
      const cycle = open.splice(back);
      for (const { number } of cycle) at.delete(number);
      close(cycle);
    }
    at.set(vertex.number, open.length);
    open.push(vertex);
  }
  close(open);
  return cycles;
}
