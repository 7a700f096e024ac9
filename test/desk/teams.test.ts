/** Lines of teams and people that look right and are not. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type ExcelJS from 'exceljs';
import { readDocument } from '../../src/api/read-document.js';
import { teamsSchemas } from '../../src/api/all-document-kinds.js';
import { runDesk } from '../../src/desk/desk.js';
import { takeIn } from '../../src/desk/read-files.js';
import { noteText } from '../../src/desk/notes.js';
import { changed } from './results.js';
import { desk, GOOD, lines, NOW, workbook } from './workbooks.js';

const run = async (sheet: string, cells: Record<string, ExcelJS.CellValue>) =>
  desk(await workbook(changed(sheet, cells)));
const teamsOf = (result: Awaited<ReturnType<typeof run>>) =>
  (result.documents['teams/44@2025'] as { teams: Record<string, unknown>[] } | undefined)?.teams;

describe('how many people a team has', () => {
  it('keeps the word of an approximate range', async () => {
    const result = await run('Tổ', { H2: 'hơn 5-8' });
    assert.deepEqual(teamsOf(result)?.[0]?.['members'], { range: [5, 8], approx: '>' });
  });
  it('may be written as officials do', async () => {
    const result = await run('Người trong tổ', { C3: '05' });
    assert.deepEqual(result.faults, []);
  });
  for (const count of ['0912345678', '0912 345 678', 912345678, '0233000', 10_001]) {
    it(`is no phone: ${count}`, async () => {
      for (const [sheet, cell] of [
        ['Người trong tổ', 'C3'],
        ['Tổ', 'H2'],
      ] as const) {
        const { faults, files } = await run(sheet, { [cell]: count });
        const own = faults.filter((fault) => fault.sheet === sheet && fault.cell === cell);
        assert.match(own.map(noteText).join(), /số điện thoại.*Hãy|không phải là số\. Hãy/, sheet);
        assert.deepEqual(files, []);
      }
    });
  }
});

describe('a team', () => {
  it('has a warning for a phone or an e-mail in its note', async () => {
    for (const [note, word] of [
      ['gọi anh 0912 345 678', /ghi chú có số điện thoại/],
      ['mau@example.vn', /ghi chú có thư điện tử/],
    ] as const) {
      const header = 'M2';
      const { warnings } = await run('Tổ', { [header]: note });
      assert.ok(
        warnings.some(({ sheet, message }) => sheet === 'Tổ' && word.test(message)),
        warnings.map(noteText).join(),
      );
    }
  });
  it('is not above itself by way of others: the lines of the ring are named', async () => {
    const typed = {
      ...GOOD,
      Tổ: lines(
        2,
        ['t1', 'Tổ một', 'cấp xã', 'Mẫu Một', '', 't2'],
        ['t2', 'Tổ hai', 'cấp xã', 'Mẫu Một', '', 't3'],
        ['t3', 'Tổ ba', 'cấp xã', 'Mẫu Một', '', 't1'],
        ['t4', 'Tổ bốn', 'cấp thôn', 'Mẫu Một', '', 't1'],
        ['t5', 'Tổ năm', 'cấp thôn', 'Mẫu Một', '', 't4'],
      ),
    };
    const { faults } = await desk(await workbook(typed));
    assert.deepEqual(faults.map(noteText), [
      'Trang tính “Tổ”, ô F2: các tổ ở dòng 2, 3, 4 là cấp trên của nhau thành vòng. Hãy ghi lại tổ cấp trên ở một trong các dòng này, hoặc để trống.',
    ]);
  });
});

describe('a word of approximation', () => {
  for (const value of ['', 'Chưa có'])
    it(`needs a figure, not ${value || 'an empty cell'}`, async () => {
      const { faults } = await run('Số liệu', { D3: 'hơn', E3: value });
      assert.deepEqual(
        faults.map(({ sheet, cell }) => [sheet, cell]),
        [['Số liệu', 'D3']],
      );
      assert.match(faults[0]?.message ?? '', /ghi “hơn” mà chưa ghi số\. Hãy/);
    });
});

describe('a page of a list of teams', () => {
  it('holds two thousand of them, and none is beyond a limit of the widgets', async () => {
    const csv = (name: string, ...content: string[]) => ({
      name,
      bytes: new TextEncoder().encode(content.join('\n')),
    });
    const rows = Array.from({ length: 2100 }, (_, i) => `u${i};Tổ ${i};cấp thôn;Mẫu Một;Thôn ${i}`);
    const { tables } = await takeIn([
      csv('to.csv', 'Mã tổ;Tên tổ;Cấp;Địa bàn;Thôn, tổ dân phố', ...rows),
      csv('dia-ban.csv', 'Mã;Tên;Loại', ';Mẫu Một;xã'),
      csv('thong-tin.csv', 'Mục;Nội dung', 'Địa bàn công bố;44@2025', 'Danh mục hành chính;2025'),
    ]);
    const result = runDesk({ tables, now: NOW });
    assert.deepEqual(result.faults, []);
    const pages = ['teams/44@2025', 'teams/44@2025/2'].map((path) => result.documents[path]);
    assert.deepEqual(
      pages.map((page) => (page?.['teams'] as unknown[]).length),
      [2000, 100],
    );
    for (const page of pages)
      assert.equal(
        (readDocument(teamsSchemas, page).document as { teams?: unknown[] }).teams?.length,
        (page?.['teams'] as unknown[]).length,
      );
  });
});
