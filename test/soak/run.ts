/**
 * `npm run test:soak`: 24 hours of a page with 20 polling widgets on a clock that is moved by hand. The API
 * fails half the time, the page is hidden for six hours, widgets come and go. Prints a table; afterwards
 * requests, timers, elements and the browser's own nodes must be within bounds.
 */
import { writeFileSync } from 'node:fs';
import { env, exit } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../tools/test/find-browser.mjs';
import { bundlePage, servePage } from '../support/bundle-page.js';
import type { Day } from './page.js';

/** Attempts of one poll at most: the first and three more. */
const ATTEMPTS = 4;
/** Requests of one second: ten documents when a page comes, and the first retry of each. */
const BURST = 20;
/** The templates of the library stay, some hundreds; a widget that were kept would be as much each time. */
const NODES = 1000;
/** A few are the library's own, for the whole page; a widget that were kept would have several each time. */
const LISTENERS = 20;

const began = Date.now();
const { origin, close } = await servePage(await bundlePage('test/soak/page.ts'));
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
const page = await browser.newPage({ viewport: { width: 1200, height: 3000 } });
await page.goto(origin);
await page.waitForFunction(() => 'live' in globalThis);
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');
interface Metrics {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

async function metrics(): Promise<Metrics> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics: list } = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => list.find((one) => one.name === name)?.value ?? 0;
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    heap: of('JSHeapUsedSize') / 1e6,
  };
}
const before = await metrics();
const day: Day = await page.evaluate(() =>
  (globalThis as unknown as { live: () => Promise<Day> }).live(),
);
let after = await metrics();
// What idle tasks of the page and the browser still hold is freed a moment later; what is kept stays for ever.
for (let tries = 0; after.listeners - before.listeners >= LISTENERS && tries < 50; tries++) {
  await wait(100);
  after = await metrics();
}
await browser.close();
close();

console.log('hour  page     requests  failed  most in a second  timers  elements');
for (const { hour, hidden, requests, failed, burst, timers, elements } of day.hours)
  console.log(
    [
      String(hour).padStart(4),
      (hidden ? 'hidden' : 'seen').padEnd(7),
      String(requests).padStart(8),
      String(failed).padStart(6),
      String(burst).padStart(16),
      String(timers).padStart(6),
      String(elements).padStart(8),
    ].join('  '),
  );
const total = day.hours.reduce((sum, { requests }) => sum + requests, 0);
console.log(
  `\n${total} requests (${Math.round(day.planned)} without a failure); afterwards ${day.left.timers} timers, ${day.left.elements} elements, ` +
    `${after.nodes - before.nodes} nodes, ${after.listeners - before.listeners} listeners, ${(after.heap - before.heap).toFixed(1)} MB; ` +
    `${Math.round((Date.now() - began) / 1000)} s`,
);

const seen = day.hours.filter(({ hidden }) => !hidden);
const checks: Record<string, boolean> = {
  'nothing was thrown': day.errors.length === 0,
  'polls were made at all': total > day.planned * 0.5,
  'requests are at most four a poll': total < day.planned * ATTEMPTS,
  'a hidden page asks for nothing but what was on its way, and what is put into it': day.hours
    .filter(({ hidden }) => hidden)
    .every(({ requests }) => requests <= 4 * ATTEMPTS + 10),
  'no second has a storm': day.hours.every(({ burst }) => burst <= BURST),
  'timers do not grow': (seen[seen.length - 1]?.timers ?? 0) <= 2 * (seen[0]?.timers ?? 0) + 10,
  'elements do not grow': (seen[seen.length - 1]?.elements ?? 0) < 3 * (seen[0]?.elements ?? 0),
  'no timer is left': day.left.timers === 0,
  'no element is left': day.left.elements === 0,
  'no node is kept by the library': after.nodes - before.nodes < NODES,
  'no listener is left': after.listeners - before.listeners < LISTENERS,
};
const failures = Object.entries(checks).filter(([, isRight]) => !isRight);
for (const [name] of failures) console.log(`✘ ${name}`);
for (const error of day.errors.slice(0, 5)) console.log(`  ${error}`);
const result = { passed: Object.keys(checks).length - failures.length, failed: failures.length };
if (env['TCNS_COUNTS']) writeFileSync(env['TCNS_COUNTS'], JSON.stringify(result));
console.log(`${result.passed} passed, ${result.failed} failed`);
exit(failures.length > 0 ? 1 : 0);
