/** The built-in map of the nation, each edition loaded only when it is drawn. */
import type { Area } from '../api/figures.js';
import type { Edition } from '../domain/editions.js';
import { dot, type ArchipelagoPoints, type DrawnShape, type Mainland } from './drawing.js';
import { archipelagosOf, provincesOf, PROVINCES } from './nation-common.js';
import type { BuiltInMap, Projection } from './types.js';

/** Everything that a map of the nation needs beside its figures. */
export interface Nation {
  /** The provinces of the edition, by id. */
  readonly areas: Readonly<Record<string, Area>>;
  /** All provinces of both editions. */
  readonly known: Readonly<Record<string, Area>>;
  /** Those of 2008, where the edition is 2025. */
  readonly former: Readonly<Record<string, Area>> | undefined;
  readonly mainland: Mainland;
  /** The archipelagos' islands in the mainland's units, with labels in a language. */
  readonly archipelagos: (language: string) => ArchipelagoPoints[];
}

/** Units of the radius of an island that is too small for an outline. */
const ISLAND = 3;

/** Loads the outlines of an edition. */
export async function nationOutlines(edition: Edition): Promise<Nation> {
  const { MAP } = await (edition === '2008'
    ? import('./provinces-2008.generated.js')
    : import('./provinces-2025.generated.js'));
  return {
    areas: provincesOf(edition),
    known: PROVINCES,
    former: edition === '2025' ? provincesOf('2008') : undefined,
    mainland: { kind: 'outlines', width: MAP.width, height: MAP.height, shapes: outlines(MAP) },
    archipelagos: (language) =>
      archipelagosOf('vn', edition, language, (lon, lat) => project(MAP, lon, lat)),
  };
}

function outlines({ edition, provinces, dots }: BuiltInMap): DrawnShape[] {
  const islands: Record<string, string> = {};
  for (const [owner, x, y] of dots) islands[owner] = (islands[owner] ?? '') + dot(x, y, ISLAND);
  return provinces.map(([code, path, x, y]) => ({
    id: `${code}@${edition}`,
    path,
    islands: islands[code] ?? '',
    x,
    y,
  }));
}

/** The point of a place on a built-in map, in the map's units: x to the right, y downwards. Not rounded. */
export function project(map: Projection, lon: number, lat: number): [x: number, y: number] {
  const ordinate = (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
  return [(lon - map.x0) * map.k, (map.y0 - ordinate) * map.k];
}
