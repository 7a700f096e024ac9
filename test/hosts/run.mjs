/**
 * `npm run test:hosts`: every widget on every host page, in Chromium, with real headers and libraries.
 *
 *   node test/hosts/run.mjs [--only PATTERN OF NAMES] [--shots FOLDER]
 *
 * Prints a table of pages × widgets; TCNS_COUNTS names a file for {"passed", "failed"}. The widgets are
 * those of `dist/cdn`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../tools/test/find-browser.mjs';
import { root } from '../../tools/test/run.mjs';
import { pages as list } from './pages.mjs';
import { cdnFile, startServer } from './server.mjs';
import { COLUMNS, table } from './table.mjs';
import { visit } from './visit.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string' }, shots: { type: 'string' } },
});
if (!existsSync(join(root, 'dist/cdn/tcns.js'))) {
  console.error('There is no dist/cdn: run npm run build:cdn first.');
  exit(1);
}
if (values.shots) mkdirSync(values.shots, { recursive: true });

const served = new Map();
const server = await startServer(served);
const fill = (text, page) =>
  Buffer.isBuffer(text)
    ? text
    : text
        .replaceAll('%PORT%', String(server.port))
        .replaceAll('%INNER%', `${page.path}-inner`)
        .replaceAll('%LOADER%', () => cdnFile('tcns.js').replaceAll('</script', '<\\/script'));

/** Reports go to an address of their page's own. */
function headersOf(page) {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  for (const [name, value] of Object.entries(page.headers ?? {})) {
    const report = name === 'Content-Security-Policy' ? `; report-uri /csp-report?page=${page.id}` : '';
    headers[name] = fill(value, page) + report;
  }
  return headers;
}

function serve(page) {
  served.set(page.path, { body: fill(page.html, page), headers: headersOf(page) });
  if (page.inner)
    served.set(`${page.path}-inner`, { body: fill(page.inner, page), headers: headersOf({ id: page.id }) });
  for (const [path, body] of Object.entries(page.files ?? {}))
    served.set(`${page.path}${path}`, { body: body(), headers: page.fileHeaders ?? {} });
}

const wanted = list
  .map((page, id) => ({ ...page, id, path: `/p/${id}` }))
  .filter(({ name, key }) => key || !values.only || new RegExp(values.only).test(name));
served.set('/box.css', { body: readFileSync(join(root, 'test/hosts/box.css')) });
for (const page of wanted) {
  if (page.files) page.html = page.html.replaceAll('"/gop.js"', `"${page.path}/gop.js"`);
  serve(page);
}

const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...chromiumArgs, '--host-resolver-rules=MAP *.test 127.0.0.1'],
});
const started = Date.now();
const looks = {};
const options = { browser, port: server.port, looks, shots: values.shots };
const rows = [];
// The clean pages first: they are what all others are held against.
for (const page of wanted.filter(({ key }) => key)) rows.push(await visit(page, options));
const queue = wanted.filter(({ key }) => !key);
async function work() {
  for (let page = queue.shift(); page; page = queue.shift()) rows.push(await visit(page, options));
}
await Promise.all([work(), work()]);
await browser.close();
await server.close();

// Reports arrive when they like: they are dealt out at the end.
for (const { page, body } of server.reports) {
  const row = rows.find(({ page: { id } }) => String(id) === page);
  const allowed = row?.page.allow?.csp ?? [];
  if (row && !allowed.some((pattern) => pattern.test(body)))
    (row.faults.csp ??= []).push(`report: ${body.slice(0, 300)}`);
}
rows.sort((a, b) => a.page.id - b.page.id);
const { text, passed, failed } = table(rows);
console.log(text);
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`\n${rows.length} pages, ${COLUMNS.length} columns, ${seconds} s`);
console.log(`${passed} passed, ${failed} failed`);
if (env.TCNS_COUNTS) writeFileSync(env.TCNS_COUNTS, JSON.stringify({ passed, failed }));
exit(failed > 0 ? 1 : 0);
