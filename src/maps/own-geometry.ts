/**
 * Borders that a page brings: GeoJSON or TopoJSON, any winding, any extent in degrees. Loaded with
 * d3-geo and topojson-client only where a page has such a file.
 */
import type { ArchipelagoPoints, Mainland } from './drawing.js';
import {
  featuresOf,
  matchFeatures,
  nothingToDraw,
  type Feature,
  type OwnGeometryOptions,
} from './own-features.js';
import { mainlandParts, nearParts, ordinate, union, type Part } from './own-parts.js';
import { shapesOf, withDots } from './own-shapes.js';

export { GeometryError } from './own-features.js';
export type { Feature, Geometry, OwnGeometryOptions } from './own-features.js';

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

/**
 * Places the features of a file of borders.
 *
 * @param raw - parsed JSON
 * @throws GeometryError for what is neither GeoJSON nor TopoJSON, and where no feature is known
 */
export function ownGeometry(raw: unknown, options: OwnGeometryOptions): OwnGeometry {
  return placeGeometry(featuresOf(raw, options.object), options);
}

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
