/** The desk page: a workbook dropped, its faults by cell, both versions side by side, one zip. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page, Request } from 'playwright-core';
import { officialAreasIn } from '../../src/desk/gazetteer.js';
import { desk, GOOD, lines, workbook, type Typed } from '../desk/workbooks.js';
import { axe, launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = async (typed: Typed) => ({
  name: 'so-lieu.xlsx',
  mimeType: XLSX,
  buffer: Buffer.from(await workbook(typed)),
});
const MENDED: Typed = {
  ...GOOD,
  'Số liệu': { ...GOOD['Số liệu'], E3: '125', N3: 'cộng thiếu một xã' },
};

/** Drops a file on the page, as from a folder beside it. */
async function drop(
  page: Page,
  { name, mimeType, buffer }: Awaited<ReturnType<typeof file>>,
): Promise<void> {
  const data = await page.evaluateHandle(
    ([text, fileName, type]) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      transfer.items.add(new File([bytes], fileName, { type }));
      return transfer;
    },
    [buffer.toString('base64'), name, mimeType] as const,
  );
  await page.dispatchEvent('#desk-drop', 'drop', { dataTransfer: data });
  await page.waitForSelector('#desk-result:not([hidden])');
}

describe('the desk page', () => {
  let browser: Browser;
  let server: RunningServer;
  let api: string;
  before(async () => {
    api = mkdtempSync(join(tmpdir(), 'tcns-desk-'));
    for (const { path, text } of (await desk(await workbook(GOOD))).files) {
      mkdirSync(dirname(join(api, path)), { recursive: true });
      writeFileSync(join(api, path), text);
    }
    [browser, server] = await Promise.all([launch(), startDemo({ api })]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
    rmSync(api, { recursive: true });
  });
  const open = async (path = 'desk.html') => {
    const opened = await openPage(browser, {
      acceptDownloads: true,
      viewport: { width: 1200, height: 900 },
    });
    await opened.page.goto(`${server.origin}/${path}`);
    return opened;
  };

  it('speaks English on its English page; what is Vietnamese there says so', async () => {
    const { page, all, close } = await open('en/desk.html');
    await page.fill('#desk-published', '');
    await drop(page, await file(GOOD));
    assert.match(
      (await page.textContent('#desk-status')) ?? '',
      /^No mistakes; reminders: \d+; changes from what is published: \d+\.$/,
    );
    assert.match(await page.innerText('#desk-preview'), /Not published yet\.[\s\S]*New/);
    await drop(page, await file({ ...GOOD, 'Số liệu': { ...GOOD['Số liệu'], E3: '1,5x' } }));
    assert.match((await page.textContent('#desk-status')) ?? '', /^Mistakes to mend: \d+; rem/);
    // Names of areas and sheets stay what they are in options and in the box of files.
    const unsaid = await page.evaluate(() => {
      const found: string[] = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const text = walk.currentNode.textContent?.trim() ?? '';
        const parent = walk.currentNode.parentElement;
        if (
          /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựđ]/.test(text) &&
          !parent?.closest('[lang="vi"], option, [id^="desk-preview"]')
        )
          found.push(text);
      }
      return found;
    });
    assert.deepEqual(unsaid, []);
    const { violations } = await axe(page).include('#main').analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`),
      [],
    );
    assert.deepEqual(all(), []);
    await close();
  });

  it('makes borders of an office in its worker, and asks for the zone where the file names none', async () => {
    const { page, all, close } = await open();
    const codes = Object.keys(officialAreasIn('44@2025'));
    const collection = (at: (i: number) => [number, number], size: number) => ({
      type: 'FeatureCollection',
      features: codes.map((id, i) => {
        const [x, y] = at(i);
        const ring = [
          [x, y],
          [x + size, y],
          [x + size, y + size],
          [x, y],
        ];
        return {
          type: 'Feature',
          properties: { MaXa: id.slice(0, 5) },
          geometry: { type: 'Polygon', coordinates: [ring] },
        };
      }),
    });
    const put = (content: object) =>
      page.setInputFiles('#borders-files', {
        name: 'xa.geojson',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(content)),
      });
    await page.selectOption('#desk-area', '44@2025');
    await put(
      collection((i) => [410_000 + (i % 9) * 2000, 1_847_000 + Math.floor(i / 9) * 2000], 1900),
    );
    await page.waitForSelector('#borders-result:not([hidden])');
    const said = (await page.textContent('#borders-lines')) ?? '';
    assert.match(said, /Lỗi\. Tọa độ là mét .*“Hệ tọa độ: 107-30”/);
    assert.doesNotMatch(said, /--[a-z]|[\ue000-\ue002]/);
    assert.equal(await page.isHidden('#borders-save'), true);
    await page.fill('#borders-source', 'Sở Mẫu');
    await page.click('#borders-lines button:has-text("107-30")');
    await page.waitForSelector('#borders-save:not([hidden])');
    assert.equal(await page.inputValue('#borders-zone'), '107-30');
    assert.match((await page.textContent('#borders-lines')) ?? '', /MaXa: 78\/78/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('#borders-download'),
    ]);
    assert.equal(download.suggestedFilename(), '44@2025.json');
    const made = JSON.parse(readFileSync(await download.path(), 'utf8')) as { properties: unknown };
    assert.deepEqual(made.properties, { area: '44@2025', source: { title: 'Sở Mẫu' } });
    const { violations } = await axe(page).include('#main').analyze();
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    assert.deepEqual(all(), []);
    await close();
  });

  it('names every fault by its cell, and offers nothing to publish', async () => {
    const { page, all, close } = await open();
    await drop(
      page,
      await file({ ...GOOD, 'Số liệu': { ...GOOD['Số liệu'], E3: 'nhiều', C4: '31/02/2026' } }),
    );
    assert.match((await page.textContent('#desk-status')) ?? '', /^2 lỗi cần sửa/);
    const rows = await page.locator('#desk-faults tbody tr').allInnerTexts();
    assert.deepEqual(
      rows.map((row) => row.split('\t').slice(0, 2)),
      [
        ['Số liệu', 'E3'],
        ['Số liệu', 'C4'],
      ],
    );
    assert.equal(await page.locator('#desk-download').isVisible(), false);
    assert.deepEqual(all(), []);
    await close();
  });

  it('shows the new figures beside the published ones, and says what changes', async () => {
    const { page, all, close } = await open();
    await drop(page, await file(MENDED));
    assert.match(
      await page.innerText('#desk-changes'),
      /Đính chính Số tổ, tỉnh Quảng Trị, tháng 8\/2026: 120 tổ → 125 tổ/,
    );
    const cards = page.locator('section[aria-label="Số tổ"] tcns-kpi-card');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#desk-preview tcns-kpi-card')].every((card) =>
        card.shadowRoot?.querySelector('[part="value"]'),
      ),
    );
    assert.match(await cards.nth(0).locator('[part="card"]').innerText(), /120/);
    assert.match(
      await cards.nth(1).locator('[part="card"]').innerText(),
      /125[\s\S]*Đã đính chính ngày/,
    );
    const { violations } = await axe(page).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`),
      [],
    );
    assert.deepEqual(all(), []);
    await close();
  });

  it('gives one zip that holds what the command line would write', async () => {
    const { page, close } = await open();
    await drop(page, await file(MENDED));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('#desk-download'),
    ]);
    assert.equal(download.suggestedFilename(), 'v1.zip');
    const files = unzipSync(readFileSync(await download.path()));
    const document = JSON.parse(
      strFromU8(files['v1/observations/44@2025.json'] ?? new Uint8Array()),
    ) as { observations: { value: number }[] };
    assert.ok(document.observations.some(({ value }) => value === 125));
    // What did not change has its published bytes.
    assert.equal(
      strFromU8(files['v1/services/44@2025.json'] ?? new Uint8Array()),
      readFileSync(join(api, 'services/44@2025.json'), 'utf8'),
    );
    assert.match(
      await page.innerText('#desk-download-section'),
      /3 tệp mới hoặc thay đổi.*Không xóa/,
    );
    await close();
  });

  it('sends nothing away: of the API only the published bundle is fetched', async () => {
    const { page, close } = await open();
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    await drop(page, await file(MENDED));
    const addresses = asked.map((request) => new URL(request.url()));
    // The page's own files, its icon among them, may come in any idle moment.
    assert.deepEqual(
      asked
        .filter((request, i) => request.method() !== 'GET' || addresses[i]?.search !== '')
        .map((request) => request.url()),
      [],
    );
    assert.deepEqual(
      addresses.map(({ origin }) => origin).filter((origin) => origin !== server.origin),
      [],
    );
    assert.deepEqual(
      [...new Set(addresses.map(({ pathname }) => pathname))].filter(
        (path) => !/^\/(cdn|assets)\//.test(path),
      ),
      ['/api/v1/bundle.json'],
    );
    await close();
  });

  it('makes the template of a chosen province, which it takes back', async () => {
    const { page, all, close } = await open();
    await page.selectOption('#desk-edition', '2008');
    await page.selectOption('#desk-area', { label: 'tỉnh Bình Phước' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('#desk-template'),
    ]);
    assert.equal(download.suggestedFilename(), 'so-lieu-70.xlsx');
    await page.setInputFiles(
      '#desk-files',
      await download
        .path()
        .then((path) => ({ name: 'x.xlsx', mimeType: XLSX, buffer: readFileSync(path) })),
    );
    await page.waitForSelector('#desk-result:not([hidden])');
    assert.match((await page.textContent('#desk-status')) ?? '', /^Không có lỗi/);
    assert.deepEqual(all(), []);
    await close();
  });

  it('works by keyboard alone', async () => {
    const { page, close } = await open();
    await page.focus('#desk-template');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'desk-files');
    const chosen = page.waitForEvent('filechooser');
    await page.evaluate(() => undefined); // the browser has heard by now that it is waited for
    await page.keyboard.press('Space');
    const chooser = await chosen;
    await chooser.setFiles(await file(MENDED));
    await page.waitForSelector('#desk-result:not([hidden])');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'desk-result');
    await close();
  });

  it('stays awake while a large sheet is read', async () => {
    const { page, close } = await open();
    const rows = Array.from({ length: 8000 }, (_, i) => `u${i};Tổ ${i};cấp thôn;Mẫu Một;Thôn ${i}`);
    const csv = (name: string, ...content: string[]) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(content.join('\n')),
    });
    const began = performance.now();
    await page.evaluate(() => {
      let last = performance.now();
      Object.assign(window, { longest: 0 });
      setInterval(() => {
        const now = performance.now();
        const seen = window as unknown as { longest: number };
        seen.longest = Math.max(seen.longest, now - last);
        last = now;
      }, 10);
    });
    await page.setInputFiles('#desk-files', [
      csv('to.csv', 'Mã tổ;Tên tổ;Cấp;Địa bàn;Thôn, tổ dân phố', ...rows),
      csv('dia-ban.csv', 'Mã;Tên;Loại', ';Mẫu Một;xã'),
      csv('thong-tin.csv', 'Mục;Nội dung', 'Địa bàn công bố;44@2025', 'Đơn vị hành chính;2025'),
    ]);
    await page.waitForSelector('#desk-result:not([hidden])');
    assert.match(await page.innerText('#desk-changes'), /Thêm 8\.000 tổ/);
    const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
    // On the page itself nearly all of the time would be one task. A busy machine takes the page's turns, too.
    const all = performance.now() - began;
    assert.ok(
      longest < Math.max(1000, all / 3),
      `the page stood still for ${Math.round(longest)} of ${Math.round(all)} ms`,
    );
    await close();
  });

  it('fits 360 px with its results open', async () => {
    const { page, close } = await open();
    await page.setViewportSize({ width: 360, height: 800 });
    await drop(
      page,
      await file({
        ...MENDED,
        'Người trong tổ': lines(2, ['t1', 'Tổ trưởng', '', '', 'Hoàng Thị Mẫu']),
      }),
    );
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    await close();
  });
});
