/**
 * Diagonal lines inside an outline, as a path: the sign of "no data". Drawn, not filled with a
 * pattern: `url(#id)` fails on pages with `<base href>` and across shadow roots.
 */

type Point = readonly [x: number, y: number];

/**
 * The rings of a path of `M`/`m`, lines and `z` alone: absolute where it has capital `L`, else
 * relative after its first point, as the built-in maps are written.
 */
export function ringsOf(path: string): Point[][] {
  const absolute = path.includes('L');
  let [startX, startY] = [0, 0];
  return path
    .split(/z/i)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const numbers = (part.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
      const fromZero = absolute || /^\s*M/.test(part);
      let [x, y] = fromZero ? [0, 0] : [startX, startY];
      const ring: Point[] = [];
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        const [dx = 0, dy = 0] = [numbers[i], numbers[i + 1]];
        [x, y] = absolute ? [dx, dy] : [x + dx, y + dy];
        if (i === 0) [startX, startY] = [x, y];
        ring.push([x, y]);
      }
      return ring;
    });
}

/**
 * Lines that rise to the right, `gap` apart, inside the rings (even–odd, so that holes stay empty).
 * The lines of neighbours meet, as all are measured from one origin.
 *
 * @param falling - for lines that fall to the right
 */
export function hatch(rings: readonly (readonly Point[])[], gap: number, falling = false): string {
  const side = falling ? -1 : 1;
  // The coordinates are turned by 45°: `along` = x + y numbers the lines, `across` = y - x is the position on
  // a line.
  const crossings = new Map<number, number[]>();
  for (const ring of rings) {
    ring.forEach((start, i) => {
      const end = ring[(i + 1) % ring.length] ?? start;
      addCrossings(crossings, [start[0] * side, start[1]], [end[0] * side, end[1]], gap);
    });
  }
  let path = '';
  crossings.forEach((along, line) => {
    along.sort((a, b) => a - b);
    for (let i = 0; i + 1 < along.length; i += 2) {
      path += segment(line * gap, along[i] ?? 0, along[i + 1] ?? 0, side);
    }
  });
  return path;
}

function addCrossings(
  crossings: Map<number, number[]>,
  [x1, y1]: Point,
  [x2, y2]: Point,
  gap: number,
): void {
  const [s1, s2] = [x1 + y1, x2 + y2];
  if (s1 === s2) return;
  const [low, high] = s1 < s2 ? [s1, s2] : [s2, s1];
  for (let line = Math.ceil(low / gap); line * gap < high; line++) {
    const share = (line * gap - s1) / (s2 - s1);
    const across = y1 - x1 + share * (y2 - x2 - (y1 - x1));
    const along = crossings.get(line);
    if (along) along.push(across);
    else crossings.set(line, [across]);
  }
}

function segment(sum: number, from: number, to: number, side: number): string {
  const at = (difference: number) =>
    `${((side * (sum - difference)) / 2).toFixed(1)} ${((sum + difference) / 2).toFixed(1)}`;
  return `M${at(from)}L${at(to)}`;
}
