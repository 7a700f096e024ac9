/** Pages made by tcns-prerender: read without JavaScript, taken over with it, without a second request. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { main } from '../../src/cli/prerender.ts';
import {
  launch,
  openPage,
  startDemo,
  watchShifts,
  type RunningServer,
} from '../support/browser.js';

const folder = mkdtempSync(join(tmpdir(), 'tcns-prerendered-'));
const demo = join(folder, 'demo');
let browser: Browser;
let server: RunningServer;

const PAGES = ['article.html', 'en/article.html', 'roster.html', 'map.html'];

before(async () => {
  cpSync('demo', demo, { recursive: true });
  cpSync('demo/assets', join(demo, 'live/assets'), { recursive: true });
  const silent = () => undefined;
  for (const name of PAGES) {
    const out = join(demo, name.includes('/') ? 'en' : '');
    const css = ['--css', join(demo, 'tcns-css'), '--css-url', '/tcns-css'];
    await main([join('demo', name), '--from', 'demo/api/v1', '--out', out, ...css], silent);
    const live = join(demo, 'live', name.includes('/') ? 'en' : '');
    await main(
      [join('demo', name), '--from', 'demo/api/v1', '--out', live, '--live', ...css],
      silent,
    );
  }
  [browser, server] = await Promise.all([launch(), startDemo({ demo })]);
});
after(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the widgets of a page show, wide or narrow, and how high they are. */
const shown = `[...document.querySelectorAll('tcns-kpi-card, tcns-stat, tcns-team-roster')].map((element) => ({
  name: element.localName,
  text: [...(element.shadowRoot?.querySelectorAll('.stat, [part~=title], [part~=value], [part~=counts]') ?? [])]
    .map((part) => part.textContent.replace(/\\s+/g, ' ').trim()).join(' | '),
  height: Math.round(element.getBoundingClientRect().height),
  roots: element.shadowRoot?.querySelectorAll('[part~=root], .stat').length ?? 0,
}))`;
interface Shown {
  name: string;
  text: string;
  height: number;
  roots: number;
}

/** Resolves when every widget has drawn itself in this browser. */
const taken = `Promise.all([...document.querySelectorAll('tcns-kpi-card, tcns-stat, tcns-team-roster')].map(async (element) => {
  await customElements.whenDefined(element.localName);
  await element.updateComplete;
  while (element.shadowRoot.querySelector('link') || element.isUpdatePending) await new Promise(requestAnimationFrame);
}))`;

describe('a page with its figures in the HTML', () => {
  for (const [name, figure] of [
    ['article.html', /45\.895 tổ/],
    ['en/article.html', /45,895 teams/],
    ['roster.html', /Phường An Khê/],
  ] as const) {
    it(`${name} is read without JavaScript, in its styles`, async () => {
      const { page, all, close } = await openPage(browser, { javaScriptEnabled: false });
      await page.goto(`${server.origin}/${name}`);
      const widgets = page.locator('tcns-kpi-card [part~=root], tcns-team-roster [part~=root]');
      assert.ok(await widgets.filter({ hasText: figure }).first().isVisible());
      const box = await page.locator('tcns-kpi-card, tcns-team-roster').first().boundingBox();
      assert.ok((box?.height ?? 0) > 150, 'the styles are there');
      assert.deepEqual(all(), []);
      await close();
    });

    it(`${name} is taken over as it stands: nothing asked, nothing moved, nothing twice`, async () => {
      const { page, all, close } = await openPage(browser);
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/api/')) asked.push(request.url());
      });
      const shifts = await watchShifts(page);
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      // The loader comes at once, the widgets only when the page has been read.
      await page.route(/\/cdn\/(?!tcns\.js)/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${server.origin}/${name}`, { waitUntil: 'load' });
      const first = await page.evaluate<Shown[]>(shown);
      release();
      await page.evaluate(taken);
      const second = await page.evaluate<Shown[]>(shown);
      assert.ok(first.length > 5);
      assert.deepEqual(
        second.map(({ text }) => text),
        first.map(({ text }) => text),
      );
      assert.ok(second.every(({ roots }) => roots === 1));
      assert.deepEqual(asked, []);
      assert.deepEqual(all(), []);
      assert.deepEqual(await shifts(), []);
      await close();
    });
  }

  it('keeps its figures where the API is dead and the documents were left out (--live)', async () => {
    const { page, close } = await openPage(browser);
    const refused = page.waitForEvent('requestfailed', (request) =>
      request.url().includes('/api/'),
    );
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(`${server.origin}/live/article.html`);
    await refused;
    await page.waitForFunction(() => customElements.get('tcns-kpi-card'));
    const cards = await page.evaluate<Shown[]>(shown);
    assert.match(cards.map(({ text }) => text).join(' '), /45\.895 tổ/);
    await close();
  });

  it('shows newer figures with --live', async () => {
    const { page, all, close } = await openPage(browser);
    await page.route('**/api/v1/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const text = readFileSync(join('demo', decodeURIComponent(pathname)), 'utf8');
      await route.fulfill({
        contentType: 'application/json',
        body: text.replaceAll('45895', '45999'),
      });
    });
    await page.goto(`${server.origin}/live/article.html`);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('tcns-kpi-card')].some((card) =>
        card.shadowRoot?.textContent.includes('45.999'),
      ),
    );
    assert.deepEqual(all(), []);
    await close();
  });

  /** The page's own API alone is read; the first map of the page has the figures of another. */
  const MAP = '#bao-bao tcns-coverage-map';

  it('has its map without JavaScript, and the same provinces with it', async () => {
    const quiet = await openPage(browser, { javaScriptEnabled: false });
    await quiet.page.goto(`${server.origin}/map.html`);
    const list = quiet.page.locator(MAP).locator('details.each');
    await list.locator('summary').click();
    assert.ok(await list.locator('li').first().isVisible());
    const names = await list.locator('li').allTextContents();
    assert.deepEqual(names, ['Bắc Giang, Đà Nẵng: 100%', 'Các địa bàn khác: chưa có số liệu']);
    assert.ok(await quiet.page.locator(MAP).locator('[part=legend] svg').first().isVisible());
    await quiet.close();
    const { page, all, close } = await openPage(browser);
    await page.goto(`${server.origin}/map.html`);
    const map = page.locator(MAP);
    await map.locator('[part=map], .picture').first().waitFor();
    await page.waitForFunction(
      (map) => !document.querySelector(map)?.shadowRoot?.querySelector('link'),
      MAP,
    );
    assert.equal(await map.locator('[part=root]').count(), 1);
    assert.deepEqual(all(), []);
    await close();
  });
});
