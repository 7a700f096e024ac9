/** What the basemaps that load on demand have in common. */
import type { Area } from '../../api/figures.js';
import type { Edition } from '../../domain/editions.js';
import { areaName } from '../../i18n/area-names.js';
import { provincesOf } from '../../maps/nation-common.js';
import { PathLayer } from './coverage-map.path-layer.js';

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
