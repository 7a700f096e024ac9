/**
 * The outlines of a prerendered map in few bytes: on a coarser grid, and in the shortest words that SVG has. A corner
 * that two areas share goes to the same place in both, so no gap opens between them.
 */

type Point = readonly [x: number, y: number];

interface Line {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

const MAPS = /<svg\b[^>]*\bpart="?map\b[^>]*>.*?<\/svg>/gs;
const VIEW = /\bviewBox="0 0 (\d+)/;
const PATHS = / d="([^"]*)"/g;
/** A small island, as `dot` in `src/maps/drawing.ts` writes it. */
const DOT = /M([\d.-]+) ([\d.-]+)a([\d.]+) \3 0 1 0 ([\d.]+) 0a\3 \3 0 1 0 -\4 0z/g;
/** Steps that a map is wide: about its px where it stands beside its legend. */
const STEPS = 410;
/** Squares of the grid that may change sides for a corner less: see `spareCorners`. */
const SPARE = 2;
/** Corners of an outline from which on some may be left out. */
const FEWEST = 6;
const NONE: ReadonlySet<string> = new Set();

/** How lines are written: the grid, the radius of dots, and what is left out. */
interface Manner {
  readonly grid: number;
  readonly radius: string;
  readonly spare: ReadonlySet<string>;
}

/** The maps of a drawing with shorter outlines. */
export const withShortMaps = (markup: string): string =>
  markup.replace(MAPS, (map) => {
    const grid = Math.max(1, Math.round(Number(VIEW.exec(map)?.[1] ?? 0) / STEPS));
    const spare = spareCorners(
      [...map.matchAll(PATHS)].map(([, d = '']) => d),
      grid,
    );
    return map.replace(PATHS, (_whole, d: string) => ` d="${shortPath(d, grid, spare)}"`);
  });

/** A path in short, without corners that are spare; one that has more than lines and dots stays as it is. */
export function shortPath(d: string, grid: number, spare: ReadonlySet<string> = NONE): string {
  const dots: Line[] = [];
  let radius = '';
  const lines = linesIn(
    d.replace(DOT, (_whole, x: string, y: string, r: string) => {
      radius = r;
      dots.push({ points: [[Math.round(Number(x)), Math.round(Number(y))]], closed: true });
      return '';
    }),
  );
  return lines ? written([...lines, ...dots], { grid, radius, spare }) : d;
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

/** The lines and dots as one path, each from the beginning or end of the one before it. */
function written(lines: readonly Line[], { grid, radius, spare }: Manner): string {
  let path = '';
  let at: Point = [0, 0];
  for (const line of lines) {
    const isDot = line.closed && line.points.length === 1;
    const points = line.closed && !isDot ? onGrid(line.points, grid, spare) : slanted(line.points);
    const [start] = points;
    if (!start || (points.length < 2 && !isDot)) continue;
    // After M, numbers without a letter would be places; after m they are steps.
    path += `m${pair(start[0] - at[0], start[1] - at[1])}`;
    // An arc to just under its beginning is the whole circle.
    const arc = isDot ? `a${radius} ${radius} 0 110 .1` : '';
    path += arc + steps(points) + (line.closed ? 'z' : '');
    at = (line.closed ? start : points.at(-1)) ?? start;
  }
  return path;
}

/** The corners of an outline on the grid, without those that say nothing; an area that is too small keeps its own. */
function onGrid(
  points: readonly Point[],
  grid: number,
  spare: ReadonlySet<string>,
): readonly Point[] {
  const corners = snapped(points, grid).filter((point) => !spare.has(keyOf(point)));
  const bends = corners.filter((point, i) => {
    const before = corners.at(i - 1) ?? point;
    const after = corners[(i + 1) % corners.length] ?? point;
    return !isBetween(before, point, after);
  });
  return bends.length > 2 || grid === 1 ? bends : onGrid(points, 1, NONE);
}

/** The corners of an outline on the grid, each once. */
function snapped(points: readonly Point[], grid: number): readonly Point[] {
  const onSteps = points.map(([x, y]): Point => [
    Math.round(x / grid) * grid,
    Math.round(y / grid) * grid,
  ]);
  return onSteps.filter((point, i) => !same(point, onSteps.at(i - 1)));
}

const keyOf = ([x, y]: Point): string => `${x} ${y}`;

/**
 * The corners that hardly bend an outline: leaving one out moves less than `SPARE` of a square of the grid to the other
 * side. It is decided for all areas at once, so that neighbours leave out the same; where three borders meet stays.
 */
function spareCorners(paths: readonly string[], grid: number): ReadonlySet<string> {
  const spare = new Set<string>();
  let rings = paths
    .flatMap((d) => linesIn(d.replace(DOT, '')) ?? [])
    .flatMap(({ points, closed }) => (closed ? [snapped(points, grid)] : []));
  for (let before = -1; before < spare.size;) {
    before = spare.size;
    for (const key of flattest(rings, SPARE * grid * grid)) spare.add(key);
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

/** A line of a hatching on whole units, as slanted as it was. */
function slanted([start, ...rest]: readonly Point[]): readonly Point[] {
  if (!start) return [];
  const [x, y]: Point = [Math.round(start[0]), Math.round(start[1])];
  return [
    [x, y],
    ...rest.map((point): Point => [
      x + Math.round(point[0] - start[0]),
      y + Math.round(point[1] - start[1]),
    ]),
  ];
}

/** Steps from corner to corner; after `m`, and after an `l`, further ones need no letter. */
function steps(points: readonly Point[]): string {
  let letter = 'l';
  let text = '';
  points.slice(1).forEach(([x, y], i) => {
    const [fromX, fromY] = points[i] ?? [x, y];
    const [dx, dy] = [x - fromX, y - fromY];
    const next = dy === 0 ? 'h' : dx === 0 ? 'v' : 'l';
    const numbers = next === 'h' ? String(dx) : next === 'v' ? String(dy) : pair(dx, dy);
    text += next === 'l' && letter === 'l' ? joined(numbers) : next + numbers;
    letter = next;
  });
  return text;
}

const pair = (x: number, y: number): string => `${x}${joined(String(y))}`;
const joined = (numbers: string): string => (numbers.startsWith('-') ? numbers : ` ${numbers}`);
