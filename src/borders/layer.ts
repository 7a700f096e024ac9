/** What is read of a file of borders: rows with attributes and shapes. */
import type { Stated } from './coordinate-system.js';
import type { Attributes } from './dbase-table.js';
import type { Shape } from './shapes.js';

/** A row of a file: one feature. */
export interface Row {
  /** Counted from 1, as a table of attributes shows it. */
  readonly row: number;
  readonly attributes: Attributes;
  readonly shape: Shape | undefined;
}

/** A file, or a shapefile of a zip. */
export interface Layer {
  readonly file: string;
  readonly rows: readonly Row[];
  /** The positions of all rows, one after another: x, y, x, y … */
  readonly xy: Float64Array;
  readonly stated: Stated;
  /** dBASE rows that are marked as deleted. */
  readonly deleted: number;
  /** What the file says of itself: `properties` of a FeatureCollection or a Topology. */
  readonly properties: Readonly<Record<string, unknown>>;
}
