/**
 * `npm run check:size`: what a reader downloads, in bytes of brotli, against the budgets; that README's
 * table says the same; and that `dist/cdn` is ASCII and of the baseline (tools/build/baseline.ts).
 * `npm run check:size -- --write` puts the bytes into README; `--all` tells the size of every file, which takes longer
 * than all the rest: the pages and the worker of the desk are large.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { isVersioned } from './release.ts';
import { faultsOf, isNode, parseScript, walk } from './baseline.ts';

const isWriting = process.argv.includes('--write');
const isTellingAll = process.argv.includes('--all');
const cdn = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'dist/cdn';
const classic = new Set([
  'tcns.js',
  'tcns-all.js',
  'embed.js',
  'builder.js',
  'desk.js',
  'desk-worker.js',
]);

/** A page's files and what they may weigh together; `inReadme` begins its row there. */
const budgets = [
  { name: 'the loader', inReadme: '`tcns.js`, the loader', files: ['tcns.js'], most: 2048 },
  {
    name: 'a page with only KPI cards',
    inReadme: 'all of a page with only KPI cards',
    files: ['tcns.js', 'kpi-card.js'],
    most: 34 * 1024,
  },
  ...['2008', '2025'].map((edition) => ({
    name: `a page with only the national map of ${edition}, its borders included`,
    inReadme: `all of a page with only the national map of ${edition}`,
    files: ['tcns.js', 'coverage-map.js', `chunks/provinces-${edition}.generated-*.js`],
    most: 50 * 1024,
  })),
];

/** A change of a few bytes need not touch README; one that a reader of it would miss does. */
const README_MAY_BE_OFF = 0.02;
let readme = readFileSync('README.md', 'utf8');

/** Takes the bytes into README's row, or says that the row is old. */
function tellReadme(row: string, size: number): string | undefined {
  const before = readme.split('\n').find((line) => line.startsWith(`| ${row} `));
  const cells = before?.split('|') ?? [];
  const written = Number(cells[2]?.replace(/\D/g, ''));
  if (!before || !written) return `README.md has no row "${row}"`;
  if (isWriting) {
    cells[2] = ` ${size.toLocaleString('en').padStart((cells[2] ?? '').length - 2)} `;
    readme = readme.replace(before, cells.join('|'));
    return undefined;
  }
  const isOld = Math.abs(written / size - 1) > README_MAY_BE_OFF;
  return isOld
    ? `README.md says ${written} bytes for "${row}", it is ${size}: npm run check:size -- --write`
    : undefined;
}

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
  if (isTellingAll) console.log(`${bytes(sizeOf(file))}  ${file}`);
  for (const fault of faultsOf(code, classic.has(file) ? 'script' : 'module')) {
    failures.push(`${file}: ${fault}`);
  }
}
for (const { name, inReadme, files: patterns, most } of files.length ? budgets : []) {
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
  const fault = cdn === 'dist/cdn' ? tellReadme(inReadme, size) : undefined;
  if (fault) failures.push(fault);
}
if (isWriting) writeFileSync('README.md', readme);

if (failures.length > 0) {
  console.error(`\n${failures.join('\n')}`);
  process.exit(1);
}
console.log(`\n${files.length} files: within the budgets, ASCII only, of the baseline`);
