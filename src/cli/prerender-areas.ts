/**
 * The areas of a prerendered map as few outlines. No script reads them one by one, so areas of one colour are one
 * outline, each border inside it is drawn once, and their names and figures are a list beside the picture, which is read
 * without a pointer, too.
 */
import {
  gridOf,
  keyOf,
  linesOf,
  onUnits,
  shortPath,
  snapped,
  spareCorners,
  withoutStraight,
  written,
  type Line,
  type Point,
} from './prerender-paths.js';

/** The figures of a map, as its areas say them, in words for a list. */
export interface AreaWords {
  /** What opens the list. */
  readonly title: string;
  /** What an area without a figure says. */
  readonly noData: string;
  /** Stands for all areas without a figure. */
  readonly others: string;
}

const MAPS = /<svg\b[^>]*\bpart="?map\b[^>]*>.*?<\/svg>/gs;
const PATHS = / d="([^"]*)"/g;
/** The panel of the area that a reader has chosen, which holds a hint without a script. */
const PANEL = /(<div class="detail\b[^>]*>)(.*?<\/p>)/;
const AREAS = /<g role="presentation">((?:<path [^>]*><\/path>)+)<\/g>/;
const AREA =
  /<path class="([^"]*)" d="([^"]*)" role="img" aria-label="([^"]*)"><\/path>|<path [^>]*><\/path>/g;
const HATCH = /<path class="hatch" d="([^"]*)" aria-hidden="true"><\/path>/;
/** The hatching of a legend. */
const SWATCH = /(<path class="hatch[^"]*" d=")(M[^"]*)/g;
const SIZE = /\bviewBox="0 0 (\d+) (\d+)"/;
/** Areas without a figure that are named in the list; of more it says that there are others. */
const FEW = 3;

interface Area {
  readonly look: string;
  readonly lines: readonly Line[];
  readonly name: string;
  readonly figure: string;
}

/** The maps of a drawing with few and short outlines, and their figures as a list. */
export function withShortMaps(markup: string, words: AreaWords): string {
  let list = '';
  const drawn = markup.replace(MAPS, (map) => {
    const merged = mergedMap(map, words);
    list += merged?.list ?? '';
    return (merged?.map ?? map).replace(PATHS, (whole, d: string) =>
      d.startsWith('M') ? ` d="${shortPath(d)}"` : whole,
    );
  });
  return drawn
    .replace(SWATCH, (_whole, start: string, d: string) => start + shortPath(d))
    .replace(PANEL, (_whole, start: string, hint: string) => start + hint + list);
}

/** A map with merged areas, and their names and figures as a list; undefined where the areas cannot be read. */
function mergedMap(map: string, words: AreaWords): { map: string; list: string } | undefined {
  const group = AREAS.exec(map);
  const areas = group && areasIn(group[1] ?? '');
  const [, width = '', height = ''] = SIZE.exec(map) ?? [];
  if (!group || !areas || !height) return undefined;
  const grid = gridOf(map);
  const [, lines = ''] = HATCH.exec(map) ?? [];
  const gap = gapOf(lines);
  const pattern = gap ? hatching(gap / grid, Number(width) / grid, Number(height) / grid) : '';
  const paths = outlines(areas, grid).map(({ look, d }) =>
    pattern && /\bnone\b/.test(look)
      ? `<path class="shape" fill="url(#no)" d="${d}"></path>`
      : `<path class="${look}" d="${d}"></path>`,
  );
  const scale = grid === 1 ? '' : ` transform="scale(${grid})"`;
  return {
    map: map
      .replace(HATCH, pattern ? '' : '$&')
      .replace(AREAS, () => `<g${scale}>${pattern}${paths.join('')}</g>`)
      .replace('role="group"', 'role="img"'),
    list: listOf(areas, words),
  };
}

/** The areas of a map; undefined where one of them has another form. */
function areasIn(paths: string): Area[] | undefined {
  const areas: Area[] = [];
  for (const [, look, d = '', label = ''] of paths.matchAll(AREA)) {
    const lines = linesOf(d);
    if (look === undefined || !lines) return undefined;
    const colon = label.lastIndexOf(': ');
    areas.push({ look, lines, name: label.slice(0, colon), figure: label.slice(colon + 2) });
  }
  return areas;
}

/** Names and figures, those of one figure in one line. */
function listOf(areas: readonly Area[], { title, noData, others }: AreaWords): string {
  const byFigure = new Map<string, string[]>();
  for (const { name, figure } of areas) {
    const names = byFigure.get(figure);
    if (names) names.push(name);
    else byFigure.set(figure, [name]);
  }
  const missing = byFigure.get(noData) ?? [];
  byFigure.delete(noData);
  if (missing.length > 0) byFigure.set(noData, missing.length > FEW ? [others] : missing);
  const lines = [...byFigure].map(([figure, names]) => `<li>${names.join(', ')}: ${figure}</li>`);
  return `<details class="each"><summary>${title}</summary><ul>${lines.join('')}</ul></details>`;
}

/** The outlines by look, and last the borders inside them. */
function outlines(areas: readonly Area[], grid: number): { look: string; d: string }[] {
  const rings = areas.flatMap(({ lines }) => lines.filter(isRing));
  const spare = spareCorners(rings.map(({ points }) => snapped(points, grid)));
  const byLook = new Map<string, { edges: Edges; rest: Line[] }>();
  const inner = new Edges();
  for (const { look, lines } of areas) {
    const one = byLook.get(look) ?? { edges: new Edges(), rest: [] };
    byLook.set(look, one);
    for (const line of lines) {
      const corners = isRing(line)
        ? snapped(line.points, grid).filter((point) => !spare.has(keyOf(point)))
        : [];
      // What is too small for the grid, and an island that is a dot, stay as they are.
      if (withoutStraight(corners, true).length > 2) one.edges.addRing(corners, inner);
      else one.rest.push(onUnits(line, grid));
    }
  }
  const all = [...byLook].map(([look, { edges, rest }]) => ({
    look,
    d: written([...edges.trails(true), ...rest]),
  }));
  const borders = written(inner.trails(false));
  return borders ? [...all, { look: 'shape between', d: borders }] : all;
}

const isRing = ({ closed, radius }: Line): boolean => closed && radius === undefined;

/** Pieces of borders, without direction. */
class Edges {
  private readonly beside = new Map<string, Map<string, Point>>();
  private readonly places = new Map<string, Point>();

  /** Adds the edges of a ring; one that is there already lies between two rings, and goes to those inside. */
  addRing(ring: readonly Point[], inner: Edges): void {
    const single = new Edges();
    ring.forEach((point, i) => single.toggle(ring.at(i - 1) ?? point, point));
    for (const [from, to] of single.all()) if (!this.toggle(from, to)) inner.add(from, to);
  }

  /** Adds an edge, or takes away one that is there; true where it was added. */
  private toggle(from: Point, to: Point): boolean {
    const isNew = !this.beside.get(keyOf(from))?.has(keyOf(to));
    if (isNew) this.add(from, to);
    else this.take(from, to);
    return isNew;
  }

  /** Each edge once. */
  private all(): [Point, Point][] {
    return [...this.beside].flatMap(([key, ends]) =>
      [...ends]
        .filter(([end]) => key < end)
        .map(([, to]): [Point, Point] => [this.places.get(key) ?? to, to]),
    );
  }

  private add(from: Point, to: Point): void {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const key = keyOf(one);
      this.places.set(key, one);
      const beside = this.beside.get(key) ?? new Map<string, Point>();
      this.beside.set(key, beside.set(keyOf(other), other));
    }
  }

  private take(from: Point, to: Point): void {
    this.beside.get(keyOf(from))?.delete(keyOf(to));
    this.beside.get(keyOf(to))?.delete(keyOf(from));
  }

  /** All edges as lines, as few as greed finds; they are gone from here then. */
  trails(closed: boolean): Line[] {
    const isOdd = (key: string): boolean => (this.beside.get(key)?.size ?? 0) % 2 === 1;
    const starts = [...this.places.keys()];
    return [...starts.filter(isOdd), ...starts].flatMap((key) => {
      const start = this.places.get(key);
      const points = start ? this.walk(start) : [];
      if (points.length < 2) return [];
      if (closed) points.pop();
      return [{ points: withoutStraight(points, closed), closed }];
    });
  }

  private walk(start: Point): Point[] {
    const points = [start];
    for (let at = start; ;) {
      const [next] = this.beside.get(keyOf(at))?.values() ?? [];
      if (!next) return points;
      this.take(at, next);
      points.push(next);
      at = next;
    }
  }
}

/** The distance of hatching lines, all of which x + y is a multiple of; 0 where there are too few to know it. */
function gapOf(path: string): number {
  const sums = [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)]
    .map(([, x, y]) => Number(x) + Number(y))
    .sort((a, b) => a - b);
  const [first = 0, last = 0] = [sums[0], sums.at(-1)];
  // The places are written in tenths, so what is less than a unit is one line.
  const steps = sums.map((sum, i) => sum - (sums[i - 1] ?? sum)).filter((step) => step > 1);
  if (steps.length === 0) return 0;
  const about = Math.min(...steps);
  const from = Math.round(first / about);
  const gap = (last - first) / Math.round((last - first) / about);
  return from === 0 ? gap : last / Math.round(last / gap);
}

/**
 * Hatching as one pattern that is as large as the map. Its lines are the dashes of one line that is as broad as the map
 * and crosses them. The widget itself draws lines, because pages with `<base>` and other shadow roots once lost patterns.
 */
function hatching(gap: number, width: number, height: number): string {
  const size = Math.ceil(Math.max(width, height));
  const between = gap / Math.SQRT2;
  const line = between * 0.07;
  const [on, off] = [line, between - line].map((length) => length.toFixed(3));
  return (
    `<pattern id="no" patternUnits="userSpaceOnUse" width="${size}" height="${size}">` +
    `<path class="none" d="m0 0h${size}v${size}H0z"></path>` +
    `<path class="lines" d="m0 0l${size} ${size}" stroke-width="${2 * size}" stroke-dasharray="${on} ${off}" stroke-dashoffset="${(line / 2).toFixed(3)}"></path></pattern>`
  );
}
