/* global window */
/** Whole pages on a slow phone, and what each asks for in a row: see README.md. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { certificate } from './lib/certificate.mjs';
import { cpuOf, launch, metricsOf } from './lib/browser.mjs';
import { median, printTable, times } from './lib/numbers.mjs';
import { serve } from './lib/server.mjs';
import {
  API,
  borderFiles,
  headLines,
  missingPeers,
  peerPages,
  prerendered,
  WIDGET_NAMES,
  widgetPage,
} from './pages.mjs';

/** Milliseconds of a round trip, and bytes a second: 1.6 Mbit/s down, 0.75 up. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true };
/** Seconds after which a page is given up, and after its picture until it is looked at again. */
const [PATIENCE, REST] = [60, 1];

/**
 * Runs in each page before its scripts: says when the frame with the picture is out. It looks only when
 * something has changed, because a look at each frame would be work of its own.
 */
const watching = (drawn) => `
if (top === self) {
  window.seen = { tasks: [], shift: 0 };
  const observe = (type, heard) =>
    new PerformanceObserver((list) => list.getEntries().forEach(heard)).observe({ type, buffered: true });
  observe('longtask', (entry) => seen.tasks.push(entry.duration));
  observe('layout-shift', (entry) => { seen.shift += entry.value; });
  let isSaid = false;
  window.look = () => {
    if (isSaid || !(${drawn})) return;
    isSaid = true;
    changes.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.sayDrawn?.(performance.now());
      port2.postMessage(0);
    });
  };
  const changes = new MutationObserver(() => {
    // Shadow roots that the HTML brings are attached by nobody's call.
    for (const { shadowRoot } of document.querySelectorAll('body *')) if (shadowRoot) watch(shadowRoot);
    look();
  });
  const watch = (root) => changes.observe(root, { childList: true, subtree: true });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    if (!isSaid) watch(root);
    return root;
  };
}`;

/** A fresh browser context with one empty page; `picture` resolves when the picture is there. */
async function openPage(browser, drawn) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  let said;
  const picture = new Promise((done) => {
    said = done;
  });
  await page.exposeFunction('sayDrawn', said);
  await page.addInitScript({ content: watching(drawn) });
  const devtools = await context.newCDPSession(page);
  return { context, page, devtools, picture };
}

const within = (promise, seconds, what) => {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(
      () => fail(new Error(`${what}: no picture within ${seconds} s`)),
      seconds * 1000,
    );
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/** The waves of requests before a page's picture; the first is the page itself. */
export async function wavesOf(browser, server, { name, path, drawn }) {
  const { context, page, picture } = await openPage(browser, drawn);
  let isDrawn = false;
  try {
    const there = within(picture, PATIENCE, name).finally(() => {
      isDrawn = true;
    });
    const waves = server.waves(() => isDrawn);
    page.goto(server.origin + path).catch(() => undefined);
    await there;
    return await waves;
  } finally {
    await context.close();
  }
}

/** One visit on the slow line: milliseconds from the address to the picture, and what it took. */
async function visit(browser, origin, { name, path, drawn }, throttle, trace) {
  const { context, page, devtools, picture } = await openPage(browser, drawn);
  try {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', LINE);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const before = await cpuOf(devtools);
    if (trace) await browser.startTracing(page, { path: trace });
    page.goto(origin + path).catch(() => undefined);
    const time = await within(picture, PATIENCE, name);
    if (trace) await browser.stopTracing();
    const { TaskDuration, ScriptDuration, LayoutDuration, RecalcStyleDuration } =
      await metricsOf(devtools);
    await page.waitForTimeout(REST * 1000);
    const { tasks, shift, loads } = await page.evaluate(() => ({
      ...window.seen,
      loads: performance.getEntriesByType('resource').map(({ name }) => name),
    }));
    return {
      time,
      cpu: TaskDuration * 1000 - before,
      script: ScriptDuration * 1000,
      layout: (LayoutDuration + RecalcStyleDuration) * 1000,
      longest: Math.max(0, ...tasks),
      shift,
      // Also what the browser's cache answered: a preload that the page could not use.
      twice: twice(loads),
    };
  } finally {
    await context.close();
  }
}

const nameOf = (path) =>
  path
    .replace(/.*\//, '')
    .replace(/-[\w-]{8}\.js$/, '.js')
    .replace(/\.generated|\.json$/g, '');
const chainText = (waves) =>
  waves.map((wave) => wave.map(({ path }) => nameOf(path)).join(' + ')).join(' → ');
const pathsOf = (waves) => waves.flat().map(({ path }) => path);
const twice = (paths) => paths.filter((path, i) => paths.indexOf(path) !== i);

/** The pages by path, with what they need, served by HTTP/2. */
async function open(cdn, baseline) {
  const missing = missingPeers();
  if (missing.length > 0) {
    console.error(`The peers ${missing.join(', ')} are not installed: npm ci --prefix bench.`);
    process.exit(1);
  }
  const { pair, argument } = await certificate();
  const files = new Map(borderFiles());
  const server = await serve({
    folders: { ...API, '/cdn/': cdn, ...(baseline ? { '/baseline/': baseline } : {}) },
    files,
    certificate: pair,
  });
  const browser = await launch([argument]);
  let count = 0;
  const add = ({ html, files: more = [], ...rest }) => {
    const path = `/${++count}.html`;
    files.set(path, html);
    for (const [name, content] of more) files.set(name, content);
    return { ...rest, html, path };
  };
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { server, browser, add, close };
}

/** A widget's page by its tag alone, and with the lines in the head that its own chain asks for. */
async function tagAndHead({ server, browser, add }, name, options = {}) {
  const tag = add({ name: 'tag alone', ...widgetPage(name, options) });
  const waves = await wavesOf(browser, server, tag);
  const head = headLines(pathsOf(waves));
  return [tag, add({ name: 'with head lines', ...widgetPage(name, { ...options, head }) })];
}

/** Runs the pages; prints and returns times, and what each page asked for before its picture. */
export async function phone({ cdn, baseline, runs, throttle, shots, traces, pages: wanted }) {
  const house = await open(cdn, baseline);
  const { server, browser, add } = house;
  try {
    const isWanted = (group) => !wanted || wanted.split(',').includes(group);
    const map = isWanted('map') && [
      ...peerPages().map(add),
      ...(await tagAndHead(house, 'map')),
      ...prerenderedMap().map(add),
      ...(baseline
        ? [add({ name: 'baseline', ...widgetPage('map', { build: '/baseline/' }) })]
        : []),
    ];
    const groups = map ? { map } : {};
    for (const [group, widget, language] of [
      ['card', 'card', 'vi'],
      ['tracker', 'tracker', 'vi'],
      ['roster', 'roster', 'vi'],
      ['English card', 'card', 'en'],
    ]) {
      if (!isWanted(group)) continue;
      groups[group] = await tagAndHead(house, widget, { language });
      if (baseline)
        groups[group].push(
          add({ name: 'baseline', ...widgetPage(widget, { language, build: '/baseline/' }) }),
        );
    }
    const all = Object.values(groups).flat();
    for (const one of all) {
      one.waves = await wavesOf(browser, server, one);
      one.list = [];
    }
    if (shots) await photograph(house, groups, shots);
    if (traces) {
      mkdirSync(traces, { recursive: true });
      for (const [group, pages] of Object.entries(groups))
        for (const one of pages) {
          const file = join(traces, `${group} - ${one.name}.json`);
          await visit(browser, server.origin, one, throttle, file);
        }
    }
    for (let run = 0; run < runs; run++)
      for (const one of all) one.list.push(await visit(browser, server.origin, one, throttle));
    const results = {};
    for (const [group, pages] of Object.entries(groups)) {
      results[group] = Object.fromEntries(pages.map((one) => [one.name, resultOf(one)]));
      print(group, results[group]);
    }
    return results;
  } finally {
    await house.close();
  }
}

/** A picture of each page at the moment that is measured, to see that it is what it should be. */
async function photograph({ browser, server }, groups, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [group, pages] of Object.entries(groups)) {
    for (const { name, path, drawn } of pages) {
      const { context, page, picture } = await openPage(browser, drawn);
      page.goto(server.origin + path).catch(() => undefined);
      await within(picture, PATIENCE, name);
      await page.screenshot({ path: join(folder, `${group} - ${name}.png`) });
      await context.close();
    }
  }
}

function prerenderedMap() {
  try {
    return [{ name: 'prerendered', ...prerendered(widgetPage('map')) }];
  } catch (error) {
    console.log(`map: no prerendered page, because tcns-prerender failed: ${error.message}`);
    return [];
  }
}

function resultOf({ waves, list }) {
  const of = (key) => median(list.map((one) => one[key]));
  const paths = pathsOf(waves);
  return {
    time: of('time'),
    cpu: of('cpu'),
    longest: of('longest'),
    shift: of('shift'),
    script: of('script'),
    layout: of('layout'),
    row: waves.length - 1,
    requests: paths.length,
    bytes: waves.flat().reduce((sum, { bytes }) => sum + bytes, 0),
    twice: [...new Set(list.flatMap((one) => one.twice))],
    chain: chainText(waves),
    times: list.map(({ time }) => time),
  };
}

function print(group, pages) {
  const base = group === 'map' ? 'ECharts' : 'baseline';
  printTable(
    [
      group,
      'first picture',
      `to ${base}`,
      'in a row',
      'requests',
      'KB',
      'CPU',
      'longest task',
      'shift',
    ],
    Object.entries(pages).map(([name, one]) => [
      name,
      `${one.time.toFixed(0)} ms`,
      pages[base] ? times(one.time, pages[base].time, 2) : '–',
      one.row,
      one.requests,
      (one.bytes / 1024).toFixed(1),
      `${one.cpu.toFixed(0)} ms`,
      one.longest ? `${one.longest.toFixed(0)} ms` : 'under 50 ms',
      one.shift.toFixed(3),
    ]),
  );
  console.log('');
  for (const [name, one] of Object.entries(pages)) printChain(name, one);
}

function printChain(name, { chain, twice: again }) {
  const more = again.length > 0 ? ` (asked twice: ${again.map(nameOf).join(', ')})` : '';
  console.log(`- ${name}: ${chain}${more}`);
}

/** What every widget asks for in a row, in both languages: exact, without times. */
export async function chains({ cdn }) {
  const house = await open(cdn);
  const results = {};
  try {
    for (const name of WIDGET_NAMES) {
      for (const language of ['vi', 'en']) {
        for (const one of await tagAndHead(house, name, { language })) {
          const waves = await wavesOf(house.browser, house.server, one);
          const said = `${name}, ${language}, ${one.name}`;
          results[said] = {
            row: waves.length - 1,
            requests: waves.flat().length,
            bytes: waves.flat().reduce((sum, { bytes }) => sum + bytes, 0),
            twice: twice(pathsOf(waves)),
            chain: chainText(waves),
          };
        }
      }
    }
    printTable(
      ['chain', 'in a row', 'requests', 'KB'],
      Object.entries(results).map(([said, one]) => [
        said,
        one.row,
        one.requests,
        (one.bytes / 1024).toFixed(1),
      ]),
    );
    console.log('');
    for (const [said, one] of Object.entries(results)) printChain(said, one);
    return results;
  } finally {
    await house.close();
  }
}
