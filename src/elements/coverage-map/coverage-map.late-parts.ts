/** What the basemaps that load on demand have in common. */
import type { Area } from '../../api/figures.js';
import type { Edition } from '../../domain/editions.js';
import { areaName } from '../../i18n/area-names.js';
import { fold } from '../../domain/names.js';
import type { ArchipelagoPoints } from '../../maps/drawing.js';
import { provincesOf } from '../../maps/nation-common.js';
import type { Child } from './coverage-map.basemap.js';
import { PathLayer } from './coverage-map.path-layer.js';

/** A layer of paths in a group of the picture. */
export const pathLayer = (group: SVGGElement) => new PathLayer(group);

export const formerOf = (parent: string, edition: Edition) =>
  parent === 'vn' && edition === '2025' ? provincesOf('2008') : undefined;

export const nameIn = (
  areas: Readonly<Record<string, Area>>,
  id: string,
  language: string,
): string => {
  const area = areas[id];
  return area ? areaName(area, language) : id;
};

/** The archipelagos of a province, each with the special zone that it is, where the province has that. */
export const withZones = (
  groups: readonly ArchipelagoPoints[],
  children: readonly Child[],
): ArchipelagoPoints[] =>
  groups.map((group) => {
    const key = group.key.replace('-', ' ');
    const zone = children.find(({ name }) => ` ${fold(name)} `.includes(` ${key} `));
    return zone ? { ...group, areaId: zone.id } : group;
  });
