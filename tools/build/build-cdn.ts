/**
 * `npm run build:cdn` makes `dist/cdn`:
 *   tcns.js        the loader, one classic script
 *   {widget}.js    an ES module for each folder of src/elements, with shared and late
 *                  parts in `chunks/`
 *   tcns-all.js    everything in one classic script
 *   forms.js, check.js   late parts of the loader
 *   embed.html, embed.js   the page for frames; what else is there: tools/build/release.ts
 *   builder.js     the embed builder's page
 *   desk.js, desk-worker.js   the data desk's page and its worker; no widget needs them
 *
 *   tsx tools/build/build-cdn.ts [--src dir] [--out dir] [--site https://your.host/tcns/] [--first dir]
 *
 * `--site` is the address at which the folder will stand: without it no oEmbed document is written, because it
 * would name this machine.
 * `--first` makes in that folder, before all else and in a few seconds, what a page needs to show figures:
 * the loader and the widgets, larger than they will be. `npm start` serves it while the rest is built.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, mergeConfig, type InlineConfig, type Rolldown } from 'vite';
import { folderOf } from '../../src/api/document-paths.ts';
import { CATALOGUE, WIDGETS } from '../../src/api/widget-catalogue.ts';
import base from '../../vite.config.ts';
import { faultsOf } from './baseline.ts';
import {
  asciiOnly,
  compileAtOnce,
  hostProof,
  litPage,
  litPolicy,
  squeeze,
  trimI18next,
} from './build-plugins.ts';
import { release } from './release.ts';
import { minifyTemplates } from './minify-templates.ts';

const { values } = parseArgs({
  options: {
    src: { type: 'string', default: 'src' },
    out: { type: 'string', default: 'dist/cdn' },
    site: { type: 'string' },
    first: { type: 'string' },
  },
});
const src = resolve(values.src);
const target = resolve(values.out);
/** Built aside and put in place when it is right: no half build is ever served. */
const out = `${target}.new`;

process.env['NODE_ENV'] = 'production'; // Lit's package exports look at it through Vite

/**
 * Chrome 87, Edge 88, Firefox 91, Safari 14.1 (what 99.5 % of Viet Nam's readers have) all run
 * ES2020; Lit is compiled down to it too. Naming the browsers instead would also lower every `?.`,
 * for a fault of Chrome < 91 in `a?.(...b)` alone, which `tools/build/baseline.ts` refuses.
 */
export const targets = ['es2020'];

/** `src/elements/kpi-card/kpi-card.ts` and its like, by name. */
function widgets(): Record<string, string> {
  const folder = join(src, 'elements');
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, join(folder, name, `${name}.ts`)] as const)
    .filter(([, file]) => existsSync(file));
  return Object.fromEntries(entries);
}

function config(
  entry: Record<string, string>,
  format: 'es' | 'iife',
  output: Rolldown.OutputOptions,
  define: Readonly<Record<string, string>> = {},
  first?: string,
): InlineConfig {
  return {
    configFile: false,
    root: resolve('.'),
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    plugins: [
      litPolicy(),
      litPage(),
      trimI18next(),
      hostProof(),
      minifyTemplates(),
      // The worker is exceljs, which comes minified: half a minute for nothing.
      first || 'desk-worker' in entry ? [] : squeeze(format === 'es'),
      asciiOnly(),
      entry === entries ? compileAtOnce() : [],
    ],
    build: {
      outDir: first ?? out,
      emptyOutDir: false,
      target: targets,
      minify: 'oxc',
      reportCompressedSize: false,
      // Only the widgets' own build has all of them; a later one would write over it.
      license: !first && format === 'es' && entry !== late && { fileName: 'licenses.md' },
      lib: { entry, formats: [format], name: 'tcnsWidgets' },
      rolldownOptions: {
        checks: { pluginTimings: false },
        output: { minify: true, entryFileNames: '[name].js', ...output },
        onwarn(warning) {
          throw new Error(`build: ${warning.message}`);
        },
      },
    },
  };
}

async function run(
  entry: Record<string, string>,
  format: 'es' | 'iife',
  output: Rolldown.OutputOptions,
  define?: Readonly<Record<string, string>>,
  first?: string,
) {
  const since = Date.now();
  const result = await build(
    mergeConfig(base as InlineConfig, config(entry, format, output, define, first)),
  );
  const names = Object.keys(entry);
  const what = names.length > 2 ? `${names.length} widgets` : names.join(', ');
  console.log(`  ${what}: ${seconds(since)}`);
  return result;
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * One mark for all chunks of a build, made of what they are built from: the loader asks for them by name,
 * and a hash a file would not fit into its budget. Another source gives all of them another name.
 */
function buildMark(): string {
  const hash = createHash('sha256');
  for (const folder of [src, 'tools/build'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(ts|mjs|json)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  for (const file of ['package-lock.json', 'package.json']) hash.update(readFileSync(file));
  // Letters alone, because the loader names many chunks: with digits a mark cost it from 0 to 20 bytes of brotli.
  return [...hash.digest().subarray(0, 8)].map((byte) => 'abcdefghijklmnop'[byte & 15]).join('');
}
const mark = buildMark();

const numbers = new Map<string, number>();
/** A chunk's name: what several groups share is numbered, because all of them are called the same. */
function chunkName(name: string): string {
  const [group = name] = name.split('~');
  if (group !== 'some') return group;
  if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
  return `some${numbers.get(name)}`;
}

const classic = { codeSplitting: false } satisfies Rolldown.OutputOptions;
const ORDER = /i18n[\\/]order\./;
/** What a card shares with a tracker, and with a figure in a text: one file is cheaper than two. */
const CARD = /domain[\\/]progress\.|parts[\\/]base[\\/]figure-element\./;
/**
 * What only two widgets share, and is more than a few lines: charts, standings, rosters. Fewer lines go into `shared`,
 * because a file of their own costs a page more than they do.
 */
const PAIRS =
  /parts[\\/]chart[\\/]|i18n[\\/](vi\.chart|axis-unit)|domain[\\/](drawable|standings|roster|contacts|people|search-text)\.|elements[\\/]/;
/** What widgets with lists to choose from share, among others: a card and a figure in a text have none. */
const LISTS =
  /styles[\\/]fields|base[\\/](more-documents|open-for-print|memo|select-field|word-list|url-state|host-name)\.|domain[\\/](children|first-of-each)\./;
/** What only a roster needs at once, and much else late. */
const ROWS = /styles[\\/]table\.|api[\\/]faults|domain[\\/]fold\./;
const NATION = /(domain[\\/]provinces|maps[\\/]archipelagos)\.generated|maps[\\/]nation-common/;
/** Few chunks: what several widgets need is one, and larger parts of two of them are split by who shares them. */
const modules = {
  chunkFileNames: ({ name }) => `chunks/${chunkName(name)}-${mark}.js`,
  codeSplitting: {
    groups: [
      {
        name: 'shared',
        tags: ['$initial'],
        minShareCount: 2,
        test: (id: string) =>
          ![NATION, ORDER, CARD, PAIRS, LISTS, ROWS].some((other) => other.test(id)),
        priority: 1,
      },
      // It does its work while larger files are on their way: see there.
      { name: 'order', test: ORDER, priority: 2 },
      { name: 'card', test: CARD },
      { name: 'list', test: LISTS },
      { name: 'rows', test: ROWS },
      // The loader knows the widgets without it; a menu and a dashboard ask for it.
      { name: 'catalogue', test: /api[\\/]widget-catalogue/, priority: 2 },
      // One file of what every map of the nation needs is smaller than two. Late code of other widgets shares
      // it, which alone would put it into `shared`, and onto every page.
      { name: 'nation', test: NATION },
      {
        name: 'some',
        tags: ['$initial'],
        minShareCount: 2,
        entriesAware: true,
        entriesAwareMergeThreshold: 400,
      },
    ],
  },
} satisfies Rolldown.OutputOptions;

/** The chunks that each widget's module imports at once, by their names without the mark. */
function chunksOf(result: Awaited<ReturnType<typeof run>>): Record<string, string[]> {
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  const chunks = new Map(
    outputs
      .flatMap(({ output }) => output)
      .flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])),
  );
  const closure = (file: string, seen: Set<string>): Set<string> => {
    for (const name of chunks.get(file)?.imports ?? []) {
      if (!seen.has(name)) closure(name, seen.add(name));
    }
    return seen;
  };
  // Documents are read by quick checks; the schemas come only for one that fails them.
  for (const widget of Object.keys(entries))
    for (const file of closure(`${widget}.js`, new Set([`${widget}.js`])))
      if (Object.keys(chunks.get(file)?.modules ?? {}).some((id) => id.includes('/valibot/')))
        throw new Error(`build: ${widget} loads valibot at once, in ${file}`);
  return Object.fromEntries(
    Object.keys(entries).map((widget) => [
      widget,
      [...closure(`${widget}.js`, new Set())].map((file) =>
        file.slice('chunks/'.length, -`-${mark}.js`.length),
      ),
    ]),
  );
}

/** What the loader has to know of each widget, from the catalogue and the build: `src/embed/early.ts`. */
const loaderTable = (chunks: Record<string, string[]>) =>
  Object.fromEntries(
    WIDGETS.filter((name) => name in entries).map((name) => {
      const { document = 'observations', heights = {} } = CATALOGUE[name] ?? {};
      // The largest first: on most lines it comes last, and the others wait for it.
      const more = chunks[name]?.filter((chunk) => chunk !== 'shared') ?? [];
      return [name, [folderOf(document), heights, ['shared', ...more].join(' ')]];
    }),
  );

const started = Date.now();
rmSync(out, { recursive: true, force: true });
const loader = join(src, 'embed/loader.ts');
const all = join(src, 'embed/all.ts');
const entries = widgets();
const missing = [loader, all].find((file) => !existsSync(file));
if (missing) throw new Error(`build:cdn: ${missing} is missing`);
if (Object.keys(entries).length === 0) throw new Error(`build:cdn: no widget in ${src}/elements`);

/** Late parts of the loader; their addresses in `dist/cdn` are public. */
const late = { forms: join(src, 'embed/late.ts'), check: join(src, 'embed/self-check.ts') };
/** The widgets, the loader and its late parts: all that a page needs. Returns the chunks of each widget. */
async function buildForPages(first?: string): Promise<Record<string, string[]>> {
  const chunks = chunksOf(await run(entries, 'es', modules, undefined, first));
  const known = {
    __TCNS_MARK__: JSON.stringify(mark),
    __TCNS_WIDGETS__: JSON.stringify(loaderTable(chunks)),
  };
  await run({ tcns: loader }, 'iife', classic, known, first);
  const lateChunks = { chunkFileNames: 'chunks/late-[name]-[hash].js' };
  if (Object.values(late).every((file) => existsSync(file)))
    await run(late, 'es', lateChunks, undefined, first);
  return chunks;
}

if (values.first) {
  const first = resolve(values.first);
  rmSync(first, { recursive: true, force: true });
  await buildForPages(first);
  console.log(`  what the demo needs first: ${seconds(started)}`);
  process.send?.('first');
}
const chunks = await buildForPages();
await run({ 'tcns-all': all }, 'iife', classic);
const pages = {
  embed: 'pages/embed/embed',
  builder: 'pages/builder/builder',
  desk: 'pages/desk/desk',
  'desk-worker': 'pages/desk/worker',
};
for (const [name, file] of Object.entries(pages)) {
  const page = join(src, `${file}.ts`);
  if (existsSync(page)) await run({ [name]: page }, 'iife', classic);
}

const faults = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .flatMap((name) => {
    const code = readFileSync(join(out, name), 'utf8');
    const isClassic =
      !name.includes('/') && /^(tcns|tcns-all|embed|builder|desk|desk-worker)\.js$/.test(name);
    const more =
      isClassic && code.includes('import.meta') ? ['import.meta in a classic script'] : [];
    return [...faultsOf(code, isClassic ? 'script' : 'module'), ...more].map(
      (fault) => `${name}: ${fault}`,
    );
  });
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
// Data has a licence too, but no package of its own among what is bundled.
appendFileSync(join(out, 'licenses.md'), readFileSync(resolve('tools/data/communes-licence.md')));
if (existsSync(join(src, 'pages/embed'))) {
  const { version } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as {
    version: string;
  };
  const site = values.site?.replace(/\/?$/, '/');
  const loads = Object.fromEntries(
    Object.entries(chunks).map(([name, own]) => [
      name,
      [`${name}.js`, ...own.map((chunk) => `chunks/${chunk}-${mark}.js`)],
    ]),
  );
  await release(out, { pages: join(src, 'pages/embed'), version, site, loads });
}
rmSync(target, { recursive: true, force: true });
renameSync(out, target);
console.log(
  `${values.out}: tcns.js, tcns-all.js and ${Object.keys(entries).length} widgets in ${seconds(started)}`,
);
