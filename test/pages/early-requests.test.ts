/**
 * When the loader asks for a widget's document, on pages that come in pieces: as soon as the widget is closed,
 * and never before, because a document may stand between its tags.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, openPage, startDemo, type RunningServer } from '../support/browser.js';
import { page as bare, value } from './bare-page.js';

const DOCUMENT = readFileSync('demo/api/v1/observations/vn@2025.json', 'utf8');
const CARD = '<tcns-kpi-card area="vn" indicator="teams" at="2022-08">';

describe('a page that comes in pieces', () => {
  let browser: Browser;
  let demo: RunningServer;
  before(async () => {
    browser = await launch();
    demo = await startDemo();
  });
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((close) => close()));
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  /** Opens a page of which `first` is there, and `rest` comes when `release` is called. */
  async function openPart(first: string, rest: string) {
    const head = `<script src="${demo.origin}/cdn/tcns.js" data-api="${demo.origin}/api/v1"></script>`;
    const [begin, end] = bare('<!--cut-->', head).split('<!--cut-->') as [string, string];
    let release = (): void => undefined;
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.write(begin + first);
      release = () => response.end(rest + end);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { page, all, close } = await openPage(browser);
    open.push(async () => {
      await close();
      server.close();
      server.closeAllConnections();
    });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      waitUntil: 'commit',
    });
    return { page, asked, all, release: () => release() };
  }

  /** Resolves when the loader has seen all of the page that is there. */
  const seen = (page: Page, selector: string) =>
    page.waitForFunction(
      (selector) =>
        document.querySelector(selector) !== null &&
        (window as { tcns?: { base?: string } }).tcns?.base !== undefined,
      selector,
    );

  for (const [where, first, rest] of [
    ['after the tag', CARD, ''],
    ['after a sentence in it', `${CARD}<p>45.895 tổ</p>`, ''],
    ['in the middle of the JSON', `${CARD}<p>45.895 tổ</p>`, DOCUMENT.slice(0, 500)],
  ] as const) {
    it(`asks nothing for a card with a document between its tags, cut ${where}`, async () => {
      const script = '<script type="application/json">';
      const cut = rest === '' ? '' : script + rest;
      const left = rest === '' ? script + DOCUMENT : DOCUMENT.slice(rest.length);
      const { page, asked, all, release } = await openPart(
        first + cut,
        `${left}</script></tcns-kpi-card><p>Hết.</p>`,
      );
      await seen(page, 'tcns-kpi-card');
      release();
      await value(page).waitFor();
      assert.match((await value(page).textContent()) ?? '', /45\.895/);
      assert.deepEqual(asked, []);
      assert.deepEqual(all(), []);
    });
  }

  it('asks nothing for such a card where the widget is defined already', async () => {
    const script = `<script type="application/json">${DOCUMENT}</script>`;
    const { page, asked, release } = await openPart(
      `${CARD}${script}</tcns-kpi-card><p>Và:</p><tcns-kpi-card id="second" area="vn" indicator="members" at="2022-08">`,
      `${script}</tcns-kpi-card><p>Hết.</p>`,
    );
    await value(page).waitFor();
    await page.waitForFunction(() => document.querySelector('#second:defined'));
    release();
    await page.waitForFunction(() =>
      document.querySelector('#second')?.shadowRoot?.textContent.includes('211.737'),
    );
    assert.deepEqual(asked, []);
  });

  it('asks for the document of a closed card while the rest of the page is on its way', async () => {
    const { page, asked, release } = await openPart(
      `<p>Cả nước: ${CARD}45.895 tổ</tcns-kpi-card></p><p>Bài viết còn dài`,
      '.</p>',
    );
    await value(page).waitFor();
    assert.equal(await page.evaluate(() => document.readyState), 'loading');
    assert.deepEqual(asked, ['/api/v1/observations/vn@2025.json']);
    release();
  });

  it('asks for the document of a card that is the last of the page', async () => {
    const { page, asked, release } = await openPart(`<p>Cả nước:</p>`, `${CARD}</tcns-kpi-card>`);
    release();
    await value(page).waitFor();
    assert.deepEqual(asked, ['/api/v1/observations/vn@2025.json']);
  });
});
