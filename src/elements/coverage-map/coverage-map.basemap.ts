/** The basemap: what a map is drawn on, and where its areas stand for a width in px. */
import type { Area } from '../../api/figures.js';
import type { Edition } from '../../domain/editions.js';
import type { Wording } from '../../i18n/figures.js';
import { areaName } from '../../i18n/area-names.js';
import type { MapRow } from '../../domain/choropleth.js';
import type { rollUp } from '../../domain/roll-up.js';
import {
  lettersOn,
  place,
  type ArchipelagoPoints,
  type Drawing,
  type Mainland,
} from '../../maps/drawing.js';
import type { titleOf } from './coverage-map.places.js';
import type { PathLayer } from './coverage-map.path-layer.js';

export interface BasemapRequest {
  readonly layout: 'geo' | 'tiles';
  /** The area whose children are drawn; `vn` for the nation. */
  readonly parent: string;
  readonly edition: Edition;
  /** True where counts of 2008 are added up to the areas of 2025. */
  readonly rolledUp: boolean;
  /** Address of a file of borders, where there is one. */
  readonly url: string | undefined;
  /** True where the page named the file, so that its faults are the page's. */
  readonly named: boolean;
  readonly key: string;
  readonly object: string | undefined;
  /** The children that the document knows. */
  readonly areas: Readonly<Record<string, Area>>;
}

/** The basemap after it was loaded. */
export interface Basemap {
  /** The provinces of the edition, for a map of the nation. */
  readonly provinces: Readonly<Record<string, Area>> | undefined;
  /** The provinces of 2008, for a map of the nation of 2025. */
  readonly former: Readonly<Record<string, Area>> | undefined;
  /** All provinces of both editions: what a former one is part of now. */
  readonly known: Readonly<Record<string, Area>>;
  /** The edition of the provinces; only where the list of neighbours fits the borders. */
  readonly bordering?: Edition;
  /** True where there are no borders, so that tiles are the only picture. */
  readonly tilesOnly?: boolean;
  /** True for the built-in borders, which must be called schematic. */
  readonly schematic: boolean;
  /** Adds up counts of 2008, where that was asked for. */
  readonly rollUp?: typeof rollUp;
  /** Draws the areas of a group, where there can be more than a template should hold. */
  readonly pathLayer?: (group: SVGGElement) => PathLayer;
  /** The name of the area whose children are drawn, for the title; absent for the nation. */
  readonly titleOf?: typeof titleOf | undefined;
  /** Writes the names on tiles. */
  readonly labels?: (drawing: Drawing, colourOf: (id: string) => string) => unknown;
  /**
   * Sentences about a file of borders, whether it is used or not. Beside the table they list the names, beside
   * the picture only their number.
   */
  readonly notes?: (rows: readonly MapRow[], isTable: boolean, w: Wording) => string[];
  readonly mainland: (children: readonly Child[], letters: number, pixels: number) => Mainland;
  /** A child that is an archipelago itself (a special zone) owns the islands of that archipelago. */
  readonly archipelagos: (language: string, children: readonly Child[]) => ArchipelagoPoints[];
}

export interface Child {
  readonly id: string;
  readonly name: string;
}

/** The children that some rows stand for, as their labels call them. */
export const childrenIn = (rows: readonly MapRow[], language: string): Child[] =>
  rows.map(({ id, area }) => ({ id, name: areaName(area, language) }));

/** Places children on their basemap, for a width in px. */
export function drawingOf(
  basemap: Basemap,
  children: readonly Child[],
  language: string,
  pixels: number,
): Drawing {
  const archipelagos = basemap.archipelagos(language, children);
  const mainland = basemap.mainland(children, 0, pixels);
  const rough = place(mainland, archipelagos, pixels);
  if (!mainland.side) return rough;
  // The letters that fit on a tile are known only after the tiles have a size.
  const letters = lettersOn(rough.fontSize, mainland.side);
  return place(basemap.mainland(children, letters, pixels), archipelagos, pixels);
}
