/** An office's usual report, and how a test reads and publishes it. */
import assert from 'node:assert/strict';
import { runDesk } from '../../src/desk/desk.js';
import type { Matching } from '../../src/desk/matching.js';
import { noteText } from '../../src/desk/notes.js';
import { takeIn } from '../../src/desk/read-files.js';
import { rawWorkbook, type RawRow, type RawSheet } from './raw-workbook.js';
import { NOW } from './workbooks.js';
import { observations } from './results.js';

export const AREAS: RawSheet = {
  name: 'Địa bàn',
  rows: [
    ['Mã', 'Tên (*)', 'Loại (*)', 'Trực thuộc'],
    ...['Mẫu Một', 'Mẫu Hai', 'Tổng Mẫu', 'Cộng Mẫu'].map((name): RawRow => ['', name, 'xã', '']),
  ],
};
export const REPORT: RawSheet = {
  name: 'BC T10',
  merges: ['A1:C1', 'A2:F2', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:F5', 'B7:F7', 'A11:B11'],
  rows: [
    ['UBND TỈNH MẪU'],
    ['Số liệu tính đến ngày 15/10/2026'],
    [],
    ['STT', 'Tên xã,\nphường', 'Số tổ CNSCĐ', '', 'Số thành viên tổ', 'Ghi chú'],
    ['', '', 'Cấp xã', 'Cấp thôn'],
    ['A', 'B', '(1)', '(2)', '(3)=(1)+(2)', ''],
    ['I', 'KHU VỰC MỘT'],
    [1, 'Xã Mẫu Một', 1, 12, '1.234', ''],
    [2, 'Xã Tổng Mẫu', 1, 9, 81, 'mới'],
    [3, 'Cộng Mẫu', 1, 7, 'x', ''],
    ['Tổng cộng', '', 3, 28, '1.315'],
    [],
    ['Ghi chú: (x) chưa có số liệu'],
    ['', 'NGƯỜI LẬP BIỂU', '', '', 'GIÁM ĐỐC'],
  ],
};

export async function tablesOf(sheets: readonly RawSheet[]) {
  const { tables, refused } = await takeIn([{ name: 'bc.xlsx', bytes: rawWorkbook(sheets) }]);
  assert.deepEqual(refused, []);
  return tables;
}
export async function build(sheets: readonly RawSheet[], matching: Matching) {
  const result = runDesk({ tables: await tablesOf(sheets), matching, now: NOW });
  const own = result.files.some(({ path }) => path === 'observations/44@2025.json');
  return {
    faults: result.faults.map(noteText),
    warnings: result.warnings.map(noteText).filter((text) => !/chưa có nguồn/.test(text)),
    figures: own
      ? observations(result, 'observations/44@2025').map(
          ({ area, indicator, value }) => `${area} ${indicator} ${value}`,
        )
      : [],
  };
}
export const matched = (
  sheet: NonNullable<Matching['sheets']>[string],
  more: Matching = {},
): Matching => ({
  info: { area: '44@2025', edition: '2025' },
  ...more,
  sheets: { 'Số liệu': { constants: { 'Thời điểm': 'tháng 10/2026' }, ...sheet } },
});
