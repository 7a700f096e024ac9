/** What the desk page and its worker say to each other. */
import type { Change } from '../../desk/changes.js';

export interface WorkerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Ask =
  | { readonly type: 'template'; readonly area: string; readonly now: number }
  | {
      readonly type: 'build';
      readonly files: readonly WorkerFile[];
      /** The published bundle, as text; absent where nothing is published yet. */
      readonly published: string | undefined;
      readonly keepHistory: boolean;
      readonly now: number;
    };

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
  | { readonly type: 'template'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly type: 'progress'; readonly step: string }
  | { readonly type: 'failed'; readonly message: string };
