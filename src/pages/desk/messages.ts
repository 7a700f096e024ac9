/** What the desk page and its worker say to each other. */
import type { Change } from '../../desk/changes.js';

export interface WorkerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Ask =
  | BordersAsk
  | { readonly type: 'template'; readonly area: string; readonly now: number }
  | {
      readonly type: 'build';
      readonly files: readonly WorkerFile[];
      /** The published bundle, as text; absent where nothing is published yet. */
      readonly published: string | undefined;
      readonly keepHistory: boolean;
      readonly now: number;
    };

/** Borders of an office, to become `geo/44@2025.json`. */
export interface BordersAsk {
  readonly type: 'borders';
  readonly files: readonly WorkerFile[];
  readonly area: string;
  /** As a person typed it; empty where the file says its system itself. */
  readonly zone: string;
  readonly allowMissing: boolean;
  readonly source: string;
}

export interface BordersMade {
  readonly type: 'borders';
  readonly report: readonly string[];
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  /** Absent while there is a fault. */
  readonly file: { readonly path: string; readonly text: string } | undefined;
}

/** A fault or warning as it is shown. */
export interface ShownNote {
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
}

export interface Built {
  readonly type: 'built';
  readonly faults: readonly ShownNote[];
  readonly warnings: readonly ShownNote[];
  readonly changes: readonly Change[];
  readonly orphans: readonly string[];
  readonly files: readonly { path: string; status: string; size: number }[];
  /** What can be looked at: the documents of figures and campaigns, new and published. */
  readonly preview: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  readonly area: string | undefined;
  /** What to do with the zip, and what it does not contain. */
  readonly howTo: readonly string[];
  /** All files below `v1/`, ready to upload. */
  readonly zip: Uint8Array | undefined;
}

export type Tell =
  | Built
  | BordersMade
  | { readonly type: 'template'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly type: 'progress'; readonly step: string }
  | { readonly type: 'failed'; readonly message: string };
