/**
 * A line chart on a canvas, by Chart.js with only the parts used. Loaded when a chart comes into
 * view. Chart.js gets its size from us (`responsive: false`): its own way observes the whole page.
 */
import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartDataset,
  type ChartOptions,
  type Plugin,
  type Scale,
} from 'chart.js';
import { timeTicks } from '../../domain/time-axis.js';
import { tickDistance, tickText } from '../../i18n/axis-texts.js';
import {
  COLOURS,
  ESTIMATED_DASH,
  hasMarks,
  planDash,
  SHAPES,
  timePad,
  timeSpan,
  type LineChartModel,
  type PointRef,
  type ValueSpan,
} from './chart-model.js';
import { placeValues, type Spot } from './chart-values.js';
import { thin } from './thin.js';

/** The colours and the font of the widget, as its style sheet has them now. */
export interface ChartLook {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly series: readonly string[];
  readonly font: string;
  /** px of the letters. */
  readonly size: number;
}

export interface ChartRequest {
  readonly model: LineChartModel;
  readonly language: string;
  readonly width: number;
  readonly height: number;
  /** True where the names of the lines stand beside them. */
  readonly direct: boolean;
  /** What the upright axis spans. */
  readonly values: ValueSpan;
}

/** A drawn chart. */
export interface DrawnChart {
  /** Draws anew: other figures, another size, language or theme. */
  show(request: ChartRequest, look: ChartLook): void;
  /** Points at a figure. */
  point(active: PointRef | undefined): void;
  /** The figure nearest to a place in the canvas, in px. */
  nearest(x: number, y: number): PointRef | undefined;
  destroy(): void;
}

type Line = Chart<'line', { x: number; y: number | null }[]>;

/** More points than this have no room for their values anywhere. */
const MOST_VALUES = 60;
/** Letters: the room of the unit, of the marks' numbers and of a value over the highest point. */
const ROW = 1.6;
/** The share of the width that names beside the lines may take. */
const MOST_LABEL = 0.34;

let registered = false;

/** @param density - dots a px; absent: those of the screen */
export function drawChart(canvas: HTMLCanvasElement, density?: number): DrawnChart {
  if (!registered) Chart.register(LineController, LineElement, PointElement, LinearScale);
  registered = true;
  let chart: Line | undefined;
  let shown: { request: ChartRequest; look: ChartLook } | undefined;
  let active: PointRef | undefined;
  const overlay: Plugin<'line'> = {
    id: 'tcns',
    beforeDatasetsDraw: (on) => {
      if (shown) drawMarks(on as Line, shown.request, shown.look);
    },
    afterDatasetsDraw: (on) => {
      if (!shown) return;
      drawRanges(on as Line, shown.request, shown.look);
      if (shown.request.direct) drawNames(on as Line, shown.request, shown.look);
      drawUnit(on as Line, shown.request, shown.look);
      drawValues(on as Line, shown.request, shown.look);
      if (active) drawActive(on as Line, active, shown);
    },
  };
  return {
    show(request, look) {
      shown = { request, look };
      const data = { datasets: datasetsOf(request, look) };
      const options = {
        ...optionsOf(canvas, request, look),
        ...(density && { devicePixelRatio: density }),
      };
      if (chart) {
        chart.data = data;
        chart.options = options;
        chart.resize(request.width, request.height);
        chart.update('none');
        return;
      }
      canvas.width = request.width;
      canvas.height = request.height;
      chart = new Chart(canvas, { type: 'line', data, options, plugins: [overlay] });
      chart.resize(request.width, request.height);
    },
    point(ref) {
      active = ref;
      chart?.draw();
    },
    nearest: (x, y) => chart && shown && nearest(chart, shown.request.model, x, y),
    destroy: () => chart?.destroy(),
  };
}

function datasetsOf(
  { model, width }: ChartRequest,
  look: ChartLook,
): ChartDataset<'line', { x: number; y: number | null }[]>[] {
  const time = timeSpan(model);
  const lines = model.series.map(({ points: all }, i) => {
    const points = thin(all, width, time);
    const colour = look.series[i % COLOURS] ?? look.ink;
    const estimated = (index: number) => points[index]?.estimated === true;
    return {
      data: points.map(({ end, value }) => ({ x: end, y: value })),
      borderColor: colour,
      pointBorderColor: colour,
      pointBackgroundColor: points.map((p) => (p.estimated ? look.surface : colour)),
      pointStyle: SHAPES[i % SHAPES.length] ?? 'circle',
      ...(points.some((point) => point.estimated) && {
        segment: {
          borderDash: (ends: { p0DataIndex: number; p1DataIndex: number }) =>
            estimated(ends.p0DataIndex) || estimated(ends.p1DataIndex)
              ? [...ESTIMATED_DASH]
              : undefined,
        },
      }),
    };
  });
  const plans = (model.plans ?? []).map(({ points }, i) => ({
    data: points.map(({ end, value }) => ({ x: end, y: value })),
    borderColor: look.muted,
    borderDash: [...planDash(i)],
    pointRadius: 0,
  }));
  return [...lines, ...plans];
}

function optionsOf(
  canvas: HTMLCanvasElement,
  request: ChartRequest,
  look: ChartLook,
): ChartOptions<'line'> {
  const { model, width, language, values } = request;
  const font = { family: look.font, size: look.size, lineHeight: 1.4 };
  const ticks = { font, color: look.muted, maxRotation: 0, autoSkip: false };
  const span = timeSpan(model);
  const pad = timePad(model);
  const most = Math.floor((width - look.size * 5) / (look.size * tickDistance(language)));
  const marks = timeTicks(span.min, span.max, { most, finest: model.finest });
  const texts = new Map(marks.map((mark) => [mark.end, tickText(mark, language)]));
  return {
    responsive: false,
    maintainAspectRatio: false, // else a wider size is cut to the old shape
    animation: false,
    events: [],
    normalized: true,
    clip: false,
    layout: {
      padding: {
        top: look.size * (unitRow(model) + ROW) + marksRow(model, look),
        right: request.direct ? namesWidth(canvas, request, look) : 8,
      },
    },
    elements: {
      line: { borderWidth: 2, tension: 0 },
      point: {
        radius: hasMarks(model, width) ? 4 : 0,
        borderWidth: 2,
        hitRadius: 0,
        hoverRadius: 4,
      },
    },
    scales: {
      x: {
        type: 'linear',
        min: span.min - pad,
        max: span.max + pad,
        grid: { drawOnChartArea: false, color: look.line, tickColor: look.line },
        border: { color: look.muted },
        ticks: { ...ticks, callback: (value) => texts.get(Number(value)) ?? '' },
        afterBuildTicks: (axis: Scale) => {
          axis.ticks = marks.map(({ end }) => ({ value: end }));
        },
      },
      y: {
        type: 'linear',
        reverse: model.reverse === true,
        beginAtZero: values.min === 0 && !model.reverse,
        ...(model.reverse || model.most !== undefined
          ? { min: values.min, max: values.max }
          : {
              suggestedMin: values.min,
              suggestedMax: values.max,
              grace: values.min > 0 ? '8%' : 0,
            }),
        grid: { color: look.line, drawTicks: false },
        border: { display: false },
        ticks: {
          ...ticks,
          padding: 6,
          maxTicksLimit: request.height < 220 ? 4 : 6,
          callback: (value) => model.axisText(Number(value)),
        },
      },
    },
  };
}

/** Letters and px over the chart: the unit of the axis, then the numbers of the marks. */
const unitRow = ({ unit }: LineChartModel): number => (unit ? ROW : 0);
const marksRow = ({ annotations = [] }: LineChartModel, look: ChartLook): number =>
  annotations.length > 0 ? look.size * ROW : 0;

/** True where each value may stand beside its point; else only the last of each line. */
function hasAllValues({ model, width }: ChartRequest): boolean {
  const all = model.series.reduce((n, { points }) => n + points.length, 0);
  return all <= MOST_VALUES && hasMarks(model, width);
}

/** What the upright axis counts, over it. */
function drawUnit({ ctx }: Line, { model, width }: ChartRequest, look: ChartLook): void {
  if (!model.unit) return;
  ctx.save();
  ctx.fillStyle = look.muted;
  ctx.font = `${look.size}px ${look.font}`;
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(fitted(ctx, model.unit, width - 4), 2, look.size * 1.1);
  ctx.restore();
}

/** The values beside their points, as many as there is room for. */
function drawValues(chart: Line, request: ChartRequest, look: ChartLook): void {
  const { model, width, direct } = request;
  const { ctx, chartArea } = chart;
  const size = Math.max(11, look.size - 1);
  ctx.save();
  ctx.font = `${size}px ${look.font}`;
  const all = hasAllValues(request);
  const time = timeSpan(model);
  const lines = model.series.map(({ points }) => {
    const last = [...points].reverse().find(({ value }) => value !== null);
    return thin(points, width, time).map((point): Spot | undefined => {
      const { value, range } = point;
      const short = (all || point === last ? point.short : undefined) ?? '';
      const [x, y] = place(chart, point.end, value ?? range?.[0] ?? null) ?? [];
      if ((value === null && !range) || x === undefined || y === undefined) return undefined;
      return { x, y, text: short, width: short ? ctx.measureText(short).width : 0 };
    });
  });
  const plans = (model.plans ?? []).map(({ points }) =>
    points.map(({ end, value }) => {
      const [x = 0, y = 0] = place(chart, end, value) ?? [];
      return { x, y };
    }),
  );
  const room = {
    left: chartArea.left + 2,
    top: chartArea.top - look.size * ROW,
    right: direct ? chartArea.right + 4 : width,
    bottom: chartArea.bottom,
  };
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = look.surface;
  for (const { line, x, y, text } of placeValues(lines, plans, room, size)) {
    ctx.fillStyle = lines.length > 1 ? (look.series[line % COLOURS] ?? look.ink) : look.ink;
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
  ctx.restore();
}

function namesWidth(
  canvas: HTMLCanvasElement,
  { model, width }: ChartRequest,
  look: ChartLook,
): number {
  const context = canvas.getContext('2d');
  if (!context) return 0;
  context.font = `600 ${look.size}px ${look.font}`;
  const widths = model.series.map(({ name }) => context.measureText(name).width);
  return Math.min(width * MOST_LABEL, Math.max(0, ...widths) + 14);
}

/** The y of a value in px; of a gap the middle. */
function place(chart: Line, x: number, y: number | null): [number, number] | undefined {
  const { x: across, y: upright } = chart.scales;
  if (!across || !upright) return undefined;
  const { top, bottom } = chart.chartArea;
  return [
    across.getPixelForValue(x),
    y === null ? (top + bottom) / 2 : upright.getPixelForValue(y),
  ];
}

/** Upright lines of breaks, and numbers of what happened. */
function drawMarks(chart: Line, request: ChartRequest, look: ChartLook): void {
  const { ctx, chartArea } = chart;
  const { model } = request;
  const all = [...(model.annotations ?? []), ...(model.breaks ?? [])];
  ctx.save();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  ctx.font = `600 ${look.size}px ${look.font}`;
  all.forEach(({ end }, i) => {
    const [x] = place(chart, end, 0) ?? [NaN];
    if (!(x >= chartArea.left - 1 && x <= chartArea.right + 1)) return;
    const isBreak = i >= (model.annotations ?? []).length;
    ctx.strokeStyle = isBreak ? look.ink : look.muted;
    ctx.lineWidth = 1;
    ctx.setLineDash(isBreak ? [4, 3] : [1, 3]);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    if (isBreak) return;
    ctx.fillStyle = look.ink;
    // Over the row of the highest values.
    ctx.fillText(String(i + 1), x, chartArea.top - look.size * ROW - 2);
  });
  ctx.restore();
}

function drawRanges(chart: Line, { model }: ChartRequest, look: ChartLook): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.lineWidth = 2;
  model.series.forEach(({ points }, i) => {
    ctx.strokeStyle = look.series[i % COLOURS] ?? look.ink;
    for (const { end, range } of points) {
      if (!range) continue;
      const [x = 0, low = 0] = place(chart, end, range[0]) ?? [];
      const high = range[1] === null ? chartArea.top : (place(chart, end, range[1])?.[1] ?? 0);
      ctx.beginPath();
      ctx.moveTo(x - 4, low);
      ctx.lineTo(x + 4, low);
      ctx.moveTo(x, low);
      ctx.lineTo(x, high);
      if (range[1] !== null) {
        ctx.moveTo(x - 4, high);
        ctx.lineTo(x + 4, high);
      }
      ctx.stroke();
    }
  });
  ctx.restore();
}

/** The names beside the ends of the lines, moved apart where they would touch. */
function drawNames(chart: Line, { model, width }: ChartRequest, look: ChartLook): void {
  const { ctx, chartArea } = chart;
  const gap = look.size * 1.3;
  const names = model.series
    .map(({ name, points }, i) => {
      const last = [...points].reverse().find(({ value }) => value !== null);
      const [, y] = (last && place(chart, last.end, last.value)) ?? [];
      return { name, y, colour: look.series[i % COLOURS] ?? look.ink };
    })
    .filter((entry): entry is typeof entry & { y: number } => entry.y !== undefined)
    .sort((a, b) => a.y - b.y);
  let floor = -Infinity;
  names.forEach((entry) => (floor = entry.y = Math.max(entry.y, floor + gap)));
  let ceiling = chartArea.bottom + gap / 2;
  [...names].reverse().forEach((entry) => (ceiling = entry.y = Math.min(entry.y, ceiling - gap)));
  ctx.save();
  ctx.font = `600 ${look.size}px ${look.font}`;
  ctx.textBaseline = 'middle';
  for (const { name, y, colour } of names) {
    ctx.fillStyle = colour;
    ctx.fillText(fitted(ctx, name, width - chartArea.right - 10), chartArea.right + 8, y);
  }
  ctx.restore();
}

function fitted(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  let short = text;
  while (short.length > 1 && ctx.measureText(`${short}…`).width > room) short = short.slice(0, -1);
  return `${short.trim()}…`;
}

function drawActive(
  chart: Line,
  { series, point }: PointRef,
  { request, look }: { readonly request: ChartRequest; readonly look: ChartLook },
): void {
  const { ctx, chartArea } = chart;
  const read = request.model.series[series]?.points[point];
  const [x, y] = (read && place(chart, read.end, read.value)) ?? [];
  if (!read || x === undefined || y === undefined) return;
  ctx.save();
  ctx.strokeStyle = look.ink;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
  if (read.value !== null) {
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.arc(x, y, 8, 0, Math.PI * 2);
    ctx.stroke();
  }
  ctx.restore();
}

/** Nearest by date first, then by height: a finger rarely hits a line. */
function nearest(
  chart: Line,
  { series }: LineChartModel,
  x: number,
  y: number,
): PointRef | undefined {
  let best: PointRef | undefined;
  let least = [Infinity, Infinity] as [number, number];
  series.forEach(({ points }, s) => {
    const distance = (p: number): [number, number] => {
      const [px, py] = place(chart, points[p]?.end ?? NaN, points[p]?.value ?? null) ?? [NaN, 0];
      return [Math.round(Math.abs(px - x)), Math.abs(py - y)];
    };
    const instant = chart.scales.x?.getValueForPixel(x) ?? 0;
    const from = firstAfter(points, instant);
    // To both sides as long as it comes no farther away by date.
    for (const step of [-1, 1]) {
      for (let p = step < 0 ? from - 1 : from; p >= 0 && p < points.length; p += step) {
        const [dx, dy] = distance(p);
        if (!(dx <= least[0])) break;
        if (
          dx < least[0] ||
          dy < least[1] ||
          (dy === least[1] && best?.series === s && p < best.point)
        ) {
          least = [dx, dy];
          best = { series: s, point: p };
        }
      }
    }
  });
  return best;
}

/** The index of the first point after an instant; points stand in the order of time. */
function firstAfter(points: readonly { readonly end: number }[], instant: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.end ?? Infinity) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
