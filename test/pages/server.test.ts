import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { eventually, launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

describe('the demo server, in a browser', () => {
  let browser: Browser;
  let server: RunningServer;
  let root: string;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'tcns-pages-'));
    for (const folder of ['demo/api/v1', 'dist/cdn'])
      mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(
      join(root, 'demo/index.html'),
      '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Trang</title><script src="/cdn/tcns.js"></script>',
    );
    writeFileSync(
      join(root, 'demo/bad.html'),
      '<!doctype html><title>x</title><link rel="icon" href="data:,"><p style="color: red"></p><script>document.title = "ran"</script>',
    );
    writeFileSync(join(root, 'demo/api/v1/vn@2025.json'), '{"version": "1"}');
    writeFileSync(
      join(root, 'dist/cdn/tcns.js'),
      "fetch('/api/v1/vn@2025.json').then((r) => r.json()).then((d) => { document.title = 'version ' + d.version; });",
    );
    [browser, server] = await Promise.all([launch(), startDemo({ root })]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
    rmSync(root, { recursive: true });
  });

  it('serves a page whose script reads the API, without a complaint', async () => {
    const { page, all, close } = await openPage(browser);
    await page.goto(`${server.origin}/`);
    await page.waitForFunction(() => document.title === 'version 1');
    assert.deepEqual(all(), []);
    await close();
  });

  it('lets no inline script or style through, and the test sees it', async () => {
    const { page, complaints, close } = await openPage(browser);
    await page.goto(`${server.origin}/bad.html`);
    assert.equal(await page.title(), 'x');
    for (const directive of ['script-src', 'style-src'])
      await eventually(() =>
        assert.ok(
          complaints.csp.some((text) => text.startsWith(directive)),
          complaints.csp.join('\n'),
        ),
      );
    await close();
  });
});
