/** The content of a line chart without its drawing: widgets make it, `chart.ts` and Chart.js draw it. */
import type { Precision } from '../../domain/time-axis.js';

/** One figure of a line. */
export interface ChartPoint {
  /** Its date in words: "tháng 8/2022". */
  readonly at: string;
  /** The end of its period, ms since 1970 (`periodEnd`). */
  readonly end: number;
  /** `null` where there is no figure: the line has a gap there. */
  readonly value: number | null;
  /** Drawn hollow, and the line to it dashed. */
  readonly estimated: boolean;
  /** The figure in words, with its approximation and unit: "hơn 74.000 tổ". */
  readonly text: string;
  /** What stands beside the point where there is room, approximation included: "hơn 74.000". */
  readonly short?: string | undefined;
  /** The figure is a range; drawn as an upright stroke. `null`: open above. */
  readonly range?: readonly [number, number | null] | undefined;
}

export interface ChartSeries {
  readonly name: string;
  /** Oldest first. */
  readonly points: readonly ChartPoint[];
}

/** A dashed line to compare with: a plan, a target. */
export interface ChartPlan {
  readonly name: string;
  readonly points: readonly { readonly end: number; readonly value: number }[];
}

/** A mark at an instant: numbered in the picture, explained under it. */
export interface ChartMark {
  /** ms since 1970. */
  readonly end: number;
  /** Its date in words. */
  readonly at: string;
  readonly text: string;
}

export interface LineChartModel {
  /** The title of the picture. */
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly plans?: readonly ChartPlan[];
  /** Events at a date. */
  readonly annotations?: readonly ChartMark[];
  /** Where figures before and after cannot be compared: an upright line. */
  readonly breaks?: readonly ChartMark[];
  /** The finest period among the dates: there are no marks between. */
  readonly finest: Precision;
  /** The words of a number on the upright axis. */
  readonly axisText: (value: number) => string;
  /** What the upright axis counts, in words; absent where each of its numbers says so ("80%"). */
  readonly unit?: string | undefined;
  /** Charts of one dashboard with the same key share the span of their upright axis. */
  readonly scale?: string | undefined;
  /** For places in an order: 1 is at the top. */
  readonly reverse?: boolean;
  /** The axis begins at 0; absent: where that does not flatten the lines. */
  readonly fromZero?: boolean;
  /** The end of the axis where it is fixed, such as 100 for shares of a whole. */
  readonly most?: number | undefined;
}

/** A point of a model: the index of its series and of the point in it. */
export interface PointRef {
  readonly series: number;
  readonly point: number;
}

/** The lines are told apart by colour and by the shape of their marks. */
export const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot'] as const;
export const COLOURS = 6;

/** Less than this share of the highest value as the span of all: from 0 on, the lines would be flat. */
const FLAT = 0.4;

/** Free places that are drawn above the best and below the worst place of an order. */
const RANK_ROOM = 3;

/** The dashes of a plan's line in px: two plans of a chart can be told apart. */
export const planDash = (index: number): readonly number[] => (index % 2 === 0 ? [2, 4] : [8, 4]);

/** The lowest and the highest value of an upright axis. */
export interface ValueSpan {
  readonly min: number;
  readonly max: number;
}

/** Where the upright axis begins and ends, before it is rounded. */
export function valueSpan({
  series,
  plans = [],
  fromZero,
  most,
  reverse,
}: LineChartModel): ValueSpan {
  let [low, high] = [Infinity, -Infinity];
  const take = (n: number | null | undefined) => {
    if (typeof n !== 'number') return;
    low = Math.min(low, n);
    high = Math.max(high, n);
  };
  for (const { points } of series)
    for (const { value, range } of points) {
      take(value);
      range?.forEach(take);
    }
  for (const { points } of plans) points.forEach(({ value }) => take(value));
  if (low > high) [low, high] = [0, 1];
  if (reverse) {
    return {
      min: Math.max(1, low - RANK_ROOM),
      max: Math.max(2, Math.min(most ?? Infinity, high + RANK_ROOM)),
    };
  }
  const zero = fromZero ?? (low >= 0 && high - low >= high * FLAT);
  const single = low === high;
  const from = zero || (single && low > 0) ? Math.min(0, low) : low;
  // Where the end of the axis is fixed, its beginning is rounded to a step.
  const min = most === undefined ? from : Math.floor(from / 10) * 10;
  return { min, max: Math.max(most ?? high, high, min + (single ? 1 : 0)) };
}

/** True where a reader has to be told that the axis does not begin at 0, or at the first place. */
export function isCut(model: LineChartModel, span = valueSpan(model)): boolean {
  return span.min > (model.reverse ? 1 : 0);
}

/** px between two points that leave room for their marks. */
const MARK_ROOM = 12;

/** px of one ms, in a chart of a width that leaves some room at both ends. */
function perTime(model: LineChartModel, width: number): number {
  const { min, max } = timeSpan(model);
  return width / (max - min + 2 * timePad(model));
}

/** ms between the first point and the beginning of the axis. */
export function timePad(model: LineChartModel): number {
  const { min, max } = timeSpan(model);
  return Math.max((max - min) * 0.03, 86_400_000);
}

/** False where the points stand so close that their marks would touch: then no line has any. */
export function hasMarks(model: LineChartModel, width: number): boolean {
  const px = perTime(model, width);
  return model.series.every(({ points }) => {
    const reach = (points[points.length - 1]?.end ?? 0) - (points[0]?.end ?? 0);
    return points.length < 2 || (reach * px) / (points.length - 1) >= MARK_ROOM;
  });
}

/** True where a whole line is estimated, which is drawn dashed and hollow. */
export const isEstimated = ({ points }: ChartSeries): boolean =>
  points.length > 0 && points.every(({ estimated, value }) => estimated || value === null);

/** The dashes of a line between estimated figures, in px. */
export const ESTIMATED_DASH: readonly number[] = [6, 4];

/** The instants that the chart spans. */
export function timeSpan({ series, plans = [] }: LineChartModel): {
  readonly min: number;
  readonly max: number;
} {
  let [min, max] = [Infinity, -Infinity];
  for (const { points } of [...series, ...plans])
    for (const { end } of points) {
      if (!Number.isFinite(end)) continue;
      min = Math.min(min, end);
      max = Math.max(max, end);
    }
  return min <= max ? { min, max } : { min: 0, max: 1 };
}
