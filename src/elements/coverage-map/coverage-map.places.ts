/** The names of areas that are no more, and of what they belong to now. Loaded on demand. */
import type { Area } from '../../api/figures.js';
import type { MapRow } from '../../domain/choropleth.js';
import { areaName, formerAndPresent, placeName } from '../../i18n/area-names.js';
import type { Wording } from '../../i18n/figures.js';

/** "Bình Phước (cũ), nay thuộc TP. Đồng Nai", in two parts. */
export function placeOf(
  { id, area, at }: Pick<MapRow, 'id' | 'area' | 'at'>,
  areas: Readonly<Record<string, Area>>,
  today: string,
  { language }: Wording,
): { readonly name: string; readonly present: string | undefined } {
  const lookup = (areaId: string): Area | undefined => (areaId === id ? area : areas[areaId]);
  const { former, present } = formerAndPresent(id, lookup, language, { at, today });
  return { name: former ?? areaName(area, language, at), present };
}

/** "Quảng Trị (cũ)", for the title of the map of an area. */
export function titleOf(
  id: string,
  areas: Readonly<Record<string, Area>>,
  today: string,
  w: Wording,
): string | undefined {
  const area = areas[id];
  if (!area) return undefined;
  const { former } = formerAndPresent(id, (above) => areas[above], w.language, { today });
  return former ?? placeName({ areas }, id, w.language, undefined);
}
