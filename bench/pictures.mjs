/* global window */
/** CPU of the first picture and of other figures, beside a hand-written floor: see README.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, launch, metricsOf } from './lib/browser.mjs';
import { missingFor, scriptOf } from './lib/bundle.mjs';
import { median, printTable, times } from './lib/numbers.mjs';
import { serve } from './lib/server.mjs';
import { JOBS, PAGES } from './jobs.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The page: loads a peer, mounts it and waits for the frame after. What the bench itself looks with is there before. */
const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>bench</title>
<script type="module" src="/drawn.js"></script>
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

/** The peers of a job; of the widget a second one where there is a build to compare it with. */
function peersOf(job, baseline) {
  const folder = join(here, 'peers', job);
  const names = readdirSync(folder).map((file) => basename(file, '.js'));
  const installed = names.filter((name) => {
    const missing = missingFor(join(folder, `${name}.js`));
    if (missing.length > 0)
      console.log(
        `${job}: no ${name}, because ${missing.join()} is missing: npm ci --prefix bench`,
      );
    return missing.length === 0;
  });
  const peers = installed.map((name) => ({ name, script: `/peers/${job}/${name}.js` }));
  if (baseline) peers.push({ name: 'baseline', script: `/baseline-peers/${job}/tcns.js` });
  return peers;
}

/** Runs the jobs and prints a table of each; returns the medians by job and peer. */
export async function pictures(jobs, { cdn, baseline, runs, throttle, rest }) {
  const peers = Object.fromEntries(jobs.map((job) => [job, peersOf(job, baseline)]));
  const files = new Map([
    ['/', PAGE],
    ['/drawn.js', readFileSync(join(here, 'drawn.js'), 'utf8')],
    ['/geo/communes.json', () => JSON.stringify(JOBS.communes().geo)],
    ...[...PAGES].map(([name, page]) => [`/pages/${name}`, page]),
    ...jobs.map((job) => [`/data/${job}`, async () => JSON.stringify(await JOBS[job]())]),
  ]);
  for (const { script } of jobs.flatMap((job) => peers[job])) {
    const file = join(here, script.replace('baseline-', ''));
    files.set(script, async () =>
      (await scriptOf(file)).replaceAll(
        /(['"`])\/cdn\//g,
        script.startsWith('/baseline') ? '$1/baseline/' : '$&',
      ),
    );
  }
  // What a peer imports beside itself.
  files.set('/peers/roster/floor.js', () => scriptOf(join(here, 'peers/roster/floor.js')));
  const server = await serve({
    folders: { '/cdn/': cdn, ...(baseline ? { '/baseline/': baseline } : {}) },
    files,
  });
  const browser = await launch();
  const results = {};
  try {
    for (const job of jobs) {
      const samples = Object.fromEntries(peers[job].map(({ name }) => [name, []]));
      for (let run = 0; run < runs; run++) {
        for (const { name, script } of peers[job])
          samples[name].push(
            await measure(browser, { origin: server.origin, job, script, throttle, rest }),
          );
      }
      results[job] = Object.fromEntries(
        Object.entries(samples).map(([name, list]) => [name, mediansOf(list)]),
      );
      print(job, results[job]);
    }
  } finally {
    await browser.close();
    server.close();
  }
  return results;
}

const mediansOf = (list) =>
  Object.fromEntries(Object.keys(list[0]).map((key) => [key, median(list.map((s) => s[key]))]));

function print(job, peers) {
  const cpu = (one, key) => [`${one[key].toFixed(0)} ms`, times(one[key], peers.floor[key])];
  const task = (ms) => (ms ? `${ms.toFixed(0)} ms` : 'under 50 ms');
  printTable(
    [
      job,
      'first picture, CPU',
      'to the floor',
      'longest task',
      'update, CPU',
      'to the floor',
      'longest task',
      'heap',
      'nodes',
    ],
    Object.entries(peers).map(([name, one]) => [
      name,
      ...cpu(one, 'first'),
      task(one.firstLongest),
      ...cpu(one, 'update'),
      task(one.updateLongest),
      `${one.heap.toFixed(0)} MB`,
      one.nodes,
    ]),
  );
}

/** One fresh page: CPU of the first picture and of an update in ms, and the longest tasks. */
async function measure(browser, { origin, job, script, throttle, rest }) {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(origin);
    await page.evaluate(async (name) => {
      window.data = await (await fetch(`/data/${name}`)).json();
    }, job);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const held = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { JSHeapUsedSize, Nodes } = await metricsOf(devtools);
      return { heap: JSHeapUsedSize / 2 ** 20, nodes: Nodes };
    };
    const empty = await held();
    const spent = async (work) => {
      await page.evaluate(() => window.tasks.splice(0));
      const before = await cpuOf(devtools);
      await work();
      const used = (await cpuOf(devtools)) - before;
      // What is put off until after the picture counts as a long task all the same.
      await page.waitForTimeout(rest);
      const longest = await page.evaluate(() => Math.max(0, ...window.tasks));
      return { cpu: used, longest };
    };
    const first = await spent(() => page.evaluate((p) => window.start(p), script));
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
