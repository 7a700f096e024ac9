/** What the maps of both editions share, in one late chunk: provinces and archipelagos. */
import type { Area } from '../api/figures.js';
import { editionOf, type Edition } from '../domain/editions.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { ARCHIPELAGOS } from './archipelagos.generated.js';
import type { ArchipelagoPoints } from './drawing.js';

export { PROVINCES };

type Project = (lon: number, lat: number) => [x: number, y: number];

/** The provinces of an edition, by id. */
export function provincesOf(edition: Edition): Record<string, Area> {
  return Object.fromEntries(Object.entries(PROVINCES).filter(([id]) => editionOf(id) === edition));
}

/** Degrees are the units where there is no mainland; an inset scales them to its frame. */
const inDegrees: Project = (lon, lat) => [lon, -lat];

/**
 * The archipelagos that belong on the map of an area, with labels in a language: both for the
 * nation, Hoàng Sa for Đà Nẵng, Trường Sa for Khánh Hòa, none for other provinces. A language other
 * than Vietnamese and English has the Vietnamese labels.
 *
 * @param to - longitude and latitude to the drawing's units
 */
export function archipelagosOf(
  parent: string,
  edition: Edition,
  language: string,
  to: Project = inDegrees,
): ArchipelagoPoints[] {
  return ARCHIPELAGOS.filter(
    ({ province }) => parent === 'vn' || parent.startsWith(`${province}@`),
  ).map(({ key, province, label, islands }) => {
    // Names that the law asks for, so no text of `i18n`: a page can neither change nor empty them.
    const text = label[language as keyof typeof label] ?? label.vi;
    // The owner, in brackets, takes a line of its own.
    const [, name = text, owner = ''] = /^(.*?)\s*(\(.*\))$/.exec(text) ?? [];
    return {
      key,
      areaId: `${province}@${edition}`,
      lines: owner ? [name, owner] : [name],
      points: islands.map(([lon, lat]) => to(lon, lat)),
    };
  });
}
