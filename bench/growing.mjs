/* global window, document, requestAnimationFrame, requestIdleCallback */
/** CPU of a widget with many figures to the same widget with one: see README.md. */
import { cpuOf, launch } from './lib/browser.mjs';
import { median, printTable } from './lib/numbers.mjs';
import { serve } from './lib/server.mjs';
import { GROWING } from './jobs.ts';

const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>bench</title>
<style>body{margin:0;font:14px sans-serif}#at{width:700px}</style><div id="at"></div>`;

/**
 * Runs the jobs and prints a table of each; returns the medians in ms by job, build and size. A run
 * over `limit` seconds is stopped, not repeated, and is `Infinity`.
 */
export async function growing(jobs, { cdn, baseline, runs, limit }) {
  const builds = [['here', '/cdn/'], ...(baseline ? [['baseline', '/baseline/']] : [])];
  const files = new Map([['/', PAGE]]);
  for (const job of jobs)
    for (const size of GROWING[job].sizes)
      files.set(`/data/${job}/${size}`, () => JSON.stringify(GROWING[job].document(size)));
  const server = await serve({
    folders: { '/cdn/': cdn, ...(baseline ? { '/baseline/': baseline } : {}) },
    files,
  });
  const results = {};
  try {
    for (const job of jobs) {
      const cases = builds.flatMap(([build, at]) =>
        GROWING[job].sizes.map((size) => ({ build, at, size, list: [] })),
      );
      for (let run = 0; run < runs; run++) {
        for (const one of cases) {
          if (one.list.includes(Infinity)) continue;
          one.list.push(await measure(server.origin, job, one, limit));
        }
      }
      const of = (build, size) => {
        const { list } = cases.find((one) => one.build === build && one.size === size);
        return list.includes(Infinity) ? Infinity : median(list);
      };
      results[job] = Object.fromEntries(
        builds.map(([build]) => [
          build,
          Object.fromEntries(GROWING[job].sizes.map((size) => [size, of(build, size)])),
        ]),
      );
      print(job, results[job], limit);
    }
  } finally {
    server.close();
  }
  return results;
}

function print(job, builds, limit) {
  const [base] = GROWING[job].sizes;
  const said = (ms, one) =>
    ms === Infinity
      ? `over ${limit} s (over ${((limit * 1000) / one).toFixed(0)}×)`
      : `${ms.toFixed(0)} ms (${(ms / one).toFixed(1)}×)`;
  printTable(
    [`${job}, CPU`, ...GROWING[job].sizes.map((size) => size.toLocaleString('en'))],
    Object.entries(builds).map(([build, sizes]) => [
      build,
      ...GROWING[job].sizes.map((size) => said(sizes[size], sizes[base])),
    ]),
  );
}

/** Milliseconds of the main thread from before the module is loaded until the page is idle. */
async function measure(origin, job, { at, size }, limit) {
  // A page in an endless loop closes only with its browser.
  const browser = await launch();
  let timer;
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 700 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(origin);
    await page.evaluate(async (path) => {
      window.data = await (await fetch(path)).json();
    }, `/data/${job}/${size}`);
    const before = await cpuOf(devtools);
    const { tag, drawn } = GROWING[job];
    const picture = page.evaluate(draw, { script: `${at}${tag}.js`, tag: `tcns-${tag}`, drawn });
    const late = new Promise((done) => {
      timer = setTimeout(() => done(Infinity), limit * 1000);
    });
    if ((await Promise.race([picture, late])) === Infinity) {
      picture.catch(() => undefined);
      return Infinity;
    }
    return (await cpuOf(devtools)) - before;
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

/** In the page: the widget with its figures, until it is drawn and nothing more is put off. */
async function draw({ script, tag, drawn }) {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await import(script);
  const widget = document.createElement(tag);
  widget.area = 'vn';
  widget.indicator = 'teams';
  widget.data = window.data;
  document.querySelector('#at').append(widget);
  do await frame();
  while (!widget.shadowRoot.querySelector(drawn));
  await new Promise((done) => requestIdleCallback(done));
  await frame();
}
