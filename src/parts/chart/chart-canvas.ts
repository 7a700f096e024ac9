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
  type ChartConfiguration,
  type ChartDataset,
  type ChartOptions,
  type Plugin,
} from 'chart.js';
import {
  COLOURS,
  ESTIMATED_DASH,
  planDash,
  SHAPES,
  timeSpan,
  type PointRef,
} from './chart-model.js';
import { nearest } from './chart-nearest.js';
import { optionsOf } from './chart-options.js';
import { drawActive, drawMarks, drawOverlay } from './chart-overlay.js';
import type { ChartLook, ChartPosition, ChartRequest, Line } from './chart-request.js';
import { thin } from './thin.js';

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
      drawOverlay(on as Line, shown.request, shown.look);
      if (active) drawActive(on as Line, active, shown);
    },
  };
  return {
    show(request, look) {
      shown = { request, look };
      const options = optionsOf(canvas, request, look);
      if (density) options.devicePixelRatio = density;
      const data = { datasets: datasetsOf(request, look) };
      if (chart) redraw(chart, request, data, options);
      else
        chart = firstDrawing(canvas, request, { type: 'line', data, options, plugins: [overlay] });
    },
    point(ref) {
      if (ref === active) return;
      active = ref;
      chart?.draw();
    },
    nearest: (x, y) => chart && shown && nearest(chart, shown.request.model, x, y),
    destroy: () => chart?.destroy(),
  };
}

function firstDrawing(
  canvas: HTMLCanvasElement,
  { width, height }: ChartRequest,
  configuration: ChartConfiguration<'line', ChartPosition[]>,
): Line {
  canvas.width = width;
  canvas.height = height;
  const chart = new Chart(canvas, configuration);
  chart.resize(width, height);
  return chart;
}

function redraw(
  chart: Line,
  { width, height }: ChartRequest,
  data: Line['data'],
  options: ChartOptions<'line'>,
): void {
  chart.data = data;
  chart.options = options;
  chart.resize(width, height);
  chart.update('none');
}

/** The lines, then the plans. */
function datasetsOf(
  { model, width }: ChartRequest,
  look: ChartLook,
): ChartDataset<'line', ChartPosition[]>[] {
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
