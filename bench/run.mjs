/* global window */
/**
 * What the widgets cost beside a hand-written floor: see README.md.
 *   tsx bench/run.mjs [--job map,kpi] [--runs 7] [--throttle 4] [--json file] [--cdn dist/cdn]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumArgs, findBrowser } from '../tools/test/find-browser.mjs';
import { JOBS, PAGES } from './jobs.ts';

const { values: options } = parseArgs({
  options: {
    job: { type: 'string', default: Object.keys(JOBS).join() },
    runs: { type: 'string', default: '7' },
    throttle: { type: 'string', default: '4' },
    rest: { type: 'string', default: '100' },
    json: { type: 'string' },
    cdn: { type: 'string', default: 'dist/cdn' },
  },
});

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = { '/peers/': join(here, 'peers'), '/cdn/': resolve(here, '..', options.cdn) };
if (!existsSync(join(folders['/cdn/'], 'tcns.js'))) {
  console.error('There is no build: npm run build:cdn first.');
  process.exit(1);
}

/** The page: loads a peer, mounts it and waits for the frame after. */
const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>bench</title>
<style>body{margin:0;font:14px sans-serif}#at{width:700px}</style><div id="at"></div><script>
window.tasks = [];
new PerformanceObserver((list) => list.getEntries().forEach((e) => tasks.push(e.duration)))
  .observe({ type: 'longtask' });
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
window.start = async (peer) => {
  const module = await import(peer);
  window.peer = module;
  await module.mount(document.querySelector('#at'), data.first);
  await painted();
};
window.change = async (i) => { await peer.update(data.next[i]); await painted(); };
</script>`;

const bundles = new Map();

/** A file as it is; one that imports a library, with that library in it. */
async function scriptOf(file) {
  const code = readFileSync(file, 'utf8');
  if (!/ from '[a-z]/.test(code)) return code;
  if (!bundles.has(file)) {
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry: file, formats: ['es'] }, minify: 'oxc' },
    });
    bundles.set(file, output[0].code);
  }
  return bundles.get(file);
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://bench').pathname;
  const send = (type, body) => response.writeHead(200, { 'Content-Type': type }).end(body);
  if (path === '/') return send('text/html', PAGE);
  if (path === '/drawn.js') return send('text/javascript', readFileSync(join(here, 'drawn.js')));
  if (path.startsWith('/data/'))
    return send('application/json', JSON.stringify(JOBS[path.slice(6)]()));
  const page = path.startsWith('/pages/') && PAGES.get(path.slice(7));
  if (page) return send('application/json', page);
  if (path.startsWith('/geo/'))
    return send('application/json', JSON.stringify(JOBS.communes().geo));
  const mount = Object.keys(folders).find((at) => path.startsWith(at));
  const file = mount && join(folders[mount], path.slice(mount.length));
  if (!file || path.includes('..') || !existsSync(file)) return response.writeHead(404).end();
  return send('text/javascript', await scriptOf(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** One fresh page: CPU of the first picture and of an update in ms, and the longest tasks. */
async function measure(browser, job, peer) {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(origin);
    await page.evaluate(async (name) => {
      window.data = await (await fetch(`/data/${name}`)).json();
    }, job);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(options.throttle) });
    const cpu = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    };
    const held = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      const of = (wanted) => metrics.find(({ name }) => name === wanted).value;
      return { heap: of('JSHeapUsedSize') / 2 ** 20, nodes: of('Nodes') };
    };
    const empty = await held();
    const spent = async (work) => {
      await page.evaluate(() => window.tasks.splice(0));
      const before = await cpu();
      await work();
      const used = (await cpu()) - before;
      // What is put off until after the picture counts as a long task all the same.
      await page.waitForTimeout(Number(options.rest));
      const longest = await page.evaluate(() => Math.max(0, ...window.tasks));
      return { cpu: used, longest };
    };
    const first = await spent(() =>
      page.evaluate((p) => window.start(p), `/peers/${job}/${peer}.js`),
    );
    const updates = [];
    const turns = await page.evaluate(() => window.data.next.length);
    for (let i = 0; i < turns; i++)
      updates.push(await spent(() => page.evaluate((n) => window.change(n), i)));
    const full = await held();
    return {
      heap: full.heap - empty.heap,
      nodes: full.nodes - empty.nodes,
      first: first.cpu,
      firstLongest: first.longest,
      update: median(updates.map((u) => u.cpu)),
      updateLongest: median(updates.map((u) => u.longest)),
    };
  } finally {
    await context.close();
  }
}

const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
console.log(
  `Chromium ${browser.version()}, CPU slowed ${options.throttle}×, ${options.runs} runs, medians`,
);
const results = {};
for (const job of options.job.split(',')) {
  const peers = readdirSync(join(here, 'peers', job)).map((file) => file.replace(/\.js$/, ''));
  const samples = Object.fromEntries(peers.map((peer) => [peer, []]));
  for (let run = 0; run < Number(options.runs); run++) {
    for (const peer of peers) samples[peer].push(await measure(browser, job, peer));
  }
  const of = (peer, key) => median(samples[peer].map((s) => s[key]));
  const cell = (peer, key) =>
    `${of(peer, key).toFixed(0)} ms | ${(of(peer, key) / of('floor', key)).toFixed(1)}×`;
  console.log(
    `\n| ${job} | first picture, CPU | to the floor | longest task | update, CPU | to the floor | longest task | heap | nodes |`,
  );
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const peer of peers) {
    const [a, b] = ['firstLongest', 'updateLongest'].map((key) => of(peer, key));
    const task = (ms) => (ms ? `${ms.toFixed(0)} ms` : 'under 50 ms');
    console.log(
      `| ${peer} | ${cell(peer, 'first')} | ${task(a)} | ${cell(peer, 'update')} | ${task(b)} | ${of(peer, 'heap').toFixed(0)} MB | ${of(peer, 'nodes')} |`,
    );
  }
  results[job] = samples;
}
if (options.json) writeFileSync(options.json, JSON.stringify(results, null, 1));
await browser.close();
server.close();
