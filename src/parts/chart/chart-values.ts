/** Where the values of a chart's points stand: beside their points, never on a line or on each other. */

/** A point of a line in px, and what is written beside it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** px of the text. */
  readonly width: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text with its middle. */
export interface PlacedValue {
  /** Index of its line. */
  readonly line: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

/** px from the middle of a point to the edge of its mark, and from there to its value. */
const MARK = 6;
const GAP = 2;

/**
 * The values that have room, the most important first: of each line the last, the first, the highest and
 * the lowest, then the others from the left. A value without room is left out; the table has it.
 *
 * @param lines - the points of each line in the order of time; `undefined` where the line has a gap
 * @param plans - lines that have no values, but must stay readable
 * @param size - px of the letters
 */
export function placeValues(
  lines: readonly (readonly (Spot | undefined)[])[],
  plans: readonly (readonly Dot[])[],
  room: Box,
  size: number,
): PlacedValue[] {
  const segments = [...lines, ...plans].flatMap((points) =>
    points.flatMap((to, i): [Dot, Dot][] => {
      const from = points[i - 1];
      return from && to ? [[from, to]] : [];
    }),
  );
  const taken: Box[] = lines.flatMap((points) => points.flatMap((p) => (p ? [around(p)] : [])));
  const placed: PlacedValue[] = [];
  const orders = lines.map(byImportance);
  // In turns, so that no line takes the room of all.
  const turns = Math.max(0, ...orders.map(({ length }) => length));
  for (let turn = 0; turn < turns; turn += 1) {
    orders.forEach((order, line) => {
      const spot = order[turn];
      if (!spot?.text) return;
      const box = boxesFor(spot, room, size).find(
        (one) =>
          within(one, room) &&
          !taken.some((other) => touches(one, other)) &&
          !segments.some(([a, b]) => crosses(one, a, b)),
      );
      if (!box) return;
      taken.push(box);
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      placed.push({ line, x, y, text: spot.text });
    });
  }
  return placed;
}

function byImportance(points: readonly (Spot | undefined)[]): Spot[] {
  const spots = points.filter((p): p is Spot => p !== undefined);
  const [first] = spots;
  if (!first) return [];
  const highest = spots.reduce((best, p) => (p.y < best.y ? p : best), first);
  const lowest = spots.reduce((best, p) => (p.y > best.y ? p : best), first);
  return [...new Set([spots[spots.length - 1] ?? first, first, highest, lowest, ...spots])];
}

/** Over the point, under it, then to its sides; moved into the room where an edge is near. */
function boxesFor({ x, y, width }: Spot, { left, right }: Box, size: number): Box[] {
  const height = size * 1.25;
  const box = (from: number, top: number): Box => ({
    left: from,
    top,
    right: from + width,
    bottom: top + height,
  });
  const middle = Math.max(left, Math.min(right - width, x - width / 2));
  const [over, under] = [y - MARK - GAP - height, y + MARK + GAP];
  const [before, after] = [x - MARK - GAP - width, x + MARK + GAP];
  return [
    box(middle, over),
    box(middle, under),
    box(before, over + height / 2),
    box(after, over + height / 2),
    box(before, under - height / 2),
    box(after, under - height / 2),
    box(before, y - height / 2),
    box(after, y - height / 2),
  ];
}

const around = ({ x, y }: Dot): Box => ({
  left: x - MARK,
  top: y - MARK,
  right: x + MARK,
  bottom: y + MARK,
});

const within = (box: Box, room: Box): boolean =>
  box.left >= room.left &&
  box.right <= room.right &&
  box.top >= room.top &&
  box.bottom <= room.bottom;

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** True where a line from one point to another goes through a box (Liang and Barsky). */
function crosses({ left, top, right, bottom }: Box, from: Dot, to: Dot): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const sides: readonly (readonly [step: number, distance: number])[] = [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ];
  for (const [step, distance] of sides) {
    if (step === 0) {
      if (distance < 0) return false;
      continue;
    }
    const at = distance / step;
    if (step < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
  }
  return enter <= leave;
}
