/** Packages of npm for a run, in `.cache/systems`, a folder for each, because several versions of one are wanted. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { npm, root } from '../../tools/test/run.mjs';

export const cache = join(root, '.cache/systems');

/**
 * Installs packages where they are not there yet.
 *
 * @param folder - the name of the folder in the cache
 * @param packages - as npm takes them, `tinymce@4`
 * @returns the folder, or undefined where the registry has none
 */
export async function packagesOf(folder, packages) {
  const at = join(cache, folder);
  const mark = join(at, 'installed.txt');
  const wanted = packages.join('\n');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return at;
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'package.json'), '{ "private": true, "type": "module" }\n');
  const options = { cwd: at, capture: true };
  const { code } = await npm(
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages],
    options,
  );
  if (code !== 0) return undefined;
  writeFileSync(mark, wanted);
  return at;
}

/** The version of a package that is installed there. */
export const versionOf = (at, name) =>
  JSON.parse(readFileSync(join(at, 'node_modules', name, 'package.json'), 'utf8')).version;

/**
 * Puts an entry and what it imports of the packages there into one classic script, `editor.js`.
 *
 * @param at - a folder of `packagesOf`
 */
export async function bundle(at, source) {
  const entry = join(at, 'entry.mjs');
  writeFileSync(entry, source);
  const lib = { entry, formats: ['iife'], name: 'editorPage', fileName: () => 'editor.js' };
  await build({
    configFile: false,
    root: at,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: at, emptyOutDir: false, lib },
  });
}
