/**
 * `npm run build:kits` makes `dist/hosts`: kits that a webmaster installs, all from one source. It wants
 * `npm run build:cdn` before.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, writeFolder, writeZip, type Files } from './files.ts';
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
for (const [name, files] of Object.entries(kits)) {
  writeFolder(join(out, name), files);
  const size = writeZip(join(out, `tcns-widgets-${name}-${version}.zip`), files);
  console.log(`dist/hosts/tcns-widgets-${name}-${version}.zip: ${Math.round(size / 1024)} KiB`);
}
writeFolder(join(out, 'steps'), stepFiles(widgets, version));
console.log('dist/hosts/steps: SharePoint, DotNetNuke');
