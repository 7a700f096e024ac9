/**
 * `npm run build:kits` makes `dist/hosts`: kits that a webmaster installs, all from one source. It wants
 * `npm run build:cdn` before.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, writeFolder, writeZip } from './files.ts';
import { kitWidgets } from './kit-model.ts';
import { wordpressFiles } from './wordpress.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};
const out = join(root, 'dist/hosts');

const widgets = await kitWidgets();
const wordpress = inFolder('tcns-widgets', wordpressFiles(widgets, root, version));
writeFolder(join(out, 'wordpress'), wordpress);
const size = writeZip(join(out, `tcns-widgets-wordpress-${version}.zip`), wordpress);
console.log(`dist/hosts: WordPress ${Math.round(size / 1024)} KiB`);
