/** The content of a trend without its drawing: its lines, their sentences, and what they leave out. */
import { sayOnce } from '../../data/say-once.js';
import { MOST_LINES } from '../../api/limits.js';
import { extentOf } from '../../domain/extent.js';
import { drawable } from '../../domain/drawable.js';
import type { Envelope, Indicator, Observation } from '../../api/figures.js';
import { compareAt, parseAt, periodEnd } from '../../domain/calendar.js';
import { axisUnit } from '../../i18n/axis-unit.js';
import { formatAt, formatDay } from '../../i18n/dates.js';
import {
  figureOf,
  historyOf,
  isMissing,
  isPair,
  isPercentage,
  isRank,
  newestOf,
} from '../../domain/observations.js';
import {
  hasSample,
  type Credit,
  type SourcedObservation,
} from '../../domain/sourced-observation.js';
import type { Precision } from '../../domain/time-axis.js';
import { correctionText } from '../../i18n/correction-text.js';
import { figureText, pairText, type Wording } from '../../i18n/figures.js';
import { formatAmount } from '../../i18n/numbers.js';
import { textOf } from '../../i18n/texts.js';
import type { ChartMark, ChartPoint, LineChartModel } from '../../parts/chart/chart-model.js';
import {
  creditsOf,
  indicatorNames,
  linesOf,
  sentenceOf,
  titleOf,
  type Line,
  type Series,
  type TrendDocument,
  type TrendRequest,
} from './trend.lines.js';

export type { Annotation, TrendDocument, TrendRequest } from './trend.lines.js';

/** Areas before and after this day cannot be compared. */
const MERGER = '2025-07-01';

export interface TrendModel {
  readonly title: string;
  /** The names of the groups that a reader can choose from. */
  readonly groups: readonly string[];
  readonly chart: LineChartModel | undefined;
  /** Histories that are shown, each with its document. */
  readonly lines: readonly Line[];
  /** The first and the last figure of each line. */
  readonly sentences: readonly string[];
  /** The names of the lines without any figure. */
  readonly missing: readonly string[];
  /** True where a line is asked for by a key that no document knows: its author is told, not the reader. */
  readonly hasUnknown: boolean;
  readonly newest: SourcedObservation | undefined;
  /** All sources of the figures shown. */
  readonly credits: readonly Credit[];
  readonly sample: boolean;
}

/** Lines that can share an axis: counts of one unit, rates, or places in an order. */
function groupsOf(series: readonly Series[]): Series[][] {
  const groups = new Map<string, Series[]>();
  for (const one of series) {
    const { indicator } = one;
    const kind = isRank(indicator) ? `rank/${indicator?.of}` : textOf(indicator?.unit, 'vi');
    groups.set(kind, [...(groups.get(kind) ?? []), one]);
  }
  return [...groups.values()];
}

/**
 * The history of an area and indicator. It is never put together from two documents, because each may
 * have a unit, a way of counting and sources of its own: the area's own document goes first.
 */
function seriesOf(request: TrendRequest, area: string, key: string): Series {
  const { documents, ownDocument, at } = request;
  const ownDoc = ownDocument(area);
  const ordered = ownDoc ? [ownDoc, ...documents.filter((one) => one !== ownDoc)] : documents;
  const historyIn = ({ doc }: TrendDocument) =>
    historyOf(doc.observations, area, key).filter((o) => o.at);
  const from =
    ordered.find((one) => historyIn(one).length > 0) ??
    ordered.find(({ doc }) => doc.areas[area] && doc.indicators[key]) ??
    ordered.find(({ doc }) => doc.indicators[key]) ??
    ordered[0];
  const doc = from?.doc ?? NO_DOCUMENT;
  const history = from ? historyIn(from) : [];
  return {
    area,
    key,
    doc,
    url: from?.url ?? '',
    indicator: doc.indicators[key],
    trail: at ? historyUntil(history, at) : history,
  };
}

/** A history up to a date; where the document has no figure of that date, the ones before it. */
function historyUntil(history: readonly Observation[], at: string): readonly Observation[] {
  const { observation, trail } = figureOf(history, at);
  return observation ? trail : history.filter((o) => o.at && compareAt(o.at, at) <= 0);
}

const NO_DOCUMENT: Envelope = {
  version: '1',
  areas: {},
  indicators: {},
  sources: {},
  observations: [],
};

/** The content of a trend: lines that share an axis, their sentences and sources. */
export function trendModel(request: TrendRequest, w: Wording): TrendModel {
  const { areas, indicators } = request;
  const all = areas.flatMap((area) => indicators.map((key) => seriesOf(request, area, key)));
  const known = all.filter(({ indicator, trail }) => indicator ?? trail[0]);
  const groups = groupsOf(known.length > 0 ? known : all);
  const group = groups[request.group] ?? groups[0] ?? [];
  if (group.length > MOST_LINES)
    sayOnce(`a chart has ${group.length} lines, and ${MOST_LINES} are the limit`);
  const series = group.slice(0, MOST_LINES);
  const credits = creditsOf(series);
  const lines = linesOf(series, request, w);
  const linesWithFigures = lines.filter(({ trail }) => trail.some((o) => !isMissing(o)));
  const title = titleOf(series, request, w);
  return {
    title,
    groups: groups.map((group) => indicatorNames(group, w).join(', ')),
    chart: linesWithFigures.length > 0 ? chartOf(title, linesWithFigures, request, w) : undefined,
    lines,
    sentences: linesWithFigures.map((line) => sentenceOf(line, linesWithFigures.length > 1, w)),
    missing: lines
      .filter((line) => !linesWithFigures.includes(line) && (line.indicator ?? line.trail[0]))
      .map(({ name }) => name),
    hasUnknown: known.length < all.length,
    newest: newestIn(lines),
    credits,
    sample: hasSample(credits),
  };
}

/** The newest figure of all lines; of two with one date that of the first line. */
function newestIn(lines: readonly Line[]): SourcedObservation | undefined {
  const lasts = lines.flatMap(({ trail, doc, url }): SourcedObservation[] => {
    const observation = newestOf(trail);
    return observation ? [{ observation, doc, url }] : [];
  });
  const newest = newestOf(lasts.map(({ observation }) => observation));
  return lasts.find(({ observation }) => observation === newest);
}

function chartOf(
  title: string,
  lines: readonly Line[],
  { annotations }: TrendRequest,
  w: Wording,
): LineChartModel {
  const indicator = lines[0]?.indicator;
  const series = lines.map(({ name, trail, indicator: ofLine }) => ({
    name,
    points: trail.map((o) => pointOf(o, ofLine, w)),
  }));
  const ends = series.flatMap(({ points }) => [
    points[0]?.end ?? NaN,
    points[points.length - 1]?.end ?? NaN,
  ]);
  return {
    title,
    series,
    annotations: [
      ...annotations.map(({ at, text }) => markOf(at, text, w)),
      ...lines.flatMap((line) => notesOf(line, lines.length > 1, w)),
    ]
      .filter(({ end }) => Number.isFinite(end))
      .sort((a, b) => a.end - b.end),
    breaks: breaksOf(...extentOf(ends), w),
    finest: finestOf(lines),
    axisText: axisTexts(indicator, w),
    unit: axisUnit(indicator, w),
    scale: [...new Set(lines.map(({ key }) => key))].sort().join(' '),
    reverse: isRank(indicator),
    most: isRank(indicator) ? indicator?.of : mostOfPercentage(lines),
  };
}

/** The text of a value on the upright axis; ranks have only whole ones. */
const axisTexts =
  (indicator: Indicator | undefined, { t, language }: Wording) =>
  (value: number): string =>
    Number.isInteger(value) || !isRank(indicator)
      ? formatAmount(Number(value.toFixed(6)), language, t) + (isPercentage(indicator) ? '%' : '')
      : '';

/** 100 for percentages of which one is above 50 and none above 100; else the axis ends where the figures do. */
function mostOfPercentage(lines: readonly Line[]): number | undefined {
  const highest = lines.reduce(
    (most, { trail }) => trail.reduce((max, o) => Math.max(max, o.value ?? 0), most),
    -Infinity,
  );
  return isPercentage(lines[0]?.indicator) && highest <= 100 && highest > 50 ? 100 : undefined;
}

function pointOf(o: Observation, indicator: Indicator | undefined, w: Wording): ChartPoint {
  const missing = isMissing(o);
  return {
    // A getter, because a chart may have tens of thousands of points and few are read.
    get at() {
      return formatAt(o.at ?? '', w.language, { approx: o.atApprox, brief: true });
    },
    end: periodEnd(o.at ?? ''),
    value: missing || o.range || typeof o.value !== 'number' ? null : drawable(o.value),
    estimated: o.status === 'estimated',
    get text() {
      return pointText(o, indicator, w);
    },
    get short() {
      return missing ? '' : figureText(o, indicator, w, false);
    },
    range: missing ? undefined : drawableRange(o.range),
  };
}

/** A range whose lower end cannot be placed is not drawn; without its upper end it is open. */
function drawableRange(range: Observation['range']): ChartPoint['range'] {
  const from = range && drawable(range[0]);
  return range && typeof from === 'number' ? [from, drawable(range[1])] : undefined;
}

/** "hơn 74.000 tổ"; "80% (51/63); số ước tính". */
function pointText(o: Observation, indicator: Indicator | undefined, w: Wording): string {
  const pair = typeof o.value === 'number' && isPair(o) ? ` (${pairText(o, w)})` : '';
  const status = o.status === 'estimated' || o.status === 'provisional' ? o.status : undefined;
  const words = [status && w.t(status).toLowerCase(), o.corrected && w.t('correctedMark')];
  return [`${figureText(o, indicator, w)}${pair}`, ...words].filter(Boolean).join('; ');
}

function markOf(at: string, text: string, { language }: Wording): ChartMark {
  return { end: periodEnd(at), at: formatAt(at, language), text };
}

/** The notes of a source about its figures, and corrections. */
function notesOf({ name, trail, indicator }: Line, several: boolean, w: Wording): ChartMark[] {
  return trail
    .map((o) => {
      const note = textOf(o.note, w.language);
      const text = [note && w.t('note', { note }), correctionText(o, indicator, w)]
        .filter(Boolean)
        .join('; ');
      if (!text) return undefined;
      return markOf(o.at ?? '', several ? w.t('trendNamed', { name, text }) : text, w);
    })
    .filter((mark): mark is ChartMark => mark !== undefined);
}

function breaksOf(from: number, to: number, { t, language }: Wording): ChartMark[] {
  const start = parseAt(MERGER)?.start ?? NaN;
  return from < start && start < to
    ? [{ end: start, at: formatDay(MERGER, language), text: t('trendBreak') }]
    : [];
}

function finestOf(lines: readonly Line[]): Precision {
  const precisions = new Set<string>();
  for (const { trail } of lines) {
    for (const o of trail) {
      const period = parseAt(o.at ?? '');
      precisions.add((period?.ends?.[1] ?? period)?.precision ?? 'month');
    }
  }
  return precisions.has('day') || precisions.has('time')
    ? 'day'
    : precisions.has('month')
      ? 'month'
      : 'year';
}
