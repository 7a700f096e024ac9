/** The content of a ranking without its drawing: names, ranks, figures and changes in words. */
import { sayOnce } from '../../data/say-once.js';
import { MOST_ROWS } from '../../api/limits.js';
import type { Area, Indicator, Observation, Observations } from '../../api/figures.js';
import { areaKind } from '../../domain/areas.js';
import {
  areaName,
  formerAndPresent,
  nameBeside,
  placeName,
  sharedNames,
} from '../../i18n/area-names.js';
import { isWholeList } from '../../domain/children.js';
import { formatAt } from '../../i18n/dates.js';
import { DEFAULT_EDITION, editionOf, editionsOf, type Edition } from '../../domain/editions.js';
import { isPercentage, isRank, newestOf } from '../../domain/observations.js';
import { creditsIn, hasSample, type Credit } from '../../domain/sourced-observation.js';
import { rankingOf, shownRows, type RankedRow, type Ranking } from '../../domain/ranking.js';
import { figureText, markedFigureText, type Wording } from '../../i18n/figures.js';
import { nameOrder } from '../../i18n/order.js';
import { textOf } from '../../i18n/texts.js';

export interface RankingChoices {
  readonly doc: Observations;
  /** Address of the doc. */
  readonly url: string;
  readonly parent: string;
  /** The area as the page wrote it: for the nation it says the edition. */
  readonly written: string | undefined;
  readonly indicator: string;
  readonly at: string | undefined;
  readonly order: 'best' | 'worst';
  /** 0 for all. */
  readonly limit: number;
  readonly mark: string | undefined;
  readonly selected: string | undefined;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A row as it is drawn. */
export interface RowText {
  readonly id: string;
  readonly rank: string;
  /** "Thứ 3", "Đồng thứ 3". */
  readonly rankWords: string;
  readonly name: string;
  readonly figure: string;
  /** The date, where it is not that of the others. */
  readonly remark: string;
  readonly sign: string;
  readonly moved: string;
  /** 0 to 1; absent where a bar would say nothing. */
  readonly share: number | undefined;
  readonly isMarked: boolean;
  readonly selected: boolean;
}

export interface RankingModel {
  readonly title: string;
  readonly ranking: Ranking;
  readonly rows: readonly RowText[];
  /** "và 3 địa bàn khác cùng thứ 10". */
  readonly tiedMore: string;
  readonly kept: readonly RowText[];
  readonly apart: readonly string[];
  readonly orderWords: string;
  readonly remarks: readonly string[];
  readonly total: number;
  /** True where the rows are known to be all areas; else no total is named. */
  readonly whole: boolean;
  readonly newest: Observation | undefined;
  readonly credits: readonly Credit[];
  readonly sample: boolean;
}

/** The content of a ranking, for the choices of the page and of the reader. */
export function rankingModel(choices: RankingChoices, w: Wording): RankingModel {
  const { doc, indicator: key, order, limit, mark, selected } = choices;
  const indicator = doc.indicators[key];
  const ranking = rankingIn(choices, w);
  if (ranking.rows.length > MOST_ROWS && !(limit > 0 && limit <= MOST_ROWS))
    sayOnce(`a ranking has ${ranking.rows.length} rows, and ${MOST_ROWS} are drawn`);
  const { rows, tiedMore, kept } = shownRows(ranking, order, limit, [mark, selected]);
  const barOf = barsOf(ranking, indicator);
  const shared = sharedIn(ranking, choices, w);
  const draw = (row: RankedRow) => rowText(row, ranking.at, barOf, choices, shared, w);
  const total = ranking.rows.length + ranking.apart.length;
  const whole = isWhole(total, choices);
  const credits = creditsIn(
    ranking.rows.map(({ observation }) => observation),
    doc,
    choices.url,
  );
  const last = rows[rows.length - 1];
  const missingOwn = ranking.apart
    .filter(({ id }) => id === mark)
    .map(({ id }) => ownWithout(rowName(id, choices, undefined, shared, w), w));
  return {
    title: titleOf(choices, indicator, w),
    ranking,
    rows: rows.map(draw),
    tiedMore: tiedMore > 0 ? w.t('rankingTiedMore', { n: tiedMore, place: last?.rank ?? 0 }) : '',
    kept: [...kept.map(draw), ...missingOwn],
    apart: ranking.apart.map(({ id, observation }) =>
      apartText(id, observation, choices, shared, w),
    ),
    orderWords: orderWords(order, indicator, w),
    remarks: remarksOf(ranking, total, whole, w),
    total,
    whole,
    newest: newestOf(ranking.rows.map(({ observation }) => observation)),
    credits,
    sample: hasSample(credits),
  };
}

/** The number of all areas is known for provinces, and where a document says it. */
const isWhole = (total: number, choices: RankingChoices): boolean =>
  choices.parent === 'vn'
    ? total === (editionFor(choices) === '2008' ? 63 : 34)
    : isWholeList(choices.doc.areas[choices.parent], total);

function rankingIn(choices: RankingChoices, w: Wording): Ranking {
  const { doc, parent, indicator, at } = choices;
  return rankingOf({
    observations: doc.observations,
    areas: doc.areas,
    parent,
    indicator,
    known: doc.indicators[indicator],
    at,
    edition: editionFor(choices),
    byName: byName(doc, w),
  });
}

function editionFor({ doc, parent, written }: RankingChoices): Edition | undefined {
  if (parent !== 'vn') return undefined;
  const children = doc.observations.filter(({ area }) => doc.areas[area]?.parent === 'vn');
  const [edition, more] = [...editionsOf(children.map(({ area }) => area))];
  const writtenEdition = editionOf(written ?? '');
  return writtenEdition ?? (edition && !more ? edition : DEFAULT_EDITION);
}

function byName({ areas }: Observations, { language }: Wording): (a: string, b: string) => number {
  const compare = nameOrder(language);
  const names = new Map<string, string>();
  const name = (id: string): string => {
    let name = names.get(id);
    if (name === undefined) {
      name = areas[id] ? areaName(areas[id], language) : id;
      names.set(id, name);
    }
    return name;
  };
  return (a, b) => compare(name(a), name(b));
}

function nameOf(
  id: string,
  { doc, today }: RankingChoices,
  at: string | undefined,
  { language }: Wording,
): string {
  const lookup = (areaId: string): Area | undefined => doc.areas[areaId];
  return (
    formerAndPresent(id, lookup, language, { at, today }).former ?? placeName(doc, id, language, at)
  );
}

/** The title of a list of former provinces says once that they are former, so the rows do not. */
function rowName(
  id: string,
  { doc }: RankingChoices,
  at: string | undefined,
  shared: ReadonlySet<string>,
  { language }: Wording,
): string {
  const area = doc.areas[id];
  return area ? nameBeside(area, language, at, shared, (above) => doc.areas[above]) : id;
}

/** The names that several areas of a ranking have. */
const sharedIn = ({ rows, apart }: Ranking, { doc }: RankingChoices, { language }: Wording) =>
  sharedNames(
    [...rows, ...apart].map(({ id, observation }) => [id, doc.areas[id], observation?.at]),
    language,
  );

/** The length of each bar, 0 to 1; `undefined` where bars would mislead. */
function barsOf(
  { rows }: Ranking,
  indicator: Indicator | undefined,
): (value: number) => number | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const { observation } of rows) {
    low = Math.min(low, observation.value);
    high = Math.max(high, observation.value);
  }
  // Percentages are drawn as shares of 100, counts as shares of the largest.
  const full = isPercentage(indicator) ? Math.max(100, high) : high;
  const drawable = !isRank(indicator) && low >= 0 && high > 0;
  return (value) => (drawable ? value / full : undefined);
}

function rowText(
  { id, observation, rank, tied, moved }: RankedRow,
  at: string | undefined,
  barOf: (value: number) => number | undefined,
  choices: RankingChoices,
  shared: ReadonlySet<string>,
  w: Wording,
): RowText {
  const { doc, indicator: key, mark, selected } = choices;
  const indicator = doc.indicators[key];
  return {
    id,
    rank: String(rank),
    rankWords: w.t(tied ? 'rankingPlaceTied' : 'rankingPlace', { n: rank }),
    name: rowName(id, choices, observation.at, shared, w),
    figure: markedFigureText(observation, indicator, w),
    remark: observation.at && observation.at !== at ? formatAt(observation.at, w.language) : '',
    ...movedText(moved, w),
    share: barOf(observation.value),
    isMarked: id === mark,
    selected: id === selected,
  };
}

function movedText(moved: number | undefined, { t }: Wording): { sign: string; moved: string } {
  if (moved === undefined) return { sign: '', moved: '' };
  if (moved === 0) return { sign: '', moved: t('rankingSame') };
  return {
    sign: moved > 0 ? '▲' : '▼',
    moved: t(moved > 0 ? 'rankingUp' : 'rankingDown', { n: Math.abs(moved) }),
  };
}

/** The row of the reader's own area without a figure: visible, without a rank and a bar. */
function ownWithout(name: string, { t }: Wording): RowText {
  return {
    id: '',
    rank: '',
    rankWords: '',
    name,
    figure: t('missing'),
    remark: '',
    sign: '',
    moved: '',
    share: undefined,
    isMarked: true,
    selected: false,
  };
}

/** A name alone, or with the figure that has no rank in an order: "Cam Lộ (từ 5 đến 10 người)". */
function apartText(
  id: string,
  observation: Ranking['apart'][number]['observation'],
  choices: RankingChoices,
  shared: ReadonlySet<string>,
  w: Wording,
): string {
  const name = rowName(id, choices, observation?.at, shared, w);
  if (!observation?.range) return name;
  return `${name} (${figureText(observation, choices.doc.indicators[choices.indicator], w)})`;
}

function titleOf(choices: RankingChoices, indicator: Indicator | undefined, w: Wording): string {
  const { doc, parent, indicator: key } = choices;
  const area = doc.areas[parent];
  const nation = parent === 'vn' || (area && areaKind(area) === 'country');
  const where = nation ? w.t('nationwide') : nameOf(parent, choices, undefined, w);
  const title = textOf(indicator?.name, w.language) || key;
  const whole = w.t('titleWithArea', { title, area: where });
  // An official order is not called a ranking of itself.
  return isRank(indicator) ? whole : w.t('rankingOf', { title: whole });
}

/** "Tốt nhất" only where the data say which way is better. */
function orderWords(
  order: 'best' | 'worst',
  indicator: Indicator | undefined,
  { t }: Wording,
): string {
  const judged = indicator?.better !== undefined || isRank(indicator);
  if (judged) return t(order === 'worst' ? 'rankingWorst' : 'rankingBest');
  return t(order === 'worst' ? 'rankingLowest' : 'rankingHighest');
}

function remarksOf(
  { rows, apart, since, mixed }: Ranking,
  total: number,
  whole: boolean,
  w: Wording,
): string[] {
  const scope = apart.length > 0 ? w.t('rankingScope', { n: rows.length, total }) : '';
  return [
    rows.length === 0 ? '' : whole ? scope : w.t('rankingNamed'),
    since ? w.t('rankingSince', { date: formatAt(since, w.language) }) : '',
    mixed ? w.t('datesDiffer') : '',
  ].filter(Boolean);
}
