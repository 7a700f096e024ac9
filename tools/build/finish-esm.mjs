/**
 * What tsc leaves to do in `dist/esm`: package.json's version in `version.js`, as Vite writes it for `dist/cdn`, and
 * helpers without the `this` of a script, because Rollup warns of it in each element that an app imports.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'dist/esm';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Writes a file with one text in place of another. No line is added, so source maps hold. */
function change(file, before, after) {
  const code = readFileSync(file, 'utf8');
  const changed = code.replaceAll(before, after);
  if (changed === code) return false;
  writeFileSync(file, changed);
  return true;
}

if (!change(join(FOLDER, 'version.js'), '__TCNS_VERSION__', JSON.stringify(version)))
  throw new Error(`${FOLDER}/version.js: __TCNS_VERSION__ not found`);
/** Another copy of the helper is of use to scripts alone, which share their globals. */
const HELPER = /var (__\w+) = \(this && this\.\1\) \|\| function/g;
const helped = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .filter((name) => change(join(FOLDER, name), HELPER, 'var $1 = function'));
if (helped.length === 0) throw new Error(`${FOLDER}: no module has a helper of TypeScript`);
console.log(`${FOLDER}: version ${version}, ${helped.length} modules without \`this\``);
