/** The lines of a trend: their names, the title over them, and a sentence for each. */
import { firstOfEach } from '../../domain/first-of-each.js';
import type { Area, Envelope, Indicator, Observation } from '../../api/figures.js';
import { areaKind } from '../../domain/areas.js';
import { capital } from '../../i18n/capital.js';
import {
  formerAndPresent,
  nameBeside,
  placeName as nameInTitle,
  sharedNames,
} from '../../i18n/area-names.js';
import { formatAt } from '../../i18n/dates.js';
import { isMissing } from '../../domain/observations.js';
import { creditsIn, hasSample, type Credit } from '../../domain/sourced-observation.js';
import { figureText, type Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';

/** A document of figures and its address, which is empty where there is none. */
export interface TrendDocument {
  readonly doc: Envelope;
  readonly url: string;
}

export interface TrendRequest {
  /** The document of each area in `areas`, and others that may have figures of it. */
  readonly documents: readonly TrendDocument[];
  /** The document that an area has of its own. */
  readonly ownDocument: (area: string) => TrendDocument | undefined;
  /** Ids as observations carry them. */
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
  /** The history ends here. */
  readonly at: string | undefined;
  /** The events that the page marks. */
  readonly annotations: readonly Annotation[];
  /** Index of the group of lines that is shown; the first where there is no such group. */
  readonly group: number;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
}

/** An event at a date. */
export interface Annotation {
  readonly at: string;
  readonly text: string;
}

/** The history of one area and indicator, all of one document. */
export interface Series extends TrendDocument {
  readonly area: string;
  readonly key: string;
  readonly indicator: Indicator | undefined;
  readonly trail: readonly Observation[];
}

/** A history with the name that tells it from the others of its chart. */
export interface Line extends Series {
  readonly name: string;
}

/** The sources of histories, each source of a document once. */
export const creditsOf = (series: readonly Series[]): Credit[] =>
  firstOfEach(
    series.flatMap(({ doc, url, trail }) => creditsIn(trail, doc, url)),
    ({ source }) => source,
  );

function placeName(
  { doc, area: id }: Series,
  { today }: TrendRequest,
  { t, language }: Wording,
  shared?: ReadonlySet<string>,
): string {
  const area = doc.areas[id];
  if (id === 'vn' || (area && areaKind(area) === 'country')) return t('nationwide');
  const lookup = (areaId: string): Area | undefined => doc.areas[areaId];
  const { former } = formerAndPresent(id, lookup, language, { today });
  if (former ?? !area) return former ?? id;
  return shared
    ? nameBeside(area, language, undefined, shared, lookup)
    : nameInTitle(doc, id, language, undefined);
}

const indicatorName = ({ indicator, key }: Series, { language }: Wording): string =>
  textOf(indicator?.name, language) || key;

/** The names of the indicators of some lines, each once. */
export const indicatorNames = (series: readonly Series[], w: Wording): string[] => [
  ...new Set(series.map((one) => indicatorName(one, w))),
];

const areasOf = (series: readonly Series[]): Set<string> => new Set(series.map(({ area }) => area));

/** Lines are named by what tells them apart: the area, the indicator, or both. */
export function linesOf(series: readonly Series[], request: TrendRequest, w: Wording): Line[] {
  const severalNames = indicatorNames(series, w).length > 1;
  const severalAreas = areasOf(series).size > 1;
  const isSample = (one: Series) => hasSample(creditsOf([one]));
  // Beside real figures each line of invented ones says so itself.
  const mixed = series.some(isSample) && !series.every(isSample);
  const shared = sharedNames(
    series.map(({ area, doc }) => [area, doc.areas[area], undefined]),
    w.language,
  );
  return series.map((one) => {
    const indicator = indicatorName(one, w);
    const area = placeName(one, request, w, shared);
    const name =
      severalAreas && severalNames
        ? w.t('titleWithArea', { title: indicator, area })
        : severalAreas
          ? capital(area)
          : indicator;
    return { ...one, name: mixed && isSample(one) ? `${name} (${w.t('sample')})` : name };
  });
}

/** The title of the chart: the indicators, and the area where there is only one. */
export function titleOf(series: readonly Series[], request: TrendRequest, w: Wording): string {
  const [first] = series;
  if (!first) return '';
  const names = indicatorNames(series, w);
  const area = placeName(first, request, w);
  if (areasOf(series).size > 1) return names.join(', ');
  return names.length > 1
    ? w.t('trendOf', { area })
    : w.t('titleWithArea', { title: names[0] ?? '', area });
}

/** "27.200 tổ (tháng 6/2022); hơn 74.000 tổ (tháng 3/2025)": never called progress. */
export function sentenceOf({ name, indicator, trail }: Line, named: boolean, w: Wording): string {
  const figures = trail.filter((o) => !isMissing(o));
  const [first] = figures;
  const last = figures[figures.length - 1];
  if (!first || !last) return '';
  const date = (o: Observation) =>
    [
      formatAt(o.at ?? '', w.language, { approx: o.atApprox, brief: true }),
      o.corrected && w.t('correctedMark'),
    ]
      .filter(Boolean)
      .join('; ');
  const figure = (o: Observation) => figureText(o, indicator, w);
  const text =
    first === last
      ? w.t('trendOnly', { figure: figure(first), date: date(first) })
      : w.t('trendFirstLast', {
          first: figure(first),
          firstDate: date(first),
          last: figure(last),
          lastDate: date(last),
        });
  return `${named ? w.t('trendNamed', { name, text }) : capital(text)}.`;
}

/** What has no figure, by name. */
export const missingWords = (names: readonly string[], { t }: Wording): string =>
  names.length > 0 ? t('trendMissing', { names: names.join('; ') }) : t('missing');
