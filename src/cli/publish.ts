/**
 * The folder of published files: read whole, and written whole or not at all. New files are written
 * aside, on the same disk, and only then moved into place one by one (a move replaces a file in one
 * step, so no reader ever gets half of one); where one move fails, those before it are undone.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

export interface Published {
  /** Documents by path without `.json`; the bundle is not one of them. */
  readonly documents: Record<string, unknown>;
  /** The text of every JSON file, by path. */
  readonly texts: Record<string, string>;
}

const ASIDE = '.tcns-data-';

/** Everything that stands in a folder; nothing where there is no folder yet. */
export function readPublished(folder: string): Published {
  const documents: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : [];
  for (const name of names.map((path) => path.replaceAll('\\', '/')).sort()) {
    if (!name.endsWith('.json') || name.split('/').some((part) => part.startsWith('.'))) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    texts[name] = text;
    if (name === 'bundle.json') continue;
    try {
      documents[name.slice(0, -'.json'.length)] = JSON.parse(text);
    } catch {
      // A broken file is replaced when the sheets make it, and otherwise not ours.
    }
  }
  return { documents, texts };
}

/** Moves, of which a test can make one fail. */
export interface Disk {
  rename(from: string, to: string): void;
}

/** A file to write: its text, or the same piece by piece. */
export interface PublishedFile {
  readonly path: string;
  readonly text: string;
  parts?(): Iterable<string>;
}

/** Writes files and deletes others: all of it, or nothing. */
export function publish(
  folder: string,
  files: readonly PublishedFile[],
  gone: readonly string[] = [],
  disk: Disk = { rename: renameSync },
): void {
  if (files.length === 0 && gone.length === 0) return;
  const target = resolve(folder);
  for (const path of [...files.map((file) => file.path), ...gone]) refuseOutside(target, path);
  mkdirSync(target, { recursive: true });
  const aside = mkdtempSync(join(target, ASIDE));
  const undo: (() => void)[] = [];
  try {
    files.forEach((file, i) => writeParts(join(aside, `new-${i}`), file.parts?.() ?? [file.text]));
    const made = new Set<string>();
    // The bundle last: it speaks of all others.
    files.forEach(({ path }, i) => {
      const place = join(target, path);
      const parent = dirname(place);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      undo.push(keep(place, join(aside, `old-${i}`)));
      disk.rename(join(aside, `new-${i}`), place);
    });
    gone.forEach((path, i) => {
      const place = join(target, path);
      undo.push(keep(place, join(aside, `gone-${i}`)));
      rmSync(place, { force: true });
    });
  } catch (error) {
    undo.reverse().forEach((back) => back());
    throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Characters that are written at once. */
const AT_ONCE = 1 << 19;

/** Writes a file piece by piece, so that a bundle never stands in memory as one text. */
function writeParts(place: string, parts: Iterable<string>): void {
  let file: number | undefined;
  let text = '';
  try {
    for (const part of parts) {
      text += part;
      if (text.length < AT_ONCE) continue;
      file ??= openSync(place, 'wx');
      writeFileSync(file, text);
      text = '';
    }
    writeFileSync(file ?? place, text);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Paths are made of names that other people's documents bring: none may lead out of the folder. */
function refuseOutside(target: string, path: string): void {
  const way = relative(target, resolve(target, path));
  if (way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw new Error(`“${path}” nằm ngoài thư mục ${target}, nên không ghi gì. Hãy sửa mã ở nguồn.`);
}

/** Keeps a copy of a file; returns how to put it back. */
function keep(place: string, copy: string): () => void {
  if (!existsSync(place)) return () => rmSync(place, { force: true });
  copyFileSync(place, copy);
  return () => renameSync(copy, place);
}
