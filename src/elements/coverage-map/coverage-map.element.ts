import { Task } from '@lit/task';
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Area, Observation, Observations } from '../../data/schemas.js';
import { figuresShape } from '../../data/shapes.js';
import { settings } from '../../data/settings.js';
import { areaName } from '../../domain/areas.js';
import { vietnamDay } from '../../domain/calendar.js';
import type { Scale } from '../../domain/classes.js';
import { inDirection, type Direction } from '../../domain/directions.js';
import {
  canonicalAreaId,
  DEFAULT_EDITION,
  editionOf,
  type Edition,
} from '../../domain/editions.js';
import { figureOf } from '../../domain/observations.js';
import { useTexts } from '../../i18n/translator.js';
import { viMap } from '../../i18n/vi.map.js';
import { AreaPicker } from '../../parts/area-picker.js';
import { base, frame } from '../../parts/base.styles.js';
import { DataElement, type FiguresShown, type ShownState } from '../../parts/data-element.js';
import { TcnsSelectEvent } from '../../parts/events.js';
import type { MenuItem } from '../../parts/footer.js';
import { UrlState } from '../../parts/url-state.js';
import { lettersOn, place, type Drawing } from '../../maps/drawing.js';
import { loadGround, type Ground, type GeometryRequest } from './coverage-map.geometry.js';
import {
  editionsIn,
  indicatorTitle,
  mapModel,
  placeOf,
  summaryText,
  type MapModel,
} from './coverage-map.model.js';
import { controlsView, crumbsView, detailView, noticesView } from './coverage-map.panels.js';
import { styles } from './coverage-map.styles.js';
import { legendView, pictureView } from './coverage-map.view.js';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** px: from this width on, the legend and the figures stand beside the picture. */
const SPLIT = 720;
const NO_FIGURE = figureOf([]);
/** px: a wider picture says no more. */
const WIDEST = 640;

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
 * @csspart notices - What has to be said about the borders and the editions.
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
 */
export class TcnsCoverageMap extends DataElement<Observations> {
  static override styles = [base, frame, styles];
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
  /** Lets a reader open the map of the area chosen. */
  @property({ type: Boolean }) drill = false;
  /** Keeps the choice in the page's address. */
  @property({ attribute: 'url-state', type: Boolean }) urlState = false;
  /** Hides the search. */
  @property({ attribute: 'no-search', type: Boolean }) noSearch = false;
  /** Hides the legend. */
  @property({ attribute: 'no-legend', type: Boolean }) noLegend = false;

  @state() private chosenIndicator: string | undefined;
  @state() private chosenDate: string | undefined;
  @state() private chosenLayout: 'geo' | 'tiles' | undefined;
  @state() private opened: readonly { readonly id: string; readonly name: string }[] = [];
  @state() private active: string | undefined;
  @state() private selected: string | undefined;
  @state() private filter: number | undefined;

  protected readonly shape = figuresShape;
  private model: MapModel | undefined;
  private drawing: Drawing | undefined;

  private readonly url = new UrlState(
    this,
    () => this.urlState,
    () => this.readUrl(),
  );
  private readonly picker = new AreaPicker(this, (id) => this.select(id));
  private readonly ground = new Task(this, {
    args: () => {
      const request = this.geometryRequest();
      return [request && JSON.stringify({ ...request, areas: undefined }), request] as const;
    },
    // The document's areas come anew with each answer; only what decides the drawing counts.
    argsEqual: ([a], [b]) => a === b,
    task: ([, request]) => (request ? loadGround(request) : Promise.resolve(undefined)),
    autoRun: isServer ? false : 'afterUpdate',
  });

  constructor() {
    super();
    useTexts(viMap);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.readUrl();
  }

  protected override get documentArea(): string | undefined {
    return this.opened[this.opened.length - 1]?.id ?? this.area;
  }

  private get shownIndicator(): string {
    const all = this.indicators;
    return this.chosenIndicator && all.includes(this.chosenIndicator)
      ? this.chosenIndicator
      : (all[0] ?? '');
  }

  private get indicators(): string[] {
    return this.indicator.split(/\s+/).filter(Boolean);
  }

  private get shownLayout(): 'geo' | 'tiles' {
    return this.chosenLayout ?? (this.layout === 'tiles' ? 'tiles' : 'geo');
  }

  private get parent(): string {
    return canonicalAreaId(this.documentArea ?? 'vn') || 'vn';
  }

  /** The edition of the figures: what the data's area ids say, else what the document's id says. */
  private figuresEdition(document: Observations): Edition {
    const [found] = editionsIn(document, this.parent, this.shownIndicator);
    return (
      found ??
      editionOf(this.documentArea ?? '') ??
      editionOf(document.area ?? '') ??
      DEFAULT_EDITION
    );
  }

  /** True where counts of 2008 are to be shown on the map of 2025. */
  private rollsUp(document: Observations): boolean {
    return (
      this.edition === '2025' && this.parent === 'vn' && this.figuresEdition(document) === '2008'
    );
  }

  private geometryRequest(): GeometryRequest | undefined {
    const now = this.documentState;
    if (!('read' in now)) return undefined;
    const { document } = now.read;
    const own = this.opened.length === 0 ? this.geoSrc : undefined;
    const api = this.api ?? settings().api;
    const fromApi =
      api && this.parent !== 'vn'
        ? `${api.replace(/\/+$/, '')}/geo/${this.parent}.json`
        : undefined;
    const address = own ?? fromApi;
    return {
      layout: this.shownLayout,
      parent: this.parent,
      edition: this.rollsUp(document) ? '2025' : this.figuresEdition(document),
      url: address && new URL(address, window.document.baseURI).href,
      named: own !== undefined,
      key: this.geoKey,
      object: this.geoObject,
      areas: document.areas,
    };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const now = this.documentState;
    const ground = this.ground.value;
    this.model = 'read' in now && ground ? this.modelOf(now.read.document, ground) : undefined;
    this.drawing = this.model && ground ? this.drawingOf(this.model, ground) : undefined;
  }

  private modelOf(document: Observations, ground: Ground): MapModel {
    const rolledUp = this.rollsUp(document);
    return mapModel(document, {
      parent: this.parent,
      indicators: this.indicators,
      indicator: this.shownIndicator,
      at: this.chosenDate ?? this.at,
      scale: this.scale,
      breaks: this.breaks?.trim() ? this.breaks.trim().split(/\s+/).map(Number) : undefined,
      edition: this.figuresEdition(document),
      rolledUp,
      provinces: ground.provinces,
      formerProvinces: rolledUp ? document.areas : undefined,
    });
  }

  /** True where the legend stands beside the picture. */
  private get split(): boolean {
    return this.surroundings.pixels >= SPLIT;
  }

  private drawingOf({ rows }: MapModel, ground: Ground): Drawing {
    const { language } = this.wording;
    const room = this.surroundings.pixels - 34;
    // Beside the legend the picture takes three fifths (the styles say the same).
    const pixels = Math.min(WIDEST, this.split ? room * 0.6 : room);
    const children = rows.map(({ id, area }) => ({ id, name: areaName(area, language) }));
    const draw = (letters: number) =>
      place(
        ground.mainland(children, letters),
        ground.archipelagos(language),
        Math.max(120, pixels),
      );
    const rough = draw(0);
    return rough.kind === 'tiles' ? draw(lettersOn(rough)) : rough;
  }

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    const { document } = shown.read;
    const w = this.wording;
    if (editionsIn(document, this.parent, this.shownIndicator).length > 1) {
      return this.box(html`<p class="warn" role="alert">${w.t('editionMixed')}</p>`);
    }
    const { model, drawing } = this;
    if (!model || !drawing) return this.renderSkeleton();
    const title = this.heading ?? this.titleOf(document);
    const { newest } = model;
    return this.box(html`
      ${this.head(title, model)} ${this.controls(document, model)}
      ${this.panel === 'table' ? this.table(shown, title) : this.stage(title, model, drawing, document)}
      ${noticesView(this.notices(document), w)} ${this.renderStale(shown)}
      ${this.renderFooter(
        {
          at: newest?.at,
          atApprox: newest?.atApprox,
          source: document.sources[newest?.source ?? ''],
          url: shown.url,
        },
        title,
        this.pictureItems(title, model),
      )}
    `);
  }

  /** "Số tổ, cả nước"; "Số tổ, Quảng Trị (cũ)". */
  private titleOf(document: Observations): string {
    const w = this.wording;
    const parent = this.allAreas(document)[this.parent];
    const row = parent && { id: this.parent, area: parent, figure: NO_FIGURE, value: undefined };
    const area =
      this.parent === 'vn' || !row
        ? w.t('nationwide')
        : placeOf(row, this.allAreas(document), vietnamDay(Date.now()), w).name;
    return w.t('titleWithArea', { title: indicatorTitle(document, this.shownIndicator, w), area });
  }

  private head(title: string, { sample }: MapModel): TemplateResult {
    const level = this.headingLevel >= 2 && this.headingLevel <= 6 ? this.headingLevel : 3;
    const { t } = this.wording;
    return html`<div class="head">
      <div class="title big" part="title" role="heading" aria-level=${level}>
        ${title} ${sample ? html`<span class="badge">${t('sample')}</span>` : nothing}
      </div>
      ${this.opened.length > 0 ? crumbsView(this.crumbs(), (depth) => this.backTo(depth), this.wording) : nothing}
    </div>`;
  }

  private controls(document: Observations, model: MapModel): TemplateResult {
    return controlsView(
      {
        view: this.panel === 'table' ? 'table' : this.shownLayout,
        indicators: this.indicators.map((key) => ({
          key,
          title: indicatorTitle(document, key, this.wording),
        })),
        indicator: this.shownIndicator,
        dates: model.dates,
        date: this.chosenDate ?? '',
        search: this.noSearch ? nothing : this.picker.render(this.wording, this.names(model)),
        chooseView: (view) => {
          this.panel = view === 'table' ? 'table' : undefined;
          if (view !== 'table') this.chosenLayout = view;
        },
        chooseIndicator: (key) => {
          this.chosenIndicator = key;
          this.chosenDate = undefined;
          this.url.set('indicator', key);
        },
        chooseDate: (date) => (this.chosenDate = date || undefined),
      },
      this.wording,
    );
  }

  private stage(
    title: string,
    model: MapModel,
    drawing: Drawing,
    document: Observations,
  ): TemplateResult {
    const w = this.wording;
    const id = this.active ?? this.selected;
    const row = id === undefined ? undefined : model.byId.get(id);
    const summary = summaryText(model, w);
    const islands = drawing.archipelagos.length > 0 ? w.t('archipelagos') : '';
    return html`<p class="summary">${summary}<span class="sr"> ${islands}</span></p>
      <div class="stage ${this.split ? 'split' : ''}">
        <div
          class="picture"
          @pointerover=${this.pointed}
          @pointerleave=${() => (this.active = undefined)}
          @click=${this.clicked}
          @keydown=${this.keyed}
          @focusout=${() => (this.active = undefined)}
        >
          ${pictureView(
            {
              model,
              drawing,
              label: `${w.t('mapOf', { title })}. ${w.t('keyHelp')}`,
              active: this.active,
              selected: this.selected,
              filter: this.filter,
            },
            w,
          )}
        </div>
        <div class="aside">
          ${
            this.noLegend
              ? nothing
              : legendView(
                  model,
                  { filter: this.filter, point: (index) => (this.filter = index) },
                  w,
                )
          }
          ${detailView(
            {
              row,
              model,
              document,
              areas: this.allAreas(document),
              today: vietnamDay(Date.now()),
              open: this.opener(row?.id),
            },
            w,
          )}
        </div>
      </div>`;
  }

  private table(shown: ShownState<Observations>, title: string): TemplateResult {
    const islands = (this.drawing?.archipelagos.length ?? 0) > 0;
    return html`<div class="panel stretch">
      ${this.renderTable(shown, title)}
      ${islands ? html`<p class="muted line">${this.wording.t('archipelagos')}</p>` : nothing}
    </div>`;
  }

  private notices(document: Observations): string[] {
    const { t } = this.wording;
    const ground = this.ground.value;
    const former = this.figuresEdition(document) === '2008';
    return [
      ground?.refused ? t('geoFailed') : '',
      this.rollsUp(document) ? t('rolledUp') : former ? t('oldUnits') : '',
      ground?.schematic ? t('schematic') : '',
    ].filter(Boolean);
  }

  private pictureItems(title: string, model: MapModel): MenuItem[] {
    if (this.noDownload || this.panel === 'table') return [];
    const { t } = this.wording;
    return (['png', 'svg'] as const).map((type) => ({
      label: t(type === 'png' ? 'pngDownload' : 'svgDownload'),
      choose: () => void this.downloadPicture(type, title, model),
    }));
  }

  private async downloadPicture(
    type: 'png' | 'svg',
    title: string,
    { sample }: MapModel,
  ): Promise<void> {
    const map = this.renderRoot.querySelector<SVGSVGElement>('svg.map');
    if (!map) return;
    const texts = [...this.renderRoot.querySelectorAll('.notices p, .footer p')].map(
      (p) => p.textContent?.trim() ?? '',
    );
    const { downloadPicture } = await import('../../parts/picture.js');
    const name = `tcns-${this.parent}-${this.shownIndicator}`.replace(/[^\w.-]+/g, '-');
    const heading = sample ? `${title} (${this.wording.t('sample')})` : title;
    await downloadPicture({ svg: map, type, name, heading, lines: texts.filter(Boolean) });
  }

  protected override renderSkeleton(): TemplateResult {
    return this.box(
      html`<p class="sr">${this.wording.t('loading')}</p>
        <div aria-hidden="true"><div class="block wide"></div></div>
        <div class="block stretch" aria-hidden="true"></div>`,
      true,
    );
  }

  protected override renderEmpty(): TemplateResult {
    return this.box(html`<p class="muted">${this.wording.t('empty')}</p>`);
  }

  protected override renderFailed(): unknown {
    if (this.opened.length === 0) return super.renderFailed();
    return this.box(
      html`${crumbsView(this.crumbs(), (depth) => this.backTo(depth), this.wording)}
      ${this.failure()}`,
    );
  }

  protected override figuresShown({ read }: ShownState<Observations>): FiguresShown {
    const key = this.shownIndicator;
    const observations = (this.model?.rows ?? []).map(
      ({ id, figure }): Observation =>
        figure.observation ?? { area: id, indicator: key, value: null, status: 'missing' },
    );
    return { observations, document: { ...read.document, areas: this.allAreas(read.document) } };
  }

  private allAreas(document: Observations): Record<string, Area> {
    return { ...this.ground.value?.provinces, ...document.areas };
  }

  private names(model: MapModel) {
    const { language } = this.wording;
    return model.rows.map(({ id, area, figure }) => ({
      id,
      name: areaName(area, language, figure.observation?.at),
    }));
  }

  private opener(id: string | undefined): (() => void) | undefined {
    const canOpen = this.drill && id !== undefined && id === this.selected && !this.src;
    return canOpen ? () => this.open(id) : undefined;
  }

  private crumbs(): string[] {
    return [this.wording.t('allCountry'), ...this.opened.map((o) => o.name)];
  }

  private open(id: string): void {
    const area = this.model?.byId.get(id)?.area;
    this.opened = [...this.opened, { id, name: area ? areaName(area, this.wording.language) : id }];
    this.selected = undefined;
    this.active = undefined;
  }

  private backTo(depth: number): void {
    this.opened = this.opened.slice(0, depth);
    this.select(undefined);
  }

  private select(id: string | undefined): void {
    if (id === this.selected) return;
    this.selected = id;
    this.url.set('area', id);
    this.dispatchEvent(new TcnsSelectEvent({ area: id ?? null, indicator: this.shownIndicator }));
  }

  private readUrl(): void {
    if (!this.urlState) return;
    this.chosenIndicator = this.url.get('indicator') ?? undefined;
    this.selected = this.url.get('area') ?? undefined;
  }

  private idAt(event: Event): string | undefined {
    return (event.composedPath()[0] as Partial<SVGElement>).dataset?.['id'];
  }

  private readonly pointed = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.active = this.idAt(event);
  };

  private readonly clicked = (event: MouseEvent): void => {
    const id = this.idAt(event);
    if (id === undefined) return this.select(undefined);
    if (id === this.selected && this.drill && !this.src) return this.open(id);
    this.select(id);
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    const shapes = this.drawing?.shapes ?? [];
    if (direction) {
      event.preventDefault();
      const from = shapes.find((s) => s.id === (this.active ?? this.selected));
      const next = from ? inDirection(shapes, from, direction) : shapes[0];
      this.active = (next ?? from)?.id;
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (this.active === undefined) return;
      if (this.active === this.selected && this.drill && !this.src) this.open(this.active);
      else this.select(this.active);
    } else if (event.key === 'Escape') {
      this.active = undefined;
      this.select(undefined);
    }
  };

  private box(content: unknown, busy = false): TemplateResult {
    return html`<div
      class="box card ${busy ? 'skeleton' : ''}"
      part="card"
      aria-busy=${busy ? 'true' : 'false'}
    >
      ${content}
    </div>`;
  }
}
