/**
 * Writes `hosting/oembed.mjs`, the handler for offices that run Node, out of `src/api/oembed.ts` and
 * `oembed-handler.mjs` beside this file:
 *
 *     npx tsx tools/generate/make-oembed.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { transformWithOxc } from 'vite';

export const OEMBED_FILE = fileURLToPath(new URL('../../hosting/oembed.mjs', import.meta.url));
const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

/** The text of the handler. */
export async function oembedHandler(): Promise<string> {
  const { code } = await transformWithOxc(read('../../src/api/oembed.ts'), 'oembed.ts', {
    sourcemap: false,
  });
  const text = `// Made by tools/generate/make-oembed.ts from src/api/oembed.ts: change it there.\n${read('oembed-handler.mjs').replace(/^.*\n/, '')}\n${code}`;
  return format(text, { ...(await resolveConfig(OEMBED_FILE)), parser: 'babel' });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(OEMBED_FILE, await oembedHandler());
