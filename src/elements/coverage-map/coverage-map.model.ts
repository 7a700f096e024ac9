/** The content of the map without its drawing: rows, classes, dates, sources and sentences. */
import { emptyRecord } from '../../api/read-plain.js';
import type { Area, Indicator, Observation, Observations } from '../../api/figures.js';
import { nameBeside, sharedNames } from '../../i18n/area-names.js';
import {
  datesOf,
  editionsWithFigures,
  mapRows,
  rowOf,
  summaryOf,
  type MapRow,
} from '../../domain/choropleth.js';
import { isWholeList } from '../../domain/children.js';
import { classesOf, classIndex, type ColourClass, type Scale } from '../../domain/classes.js';
import { DEFAULT_EDITION, editionOf, type Edition } from '../../domain/editions.js';
import type { rollUp } from '../../domain/roll-up.js';
import { isMissing, isPercentage, newestOf } from '../../domain/observations.js';
import { creditsIn, hasSample, type Credit } from '../../domain/sourced-observation.js';
import { figureText, markedFigureText, valueText, type Wording } from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import { textOf } from '../../i18n/texts.js';
import { MOST_WORDS } from '../../api/limits.js';
import { memo } from '../../parts/base/memo.js';

/** The choices of the page and of the reader that decide the content. */
export interface MapChoices {
  readonly parent: string;
  readonly indicator: string;
  readonly at: string | undefined;
  readonly scale: Scale;
  /** Where classes begin, separated by spaces. */
  readonly breaks: string | undefined;
  /** The edition of the document's figures. */
  readonly edition: Edition;
  /** True where figures of 2008 are added up to the areas of 2025. */
  readonly rolledUp: boolean;
}

/** The parts of the basemap that decide the content. */
interface KnownAreas {
  /** The provinces of the edition drawn, for a map of the nation. */
  readonly provinces: Readonly<Record<string, Area>> | undefined;
  /** The provinces of 2008, on a map of the nation of 2025: each must have a figure to be added. */
  readonly former: Readonly<Record<string, Area>> | undefined;
  readonly rollUp?: typeof rollUp;
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
  /** The sources of the figures, of a document at an address. */
  credits(url: string): readonly Credit[];
  readonly sample: boolean;
  /** True where the rows are all children of the area: only then is there a number of all. */
  readonly whole: boolean;
  /** The name of a row: all rows lie in one area, so a kind tells two of one name apart. */
  nameOf(row: MapRow, language: string): string;
}

/** The editions of the figures of one indicator, or of all; two of them cannot be drawn on one map. */
function editionsIn(doc: Observations, parent: string, indicator?: string): Edition[] {
  const figures = doc.observations.filter((o) => (indicator ?? o.indicator) === o.indicator);
  return [...editionsWithFigures(figures, doc.areas, parent)];
}

/** The edition of the map: of its figures, else of the ids of the areas asked for; and whether it is mixed. */
export function editionsOf(
  doc: Observations,
  parent: string,
  indicator: string,
  asked: string | undefined,
): { readonly edition: Edition; readonly mixed: boolean } {
  const [edition, second] = editionsIn(doc, parent, indicator);
  // An indicator without figures uses the edition of the indicators that have some.
  const [other] = edition ? [edition] : editionsIn(doc, parent);
  return {
    edition: other ?? editionOf(asked ?? '') ?? editionOf(doc.area ?? '') ?? DEFAULT_EDITION,
    mixed: second !== undefined,
  };
}

/** The children of the area as the document has them. */
function childRows(
  { areas, observations }: Observations,
  { provinces, former }: KnownAreas,
  { parent, indicator, at, edition, rolledUp }: MapChoices,
): MapRow[] {
  const knownAreas = rolledUp ? emptyRecord(areas, former) : emptyRecord(provinces, areas);
  return mapRows({ observations, areas: knownAreas, parent, indicator, at, edition });
}

/** The numbers of the attribute `breaks`. Not `wordsOf`, because the comma in "2,5" is no end of a number. */
const breaksOf = (words = ''): number[] | undefined =>
  words.trim()
    ? words
        .trim()
        .split(/[,;]?\s+/, MOST_WORDS)
        .map(Number)
    : undefined;

/** Names the rows of a map, so that rows of one name are told apart. */
function namesOf(rows: readonly MapRow[]): MapModel['nameOf'] {
  const shared = memo((language: string) =>
    sharedNames(
      rows.map((row) => [row.id, row.area, row.at]),
      language,
    ),
  );
  return ({ id, area, at }, language) =>
    nameBeside(area, language, at, shared(language), () => undefined) || id;
}

/** The content of the map of a document, for the choices of the page and of the reader. */
export function mapModel(doc: Observations, known: KnownAreas, choices: MapChoices): MapModel {
  const { indicator: key, at, scale, breaks: words } = choices;
  const { provinces, rollUp: addUp } = known;
  const indicator = doc.indicators[key];
  const children = childRows(doc, known, choices);
  const dated = choices.rolledUp
    ? (addUp?.(children, indicator, provinces ?? {}) ?? []).map(rowOf)
    : children;
  const values = dated.map((row) => row.value).filter((v): v is number => v !== undefined);
  const percentage = isPercentage(indicator);
  const classes = classesOf(values, { scale, breaks: breaksOf(words), percentage });
  const figures = dated
    .map((row) => row.figure.observation)
    .filter((o): o is Observation => !!o && !isMissing(o));
  const newest = newestOf(figures);
  // Names are those of the date, also of areas without a figure: "Thừa Thiên Huế" in 2022.
  const rows = dated.map((row) => (row.at ? row : { ...row, at: at ?? newest?.at }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    indicator,
    rows,
    byId,
    classes,
    classOf: (id) => {
      const value = byId.get(id)?.value;
      return value === undefined ? -1 : classIndex(classes, value);
    },
    dates: datesOf(doc.observations, key, new Set(children.map((row) => row.id))),
    newest,
    mixed: figures.some(({ at }) => at && at !== newest?.at),
    credits: (url) => creditsIn(figures, doc, url),
    whole: provinces !== undefined || isWholeList(doc.areas[choices.parent], children.length),
    nameOf: namesOf(rows),
    sample: hasSample(creditsIn(figures, doc, '')),
  };
}

/** "từ 40 đến dưới 60", "100%". */
export function classLabel(
  { from, to, only }: ColourClass,
  { indicator, rows }: Pick<MapModel, 'indicator' | 'rows'>,
  w: Wording,
): string {
  const n = (value = 0) => valueText(value, indicator, w);
  if (only !== undefined) {
    // "hơn 1.600 tổ": a class of one value has the word that all its figures have.
    const [o, ...more] = rows.flatMap(
      ({ value, figure }) => (value === only && figure.observation) || [],
    );
    return o && more.every(({ approx }) => approx === o.approx)
      ? figureText(o, indicator, w)
      : n(only);
  }
  if (from === undefined) return w.t('classBelow', { b: n(to) });
  return to === undefined
    ? w.t('classUp', { a: n(from) })
    : w.t('classFrom', { a: formatNumber(from, w.language), b: n(to) });
}

/** An area and its figure as one text: its accessible name. */
export function rowText(row: MapRow, model: MapModel, w: Wording): string {
  const o = row.figure.observation;
  const name = model.nameOf(row, w.language);
  if (!o) return w.t('areaMissing', { name });
  return w.t('areaValue', { name, figure: markedFigureText(o, model.indicator, w) });
}

/** "Bản đồ có Quần đảo Hoàng Sa (TP. Đà Nẵng) và …", for screen readers and for the table. */
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

/**
 * One to three sentences: the highest, the lowest, and the number of areas without data, or that not all areas are
 * known. Of a part, none is called the highest: its figures are listed, or said from the lowest on.
 *
 * @param title - the indicator and the area, for a map without any figure
 */
export function summaryText(model: MapModel, title: string, w: Wording): string {
  const { rows, indicator, whole } = model;
  const { highest, lowest, missing, total } = summaryOf(rows);
  const known = rows.filter(({ value }) => value !== undefined);
  const isPart = !whole || missing >= known.length;
  const of = (some: readonly MapRow[]) => {
    const o = some[0]?.figure.observation;
    // The sentence has brackets around it: "Gia Lai (335 tổ, đã đính chính)".
    const figure = o ? markedFigureText(o, indicator, w).replace(/ \((.*)\)$/, ', $1') : '';
    return { names: listOf(some, model, w), figure };
  };
  const [top, bottom] = [of(highest), of(lowest)];
  const differ = highest[0]?.value !== lowest[0]?.value;
  return [
    ...(known.length === 0
      ? []
      : known.length <= LISTED && (missing || !whole)
        ? [`${known.map((row) => rowText(row, model, w)).join('; ')}.`]
        : !isPart
          ? [w.t('highest', top), differ && w.t('lowest', bottom)]
          : differ
            ? [w.t('partRange', { low: w.t('nameFigure', bottom), high: w.t('nameFigure', top) })]
            : [`${w.t('nameFigure', top)}.`]),
    whole
      ? missing > 0 && w.t('missingCount', { n: missing, total })
      : known.length > 0
        ? w.t('amongNamed')
        : `${w.t('areaMissing', { name: title })}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function listOf(rows: readonly MapRow[], model: MapModel, w: Wording): string {
  const names = rows.map((row) => model.nameOf(row, w.language));
  const listed = names.slice(0, LISTED).join(', ');
  const more = names.length - LISTED;
  return more > 0 ? w.t('andMore', { names: listed, n: more }) : listed;
}

/** The title of an indicator. */
export function indicatorTitle(doc: Observations, key: string, { language }: Wording): string {
  return textOf(doc.indicators[key]?.name, language) || key;
}

/** "Số tổ, cả nước"; "Số tổ, Quảng Trị (cũ)". */
export const mapTitle = (
  doc: Observations,
  indicator: string,
  area: string | undefined,
  w: Wording,
): string =>
  w.t('titleWithArea', {
    title: indicatorTitle(doc, indicator, w),
    area: area ?? w.t('nationwide'),
  });
