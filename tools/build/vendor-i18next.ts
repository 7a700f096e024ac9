/**
 * Puts the i18next that `dist/cdn` has into `dist/esm`: a third of the library's weight on every page that
 * shows one figure is never asked for (`tools/build/build-plugins.ts`), and who installs the package pays
 * what a page of the CDN pays. Its licence stands at the head of the file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { ownBuiltins, trimmedI18next } from './build-plugins.ts';

const ROOM = 'dist/esm/i18n';
const library = dirname(dirname(fileURLToPath(import.meta.resolve('i18next'))));
const { version } = JSON.parse(readFileSync(join(library, '../package.json'), 'utf8')) as {
  version: string;
};
const whole = readFileSync(join(library, 'esm/i18next.js'), 'utf8');
const licence = readFileSync(join(library, '../LICENSE'), 'utf8').trim();

const { code, map } = await transform(ownBuiltins(trimmedI18next(whole)), {
  sourcemap: 'external',
  sourcefile: '../../../node_modules/i18next/dist/esm/i18next.js',
  minifySyntax: true,
  target: 'es2022',
  banner: `/*! i18next ${version}, without what tcns-widgets never asks of it.\n\n${licence}\n*/`,
});
writeFileSync(join(ROOM, 'i18next.js'), `${code}//# sourceMappingURL=i18next.js.map\n`);
writeFileSync(join(ROOM, 'i18next.js.map'), map);
writeFileSync(join(ROOM, 'i18next.d.ts'), 'export {};\n');

const translator = join(ROOM, 'translator.js');
const written = readFileSync(translator, 'utf8');
const own = written.replace(/(from )(['"])i18next\2/, '$1$2./i18next.js$2');
if (own === written) throw new Error(`${translator}: no import of i18next was found`);
writeFileSync(translator, own);
console.log(
  `dist/esm: i18next ${version}, ${Math.round((code.length / whole.length) * 100)} % of it`,
);
