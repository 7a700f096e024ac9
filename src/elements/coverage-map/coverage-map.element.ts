import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { figuresShape } from '../../api/document-shapes.js';
import type { Observations } from '../../api/figures.js';
import type { Scale } from '../../domain/classes.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { hasLeft, missingObservation } from '../../domain/observations.js';
import { sourced } from '../../domain/sourced-observation.js';
import { useTexts } from '../../i18n/translator.js';
import { viMap } from '../../i18n/vi.map.js';
import {
  DataElement,
  noteNothing,
  type FiguresShown,
  type ShownState,
} from '../../parts/base/data-element.js';
import { factsOf } from '../../parts/base/footer.js';
import type { Empty } from '../../parts/base/empty.js';
import type { ShareMenu } from '../../parts/share/share-menu.js';
import { knownWords } from '../../parts/base/word-list.js';
import { titleView } from '../../parts/base/title.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fields } from '../../parts/styles/fields.styles.js';
import { MapControllers } from './coverage-map.controllers.js';
import { controlsView, mixedView, noticesView, tableView } from './coverage-map.panels.js';
import type { PathLayer } from './coverage-map.path-layer.js';
import { stageView } from './coverage-map.stage.js';
import { styles } from './coverage-map.styles.js';
import { pictureView, shapeClass } from './coverage-map.view.js';

/**
 * @summary The areas of the nation or of a province, coloured by an indicator; Hoàng Sa and Trường Sa are always there.
 *
 * @slot - Shown until the map is there, and kept if it never comes.
 * @fires {TcnsLoadEvent} tcns-load - The figures have arrived, or new ones have; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 * @fires {TcnsSelectEvent} tcns-select - A reader chose an area or cleared the choice; `detail.area`, `detail.indicator`.
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart controls - The choices of view, indicator and date, and the search.
 * @csspart map - The picture.
 * @csspart legend - The legend.
 * @csspart detail - The figures of the area that is pointed at or chosen.
 * @csspart notices - What has to be said about the borders, the editions and the dates, and further sources.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the figures.
 * @csspart source - The source of the figures.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The table view.
 *
 * @cssproperty --tcns-coverage-map-min-height - Height kept free before the map arrives (default 640px).
 * @cssproperty --tcns-map-1 - Colour of the lowest class.
 * @cssproperty --tcns-map-2 - Colour of the second class.
 * @cssproperty --tcns-map-3 - Colour of the middle class.
 * @cssproperty --tcns-map-4 - Colour of the fourth class.
 * @cssproperty --tcns-map-5 - Colour of the highest class.
 * @cssproperty --tcns-dark-map-1 - Colour of the lowest class on a dark page.
 * @cssproperty --tcns-dark-map-2 - Colour of the second class on a dark page.
 * @cssproperty --tcns-dark-map-3 - Colour of the middle class on a dark page.
 * @cssproperty --tcns-dark-map-4 - Colour of the fourth class on a dark page.
 * @cssproperty --tcns-dark-map-5 - Colour of the highest class on a dark page.
 */
export class TcnsCoverageMap extends DataElement<Observations> {
  static override styles = [base, frame, fields, styles];
  protected static override readonly measured = true;

  /** The indicators to choose from, separated by spaces; the first is shown. */
  @property() indicator = '';
  /** `geo`: borders; `tiles`: one equal square an area, readable on a phone. */
  @property() layout: 'geo' | 'tiles' = 'geo';
  /** How values become classes: `threshold`, `quantile` or `category`. */
  @property() scale: Scale = 'threshold';
  /** Where classes begin, separated by spaces, such as `40 60 80 100`; absent: chosen for the values. */
  @property() breaks?: string;
  /** `2025` adds counts of provinces before July 2025 up to those of today. */
  @property() edition?: string;
  /** URL of borders as GeoJSON or TopoJSON, instead of the built-in ones. */
  @property({ attribute: 'geo-src' }) geoSrc?: string;
  /** The property that identifies a feature of `geo-src`: an area id, a code or a name. */
  @property({ attribute: 'geo-key' }) geoKey = 'id';
  /** The object of a TopoJSON file; the first where absent. */
  @property({ attribute: 'geo-object' }) geoObject?: string;
  /** Lets a reader open the map of the area chosen, where the API's list of areas knows areas inside it. */
  @property({ type: Boolean }) drill = false;
  /** The area that is chosen; what a reader chooses afterwards goes before it. */
  @property() selected: string | undefined;
  /** Keeps the choice in the page's address. */
  @property({ attribute: 'url-state', type: Boolean }) urlState = false;
  /** Hides the search. */
  @property({ attribute: 'no-search', type: Boolean }) noSearch = false;
  /** Hides the legend. */
  @property({ attribute: 'no-legend', type: Boolean }) noLegend = false;

  protected readonly shape = figuresShape;
  protected override readonly shapes = ['half', 'place', 'half'];
  private readonly controllers: MapControllers = new MapControllers(this, {
    pageContext: this.pageContext,
    doc: () => this.doc,
    wording: () => this.wording,
    draw: () => {
      this.requestUpdate();
      this.performUpdate();
    },
  });
  private pathLayer: PathLayer | undefined;

  constructor() {
    super();
    useTexts(viMap);
    this.menu.printTable();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.urlState) this.controllers.readUrl();
  }

  private get doc(): Observations | undefined {
    const now = this.documentState;
    return 'read' in now ? now.read.document : this.controllers.drill?.namesOnly(now);
  }

  protected override get documentIds() {
    return { area: this.controllers.content.area };
  }

  /** What a server waits for before it draws. */
  protected serverLoad(): Promise<void> {
    return this.controllers.content.load();
  }

  /** The built-in borders come beside the document, so the first drawing waits for both. */
  protected override arrival(): Promise<unknown> | undefined {
    const basemap = () => this.controllers.content.arrival();
    return super.arrival()?.then(basemap) ?? basemap();
  }

  protected override get waits(): boolean {
    return super.waits || this.controllers.content.loads;
  }

  /** The picture first, and a frame later what stands beside and under it. */
  protected override get inSteps(): boolean {
    return this.menu.panel !== 'table' && !this.controllers.print.active;
  }

  /** The rows and the drawing. */
  protected override prepare(): void {
    void this.controllers.content.drawing;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('selected')) {
      const { selected } = this;
      this.controllers.selection.follow(selected ? canonicalAreaId(selected) : undefined);
    }
    super.willUpdate(changed);
  }

  protected override readonly tableBack = 'mapBack';

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    const { document: doc } = shown.read;
    const { wording: w, controllers } = this;
    const { content } = controllers;
    if (content.editionsOf(doc).mixed) return this.box(mixedView(controllers, w));
    const whole = this.isWhole || !this.inSteps;
    const map = content.figures(doc, shown.url, { heading: this.heading, whole }, w);
    // The borders are still on their way.
    if (!map) return this.renderWaiting();
    const { title, of, model } = map;
    // A key that neither the document nor a figure knows is no title.
    if (!model.newest && !model.indicator) return this.renderWayBack();
    // What a reader has chosen or opened stays, because it is the only way back.
    if (this.at && !controllers.choices.isMade && !controllers.drill?.innermost) {
      const areas = model.rows.map(({ id, figure: { observation } }) => ({ id, observation }));
      if (hasLeft(doc.observations, map.indicator, areas)) return undefined;
    }
    const { indicators, indicator } = controllers.choices;
    if (knownWords(indicators, indicator, doc).length < indicators.length) noteNothing(this, doc);
    const facts = factsOf(model.newest && { observation: model.newest, doc, url: shown.url });
    const table = this.menu.panel === 'table';
    const showTable = (on: boolean) => this.menu.show(on ? 'table' : undefined);
    const view = table
      ? tableView(
          this.menu.table(() => this.figuresShown(shown), title),
          map,
          w,
        )
      : stageView(controllers, map, !this.noLegend, w);
    return this.box(html`
      <div class="head">
        ${titleView({ title, level: this.level, sample: model.sample, big: true }, w)}
        ${controllers.drill?.crumbs(w)}
      </div>
      ${this.renderStale(shown)}
      ${controlsView(controllers, map, { table, search: !this.noSearch, showTable }, w)} ${view}
      ${whole ? noticesView(content, map, facts, table, w) : nothing}
      ${whole ? this.menu.footer(facts, { title, of }) : nothing}
    `);
  }

  protected override get emptyFacts(): Empty {
    const { heading, level, at, documentState: state } = this;
    const { content, choices } = this.controllers;
    const asked = { area: content.area, indicator: choices.indicator, at };
    return { heading, level, state, ...asked, today: this.pageContext.today, big: true };
  }

  protected override async loadShare(): Promise<ShareMenu> {
    const { mapShare } = await import('./coverage-map.share.js');
    return mapShare(this, this.controllers, pictureView);
  }

  protected override renderFailed(): unknown {
    const { doc } = this;
    const namesOnly = doc && { document: doc, faults: [] };
    const shown = { status: 'ready', loadedAt: undefined, url: '' } as const;
    return (
      (namesOnly && this.renderDocument({ ...shown, read: namesOnly })) ??
      this.renderWayBack() ??
      super.renderFailed()
    );
  }

  /** The way out of an open map that has nothing to show; nothing on the map of the page. */
  private renderWayBack(): TemplateResult | undefined {
    const { drill, choices } = this.controllers;
    if (drill?.innermost === undefined) return undefined;
    const { documentState: now, wording: w } = this;
    return this.box(drill.failed(now, this.failure(), choices.indicator, w));
  }

  protected override figuresShown({ read, url }: ShownState<Observations>): FiguresShown {
    const { choices, content } = this.controllers;
    const observations = (content.model?.rows ?? []).map(
      ({ id, figure }) => figure.observation ?? missingObservation(id, choices.indicator),
    );
    const doc = { ...read.document, areas: content.areas(read.document) };
    return { figures: sourced(observations, doc, url) };
  }

  protected override updated(): void {
    super.updated();
    this.fillPathLayer();
  }

  /** Draws areas that are too many for the template into their group, some hundreds a frame. */
  private fillPathLayer(): void {
    const { content } = this.controllers;
    const { pathLayer } = content.basemap ?? {};
    // The built-in nation has none, and nothing is looked for.
    const group = pathLayer && this.renderRoot.querySelector<SVGGElement>('.path-layer');
    const { model, drawing } = content;
    if (!group || !model || !drawing) return;
    if (this.pathLayer?.group !== group) this.pathLayer = pathLayer(group);
    const { index } = this.controllers.filter;
    this.pathLayer?.draw(drawing.shapes, (id) => shapeClass(model, id, index));
  }
}
