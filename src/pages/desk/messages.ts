/**
 * What the desk page and its worker say to each other. Files and the published bundle are read by the
 * worker, and of a result only what is shown is handed over, because a nation's documents would hold
 * the page up while they are copied.
 */
import type { Choice } from '../../borders/choices.js';

/** Notes and changes that are listed at once: a sheet with one wrong column has thousands of the same fault. */
export const MOST = 200;

/** A file that the page has read. */
export interface WorkerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Ask =
  | BordersAsk
  | { readonly type: 'template'; readonly area: string; readonly now: number }
  | {
      readonly type: 'build';
      readonly files: readonly File[];
      /** The address of the published bundle; absent where nothing is published yet. */
      readonly published: string | undefined;
      readonly keepHistory: boolean;
      readonly now: number;
    }
  | { readonly type: 'preview'; readonly area: string };

/** Borders of an office, to become `geo/44@2025.json`. */
export interface BordersAsk {
  readonly type: 'borders';
  readonly files: readonly WorkerFile[];
  readonly area: string;
  /** As a person typed it; empty where the file says its system itself. */
  readonly zone: string;
  /** Systems of single files, by their names. */
  readonly zonesOfFiles: Readonly<Record<string, string>>;
  /** The column that says the unit; empty where it is to be found. */
  readonly key: string;
  /** The object of a TopoJSON file. */
  readonly object: string | undefined;
  /** Bytes. */
  readonly size: number;
  readonly allowMissing: boolean;
  readonly allowFar: boolean;
  readonly lines: boolean;
  readonly source: string;
}

/** A sentence about borders, with what a person can choose to answer it. */
export interface BordersLine {
  readonly text: string;
  readonly choices: readonly Choice[];
}

export interface BordersMade {
  readonly type: 'borders';
  readonly report: readonly BordersLine[];
  readonly faults: readonly BordersLine[];
  readonly warnings: readonly BordersLine[];
  /** Absent while there is a fault. */
  readonly file: { readonly path: string; readonly text: string } | undefined;
}

/** A fault or warning as it is shown. */
export interface ShownNote {
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
}

/** The first of a list, and how many there are. */
export interface Some<T> {
  readonly shown: readonly T[];
  readonly count: number;
}

export interface AreaChoice {
  readonly id: string;
  readonly name: string;
}

export interface Built {
  readonly type: 'built';
  readonly faults: Some<ShownNote>;
  readonly warnings: Some<ShownNote>;
  readonly changes: Some<{ readonly kind: string; readonly text: string }>;
  readonly orphans: readonly string[];
  /** Areas that can be looked at, the workbook's own first. */
  readonly areas: readonly AreaChoice[];
  readonly area: string | undefined;
  /** What to do with the zip, and what it does not contain. */
  readonly howTo: readonly string[];
  /** All files below `v1/`, ready to upload. */
  readonly zip: Uint8Array | undefined;
}

/** An area's new and published figures. */
export interface Preview {
  readonly type: 'preview';
  readonly area: string;
  readonly is: Readonly<Record<string, unknown>> | undefined;
  readonly was: Readonly<Record<string, unknown>> | undefined;
}

export type Tell =
  | Built
  | BordersMade
  | Preview
  /** Why the published bundle could not be fetched; empty where it was. */
  | { readonly type: 'published'; readonly fault: string }
  | { readonly type: 'template'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly type: 'progress'; readonly step: string }
  | { readonly type: 'failed'; readonly message: string };
