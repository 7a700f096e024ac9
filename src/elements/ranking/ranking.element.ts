import { html, isServer, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Observations } from '../../api/figures.js';
import { figuresShape } from '../../api/document-shapes.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { hasLeft, missingObservation } from '../../domain/observations.js';
import { sourced } from '../../domain/sourced-observation.js';
import { textOf } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/translator.js';
import { viRanking } from '../../i18n/vi.ranking.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fieldLine, fields } from '../../parts/styles/fields.styles.js';
import {
  DataElement,
  noteNothing,
  type FiguresShown,
  type ShownState,
} from '../../parts/base/data-element.js';
import { TcnsSelectEvent } from '../../parts/base/events.js';
import { factsOf, otherSources, type FooterFacts, type MenuItem } from '../../parts/base/footer.js';
import { chosenOf, knownWords, wordsOf } from '../../parts/base/word-list.js';
import type { Empty } from '../../parts/base/empty.js';
import { OpenForPrint } from '../../parts/base/open-for-print.js';
import { titleView } from '../../parts/base/title.js';
import { selectField } from '../../parts/base/select-field.js';
import { rankingModel, type RankingModel } from './ranking.model.js';
import { styles } from './ranking.styles.js';
import { apartView, listView } from './ranking.view.js';

/**
 * @summary The children of an area in the order of an indicator: bars, ties, changes of place, and the reader's own area always in view.
 *
 * @slot - Shown until the figures are there, and kept if they never come.
 * @fires {TcnsLoadEvent} tcns-load - The figures have arrived, or new ones have; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 * @fires {TcnsSelectEvent} tcns-select - A reader chose an area or took the choice back; `detail.area`, `detail.indicator`.
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart rows - The list.
 * @csspart place - The place of an area.
 * @csspart value - The figure of an area.
 * @csspart apart - The areas without a figure.
 * @csspart notices - Which areas and dates are compared, and further sources.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the figures.
 * @csspart source - The source of the figures.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The table view.
 *
 * @cssproperty --tcns-ranking-min-height - Height kept free before the figures arrive (default 420px).
 */
export class TcnsRanking extends DataElement<Observations> {
  static override styles = [base, frame, fields, fieldLine, styles];

  /** The indicators to choose from, separated by spaces; the first is shown. */
  @property() indicator = '';
  /** `best`: the best first, as the indicator's `better` says; `worst`: from the other end. */
  @property() order: 'best' | 'worst' = 'best';
  /** How many areas are listed; 0 for all. */
  @property({ type: Number }) limit = 10;
  /** The reader's own area: marked, and always in view. */
  @property() mark?: string;
  /** The area that is chosen. */
  @property() selected: string | undefined;

  @state() private chosenIndicator: string | undefined;
  @state() private expanded = false;

  protected readonly shape = figuresShape;
  protected override readonly shapes = ['half', 'bars'];
  private model: RankingModel | undefined;
  private readonly paper = new OpenForPrint(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });

  constructor() {
    super();
    useTexts(viRanking);
  }

  protected override readonly tableBack = 'rankingBack';

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    const doc = shown.read.document;
    const model = this.modelOf(doc, shown.url);
    this.model = model;
    // A key that neither the document nor a figure knows is no title.
    if (!model.ranking.rows.length && !doc.indicators[this.shownIndicator]) return undefined;
    // A server draws nothing where no area has a figure, because the author's text is better there.
    if (model.total === 0 || (isServer && !model.newest)) return undefined;
    // What a reader has chosen stays, because it is the only way back.
    if (this.at && this.chosenIndicator === undefined) {
      const { rows, apart } = model.ranking;
      if (!rows.length && hasLeft(doc.observations, this.shownIndicator, apart)) return undefined;
    }
    const named = this.named(model.title);
    const { title } = named;
    const { newest } = model;
    const facts = factsOf(newest && { observation: newest, doc, url: shown.url });
    return this.box(html`
      ${this.head(title, model)} ${this.renderStale(shown)} ${this.choice(doc)}
      <div class="stretch">
        ${
          this.menu.panel === 'table'
            ? html`<div class="panel">
                ${this.menu.table(() => this.figuresShown(shown), title)}
              </div>`
            : this.list(model)
        }
      </div>
      ${this.notices(model, facts)}
      ${this.menu.footer(facts, named, this.pictureItem(title, model))}
    `);
  }

  private get indicators(): string[] {
    return wordsOf(this.indicator);
  }

  private get shownIndicator(): string {
    return chosenOf(this.chosenIndicator, this.indicators);
  }

  private modelOf(doc: Observations, url: string): RankingModel {
    const id = (written: string | undefined) => canonicalAreaId(written ?? '') || undefined;
    return rankingModel(
      {
        doc,
        url,
        parent: id(this.area) ?? doc.area ?? 'vn',
        written: this.area,
        indicator: this.shownIndicator,
        at: this.at,
        order: this.order === 'worst' ? 'worst' : 'best',
        limit: this.expanded || this.paper.isOpen || !(this.limit > 0) ? 0 : Math.floor(this.limit),
        mark: id(this.mark),
        selected: id(this.selected),
        today: this.pageContext.today,
      },
      this.wording,
    );
  }

  private head(title: string, { sample, orderWords }: RankingModel): TemplateResult {
    return html`${titleView({ title, level: this.level, sample, big: true }, this.wording)}
      <p class="muted">${orderWords}</p>`;
  }

  private choice(doc: Observations): unknown {
    const { t, language } = this.wording;
    const { indicators } = doc;
    const known = knownWords(this.indicators, this.shownIndicator, doc);
    if (known.length < this.indicators.length) noteNothing(this, doc);
    return selectField(
      t('rankingChoice'),
      known.map((key) => [key, textOf(indicators[key]?.name, language) || key]),
      this.shownIndicator,
      (key) => (this.chosenIndicator = key),
    );
  }

  private list(model: RankingModel): TemplateResult {
    const { t } = this.wording;
    const { rows, ranking } = model;
    const more = this.limit > 0 && ranking.rows.length > this.limit;
    return html`${
      rows.length > 0 || model.kept.length > 0
        ? listView(model, this.choose, this.wording)
        : html`<p class="muted line">${t('rankingNone')}</p>`
    }
    ${
      more
        ? html`<button
            class="link more"
            aria-expanded=${this.expanded ? 'true' : 'false'}
            @click=${() => (this.expanded = !this.expanded)}
          >
            ${this.expanded ? t('rankingFewer') : t('rankingAll', { n: ranking.rows.length })}
          </button>`
        : nothing
    }
    ${apartView(model, this.wording)}`;
  }

  private notices({ remarks, credits }: RankingModel, facts: FooterFacts): unknown {
    const others = otherSources(credits, facts, this.wording);
    if (remarks.length + others.length === 0) return nothing;
    return html`<div class="notices muted" part="notices">
      ${remarks.length > 0 ? html`<p class="line">${remarks.join(' ')}</p>` : nothing} ${others}
    </div>`;
  }

  private pictureItem(title: string, model: RankingModel): MenuItem[] {
    if (this.noDownload || this.menu.panel === 'table' || model.rows.length === 0) return [];
    const { t } = this.wording;
    const heading = model.sample ? `${title} (${t('sample')})` : title;
    const name = `tcns-${this.area ?? 'ranking'}-${this.shownIndicator}`;
    return [
      {
        label: t('rankingPng'),
        choose: () =>
          import('./ranking.picture.js').then(({ saveRanking }) =>
            saveRanking(this.renderRoot, model, { heading, name }),
          ),
      },
    ];
  }

  protected override get emptyFacts(): Empty {
    const { heading, level, area, shownIndicator: indicator, at, documentState: state } = this;
    const { today } = this.pageContext;
    return { heading, level, state, area, indicator, at, today, big: true };
  }

  protected override figuresShown({ read, url }: ShownState<Observations>): FiguresShown {
    const { ranking } = this.model ?? this.modelOf(read.document, url);
    const ordered = this.order === 'worst' ? [...ranking.rows].reverse() : ranking.rows;
    const missing = ranking.apart.map(
      ({ id, observation }) => observation ?? missingObservation(id, this.shownIndicator),
    );
    const observations = [...ordered.map(({ observation }) => observation), ...missing];
    return {
      figures: sourced(observations, read.document, url),
      ranks: new Map(ordered.map(({ observation, rank }) => [observation, String(rank)])),
    };
  }

  /** Chooses an area, or clears the choice where it is chosen already. */
  private readonly choose = (id: string): void => {
    const cleared = canonicalAreaId(this.selected ?? '') === id;
    this.selected = cleared ? undefined : id;
    this.dispatchEvent(
      new TcnsSelectEvent({ area: cleared ? null : id, indicator: this.shownIndicator }),
    );
  };
}
