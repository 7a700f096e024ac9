/** What a folder of the library says of itself. */
import { tryJson } from '../../data/request.js';

/** What `manifest.json` says of a folder's files. */
export interface Manifest {
  readonly version: string;
  /** SRI hashes by file name. */
  readonly integrity: Readonly<Record<string, string>>;
  /** The modules that each widget imports at once, by its name. */
  readonly loads: Readonly<Record<string, readonly string[]>>;
}

/** Version, hashes and modules of the files in a folder. */
export const loadManifest = async (folder: string): Promise<Manifest | undefined> =>
  readManifest(await tryJson(`${folder}manifest.json`));

/** `manifest.json` as the build writes it; undefined for what is something else. */
export function readManifest(raw: unknown): Manifest | undefined {
  const { version, files, loads } = (raw ?? {}) as {
    version?: string;
    files?: Record<string, { integrity?: string }>;
    loads?: Record<string, string[]>;
  };
  if (!version || !files) return undefined;
  const integrity = Object.fromEntries(
    Object.entries(files).flatMap(([file, { integrity: hash }]) => (hash ? [[file, hash]] : [])),
  );
  // Folders of before 29/11/2026 do not say what a widget loads.
  return { version, integrity, loads: loads ?? {} };
}
