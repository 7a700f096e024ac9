/** Whose figure it is, in words: the indicator, the area at the figure's date, and what it is now. */
import type { Area, Envelope, Indicator, Observation } from '../api/figures.js';
import { areaKind } from '../domain/areas.js';
import { areaName, childLabel, formerAndPresent, fullAreaName } from './area-names.js';
import { capital } from './capital.js';
import type { Wording } from './figures.js';
import { textOf } from './texts.js';

export interface Subject {
  readonly indicator: Indicator | undefined;
  /** "Số thành viên, Đà Nẵng". */
  readonly title: string;
  /** "Nay thuộc TP. Đồng Nai"; absent where nothing changed. */
  readonly present: string | undefined;
  /** True for invented figures, which must say so. */
  readonly sample: boolean;
}

/**
 * A province by its name alone, all else with its kind: a ward may have the name of its province. A document of one
 * commune is shown outside of its province, where others have its name, so the province is named there.
 */
export function placeName(
  { areas, area: whole }: Envelope & { readonly area?: string | undefined },
  id: string,
  language: string,
  at: string | undefined,
): string {
  const area = areas[id];
  if (!area) return id;
  if (!area.parent || area.parent === 'vn') return areaName(area, language, at);
  const full = fullAreaName(area, language, at);
  const isShared = (other: string): boolean =>
    other !== id && !!areas[other] && fullAreaName(areas[other], language, at) === full;
  return whole === id || Object.keys(areas).some(isShared)
    ? childLabel(area, (above) => areas[above], language, at)
    : full;
}

/**
 * The subject of an observation.
 *
 * @param today - the day in Viet Nam (`YYYY-MM-DD`), which decides what has become "former"
 */
export function figureSubject(
  doc: Envelope,
  { area: id, indicator: key, at, source }: Observation,
  today: string,
  { t, language }: Wording,
): Subject {
  const { areas, indicators, sources } = doc;
  const indicator = indicators[key];
  const area = areas[id];
  const lookup = (areaId: string): Area | undefined => areas[areaId];
  const { former, present } = formerAndPresent(id, lookup, language, { at, today });
  const name =
    area && areaKind(area) === 'country'
      ? t('nationwide')
      : (former ?? placeName(doc, id, language, at));
  return {
    indicator,
    title: t('titleWithArea', { title: textOf(indicator?.name, language) || key, area: name }),
    present: present && capital(present),
    sample: sources[source ?? '']?.sample === true,
  };
}
