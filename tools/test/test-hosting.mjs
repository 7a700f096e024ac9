/**
 * `npm run test:hosting`: the configurations of `hosting/` in a real nginx on the loopback, as the
 * user who runs this, on free ports. Headers are looked at, a page with every widget is opened behind
 * the cache, the API behind the cache is stopped, and the page is opened again by a reader who has
 * nothing stored: nothing may be different. Then a bounded load, whose figures docs/hosting.md uses.
 *
 *   node tools/test/test-hosting.mjs [--seconds 5] [--json]
 */
/* global document -- inside the page */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, exit, getuid } from 'node:process';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { chromium } from 'playwright-core';
import { freePort } from './free-port.mjs';
import { copiedPackages } from './hosting-copies.mjs';
import { updating } from './hosting-update.mjs';
import { chromiumArgs, findBrowser } from './find-browser.mjs';
import { root } from './run.mjs';
import { createServer as createDemo } from '../serve.mjs';
import { tsImport } from 'tsx/esm/api';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, json: { type: 'boolean' } },
});
const seconds = Math.min(30, Math.max(1, Number(values.seconds) || 5));
/** The API takes this long for every answer, in ms. */
const SLOW = 400;
/** Seconds after which the cache asks again: short, so that the test sees it. */
const VALID = 2;

const results = [];
const figures = {};
const say = (line) => values.json || console.log(line);
function check(name, is, detail = '') {
  results.push({ name, ok: Boolean(is), detail });
  say(`${is ? '✔' : '✘'} ${name}${is ? '' : `: ${detail}`}`);
}
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function findNginx() {
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/homebrew/bin',
  ];
  const found = [env.NGINX_PATH, ...folders.map((folder) => join(folder, 'nginx'))].find(
    (path) => path && existsSync(path),
  );
  if (found) return found;
  console.error(
    'No nginx to test: install it (Debian and Ubuntu: apt-get install nginx), or set NGINX_PATH.',
  );
  exit(1);
}

/** The example API, slow, and counted: what an office's own back end may be. */
async function startOrigin(port) {
  const demo = createDemo();
  let hits = 0;
  const server = createServer((request, response) => {
    hits += 1;
    setTimeout(() => demo.emit('request', request, response), SLOW);
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return {
    get hits() {
      return hits;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { WIDGETS } = await tsImport('../../src/api/widget-catalogue.ts', import.meta.url);

/** Which document each widget of the page shows; a widget that is not named here shows figures of an area. */
const SHOWN = {
  'coverage-map': 'area="vn@2008" indicator="coverage.commune"',
  'campaign-tracker': 'campaign="bp-92-ngay-dem"',
  'team-roster': 'area="45@2008"',
  'service-guide': 'area="48@2008"',
  ranking: 'area="vn@2008" indicator="coverage.commune"',
  trend: 'area="vn" indicator="teams"',
  dashboard: undefined,
};

function page(apiPort) {
  const tags = WIDGETS.filter((name) => !(name in SHOWN) || SHOWN[name]).map(
    (name) => `<tcns-${name} ${SHOWN[name] ?? 'area="vn" indicator="teams"'}></tcns-${name}>`,
  );
  return {
    widgets: tags.length,
    html: `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Mọi tiện ích</title><link rel="icon" href="data:,">
<script src="/tcns/cdn/tcns.js" data-api="http://127.0.0.1:${apiPort}/tcns/v1"></script>
${tags.join('\n')}`,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'tcns-hosting-'));
const [originPort, staticPort, proxyPort] = [await freePort(), await freePort(), await freePort()];
const site = join(folder, 'site');
const shown = page(proxyPort);
if (!existsSync(join(root, 'dist/cdn/tcns.js'))) {
  console.error('There is no dist/cdn: run npm run build:cdn first.');
  exit(1);
}
mkdirSync(join(site, 'tcns'), { recursive: true });
cpSync(join(root, 'dist/cdn'), join(site, 'tcns/cdn'), { recursive: true });
cpSync(join(root, 'demo/api/v1'), join(site, 'tcns/v1'), { recursive: true });
writeFileSync(join(site, 'index.html'), shown.html);

/** The published configuration with other ports, paths and periods; each has to be there to be changed. */
function configuration(name, changes) {
  let text = readFileSync(join(root, 'hosting', name), 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`hosting/${name} no longer has "${from}"`);
    text = text.replaceAll(from, to);
  }
  writeFileSync(join(folder, name), text);
  return `include ${join(folder, name)};`;
}
const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
  (kind) => `${kind}_temp_path ${join(folder, kind)};`,
);
writeFileSync(
  join(folder, 'nginx.conf'),
  `${getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'error.log')} warn;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  types { application/json json; text/javascript js; }
  access_log off;
  # The load tool asks again on a connection whose last answer said "close" (findings/autocannon-connection-close.sh),
  # and a busy machine counts that as a failed request; browsers open a new one.
  keepalive_requests 100000000;
  sendfile on;
  tcp_nopush on;
  ${temp.join('\n  ')}
  ${configuration('nginx-static.conf', [
    ['listen 8080', `listen 127.0.0.1:${staticPort}`],
    ['/srv/tcns', site],
  ])}
  ${configuration('nginx-proxy.conf', [
    ['listen 8081', `listen 127.0.0.1:${proxyPort}`],
    ['/var/cache/nginx/tcns', join(folder, 'cache')],
    ['127.0.0.1:3000', `127.0.0.1:${originPort}`],
    ['proxy_cache_valid 200 60s', `proxy_cache_valid 200 ${VALID}s`],
  ])}
}
`.replace(/^ {2}types \{.*\n/m, existsSync('/etc/nginx/mime.types') ? '' : '$&'),
);

const nginx = spawn(
  findNginx(),
  ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf'), '-p', folder],
  { stdio: ['ignore', 'ignore', 'pipe'] },
);
let complaint = '';
nginx.stderr.on('data', (data) => (complaint += data));
const origin = await startOrigin(originPort);
const [files, api] = [
  `http://127.0.0.1:${staticPort}/tcns`,
  `http://127.0.0.1:${proxyPort}/tcns/v1`,
];
let browser;

/** Opens the page as a reader who was never here; what every widget says, and how many say that they are old. */
async function read() {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const tab = await context.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(`http://127.0.0.1:${staticPort}/`);
  const ready = () =>
    [...document.querySelectorAll('body > *')]
      .filter((element) => element.localName.startsWith('tcns-'))
      .every((widget) =>
        widget.shadowRoot?.querySelector(
          '[part~="value"], [part~="map"], [part~="footer"], [part~="date"]',
        ),
      );
  await tab.waitForFunction(ready, undefined, { timeout: 30_000 });
  const look = () =>
    tab.evaluate(() =>
      [...document.querySelectorAll('body > *')]
        .filter((element) => element.localName.startsWith('tcns-'))
        .map((widget) => ({
          name: widget.localName,
          text: [...(widget.shadowRoot?.children ?? [])]
            .map((part) => part.innerText ?? '')
            .join('\n'),
          old: Boolean(widget.shadowRoot?.querySelector('[part~="stale"], [part~="retry"]')),
        })),
    );
  // Some widgets draw in steps: what is compared is what they say once nothing changes any more.
  let seen = await look();
  for (let before; JSON.stringify(seen) !== before; seen = await look()) {
    before = JSON.stringify(seen);
    await wait(500);
  }
  await context.close();
  return { seen, errors };
}

async function load(url, headers = {}) {
  const result = await autocannon({ url, duration: seconds, connections: 50, headers });
  return {
    requestsPerSecond: Math.round(result.requests.average),
    p99ms: result.latency.p99,
    bytesPerAnswer: Math.round(result.throughput.total / Math.max(1, result.requests.total)),
    failures: result.errors + result.timeouts + (result['5xx'] ?? 0),
    answers: result.requests.total,
    lasted: result.duration,
  };
}

async function run() {
  for (let i = 0; i < 50; i++) {
    if (
      await fetch(`${files}/v1/bundle.json`).then(
        () => true,
        () => false,
      )
    )
      break;
    if (nginx.exitCode !== null)
      throw new Error(
        `nginx did not start: ${complaint}${existsSync(join(folder, 'error.log')) ? readFileSync(join(folder, 'error.log'), 'utf8') : ''}`,
      );
    await wait(100);
  }
  await headers();
  await copiedPackages({ check, say, site, folder, files });
  browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
  await updating({ browser, check, site, address: `http://127.0.0.1:${staticPort}`, version });
  await stoppedOrigin();
  await browser.close();
  browser = undefined;
  await underLoad();
}

async function headers() {
  const document = 'observations/vn@2008.json';
  for (const [name, base] of [
    ['static', `${files}/v1`],
    ['proxy', api],
  ]) {
    const answer = await fetch(`${base}/${document}`, { headers: { 'Accept-Encoding': 'gzip' } });
    const header = (key) => answer.headers.get(key) ?? '';
    check(
      `${name}: the document comes as JSON`,
      answer.ok && header('content-type').includes('application/json'),
      `${answer.status} ${header('content-type')}`,
    );
    check(
      `${name}: for pages of any origin`,
      header('access-control-allow-origin') === '*',
      header('access-control-allow-origin'),
    );
    check(`${name}: with an ETag`, header('etag') !== '');
    check(`${name}: compressed`, header('content-encoding') === 'gzip', header('content-encoding'));
    check(
      `${name}: to be kept, also when stale`,
      /max-age=\d+.*stale-while-revalidate.*stale-if-error/.test(header('cache-control')),
      header('cache-control'),
    );
    const again = await fetch(`${base}/${document}`, {
      headers: { 'If-None-Match': header('etag'), 'Accept-Encoding': 'gzip' },
    });
    check(`${name}: 304 while nothing changed`, again.status === 304, String(again.status));
    const none = await fetch(`${base}/observations/none.json`);
    check(
      `${name}: 404 is not kept, and a page may read it`,
      none.status === 404 &&
        none.headers.get('cache-control') === 'no-store' &&
        none.headers.get('access-control-allow-origin') === '*',
      `${none.status} ${none.headers.get('cache-control')}`,
    );
  }
  const teams = await fetch(`${files}/v1/teams/45@2008.json`);
  check(
    'static: lists of teams for a minute only',
    teams.headers.get('cache-control')?.startsWith('max-age=60,'),
    teams.headers.get('cache-control'),
  );
  const stale = await fetch(`${api}/teams/45@2008.json`);
  check(
    'proxy: in browsers for an hour at most',
    stale.headers.get('cache-control') === 'max-age=60, stale-if-error=3600',
    stale.headers.get('cache-control'),
  );
  const chunk = /chunks\/[\w.-]+\.js/.exec(
    readFileSync(join(site, 'tcns/cdn/kpi-card.js'), 'utf8'),
  )?.[0];
  const immutable = await fetch(`${files}/cdn/${chunk}`);
  check(
    'static: chunks for ever',
    immutable.headers.get('cache-control')?.includes('immutable'),
    immutable.headers.get('cache-control'),
  );
  const frame = await fetch(`${files}/cdn/embed.html`);
  const policy = frame.headers.get('content-security-policy') ?? '';
  check(
    'static: the page for frames with the documented policy, and in anybody’s page',
    ["default-src 'none'", "script-src 'self'", 'trusted-types tcns#html tcns#loader'].every(
      (line) => policy.includes(line),
    ) && !policy.includes('frame-ancestors'),
    policy,
  );
  check(
    'static: scripts without a policy',
    immutable.headers.get('content-security-policy') === null,
    immutable.headers.get('content-security-policy'),
  );
  const before = origin.hits;
  const since = Date.now();
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => fetch(`${api}/campaigns/index.json?x=${i}`)),
  );
  check(
    'proxy: twenty readers at once, with made-up queries, are one request to the API',
    // One in each period: all come within the first, if the machine does not stand still.
    origin.hits - before <= 1 + Math.floor((Date.now() - since) / (VALID * 1000)),
    `${origin.hits - before} requests`,
  );
}

async function stoppedOrigin() {
  const before = await read();
  check(
    `a page with ${shown.widgets} widgets is drawn behind the cache`,
    before.seen.length === shown.widgets &&
      before.seen.every(({ text, old }) => text !== '' && !old),
    JSON.stringify(before.seen.map(({ name, old }) => [name, old])),
  );
  await origin.stop();
  await wait(VALID * 1000 + 500);
  const after = await read();
  check(
    'with the API stopped, a new reader sees the same',
    JSON.stringify(after.seen) === JSON.stringify(before.seen),
    JSON.stringify(
      after.seen.filter(({ text }, i) => text !== before.seen[i]?.text).map(({ name }) => name),
    ),
  );
  check(
    'no widget says that it is old, none throws',
    after.seen.every(({ old }) => !old) && after.errors.length === 0,
    after.errors.join(),
  );
  const status = (await fetch(`${api}/observations/vn@2008.json`)).headers.get('x-cache-status');
  check(
    'the cache says that it answered from what it has',
    /STALE|UPDATING/.test(status ?? ''),
    status,
  );
}

async function underLoad() {
  const fresh = await startOrigin(originPort);
  await wait(500);
  const document = 'campaigns/bp-92-ngay-dem.json';
  const gzip = { 'Accept-Encoding': 'gzip' };
  figures.machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model,
    nginxWorkers: 1,
    seconds,
    connections: 50,
  };
  figures.static = await load(`${files}/v1/${document}`, gzip);
  const etag = (await fetch(`${files}/v1/${document}`, { headers: gzip })).headers.get('etag');
  figures.static304 = await load(`${files}/v1/${document}`, { ...gzip, 'If-None-Match': etag });
  const before = fresh.hits;
  figures.proxy = await load(`${api}/${document}`, gzip);
  const hits = fresh.hits - before;
  figures.originHits = {
    during: seconds,
    hits,
    perMinute: Math.round((hits * 60) / seconds),
    validSeconds: VALID,
  };
  for (const name of ['static', 'static304', 'proxy'])
    check(
      `${name}: no request failed under load`,
      figures[name].failures === 0,
      `${figures[name].failures} failures`,
    );
  check(
    'the API is asked no more than once a period, whatever the load',
    hits <= Math.ceil(figures.proxy.lasted / VALID) + 1,
    `${hits} times in ${figures.proxy.lasted} s`,
  );
  await fresh.stop();
}

let failed = false;
try {
  await run();
} catch (error) {
  failed = true;
  console.error(error);
} finally {
  await browser?.close();
  nginx.kill('SIGQUIT');
  await origin.stop().catch(() => undefined);
  await new Promise((done) => (nginx.exitCode === null ? nginx.once('exit', done) : done()));
  rmSync(folder, { recursive: true, force: true });
}
if (values.json) console.log(JSON.stringify({ results, figures }, null, 2));
else {
  for (const [name, value] of Object.entries(figures)) say(`${name}: ${JSON.stringify(value)}`);
  const wrong = results.filter(({ ok }) => !ok).length;
  say(`\n${results.length - wrong} passed, ${wrong} failed`);
}
exit(failed || results.some(({ ok }) => !ok) ? 1 : 0);
