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

/** A place on the way around a ring; two passes through one place have one number. */
interface Place {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** The way around a ring, with the places where its edges cross. */
function pathOf(points: Ring, meetings: readonly Meeting[]): Place[] {
  const count = points.length / 2;
  const numbers = Int32Array.from({ length: count }, (_, i) => i);
  const inside = new Map<number, { along: number; place: Place }[]>();
  const add = (edge: number, along: number, place: Place): void => {
    inside.set(edge, [...(inside.get(edge) ?? []), { along, place }]);
  };
  meetings.forEach(({ first, second, alongFirst, alongSecond, x, y }, i) => {
    if (alongFirst === 0) numbers[second] = numbers[first] ?? first;
    else {
      const place = { number: count + i, x, y };
      add(first, alongFirst, place);
      add(second, alongSecond, place);
    }
  });
  const path: Place[] = [];
  for (let i = 0; i < count; i++) {
    path.push({ number: numbers[i] ?? i, x: points[i * 2] ?? NaN, y: points[i * 2 + 1] ?? NaN });
    const crossings = inside.get(i)?.sort((a, b) => a.along - b.along) ?? [];
    path.push(...crossings.map(({ place }) => place));
  }
  return path;
}

/** The simple rings of a way around: each time it comes back to a place, what lies between is one. */
function cyclesOf(path: readonly Place[]): Ring[] {
  const cycles: Ring[] = [];
  const open: Place[] = [];
  const at = new Map<number, number>();
  const close = (places: readonly Place[]): void => {
    const [first] = places;
    if (first && places.length > 2)
      cycles.push(Float64Array.from([...places, first].flatMap(({ x, y }) => [x, y])));
  };
  for (const place of path) {
    const back = at.get(place.number);
    if (back !== undefined) {
      const cycle = open.splice(back);
      for (const { number } of cycle) at.delete(number);
      close(cycle);
    }
    at.set(place.number, open.length);
    open.push(place);
  }
  close(open);
  return cycles;
}
