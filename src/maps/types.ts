/** What the built-in maps are made of. The generated files beside this one hold them. */
import type { Edition } from '../domain/editions.js';

/** The archipelagos that belong on every map of the whole country. */
export type ArchipelagoKey = 'hoang-sa' | 'truong-sa';

/** Plain Mercator, from degrees to a map's units: `project(map, lon, lat)`. */
export interface Projection {
  /** Units a degree of longitude. */
  readonly k: number;
  /** The longitude at x = 0. */
  readonly x0: number;
  /** Mercator's ordinate at y = 0, in degrees of the equator. */
  readonly y0: number;
}

/**
 * A province: its code (without the edition), its outline as an SVG path in the map's units
 * (absolute `m` first, then relative, `z` after each part; no holes, no overlaps, either winding)
 * and a point well inside its largest part, for a label and for moving by arrow keys.
 */
export type ProvinceShape = readonly [code: string, path: string, x: number, y: number];

/**
 * An island too small for an outline, to be drawn as a circle in the colour of its province. With
 * a radius of 3 units it stays inside the frame.
 */
export type IslandDot = readonly [code: string, x: number, y: number];

/** The provinces of one edition, drawn at integer units; the archipelagos are not among them. */
export interface BuiltInMap extends Projection {
  readonly edition: Edition;
  /** The mainland and the islands near it fill `width` × `height` (1000) to the rim. */
  readonly width: number;
  readonly height: number;
  /** By code, in the order of the area list. */
  readonly provinces: readonly ProvinceShape[];
  readonly dots: readonly IslandDot[];
}

/**
 * The codes of the provinces that share a land border with a province, separated by spaces.
 * A point in common is no border, nor are islands beside one another.
 */
export type Neighbours = Readonly<Record<string, string>>;

/** An archipelago that stands on every map of the country, and the province that it belongs to. */
export interface Archipelago {
  readonly key: ArchipelagoKey;
  /** The code of its province, the same in both editions. */
  readonly province: string;
  /** What must stand beside it, word for word. */
  readonly label: { readonly vi: string; readonly en: string };
  /** West, south, east and north, in degrees. */
  readonly bbox: readonly [number, number, number, number];
  /** Longitude and latitude of its islands and reefs, in degrees. */
  readonly islands: readonly (readonly [lon: number, lat: number])[];
}

/** A square of the tile layout, row and column counted from 0 at the top left. */
export type Tile<Key extends string = string> = readonly [key: Key, row: number, col: number];

/** The tile layout of one edition: an equal square for each province. */
export interface TileGrid {
  readonly edition: Edition;
  readonly rows: number;
  readonly cols: number;
  readonly provinces: readonly Tile[];
  /** Where the archipelagos stand: squares at sea, at about their latitude. */
  readonly archipelagos: readonly Tile<ArchipelagoKey>[];
}
