/** The options of Chart.js: the two axes, and the room around the lines. */
import type { ChartOptions, Scale } from 'chart.js';
import { timeTicks } from '../../domain/time-axis.js';
import { tickDistance, tickText } from '../../i18n/axis-texts.js';
import { hasMarks, timePad, timeSpan, type LineChartModel } from './chart-model.js';
import { ROW, type ChartLook, type ChartRequest } from './chart-request.js';

type Axis = NonNullable<NonNullable<ChartOptions<'line'>['scales']>[string]>;

/** The share of the width that names beside the lines may take. */
const MOST_LABEL = 0.34;

/** Chart.js options for a request. */
export function optionsOf(
  canvas: HTMLCanvasElement,
  request: ChartRequest,
  look: ChartLook,
): ChartOptions<'line'> {
  const { model, width } = request;
  return {
    responsive: false,
    maintainAspectRatio: false, // with `true`, Chart.js cuts a wider size to the old proportions
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
    scales: { x: timeAxis(request, look), y: valueAxis(request, look) },
  };
}

const ticksOf = (look: ChartLook) => ({
  font: { family: look.font, size: look.size, lineHeight: 1.4 },
  color: look.muted,
  maxRotation: 0,
  autoSkip: false,
});

/** The axis of time, with ticks where a year, a month or a day begins. */
function timeAxis({ model, width, language }: ChartRequest, look: ChartLook): Axis {
  const span = timeSpan(model);
  const pad = timePad(model);
  const most = Math.floor((width - look.size * 5) / (look.size * tickDistance(language)));
  const marks = timeTicks(span.min, span.max, { most, finest: model.finest });
  const texts = new Map(marks.map((mark) => [mark.end, tickText(mark, language)]));
  return {
    type: 'linear',
    min: span.min - pad,
    max: span.max + pad,
    grid: { drawOnChartArea: false, color: look.line, tickColor: look.line },
    border: { color: look.muted },
    ticks: { ...ticksOf(look), callback: (value) => texts.get(Number(value)) ?? '' },
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = marks.map(({ end }) => ({ value: end }));
    },
  };
}

/** The axis of values. The ends of a rank or a percentage are exact; other ends are a suggestion. */
function valueAxis({ model, values, height }: ChartRequest, look: ChartLook): Axis {
  return {
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
      ...ticksOf(look),
      padding: 6,
      maxTicksLimit: height < 220 ? 4 : 6,
      callback: (value) => model.axisText(Number(value)),
    },
  };
}

/** Letters and px over the chart: the unit of the axis, then the numbers of the marks. */
const unitRow = ({ unit }: LineChartModel): number => (unit ? ROW : 0);
const marksRow = ({ annotations = [] }: LineChartModel, look: ChartLook): number =>
  annotations.length > 0 ? look.size * ROW : 0;

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
