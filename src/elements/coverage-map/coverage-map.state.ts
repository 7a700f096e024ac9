import { Task, TaskStatus } from '@lit/task';
import { isServer, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Area, Observations } from '../../api/figures.js';
import { figuresShape } from '../../api/document-shapes.js';
import { settings } from '../../data/settings.js';
import { areaName } from '../../i18n/area-names.js';
import type { Scale } from '../../domain/classes.js';
import {
  canonicalAreaId,
  DEFAULT_EDITION,
  editionOf,
  type Edition,
} from '../../domain/editions.js';
import { useTexts } from '../../i18n/translator.js';
import { viMap } from '../../i18n/vi.map.js';
import { AreaPicker } from '../../parts/area-search/area-search-box.js';
import { DataElement } from '../../parts/base/data-element.js';
import { TcnsSelectEvent } from '../../parts/base/events.js';
import { chosenOf, wordsOf } from '../../parts/base/word-list.js';
import { UrlState } from '../../parts/base/url-state.js';
import type { Drawing } from '../../maps/drawing.js';
import { drawingOf, type Basemap, type BasemapRequest } from './coverage-map.basemap.js';
import { loadBasemap } from './coverage-map.load-basemap.js';
import { editionsIn, mapModel, type MapChoices, type MapModel } from './coverage-map.model.js';
import { Pointing } from './coverage-map.pointing.js';

/** px: from this width on, the legend and the figures stand beside the picture. */
const SPLIT = 720;
/** px: a wider picture says no more; tiles would only be taller. */
const WIDEST = { geo: 640, tiles: 460 };
const NARROWEST = 120;

/** What a map is asked to show and what its reader chose; the drawing is `coverage-map.element.ts`. */
export abstract class CoverageMapState extends DataElement<Observations> {
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
  /** The area that is chosen; what a reader chooses afterwards goes before it. */
  @property() selected: string | undefined;
  /** Keeps the choice in the page's address. */
  @property({ attribute: 'url-state', type: Boolean }) urlState = false;
  /** Hides the search. */
  @property({ attribute: 'no-search', type: Boolean }) noSearch = false;
  /** Hides the legend. */
  @property({ attribute: 'no-legend', type: Boolean }) noLegend = false;

  @state() protected chosenIndicator: string | undefined;
  @state() protected chosenDate: string | undefined;
  @state() protected chosenLayout: 'geo' | 'tiles' | undefined;
  @state() protected opened: readonly { readonly id: string; readonly name: string }[] = [];
  /** The area that the reader chose. */
  @state() protected chosen: string | undefined;
  /** What was last heard or said about the choice. */
  private told: string | undefined;
  /** The class that the legend points at, and the one that it holds; -1 is "no data". */
  @state() protected filter: number | undefined;
  @state() protected held: number | undefined;
  @state() protected printing = false;

  protected readonly shape = figuresShape;
  protected model: MapModel | undefined;
  protected drawing: Drawing | undefined;
  /** What the way back from an opened map is called. */
  private rootName = '';
  private paper: MediaQueryList | undefined;
  private measured: { readonly at: number; readonly width: number } | undefined;
  /** What the model and the drawing were worked out from. */
  private drawn:
    | { readonly said: string; readonly document: Observations; readonly basemap: Basemap }
    | undefined;

  protected readonly url = new UrlState(
    this,
    () => this.urlState,
    () => this.readUrl(),
  );
  protected readonly picker = new AreaPicker(this, (id) => this.select(id));
  protected readonly pointing = new Pointing({
    shapes: () => this.drawing?.shapes ?? [],
    chosen: () => this.chosen,
    bordering: () => this.basemap.value?.bordering,
    choose: (id) => this.choose(id),
    changed: () => this.requestUpdate(),
  });
  protected readonly basemap = new Task(this, {
    args: () => {
      const request = this.geometryRequest();
      return [request && JSON.stringify({ ...request, areas: undefined }), request] as const;
    },
    // The document's areas come anew with each answer; only what decides the drawing counts.
    argsEqual: ([a], [b]) => a === b,
    task: ([, request]) => (request ? loadBasemap(request) : Promise.resolve(undefined)),
    autoRun: isServer ? false : 'afterUpdate',
  });

  constructor() {
    super();
    useTexts(viMap);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.readUrl();
    this.paper = window.matchMedia('print');
    this.paper.addEventListener('change', this.toPaper);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.paper?.removeEventListener('change', this.toPaper);
  }

  /** A page is printed as soon as the browser has said so: the hatching has to be there at once. */
  private readonly toPaper = ({ matches }: MediaQueryListEvent): void => {
    this.printing = matches;
    if (this.isUpdatePending) this.performUpdate();
  };

  protected override get documentArea(): string | undefined {
    return this.opened[this.opened.length - 1]?.id ?? this.area;
  }

  protected get shownIndicator(): string {
    return chosenOf(this.chosenIndicator, this.indicators);
  }

  protected get indicators(): string[] {
    return wordsOf(this.indicator);
  }

  protected get shownLayout(): 'geo' | 'tiles' {
    return this.chosenLayout ?? (this.layout === 'tiles' ? 'tiles' : 'geo');
  }

  protected get parent(): string {
    return canonicalAreaId(this.documentArea ?? 'vn') || 'vn';
  }

  /** The edition of the figures: what the data's area ids say, else what the document's id says. */
  protected figuresEdition(document: Observations): Edition {
    const [own] = editionsIn(document, this.parent, this.shownIndicator);
    // An indicator without figures stands on the map of those that have some.
    const [other] = own ? [own] : editionsIn(document, this.parent);
    return (
      other ??
      editionOf(this.documentArea ?? '') ??
      editionOf(document.area ?? '') ??
      DEFAULT_EDITION
    );
  }

  /** True where counts of 2008 are to be shown on the map of 2025. */
  protected rollsUp(document: Observations): boolean {
    return (
      this.edition === '2025' && this.parent === 'vn' && this.figuresEdition(document) === '2008'
    );
  }

  protected geometryRequest(): BasemapRequest | undefined {
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
    const rolledUp = this.rollsUp(document);
    return {
      layout: this.shownLayout,
      parent: this.parent,
      edition: rolledUp ? '2025' : this.figuresEdition(document),
      rolledUp,
      // A server draws the provinces of the built-in map, and tiles.
      url: address && !isServer ? new URL(address, window.document.baseURI).href : undefined,
      named: own !== undefined,
      key: this.geoKey,
      object: this.geoObject,
      areas: document.areas,
    };
  }

  protected override get waits(): boolean {
    return super.waits || this.basemap.status < TaskStatus.COMPLETE;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('selected')) {
      this.follow(this.selected ? canonicalAreaId(this.selected) : undefined);
    }
    super.willUpdate(changed);
    const now = this.documentState;
    const basemap = this.basemap.value;
    if (!('read' in now) || !basemap) {
      this.model = this.drawing = undefined;
      return;
    }
    const choices = this.choices(now.read.document, basemap);
    const { language } = this.wording;
    // Pointing at an area changes neither: thousands of communes are worked out once.
    const said = JSON.stringify([{ ...choices, provinces: 0, former: 0 }, language, this.pixels]);
    if (
      this.drawn?.said === said &&
      this.drawn.document === now.read.document &&
      this.drawn.basemap === basemap
    )
      return;
    this.drawn = { said, document: now.read.document, basemap };
    this.model = mapModel(now.read.document, choices);
    this.drawing = drawingOf(basemap, this.model.rows, language, this.pixels);
  }

  protected choices(document: Observations, { provinces, former, rollUp }: Basemap): MapChoices {
    return {
      parent: this.parent,
      indicator: this.shownIndicator,
      at: this.chosenDate ?? this.at,
      scale: this.scale,
      breaks: this.breaks?.trim() ? wordsOf(this.breaks).map(Number) : undefined,
      edition: this.figuresEdition(document),
      rolledUp: this.rollsUp(document),
      rollUp,
      provinces,
      former,
    };
  }

  /** True where the legend stands beside the picture. */
  protected get split(): boolean {
    return this.surroundings.pixels >= SPLIT;
  }

  /** px of the picture: as it was measured at this width of the element, until then about that. */
  protected get pixels(): number {
    const { pixels } = this.surroundings;
    if (this.measured?.at === pixels) return this.measured.width;
    const room = pixels - 34;
    return Math.max(
      NARROWEST,
      Math.min(WIDEST[this.shownLayout], this.split ? (room - 24) * 0.6 : room),
    );
  }

  /** Draws again where the picture has another width than was thought: larger letters, own tokens. */
  protected measure(width: number): void {
    if (width === 0 || (width >= this.pixels && width < this.pixels + 20)) return;
    const rounded = Math.max(NARROWEST, Math.floor(width / 20) * 20);
    if (rounded === this.pixels) return;
    this.measured = { at: this.surroundings.pixels, width: rounded };
    this.requestUpdate();
  }

  protected allAreas(document: Observations): Record<string, Area> {
    return { ...this.basemap.value?.known, ...document.areas };
  }

  protected opener(id: string | undefined): (() => void) | undefined {
    const offered = id !== undefined && id === this.chosen && this.canOpen(id);
    return offered ? () => this.open(id) : undefined;
  }

  protected crumbs(): string[] {
    return [this.rootName, ...this.opened.map((o) => o.name)];
  }

  private openedFrom(): Area | undefined {
    const now = this.documentState;
    return 'read' in now ? now.read.document.areas[this.parent] : undefined;
  }

  protected open(id: string): void {
    const { language, t } = this.wording;
    const root = this.parent === 'vn' ? undefined : this.openedFrom();
    if (this.opened.length === 0) this.rootName = root ? areaName(root, language) : t('allCountry');
    const area = this.model?.byId.get(id)?.area;
    this.opened = [...this.opened, { id, name: area ? areaName(area, this.wording.language) : id }];
    this.chosen = undefined;
    this.pointing.leave();
  }

  protected backTo(depth: number): void {
    this.opened = this.opened.slice(0, depth);
    this.select(undefined);
  }

  /** Chooses an area for the reader, and says so; without one, the map that is open is what counts. */
  protected select(id: string | undefined): void {
    this.chosen = id;
    const area = id ?? this.opened[this.opened.length - 1]?.id;
    if (area === this.told) return;
    this.told = area;
    this.url.set('area', area);
    this.dispatchEvent(new TcnsSelectEvent({ area: area ?? null, indicator: this.shownIndicator }));
  }

  /** Shows what was chosen elsewhere; an open map that does not have it is closed. */
  private follow(id: string | undefined): void {
    if (id === this.told) return;
    this.told = id;
    const depth = this.opened.findIndex((o) => o.id === id) + 1;
    this.chosen = depth > 0 ? undefined : id;
    if (!id || !this.model?.byId.has(id)) this.opened = this.opened.slice(0, depth);
  }

  protected readUrl(): void {
    if (!this.urlState) return;
    this.chosenIndicator = this.url.get('indicator') ?? undefined;
    this.follow(this.url.get('area') ?? undefined);
  }

  /** A second choice of the same area opens its own map, where that is offered. */
  protected choose(id: string | undefined): void {
    if (id !== undefined && id === this.chosen && this.canOpen(id)) this.open(id);
    else this.select(id);
  }

  /** Whether an area's own map can be opened: in the data of the page, or with a document of its own. */
  protected canOpen(id: string): boolean {
    const now = this.documentState;
    if (!this.drill || !('read' in now)) return false;
    if (!this.src && this.data === undefined) return true;
    return Object.values(now.read.document.areas).some(({ parent }) => parent === id);
  }
}
