/** `adapter="csv"` and `adapter="ckan"` on a tag: the code comes when it is needed, the figure is drawn. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

describe('an adapter on a tag', () => {
  const demo = mkdtempSync(join(tmpdir(), 'tcns-adapters-'));
  let browser: Browser;
  let server: RunningServer;
  before(async () => {
    mkdirSync(join(demo, 'open'));
    writeFileSync(join(demo, 'open/to.csv'), 'Địa bàn;Thời điểm;Số tổ\nHuế;tháng 8/2026;1.045\n');
    const records = [{ _id: 1, ten_tinh: 'Huế', nam: '2026', so_tv: 7300 }];
    writeFileSync(
      join(demo, 'open/ckan.json'),
      JSON.stringify({ success: true, result: { records, total: 1 } }),
    );
    writeFileSync(
      join(demo, 'index.html'),
      `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"><script src="/cdn/tcns.js"></script>
       <tcns-kpi-card id="csv" src="open/to.csv#teams=Số tổ" adapter="csv" area="46@2025" indicator="teams"></tcns-kpi-card>
       <tcns-kpi-card id="ckan" src="open/ckan.json#members=so_tv" adapter="ckan" area="46@2025" indicator="members"></tcns-kpi-card>`,
    );
    [browser, server] = await Promise.all([launch(), startDemo({ demo })]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
    rmSync(demo, { recursive: true });
  });

  it('shows the figures of a CSV file and of a CKAN answer', async () => {
    const { page, all, close } = await openPage(browser);
    await page.goto(server.origin);
    await page.locator('#csv [part="value"]', { hasText: '1.045' }).waitFor();
    await page.locator('#ckan [part="value"]', { hasText: '7.300' }).waitFor();
    assert.match(await page.locator('#csv [part="date"]').innerText(), /tháng 8\/2026/);
    assert.deepEqual(all(), []);
    await close();
  });
});
