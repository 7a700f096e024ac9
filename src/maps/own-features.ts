/** The features of a file of borders, and the areas that they are of. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { ownMember } from '../api/own-member.js';
import { boxOfRing, type Part } from './own-parts.js';

export type { Feature, Geometry };

export interface OwnGeometryOptions {
  /** The property that identifies a feature; `id` means the feature's own id, else that property. */
  readonly key: string;
  /** The object of a TopoJSON file; the first where absent. */
  readonly object: string | undefined;
  /** True for the nation: only what lies east of its mainland is far, however few areas a file has. */
  readonly isNation?: boolean;
  /** The area that an id, a bare code or a name stands for; `undefined` for none. */
  readonly match: (name: string) => string | undefined;
}

/** What is wrong with a file of borders, and where. */
export class GeometryError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
    this.name = 'GeometryError';
  }
}

/** The features of GeoJSON, or of an object of TopoJSON. */
export function featuresOf(raw: unknown, object: string | undefined): Feature[] {
  const file = raw as Partial<FeatureCollection> | Partial<Topology> | null;
  if (file?.type === 'FeatureCollection' && Array.isArray(file.features)) return file.features;
  if (file?.type !== 'Topology' || !file.objects) {
    throw new GeometryError('type', 'a GeoJSON FeatureCollection or a TopoJSON Topology');
  }
  const name = object ?? Object.keys(file.objects)[0] ?? '';
  const chosen = ownMember(file.objects, name);
  if (!chosen) throw new GeometryError('objects', `no object "${name}"`);
  try {
    const made: Feature | FeatureCollection = feature(file as Topology, chosen);
    return made.type === 'FeatureCollection' ? made.features : [made];
  } catch (error) {
    throw new GeometryError('arcs', `a broken topology (${String(error)})`);
  }
}

/** The areas that the features are of, and the names that no area has. */
export function matchFeatures(features: readonly (Feature | null)[], options: OwnGeometryOptions) {
  const unmatched: string[] = [];
  const parts: Part[] = [];
  const matched = new Map<Feature, string>();
  const key = keyIn(features, options);
  for (const item of features) {
    // Empty entries are skipped, because files that were drawn by hand have gaps.
    if (!item) continue;
    const name = nameOf(item, key);
    const id = name === undefined ? undefined : options.match(name);
    if (id === undefined) unmatched.push(name ?? '(no key)');
    else {
      matched.set(item, id);
      for (const part of partsOf(id, item.geometry)) parts.push(part);
    }
  }
  return { parts, matched, unmatched };
}

/**
 * The property to read: the one asked for, but where it only counts the features (`OBJECTID`), the one
 * whose names mean an area each. Running numbers are no codes: 1 would be Hà Nội wherever it lies.
 */
function keyIn(features: readonly (Feature | null)[], { key, match }: OwnGeometryOptions): string {
  const all = features.filter((item) => item !== null);
  const values = all.map((item) => nameOf(item, key) ?? '');
  if (!isRunning(values)) return key;
  const properties = Object.keys(all[0]?.properties ?? {});
  const named = properties.find((name) => {
    const texts = all.map(({ properties: attributes }) => attributes?.[name] as unknown);
    if (!texts.every((text) => typeof text === 'string' && /\p{L}/u.test(text))) return false;
    const ids = texts.map((text) => match(text as string));
    return !ids.includes(undefined) && new Set(ids).size === ids.length;
  });
  if (named !== undefined) return named;
  throw new GeometryError(
    'features',
    `codes or names of areas: "${key}" only counts from ${values[0]} to ${values.length}; say the right property with geo-key (there are: ${properties.join(', ')})`,
  );
}

/** Whether values are 1, 2, 3 … n, or from 0, in any order. */
function isRunning(values: readonly string[]): boolean {
  if (values.length < 3 || !values.every((value) => /^\d{1,6}$/.test(value))) return false;
  const sorted = values.map(Number).sort((a, b) => a - b);
  const first = sorted[0] ?? 2;
  return first <= 1 && sorted.every((value, i) => value === first + i);
}

function nameOf({ id, properties }: Feature, key: string): string | undefined {
  const value =
    key === 'id' ? (id ?? (properties?.['id'] as unknown)) : (properties?.[key] as unknown);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The polygons of a geometry; collections are opened, lines and points are none. */
function polygonsIn(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsIn);
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** Why no feature can be drawn. */
export function nothingToDraw(
  features: readonly (Feature | null)[],
  matched: ReadonlyMap<Feature, string>,
  key: string,
): GeometryError {
  if (matched.size === 0) {
    // Metres and swapped latitude first, because a right key would not help.
    for (const item of features) if (item) partsOf(nameOf(item, key) ?? '?', item.geometry);
    const there = Object.keys(features.find((item) => item)?.properties ?? {});
    const hint = there.length > 0 ? `; there are: ${there.join(', ')}` : '';
    return new GeometryError('features', `none matches an area of the data (key "${key}"${hint})`);
  }
  const types = new Set([...matched.keys()].map(({ geometry }) => geometry?.type ?? 'null'));
  return new GeometryError(
    'features',
    `polygons are expected, these are ${[...types].join(', ')}; closed lines become areas with "npx tcns-data borders FILE --lines"`,
  );
}

function partsOf(id: string, geometry: Geometry | null): Part[] {
  const polygons = polygonsIn(geometry);
  const lists = Array.isArray(polygons) ? [...polygons, ...polygons.flat()] : [polygons];
  if (!lists.every(Array.isArray)) throw new GeometryError('features', `no coordinates of "${id}"`);
  for (const [lon = NaN, lat = NaN] of polygons.flat().flat()) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) < 90)) {
      throw new GeometryError(
        'features',
        `longitude and latitude in degrees (CRS84), not [${lon}, ${lat}] of "${id}"${otherSystem(lon, lat)}`,
      );
    }
  }
  return polygons
    .filter((polygon) => (polygon[0]?.length ?? 0) >= 3)
    .map((polygon) => ({ id, polygon, box: boxOfRing(polygon[0] ?? []) }));
}

/** What coordinates seem to be that are no degrees, and the way out. */
function otherSystem(x: number, y: number): string {
  const command = '"npx tcns-data borders FILE --area AREA --out v1" writes degrees';
  if (x > 5 && x < 25 && y > 100 && y < 120) return ': latitude stands in front of longitude';
  if (x > 11e6 && x < 13.3e6 && y > 6e5 && y < 2.9e6)
    return `: these are metres of Web Mercator (EPSG:3857); ${command}`;
  if (Math.abs(x) < 2e6 && y > 6e5 && y < 2.9e6)
    return `: these are metres, as of VN-2000; ${command}`;
  return '';
}
