/* global document -- inside the pages */
/**
 * `npm run test:systems`: what real editors, generators and systems leave of each form, and whether a reader then sees
 * the figure. It is no part of CI, because it stands on registries and mirrors.
 *
 *   npm run test:systems -- [tinymce ckeditor froala … wordpress wordpress-site plugin apache nginx] [--write]
 *
 * Without names all are run; a wrong name is answered with all of them. What a reader sees of each system at 360 and
 * 1200 px lies in `.cache/systems/pictures`. `--write` keeps the result in `test/systems/seen.json` and writes the tables of
 * `docs/hosts.md` and `docs/hosts.vi.md`. It needs `npm run build:cdn` (`plugin`: `npm run build:kits`, too). What cannot
 * be had is said in one line.
 */
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { exit } from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../tools/test/find-browser.mjs';
import { npm, root } from '../../tools/test/run.mjs';
import { viewFiles } from '../../src/api/oembed.ts';
import { EDITORS as CLASSIC_EDITORS } from './editors.mjs';
import { FIXED, formsOf, FORMS, leftOf, SENTENCE, shownOf, viewOf } from './forms.mjs';
import { GENERATORS } from './generators.mjs';
import { ghost } from './ghost.mjs';
import { mediawiki } from './mediawiki.mjs';
import { bundle, cache, packagesOf, versionOf } from './packages.mjs';
import { PIPELINES } from './pipelines.mjs';
import { bookOf, picture, WIDTHS } from './pictures.mjs';
import { sanitizers } from './sanitizers.mjs';
import { SCHEMA_EDITORS } from './schema-editors.mjs';
import { SMALL_EDITORS } from './small-editors.mjs';
import { keep } from './table.mjs';
import { wordpress } from './wordpress.mjs';
import { wordpressSite } from './wordpress-site.mjs';

const EDITORS = { ...CLASSIC_EDITORS, ...SCHEMA_EDITORS, ...SMALL_EDITORS };
/** Suites of their own, which test more than the forms. */
const SUITES = { plugin: 'test:wordpress', apache: 'test:apache', nginx: 'test:hosting' };
/** Each gives rows of the table or checks, or says why it was not run. */
const OTHERS = {
  sanitizers,
  wordpress,
  'wordpress-site': wordpressSite,
  mediawiki,
  ghost,
  ...PIPELINES,
};
const KNOWN = [
  ...Object.keys(EDITORS),
  ...Object.keys(GENERATORS),
  ...Object.keys(OTHERS),
  ...Object.keys(SUITES),
];

/** Systems that no registry has: the guide marks what it says of them. */
const NEVER = {
  nukeviet: 'no registry or distribution has NukeViet',
  liferay: 'no registry has a Liferay server',
  sharepoint: 'SharePoint is no package',
  dotnetnuke: 'DotNetNuke is no package of Linux',
  webforms: 'ASP.NET WebForms needs xsp4, which in Debian (4.2) does not start on its Mono (6.8)',
  joomla: 'no distribution has Joomla',
  drupal: 'no distribution has Drupal',
};

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !KNOWN.includes(name) && !(name in NEVER));
if (unknown.length > 0) {
  console.error(`test:systems knows ${KNOWN.join(', ')}; not ${unknown.join(', ')}`);
  exit(2);
}
if (!existsSync(join(root, 'dist/cdn/tcns.js'))) {
  console.error('There is no dist/cdn: run npm run build:cdn first.');
  exit(1);
}
const wanted = positionals.length > 0 ? positionals : [...KNOWN, ...Object.keys(NEVER)];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const MOUNTS = {
  '/lib/': cache,
  '/tcns/v1/': join(root, 'demo/api/v1'),
  '/tcns/': join(root, 'dist/cdn'),
};
/** Pages that are made for the run, by their path. */
const pages = new Map();
const config = { api: '/tcns/v1', apis: ['/tcns/'] };
const server = createServer(({ url }, response) => {
  const path = decodeURIComponent(/^[^?#]*/.exec(url)[0]);
  const [at, folder] = Object.entries(MOUNTS).find(([start]) => path.startsWith(start)) ?? [];
  const file = at && join(folder, path.slice(at.length));
  const body =
    pages.get(path) ?? (path === '/tcns/embed.config.json' && JSON.stringify(config)) ?? undefined;
  const found =
    body || (file && existsSync(file) && extname(file) ? readFileSync(file) : undefined);
  response.writeHead(found ? 200 : 404, {
    'Content-Type':
      body && pages.has(path) ? TYPES['.html'] : (TYPES[extname(path)] ?? 'text/plain'),
    'Access-Control-Allow-Origin': '*',
  });
  response.end(found ?? '');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const base = `${origin}/tcns/`;
const forms = formsOf(base);
const filesFor = (where) =>
  viewFiles({ base: where, view: viewOf(where), name: FIXED, sentence: SENTENCE });
for (const [path, text] of Object.entries(filesFor(base))) pages.set(`/tcns/${path}`, text);
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });

const pageOf = (body, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const template = `<script src="${base}tcns.js" data-api="/tcns/v1"></script>`;

/** Whether a reader sees what should be there, on a page with the script in its template or without it. */
async function isShown(what, html, head) {
  pages.set('/reader', pageOf(html, head));
  const page = await browser.newPage();
  try {
    await page.goto(`${origin}/reader`);
    if (what === 'words') return (await page.innerText('body')).includes(SENTENCE);
    const inside = what === 'widget' ? page : page.frameLocator('iframe[src*="/embed"]');
    const place = inside
      .locator(/widget|frame/.test(what) ? 'tcns-kpi-card [part="value"]' : '.message')
      .first();
    await place.waitFor({ timeout: 20_000 });
    const text = await place.innerText();
    return what === 'message' ? /trang nguồn/.test(text) : text.includes('15.000');
  } catch {
    return false;
  } finally {
    await page.close();
  }
}

/** Pictures of a page with what is left of every form, for those who look at them. */
async function photograph(name, html, head) {
  pages.set('/book', pageOf(bookOf(html), head));
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${origin}/book`, { waitUntil: 'networkidle' });
    await picture(page, name, width);
    await page.close();
  }
}

let passed = 0;
const failures = [];
const seen = [];
/** Looks at what is left of each form, and at what a reader sees of it. */
async function judge({ name, version, html, noLoader = false }) {
  const head = noLoader ? '' : template;
  const page = await browser.newPage();
  const cells = {};
  for (const form of FORMS) {
    const left =
      html[form] === undefined
        ? 'refused'
        : await page.evaluate(leftOf, { form, html: html[form], sentence: SENTENCE });
    cells[form] = left;
    const shown = shownOf(form, left, noLoader);
    if (shown === undefined || (await isShown(shown, html[form], head))) passed++;
    else failures.push(`${name} ${version}: ${form} is ${left}, and no ${shown} is seen`);
  }
  await page.close();
  await photograph(`${name} ${version}`, html, head);
  seen.push({ name, version, cells });
  console.log(`${name} ${version}: ${FORMS.map((form) => `${form} ${cells[form]}`).join(', ')}`);
}

/** What a page's own editable text is, as it stands there. */
const edited = () =>
  [...document.querySelectorAll('[contenteditable="true"]')].map((one) => one.innerHTML).join('\n');

/** Puts every form into an editor; with the loader in its page nothing of the text may change. */
async function through(name, html) {
  const texts = [];
  for (const head of ['', template]) {
    pages.set('/editor', pageOf(html, head));
    const page = await browser.newPage();
    await page.goto(`${origin}/editor`);
    const filtered = {};
    const seenText = {};
    for (const [form, code] of Object.entries(forms)) {
      filtered[form] = await page.evaluate((text) => globalThis.filter(text), code);
      if (head) {
        // What stands outside is upgraded and drawn: so the loader has looked at everything.
        await page.evaluate((text) => {
          const box = document.body.appendChild(document.createElement('section'));
          box.innerHTML = text;
        }, forms.div);
        await page.locator('section:last-of-type [part="value"]').waitFor({ timeout: 20_000 });
        await page.evaluate(() => document.querySelector('section').remove());
      }
      seenText[form] = await page.evaluate(edited);
    }
    await page.close();
    texts.push({ filtered, seenText });
  }
  const [alone, beside] = texts;
  for (const form of FORMS) {
    const same = (key) => alone[key][form] === beside[key][form];
    if (same('filtered') && same('seenText')) passed++;
    else
      failures.push(
        `${name}: ${form} is changed while it is edited: ${beside.seenText[form].slice(0, 300)} was ${alone.seenText[form].slice(0, 300)}`,
      );
  }
  return alone.filtered;
}

async function editor(name, { package: pack, more = [], folder, page: write, entry }) {
  const at = await packagesOf(folder, [pack, ...more]);
  if (!at) return console.log(`${name}: not run, ${pack} cannot be had`);
  if (entry) await bundle(at, entry);
  const own = pack.replace(/(.)@.*$/, '$1');
  const lib = `/lib/${folder}`;
  const html = entry
    ? `<div id="e"></div><script src="${lib}/editor.js"></script>`
    : write(`${lib}/node_modules/${own}`);
  await judge({ name, version: versionOf(at, own), html: await through(name, html) });
}

for (const name of wanted) {
  try {
    if (name in NEVER) console.log(`${name}: not run, ${NEVER[name]}`);
    else if (name in EDITORS)
      for (const [row, recipe] of Object.entries(EDITORS[name])) await editor(row, recipe);
    else if (name in SUITES) {
      const { code } = await npm(['run', '--silent', SUITES[name]]);
      if (code === 0) passed++;
      else failures.push(`${name}: npm run ${SUITES[name]}`);
    } else {
      const looks = { browser, files: filesFor, picture };
      const made = await { ...GENERATORS, ...OTHERS }[name](forms, looks);
      if (made.notRun) console.log(`${name}: not run, ${made.notRun}`);
      for (const row of made.rows ?? []) await judge(row);
      for (const { name: what, fault } of made.checks ?? []) {
        console.log(`${fault ? '✘' : '✔'} ${what}`);
        if (fault) failures.push(`${what}: ${fault}`);
        else passed++;
      }
    }
  } catch (error) {
    failures.push(`${name}: ${error.message.split('\n')[0]}`);
  }
}
await browser.close();
server.close();
if (values.write) keep(seen, new Date().toISOString().slice(0, 10));
for (const failure of failures) console.error(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
exit(failures.length > 0 ? 1 : 0);
