/** A page with a button that calls `window.print()`: the roster on paper is whole, and no error is thrown. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

let browser: Browser;
let server: RunningServer;
before(async () => ([browser, server] = await Promise.all([launch(), startDemo()])));
after(() => Promise.all([browser.close(), server.close()]));

describe('a page that prints itself', () => {
  it('prints every team of its roster', async () => {
    const { page, close } = await openPage(browser);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.origin}/roster.html`);
    const roster = page.locator('tcns-team-roster').first();
    await roster.locator('[data-row]').first().waitFor();
    const teams = await roster.locator('.team-row').count();
    const printed = await roster.evaluate(
      (element) =>
        new Promise<number>((done) => {
          // Heard after the roster, which was connected before.
          addEventListener('beforeprint', () => {
            done(element.shadowRoot!.querySelectorAll('tbody th[scope=row]').length);
          });
          requestIdleCallback(() => requestIdleCallback(() => print()));
        }),
    );
    assert.ok(teams > 0);
    assert.equal(printed, teams);
    assert.deepEqual(errors, []);
    await close();
  });

  it('keeps no room free on paper', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${server.origin}/article.html`);
    const heights = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('tcns-kpi-card, tcns-coverage-map')].map((widget) => {
          (widget as HTMLElement).style.setProperty(`--${widget.localName}-min-height`, '3000px');
          return [parseFloat(getComputedStyle(widget).minHeight), widget.clientHeight] as const;
        }),
      );
    await page.locator('tcns-kpi-card [part=value]').first().waitFor();
    assert.ok((await heights()).length > 0);
    await page.emulateMedia({ media: 'print' });
    for (const [kept, height] of await heights()) {
      assert.equal(kept, 0);
      assert.ok(height < 3000, `${height} px`);
    }
    await close();
  });
});
