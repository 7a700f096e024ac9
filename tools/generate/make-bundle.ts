/**
 * Writes demo/api/v1/bundle.json: every document of that folder in one file, for portals
 * that give each uploaded file an address of its own. Run `npx tsx tools/generate/make-bundle.ts`.
 * The same folder always gives the same bytes: keys are sorted by code unit, not by locale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

export const API_FOLDER = fileURLToPath(new URL('../../demo/api/v1/', import.meta.url));
const BUNDLE = 'bundle.json';

/** The documents of a folder by their path without `.json`, in a stable order. */
export function readDocuments(folder: string): Record<string, unknown> {
  const paths = jsonFiles(folder)
    .map((file) => relative(folder, file).split(sep).join('/'))
    .filter((path) => path !== BUNDLE)
    .sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, path), 'utf8')),
    ]),
  );
}

/** The text of the bundle of a folder. */
export function bundleText(folder: string): Promise<string> {
  const bundle = { version: '1', documents: readDocuments(folder) };
  return format(JSON.stringify(bundle, null, 2), { parser: 'json', printWidth: 100 });
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return jsonFiles(path);
    return entry.name.endsWith('.json') ? [path] : [];
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(join(API_FOLDER, BUNDLE), await bundleText(API_FOLDER));
}
