/** What the map says, without a pixel: rows, classes, the sentence under it, and what is chosen. */
import type { Area, Indicator, Observation, Observations } from '../../api/figures.js';
import { areaName, formerAndPresent } from '../../i18n/area-names.js';
import {
  datesOf,
  editionsWithFigures,
  mapRows,
  rowOf,
  summaryOf,
  type MapRow,
} from '../../domain/choropleth.js';
import { classesOf, classIndex, type ColourClass, type Scale } from '../../domain/classes.js';
import type { Edition } from '../../domain/editions.js';
import type { rollUp } from '../../domain/roll-up.js';
import { isMissing, isPercentage, newestOf } from '../../domain/observations.js';
import { creditsIn, hasSample, type Credit } from '../../domain/sourced-observation.js';
import { figureText, valueText, type Wording } from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import { textOf } from '../../i18n/texts.js';

/** What the element was asked to show. */
export interface MapChoices {
  readonly parent: string;
  readonly indicator: string;
  readonly at: string | undefined;
  readonly scale: Scale;
  readonly breaks: readonly number[] | undefined;
  /** The edition of the document's figures. */
  readonly edition: Edition;
  /** True where figures of 2008 are rolled up to the areas of 2025, by the function that came with these. */
  readonly rolledUp: boolean;
  readonly rollUp: typeof rollUp | undefined;
  /** The provinces of the edition drawn, for a map of the nation. */
  readonly provinces: Readonly<Record<string, Area>> | undefined;
  /** The provinces of 2008, on a map of the nation of 2025: each must have a figure to be added. */
  readonly former: Readonly<Record<string, Area>> | undefined;
}

export interface MapModel {
  readonly indicator: Indicator | undefined;
  readonly rows: readonly MapRow[];
  readonly byId: ReadonlyMap<string, MapRow>;
  readonly classes: readonly ColourClass[];
  /** The class of an area, -1 where it has no figure that a colour could show. */
  classOf(id: string): number;
  readonly dates: readonly string[];
  /** The figure with the newest date among those shown. */
  readonly newest: Observation | undefined;
  /** True where the areas' figures are of different dates. */
  readonly mixed: boolean;
  /** The sources of the figures shown, of a document at an address. */
  credits(url: string): readonly Credit[];
  readonly sample: boolean;
}

/** The edition of the figures of one indicator, or of all; two of them cannot be drawn on one map. */
export function editionsIn(document: Observations, parent: string, indicator?: string): Edition[] {
  const own = document.observations.filter((o) => (indicator ?? o.indicator) === o.indicator);
  return [...editionsWithFigures(own, document.areas, parent)];
}

export function mapModel(document: Observations, choices: MapChoices): MapModel {
  const { parent, indicator: key, at, edition, provinces, former, rolledUp } = choices;
  const indicator = document.indicators[key];
  const areas = rolledUp ? { ...document.areas, ...former } : { ...provinces, ...document.areas };
  const own = mapRows({
    observations: document.observations,
    areas,
    parent,
    indicator: key,
    at,
    edition,
  });
  const rows = rolledUp
    ? (choices.rollUp?.(own, indicator, provinces ?? {}) ?? []).map(rowOf)
    : own;
  const values = rows.map((row) => row.value).filter((v): v is number => v !== undefined);
  const { scale, breaks } = choices;
  const classes = classesOf(values, { scale, breaks, percentage: isPercentage(indicator) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = rows
    .map((row) => row.figure.observation)
    .filter((o): o is Observation => !!o && !isMissing(o));
  const newest = newestOf(shown);
  return {
    indicator,
    rows,
    byId,
    classes,
    classOf: (id) => {
      const value = byId.get(id)?.value;
      return value === undefined ? -1 : classIndex(classes, value);
    },
    dates: datesOf(document.observations, key, new Set(own.map((row) => row.id))),
    newest,
    mixed: shown.some(({ at }) => at && at !== newest?.at),
    credits: (url) => creditsIn(shown, document, url),
    sample: hasSample(creditsIn(shown, document, '')),
  };
}

/** "từ 40 đến dưới 60", "100%". */
export function classLabel(
  { from, to, only }: ColourClass,
  indicator: Indicator | undefined,
  w: Wording,
): string {
  const n = (value: number) => formatNumber(value, w.language);
  if (only !== undefined) return valueText(only, indicator, w);
  if (from === undefined) return w.t('classBelow', { b: n(to ?? 0) });
  return to === undefined
    ? w.t('classUp', { a: n(from) })
    : w.t('classFrom', { a: n(from), b: n(to) });
}

/** An area and its figure as one text: its accessible name. */
export function rowText(
  { id, area, figure }: MapRow,
  indicator: Indicator | undefined,
  w: Wording,
): string {
  const o = figure.observation;
  const name = areaName(area, w.language, o?.at) || id;
  if (!o) return w.t('areaMissing', { name });
  return w.t('areaValue', { name, figure: figureText(o, indicator, w) });
}

/** "Bản đồ có Quần đảo Hoàng Sa (TP. Đà Nẵng) và …": what screen readers and the table are told. */
export function archipelagosText(
  groups: readonly { readonly lines: readonly string[] }[],
  { t }: Wording,
): string {
  const names = groups.map(({ lines }) => lines.join(' '));
  return names.length > 0
    ? t('archipelagos', { names: names.reduce((a, b) => t('and', { a, b })) })
    : '';
}

/** Names that a sentence lists before it says "and n more". */
const LISTED = 3;

/** What the map shows in a sentence or three: highest, lowest, how many without data. */
export function summaryText({ rows, indicator }: MapModel, w: Wording): string {
  const { highest, lowest, missing, total } = summaryOf(rows);
  const say = (key: 'highest' | 'lowest', of: readonly MapRow[]) => {
    const o = of[0]?.figure.observation;
    return o ? w.t(key, { names: namesOf(of, w), figure: figureText(o, indicator, w) }) : '';
  };
  const differ = highest[0]?.value !== lowest[0]?.value;
  return [
    say('highest', highest),
    differ ? say('lowest', lowest) : '',
    missing > 0 ? w.t('missingCount', { n: missing, total }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function namesOf(rows: readonly MapRow[], w: Wording): string {
  const names = rows.map(({ area, figure }) => areaName(area, w.language, figure.observation?.at));
  const listed = names.slice(0, LISTED).join(', ');
  const more = names.length - LISTED;
  return more > 0 ? w.t('andMore', { names: listed, n: more }) : listed;
}

/** "Bình Phước (cũ), nay thuộc TP. Đồng Nai", in two parts. */
export function placeOf(
  { id, area, figure }: MapRow,
  areas: Readonly<Record<string, Area>>,
  today: string,
  { language }: Wording,
): { readonly name: string; readonly present: string | undefined } {
  const at = figure.observation?.at;
  const lookup = (areaId: string): Area | undefined => (areaId === id ? area : areas[areaId]);
  const { former, present } = formerAndPresent(id, lookup, language, { at, today });
  return { name: former ?? areaName(area, language, at), present };
}

/** The title of an indicator. */
export function indicatorTitle(document: Observations, key: string, { language }: Wording): string {
  return textOf(document.indicators[key]?.name, language) || key;
}
