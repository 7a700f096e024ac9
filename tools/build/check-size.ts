/**
 * `npm run check:size`: what a reader downloads, in bytes of brotli, against the budgets;
 * and that `dist/cdn` is ASCII and of the baseline (tools/build/baseline.ts).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { isVersioned } from './release.ts';
import { faultsOf, isNode, parseScript, walk } from './baseline.ts';

const cdn = process.argv[2] ?? 'dist/cdn';
const classic = new Set([
  'tcns.js',
  'tcns-all.js',
  'embed.js',
  'builder.js',
  'desk.js',
  'desk-worker.js',
]);

/** A page's files and what they may weigh together. */
const budgets = [
  { name: 'the loader', files: ['tcns.js'], most: 2048 },
  { name: 'a page with only KPI cards', files: ['tcns.js', 'kpi-card.js'], most: 40 * 1024 },
  ...['2008', '2025'].map((edition) => ({
    name: `a page with only the national map of ${edition}, its borders included`,
    files: ['tcns.js', 'coverage-map.js', `chunks/provinces-${edition}.generated-*.js`],
    most: 50 * 1024,
  })),
];

/** The files that a name stands for; `*` is the hash in a chunk's name. */
function named(pattern: string, all: readonly string[]): string {
  const [start = '', end] = pattern.split('*');
  const fits = (file: string) => file.startsWith(start) && file.endsWith(end ?? '');
  return end === undefined ? pattern : (all.find(fits) ?? pattern);
}

const sizes = new Map<string, number>();
function sizeOf(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = brotliCompressSync(readFileSync(join(cdn, file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;
  sizes.set(file, size);
  return size;
}

/** The files that a module imports statically, by their place in `dist/cdn`. */
function importsOf(file: string): string[] {
  if (classic.has(file)) return [];
  const found: string[] = [];
  walk(parseScript(readFileSync(join(cdn, file), 'utf8'), 'module', 2022), ({ type, source }) => {
    if (!/^(Import|ExportNamed|ExportAll)Declaration$/.test(type) || !isNode(source)) return;
    found.push(posix.join(dirname(file), source['value'] as string));
  });
  return found;
}

function withImports(files: string[]): string[] {
  const all = new Set(files);
  for (const file of all) for (const next of importsOf(file)) all.add(next);
  return [...all];
}

const bytes = (n: number) => n.toLocaleString('en').padStart(9);

const failures: string[] = [];
const files = existsSync(cdn)
  ? readdirSync(cdn, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      // The folders of the version hold the same files again.
      .filter((file) => file.endsWith('.js') && !isVersioned(file))
      .sort()
  : [];
if (files.length === 0) failures.push(`${cdn} holds no script: run npm run build:cdn first`);

for (const file of files) {
  const code = readFileSync(join(cdn, file), 'utf8');
  console.log(`${bytes(sizeOf(file))}  ${file}`);
  for (const fault of faultsOf(code, classic.has(file) ? 'script' : 'module')) {
    failures.push(`${file}: ${fault}`);
  }
}
console.log();
for (const { name, files: patterns, most } of files.length ? budgets : []) {
  const wanted = patterns.map((pattern) => named(pattern, files));
  const missing = wanted.filter((file) => !files.includes(file));
  if (missing.length > 0) {
    failures.push(`${name}: ${missing.join(', ')} is missing from ${cdn}`);
    continue;
  }
  const size = withImports(wanted).reduce((sum, file) => sum + sizeOf(file), 0);
  console.log(
    `${bytes(size)}  of ${most.toLocaleString('en')}: ${name} (${withImports(wanted).join(' + ')})`,
  );
  if (size > most)
    failures.push(`${name}: ${size} bytes of brotli are ${size - most} over the budget of ${most}`);
}

if (failures.length > 0) {
  console.error(`\n${failures.join('\n')}`);
  process.exit(1);
}
console.log(`\n${files.length} files: within the budgets, ASCII only, of the baseline`);
