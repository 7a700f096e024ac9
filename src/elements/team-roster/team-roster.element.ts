import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { rosterShape, type RosterDocument } from '../../api/roster-document.js';
import type { RosterFeed } from '../../data/roster-feed.js';
import { sourced } from '../../domain/sourced-observation.js';
import { useTexts } from '../../i18n/translator.js';
import { viRoster } from '../../i18n/vi.roster.js';
import { DataElement, type FiguresShown, type ShownState } from '../../parts/base/data-element.js';
import { OpenForPrint } from '../../parts/base/open-for-print.js';
import { emptyLine } from '../../parts/base/states.js';
import { titleView } from '../../parts/base/title.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { tableStyles } from '../../parts/styles/table.styles.js';
import { fields } from '../../parts/styles/fields.styles.js';
import { bodyView } from './team-roster.body.js';
import { columnsOf } from './team-roster.items.js';
import { FinderState } from './team-roster.finder-state.js';
import { finder } from './team-roster.finder.styles.js';
import { finderView } from './team-roster.finder.js';
import { RosterFilters } from './team-roster.filters.js';
import { RosterLoader } from './team-roster.loader.js';
import { belowView, countsView, footerFacts, noticesView } from './team-roster.panels.js';
import { rosterMenu } from './team-roster.menu.js';
import { plain } from './team-roster.plain.styles.js';
import { RosterPrint } from './team-roster.print.js';
import { rehearsePage } from './team-roster.rehearsal.js';
import { QrCodes } from './team-roster.qr-codes.js';
import { RosterRows } from './team-roster.rows.js';
import { RosterSearch, type SearchResult } from './team-roster.search.js';
import { styles } from './team-roster.styles.js';
import { RosterSummary } from './team-roster.summary.js';
import type { RosterContext } from './team-roster.view.js';
import { after } from '../../data/timers.js';

/**
 * @summary The teams of an area: a list or cards by commune, or a finder for a citizen. People are named only with a recorded consent.
 *
 * @slot - Shown until the teams are there, and kept if they never come.
 * @fires {TcnsLoadEvent} tcns-load - The teams have arrived, or new ones have; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 * @fires {TcnsSelectEvent} tcns-select - A reader chose an area or cleared the choice; `detail.area`.
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart counts - How many teams and members there are.
 * @csspart notices - What has to be said about the list: its age, when is reported, where totals differ.
 * @csspart controls - The search and the choices of area, level and order.
 * @csspart search - The box to type in.
 * @csspart list - The list, which scrolls.
 * @csspart team - A team's card.
 * @csspart people - The people of a team.
 * @csspart call - The link that calls the team.
 * @csspart zalo - The link that opens the team's Zalo.
 * @csspart email - The link that writes to the team.
 * @csspart qr - A QR code and the name of what it opens.
 * @csspart finder - The finder.
 * @csspart structure - How teams are made up.
 * @csspart progress - How much of the list has been loaded.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the figures.
 * @csspart source - The source of the figures.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The whole list on one page.
 *
 * @cssproperty --tcns-team-roster-min-height - Height kept free before the teams arrive (default 560px).
 * @cssproperty --tcns-team-roster-list-height - Height of the list, which scrolls inside it (default 520px).
 */
export class TcnsTeamRoster extends DataElement<RosterDocument> {
  static override styles = [base, frame, tableStyles, fields, styles, finder, plain];
  protected static override readonly measured = true;

  /** `list`: rows by commune; `cards`; `finder`: a citizen's way to the own team. */
  @property() view: 'list' | 'cards' | 'finder' = 'list';
  /** Shows the whole list on one page, for the browser's own search and for print. */
  @property({ type: Boolean }) plain = false;
  /** Keeps the search and the choice in the page's address. */
  @property({ attribute: 'url-state', type: Boolean }) urlState = false;
  /** Hides the search. */
  @property({ attribute: 'no-search', type: Boolean }) noSearch = false;
  /** Hides the choices of area, level, order and contact. */
  @property({ attribute: 'no-filters', type: Boolean }) noFilters = false;

  protected readonly shape = rosterShape;
  protected override readonly shapes = ['half', 'entry', 'bars'];
  private result: SearchResult | undefined;
  private readonly redraw = (): void => this.requestUpdate();
  private readonly loader = new RosterLoader({
    adapter: () => this.adapter,
    today: () => this.pageContext.today,
    changed: () => this.teamsArrived(),
  });
  private readonly summary = new RosterSummary({
    language: () => this.wording.language,
    today: () => this.pageContext.today,
    area: () => this.area,
  });
  private readonly rows = new RosterRows(this, () => this.loadNext());
  private readonly filters = new RosterFilters(this, {
    inUrl: () => this.urlState,
    read: (area, query) =>
      this.isFinder ? this.finder.open(area, query) : this.filters.set({ area, query }),
  });
  private readonly search = new RosterSearch(this.redraw);
  private readonly finder = new FinderState(this, this.filters, this.search);
  private readonly qrCodes = new QrCodes(this.redraw);
  private readonly print = new RosterPrint(this, {
    plain: () => this.plain,
    feed: () => (this.isFinder ? undefined : this.loader.feed),
    groups: () => this.rows.items?.spans.length ?? 0,
    draw: () => this.performUpdate(),
    rehearse: () => {
      const { feed } = this.loader;
      if (feed) rehearsePage(this.context(feed));
    },
  });

  constructor() {
    super();
    new OpenForPrint(this);
    useTexts(viRoster);
  }

  private get isFinder(): boolean {
    return this.view === 'finder';
  }

  protected override get inSteps(): boolean {
    return !this.isFinder && !this.print.isPage;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.prepare();
  }

  protected override prepare(): void {
    const now = this.documentState;
    if (!('read' in now)) {
      this.loader.close();
      this.rows.clear();
      return;
    }
    this.loader.follow(now.read.document, now.url);
    this.updateRows();
  }

  private updateRows(): void {
    const { feed } = this.loader;
    if (!feed || this.isFinder) return;
    const { query, value } = this.filters;
    const places = this.summary.places(feed);
    if (query && feed.hasMore && !feed.error) void Promise.resolve().then(() => feed.all());
    const result = (this.result = this.search.teams(feed, places, query, this.print.isPrinting));
    const order = this.filters.orderOf(feed.isLong);
    const columns = columnsOf(this.view, this.pageContext.pixels);
    this.rows.follow({ feed, places, filters: value, order, columns, ...result });
    this.rows.window.cut(!this.drawsAll);
  }

  private teamsArrived(): void {
    const { feed } = this.loader;
    if (feed?.isLong && !feed.isReading && !feed.isFilling)
      after(
        0,
        () => feed === this.loader.feed && this.search.prepare(feed, this.summary.places(feed)),
      );
    this.redraw();
  }

  /** Loads all pages. The button disappears, so the focus moves to the list. */
  private loadRest(feed: RosterFeed): void {
    this.rows.focus();
    void feed.all();
  }

  /** Loads the next page when the reader comes near the end of the list. */
  private loadNext(): void {
    const { feed } = this.loader;
    if (feed?.hasMore && !feed.error && !isServer) void Promise.resolve().then(() => feed.more());
  }

  /** False while only what is seen first is drawn: all rows and what stands below them make a long task of it. */
  private get drawsAll(): boolean {
    return this.isWhole || !this.inSteps;
  }

  protected override renderDocument(shown: ShownState<RosterDocument>): TemplateResult | undefined {
    const { feed } = this.loader;
    if (!feed) return undefined;
    const w = this.wording;
    const places = this.summary.places(feed);
    const totals = this.summary.totals(feed);
    const named = this.named(places.title(w.t));
    const save = this.noDownload ? undefined : () => this.saveList();
    const items = this.isFinder ? [] : rosterMenu(this.print, save, w);
    const facts = { ...footerFacts(feed, totals), url: shown.url };
    const rest = { isFinder: this.isFinder, load: () => this.loadRest(feed) };
    const isEmpty = feed.isWhole && feed.roster.teams.length === 0;
    return this.box(html`
      <div class="head">
        ${titleView({ title: named.title, level: this.level, sample: this.summary.isSample(feed), big: true }, w)}
        ${countsView(totals, feed.isWhole, w)}
      </div>
      ${this.renderStale(shown)} ${noticesView(feed, places, totals, this.pageContext.today, w)}
      ${isEmpty ? html`<p class="muted line">${w.t('rosterEmpty')}.</p>` : this.main(feed, named.title)}
      ${this.drawsAll ? belowView(feed, totals, rest, w) : nothing}
      ${this.drawsAll ? this.menu.footerWith(facts, named, items) : nothing}
    `);
  }

  private context(feed: RosterFeed): Omit<RosterContext, 'items'> {
    const { wording, qrCodes, summary } = this;
    return {
      feed,
      wording,
      today: this.pageContext.today,
      query: this.filters.query,
      places: summary.places(feed),
      isSample: summary.isSample(feed),
      qrCodes,
    };
  }

  private main(feed: RosterFeed, title: string): unknown {
    if (this.isFinder) {
      const places = this.summary.places(feed);
      const level = Math.min(6, this.level + 1);
      return finderView(this.finder.model(feed, places, this.context(feed), level, this.urlState));
    }
    const { items } = this.rows;
    if (!items) return nothing;
    const { rows, filters, print } = this;
    const level = Math.min(6, this.level + 1);
    const isNear = this.result?.near === true;
    const isWide = this.pageContext.width === 'wide';
    const body = { page: this, rows, filters, print, isNear, isWide, level };
    return bodyView(body, { ...this.context(feed), items }, title);
  }

  private async saveList(): Promise<void> {
    const { feed } = this.loader;
    if (!feed) return;
    const [{ saveCsv }] = await Promise.all([import('./team-roster.csv.js'), feed.all()]);
    feed.finishReading();
    this.redraw();
    await this.updateComplete;
    const { items } = this.rows;
    const context = this.context(feed);
    if (items) saveCsv(`tcns-${context.places.scope}-to`, { ...context, items });
  }

  protected override renderEmpty(): TemplateResult {
    return emptyLine(this.wording, 'rosterEmpty');
  }

  protected override figuresShown({ read, url }: ShownState<RosterDocument>): FiguresShown {
    return { figures: sourced(read.document.observations, read.document, url) };
  }

  protected override get boxClass(): string {
    return this.view === 'cards' || this.isFinder ? `view-${this.view}` : 'view-list';
  }
}
