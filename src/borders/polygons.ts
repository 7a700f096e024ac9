/** The polygons of a geometry in longitude and latitude, with what had to be left out. */
import type { Geometry, Position } from 'geojson';
import { boxOf, nestRings, ringArea, type Polygon, type Ring } from './rings.js';
import type { ToDegrees } from './systems.js';

export interface PolygonsOptions {
  /** Closed lines become areas. */
  readonly lines: boolean;
}

/** What a geometry gave. */
export interface Polygons {
  readonly polygons: readonly Polygon[];
  /** Rings without an area. */
  readonly flat: number;
  /** Points and lines that are no part of an area. */
  readonly others: number;
  /** A position that is no pair of numbers. */
  readonly broken: string | undefined;
}

/** Positions as numbers: a text has a decimal comma as Vietnamese programs write it. */
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

/** Visits every polygon, line and point of a geometry; collections are opened. */
export function polygonsOf(
  geometry: Geometry | null,
  to: ToDegrees,
  { lines }: PolygonsOptions,
): Polygons {
  const polygons: Polygon[] = [];
  let flat = 0;
  let others = 0;
  let broken: string | undefined;
  const ringOf = (positions: unknown): Ring => {
    const ring: Ring = [];
    for (const position of Array.isArray(positions) ? (positions as unknown[]) : []) {
      const [x, y] = Array.isArray(position)
        ? [numberIn(position[0]), numberIn(position[1])]
        : [NaN, NaN];
      if (!Number.isFinite(x) || !Number.isFinite(y))
        broken ??= JSON.stringify(position)?.slice(0, 60) ?? '?';
      else ring.push(to([x, y]));
    }
    const [first, last] = [ring[0], ring[ring.length - 1]];
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
    return ring;
  };
  const add = (rings: unknown): void => {
    const list = Array.isArray(rings) ? (rings as unknown[]).map(ringOf) : [];
    const [outer, ...holes] = list;
    if (!outer || !hasArea(outer)) flat += 1;
    else {
      const kept = holes.filter(hasArea);
      flat += holes.length - kept.length;
      polygons.push([outer, ...kept]);
    }
  };
  const closed = (candidates: unknown): void => {
    const list = Array.isArray(candidates) ? (candidates as Position[][]) : [];
    const rings = list.filter((line) => {
      const [first, last] = [line[0], line[line.length - 1]];
      return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
    });
    others += list.length - rings.length;
    polygons.push(...nestRings(rings.map(ringOf).filter(hasArea)));
  };
  const visit = (one: Geometry | null): void => {
    if (one?.type === 'Polygon') add(one.coordinates);
    else if (one?.type === 'MultiPolygon' && Array.isArray(one.coordinates))
      one.coordinates.forEach(add);
    else if (one?.type === 'GeometryCollection' && Array.isArray(one.geometries))
      one.geometries.forEach(visit);
    else if (lines && one?.type === 'LineString') closed([one.coordinates]);
    else if (lines && one?.type === 'MultiLineString') closed(one.coordinates);
    else if (one) others += 1;
  };
  visit(geometry);
  return { polygons, flat, others, broken };
}

function hasArea(ring: Ring): boolean {
  if (ring.length < 4) return false;
  const { west, south, east, north } = boxOf([ring]);
  return (
    Math.abs(ringArea(ring.map(([x = 0, y = 0]) => [x - west, y - south]))) >
    1e-9 * (east - west) * (north - south)
  );
}
