/**
 * The lines of a prerendered map in few bytes: on a coarser grid, and in the shortest words that SVG has. A corner that
 * two areas share goes to the same place in both, so no gap opens between them.
 */

export type Point = readonly [x: number, y: number];

/** A line of a path. */
export interface Line {
  readonly points: readonly Point[];
  readonly closed: boolean;
  /** That of a dot, which stands at its one point. */
  readonly radius?: number;
}

const VIEW = /\bviewBox="0 0 (\d+)/;
/** A small island, as `dot` in `src/maps/drawing.ts` writes it. */
const DOT = /M([\d.-]+) ([\d.-]+)a([\d.]+) \3 0 1 0 ([\d.]+) 0a\3 \3 0 1 0 -\4 0z/g;
/** Steps that a map is wide: about its px where it stands beside its legend. */
const STEPS = 360;
/** Squares of the grid that may change sides for a corner less: see `spareCorners`. */
const SPARE = 2;
/** Corners of an outline from which on some may be left out. */
const FEWEST = 6;

/** Units of a map that are one step of its grid. */
export const gridOf = (map: string): number =>
  Math.max(1, Math.round((Number(VIEW.exec(map)?.[1] ?? 0) * 10) / STEPS) / 10);

/** A path in short, on whole units; one that has more than lines and dots stays as it is. */
export function shortPath(d: string): string {
  const lines = linesOf(d);
  return lines ? written(lines.map((line) => onUnits(line, 1))) : d;
}

/** The lines and dots of a path; undefined for one that has more. */
export function linesOf(d: string): Line[] | undefined {
  const dots: Line[] = [];
  const lines = linesIn(
    d.replace(DOT, (_whole, x: string, y: string, r: string) => {
      dots.push({ points: [[Number(x), Number(y)]], closed: true, radius: Number(r) });
      return '';
    }),
  );
  return lines && [...lines, ...dots];
}

/** The lines of a path of M, L, l and z; undefined for any other. */
function linesIn(d: string): Line[] | undefined {
  if (/[^\d\s.,MLlzhvm-]/.test(d)) return undefined;
  const lines: { points: Point[]; closed: boolean }[] = [];
  let at: Point = [0, 0];
  for (const [, command = '', text = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const line = lines.at(-1);
    if (command === 'z' && line) {
      line.closed = true;
      at = line.points[0] ?? at;
      continue;
    }
    if (/[hv]/.test(command)) {
      const along = numbers.reduce((sum, n) => sum + n, 0);
      at = command === 'h' ? [at[0] + along, at[1]] : [at[0], at[1] + along];
      line?.points.push(at);
      continue;
    }
    if (command === 'm' || command === 'M') lines.push({ points: [], closed: false });
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const [x = 0, y = 0] = numbers.slice(i, i + 2);
      at = command === 'm' || command === 'l' ? [at[0] + x, at[1] + y] : [x, y];
      lines.at(-1)?.points.push(at);
    }
  }
  return lines;
}

/** A line on whole units of the map, in steps of a grid. An open one, which is of a hatching, keeps its slant. */
export function onUnits({ points, closed, radius }: Line, grid: number): Line {
  const [start = [0, 0]] = points;
  const from = closed ? [0, 0] : start;
  const inSteps = (n: number): number => Math.round((n * 10) / grid) / 10;
  const rounded = points.map((point): Point => {
    const [x, y] = [0, 1].map((i) => {
      const origin = from[i] ?? 0;
      return inSteps(Math.round(origin) + Math.round((point[i] ?? 0) - origin));
    });
    return [x ?? 0, y ?? 0];
  });
  if (radius === undefined) return { points: rounded, closed };
  return { points: rounded, closed, radius: inSteps(Math.round(radius * 2) / 2) };
}

/** Lines and dots as one path, each from the beginning or end of the one before it. */
export function written(lines: readonly Line[]): string {
  let path = '';
  let at: Point = [0, 0];
  for (const { points, closed, radius } of lines) {
    const corners = radius === undefined && closed ? withoutStraight(points, true) : points;
    const [start] = corners;
    if (!start || (corners.length < 2 && radius === undefined)) continue;
    // After M, numbers without a letter would be places; after m they are steps.
    path += `m${pair(start[0] - at[0], start[1] - at[1])}`;
    const r = radius === undefined ? '' : short(radius);
    // An arc to just under its beginning is the whole circle.
    path += (r && `a${r} ${r} 0 110 .1`) + steps(corners) + (closed ? 'z' : '');
    at = (closed ? start : corners.at(-1)) ?? start;
  }
  return path;
}

/** Corners without those on the straight way from the one before to the one after. */
export const withoutStraight = (points: readonly Point[], closed: boolean): readonly Point[] =>
  points.filter((point, i) => {
    const isEnd = i === 0 || i === points.length - 1;
    const before = points.at(i - 1) ?? point;
    const after = points[(i + 1) % points.length] ?? point;
    return (isEnd && !closed) || !isBetween(before, point, after);
  });

/** The corners of an outline in steps of the grid, each once. */
export function snapped(points: readonly Point[], grid: number): readonly Point[] {
  const onSteps = points.map(([x, y]): Point => [Math.round(x / grid), Math.round(y / grid)]);
  return onSteps.filter((point, i) => !same(point, onSteps.at(i - 1)));
}

/** Names a place. */
export const keyOf = ([x, y]: Point): string => `${x} ${y}`;

/**
 * The corners that hardly bend an outline: leaving one out moves less than `SPARE` of a square of the grid to the other
 * side. It is decided for all areas at once, so that neighbours leave out the same; where three borders meet stays.
 */
export function spareCorners(all: readonly (readonly Point[])[]): ReadonlySet<string> {
  const spare = new Set<string>();
  let rings = all;
  for (let before = -1; before < spare.size;) {
    before = spare.size;
    for (const key of flattest(rings, SPARE)) spare.add(key);
    rings = rings.map((ring) => ring.filter((point) => !spare.has(keyOf(point))));
  }
  return spare;
}

/** Of corners with two neighbours each and a small area between the three, those that do not stand beside each other. */
function flattest(rings: readonly (readonly Point[])[], most: number): Iterable<string> {
  const corners = new Map<string, { readonly beside: Set<string>; area: number }>();
  for (const ring of rings)
    ring.forEach((point, i) => {
      const [before, after] = [ring.at(i - 1) ?? point, ring[(i + 1) % ring.length] ?? point];
      const corner = corners.get(keyOf(point)) ?? { beside: new Set(), area: 0 };
      corners.set(keyOf(point), corner);
      corner.beside.add(keyOf(before)).add(keyOf(after));
      // A ring of few corners would be another shape.
      const area = ring.length > FEWEST ? areaOf(before, point, after) : Infinity;
      corner.area = Math.max(corner.area, area);
    });
  const chosen = new Set<string>();
  [...corners]
    .filter(([, { beside, area }]) => beside.size === 2 && area <= most)
    .sort(([a, { area: m }], [b, { area: n }]) => m - n || (a < b ? -1 : 1))
    .forEach(([key, { beside }]) => {
      if (![...beside].some((one) => chosen.has(one))) chosen.add(key);
    });
  return chosen;
}

const areaOf = (a: Point, b: Point, c: Point): number =>
  Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

const same = (a: Point, b: Point | undefined): boolean => a[0] === b?.[0] && a[1] === b[1];

/** True for a point on the straight way from one to the other. */
function isBetween(before: Point, point: Point, after: Point): boolean {
  const [ax, ay] = [point[0] - before[0], point[1] - before[1]];
  const [bx, by] = [after[0] - point[0], after[1] - point[1]];
  return ax * by === ay * bx && ax * bx + ay * by > 0;
}

/** Steps from corner to corner; after `m`, and after an `l`, further ones need no letter. */
function steps(points: readonly Point[]): string {
  let letter = 'l';
  let text = '';
  points.slice(1).forEach(([x, y], i) => {
    const [fromX, fromY] = points[i] ?? [x, y];
    const [dx, dy] = [x - fromX, y - fromY];
    const next = dy === 0 ? 'h' : dx === 0 ? 'v' : 'l';
    const numbers = next === 'h' ? short(dx) : next === 'v' ? short(dy) : pair(dx, dy);
    text += next === 'l' && letter === 'l' ? joined(numbers) : next + numbers;
    letter = next;
  });
  return text;
}

const pair = (x: number, y: number): string => `${short(x)}${joined(short(y))}`;
const joined = (numbers: string): string => (numbers.startsWith('-') ? numbers : ` ${numbers}`);
/** A number without a needless zero or a rest of binary fractions. */
const short = (n: number): string => String(Math.round(n * 10) / 10).replace(/^(-?)0\./, '$1.');
