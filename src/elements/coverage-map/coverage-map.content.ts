/** What the map shows: its area, edition, basemap, rows and drawing, from the inputs of the element. */
import { TaskStatus } from '@lit/task';
import { isServer, type ReactiveControllerHost } from 'lit';
import type { Area, Observations } from '../../api/figures.js';
import { addressIn } from '../../data/addresses.js';
import { vietnamDay } from '../../domain/calendar.js';
import type { Scale } from '../../domain/classes.js';
import { canonicalAreaId, type Edition } from '../../domain/editions.js';
import type { Wording } from '../../i18n/figures.js';
import type { Drawing } from '../../maps/drawing.js';
import { memo } from '../../parts/base/memo.js';
import { wordsOf } from '../../parts/base/word-list.js';
import { drawingOf, type Basemap, type BasemapRequest } from './coverage-map.basemap.js';
import { basemapTask } from './coverage-map.load-basemap.js';
import { editionsOf, mapModel, mapTitle, type MapModel } from './coverage-map.model.js';

export interface MapInputs {
  readonly doc: Observations | undefined;
  /** The area that was asked for; absent: the document's own. */
  readonly area: string | undefined;
  readonly indicator: string;
  readonly layout: 'geo' | 'tiles';
  readonly at: string | undefined;
  readonly scale: Scale;
  readonly breaks: string | undefined;
  /** The edition that counts are to be added up to. */
  readonly edition: string | undefined;
  /** Address of the page's file of borders. */
  readonly borders: string | undefined;
  readonly api: string | undefined;
  readonly geoKey: string;
  readonly geoObject: string | undefined;
  readonly language: string;
  /** px of the picture. */
  readonly pixels: number;
}

/** All that one drawing of the map shows. */
export interface MapFigures {
  readonly doc: Observations;
  /** The address of the document, against which the addresses of its sources resolve. */
  readonly url: string;
  readonly indicator: string;
  readonly model: MapModel;
  readonly drawing: Drawing;
  readonly title: string;
  /** All areas that the document or the basemap knows. */
  readonly areas: Readonly<Record<string, Area>>;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
}

export class MapContent {
  private readonly basemapTask;
  // Pointing at an area changes none of these: thousands of communes are worked out once.
  private readonly editions = memo(editionsOf);
  private readonly modelOf = memo(mapModel);
  private readonly drawingOf = memo(drawingOf);
  private readonly choices = memo(
    (
      { provinces, former, rollUp }: Basemap,
      parent: string,
      indicator: string,
      at: string | undefined,
      scale: Scale,
      breaks: string | undefined,
      edition: Edition,
      rolledUp: boolean,
    ) => ({
      parent,
      indicator,
      at,
      scale,
      breaks: breaks?.trim() ? wordsOf(breaks).map(Number) : undefined,
      edition,
      rolledUp,
      rollUp,
      provinces,
      former,
    }),
  );

  constructor(
    host: ReactiveControllerHost,
    private readonly inputs: () => MapInputs,
  ) {
    this.basemapTask = basemapTask(host, () => this.request());
  }

  /** The id of the area whose children are shown. */
  get parent(): string {
    const { area, doc } = this.inputs();
    return canonicalAreaId(area ?? doc?.area ?? '') || 'vn';
  }

  get basemap(): Basemap | undefined {
    return this.basemapTask.value;
  }

  /** True until the basemap is there or has failed. */
  get loads(): boolean {
    return this.basemapTask.status < TaskStatus.COMPLETE;
  }

  /** The edition of a document's figures, and whether they are of two. */
  editionsOf(doc: Observations): ReturnType<typeof editionsOf> {
    const { area, indicator } = this.inputs();
    return this.editions(doc, this.parent, indicator, area);
  }

  /** True where counts of 2008 are to be shown on the map of 2025. */
  rollsUp(doc: Observations): boolean {
    return (
      this.inputs().edition === '2025' &&
      this.parent === 'vn' &&
      this.editionsOf(doc).edition === '2008'
    );
  }

  private request(): BasemapRequest | undefined {
    const { doc, layout, borders, api, geoKey, geoObject } = this.inputs();
    if (!doc) return undefined;
    const { parent } = this;
    const address =
      borders ?? (api && parent !== 'vn' ? addressIn(api, `geo/${parent}`) : undefined);
    const rolledUp = this.rollsUp(doc);
    return {
      layout,
      parent,
      edition: rolledUp ? '2025' : this.editionsOf(doc).edition,
      rolledUp,
      // A server draws the provinces of the built-in map, and tiles.
      url: address && !isServer ? new URL(address, document.baseURI).href : undefined,
      named: borders !== undefined,
      key: geoKey,
      object: geoObject,
      areas: doc.areas,
    };
  }

  /** Absent until the document and the basemap are there. */
  get model(): MapModel | undefined {
    const { doc, indicator, at, scale, breaks } = this.inputs();
    const { basemap, parent } = this;
    if (!doc || !basemap) return undefined;
    const { edition } = this.editionsOf(doc);
    const rolledUp = this.rollsUp(doc);
    return this.modelOf(
      doc,
      this.choices(basemap, parent, indicator, at, scale, breaks, edition, rolledUp),
    );
  }

  get drawing(): Drawing | undefined {
    const { language, pixels } = this.inputs();
    const { basemap, model } = this;
    return basemap && model && this.drawingOf(basemap, model.rows, language, pixels);
  }

  /** Absent until the document and the basemap are there. */
  figures(
    doc: Observations,
    url: string,
    heading: string | undefined,
    w: Wording,
  ): MapFigures | undefined {
    const { model, drawing } = this;
    if (!model || !drawing) return undefined;
    const { indicator } = this.inputs();
    const areas = this.areas(doc);
    const today = vietnamDay(Date.now());
    const title = heading ?? mapTitle(doc, indicator, this.parent, areas, today, w);
    return { doc, url, indicator, model, drawing, title, areas, today };
  }

  /** All areas that the document or the basemap knows. */
  areas(doc: Observations): Record<string, Area> {
    return { ...this.basemap?.known, ...doc.areas };
  }
}
