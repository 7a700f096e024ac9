/** `npm run dev`: the demo made of the sources, and an edit that is seen at once. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDev } from '../../tools/dev.mjs';
import { launch, openPage } from '../support/browser.js';

describe('npm run dev', () => {
  let root: string;
  let browser: Browser;
  let dev: { port: number; close: () => Promise<void> };
  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'tcns-dev-'));
    for (const name of ['src', 'demo', 'package.json', 'tsconfig.json'])
      cpSync(name, join(root, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
    [browser, dev] = await Promise.all([launch(), startDev({ root, port: 0 })]);
  });
  after(async () => {
    await browser.close();
    await dev.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('shows the figures of the demo, and an edited source soon', async (t) => {
    const { page, complaints, close } = await openPage(browser);
    // Where a module fails the loader takes everything in one script: the figures come, but late.
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`http://localhost:${dev.port}/portal.html`);
    const title = page.locator('tcns-kpi-card [part~=title]').first();
    await page.locator('tcns-kpi-card [part~=value]').first().waitFor();
    await title.waitFor();
    const file = join(root, 'src/parts/base/title.ts');
    const edited = readFileSync(file, 'utf8').replace('${title} ${sample', 'XYZ ${title} ${sample');
    const since = performance.now();
    writeFileSync(file, edited);
    // It may take longer than the two seconds that are promised, because other tests may run beside this one.
    await title.filter({ hasText: 'XYZ' }).waitFor();
    t.diagnostic(`an edit is seen after ${Math.round(performance.now() - since)} ms`);
    assert.deepEqual(complaints.errors, []);
    assert.ok(!asked.includes('/cdn/tcns-all.js'), 'a module failed');
    await close();
  });
});
