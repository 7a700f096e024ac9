/** The controllers of the map, and how they work together. */
import type { ReactiveControllerHost } from 'lit';
import type { Area, Observations } from '../../api/figures.js';
import { areaName } from '../../i18n/area-names.js';
import type { Wording } from '../../i18n/figures.js';
import { AreaPicker } from '../../parts/area-search/area-search-box.js';
import { TcnsSelectEvent } from '../../parts/base/events.js';
import type { Surroundings } from '../../parts/base/page-context.js';
import { UrlState } from '../../parts/base/url-state.js';
import { ReaderChoices } from './coverage-map.choices.js';
import { MapContent, type MapInputs } from './coverage-map.content.js';
import { Drill } from './coverage-map.drill.js';
import { ClassFilter } from './coverage-map.legend.js';
import { Pointing } from './coverage-map.pointing.js';
import { PrintMedia } from './coverage-map.print.js';
import { Selection } from './coverage-map.selection.js';
import { PictureWidth } from './coverage-map.width.js';

type Host = ReactiveControllerHost &
  HTMLElement & {
    readonly indicator: string;
    readonly layout: string;
    readonly urlState: boolean;
    readonly drill: boolean;
    readonly src?: string;
    readonly data?: unknown;
  };

interface Access {
  readonly surroundings: Surroundings;
  readonly doc: () => Observations | undefined;
  readonly wording: () => Wording;
  /** What the page asks for; the controllers add what the reader chose. */
  readonly asked: () => Omit<MapInputs, 'indicator' | 'layout' | 'pixels'>;
  /** Draws the host at once. */
  readonly draw: () => void;
}

export class MapControllers {
  readonly url: UrlState;
  readonly choices: ReaderChoices;
  readonly width: PictureWidth;
  readonly content: MapContent;
  readonly drill: Drill;
  readonly selection: Selection;
  readonly picker: AreaPicker;
  readonly pointing: Pointing;
  readonly filter: ClassFilter;
  readonly print: PrintMedia;

  constructor(
    private readonly host: Host,
    private readonly access: Access,
  ) {
    const changed = (): void => host.requestUpdate();
    const on = () => host.urlState;
    this.url = new UrlState(host, on, () => this.readUrl());
    this.choices = new ReaderChoices(host, changed);
    this.width = new PictureWidth(access.surroundings, () => this.choices.layout, changed);
    this.content = new MapContent(host, () => {
      const asked = access.asked();
      const { indicator, layout, date } = this.choices;
      return { ...asked, indicator, layout, at: date ?? asked.at, pixels: this.width.pixels };
    });
    this.drill = new Drill({
      offered: () => host.drill,
      hasMoreDocuments: () => !host.src && host.data === undefined,
      document: access.doc,
    });
    this.selection = new Selection({
      drill: this.drill,
      url: this.url,
      has: (id) => this.content.model?.byId.has(id) === true,
      open: this.open,
      announce: (id) =>
        host.dispatchEvent(
          new TcnsSelectEvent({ area: id ?? null, indicator: this.choices.indicator }),
        ),
      changed,
    });
    this.picker = new AreaPicker(host, this.selection.select);
    this.pointing = new Pointing({
      shapes: () => this.content.drawing?.shapes ?? [],
      chosen: () => this.selection.area,
      bordering: () => this.content.basemap?.bordering,
      choose: this.selection.choose,
      changed,
    });
    this.filter = new ClassFilter(changed);
    this.print = new PrintMedia(host, access.draw);
  }

  /** Takes the choices from the page's address, where they are kept in it. */
  readUrl(): void {
    this.choices.chooseIndicator(this.url.get('indicator') ?? undefined);
    this.selection.follow(this.url.get('area') ?? undefined);
  }

  /** Shows another indicator: its dates and classes are its own. */
  readonly chooseIndicator = (key: string): void => {
    this.choices.chooseIndicator(key);
    this.choices.chooseDate(undefined);
    this.filter.clear();
    this.url.set('indicator', key);
  };

  /** Opens the map of an area. */
  readonly open = (id: string): void => {
    const { content } = this;
    const { t, language } = this.access.wording();
    const name = (area: Area | undefined, absent: string) =>
      area ? areaName(area, language) : absent;
    const root = content.parent === 'vn' ? undefined : this.access.doc()?.areas[content.parent];
    const area = content.model?.byId.get(id)?.area;
    this.drill.open({ id, name: name(area, id) }, name(root, t('allCountry')));
    this.selection.area = undefined;
    this.pointing.leave();
    this.host.requestUpdate();
  };

  /** Closes the maps after the first `depth` ones. */
  readonly backTo = (depth: number): void => {
    this.drill.backTo(depth);
    this.selection.select(undefined);
  };
}
