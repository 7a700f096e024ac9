import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Observations } from '../../api/figures.js';
import { figuresShape } from '../../api/document-shapes.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { hasLeft } from '../../domain/observations.js';
import { sourced } from '../../domain/sourced-observation.js';
import { useTexts } from '../../i18n/translator.js';
import { viTrend } from '../../i18n/vi.trend.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fieldLine, fields } from '../../parts/styles/fields.styles.js';
import { LineChart } from '../../parts/chart/chart.js';
import { chartStyles } from '../../parts/chart/chart.styles.js';
import {
  DataElement,
  noteNothing,
  type FiguresShown,
  type ShownState,
} from '../../parts/base/data-element.js';
import { factsOf, otherSources, type FooterFacts, type MenuItem } from '../../parts/base/footer.js';
import { memo } from '../../parts/base/memo.js';
import { wordsOf } from '../../parts/base/word-list.js';
import type { Empty } from '../../parts/base/empty.js';
import { retryButton } from '../../parts/base/states.js';
import { titleView } from '../../parts/base/title.js';
import { selectField } from '../../parts/base/select-field.js';
import { FurtherAreas, type TrendDocuments } from './trend.documents.js';
import { missingWords } from './trend.lines.js';
import { trendModel, type Annotation, type TrendModel, type TrendRequest } from './trend.model.js';
import { styles } from './trend.styles.js';

/** "2022-06-01 Ra quân; 2022-08-31 Tổng kết": a date and words each. */
const annotationsFrom = (text: string | null): Annotation[] =>
  (text ?? '')
    .split(';')
    .map((entry) => /^\s*(\S+)\s+(.*\S)\s*$/.exec(entry))
    .filter((match): match is RegExpExecArray => match !== null)
    .map(([, at = '', words = '']) => ({ at, text: words }));

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
  static override styles = [base, frame, fields, fieldLine, chartStyles, styles];

  /** The indicators to show, separated by spaces; those of another unit stand in a choice. */
  @property() indicator = '';
  /** What happened, a date and words each: `2022-06-01 Ra quân; 2022-08-31 Tổng kết`. */
  @property({ converter: { fromAttribute: annotationsFrom } }) annotations: readonly Annotation[] =
    [];

  @state() private group = 0;

  protected readonly shape = figuresShape;
  protected override readonly shapes = ['half', 'plot'];
  private readonly chart = new LineChart(this, () => this.pageContext.pixels);
  private readonly further = new FurtherAreas(this);
  private readonly modelOf = memo(trendModel);
  private model: TrendModel | undefined;

  constructor() {
    super();
    useTexts(viTrend);
    this.menu.printTable();
  }

  protected override get documentIds() {
    return { area: wordsOf(this.area)[0] };
  }

  override async reload(): Promise<void> {
    await Promise.all([super.reload(), this.further.reload()]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.further.follow();
  }

  protected override readonly tableBack = 'chartBack';

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    if (this.further.isWaiting) return this.renderWaiting();
    const model = this.modelOf(this.request(shown), this.wording);
    this.model = model;
    if (model.hasUnknown) noteNothing(this, shown.read.document);
    // A page that is made once keeps its own text where there is no figure at all.
    if (!model.newest && (isServer || this.hasNothing(model))) return undefined;
    const named = this.named(model.title);
    const { title } = named;
    const facts = factsOf(model.newest);
    return this.box(html`
      ${titleView({ title, level: this.level, sample: model.sample, big: true }, this.wording)}
      ${this.renderStale(shown)} ${this.choice(model)}
      <div class="stretch">
        ${
          this.menu.panel === 'table'
            ? html`<div class="panel">${this.menu.table(() => this.figuresShown(), title)}</div>`
            : this.picture(model)
        }
      </div>
      ${this.notices(model, facts)}
      ${this.menu.footer(facts, named, this.pictureItem(title, model))}
    `);
  }

  /** True where the document has nothing to say of what is asked for, or no longer has the figures of a date. */
  private hasNothing({ lines, missing }: TrendModel): boolean {
    const { at } = this;
    if (missing.length === 0) return true;
    const areas = lines.map(({ area: id }) => ({ id, observation: undefined }));
    return at !== undefined && lines.some(({ doc, key }) => hasLeft(doc.observations, key, areas));
  }

  private choice({ groups }: TrendModel): unknown {
    return selectField(
      this.wording.t('trendChoice'),
      groups.map((name, i) => [String(i), name]),
      String(groups[this.group] === undefined ? 0 : this.group),
      (i) => (this.group = Number(i)),
    );
  }

  private picture({ chart, sentences, missing }: TrendModel): TemplateResult {
    if (!chart) return html`<p class="said muted">${missingWords(missing, this.wording)}</p>`;
    const lines = sentences.filter(Boolean);
    return html`${
      lines.length > 1
        ? html`<ul class="sr">
            ${lines.map((text) => html`<li>${text}</li>`)}
          </ul>`
        : html`<p class="said" part="summary">${lines[0]}</p>`
    }
    ${this.chart.render(chart, this.wording)}`;
  }

  /** What could not be shown, and the sources that the footer does not name. */
  private notices({ chart, credits, lines, ...model }: TrendModel, facts: FooterFacts): unknown {
    const { t } = this.wording;
    // Without a chart the names stand in its place.
    const missing = chart ? model.missing : [];
    const sources = otherSources(credits, facts, this.wording);
    const unknown = this.further.failed.filter(
      (id) => !lines.some(({ area, trail }) => area === canonicalAreaId(id) && trail.length > 0),
    );
    if (missing.length + sources.length + unknown.length === 0) return nothing;
    return html`<div class="notices muted" part="notices">
      ${missing.length > 0 ? html`<p class="line">${missingWords(missing, this.wording)}</p>` : nothing}
      ${
        unknown.length > 0
          ? html`<p class="line" role="status">
              ${t('trendFailed', { names: unknown.join(', ') })}
              ${retryButton(this.wording, this.further.isAbsent ? undefined : () => void this.reload())}
            </p>`
          : nothing
      }
      ${sources}
    </div>`;
  }

  /** What is asked for; the same object while nothing changes. */
  private request({ read, url }: ShownState<Observations>): TrendRequest {
    return this.requestOf(
      this.further.with(read.document, url),
      this.indicator,
      this.at,
      this.annotations,
      this.group,
      this.pageContext.today,
    );
  }

  private readonly requestOf = memo(
    (
      documents: TrendDocuments,
      indicator: string,
      at: string | undefined,
      annotations: readonly Annotation[],
      group: number,
      today: string,
    ): TrendRequest => ({
      ...documents,
      indicators: wordsOf(indicator),
      at,
      annotations,
      group,
      today,
    }),
  );

  private pictureItem(heading: string, model: TrendModel): MenuItem[] {
    const { canvas } = this.chart;
    if (this.noDownload || !canvas || this.menu.panel === 'table') return [];
    const { t } = this.wording;
    const title = model.sample ? `${heading} (${t('sample')})` : heading;
    return [
      {
        label: t('chartPng'),
        choose: () =>
          import('../../parts/chart/chart-picture.js').then(({ saveChart }) =>
            saveChart(this.renderRoot, canvas, {
              heading: title,
              name: `tcns-${this.area ?? 'trend'}`,
            }),
          ),
      },
    ];
  }

  protected override get emptyFacts(): Empty {
    const { heading, level, at, documentState: state } = this;
    const { area } = this.documentIds;
    const [indicator = ''] = wordsOf(this.indicator);
    const { today } = this.pageContext;
    return { heading, level, state, area, indicator, at, today, big: true };
  }

  protected override figuresShown(): FiguresShown {
    const lines = this.model?.lines ?? [];
    return { figures: lines.flatMap(({ trail, doc, url }) => sourced(trail, doc, url)) };
  }
}
