/** The content of the map: area, edition, basemap, rows and drawing, made from the inputs of the element. */
import { emptyRecord } from '../../api/read-plain.js';
import { isServer, type ReactiveControllerHost } from 'lit';
import type { Area, Observations } from '../../api/figures.js';
import { bordersIn, wholeAddress } from '../../data/addresses.js';
import type { MapRow } from '../../domain/choropleth.js';
import type { Scale } from '../../domain/classes.js';
import { canonicalAreaId } from '../../domain/editions.js';
import type { Wording } from '../../i18n/figures.js';
import type { Drawing } from '../../maps/drawing.js';
import { memo } from '../../parts/base/memo.js';
import type { PageContext } from '../../parts/base/page-context.js';
import { settings } from '../../data/settings.js';
import type { ReaderChoices } from './coverage-map.choices.js';
import type { Drill } from './coverage-map.drill.js';
import { PAPER_WIDTH, type PrintMedia } from './coverage-map.print.js';
import type { PictureWidth } from './coverage-map.width.js';
import {
  childrenIn,
  drawingOf,
  type Basemap,
  type BasemapRequest,
  type Child,
} from './coverage-map.basemap.js';
import { BasemapLoader } from './coverage-map.load-basemap.js';
import { MOST_NAMED } from './coverage-map.view.js';
import {
  editionsOf,
  mapModel,
  mapTitle,
  type MapChoices,
  type MapModel,
} from './coverage-map.model.js';
import { pageBase } from '../../data/page-base.js';

/** The attributes that the page sets. */
export interface MapPage {
  /** The area whose children are shown; absent: the document's own. */
  readonly area?: string;
  readonly at?: string;
  readonly scale: Scale;
  readonly breaks?: string;
  /** `2025`: counts of 2008 are added up to the areas of today. */
  readonly edition?: string;
  readonly geoSrc?: string;
  readonly geoKey: string;
  readonly geoObject?: string;
  readonly api?: string;
}

/** The reader's choices, and what is loaded. */
interface MapInputs {
  readonly doc: () => Observations | undefined;
  readonly wording: () => Wording;
  readonly choices: ReaderChoices;
  readonly width: PictureWidth;
  readonly drill: Drill | undefined;
  readonly print: PrintMedia;
}

/** All that one drawing of the map shows. */
export interface MapFigures {
  readonly doc: Observations;
  /** The address of the document, against which the addresses of its sources resolve. */
  readonly url: string;
  readonly indicator: string;
  readonly model: MapModel;
  readonly drawing: Drawing;
  /** False in a first drawing that has the picture alone. */
  readonly whole: boolean;
  readonly title: string;
  /** The title in the words of the document. */
  readonly of: string;
  /** All areas that the document or the basemap knows. */
  readonly areas: Readonly<Record<string, Area>>;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
}

export class MapContent {
  private readonly loader: BasemapLoader;
  // Kept between drawings, because pointing at an area changes none of them and there may be thousands of
  // communes.
  private readonly editions = memo(editionsOf);
  private readonly modelOf = memo((doc: Observations, basemap: Basemap, choices: string) =>
    mapModel(doc, basemap, JSON.parse(choices) as MapChoices),
  );
  private readonly drawingOf = memo(drawingOf);
  /** Kept while they are equal, because other figures make other rows of the same areas, and move none of them. */
  private children: readonly Child[] = [];
  private readonly childrenOf = memo((rows: readonly MapRow[], language: string) => {
    const [before, now] = [this.children, childrenIn(rows, language)];
    const isSame =
      now.length === before.length &&
      now.every(({ id, name }, i) => id === before[i]?.id && name === before[i]?.name);
    return isSame ? before : (this.children = now);
  });

  constructor(
    private readonly page: MapPage & ReactiveControllerHost,
    private readonly inputs: MapInputs,
    private readonly pageContext: PageContext,
  ) {
    this.loader = new BasemapLoader(page, () => this.request());
  }

  /** The area that the page or the reader asks for; absent: the document's own. */
  get area(): string | undefined {
    return this.inputs.drill?.innermost ?? this.page.area;
  }

  /** The id of the area whose children are shown. */
  get parent(): string {
    return canonicalAreaId(this.area ?? this.inputs.doc()?.area ?? '') || 'vn';
  }

  get basemap(): Basemap | undefined {
    return this.loader.basemap;
  }

  /** Loads the basemap: a server waits for it before it draws. */
  load(): Promise<void> {
    return this.loader.load();
  }

  /** Where the basemap is built in: resolves when it is there, or has failed. */
  arrival(): Promise<void> | undefined {
    const request = this.request();
    return request && !request.url ? this.load() : undefined;
  }

  /** True until the basemap is there or has failed. */
  get loads(): boolean {
    return this.loader.loads;
  }

  /** The edition of a document's figures, and whether they are of two. */
  editionsOf(doc: Observations): ReturnType<typeof editionsOf> {
    return this.editions(doc, this.parent, this.inputs.choices.indicator, this.area);
  }

  /** True where counts of 2008 are to be shown on the map of 2025. */
  rollsUp(doc: Observations): boolean {
    return (
      this.page.edition === '2025' &&
      this.parent === 'vn' &&
      this.editionsOf(doc).edition === '2008'
    );
  }

  private request(): BasemapRequest | undefined {
    const { page, inputs, parent } = this;
    const doc = inputs.doc();
    if (!doc) return undefined;
    const rolledUp = this.rollsUp(doc);
    // The borders of the page belong to its own map only, not to the maps that a reader opens.
    const borders = inputs.drill?.innermost === undefined ? page.geoSrc : undefined;
    const api = page.api ?? settings().api;
    const address = borders ?? (api && parent !== 'vn' ? bordersIn(api, parent) : undefined);
    return {
      layout: inputs.choices.layout,
      parent,
      edition: rolledUp ? '2025' : this.editionsOf(doc).edition,
      rolledUp,
      // No address on a server, which draws the built-in provinces and tiles only.
      url: address && !isServer ? wholeAddress(address, pageBase()) : undefined,
      named: borders !== undefined,
      key: page.geoKey,
      object: page.geoObject,
      areas: doc.areas,
    };
  }

  /** Absent until the document and the basemap are there. */
  get model(): MapModel | undefined {
    const { basemap, page, inputs } = this;
    const doc = inputs.doc();
    if (!doc || !basemap) return undefined;
    const choices: MapChoices = {
      parent: this.parent,
      indicator: inputs.choices.indicator,
      at: inputs.choices.date ?? page.at,
      scale: page.scale,
      breaks: page.breaks,
      edition: this.editionsOf(doc).edition,
      rolledUp: this.rollsUp(doc),
    };
    return this.modelOf(doc, basemap, JSON.stringify(choices));
  }

  get drawing(): Drawing | undefined {
    const { width } = this.inputs;
    return this.drawingAt(
      this.isForPaper
        ? Math.min(PAPER_WIDTH[this.inputs.choices.layout], width.pixels)
        : width.pixels,
    );
  }

  /** True where the map is laid out anew for paper: not for areas drawn in steps, which a print does not wait for. */
  get isForPaper(): boolean {
    return this.inputs.print.active && (this.model?.rows.length ?? 0) <= MOST_NAMED;
  }

  /** The drawing for a width in px. */
  drawingAt(width: number): Drawing | undefined {
    const { basemap, model, inputs } = this;
    const { language } = inputs.wording();
    const children = model && this.childrenOf(model.rows, language);
    return basemap && children && this.drawingOf(basemap, children, language, width);
  }

  /** Absent until the document and the basemap are there. */
  figures(
    doc: Observations,
    url: string,
    { heading, whole }: Pick<MapFigures, 'whole'> & { heading: string | undefined },
    w: Wording,
  ): MapFigures | undefined {
    const { model, drawing } = this;
    if (!model || !drawing) return undefined;
    const { indicator } = this.inputs.choices;
    const { today } = this.pageContext;
    const areas = () => this.areas(doc);
    const area = this.basemap?.titleOf?.(this.parent, areas(), today, w);
    const of = mapTitle(doc, indicator, area, w);
    return {
      doc,
      url,
      indicator,
      model,
      drawing,
      whole,
      title: heading ?? of,
      of,
      today,
      // Only asked for when a reader comes to an area: the table is copied for it.
      get areas() {
        return areas();
      },
    };
  }

  /** All areas that the document or the basemap knows. */
  areas(doc: Observations): Record<string, Area> {
    return emptyRecord(this.basemap?.known, doc.areas);
  }
}
