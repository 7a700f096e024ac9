/** Rings that cross or touch themselves, such as a figure of eight, as the simple rings that they are made of. */
import { hasArea, type Ring } from './rings.js';

/** Positions of a ring that is looked at: each edge is held against each other one. A longer ring loses its area only. */
const MOST = 200;
const MOST_WITHOUT_AREA = 3000;

type Point = readonly [x: number, y: number];

/** The simple rings of a ring; the ring itself where nothing crosses, or where it is long and has an area. */
export function lobesOf(ring: Ring): Ring[] {
  const most = hasArea(ring) ? MOST : MOST_WITHOUT_AREA;
  if (ring.length / 2 > most) return [ring];
  const points = pointsOf(ring);
  if (points.length < 4) return [ring];
  const waiting = [points];
  const simple: Ring[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const parts = next.length < 4 ? undefined : parted(next);
    if (parts) waiting.push(...parts);
    else if (next.length > 2) simple.push(Float64Array.from([...next, ...next.slice(0, 1)].flat()));
  }
  return simple.length > 1 ? simple : [ring];
}

/** The positions, each once where it follows itself. */
function pointsOf(ring: Ring): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const point: Point = [ring[i] ?? NaN, ring[i + 1] ?? NaN];
    const last = points[points.length - 1];
    if (!last || !isSame(last, point)) points.push(point);
  }
  const [first] = points;
  while (first && points.length > 1 && isSame(first, points[points.length - 1] ?? first))
    points.pop();
  return points;
}

const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** The two rings that a ring is, where two of its edges meet that do not follow each other. */
function parted(points: readonly Point[]): [Point[], Point[]] | undefined {
  const at = (i: number): Point => points[i % points.length] ?? [NaN, NaN];
  for (let i = 0; i < points.length; i++)
    for (let j = i + 1; j < points.length; j++) {
      const isTouch = isSame(at(i), at(j));
      const isNext = j === i + 1 || (i === 0 && j === points.length - 1);
      if (isNext && !isTouch) continue;
      const meeting = isTouch ? at(i) : crossing(at(i), at(i + 1), at(j), at(j + 1));
      if (!meeting) continue;
      const between = points.slice(isTouch ? i : i + 1, isTouch ? j : j + 1);
      const around = [
        ...points.slice(isTouch ? j : j + 1),
        ...points.slice(0, isTouch ? i : i + 1),
      ];
      return isTouch
        ? [between, around]
        : [
            [meeting, ...between],
            [meeting, ...around],
          ];
    }
  return undefined;
}

/** Where two edges cross. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
  const across = ux * vy - uy * vx;
  if (across === 0) return undefined;
  const s = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / across;
  const t = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / across;
  return s > 0 && s < 1 && t > 0 && t < 1 ? [a[0] + s * ux, a[1] + s * uy] : undefined;
}
