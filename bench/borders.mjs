/* global document */
/** From an office's file to the first picture, beside mapshaper and the raw GeoJSON: see README.md. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { feature } from 'topojson-client';
import { cpuOf, launch } from './lib/browser.mjs';
import { median, printTable, times } from './lib/numbers.mjs';
import { serve } from './lib/server.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const AREA = '99@2025';
const MAPSHAPER = here('node_modules/mapshaper/bin/mapshaper');
const MEASURE = here('lib/measure.cjs');

/** Runs a command some times; returns medians of wall time (ms), CPU (ms) and the largest memory (MB). */
function run(args, runs, folder) {
  const log = join(folder, 'measured');
  const lists = { wall: [], cpu: [], memory: [] };
  for (let i = 0; i < runs; i++) {
    rmSync(log, { force: true });
    const { status, stderr } = spawnSync(execPath, ['--require', MEASURE, ...args], {
      env: { ...process.env, BENCH_MEASURED: log },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
    const measured = JSON.parse(readFileSync(log, 'utf8'));
    for (const [name, list] of Object.entries(lists)) list.push(measured[name]);
  }
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, median(list)]));
}

/** What became of the rings. */
function ringsIn(file) {
  const topology = JSON.parse(readFileSync(file, 'utf8'));
  const made = feature(topology, Object.values(topology.objects)[0]);
  return made.features.flatMap(({ geometry }) =>
    geometry
      ? (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat()
      : [],
  ).length;
}

const page = (borders) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>bench</title>
<style>body{margin:0;font:14px sans-serif}#at{width:700px}</style><div id="at"></div>
<script src="/cdn/tcns.js"></script>
<tcns-coverage-map src="/data/observations/${AREA}.json" area="${AREA}" indicator="coverage" geo-src="/data/${borders}"></tcns-coverage-map>`;

/** Main-thread ms of a page until its map has a shape for each commune. */
async function picture(browser, origin, path, throttle) {
  const context = await browser.newContext({ viewport: { width: 760, height: 900 } });
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const began = performance.now();
  await tab.goto(`${origin}${path}`);
  await tab.waitForFunction(() => {
    const map = document.querySelector('tcns-coverage-map')?.shadowRoot;
    return (map?.querySelectorAll('path.shape').length ?? 0) > 80;
  });
  const wall = performance.now() - began;
  const cpu = await cpuOf(devtools);
  await context.close();
  return { wall, cpu };
}

/** Runs the job and prints its tables. */
export async function borders({ cdn, runs, throttle }) {
  const folder = mkdtempSync(join(tmpdir(), 'tcns-borders-'));
  try {
    const made = spawnSync(execPath, [here('make-borders.mjs'), folder], { encoding: 'utf8' });
    console.log(made.stdout.trim() || made.stderr);
    const built = here('../dist/esm/cli/data.js');
    const own = existsSync(built)
      ? [
          '--input-type=module',
          '-e',
          `process.exitCode = await (await import(${JSON.stringify(built)})).main(process.argv.slice(1))`,
        ]
      : [here('../src/cli/bin/tcns-data.mjs')];
    if (!existsSync(built))
      console.log(
        'There is no dist/esm: TypeScript is compiled while it runs (npm run build:esm).',
      );
    const zip = join(folder, 'ranh-gioi.zip');
    const out = join(folder, 'v1');
    const list = join(folder, `observations/${AREA}.json`);
    const rows = {
      'tcns-data borders': run(
        [...own, 'borders', zip, '--area', AREA, '--list', list, '--out', out, '--sample'],
        runs,
        folder,
      ),
    };
    const file = { 'tcns-data borders': join(out, `geo/${AREA}.json`) };
    if (existsSync(MAPSHAPER)) {
      file.mapshaper = join(folder, 'mapshaper.json');
      rows.mapshaper = run(
        [
          MAPSHAPER,
          zip,
          '-proj',
          'wgs84',
          '-simplify',
          '9%',
          'keep-shapes',
          '-o',
          file.mapshaper,
          'format=topojson',
        ],
        runs,
        folder,
      );
    } else console.log('borders: no mapshaper, because it is not installed: npm ci --prefix bench');
    printTable(
      ['', 'time ms', 'CPU ms', 'memory MB', 'bytes', 'brotli', 'rings'],
      Object.entries(rows).map(([name, { wall, cpu, memory }]) => [
        name,
        wall.toFixed(0),
        cpu.toFixed(0),
        memory.toFixed(0),
        statSync(file[name]).size,
        brotliCompressSync(readFileSync(file[name])).length,
        ringsIn(file[name]),
      ]),
    );
    const files = new Map([
      ['/made', page(`v1/geo/${AREA}.json`)],
      ['/raw', page('ranh-gioi.geojson')],
    ]);
    const server = await serve({ folders: { '/cdn/': cdn, '/data/': folder }, files });
    const browser = await launch();
    const lists = { '/made': [], '/raw': [] };
    try {
      for (let i = 0; i < runs; i++)
        for (const path of Object.keys(lists))
          lists[path].push(await picture(browser, server.origin, path, throttle));
    } finally {
      await browser.close();
      server.close();
    }
    const of = (path, name) => median(lists[path].map((one) => one[name]));
    printTable(
      ['first picture', 'time ms', 'CPU ms', 'CPU to the raw GeoJSON'],
      [
        ['from tcns-data borders', '/made'],
        ['from the raw GeoJSON', '/raw'],
      ].map(([name, path]) => [
        name,
        of(path, 'wall').toFixed(0),
        of(path, 'cpu').toFixed(0),
        times(of(path, 'cpu'), of('/raw', 'cpu'), 2),
      ]),
    );
    return {
      rows,
      picture: Object.fromEntries(Object.keys(lists).map((path) => [path, of(path, 'cpu')])),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
