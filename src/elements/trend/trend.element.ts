import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Envelope, Observations } from '../../api/figures.js';
import { settings } from '../../data/settings.js';
import { figuresShape } from '../../api/figures.js';
import { vietnamDay } from '../../domain/calendar.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { textOf } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/translator.js';
import { viTrend } from '../../i18n/vi.trend.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fields } from '../../parts/styles/fields.styles.js';
import { LineChart } from '../../parts/chart/chart.js';
import { chartStyles } from '../../parts/chart/chart.styles.js';
import { DataElement, type FiguresShown, type ShownState } from '../../parts/base/data-element.js';
import { factsOf, otherSources, type MenuItem } from '../../parts/base/footer.js';
import { inlineData } from '../../parts/base/light-dom.js';
import { MoreDocuments } from '../../parts/base/more-documents.js';
import { wordsOf } from '../../parts/base/word-list.js';
import { titleView } from '../../parts/base/title.js';
import { groupsOf, trendModel, type Annotation, type TrendModel } from './trend.model.js';
import { styles } from './trend.styles.js';

/** "2022-06-01 Ra quân; 2022-08-31 Tổng kết": a date and words each. */
const annotationsFrom = (text: string | null): Annotation[] =>
  (text ?? '')
    .split(';')
    .map((entry) => /^\s*(\S+)\s+(.*\S)\s*$/.exec(entry))
    .filter((found): found is RegExpExecArray => found !== null)
    .map(([, at = '', said = '']) => ({ at, text: said }));

/**
 * @summary Figures over time: one or several indicators or areas as lines, with gaps where data is missing and estimates dashed.
 *
 * @slot - Shown until the figures are there, and kept if they never come.
 * @fires {TcnsLoadEvent} tcns-load - The figures have arrived, or new ones have; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart summary - The first and the last figure of each line.
 * @csspart chart - The chart with its legend and notes.
 * @csspart legend - The names of the lines.
 * @csspart reading - The figure that is pointed at.
 * @csspart marks - What the marks in the chart mean.
 * @csspart notices - What could not be shown, and further sources.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the newest figure.
 * @csspart source - The source of the newest figure.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The table view.
 *
 * @cssproperty --tcns-trend-min-height - Height kept free before the figures arrive (default 440px).
 * @cssproperty --tcns-chart-height - Height of the chart itself (default 260px).
 * @cssproperty --tcns-series-1 - Colour of the first line.
 * @cssproperty --tcns-series-2 - Colour of the second line.
 * @cssproperty --tcns-series-3 - Colour of the third line.
 * @cssproperty --tcns-series-4 - Colour of the fourth line.
 * @cssproperty --tcns-series-5 - Colour of the fifth line.
 * @cssproperty --tcns-series-6 - Colour of the sixth line.
 * @cssproperty --tcns-dark-series-1 - Colour of the first line on a dark page.
 * @cssproperty --tcns-dark-series-2 - Colour of the second line on a dark page.
 * @cssproperty --tcns-dark-series-3 - Colour of the third line on a dark page.
 * @cssproperty --tcns-dark-series-4 - Colour of the fourth line on a dark page.
 * @cssproperty --tcns-dark-series-5 - Colour of the fifth line on a dark page.
 * @cssproperty --tcns-dark-series-6 - Colour of the sixth line on a dark page.
 */
export class TcnsTrend extends DataElement<Observations> {
  static override styles = [base, frame, fields, chartStyles, styles];

  /** The indicators to show, separated by spaces; those of another unit stand in a choice. */
  @property() indicator = '';
  /** What happened, a date and words each: `2022-06-01 Ra quân; 2022-08-31 Tổng kết`. */
  @property({ converter: { fromAttribute: annotationsFrom } }) annotations: readonly Annotation[] =
    [];

  @state() private group = 0;

  protected readonly shape = figuresShape;
  private readonly chart = new LineChart(this);
  private readonly more = new MoreDocuments<Observations>(
    this,
    () => this.shape,
    (area) => ({
      data: undefined,
      src: undefined,
      api: this.api ?? settings().api,
      bundle: this.bundle ?? (this.api ? undefined : settings().bundle),
      area,
      adapter: this.adapter,
      refresh: this.refresh,
    }),
  );
  private drawn:
    | { readonly said: string; readonly documents: readonly unknown[]; readonly model: TrendModel }
    | undefined;

  constructor() {
    super();
    useTexts(viTrend);
  }

  protected override get documentArea(): string | undefined {
    return wordsOf(this.area)[0];
  }

  override async reload(): Promise<void> {
    await Promise.all([super.reload(), this.more.reload()]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const alone =
      this.src !== undefined || this.data !== undefined || inlineData(this) !== undefined;
    this.more.follow(alone ? [] : wordsOf(this.area).slice(1));
  }

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    const others = wordsOf(this.area).slice(1);
    if (others.some((area) => this.more.stateOf(area)?.status === 'waiting'))
      return this.renderSkeleton();
    const document = this.merged(shown);
    const groups = groupsOf(document, wordsOf(this.indicator));
    const model = this.modelOf(shown, document, groups[this.group] ?? groups[0] ?? []);
    const { newest } = model;
    if (!newest && model.missing.length === 0) return undefined;
    const title = this.heading ?? model.title;
    return this.box(html`
      ${titleView({ title, level: this.level, sample: model.sample, big: true }, this.wording)}
      ${this.choice(document, groups)}
      <div class="stretch">
        ${
          this.panel === 'table'
            ? html`<div class="panel">${this.renderTable(shown, title)}</div>`
            : this.picture(model)
        }
      </div>
      ${this.notices(model, others, shown.url)} ${this.renderStale(shown)}
      ${this.renderFooter(
        factsOf(newest, document, shown.url),
        title,
        this.pictureItem(title, model),
      )}
    `);
  }

  private choice({ indicators }: Envelope, groups: readonly (readonly string[])[]): unknown {
    if (groups.length < 2) return nothing;
    const { t, language } = this.wording;
    const name = (keys: readonly string[]) =>
      keys.map((key) => textOf(indicators[key]?.name, language) || key).join(', ');
    return html`<label class="field"
      ><span>${t('trendChoice')}</span>
      <select
        @change=${(event: Event) => (this.group = (event.target as HTMLSelectElement).selectedIndex)}
      >
        ${groups.map((keys, i) => html`<option .selected=${i === this.group}>${name(keys)}</option>`)}
      </select></label
    >`;
  }

  private picture({ chart, sentences }: TrendModel): TemplateResult {
    if (!chart) return html`<p class="said muted">${this.wording.t('missing')}</p>`;
    const said = sentences.filter(Boolean);
    return html`${
      said.length > 1
        ? html`<ul class="sr">
            ${said.map((text) => html`<li>${text}</li>`)}
          </ul>`
        : html`<p class="said" part="summary">${said[0]}</p>`
    }
    ${this.chart.render(chart, this.wording)}`;
  }

  /** What could not be shown, and the sources beside the newest one. */
  private notices(
    { missing, besides }: TrendModel,
    others: readonly string[],
    url: string,
  ): unknown {
    const { t } = this.wording;
    const failed = others.filter((area) => this.more.stateOf(area)?.status === 'failed');
    const unknown = failed.filter(
      (id) => !this.drawn?.model.observations.some((o) => o.area === canonicalAreaId(id)),
    );
    if (missing.length + besides.length + unknown.length === 0) return nothing;
    return html`<div class="notices muted" part="notices">
      ${missing.length > 0 ? html`<p class="line">${t('trendMissing', { names: missing.join('; ') })}</p>` : nothing}
      ${
        unknown.length > 0
          ? html`<p class="line" role="status">
              ${t('trendFailed', { names: unknown.join(', ') })}
              <button class="link" part="retry" @click=${() => void this.reload()}>
                ${t('retry')}
              </button>
            </p>`
          : nothing
      }
      ${otherSources(besides, undefined, url, this.wording)}
    </div>`;
  }

  /** All documents as one: an area's own observations go before those of another's document. */
  private merged({ read }: ShownState<Observations>): Envelope {
    const others = wordsOf(this.area)
      .slice(1)
      .map((area) => this.more.stateOf(area))
      .map((now) => (now && 'read' in now ? now.read.document : undefined))
      .filter((document): document is Observations => document !== undefined);
    return [read.document, ...others].reduce<Envelope>(
      (all, one) => ({
        version: all.version,
        areas: { ...all.areas, ...one.areas },
        indicators: { ...all.indicators, ...one.indicators },
        sources: { ...all.sources, ...one.sources },
        observations: all.observations.concat(one.observations),
      }),
      { version: '1', areas: {}, indicators: {}, sources: {}, observations: [] },
    );
  }

  /** Pointing at a figure changes nothing: the lines are worked out once. */
  private modelOf(
    { read }: ShownState<Observations>,
    document: Envelope,
    indicators: string[],
  ): TrendModel {
    const own = wordsOf(this.area).map(canonicalAreaId);
    const areas = own.length > 0 ? [...new Set(own)] : [read.document.area ?? 'vn'];
    const { annotations, at, wording } = this;
    const today = vietnamDay(Date.now());
    const said = JSON.stringify([areas, indicators, at, annotations, today, wording.language]);
    const documents = [read.document, ...wordsOf(this.area).map((area) => this.more.stateOf(area))];
    const known = this.drawn;
    if (known?.said === said && documents.every((one, i) => one === known.documents[i]))
      return known.model;
    const model = trendModel({ document, areas, indicators, at, annotations, today }, wording);
    this.drawn = { said, documents, model };
    return model;
  }

  private pictureItem(heading: string, model: TrendModel): MenuItem[] {
    const { canvas } = this.chart;
    if (this.noDownload || !canvas || this.panel === 'table') return [];
    const { t } = this.wording;
    const title = model.sample ? `${heading} (${t('sample')})` : heading;
    return [
      {
        label: t('chartPng'),
        choose: () =>
          void import('../../parts/chart/chart-picture.js').then(({ saveChart }) =>
            saveChart(this.renderRoot, canvas, {
              heading: title,
              name: `tcns-${this.area ?? 'trend'}`,
            }),
          ),
      },
    ];
  }

  protected override renderSkeleton(): TemplateResult {
    return this.box(
      html`<p class="sr">${this.wording.t('loading')}</p>
        <div aria-hidden="true">
          <div class="block wide"></div>
          <div class="block chart"></div>
        </div>`,
      true,
    );
  }

  protected override renderEmpty(): TemplateResult {
    const { heading, level, wording } = this;
    return this.box(
      html`${heading ? titleView({ title: heading, level, sample: false, big: true }, wording) : nothing}
        <p class="muted line">${wording.t('empty')}</p>`,
    );
  }

  protected override figuresShown(shown: ShownState<Observations>): FiguresShown {
    return {
      observations: this.drawn?.model.observations ?? [],
      document: this.merged(shown),
    };
  }
}
