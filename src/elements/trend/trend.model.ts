/** What a trend shows, without a pixel: its lines, their sentences, and what they leave out. */
import type { Area, Envelope, Indicator, Observation, Source } from '../../api/figures.js';
import { areaKind } from '../../domain/areas.js';
import { areaName, formerAndPresent } from '../../i18n/area-names.js';
import { compareAt, parseAt, periodEnd } from '../../domain/calendar.js';
import { formatAt, formatDay } from '../../i18n/dates.js';
import {
  figureOf,
  historyOf,
  isMissing,
  isPair,
  isPercentage,
  isRank,
} from '../../domain/observations.js';
import type { Precision } from '../../domain/time-axis.js';
import { correctionText, figureText, pairText, type Wording } from '../../i18n/figures.js';
import { formatAmount } from '../../i18n/numbers.js';
import { textOf } from '../../i18n/texts.js';
import type { ChartMark, ChartPoint, LineChartModel } from '../../parts/chart/chart-model.js';

/** The areas before this day and after it are not the same. */
const MERGER = '2025-07-01';

export interface TrendRequest {
  readonly document: Envelope;
  /** Ids as observations carry them. */
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
  /** The history ends here. */
  readonly at: string | undefined;
  /** What the page itself marks. */
  readonly annotations: readonly Annotation[];
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What happened, at a date. */
export interface Annotation {
  readonly at: string;
  readonly text: string;
}

/** One area and indicator with its history. */
interface Line {
  readonly name: string;
  readonly indicator: Indicator | undefined;
  readonly trail: readonly Observation[];
}

export interface TrendModel {
  readonly title: string;
  readonly chart: LineChartModel | undefined;
  readonly observations: readonly Observation[];
  /** The first and the last figure of each line. */
  readonly sentences: readonly string[];
  /** The names of the lines without any figure. */
  readonly missing: readonly string[];
  readonly newest: Observation | undefined;
  /** The sources beside the newest figure's. */
  readonly besides: readonly Source[];
  readonly sample: boolean;
}

/** Indicators that can share an axis: counts of one unit, rates, or places in an order. */
export function groupsOf({ indicators }: Envelope, keys: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const indicator = indicators[key];
    const kind = isRank(indicator) ? `rank/${indicator?.of}` : textOf(indicator?.unit, 'vi');
    groups.set(kind, [...(groups.get(kind) ?? []), key]);
  }
  return [...groups.values()];
}

export function trendModel(request: TrendRequest, w: Wording): TrendModel {
  const { document, areas, indicators, at } = request;
  const lines = areas
    .map((area) => indicators.map((key) => ({ area, key })))
    .reduce((all, some) => all.concat(some), [])
    .map(({ area, key }): Line => {
      const history = historyOf(document.observations, area, key).filter((o) => o.at);
      return {
        name: lineName(request, area, key, w),
        indicator: document.indicators[key],
        trail: at ? figureOf(history, at).trail : history,
      };
    });
  const drawn = lines.filter(({ trail }) => trail.some((o) => !isMissing(o)));
  const observations = lines.reduce<Observation[]>((all, { trail }) => all.concat(trail), []);
  const newest = observations.reduce<Observation | undefined>(
    (best, o) => (!best?.at || compareAt(o.at ?? '', best.at) > 0 ? o : best),
    undefined,
  );
  const own = document.sources[newest?.source ?? ''];
  const used = [...new Set(observations.map((o) => document.sources[o.source ?? '']))];
  const title = titleOf(request, w);
  return {
    title,
    chart: drawn.length > 0 ? chartOf(title, drawn, request, w) : undefined,
    observations,
    sentences: drawn.map((line) => sentenceOf(line, drawn.length > 1, w)),
    missing: lines.filter((line) => !drawn.includes(line)).map(({ name }) => name),
    newest,
    besides: used.filter((s): s is Source => s !== undefined && s !== own),
    sample: used.some((s) => s?.sample === true),
  };
}

function chartOf(
  title: string,
  lines: readonly Line[],
  { annotations }: TrendRequest,
  w: Wording,
): LineChartModel {
  const [first] = lines;
  const indicator = first?.indicator;
  const values = lines
    .map(({ trail }) => trail.map((o) => o.value ?? 0))
    .reduce((all, some) => all.concat(some), []);
  const highest = Math.max(...values);
  const percentage = isPercentage(indicator);
  const series = lines.map(({ name, trail, indicator: own }) => ({
    name,
    points: trail.map((o) => pointOf(o, own, w)),
  }));
  const ends = series
    .map(({ points }) => points.map(({ end }) => end))
    .reduce((a, b) => a.concat(b), []);
  const several = lines.length > 1;
  return {
    title,
    series,
    annotations: [
      ...annotations.map(({ at, text }) => markOf(at, text, w)),
      ...lines.map((line) => notesOf(line, several, w)).reduce((a, b) => a.concat(b), []),
    ]
      .filter(({ end }) => Number.isFinite(end))
      .sort((a, b) => a.end - b.end),
    breaks: breaksOf(Math.min(...ends), Math.max(...ends), w),
    finest: finestOf(lines),
    axisText: (value) =>
      Number.isInteger(value) || !isRank(indicator)
        ? formatAmount(Number(value.toFixed(6)), w.language, w.t) + (percentage ? '%' : '')
        : '',
    reverse: isRank(indicator),
    most: isRank(indicator)
      ? indicator?.of
      : percentage && highest <= 100 && highest > 50
        ? 100
        : undefined,
  };
}

function pointOf(o: Observation, indicator: Indicator | undefined, w: Wording): ChartPoint {
  const at = o.at ?? '';
  const missing = isMissing(o);
  const pair = typeof o.value === 'number' && isPair(o) ? ` (${pairText(o, w)})` : '';
  const status = o.status === 'estimated' || o.status === 'provisional' ? o.status : undefined;
  const words = status ? `; ${w.t(status).toLowerCase()}` : '';
  return {
    at: formatAt(at, w.language, { approx: o.atApprox, brief: true }),
    end: periodEnd(at),
    value: missing || o.range || typeof o.value !== 'number' ? null : o.value,
    estimated: o.status === 'estimated',
    text: `${figureText(o, indicator, w)}${pair}${words}`,
    range: missing ? undefined : o.range,
  };
}

function markOf(at: string, text: string, { language }: Wording): ChartMark {
  return { end: periodEnd(at), at: formatAt(at, language), text };
}

/** What the source says about a figure, and what was mended. */
function notesOf({ name, trail, indicator }: Line, several: boolean, w: Wording): ChartMark[] {
  return trail
    .map((o) => {
      const note = textOf(o.note, w.language);
      const said = [note && w.t('note', { note }), correctionText(o, indicator, w)]
        .filter(Boolean)
        .join('; ');
      if (!said) return undefined;
      return markOf(o.at ?? '', several ? w.t('trendNamed', { name, text: said }) : said, w);
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
  const found = new Set<string>();
  for (const { trail } of lines) {
    for (const o of trail) {
      const period = parseAt(o.at ?? '');
      found.add((period?.ends?.[1] ?? period)?.precision ?? 'month');
    }
  }
  return found.has('day') || found.has('time') ? 'day' : found.has('month') ? 'month' : 'year';
}

function placeName(
  { document, today }: TrendRequest,
  id: string,
  { t, language }: Wording,
): string {
  const area = document.areas[id];
  if (id === 'vn' || (area && areaKind(area) === 'country')) return t('nationwide');
  const lookup = (areaId: string): Area | undefined => document.areas[areaId];
  const { former } = formerAndPresent(id, lookup, language, { today });
  return former ?? (area ? areaName(area, language) : id);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function lineName(request: TrendRequest, area: string, key: string, w: Wording): string {
  const { document, areas, indicators } = request;
  const what = textOf(document.indicators[key]?.name, w.language) || key;
  const where = placeName(request, area, w);
  if (areas.length > 1 && indicators.length > 1)
    return w.t('titleWithArea', { title: what, area: where });
  return areas.length > 1 ? capital(where) : what;
}

function titleOf(request: TrendRequest, w: Wording): string {
  const { document, areas, indicators } = request;
  const [area = ''] = areas;
  const [key = ''] = indicators;
  const what = textOf(document.indicators[key]?.name, w.language) || key;
  if (indicators.length > 1 && areas.length === 1)
    return w.t('trendOf', { area: placeName(request, area, w) });
  return areas.length > 1
    ? what
    : w.t('titleWithArea', { title: what, area: placeName(request, area, w) });
}

/** "27.200 tổ (tháng 6/2022); hơn 74.000 tổ (tháng 3/2025)": never called progress. */
function sentenceOf({ name, indicator, trail }: Line, named: boolean, w: Wording): string {
  const known = trail.filter((o) => !isMissing(o));
  const [first] = known;
  const last = known[known.length - 1];
  if (!first || !last) return '';
  const date = (o: Observation) =>
    formatAt(o.at ?? '', w.language, { approx: o.atApprox, brief: true });
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
