/** Code that could not be loaded once (a line that broke): the reader hears of it, and the next need tries again. */
import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  eventually,
  launch,
  openPage,
  startDemo,
  startHost,
  type RunningServer,
} from '../support/browser.js';
import { page, value } from './bare-page.js';

const SENTENCE = 'Chưa mở được phần này. Hãy thử lại.';

describe('code that could not be loaded', () => {
  let browser: Browser;
  let demo: RunningServer;
  before(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), demo.close()]);
  });

  /** Chromium before 156 remembers that a module failed, and asks no second time (whatwg/html, pull request 10327). */
  const remembers = (t: TestContext): boolean => {
    const isOld = Number(browser.version().split('.')[0]) < 156;
    if (isOld) t.skip('this browser remembers modules that failed');
    return isOld;
  };

  /** A page on which the chunks of a name fail until the line is mended. */
  async function broken(body: string, chunks: RegExp) {
    const host = await startHost({
      '/': page(
        body,
        `<script src="${demo.origin}/cdn/tcns.js" data-api="${demo.origin}/api/v1"></script>`,
      ),
    });
    const opened = await openPage(browser);
    let isBroken = true;
    let refused = 0;
    await opened.page.route(chunks, (route) => {
      if (!isBroken) return route.continue();
      refused++;
      return route.abort('internetdisconnected');
    });
    await opened.page.goto(host.origin);
    return {
      on: opened.page,
      errors: opened.complaints.errors,
      wasRefused: () => eventually(() => assert.ok(refused > 0)),
      mend: () => (isBroken = false),
      done: async () => {
        await opened.close();
        await host.close();
      },
    };
  }

  const choose = async (on: Page, tag: string, label: string): Promise<void> => {
    await on.locator(`${tag} [part="menu-button"]`).click();
    await on.locator(`${tag} [part="menu"] button`, { hasText: label }).click();
  };

  it('is asked for by the same choice of the menu again, and the reader hears of it', async (t) => {
    if (remembers(t)) return;
    const CARD = 'tcns-kpi-card';
    const { on, errors, mend, done } = await broken(
      '<tcns-kpi-card area="48@2008" indicator="members">a</tcns-kpi-card>',
      /\/chunks\/table-/,
    );
    await value(on).waitFor();
    const alert = on.locator(`${CARD} [role="alert"]`);
    await choose(on, CARD, 'Tải số liệu');
    await alert.waitFor();
    assert.equal(await alert.innerText(), SENTENCE);
    await choose(on, CARD, 'Xem dưới dạng bảng');
    await alert.waitFor();
    mend();
    await choose(on, CARD, 'Quay lại thẻ');
    await choose(on, CARD, 'Xem dưới dạng bảng');
    await on.locator(`${CARD} table`).first().waitFor();
    const saved = on.waitForEvent('download');
    await choose(on, CARD, 'Tải số liệu');
    assert.match((await saved).suggestedFilename(), /\.csv$/);
    assert.equal(await alert.count(), 0);
    assert.deepEqual(errors, []);
    await done();
  });

  it('draws a chart once the line is back, whose plain line stood there until then', async (t) => {
    if (remembers(t)) return;
    const { on, errors, wasRefused, mend, done } = await broken(
      '<tcns-trend area="vn@2025" indicator="teams">a</tcns-trend>',
      /\/chunks\/chart-canvas-/,
    );
    await on.locator('tcns-trend .plot svg.preview').first().waitFor();
    await wasRefused();
    mend();
    // The refusal may reach the widget after the line is back, which is then said again.
    await eventually(async () => {
      await on.evaluate(() => dispatchEvent(new Event('online')));
      assert.equal(await on.locator('tcns-trend .plot svg.preview').count(), 0);
    });
    assert.deepEqual(errors, []);
    await done();
  });

  it('draws a QR code when it is opened again', async (t) => {
    if (remembers(t)) return;
    const { on, errors, mend, done } = await broken(
      '<tcns-service-guide area="468@2008">a</tcns-service-guide>',
      /\/chunks\/qr-/,
    );
    const button = on
      .locator('tcns-service-guide button[aria-expanded]', { hasText: 'QR' })
      .first();
    await button.click();
    const alert = on.locator('tcns-service-guide [role="alert"]');
    await alert.waitFor();
    assert.equal(await alert.innerText(), SENTENCE);
    mend();
    await button.click();
    await button.click();
    await on.locator('tcns-service-guide .qr svg').first().waitFor();
    assert.equal(await alert.count(), 0);
    assert.deepEqual(errors, []);
    await done();
  });
});
