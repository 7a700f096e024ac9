/**
 * `npm run test:apache`: `hosting/apache/.htaccess` in a real Apache on the loopback, over the files of the release's
 * zip and the example documents. Headers are looked at, and a map and a card are opened in a sandboxed frame of
 * another origin. Without Apache it leaves itself out with one line.
 *
 *   node tools/test/test-apache.mjs
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, exit, getuid } from 'node:process';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright-core';
import { freePort } from './free-port.mjs';
import { chromiumArgs, findBrowser } from './find-browser.mjs';
import { root } from './run.mjs';

const apache = [env.APACHE_PATH, '/usr/sbin/apache2', '/usr/sbin/httpd'].find(
  (path) => path && existsSync(path),
);
const modules = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'].find((path) =>
  existsSync(path),
);
const zip =
  existsSync(join(root, 'dist/cdn')) &&
  readdirSync(join(root, 'dist/cdn')).find((file) => /^tcns-.*\.zip$/.test(file));
if (!apache || !modules) {
  console.log(
    'test:apache: left out, there is no Apache (Debian and Ubuntu: apt-get install apache2)',
  );
  console.log('0 passed, 0 failed');
  exit(0);
}
if (!zip) {
  console.error('There is no dist/cdn with a zip: run npm run build:cdn first.');
  exit(1);
}

let passed = 0;
let failed = 0;
function check(name, is, detail = '') {
  if (is) passed += 1;
  else failed += 1;
  console.log(`${is ? '✔' : '✘'} ${name}${is ? '' : `: ${detail}`}`);
}

const folder = mkdtempSync(join(tmpdir(), 'tcns-apache-'));
chmodSync(folder, 0o755);
const site = join(folder, 'site');
for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(root, 'dist/cdn', zip))))) {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), bytes);
}
cpSync(join(root, 'demo/api/v1'), join(site, 'tcns/v1'), { recursive: true });
cpSync(join(root, 'hosting/apache/.htaccess'), join(site, 'tcns/.htaccess'));
writeFileSync(join(site, 'tcns/embed.config.json'), '{"api":"/tcns/v1"}');

const NEEDED = [
  'authz_core',
  'mime',
  'dir',
  'filter',
  'deflate',
  'headers',
  'setenvif',
  'autoindex',
];

/** Starts Apache with these modules; resolves when it answers. */
async function start(names) {
  const port = await freePort();
  const here = mkdtempSync(join(folder, 'run-'));
  const has = (name) => existsSync(join(modules, `mod_${name}.so`));
  const load = (name) => `LoadModule ${name}_module ${join(modules, `mod_${name}.so`)}`;
  const conf = join(here, 'apache.conf');
  writeFileSync(
    conf,
    `ServerRoot ${here}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${here}/pid
ErrorLog ${here}/error.log
${['mpm_event', 'unixd', ...names].filter(has).map(load).join('\n')}
${getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
TypesConfig /dev/null
DocumentRoot ${site}
<Directory ${site}>
  AllowOverride All
  Require all granted
</Directory>
`,
  );
  const child = spawn(apache, ['-X', '-f', conf], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const ended = new Promise((done) => child.on('exit', done));
  let isOver = false;
  void ended.then(() => (isOver = true));
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (isOver)
      throw new Error(
        `Apache ended: ${said}${existsSync(`${here}/error.log`) ? readFileSync(`${here}/error.log`, 'utf8') : ''}`,
      );
    const answer = await fetch(`${origin}/tcns/manifest.json`).catch(() => undefined);
    if (answer) break;
    await new Promise((next) => setTimeout(next, 50));
  }
  return {
    origin,
    log: () => readFileSync(`${here}/error.log`, 'utf8'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const version = /^tcns-(.*)\.zip$/.exec(zip)[1];
const { stdout } = spawnSync(apache, ['-v'], { encoding: 'utf8' });
console.log(stdout.split('\n')[0]);

const stops = [];
try {
  const server = await start(NEEDED);
  stops.push(server.stop);
  const get = (path, headers = {}) => fetch(`${server.origin}/tcns/${path}`, { headers });
  const document = 'v1/observations/48@2008.json';
  for (const [path, type, cache] of [
    [document, 'application/json', /max-age=300, stale-while-revalidate/],
    ['v1/teams/468@2008.json', 'application/json', /^max-age=60, stale-if-error=3600$/],
    ['tcns.js', 'text/javascript', /^no-cache$/],
    ['embed.html', 'text/html', /^no-cache$/],
    ['embed.config.json', 'application/json', /^no-cache$/],
    [`${version}/tcns.js`, 'text/javascript', /immutable/],
    [`${version}/kpi-card.js`, 'text/javascript', /immutable/],
  ]) {
    const answer = await get(path);
    const header = (name) => answer.headers.get(name) ?? '';
    check(
      `${path}: 200`,
      answer.status === 200,
      `${answer.status} ${answer.status === 500 ? server.log().trim().split('\n').pop() : ''}`,
    );
    check(`${path}: ${type}`, header('content-type').startsWith(type), header('content-type'));
    check(`${path}: any origin may read`, header('access-control-allow-origin') === '*');
    check(
      `${path}: how long it is kept`,
      cache.test(header('cache-control')),
      header('cache-control'),
    );
  }
  const gone = await get('v1/observations/nothing.json');
  check(
    'an error: 404, not kept, and any origin may read it',
    gone.status === 404 &&
      gone.headers.get('cache-control') === 'no-store' &&
      gone.headers.get('access-control-allow-origin') === '*',
    `${gone.status} ${gone.headers.get('cache-control')}`,
  );
  const gzip = await get(document, { 'Accept-Encoding': 'gzip' });
  check('a document is compressed', gzip.headers.get('content-encoding') === 'gzip');
  const tag = gzip.headers.get('etag') ?? '';
  const same = await get(document, { 'Accept-Encoding': 'gzip', 'If-None-Match': tag });
  check(
    'an unchanged document costs no body: 304',
    tag !== '' && same.status === 304,
    `${tag} ${same.status}`,
  );
  check('a folder is not listed', (await get('v1/observations/')).status === 403);
  const page = await get('embed.html');
  check(
    'the page for frames has a policy, and forbids no frame',
    /script-src 'self'/.test(page.headers.get('content-security-policy') ?? '') &&
      !/frame-ancestors/.test(page.headers.get('content-security-policy') ?? '') &&
      page.headers.get('x-frame-options') === null,
  );

  const host = createServer((request, response) => {
    const { searchParams } = new URL(request.url, 'http://x');
    const view = (searchParams.get('view') ?? '').replaceAll('&', '&amp;');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="500" height="750" src="${view}"></iframe>`,
    );
  });
  await new Promise((ready) => host.listen(0, '127.0.0.1', ready));
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
  stops.push(
    () => browser.close(),
    () =>
      new Promise((done) => {
        host.close(() => done());
        host.closeAllConnections();
      }),
  );
  for (const [widget, query, part] of [
    ['kpi-card', 'area=48@2008&indicator=members', 'value'],
    ['coverage-map', 'area=vn@2008&indicator=coverage.commune', 'map'],
  ])
    for (const place of ['', `${version}/`]) {
      const tab = await browser.newPage();
      const errors = [];
      tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      const view = `${server.origin}/tcns/${place}embed.html?widget=${widget}&${query}`;
      await tab.goto(`http://localhost:${host.address().port}/?view=${encodeURIComponent(view)}`);
      const shown = tab.frameLocator('iframe').locator(`tcns-${widget} [part~="${part}"]`).first();
      await shown.waitFor({ timeout: 30_000 }).catch(() => undefined);
      check(
        `${place}embed.html shows ${widget} in a sandboxed frame of another origin`,
        await shown.isVisible(),
        errors.join(' | '),
      );
      check(
        `${place}embed.html with ${widget}: no error on the console`,
        errors.length === 0,
        errors.join(' | '),
      );
      await tab.close();
    }

  const bare = await start(NEEDED.filter((name) => name !== 'headers'));
  stops.push(bare.stop);
  const tab = await browser.newPage();
  const view = `${bare.origin}/tcns/embed.html?widget=kpi-card&area=48@2008&indicator=members`;
  await tab.goto(`http://localhost:${host.address().port}/?view=${encodeURIComponent(view)}`);
  const said = tab.frameLocator('iframe').locator('.message');
  await said.waitFor({ timeout: 30_000 }).catch(() => undefined);
  const words = await said.innerText().catch(() => '');
  check(
    'without mod_headers the frame names the missing header',
    words.includes('Access-Control-Allow-Origin'),
    words,
  );
} catch (error) {
  check('the test runs to its end', false, String(error));
} finally {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
exit(failed === 0 ? 0 : 1);
