/** What holds for every page of the demo; the pages are those that the index links. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createServer as createDemoServer } from '../../tools/serve.mjs';
import {
  axe,
  launch,
  openPage,
  startDemo,
  watchShifts,
  widthTaken,
  type RunningServer,
} from '../support/browser.js';

const DEMO = new URL('../../demo/', import.meta.url);
const WIDTHS = [1200, 360];
const NARROWEST = 180;

/** All pages but `scratch…`, which is nobody's business. */
const files = readdirSync(DEMO, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html') && !/(^|\/)scratch/.test(file))
  .sort();
/** Desk and builder show widgets of what is chosen there: test/pages/desk.test.ts, builder.test.ts. */
const withWidgets = files.filter((file) => !/(desk|builder)\.html$/.test(file));

/** Every widget has its figure, every map is drawn, and the page has come to rest. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll(':is(h1, p, div, section, li) > *')]
      .filter(({ localName }) => /^tcns-(?!dashboard|service-guide)/.test(localName))
      .every((widget) =>
        widget.shadowRoot?.querySelector('[part="value"], [part="footer"], [part="date"]'),
      ),
  );
  await page.waitForTimeout(100);
}

/** Groups in which a card or a map is higher than the room kept free for it. */
const crowded = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    document.querySelectorAll('[class*="room-"]').forEach((group) => {
      group.querySelectorAll('tcns-kpi-card, tcns-coverage-map').forEach((card) => {
        const kept = parseFloat(
          getComputedStyle(card).getPropertyValue(`--${card.localName}-min-height`),
        );
        const taken = card.getBoundingClientRect().height;
        if (taken > kept + 0.5) found.push(`${group.className}: ${taken} px, kept ${kept} px`);
      });
    });
    return [...new Set(found)];
  });

/** The widgets of a part of a page, with what says which figures they show. */
const widgetsIn = (root: Element) =>
  [...root.querySelectorAll('tcns-coverage-map, tcns-kpi-card, tcns-stat')].map((widget) =>
    [
      widget.localName,
      ...[...widget.attributes]
        .filter(({ name }) => !/^(heading-level|style|class|lang)$/.test(name))
        .map(({ name, value }) => `${name}=${value.replace(/^http:\/\/[^/]+/, '')}`),
    ]
      .sort()
      .join(' '),
  );

/** The figures as they stand on the screen; of a map, the sentence over it and its legend. */
const figures = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('tcns-kpi-card, tcns-stat, tcns-coverage-map')].map((widget) =>
      [
        ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(
          '[part="value"], .summary, [part="legend"]',
        ) ?? []),
      ]
        .map((part) => part.innerText.trim())
        .join(' '),
    ),
  );

/** The demo behind one address, its API a server of its own that can really be stopped. */
async function startWithApi() {
  const api = await startDemo();
  const pages = createDemoServer();
  const front = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith('/api/')) return void pages.emit('request', incoming, outgoing);
    request(api.origin + incoming.url, { headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    })
      .on('error', () => outgoing.destroy())
      .end();
  });
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    stopApi: api.close,
    close: () =>
      new Promise<void>((closed) => {
        front.close(() => closed());
        front.closeAllConnections();
      }),
  };
}

describe('every page of the demo', () => {
  let browser: Browser;
  let server: RunningServer;

  before(async () => {
    [browser, server] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  it('is linked by the index, and every link of the index leads somewhere', async () => {
    const { page, all, close } = await openPage(browser);
    await page.goto(`${server.origin}/`);
    const links = await page
      .locator('a[href]')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    const linked = links.map((link) => new URL(link).pathname.slice(1));
    const others = files.filter((file) => file !== 'index.html');
    assert.deepEqual(
      others.filter((file) => !linked.includes(file)),
      [],
      'pages that the index does not link',
    );
    for (const link of new Set(links)) assert.equal((await fetch(link)).status, 200, link);
    const documents = readdirSync(new URL('api/v1/', DEMO), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.json'));
    assert.deepEqual(
      documents.filter((file) => !linked.includes(`api/v1/${file}`)),
      [],
      'documents that the index does not link',
    );
    assert.deepEqual(all(), []);
    await close();
  });

  for (const file of ['index.html', 'en/index.html']) {
    it(`${file}: opens with a map, a card and a sentence that have figures, each with its code`, async () => {
      const { page, all, close } = await openPage(browser);
      await page.goto(`${server.origin}/${file}`);
      await ready(page);
      const coloured = await page.evaluate(() => {
        const map = document.querySelector('tcns-coverage-map')?.shadowRoot;
        return map?.querySelectorAll('[part="area"]:not(.none), path[data-id]').length ?? 0;
      });
      assert.ok(coloured >= 30, `${coloured} areas`);
      // Pasted into an empty page, each code makes the widget that stands beside it.
      const paper = await openPage(browser, { javaScriptEnabled: false });
      const shows = await page.locator('figure.show').all();
      assert.equal(shows.length, 3);
      for (const show of shows) {
        const live = await show.locator('.live').evaluate(widgetsIn);
        await paper.page.setContent(await show.locator('code').innerText());
        assert.ok(live.length > 0);
        assert.deepEqual(await paper.page.locator('body').evaluate(widgetsIn), live);
        const script = await paper.page.locator('script').getAttribute('src');
        assert.equal((await fetch(script ?? '')).status, 200);
      }
      await paper.close();
      const button = page.locator('[data-copy]').first();
      await button.click();
      await page.waitForFunction(
        (before) => document.querySelector('[data-copy]')?.textContent !== before,
        file.startsWith('en/') ? 'Copy the code' : 'Sao chép mã',
      );
      assert.deepEqual(all(), []);
      await close();
    });
  }

  for (const file of files) {
    const language = file.startsWith('en/') ? 'en' : 'vi';

    for (const width of WIDTHS) {
      it(`${file} at ${width} px: no complaint, nothing moves, nothing sticks out`, async () => {
        const { page, all, close } = await openPage(browser, { viewport: { width, height: 900 } });
        const shifts = await watchShifts(page);
        await page.goto(`${server.origin}/${file}`);
        await ready(page);
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        assert.deepEqual(
          await crowded(page),
          [],
          'raise the height in demo/assets/room.css or map.css',
        );
        // what is further down moves nothing either
        await page.mouse.wheel(0, 20_000);
        await page.waitForTimeout(200);
        assert.deepEqual(await shifts(), []);
        for (const wide of [width, NARROWEST]) {
          const taken = await widthTaken(page, wide);
          assert.ok(taken <= wide, `${taken} px wide in a window of ${wide} px`);
        }
        assert.deepEqual(all(), []);
        await close();
      });
    }

    for (const theme of ['light', 'dark']) {
      it(`${file}, ${theme}: axe finds nothing`, async () => {
        const { page, all, close } = await openPage(browser, {
          viewport: { width: theme === 'dark' ? 360 : 1200, height: 900 },
        });
        await page.goto(`${server.origin}/${file}${theme === 'dark' ? '?theme=dark' : ''}`);
        await ready(page);
        const { violations } = await axe(page).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`),
          [],
        );
        assert.deepEqual(all(), []);
        await close();
      });
    }

    it(`${file}: its switch makes it dark, and links and address keep it so`, async () => {
      const { page, close } = await openPage(browser);
      await page.goto(`${server.origin}/${file}`);
      await ready(page);
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      const toggle = page.locator('button.theme');
      await toggle.click();
      assert.equal(await toggle.getAttribute('aria-pressed'), 'true');
      assert.notEqual(await background(), light);
      assert.match(page.url(), /\?theme=dark$/);
      const carried = await page.evaluate(() =>
        [...document.querySelectorAll('a[href*=".html"]')].every((link) =>
          link.matches('[href*="theme=dark"]'),
        ),
      );
      assert.ok(carried, 'every link to a page carries the theme');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('tcns-kpi-card, tcns-coverage-map')].every((card) =>
          card.shadowRoot?.querySelector('.dark'),
        ),
      );
      await toggle.click();
      assert.equal(await background(), light);
      await close();
    });
  }

  for (const file of withWidgets) {
    it(`${file}: keeps its figures, and says how old they are, when the API is gone`, async () => {
      const demo = await startWithApi();
      const { page, complaints, close } = await openPage(browser);
      await page.goto(`${demo.origin}/${file}`);
      await ready(page);
      const before = await figures(page);
      assert.ok(before.every(Boolean));
      // long enough for the copies to be stored
      await page.waitForTimeout(500);
      await demo.stopApi();
      // as after the five minutes that the browser's own cache may answer
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.clearBrowserCache');
      await page.reload();
      await ready(page);
      await page.waitForFunction(() =>
        [
          ...document.querySelectorAll(
            // A page that polls says so past twice its period only.
            'tcns-kpi-card, tcns-coverage-map, tcns-team-roster, tcns-campaign-tracker:not([refresh], [view="headline"])',
          ),
        ].every((card) => card.shadowRoot?.querySelector('[part="stale"]')),
      );
      assert.deepEqual(await figures(page), before);
      const sentences = await page.locator('[part="stale"]').allInnerTexts();
      assert.ok(sentences.length > 0 || file.endsWith('live.html'));
      for (const sentence of sentences.slice(0, 1))
        assert.match(
          sentence,
          file.startsWith('en/')
            ? /^Could not update\. Showing data loaded at \d\d:\d\d on /
            : /^Chưa cập nhật được\. Đang hiển thị số liệu tải lúc \d\d:\d\d ngày \d\d\/\d+\/\d{4}\./,
        );
      assert.deepEqual(complaints.errors, []);
      assert.deepEqual(complaints.csp, []);
      await close();
      await demo.close();
    });

    it(`${file}: without JavaScript the figures stand there in words`, async () => {
      const { page, close } = await openPage(browser, { javaScriptEnabled: false });
      await page.goto(`${server.origin}/${file}`);
      const empty = await page
        .locator('tcns-kpi-card, tcns-stat, tcns-coverage-map')
        .evaluateAll(
          (widgets) => widgets.filter((w) => !/\d/.test((w as HTMLElement).innerText)).length,
        );
      assert.equal(empty, 0);
      await close();
    });
  }
});
