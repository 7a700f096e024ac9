/**
 * `npm run build:kits` makes `dist/hosts`: kits that a webmaster installs, all from one source. It wants
 * `npm run build:cdn` before. The embed builder leads to their files in `dist/cdn/kits`, and in the zip of the
 * release they lie beside the builder, too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addToZip, inFolder, writeFolder, writeZip, type Files } from './files.ts';
import type { Kits } from '../../src/pages/builder/systems.ts';
import { kitWidgets } from './kit-model.ts';
import { extensionFiles, fragmentFiles } from './liferay.ts';
import { nukevietFiles } from './nukeviet.ts';
import { stepFiles } from './steps.ts';
import { wordpressFiles } from './wordpress.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};
const out = join(root, 'dist/hosts');

const widgets = await kitWidgets();
const kits: Record<string, Files> = {
  wordpress: inFolder('tcns-widgets', await wordpressFiles(widgets, root, version)),
  nukeviet: nukevietFiles(widgets, root, version),
  'liferay-fragments': fragmentFiles(widgets),
  'liferay-client-extension': extensionFiles(widgets, root, version),
};
const list: Record<string, Kits['kits'][string]> = {};
const offered: Files = {};
function offer(name: string, file: string, content: Uint8Array): void {
  offered[file] = content;
  list[name] = { file, size: content.length };
}
for (const [name, files] of Object.entries(kits)) {
  writeFolder(join(out, name), files);
  const file = `tcns-widgets-${name}-${version}.zip`;
  const zip = writeZip(join(out, file), files);
  offer(name, file, zip);
  console.log(`dist/hosts/${file}: ${Math.round(zip.length / 1024)} KiB`);
}
const steps = stepFiles(widgets, version);
writeFolder(join(out, 'steps'), steps);
for (const [file, page] of Object.entries(steps))
  offer(file.replace(/\.html$/, ''), `steps/${file}`, new TextEncoder().encode(String(page)));
console.log('dist/hosts/steps: SharePoint, DotNetNuke');

const cdn = join(root, 'dist/cdn');
offered['kits.json'] = `${JSON.stringify({ version, kits: list } satisfies Kits, null, 2)}\n`;
writeFolder(join(cdn, 'kits'), offered);
const zip = join(cdn, `tcns-${version}.zip`);
if (existsSync(zip)) addToZip(zip, inFolder(`tcns/${version}/kits`, offered));
console.log(`dist/cdn/kits and tcns-${version}.zip: the same files, for the embed builder`);
