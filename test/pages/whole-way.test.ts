/**
 * The whole way, from an empty folder: init, fill the cells, build, serve, open a page on those files,
 * change one cell, diff, build again, and the widget on the open page changes within its period.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import ExcelJS from 'exceljs';
import { main } from '../../src/cli/data.js';
import { launch, openPage, startDemo } from '../support/browser.js';

const PERIOD = 15;
const folder = mkdtempSync(join(tmpdir(), 'tcns-way-'));
after(() => rmSync(folder, { recursive: true }));
const [sheet, demo, api] = [join(folder, 'so-lieu.xlsx'), join(folder, 'demo'), join(folder, 'v1')];

async function tool(...args: string[]): Promise<string> {
  const lines: string[] = [];
  const desk = {
    print: (line: string) => lines.push(line),
    report: () => undefined,
    now: Date.now,
  };
  assert.equal(await main(args, desk), 0, lines.join('\n'));
  return lines.join('\n');
}

async function type(cells: Record<string, Record<string, string>>): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(sheet) as never);
  for (const [name, values] of Object.entries(cells))
    for (const [address, value] of Object.entries(values)) {
      const page = book.getWorksheet(name);
      assert.ok(page, name);
      page.getCell(address).value = value;
    }
  await book.xlsx.writeFile(sheet);
}

it('goes from an empty folder to a widget that follows the sheet', async () => {
  await tool('init', '--area', 'Quảng Trị', '--out', sheet);
  await type({
    Nguồn: { A2: 'bc', B2: 'Số liệu minh họa', E2: 'Có' },
    'Số liệu': { A2: 'Tỉnh Quảng Trị', B2: 'Số tổ', C2: 'tháng 8/2026', E2: '1.830' },
  });
  await tool('build', sheet, '--out', api);

  mkdirSync(demo);
  writeFileSync(
    join(demo, 'index.html'),
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng</title><link rel="icon" href="data:,">
     <script src="/cdn/tcns.js" data-api="/api/v1"></script>
     <tcns-kpi-card area="44@2025" indicator="teams" refresh="${PERIOD}">Quảng Trị có 1.830 tổ.</tcns-kpi-card>`,
  );
  const [browser, server] = await Promise.all([launch(), startDemo({ demo, api })]);
  try {
    const { page, all } = await openPage(browser);
    await page.clock.install();
    await page.goto(server.origin);
    const value = page.locator('tcns-kpi-card [part="value"]');
    await value.filter({ hasText: '1.830' }).waitFor();

    await type({ 'Số liệu': { E2: '1.846', N2: 'bổ sung báo cáo của hai xã' } });
    assert.match(
      await tool('diff', sheet, '--out', api),
      /Đính chính Số tổ, tỉnh Quảng Trị, tháng 8\/2026: 1\.830 tổ → 1\.846 tổ \(tăng 16\)/,
    );
    assert.match(await value.innerText(), /1\.830/);
    await tool('build', sheet, '--out', api);

    // One period and the twentieth by which polls are spread.
    await page.clock.runFor(PERIOD * 1050);
    await value.filter({ hasText: '1.846' }).waitFor();
    assert.match(
      await page.locator('tcns-kpi-card [part="card"]').innerText(),
      /Đã đính chính ngày .*: 1\.830 tổ \(bổ sung báo cáo của hai xã\)/,
    );
    assert.deepEqual(all(), []);
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});
