/**
 * `npm run test:fuzz`: documents that no office would write, through the reader, tcns-check, the data desk
 * and the widgets in Chromium. Nothing may throw, print NaN or grow without end.
 *
 *   npm run test:fuzz -- [--documents 2000] [--seed 1] [--only 17] [--long]
 *
 * The seed is printed; the same seed gives the same documents, and `--only` runs one of them. `--long` is
 * 50,000 documents. TCNS_FUZZ_SEED does what `--seed` does.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuUsage, env, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { schemasOf } from '../../src/api/all-document-kinds.js';
import { DataError } from '../../src/api/errors.js';
import { readDocument } from '../../src/api/read-document.js';
import { faultsOfDocument, type Finding } from '../../src/cli/check-document.js';
import { publishDocument } from '../../src/desk/from-document.js';
import { chromiumArgs, findBrowser } from '../../tools/test/find-browser.mjs';
import { bundlePage, servePage } from '../support/bundle-page.js';
import type { Mount } from './page.js';
import { documentOf, jsonOf, NAMES, NUMBERS, plansOf, type Json, type Plan } from './plans.js';

const { values } = parseArgs({
  options: {
    documents: { type: 'string' },
    seed: { type: 'string', default: env['TCNS_FUZZ_SEED'] ?? '' },
    only: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
});
const count = Number(values.documents ?? (values.long ? 50_000 : 2000));
const seed = values.seed ? Number(values.seed) : Date.now() % 2 ** 31;
const only = values.only === undefined ? undefined : Number(values.only);
const BATCH = 24;
const NOW = Date.UTC(2026, 10, 28);
/** Faults that are printed whole. */
const MOST_PRINTED = 20;

const folder = 'demo/api';
const bases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) =>
    /\/(observations|teams|campaigns|services|areas)\/[^/]*\.json$/.test(
      name.replaceAll('\\', '/'),
    ),
  )
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const faults = new Map<string, { count: number; first: number; text: string }>();
function report(at: number, where: string, text: string): void {
  const kind = `${where}: ${text.replace(/\d+/g, '#').slice(0, 90)}`;
  const known = faults.get(kind);
  if (known) known.count++;
  else {
    faults.set(kind, { count: 1, first: at, text: `${where}: ${text}` });
    console.log(`  document ${at}: ${where}: ${text.slice(0, 200)}`);
  }
}

/** The reader, tcns-check and the desk, each of which may refuse, but not fall. */
function inNode(at: number, document: Json): void {
  const raw = document as object;
  if (typeof raw !== 'object' || raw === null) return;
  const steps: Record<string, () => unknown> = {
    reader: () => readDocument(schemasOf(raw), raw),
    check: () => {
      const findings: Finding[] = [];
      faultsOfDocument(raw, 'observations/vn@2025.json', findings);
      const wrong = findings.find(({ path, reason }) =>
        /\bNaN\b|\[object |undefined/.test(`${path} ${reason}`),
      );
      if (wrong) throw new Error(`says ${wrong.path}: ${wrong.reason}`);
    },
    desk: () => publishDocument(raw, { documents: {}, texts: {} }, NOW),
  };
  for (const [name, step] of Object.entries(steps)) {
    // Time of the processor, because a busy machine makes everything late.
    const began = cpuUsage();
    try {
      step();
    } catch (error) {
      if (!(error instanceof DataError)) report(at, name, (error as Error).stack ?? String(error));
    }
    const { user, system } = cpuUsage(began);
    const took = (user + system) / 1000;
    if (took > 3000) report(at, name, `${Math.round(took)} ms`);
  }
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const FIGURES = ['kpi-card', 'stat', 'ranking', 'trend', 'coverage-map', 'dashboard'];

/** The widget that shows a document, and what the page says of it. */
function mountOf(document: Json, { page, base }: Plan): Mount {
  const members = (document ?? {}) as Record<string, Json>;
  const kind =
    'teams' in members
      ? 'team-roster'
      : 'goals' in members
        ? 'campaign-tracker'
        : 'services' in members
          ? 'service-guide'
          : pick(FIGURES, page);
  const tag = `tcns-${page % 7 === 6 ? pick(FIGURES, page >> 3) : kind}`;
  const keys = Object.keys((members['indicators'] ?? {}) as object);
  const ids = Object.keys((members['areas'] ?? {}) as object);
  const attributes: Record<string, string> = {
    indicator: page % 9 === 0 ? pick(NAMES, page >> 4) : (pick(keys, page >> 4) ?? 'teams'),
  };
  if (page % 3 === 0) attributes['area'] = pick([...ids, ...NAMES], page >> 6);
  else if (typeof members['area'] === 'string') attributes['area'] = members['area'];
  const odd = String(pick(NUMBERS, page >> 8));
  if (page % 5 === 0)
    Object.assign(attributes, {
      limit: odd,
      breaks: `${odd} 1e999 x ${pick(NUMBERS, page >> 9)}`,
      'heading-level': odd,
    });
  if (page % 5 === 1)
    Object.assign(attributes, {
      at: pick(['2022', '9999', '0000', 'x', '2022-06/2022-08', '2022-02-30'], page >> 9),
      mark: pick(NAMES, page >> 3),
      selected: pick(NAMES, page >> 5),
    });
  if (page % 5 === 2)
    Object.assign(attributes, {
      scale: pick(['quantile', 'category', 'x'], page >> 4),
      annotations: '[{"at":"9999","text":"x"},{"at":1},null]',
    });
  if (page % 5 === 3)
    Object.assign(attributes, {
      layout: pick(['tiles', 'x'], page >> 4),
      edition: pick(['2025', '2008', 'constructor'], page >> 5),
      unit: '',
    });
  if (base % 4 === 0) attributes['lang'] = 'en';
  return { tag, attributes, json: jsonOf(document), opens: page % 4 === 0 };
}

const began = Date.now();
console.log(
  `seed ${seed}, ${count} documents (the same again: npm run test:fuzz -- --seed ${seed} --documents ${count})`,
);
const { origin, close } = await servePage(await bundlePage('test/fuzz/page.ts'));
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });

async function freshPage(): Promise<Page> {
  const page = await browser.newPage();
  // Addresses in documents are nobody's: nothing may leave this machine.
  await page.route('**', (route) =>
    route.request().url().startsWith(origin) ? route.continue() : route.abort(),
  );
  await page.goto(origin);
  await page.waitForFunction(() => 'fuzz' in globalThis);
  return page;
}

const patience = (ms: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`the page hangs for ${ms} ms`)), ms).unref();
  });

const plans = plansOf(seed, count);
const numbers = only === undefined ? plans.map((_, i) => i) : [only];
let page = await freshPage();
let mounted = 0;
for (let from = 0; from < numbers.length; from += BATCH) {
  const batch = numbers.slice(from, from + BATCH);
  const mounts = batch.map((at) => {
    const plan = plans[at] as Plan;
    const document = documentOf(plan, bases);
    inNode(at, JSON.parse(jsonOf(document)) as Json);
    return mountOf(document, plan);
  });
  mounted += mounts.length;
  if (only !== undefined) {
    mkdirSync('.cache', { recursive: true });
    writeFileSync('.cache/fuzz-document.json', mounts[0]?.json ?? '');
  }
  const run = (some: readonly Mount[]) =>
    page.evaluate(
      (list) =>
        (
          globalThis as unknown as {
            fuzz: (m: readonly Mount[]) => Promise<{ at: number; fault: string }[]>;
          }
        ).fuzz(list),
      some,
    );
  try {
    for (const { at, fault } of await Promise.race([run(mounts), patience(60_000)]))
      report(
        batch[Math.max(0, at)] ?? -1,
        at < 0 ? `one of ${batch[0]}…` : (mounts[at]?.tag ?? ''),
        fault,
      );
  } catch (error) {
    // Which of them it is: each again, alone on a fresh page.
    for (const [i, mount] of mounts.entries()) {
      await page.close({ runBeforeUnload: false }).catch(() => undefined);
      page = await freshPage();
      await Promise.race([run([mount]), patience(30_000)]).catch(() =>
        report(batch[i] ?? -1, mount.tag, String(error).slice(0, 300)),
      );
    }
  }
  // A page that lived through thousands of documents says nothing about one.
  if (from % 2400 === 0 && from > 0) {
    await page.close();
    page = await freshPage();
    console.log(
      `  ${from + BATCH} documents, ${faults.size} kinds of faults, ${Math.round((Date.now() - began) / 1000)} s`,
    );
  }
}
await browser.close();
close();

const kinds = [...faults.values()];
for (const { count: times, first, text } of kinds.slice(0, MOST_PRINTED))
  console.log(
    `\n✘ ${times} times, first in document ${first} (--seed ${seed} --documents ${count} --only ${first})\n  ${text.slice(0, 900)}`,
  );
const broken = new Set(kinds.map(({ first }) => first)).size;
console.log(
  `${numbers.length} documents read, checked and published; ${mounted} widgets mounted; ${kinds.length} kinds of faults; ${((Date.now() - began) / 1000).toFixed(0)} s`,
);
const result = { passed: numbers.length - broken, failed: broken };
if (env['TCNS_COUNTS']) writeFileSync(env['TCNS_COUNTS'], JSON.stringify(result));
console.log(`${result.passed} passed, ${result.failed} failed`);
exit(broken > 0 ? 1 : 0);
