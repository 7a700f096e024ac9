/**
 * Borders that a page brings: GeoJSON or TopoJSON, any winding, any extent in degrees. Loaded with
 * d3-geo and topojson-client only where a page has such a file.
 */
import { ownMember } from '../api/own-member.js';
import { geoPath, geoTransform } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { ArchipelagoPoints, DrawnShape, Mainland } from './drawing.js';

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

/** What a file of borders gives a map. */
export interface OwnGeometry {
  readonly mainland: Mainland;
  /** The mainland for a width in px: islands too small to see are dots there. */
  mainlandAt(pixels: number): Mainland;
  /** Parts too far off to be drawn without shrinking the rest, by area. */
  readonly far: readonly Omit<ArchipelagoPoints, 'lines'>[];
  /** Features that no area of the data is known for. */
  readonly unmatched: readonly string[];
  /** The area of each feature that is known. */
  readonly matched: ReadonlyMap<Feature, string>;
  /** Longitude and latitude to the drawing's units. */
  project(lon: number, lat: number): [number, number];
}

/** Units of the drawing's height. */
const HEIGHT = 1000;
/** A part farther from the rest than this share of the rest's size goes to an inset. */
const FAR = 0.6;

/** px across: an island of fewer is drawn as a dot of this size. */
const DOT = 6;

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

/**
 * Places the features of a file of borders.
 *
 * @param raw - parsed JSON
 * @throws GeometryError for what is neither GeoJSON nor TopoJSON, and where no feature is known
 */
export function ownGeometry(raw: unknown, options: OwnGeometryOptions): OwnGeometry {
  return placeGeometry(featuresOf(raw, options.object), options);
}

function featuresOf(raw: unknown, object: string | undefined): Feature[] {
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

interface Part {
  readonly id: string;
  readonly polygon: Position[][];
  readonly box: Box;
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Mercator's ordinate, in degrees, so that both axes have one unit. */
const ordinate = (lat: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

function placeGeometry(
  features: readonly (Feature | null)[],
  options: OwnGeometryOptions,
): OwnGeometry {
  const { parts, matched, unmatched } = matchFeatures(features, options);
  if (parts.length === 0) throw nothingToDraw(features, matched, options.key);
  const near = options.isNation ? mainlandParts(parts) : nearParts(parts);
  const box = [...near].map((p) => p.box).reduce(union);
  const k = HEIGHT / Math.max(1e-9, box.north - box.south);
  const project = (lon: number, lat: number): [number, number] => [
    (lon - box.west) * k,
    (box.north - ordinate(lat)) * k,
  ];
  const nearby = parts.filter((part) => near.has(part));
  const mainland: Mainland = {
    kind: 'outlines',
    width: Math.max(1, (box.east - box.west) * k),
    height: HEIGHT,
    shapes: shapesOf(nearby, project),
  };
  return {
    mainland,
    mainlandAt: withDots(mainland, nearby, box, k, project),
    matched,
    far: farGroups(
      parts.filter((p) => !near.has(p)),
      project,
    ),
    unmatched,
    project,
  };
}

/** The areas that the features are of, and the names that no area has. */
function matchFeatures(features: readonly (Feature | null)[], options: OwnGeometryOptions) {
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

function nothingToDraw(
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

function boxOfRing(ring: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of ring) {
    const y = ordinate(lat);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

const union = (a: Box, b: Box): Box => ({
  west: Math.min(a.west, b.west),
  south: Math.min(a.south, b.south),
  east: Math.max(a.east, b.east),
  north: Math.max(a.north, b.north),
});

/** Degrees: the mainland of the country ends at 109.5° E, the archipelagos begin at 111° E. */
const EAST = 110.5;

function mainlandParts(parts: readonly Part[]): Set<Part> {
  const inland = parts.filter(({ box }) => box.west < EAST);
  return inland.length > 0 ? new Set(inland) : nearParts(parts);
}

/** The parts that lie together: beginning with the largest, those not far from what is gathered. */
function nearParts(parts: readonly Part[]): Set<Part> {
  const size = ({ box }: Part) => (box.east - box.west) * (box.north - box.south);
  const bySize = [...parts].sort((a, b) => size(b) - size(a));
  const first = bySize[0];
  if (!first) return new Set();
  const near = new Set([first]);
  let box = first.box;
  for (let grown = true; grown;) {
    grown = false;
    for (const part of bySize) {
      if (
        near.has(part) ||
        gapBetween(box, part.box) > FAR * Math.max(box.east - box.west, box.north - box.south)
      ) {
        continue;
      }
      near.add(part);
      box = union(box, part.box);
      grown = true;
    }
  }
  return near;
}

function gapBetween(a: Box, b: Box): number {
  const x = Math.max(0, a.west - b.east, b.west - a.east);
  const y = Math.max(0, a.south - b.north, b.south - a.north);
  return Math.hypot(x, y);
}

function shapesOf(
  parts: readonly Part[],
  project: (lon: number, lat: number) => [number, number],
): DrawnShape[] {
  const byId = new Map<string, Part[]>();
  for (const part of parts) byId.set(part.id, [...(byId.get(part.id) ?? []), part]);
  // A planar transform: the winding of a ring, which d3's spherical projections depend on, is free.
  const path = geoPath(
    geoTransform({
      point(lon, lat) {
        const [x, y] = project(lon, lat);
        this.stream.point(Math.round(x * 10) / 10, Math.round(y * 10) / 10);
      },
    }),
  );
  return [...byId].map(([id, areaParts]) => {
    const geometry: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: areaParts.map((p) => p.polygon),
    };
    const [x, y] = path.centroid(geometry);
    return { id, path: path(geometry) ?? '', x, y };
  });
}

/** A mainland with dots: in place of islands that stand alone and have fewer px than a dot. */
function withDots(
  mainland: Mainland,
  parts: readonly Part[],
  box: Box,
  k: number,
  project: (lon: number, lat: number) => [number, number],
): (pixels: number) => Mainland {
  const sized = parts
    .map((part) => ({
      part,
      x: ((part.box.west + part.box.east) / 2 - box.west) * k,
      y: (box.north - (part.box.south + part.box.north) / 2) * k,
      size: Math.max(part.box.east - part.box.west, part.box.north - part.box.south) * k,
    }))
    .sort((a, b) => b.size - a.size);
  let last: { pixels: number; drawn: Mainland } | undefined;
  return (pixels) => {
    if (last?.pixels === pixels) return last.drawn;
    const across = (DOT * mainland.width) / Math.max(1, pixels);
    const dots = new Map<string, string>();
    const rest: Part[] = [];
    const seen = new Map<string, typeof sized>();
    for (const one of sized) {
      const { part, x, y, size } = one;
      const earlier = seen.get(part.id) ?? [];
      // Beside a larger part, or another dot, of the same area it is no mark of its own.
      const isAlone = earlier.every(
        (other) => Math.hypot(other.x - x, other.y - y) >= across + other.size / 2,
      );
      if (isAlone) seen.set(part.id, [...earlier, one]);
      if (isAlone && size < across)
        dots.set(part.id, (dots.get(part.id) ?? '') + octagon(x, y, across / 2));
      else if (size >= across) rest.push(part);
    }
    const drawn =
      dots.size > 0 ? { ...mainland, shapes: dotted(mainland, dots, rest, project) } : mainland;
    last = { pixels, drawn };
    return drawn;
  };
}

function dotted(
  { shapes }: Mainland,
  dots: ReadonlyMap<string, string>,
  rest: readonly Part[],
  project: (lon: number, lat: number) => [number, number],
): DrawnShape[] {
  const large = new Map(
    shapesOf(
      rest.filter(({ id }) => dots.has(id)),
      project,
    ).map(({ id, path }) => [id, path]),
  );
  return shapes.map((shape) => {
    const dot = dots.get(shape.id);
    return dot ? { ...shape, path: (large.get(shape.id) ?? '') + dot } : shape;
  });
}

/** Straight lines, because rings and hatching are made of the corners of a path. */
function octagon(x: number, y: number, radius: number): string {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => {
    const turn = ((i + 0.5) * Math.PI) / 4;
    const [dx, dy] = [Math.cos(turn) * radius, Math.sin(turn) * radius];
    return `${Math.round((x + dx) * 10) / 10},${Math.round((y + dy) * 10) / 10}`;
  });
  return `M${corners.join('L')}Z`;
}

function farGroups(
  parts: readonly Part[],
  project: (lon: number, lat: number) => [number, number],
) {
  const groups = new Map<string, [number, number][]>();
  for (const { id, polygon } of parts) {
    const [lon = 0, lat = 0] = polygon[0]?.[0] ?? [];
    groups.set(id, [...(groups.get(id) ?? []), project(lon, lat)]);
  }
  return [...groups].map(([areaId, points]) => ({ key: `far-${areaId}`, areaId, points }));
}
