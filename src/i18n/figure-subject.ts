/** Whose figure it is, in words: the indicator, the area at the figure's date, and what it is now. */
import type { Area, Envelope, Indicator, Observation } from '../api/figures.js';
import { areaKind } from '../domain/areas.js';
import { formerAndPresent, placeName } from './area-names.js';
import { capital } from './capital.js';
import type { Wording } from './figures.js';
import { textOf } from './texts.js';

export interface Subject {
  readonly indicator: Indicator | undefined;
  /** "Số thành viên, Đà Nẵng". */
  readonly title: string;
  /** "Đà Nẵng", "cả nước". */
  readonly place: string;
  /** "Nay thuộc TP. Đồng Nai"; absent where nothing changed. */
  readonly present: string | undefined;
  /** True for invented figures, which must say so. */
  readonly sample: boolean;
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
  const place = (area ? areaKind(area) === 'country' : id === 'vn')
    ? t('nationwide')
    : (former ?? placeName(doc, id, language, at));
  return {
    indicator,
    title: t('titleWithArea', { title: textOf(indicator?.name, language) || key, area: place }),
    place,
    present: present && capital(present),
    sample: sources[source ?? '']?.sample === true,
  };
}
