/** The built-in maps of the nation, each edition loaded only when it is drawn. */
import type { Area } from '../data/schemas.js';
import { editionOf, type Edition } from '../domain/editions.js';
import { dot, type ArchipelagoPoints, type DrawnShape, type Mainland } from './drawing.js';
import { project } from './project.js';
import type { Archipelago, BuiltInMap, TileGrid } from './types.js';

/** Everything that a map of the nation needs beside its figures. */
export interface Nation {
  /** The provinces of the edition, by id. */
  readonly areas: Readonly<Record<string, Area>>;
  readonly mainland: Mainland;
  /** The archipelagos' islands in the mainland's units, with labels in a language. */
  archipelagos(language: string): ArchipelagoPoints[];
}

/** Units of the radius of an island that is too small for an outline. */
const ISLAND = 3;

/** Loads the outlines of an edition. */
export async function nationOutlines(edition: Edition): Promise<Nation> {
  const [{ MAP }, common] = await Promise.all([
    edition === '2008'
      ? import('./provinces-2008.generated.js')
      : import('./provinces-2025.generated.js'),
    import('./nation-common.js'),
  ]);
  const shapes = outlines(MAP);
  return {
    areas: provincesOf(common.PROVINCES, edition),
    mainland: { kind: 'outlines', width: MAP.width, height: MAP.height, shapes },
    archipelagos: (language) =>
      common.ARCHIPELAGOS.map((group) =>
        placed(group, edition, language, (lon, lat) => project(MAP, lon, lat)),
      ),
  };
}

/** Loads the tile grid of an edition. */
export async function nationTiles(
  edition: Edition,
): Promise<Omit<Nation, 'mainland'> & { readonly grid: TileGrid }> {
  const [{ TILES }, common] = await Promise.all([
    edition === '2008' ? import('./tiles-2008.generated.js') : import('./tiles-2025.generated.js'),
    import('./nation-common.js'),
  ]);
  return {
    grid: TILES,
    areas: provincesOf(common.PROVINCES, edition),
    archipelagos: (language) => common.ARCHIPELAGOS.map((group) => flat(group, edition, language)),
  };
}

/** Loads the archipelago of a province's own map: Hoàng Sa for Đà Nẵng, Trường Sa for Khánh Hòa. */
export async function archipelagosOf(
  areaId: string,
): Promise<(language: string) => ArchipelagoPoints[]> {
  const { ARCHIPELAGOS } = await import('./nation-common.js');
  const [code = '', edition = '2025'] = areaId.split('@');
  const own = ARCHIPELAGOS.filter(({ province }) => province === code);
  return (language) => own.map((group) => flat(group, edition as Edition, language));
}

/** True where the archipelagos' code must be loaded for a province's own map. */
export function hasArchipelago(areaId: string): boolean {
  return /^(48|56)@/.test(areaId);
}

function provincesOf(all: Readonly<Record<string, Area>>, edition: Edition): Record<string, Area> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => editionOf(id) === edition));
}

function outlines({ edition, provinces, dots }: BuiltInMap): DrawnShape[] {
  return provinces.map(([code, outline, x, y]) => {
    const own = dots.filter(([owner]) => owner === code);
    const islands = own.map(([, ix, iy]) => dot(ix, iy, ISLAND)).join('');
    return { id: `${code}@${edition}`, path: outline, islands, x, y };
  });
}

function placed(
  { key, province, label, islands }: Archipelago,
  edition: Edition,
  language: string,
  to: (lon: number, lat: number) => [number, number],
): ArchipelagoPoints {
  const text = language === 'en' ? label.en : label.vi;
  const [, name = text, owner = ''] = /^(.*?)\s*(\(.*\))$/.exec(text) ?? [];
  return {
    key,
    areaId: `${province}@${edition}`,
    lines: owner ? [name, owner] : [name],
    points: islands.map(([lon, lat]) => to(lon, lat)),
  };
}

/** Where there is no mainland in the same units, degrees do: an inset fits them to its frame. */
function flat(group: Archipelago, edition: Edition, language: string): ArchipelagoPoints {
  return placed(group, edition, language, (lon, lat) => [lon, -lat]);
}
