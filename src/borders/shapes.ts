/** What a row of a file draws: its polygons and lines as typed arrays, of GeoJSON or of a shapefile. */
import { chained, isClosed } from './chained-lines.js';
import { lobesOf } from './lobes.js';
import { boxOf, hasArea, liesIn, nestRings, ringArea, type Polygon, type Ring } from './rings.js';

export interface Shape {
  readonly polygons: readonly Polygon[];
  readonly lines: readonly Ring[];
  /** Points, and whatever else is no area and no line. */
  readonly points: number;
  /** The first position that is no pair of numbers. */
  readonly broken: string | undefined;
}

/** The polygons of a shape that have an area, with what had to be left out. */
export interface Areas {
  readonly polygons: readonly Polygon[];
  /** Rings without an area. */
  readonly flat: number;
  /** Rings that crossed or touched themselves, and are several now. */
  readonly crossed: number;
  /** Rings whose line crosses itself in small loops, which stay. */
  readonly loops: number;
  /** Rings that cross themselves in so many places that they stay as they are. */
  readonly tangled: number;
  /** Holes that are the outer ring once more: as holes they would take the whole area away. */
  readonly doubled: number;
  /** Points and lines that are no part of an area. */
  readonly others: number;
}

/** A shape's areas; closed lines, or pieces that close, become areas where `lines` is true. */
export function areasOf({ polygons, lines, points }: Shape, options: { lines: boolean }): Areas {
  let [flat, doubled, crossed, loops, tangled] = [0, 0, 0, 0, 0];
  const areas: Polygon[] = [];
  const simple = (ring: Ring): readonly Ring[] => {
    const lobes = lobesOf(ring);
    if (!lobes) tangled += 1;
    else if (lobes.rings.length > 1) crossed += 1;
    if (lobes?.hasLoops) loops += 1;
    return lobes?.rings ?? [ring];
  };
  for (const [outer, ...holes] of polygons) {
    const lobes = outer ? simple(outer).filter(hasArea) : [];
    const [first] = lobes;
    if (!outer || !first) {
      flat += 1 + holes.length;
      continue;
    }
    const kept = holes.flatMap(simple).filter(hasArea);
    flat += Math.max(0, holes.length - kept.length);
    const real = kept.filter((hole) => !isSame(hole, outer));
    doubled += kept.length - real.length;
    // Some programs put every ring of a unit into one polygon.
    if (lobes.length === 1 && real.every((hole) => liesIn(hole, first)))
      areas.push([first, ...real]);
    else areas.push(...nestRings([...lobes, ...real]));
  }
  const whole = options.lines ? chained(lines) : lines;
  const closed = options.lines ? whole.filter((line) => isClosed(line) && hasArea(line)) : [];
  if (closed.length > 0) areas.push(...nestRings(closed));
  return {
    polygons: areas,
    flat,
    doubled,
    crossed,
    loops,
    tangled,
    others: points + whole.length - closed.length,
  };
}

/** Whether two rings have one box and one area. */
function isSame(a: Ring, b: Ring): boolean {
  const [one, other] = [boxOf([a]), boxOf([b])];
  const size = Math.abs(ringArea(b));
  return (
    one.west === other.west &&
    one.east === other.east &&
    one.south === other.south &&
    one.north === other.north &&
    Math.abs(Math.abs(ringArea(a)) - size) <= size * 1e-9
  );
}

/** Numbers of a file: a text has a decimal comma as Vietnamese programs write it. */
export function numberIn(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return NaN;
  const text = value.trim().replace(/[\s\u00a0]/g, '');
  if (!/^[-+]?[\d.,]+$/.test(text)) return NaN;
  const [commas, points] = [text.split(',').length - 1, text.split('.').length - 1];
  if (commas > 0 && points > 0) {
    const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
    const other = decimal === ',' ? '.' : ',';
    return Number(text.replaceAll(other, '').replace(decimal, '.'));
  }
  if (commas > 1) return Number(text.replaceAll(',', ''));
  if (points > 1) return Number(text.replaceAll('.', ''));
  return Number(text.replace(',', '.'));
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isPosition = (value: unknown): boolean =>
  isList(value) && value.length > 0 && !isList(value[0]);

/** How many positions some coordinates of GeoJSON have, at any depth. */
function countOf(coordinates: unknown): number {
  if (!isList(coordinates)) return 0;
  if (isPosition(coordinates)) return 1;
  let count = 0;
  // A line is counted by its first position, because it may be long.
  if (isPosition(coordinates[0])) return coordinates.length;
  for (const one of coordinates) count += countOf(one);
  return count;
}

interface GeoJsonGeometry {
  readonly type?: unknown;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

const partsOf = (geometry: unknown): readonly GeoJsonGeometry[] => {
  if (typeof geometry !== 'object' || geometry === null) return [];
  const { type, geometries } = geometry as GeoJsonGeometry;
  if (type !== 'GeometryCollection') return [geometry];
  return isList(geometries) ? geometries.flatMap(partsOf) : [];
};

/** Shapes of geometries of GeoJSON, all in one array; collections are opened and heights dropped. */
export function shapesOf(geometries: readonly unknown[]): {
  xy: Float64Array;
  shapes: (Shape | undefined)[];
} {
  const all = geometries.map(partsOf);
  let total = 0;
  for (const parts of all) for (const { coordinates } of parts) total += countOf(coordinates);
  const xy = new Float64Array(total * 2);
  const writer = new ShapeWriter(xy);
  return {
    xy,
    shapes: all.map((parts) => (parts.length === 0 ? undefined : writer.shape(parts))),
  };
}

/** Writes positions into one array, a shape after the other. */
class ShapeWriter {
  private at = 0;
  private broken: string | undefined;

  constructor(private readonly xy: Float64Array) {}

  shape(parts: readonly GeoJsonGeometry[]): Shape {
    this.broken = undefined;
    const polygons: Polygon[] = [];
    const lines: Ring[] = [];
    let points = 0;
    for (const { type, coordinates } of parts) {
      const list = isList(coordinates) ? coordinates : [];
      if (type === 'Polygon') polygons.push(this.lines(list));
      else if (type === 'MultiPolygon')
        for (const polygon of list) polygons.push(this.lines(isList(polygon) ? polygon : []));
      else if (type === 'LineString') lines.push(this.line(list));
      else if (type === 'MultiLineString') lines.push(...this.lines(list));
      else points += 1;
    }
    return { polygons, lines, points, broken: this.broken };
  }

  private readonly lines = (list: readonly unknown[]): Ring[] => list.map(this.line);

  private readonly line = (positions: unknown): Ring => {
    const start = this.at;
    for (const position of isList(positions) ? positions : []) {
      const [x, y] = isList(position) ? [numberIn(position[0]), numberIn(position[1])] : [NaN, NaN];
      if (Number.isFinite(x) && Number.isFinite(y)) {
        this.xy[this.at++] = x;
        this.xy[this.at++] = y;
      } else this.broken ??= JSON.stringify(position)?.slice(0, 60) ?? '?';
    }
    return this.xy.subarray(start, this.at);
  };
}
