/**
 * Every HTML example of the README and of docs/ shows a figure, copied as it stands into a page whose
 * server has the library and the demo's API where the example looks for them.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CATALOGUE } from '../../src/api/widget-catalogue.js';
import { launch, startDemo, type RunningServer } from '../support/browser.js';
import { page as pageOf } from './bare-page.js';

interface Example {
  readonly name: string;
  readonly html: string;
  /** The page's own host: the first that the example names. */
  readonly host: string;
}

/** The HTML blocks of a page of the docs, also those that stand in a list. */
function examplesOf(file: string): Example[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^([ \t]*)```html\b[^\n]*\n([\s\S]*?)^[ \t]*```[ \t]*$/gm)].map(
    ({ index, 2: html = '' }) => ({
      name: `${file}:${text.slice(0, index).split('\n').length}`,
      html,
      host: /https:\/\/[\w.-]+/.exec(html)?.[0] ?? 'https://your.host',
    }),
  );
}

const files = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)];
const examples = files.filter((file) => file.endsWith('.md')).flatMap(examplesOf);

const LOADER = '<script src="/tcns/tcns.js" data-api="/tcns/v1"></script>';
const CARD = '<tcns-kpi-card area="48@2008" indicator="members"></tcns-kpi-card>';

/** Answers of addresses that an example invents, because they are no part of our API. */
const INVENTED: Readonly<Record<string, [type: string, body: string]>> = {
  '/old-api/44': [
    'application/json',
    '{ "ma": "44", "ten": "Quảng Trị", "thang": "2026-06", "so_to": 120 }',
  ],
  '/to.csv': ['text/csv; charset=utf-8', 'Tên xã,TS tổ\nCam Lộ,12\nHiếu Giang,9\n'],
  '/favicon.ico': ['image/x-icon', ''],
};

/** Where the demo's server has what the examples call `/tcns/…`. */
const pathInDemo = (path: string): string =>
  path.replace(/^\/tcns\/v1\//, '/api/v1/').replace(/^\/tcns\//, '/cdn/');

/** The themes of the package, which no server of the demo has. */
const theme = (path: string): string | undefined => /^\/tcns\/(themes\/\w+\.css)$/.exec(path)?.[1];

/** Where a widget shows its figures, and what stands there; a number in `[part~=value]` unless it is said here. */
const FIGURES: Readonly<Record<string, [part: string, text?: RegExp]>> = {
  'tcns-coverage-map': ['[part~=legend]'],
  'tcns-trend': ['[part~=summary]'],
  'tcns-campaign-tracker': ['[part~=card]', /163\.410/],
  'tcns-service-guide': ['[part~=service]', /VNeID/],
  'tcns-team-roster': ['[part~=team], [part~=counts], [part~=finder]'],
};

/** Everything that shows figures itself. */
const WIDGETS = Object.keys(CATALOGUE)
  .filter((name) => name !== 'dashboard')
  .map((name) => `tcns-${name}`)
  .join();

describe('the HTML examples of the README and the docs', () => {
  let browser: Browser;
  let demo: RunningServer;
  before(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  /** A page of the host with an example; the requests of every host go to the demo's server. */
  async function open({
    html,
    host,
  }: Omit<Example, 'name'>): Promise<{ page: Page; notes: string[]; context: BrowserContext }> {
    const context = await browser.newContext({ locale: 'vi-VN' });
    const page = await context.newPage();
    const notes: string[] = [];
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) notes.push(message.text());
    });
    page.on('pageerror', (error) => notes.push(error.message));
    await context.route('**/*', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const invented = INVENTED[decodeURI(pathname)];
      const headers = { 'access-control-allow-origin': '*' };
      const file = theme(pathname);
      if (file) await route.fulfill({ path: file });
      else if (pathname === '/page')
        await route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(html) });
      else if (invented)
        await route.fulfill({ contentType: invented[0], body: invented[1], headers });
      else
        await route.fulfill({
          response: await route.fetch({ url: demo.origin + pathInDemo(pathname) + search }),
        });
    });
    await page.goto(`${host}/page`);
    return { page, notes, context };
  }

  it('are all looked at', () => assert.ok(examples.length >= 27, String(examples.length)));

  for (const { name, html, host } of examples)
    it(`${name} shows a figure in each of its widgets`, async () => {
      const hasWidget = /<tcns-|data-tcns=|embed\.html\?widget=/.test(html);
      const loads = /<script src="[^"]*tcns\.js"/.test(html);
      const { page, notes, context } = await open({
        html: `${loads ? '' : LOADER}${html}${hasWidget ? '' : CARD}`,
        host,
      });
      // The tags of the example, and those that the loader makes of placeholders and links.
      const forms = html.match(/<tcns-(?!dashboard)[\w-]+|data-tcns=|href="[^"]*embed\.html\?/g);
      await page.waitForFunction(
        ([widgets, count]) => document.querySelectorAll(widgets).length >= count,
        [WIDGETS, forms?.length ?? 1] as const,
      );
      for (const frame of page.frames()) {
        await frame.locator(WIDGETS).first().waitFor({ state: 'attached' });
        const tags = await frame
          .locator(WIDGETS)
          .evaluateAll((all) => all.map(({ localName }) => localName));
        for (const [i, tag] of tags.entries()) {
          const nth = tags.slice(0, i).filter((one) => one === tag).length;
          const [part, text = /\d/] = FIGURES[tag] ?? ['[part~=value]'];
          const shown = frame.locator(tag).nth(nth).locator(part).filter({ hasText: text }).first();
          await shown.waitFor().catch(() => {
            assert.fail(`<${tag}> shows no figure: ${notes.join('\n')}`);
          });
        }
      }
      assert.deepEqual(notes, []);
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    });
});
