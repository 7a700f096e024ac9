/** Rings that cross or touch themselves, such as a figure of eight, as the simple rings that they are made of. */
import { hasArea, type Ring } from './rings.js';

/** Positions of a ring that is looked at: each edge is held against each other one. A longer ring loses its area only. */
const MOST = 200;
const MOST_WITHOUT_AREA = 3000;

/** The simple rings of a ring; the ring itself where nothing crosses, or where it is long and has an area. */
export function lobesOf(ring: Ring): Ring[] {
  const most = hasArea(ring) ? MOST : MOST_WITHOUT_AREA;
  if (ring.length / 2 > most) return [ring];
  const waiting = [withoutRepeats(ring)];
  const simple: Ring[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const meeting = next.length < 8 ? undefined : meetingOf(next);
    if (meeting) waiting.push(...parted(next, meeting));
    else if (next.length > 4) simple.push(closed(next));
  }
  return simple.length > 1 ? simple : [ring];
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

const closed = (points: Ring): Ring => Float64Array.of(...points, ...points.subarray(0, 2));

/** Two edges of a ring that do not follow each other, by their beginnings, and how far along the first they meet. */
interface Meeting {
  readonly first: number;
  readonly second: number;
  /** 0 where their beginnings are one position. */
  readonly along: number;
}

/** Plain numbers and no arrays inside, because every edge is held against every other one. */
function meetingOf(points: Ring): Meeting | undefined {
  const { length } = points;
  for (let i = 0; i < length; i += 2) {
    const ax = points[i] ?? NaN;
    const ay = points[i + 1] ?? NaN;
    const to = (i + 2) % length;
    const bx = points[to] ?? NaN;
    const by = points[to + 1] ?? NaN;
    const west = Math.min(ax, bx);
    const east = Math.max(ax, bx);
    const south = Math.min(ay, by);
    const north = Math.max(ay, by);
    const last = i === 0 ? length - 2 : length;
    let dx = points[i + 4] ?? NaN;
    let dy = points[i + 5] ?? NaN;
    for (let j = i + 4; j < last; j += 2) {
      const cx = dx;
      const cy = dy;
      const end = j + 2 < length ? j + 2 : 0;
      dx = points[end] ?? NaN;
      dy = points[end + 1] ?? NaN;
      if ((cx < west && dx < west) || (cx > east && dx > east)) continue;
      if ((cy < south && dy < south) || (cy > north && dy > north)) continue;
      if (cx === ax && cy === ay) return { first: i, second: j, along: 0 };
      const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      if (across === 0) continue;
      const s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
      const t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across;
      if (s > 0 && s < 1 && t > 0 && t < 1) return { first: i, second: j, along: s };
    }
  }
  return undefined;
}

/** The two rings that a ring is on the two sides of a meeting. */
function parted(points: Ring, { first, second, along }: Meeting): [Ring, Ring] {
  const to = (first + 2) % points.length;
  const at = [0, 1].map(
    (axis) =>
      (points[first + axis] ?? NaN) +
      along * ((points[to + axis] ?? NaN) - (points[first + axis] ?? NaN)),
  );
  const own = along === 0 ? [] : at;
  const [from, until] = along === 0 ? [first, second] : [first + 2, second + 2];
  return [
    withoutRepeats(Float64Array.of(...own, ...points.subarray(from, until))),
    withoutRepeats(Float64Array.of(...own, ...points.subarray(until), ...points.subarray(0, from))),
  ];
}
