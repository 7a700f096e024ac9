/** What is asked of the drawing of a chart, and where a figure is in it. */
import type { Chart } from 'chart.js';
import type { LineChartModel, ValueSpan } from './chart-model.js';

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

/** A point of a line: the end of its period in ms, and its value; `null` for a gap. */
export interface ChartPosition {
  x: number;
  y: number | null;
}

/** Chart.js with the figures of the widget. */
export type Line = Chart<'line', ChartPosition[]>;

/** Letters: the room of the unit, of the marks' numbers and of a value over the highest point. */
export const ROW = 1.6;

/** The position of a figure in px; a gap is drawn at half the height. */
export function place(chart: Line, x: number, y: number | null): [number, number] | undefined {
  const { x: across, y: upright } = chart.scales;
  if (!across || !upright) return undefined;
  const { top, bottom } = chart.chartArea;
  return [
    across.getPixelForValue(x),
    y === null ? (top + bottom) / 2 : upright.getPixelForValue(y),
  ];
}
