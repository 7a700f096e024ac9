/** The controllers of the map, and how they work together. */
import type { LitElement, ReactiveController } from 'lit';
import type { Observations } from '../../api/figures.js';
import type { Adapter } from '../../data/adapters.js';
import { settings } from '../../data/settings.js';
import type { Wording } from '../../i18n/figures.js';
import { AreaPicker } from '../../parts/area-search/area-search-box.js';
import { TcnsSelectEvent } from '../../parts/base/events.js';
import { Late } from '../../parts/base/late.js';
import { inlineData } from '../../parts/base/light-dom.js';
import type { PageContext } from '../../parts/base/page-context.js';
import { UrlState } from '../../parts/base/url-state.js';
import { ReaderChoices } from './coverage-map.choices.js';
import { MapContent, type MapPage } from './coverage-map.content.js';
import type * as Details from './coverage-map.details.js';
import type { Drill } from './coverage-map.drill.js';
import { ClassFilter } from './coverage-map.legend.js';
import { Pointing } from './coverage-map.pointing.js';
import { PrintMedia } from './coverage-map.print.js';
import { Selection } from './coverage-map.selection.js';
import { ShapeLayer } from './coverage-map.view.js';
import { PictureWidth } from './coverage-map.width.js';

type Host = LitElement &
  MapPage & {
    readonly indicator: string;
    readonly layout: string;
    readonly urlState: boolean;
    readonly drill: boolean;
    readonly src?: string;
    readonly data?: unknown;
    readonly bundle?: string;
    readonly adapter?: string | Adapter;
  };

/** Access to the protected members of the element. */
interface Access {
  readonly pageContext: PageContext;
  readonly doc: () => Observations | undefined;
  readonly wording: () => Wording;
  /** Draws the host at once. */
  readonly draw: () => void;
}

export class MapControllers implements ReactiveController {
  readonly doc: () => Observations | undefined;
  readonly wording: () => Wording;
  readonly url: UrlState;
  readonly choices: ReaderChoices;
  readonly width: PictureWidth;
  readonly content: MapContent;
  readonly selection: Selection;
  readonly picker: AreaPicker;
  readonly pointing: Pointing;
  readonly filter: ClassFilter;
  readonly print: PrintMedia;
  readonly details: Late<typeof Details>;
  readonly layer = new ShapeLayer();
  private readonly lateDrill: Late<Drill>;

  constructor(
    private readonly host: Host,
    { pageContext, doc, wording, draw }: Access,
  ) {
    const changed = (): void => host.requestUpdate();
    const on = () => host.urlState;
    this.doc = doc;
    this.wording = wording;
    this.url = new UrlState(host, on, () => this.readUrl());
    this.choices = new ReaderChoices(host, changed);
    this.print = new PrintMedia(host, draw);
    const isPrinting = () => this.print.active;
    this.width = new PictureWidth(host, pageContext, () => this.choices.layout, isPrinting);
    this.content = new MapContent(host, this, pageContext);
    const announce = (area = null as string | null) =>
      host.dispatchEvent(new TcnsSelectEvent({ area, indicator: this.choices.indicator }));
    this.selection = new Selection(this, announce, changed);
    this.picker = new AreaPicker(async () =>
      (await import('./coverage-map.search.js')).mapSearch(host, this),
    );
    this.pointing = new Pointing({
      shapes: () => this.content.drawing?.shapes ?? [],
      chosen: () => this.selection.area,
      bordering: () => this.content.basemap?.bordering,
      choose: this.selection.choose,
      changed,
    });
    this.filter = new ClassFilter(changed);
    this.details = new Late(host, async () => {
      const code = await import('./coverage-map.details.js');
      code.dress(host);
      return code;
    });
    this.lateDrill = new Late(host, () => this.loadDrill());
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.host.drill) this.lateDrill.need();
    if (this.pointing.active ?? this.selection.area) this.details.need();
    this.drill?.ask(this.selection.area, this.pointing.active);
  }

  /** Absent until its code is there, where the page offers the maps of areas. */
  get drill(): Drill | undefined {
    return this.lateDrill.part;
  }

  private async loadDrill(): Promise<Drill> {
    const { Drill, ChildAreas } = await import('./coverage-map.drill.js');
    const { host, doc, wording, content, selection } = this;
    const childAreas = new ChildAreas(host, () => ({
      api: host.api ?? settings().api,
      bundle: host.bundle ?? (host.api ? undefined : settings().bundle),
      adapter: host.adapter,
    }));
    return new Drill({
      doc,
      wording,
      parent: () => content.parent,
      row: (id) => content.model?.byId.get(id),
      childAreas: () => (isOneDocument(host) ? undefined : childAreas),
      changed: (told) => {
        this.pointing.leave();
        if (told) selection.select(undefined);
        else selection.area = undefined;
        host.requestUpdate();
      },
    });
  }

  /** Takes the choices from the page's address. */
  readUrl(): void {
    this.choices.chooseIndicator(this.url.get('indicator') ?? undefined);
    this.selection.follow(this.url.get('area') ?? undefined);
  }

  /** Shows another indicator, and clears the date and the class, because they belong to the one before. */
  chooseIndicator(key: string): void {
    this.choices.chooseIndicator(key);
    this.choices.chooseDate(undefined);
    this.filter.clear();
    this.url.set('indicator', key);
  }
}

/** True where the page gave one document, beside which there are no others. */
const isOneDocument = (host: Host): boolean =>
  host.src !== undefined || host.data !== undefined || inlineData(host) !== undefined;
