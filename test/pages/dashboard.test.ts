/** The provincial dashboard: one choice for all, by keyboard, by link, back; charts only when seen. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PROVINCE_FOLDER, provinceFiles } from '../../tools/sample/make-sample-province.ts';
import { launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

const ready = (page: Page) =>
  page.waitForFunction(() =>
    [
      ...document.querySelectorAll('tcns-dashboard tcns-kpi-card, tcns-dashboard tcns-ranking'),
    ].every((widget) => widget.shadowRoot?.querySelector('[part="value"]')),
  );

/** The titles of the widgets that follow the choice. */
const titles = (page: Page) =>
  page
    .locator('tcns-dashboard :is(tcns-kpi-card, tcns-trend) [part="title"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText));

const allSay = (page: Page, name: string) =>
  page.waitForFunction((words) => {
    const widgets = document.querySelectorAll(
      'tcns-dashboard tcns-kpi-card, tcns-dashboard tcns-trend',
    );
    return [...widgets].every((widget) =>
      widget.shadowRoot?.querySelector('[part="title"]')?.textContent?.includes(words),
    );
  }, name);

describe('the provincial dashboard', () => {
  let browser: Browser;
  let server: RunningServer;
  before(async () => {
    [browser, server] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  const open = async (path = 'dashboard.html') => {
    const opened = await openPage(browser, { viewport: { width: 1200, height: 900 } });
    await opened.page.goto(`${server.origin}/${path}`);
    await ready(opened.page);
    return opened;
  };

  it('follows a choice made by keyboard alone, goes back, and goes to the whole province', async () => {
    const { page, all, close } = await open();
    await page.locator('tcns-dashboard svg.map').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('tcns-dashboard svg.map[aria-activedescendant]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('tcns-area=mau'));
    const name = await page
      .locator('tcns-dashboard svg.map [aria-selected="true"]')
      .evaluate((shape) => (shape.getAttribute('aria-label') ?? '').replace(/:.*/, ''));
    await allSay(page, name);
    await page
      .locator('tcns-dashboard [role="status"]')
      .first()
      .filter({ hasText: name })
      .waitFor();
    await page.goBack();
    await allSay(page, 'Tỉnh Mẫu');
    await page.goForward();
    await allSay(page, name);
    await page
      .locator('tcns-dashboard')
      .getByRole('button', { name: 'Tỉnh Mẫu', exact: true })
      .focus();
    await page.keyboard.press('Enter');
    await allSay(page, 'Tỉnh Mẫu');
    await page.waitForURL((url) => !url.search.includes('tcns-area'));
    assert.deepEqual(all(), []);
    await close();
  });

  it('opens a shared link with its choice, in English too', async () => {
    for (const [path, name] of [
      ['dashboard.html', 'Mẫu 3'],
      ['en/dashboard.html', 'Sample 3'],
    ] as const) {
      const { page, all, close } = await open(`${path}?tcns-area=mau03@2025`);
      await allSay(page, name);
      assert.ok((await titles(page)).length >= 5);
      const row = page.locator('tcns-dashboard tcns-ranking button[aria-pressed="true"]');
      assert.match(await row.innerText(), new RegExp(name));
      assert.deepEqual(all(), []);
      await close();
    }
  });

  it('loads Chart.js only when a chart comes into view, and draws it under the policy', async () => {
    const { page, all, close } = await openPage(browser, {
      viewport: { width: 1200, height: 500 },
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.origin}/dashboard.html`);
    await ready(page);
    assert.deepEqual(
      asked.filter((url) => url.includes('chart-canvas')),
      [],
    );
    const trend = page.locator('#theo-thoi-gian tcns-trend').first();
    await trend.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      () =>
        !document
          .querySelector('#theo-thoi-gian tcns-trend')
          ?.shadowRoot?.querySelector('.preview'),
    );
    assert.equal(asked.filter((url) => url.includes('chart-canvas')).length, 1);
    await trend.locator('.plot').focus();
    await page.keyboard.press('End');
    assert.equal(
      await trend.locator('[part="reading"]').innerText(),
      'Tháng 3/2025: hơn 74.000 tổ',
    );
    assert.deepEqual(all(), []);
    await close();
  });

  it('has the made-up province that its tool makes', async () => {
    for (const [path, text] of Object.entries(await provinceFiles())) {
      assert.equal(readFileSync(`${PROVINCE_FOLDER}${path}`, 'utf8'), text, path);
    }
  });
});
