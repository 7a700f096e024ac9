/**
 * What an app with one card weighs, by bundler, beside a page of the CDN: bytes of brotli that are loaded at
 * once, minified, with late parts left out. Wants `npm run build` and `npm ci --prefix bench`.
 *
 *   node bench/sizes.mjs [WIDGET…]     kpi-card unless another is named
 *   node bench/sizes.mjs --write       the widgets of the table in docs/frameworks.md, written there
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { argv, exit } from 'node:process';
import { brotliCompressSync, constants } from 'node:zlib';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { build as buildByVite } from 'vite';

const GUIDE = 'docs/frameworks.md';
const TABLE = /^\| widget +\| CDN .*(?:\n\|.*)+$/m;
const isWritten = argv[2] === '--write';
const guide = readFileSync(GUIDE, 'utf8');
const inTable = [...(TABLE.exec(guide)?.[0] ?? '').matchAll(/^\| `([\w-]+)`/gm)].map(
  ([, name]) => name,
);
const named = argv.length > 2 ? argv.slice(2) : ['kpi-card'];
const widgets = isWritten ? inTable : named;
/** The one that is measured, and its module. */
let widget, entry;
const entryOf = (name) => resolve(`dist/esm/elements/${name}/${name}.js`);
for (const file of [...widgets.map(entryOf), resolve('dist/cdn/tcns.js')]) {
  if (existsSync(file)) continue;
  console.error(`There is no ${file}: npm run build.`);
  exit(1);
}
if (widgets.length === 0) {
  console.error(`There is no table of sizes in ${GUIDE}.`);
  exit(1);
}
const bench = createRequire(resolve('bench/package.json'));
const versionOf = (name, from = bench) => {
  const folder = from.resolve.paths(name).find((path) => existsSync(join(path, name)));
  return JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')).version;
};
const out = mkdtempSync(join(tmpdir(), 'tcns-sizes-'));
const own = createRequire(import.meta.url);

const brotli = (code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The files that are loaded with the first: `importsOf(name)` are the static imports of one. */
function atOnce(first, importsOf) {
  const all = new Set([first].flat());
  for (const name of all) for (const next of importsOf(name)) all.add(next);
  return [...all];
}
const sum = (files, codeOf) => files.reduce((bytes, file) => bytes + brotli(codeOf(file)), 0);

async function byEsbuild() {
  const { metafile, outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    metafile: true,
    minify: true,
    outdir: out,
    splitting: true,
    target: 'es2020',
    write: false,
  });
  const { outputs } = metafile;
  const first = Object.keys(outputs).find(
    (name) => outputs[name].entryPoint && resolve(outputs[name].entryPoint) === entry,
  );
  const files = atOnce(first, (name) =>
    outputs[name].imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
  );
  return sum(files, (file) => outputFiles.find(({ path }) => path === resolve(file)).contents);
}

/** Rollup and Vite tell of chunks in the same way. */
const ofChunks = (chunks) => {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = chunks.find(({ isEntry }) => isEntry).fileName;
  const files = atOnce(first, (name) => byName.get(name).imports);
  return sum(files, (file) => byName.get(file).code);
};

async function byRollup() {
  const { rollup } = bench('rollup');
  const { nodeResolve } = bench('@rollup/plugin-node-resolve');
  // It warns of TypeScript's helper for decorators, which asks for `this`.
  const bundle = await rollup({ input: entry, plugins: [nodeResolve()], onwarn: () => undefined });
  const { output } = await bundle.generate({ format: 'es' });
  for (const chunk of output) chunk.code = (await minify(chunk.code, { module: true })).code;
  return ofChunks(output);
}

async function byVite() {
  const { output } = await buildByVite({
    configFile: false,
    logLevel: 'error',
    build: { write: false, modulePreload: false, rolldownOptions: { input: entry } },
  });
  return ofChunks(output.filter(({ type }) => type === 'chunk'));
}

async function byWebpack() {
  const webpack = bench('webpack');
  const compiler = webpack({
    mode: 'production',
    entry,
    output: { path: out, filename: 'first.js', chunkFilename: 'late-[id].js' },
    target: ['web', 'es2020'],
  });
  await new Promise((done, fail) =>
    compiler.run((error, stats) =>
      error || stats.hasErrors() ? fail(error ?? new Error(String(stats))) : done(),
    ),
  );
  return brotli(readFileSync(join(out, 'first.js')));
}

function ofCdn() {
  const STATIC = /(?:^|[;}\n])(?:import|export)(?:[\s\w$*{},]*?from)?\s*["'](\.[^"']+)["']/g;
  const files = atOnce(['tcns.js', `${widget}.js`], (name) =>
    name === 'tcns.js'
      ? []
      : [...readFileSync(join('dist/cdn', name), 'utf8').matchAll(STATIC)].map(([, path]) =>
          posix.join(dirname(name), path),
        ),
  );
  return sum(files, (file) => readFileSync(join('dist/cdn', file)));
}

const rows = [
  [`the CDN's files, loader included`, ofCdn],
  [`esbuild ${versionOf('esbuild', own)}`, byEsbuild],
  [`Vite ${versionOf('vite', own)}`, byVite],
  [`Rollup ${versionOf('rollup')} and terser`, byRollup],
  [`webpack ${versionOf('webpack')}`, byWebpack],
];
const bytes = (n) => n.toLocaleString('en');
const lines = [];
for (widget of widgets) {
  entry = entryOf(widget);
  console.log(`${widget}: what is loaded at once, bytes of brotli`);
  const cells = [`\`${widget}\``];
  for (const [name, measure] of rows) {
    cells.push(bytes(await measure()));
    console.log(`${name.padEnd(34)}${cells.at(-1).padStart(9)}`);
  }
  lines.push(cells);
}
if (isWritten) {
  const head = ['widget', 'CDN', ...rows.slice(1).map(([name]) => name.replace(' and ', ', '))];
  const width = (column) => Math.max(...[head, ...lines].map((cells) => cells[column].length));
  const row = (cells) => `| ${cells.map((cell, i) => cell.padEnd(width(i))).join(' | ')} |`;
  const rule = row(head.map((_, i) => '-'.repeat(width(i))));
  writeFileSync(
    GUIDE,
    guide.replace(TABLE, () => [row(head), rule, ...lines.map(row)].join('\n')),
  );
}
rmSync(out, { recursive: true, force: true });
