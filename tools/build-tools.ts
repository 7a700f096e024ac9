/**
 * `npm run build:tools`: the command line tools as JavaScript in `dist/tools`, a file each, beside
 * `dist/esm`, whose modules they share. The package's bins run these; the repository's run the sources.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const OUT = 'dist/tools';
const ENTRIES = ['check', 'data', 'prerender'];
/** `../src/` and `../../src/` become the built modules; `./x.ts` becomes `./x.js`. */
const SOURCE = /(from\s+|import\(|import\s+)'((?:\.\.?\/)+)(src\/)?([^']*?)\.(?:js|ts)'/g;

const done = new Set<string>();

function build(name: string): void {
  if (done.has(name)) return;
  done.add(name);
  const code = readFileSync(join('tools', `${name}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const rewritten = outputText.replace(
    SOURCE,
    (_, keyword: string, up: string, src: string | undefined, path: string) => {
      if (!src) build(join(dirname(name), up, path).replaceAll('\\', '/'));
      return `${keyword}'${up}${src ? 'esm/' : ''}${path}.js'`;
    },
  );
  write(`${name}.js`, rewritten);
}

function write(name: string, text: string): void {
  const file = join(OUT, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

rmSync(OUT, { recursive: true, force: true });
ENTRIES.forEach(build);
const declared = ts.transpileDeclaration(readFileSync('tools/prerender.ts', 'utf8'), {
  compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
});
// Its types need nothing of what it imports.
write('prerender.d.ts', declared.outputText.replace(/^import .*$\n/gm, ''));
console.log(`${OUT}: ${ENTRIES.join(', ')} of ${done.size} files`);
