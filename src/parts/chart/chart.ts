/**
 * A line chart as part of a widget's shadow root: its frame and its legend. The drawing (`chart-canvas.ts`, Chart.js) loads when the chart comes into
 * view, and before a print; until then, and where it cannot be loaded, a plain line is there.
 */
import {
  html,
  isServer,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Wording } from '../../i18n/figures.js';
import { useTexts } from '../../i18n/translator.js';
import { viChart } from '../../i18n/vi.chart.js';
import type { drawChart, DrawnChart } from './chart-canvas.js';
import { lookOf } from './chart-look.js';
import {
  COLOURS,
  ESTIMATED_DASH,
  hasMarks,
  isEstimated,
  planDash,
  valueSpan,
  type ChartSeries,
  type LineChartModel,
} from './chart-model.js';
import { marksView, remarksView } from './chart-notes.js';
import { markPath, planSample, previewOf, sampleOf, type LineSigns } from './chart-preview.js';
import { ChartReader } from './chart-reader.js';
import { charts, type ChartPlace, type LineSample } from '../share/painted.js';
import { leaveSiblings, sharedSpan, type SharedSpan } from './chart-siblings.js';
import { whenBack } from '../../data/when-back.js';
import { sayOnce } from '../../data/say-once.js';
import { observeSize, observeView, type StopObserving } from '../../data/observe.js';
import { listen, pageDocument, unlisten } from '../../data/page-base.js';

export type {
  ChartMark,
  ChartPlan,
  ChartPoint,
  ChartSeries,
  LineChartModel,
} from './chart-model.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** px: from this width on the names of several lines stand beside them. */
const DIRECT = 480;
/** px of a letter of a name, at most, and the share of the width that names may take. */
const LETTER = 9;
const MOST_NAME = 0.34;

/** Draws, reads and clears away the one chart of its host. The host renders `render(model, wording)`. */
export class LineChart implements ReactiveController {
  private model: LineChartModel | undefined;
  private language = 'vi';
  private plot: HTMLElement | undefined;
  private drawn: DrawnChart | undefined;
  private drawing: typeof drawChart | undefined;
  private width = 0;
  private height = 0;
  private isAsked = false;
  /** True once a drawing has thrown. */
  private broken = false;
  private stopView: StopObserving | undefined;
  private stopSize: StopObserving | undefined;
  /** While the code of the drawing could not be loaded. */
  private stopWaiting: StopObserving | undefined;
  /** The dashboard whose charts share a scale. */
  private group: Element | undefined;

  private readonly reader = new ChartReader({
    model: () => this.model,
    nearest: (x, y) => this.drawn?.nearest(x, y),
    changed: () => this.host.requestUpdate(),
  });

  /** @param usualWidth - px, about, before the chart is measured; 0: not known */
  constructor(
    private readonly host: Host,
    private readonly usualWidth = () => 0,
  ) {
    useTexts(viChart);
    host.addController(this);
  }

  hostConnected(): void {
    if (isServer) return;
    listen('beforeprint', this.want);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    unlisten('beforeprint', this.want);
    this.clear();
    leaveSiblings(this.group, this);
    this.group = undefined;
  }

  /** Another chart of the dashboard has changed the scale of both. */
  rescaled(): void {
    this.host.requestUpdate();
  }

  /** What the upright axis spans, with the charts beside it that measure the same. */
  private span(model: LineChartModel): SharedSpan {
    const ownSpan = { ...valueSpan(model), alone: false };
    const group = isServer ? undefined : (this.host.closest('tcns-dashboard') ?? undefined);
    if (group !== this.group) leaveSiblings(this.group, this);
    this.group = group;
    if (!group || !model.scale) return ownSpan;
    return sharedSpan(group, this, model.scale, ownSpan);
  }

  /** After each drawing of the host: the figures, the language or the theme may be others. */
  hostUpdated(): void {
    // An update that was on its way when the host went would open what nobody closes.
    if (!this.host.isConnected) return;
    const plot = this.host.renderRoot.querySelector<HTMLElement>('.plot') ?? undefined;
    if (plot !== this.plot || !this.stopSize) this.follow(plot);
    else if (this.stopWaiting) this.want();
    this.draw();
  }

  /** The chart with its reading line, legend and notes. */
  render(model: LineChartModel, w: Wording): TemplateResult {
    this.model = model;
    this.language = w.language;
    const { t } = w;
    const { annotations = [], breaks = [] } = model;
    const span = this.span(model);
    return html`<div class="chart" part="chart">
      <div
        class="plot"
        role="application"
        tabindex="0"
        aria-label="${t('chartOf', { title: model.title })}. ${t('chartKeys')}"
        @keydown=${this.reader.key}
        @focusout=${this.reader.leave}
        @pointermove=${this.reader.aim}
        @pointerdown=${this.reader.aim}
        @pointerleave=${this.reader.leave}
      >
        ${this.drawn ? nothing : previewOf(model, span)}
        <canvas aria-hidden="true"></canvas>
      </div>
      ${this.renderLegend(model, w)}
      <p class="reading" part="reading" role="status">
        ${this.reader.words(model, w) ?? html`<span class="muted">${t('chartHint')}</span>`}
      </p>
      ${marksView([...annotations], breaks, w)} ${remarksView(model, span, w)}
    </div>`;
  }

  /** The drawing, for a picture to save; `undefined` before it is there and has a size. */
  get canvas(): HTMLCanvasElement | undefined {
    return this.drawn && this.width > 0
      ? (this.plot?.querySelector('canvas') ?? undefined)
      : undefined;
  }

  /** px of the drawing. */
  get extent(): { readonly width: number; readonly height: number } {
    const { width, height } = this;
    return { width, height };
  }

  /** The legend of a picture. Where it names a plan, it names the measured line too. */
  samplesAt(width: number): LineSample[] {
    const { model, plot } = this;
    if (!model || !plot) return [];
    const { series, plans = [] } = model;
    const look = lookOf(plot, width);
    const named = series.length > 1 ? !this.directAt(width) : plans.length > 0;
    return [
      ...(named ? series : []).map((line, i) => {
        const { marked, estimated } = this.signsOf(line);
        return {
          name: line.name,
          colour: look.series[i % COLOURS] ?? look.ink,
          dash: estimated ? ESTIMATED_DASH : [],
          ...(marked && { mark: markPath(i), hollow: estimated }),
        };
      }),
      ...plans.map(({ name }, i) => ({ name, colour: look.muted, dash: planDash(i) })),
    ];
  }

  /** The colour that the chart stands on. */
  get surface(): string {
    return this.plot ? lookOf(this.plot, this.width).surface : '';
  }

  /** Draws the chart into a picture, sharp at a density, without the point that is read. */
  paint(context: CanvasRenderingContext2D, place: ChartPlace): void {
    const { model, plot, drawing, language } = this;
    const { left, top, density, scale = 1, width = this.width, height = this.height } = place;
    if (!model || !plot || !drawing || this.width === 0) return;
    const canvas = pageDocument.createElement('canvas');
    const copy = drawing(canvas, density * scale);
    const values = this.span(model);
    const direct = this.directAt(width);
    copy.show({ model, language, width, height, direct, values }, lookOf(plot, width));
    context.drawImage(canvas, left, top, width * scale, height * scale);
    copy.destroy();
  }

  /** True where the names stand beside their lines: several, few enough, and short enough. */
  private get direct(): boolean {
    return this.directAt(this.width);
  }

  private directAt(width: number): boolean {
    const names = this.model?.series.map(({ name }) => name.length) ?? [];
    const fits = Math.max(0, ...names) * LETTER <= width * MOST_NAME;
    return (
      this.drawn !== undefined &&
      width >= DIRECT &&
      names.length > 1 &&
      names.length <= COLOURS &&
      fits
    );
  }

  private renderLegend({ series, plans = [] }: LineChartModel, { t }: Wording): unknown {
    // Beside a plan the measured line is named too.
    const named = series.length > 1 ? !this.direct : plans.length > 0;
    const lines = named ? series : [];
    if (lines.length + plans.length === 0) return nothing;
    return html`<ul class="lines" part="legend" aria-label=${t('chartLegend')}>
      ${lines.map((line, i) => html`<li>${sampleOf(i, this.signsOf(line))} ${line.name}</li>`)}
      ${plans.map(({ name }, i) => html`<li>${planSample(i)} ${name}</li>`)}
    </ul>`;
  }

  /** How a line looks in the chart of this width; its legend looks the same. */
  private signsOf(line: ChartSeries): LineSigns {
    return { marked: this.isMarked, estimated: isEstimated(line) };
  }

  private get isMarked(): boolean {
    const { model } = this;
    const width = this.width || this.usualWidth();
    return !model || width === 0 || hasMarks(model, width);
  }

  /* ---- The drawing ---- */

  private follow(plot: HTMLElement | undefined): void {
    this.clear();
    this.plot = plot;
    if (!plot) return;
    this.stopSize = observeSize(plot, (width, height) => this.measure(width, height));
    if (this.isAsked) return this.want();
    this.stopView = observeView(plot, (inView) => inView && this.want(), 200);
  }

  private clear(): void {
    this.stopView?.();
    this.stopSize?.();
    this.stopWaiting?.();
    this.drawn?.destroy();
    this.stopView = this.stopSize = this.stopWaiting = this.drawn = this.plot = undefined;
    this.reader.active = undefined;
    this.width = this.height = 0;
  }

  /** A hidden tab has no size: the chart waits until it has one. */
  private measure(width: number, height: number): void {
    if (width === 0 || height === 0) return;
    const { isMarked } = this;
    this.width = Math.floor(width);
    this.height = Math.floor(height);
    // The plain line fits any size, and its legend is the same unless marks come or go.
    if (!this.drawn && this.isMarked === isMarked) return;
    // Not inside the observer's own callback: what it changes would be an error on the page.
    requestAnimationFrame(() => this.host.requestUpdate());
  }

  private readonly want = (): void => {
    this.stopView?.();
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    this.isAsked = true;
    const { plot } = this;
    if (!plot || this.drawn || this.broken) return;
    import('./chart-canvas.js')
      .then(
        ({ drawChart }) => {
          const canvas = plot === this.plot && !this.drawn && plot.querySelector('canvas');
          if (!canvas) return;
          this.drawing = drawChart;
          this.drawn = drawChart(canvas);
          charts.set(canvas, this);
          this.host.requestUpdate();
        },
        (error: unknown) => {
          sayOnce(`a chart's code could not be loaded, its plain line stays: ${String(error)}`);
          // Other figures or a reader's pointer ask for it, too.
          if (plot === this.plot) this.stopWaiting = whenBack(this.want);
        },
      )
      .catch((error: unknown) => this.giveUp(error));
  };

  /** The plain line stays, and the table view has every figure. */
  private giveUp(error: unknown): void {
    sayOnce(`a chart cannot be drawn, its plain line stays: ${String(error)}`);
    const { drawn } = this;
    this.drawn = undefined;
    this.broken = true;
    this.host.requestUpdate();
    try {
      drawn?.destroy();
    } catch {
      // What cannot be drawn may not be cleared away either.
    }
  }

  private draw(): void {
    const { model, drawn, plot, width, height, language } = this;
    if (!model || !drawn || !plot || width === 0) return;
    try {
      const values = this.span(model);
      drawn.show(
        { model, language, width, height, direct: this.direct, values },
        lookOf(plot, width),
      );
      drawn.point(this.reader.active);
    } catch (error) {
      this.giveUp(error);
    }
  }
}
