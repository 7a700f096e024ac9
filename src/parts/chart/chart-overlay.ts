/** What a chart draws beside the lines of Chart.js: breaks, ranges, names, the unit, values, the point read. */
import { COLOURS, hasMarks, timeSpan, type PointRef } from './chart-model.js';
import { place, ROW, type ChartLook, type ChartRequest, type Line } from './chart-request.js';
import { placeValues, type Spot } from './chart-values.js';
import { thin } from './thin.js';

/** More points than this have no room for their values anywhere. */
const MOST_VALUES = 60;

/** What is drawn over the lines, in this order. */
export function drawOverlay(chart: Line, request: ChartRequest, look: ChartLook): void {
  drawRanges(chart, request, look);
  if (request.direct) drawNames(chart, request, look);
  drawUnit(chart, request, look);
  drawValues(chart, request, look);
}

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
  const { ctx, chartArea } = chart;
  const size = Math.max(11, look.size - 1);
  const isSingle = request.model.series.length === 1;
  ctx.save();
  ctx.font = `${size}px ${look.font}`;
  const room = {
    left: chartArea.left + 2,
    top: chartArea.top - look.size * ROW,
    right: request.direct ? chartArea.right + 4 : request.width,
    bottom: chartArea.bottom,
  };
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = look.surface;
  const lines = valueSpots(chart, request);
  for (const { line, x, y, text } of placeValues(lines, planSpots(chart, request), room, size)) {
    ctx.fillStyle = isSingle ? look.ink : (look.series[line % COLOURS] ?? look.ink);
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
  ctx.restore();
}

/** Each point of each line with its value in short; `undefined` for a gap. Measured in the font that is set. */
function valueSpots(chart: Line, request: ChartRequest): (Spot | undefined)[][] {
  const { model, width } = request;
  const { ctx } = chart;
  const all = hasAllValues(request);
  const time = timeSpan(model);
  return model.series.map(({ points }) => {
    const last = [...points].reverse().find(({ value }) => value !== null);
    return thin(points, width, time).map((point): Spot | undefined => {
      const { value, range } = point;
      const short = (all || point === last ? point.short : undefined) ?? '';
      const [x, y] = place(chart, point.end, value ?? range?.[0] ?? null) ?? [];
      if ((value === null && !range) || x === undefined || y === undefined) return undefined;
      return { x, y, text: short, width: short ? ctx.measureText(short).width : 0 };
    });
  });
}

const planSpots = (chart: Line, { model }: ChartRequest): { x: number; y: number }[][] =>
  (model.plans ?? []).map(({ points }) =>
    points.map(({ end, value }) => {
      const [x = 0, y = 0] = place(chart, end, value) ?? [];
      return { x, y };
    }),
  );

/** Upright lines of breaks, and numbers of what happened. */
export function drawMarks(chart: Line, request: ChartRequest, look: ChartLook): void {
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

/** The two ends of a range, open where it has no upper end. */
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

/** A text cut to a width in px. */
function fitted(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  let short = text;
  while (short.length > 1 && ctx.measureText(`${short}…`).width > room) short = short.slice(0, -1);
  return `${short.trim()}…`;
}

/** The point that a reader points at: an upright line, and a ring around the figure. */
export function drawActive(
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
