/** Files of a kit: path to content. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';

export type Files = Record<string, string | Uint8Array>;

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Writes a folder anew. */
export function writeFolder(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const zipped = (files: Files): Uint8Array => {
  const tree: Record<string, Uint8Array> = {};
  for (const path of Object.keys(files).sort()) tree[path] = bytesOf(files[path] ?? '');
  return zipSync(tree, { level: 9, mtime: new Date('2026-01-01T00:00:00Z') });
};

/** Writes a zip and returns it; the same files give the same bytes. */
export function writeZip(file: string, files: Files): Uint8Array {
  const zip = zipped(files);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  return zip;
}

/** Puts files into a zip that is there; those of the same path are replaced. */
export function addToZip(file: string, files: Files): void {
  writeFileSync(file, zipped({ ...unzipSync(new Uint8Array(readFileSync(file))), ...files }));
}

/** The same files inside a folder. */
export const inFolder = (folder: string, files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]),
  );

/** Every file below a folder, in order. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

/**
 * The files of the release, in a folder of a kit.
 *
 * @param root - the folder of the project
 * @param version - the version of the release
 * @param folder - where they lie in the kit
 */
export function releaseFiles(root: string, version: string, folder: string): Files {
  const release = join(root, 'dist/cdn', version);
  if (!existsSync(join(release, 'tcns.js')))
    throw new Error(`kits: dist/cdn/${version} is missing: npm run build:cdn`);
  return Object.fromEntries(
    filesIn(release).map((file) => [
      `${folder}/${file}`,
      new Uint8Array(readFileSync(join(release, file))),
    ]),
  );
}
