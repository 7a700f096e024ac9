/** The point of a chart that a reader has chosen, by pointer or keyboard. */
import { capital } from '../../i18n/capital.js';
import type { Wording } from '../../i18n/figures.js';
import { zoomOf } from '../../data/observe.js';
import type { LineChartModel, PointRef } from './chart-model.js';

/** What the reader asks of the chart. */
export interface ReadChart {
  readonly model: () => LineChartModel | undefined;
  /** The point nearest to a place in px of the plot; `undefined` before the drawing is there. */
  readonly nearest: (x: number, y: number) => PointRef | undefined;
  /** Another point was chosen. */
  readonly changed: () => void;
}

export class ChartReader {
  /** The point that is read; `undefined` for none. */
  active: PointRef | undefined;

  constructor(private readonly chart: ReadChart) {}

  /** "Đà Nẵng, tháng 12/2022: hơn 15.000 người". */
  words({ series }: LineChartModel, { t }: Wording): string | undefined {
    const line = this.active && series[this.active.series];
    const point = line?.points[this.active?.point ?? -1];
    if (!line || !point) return undefined;
    const text =
      series.length > 1
        ? t('chartPoint', { name: line.name, date: point.at, figure: point.text })
        : t('chartDate', { date: point.at, figure: point.text });
    return capital(text);
  }

  private choose(next: PointRef | undefined): void {
    const { active } = this;
    if (next?.series === active?.series && next?.point === active?.point) return;
    this.active = next;
    this.chart.changed();
  }

  readonly aim = (event: PointerEvent): void => {
    const plot = event.currentTarget as HTMLElement;
    const box = plot.getBoundingClientRect();
    const scale = zoomOf(plot);
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const point = this.chart.nearest(x / scale, y / scale);
    if (point) this.choose(point);
  };

  readonly leave = (event: Event): void => {
    // A finger that was lifted has read nothing yet.
    if ((event as PointerEvent).pointerType !== 'touch') this.choose(undefined);
  };

  readonly key = (event: KeyboardEvent): void => {
    const model = this.chart.model();
    if (!model || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextPoint(model, this.active, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.choose(next ?? undefined);
  };
}

/** Where a key leads: `null` away from all points, `undefined` for a key that is none of ours. */
export function nextPoint(
  { series }: LineChartModel,
  active: PointRef | undefined,
  key: string,
): PointRef | null | undefined {
  if (key === 'Escape') return active ? null : undefined;
  const lineStep = { ArrowUp: -1, ArrowDown: 1 }[key];
  const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[key];
  if (lineStep === undefined && step === undefined) return undefined;
  const first = Math.max(
    0,
    series.findIndex(({ points }) => points.length > 0),
  );
  const from = active ?? { series: first, point: step === -1 || key === 'End' ? Infinity : -1 };
  const points = series[from.series]?.points ?? [];
  if (lineStep === undefined) {
    const point = Math.min(points.length - 1, Math.max(0, from.point + (step ?? 0)));
    return points.length > 0 ? { series: from.series, point } : undefined;
  }
  if (!active) return { series: first, point: 0 };
  const target = from.series + lineStep;
  const end = points[from.point]?.end ?? 0;
  const others = series[target]?.points ?? [];
  if (others.length === 0) return active;
  const distance = (i: number) => Math.abs((others[i]?.end ?? Infinity) - end);
  const point = others.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
  return { series: target, point };
}
