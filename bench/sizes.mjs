/**
 * What an app with one card weighs, by bundler, beside a page of the CDN: bytes of brotli that are loaded at
 * once, minified, with late parts left out. Wants `npm run build` and `npm ci --prefix bench`.
 *
 *   node bench/sizes.mjs [WIDGET]      kpi-card unless another is named
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { argv, exit } from 'node:process';
import { brotliCompressSync, constants } from 'node:zlib';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { build as buildByVite } from 'vite';

const widget = argv[2] ?? 'kpi-card';
const entry = resolve(`dist/esm/elements/${widget}/${widget}.js`);
if (!existsSync(entry) || !existsSync('dist/cdn/tcns.js')) {
  console.error(`There is no ${entry} or no dist/cdn: npm run build.`);
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
console.log(`${widget}: what is loaded at once, bytes of brotli`);
for (const [name, measure] of rows)
  console.log(`${name.padEnd(34)}${(await measure()).toLocaleString('en').padStart(9)}`);
rmSync(out, { recursive: true, force: true });
