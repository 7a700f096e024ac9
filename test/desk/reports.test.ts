/** Tables as offices keep them: titles, two lines of headers, groups, totals, notes, several sheets. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runDesk } from '../../src/desk/desk.js';
import { STANDARD_INDICATORS } from '../../src/desk/indicators.js';
import type { Matching } from '../../src/desk/matching.js';
import { noteText } from '../../src/desk/notes.js';
import { proposeMatching } from '../../src/desk/propose-matching.js';
import { takeIn } from '../../src/desk/read-files.js';
import { keyLike } from '../../src/desk/workbook-context.js';
import { rawWorkbook, type RawRow, type RawSheet } from './raw-workbook.js';
import { NOW } from './workbooks.js';
import { observations } from './results.js';

const AREAS: RawSheet = {
  name: 'Địa bàn',
  rows: [
    ['Mã', 'Tên (*)', 'Loại (*)', 'Trực thuộc'],
    ...['Mẫu Một', 'Mẫu Hai', 'Tổng Mẫu', 'Cộng Mẫu'].map((name): RawRow => ['', name, 'xã', '']),
  ],
};
const REPORT: RawSheet = {
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

async function tablesOf(sheets: readonly RawSheet[]) {
  const { tables, refused } = await takeIn([{ name: 'bc.xlsx', bytes: rawWorkbook(sheets) }]);
  assert.deepEqual(refused, []);
  return tables;
}
async function build(sheets: readonly RawSheet[], matching: Matching) {
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
const matched = (
  sheet: NonNullable<Matching['sheets']>[string],
  more: Matching = {},
): Matching => ({
  info: { area: '44@2025', edition: '2025' },
  ...more,
  sheets: { 'Số liệu': { constants: { 'Thời điểm': 'tháng 10/2026' }, ...sheet } },
});

describe("an office's usual report", () => {
  it('is understood by `match`: its headers of two lines, its date, the indicators', async () => {
    const proposed = proposeMatching(await tablesOf([REPORT, AREAS]), (header) =>
      keyLike(STANDARD_INDICATORS, header),
    );
    assert.deepEqual(proposed.sheets?.['Số liệu'], {
      from: 'BC T10',
      header: 4,
      columns: { 'Địa bàn': 'Tên xã, phường', 'Ghi chú': 'Ghi chú' },
      constants: { 'Thời điểm': 'ngày 15/10/2026' },
      figures: {
        'Số tổ CNSCĐ - Cấp xã': 'teams.commune',
        'Số tổ CNSCĐ - Cấp thôn': 'teams.hamlet',
        'Số thành viên tổ': 'members',
      },
      skip: ['Tổng', 'Cộng', 'Người lập'],
    });
  });
  it('is published as proposed, and what was left out is counted and named', async () => {
    const tables = await tablesOf([REPORT, AREAS]);
    const proposed = proposeMatching(tables, (header) => keyLike(STANDARD_INDICATORS, header));
    const matching = { ...proposed, info: { area: '44@2025', edition: '2025' } };
    const { faults, warnings, figures } = await build([REPORT, AREAS], matching);
    assert.deepEqual(faults, []);
    assert.deepEqual(figures, [
      '44.congmau@2025 members null',
      '44.congmau@2025 teams.commune 1',
      '44.congmau@2025 teams.hamlet 7',
      '44.maumot@2025 members 1234',
      '44.maumot@2025 teams.commune 1',
      '44.maumot@2025 teams.hamlet 12',
      '44.tongmau@2025 members 81',
      '44.tongmau@2025 teams.commune 1',
      '44.tongmau@2025 teams.hamlet 9',
    ]);
    assert.match(
      warnings.join('\n'),
      /không đọc 5 dòng\. dòng đánh số cột: 6; dòng không có số liệu: 7 “KHU VỰC MỘT”; dòng tổng hoặc chữ ký: 11 “Tổng cộng”; phần dưới bảng: 13 “Ghi chú: .*”, 14 “NGƯỜI LẬP BIỂU”/,
    );
  });
});

describe('an own table', () => {
  const columns = { 'Địa bàn': 'Tên xã' };
  const table = (...rows: RawRow[]): RawSheet => ({ name: 'BC', rows });
  it('keeps columns apart that differ only in brackets', async () => {
    const sheet = table(
      ['Tên xã', 'Số tổ (tổng)', 'Số tổ (mới)'],
      ['Mẫu Một', '', 3],
      ['Mẫu Hai', 9, 2],
    );
    const { figures } = await build(
      [sheet, AREAS],
      matched({ columns, figures: { 'Số tổ (tổng)': 'teams' } }),
    );
    assert.deepEqual(figures, ['44.mauhai@2025 teams 9']);
    const { faults } = await build(
      [sheet, AREAS],
      matched({ columns, figures: { 'Số tổ': 'teams' } }),
    );
    assert.match(faults.join(), /nói đến cột “Số tổ”, mà có 2 cột như vậy: B1, C1/);
  });
  it('does not read hidden lines and columns, and says so', async () => {
    const sheet: RawSheet = {
      ...table(
        ['Tên xã', 'Số tổ', 'Ước'],
        ['Mẫu Một', 3, 9],
        ['Mẫu Một', 99, 9],
        ['Mẫu Hai', 4, 9],
      ),
      hiddenLines: [3],
      hiddenColumns: [3],
    };
    const { faults, warnings, figures } = await build(
      [sheet, AREAS],
      matched({ columns, figures: { 'Số tổ': 'teams' } }),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(figures, ['44.mauhai@2025 teams 4', '44.maumot@2025 teams 3']);
    assert.match(warnings.join('\n'), /không đọc 1 dòng đang ẩn: 3\./);
    assert.match(warnings.join('\n'), /không đọc 1 cột đang ẩn: C “Ước”/);
  });
  it('has one fault a line, not one a column', async () => {
    const sheet = table(
      ['Tên xã', 'Số tổ', 'Số người'],
      ['Không Đâu', 3, 9],
      ['Mẫu Hai', 4, 8],
      ['Mẫu Hai', 5, 9],
    );
    const { faults } = await build(
      [sheet, AREAS],
      matched({ columns, figures: { 'Số tổ': 'teams', 'Số người': 'members' } }),
    );
    assert.equal(faults.length, 2, faults.join('\n'));
    assert.match(faults.join('\n'), /ô A2: .*“Không Đâu”[^]*mâu thuẫn với dòng 3/);
  });
  it('has an indicator that is none said once, at its header', async () => {
    const sheet = table(['Tên xã', 'Số tổ'], ['Mẫu Một', 3], ['Mẫu Hai', 4]);
    const { faults } = await build(
      [sheet, AREAS],
      matched({ columns, figures: { 'Số tổ': 'tems' } }),
    );
    assert.deepEqual(faults.length, 1);
    assert.match(faults.join(), /ô B1: không có chỉ số “tems”/);
  });
  it('asks which of two columns holds the date', async () => {
    const sheet = table(['Tên xã', 'Kỳ', 'Thời gian', 'Số tổ'], ['Mẫu Một', '8/2026', '9/2026', 3]);
    const { faults } = await build(
      [sheet, AREAS],
      matched({ columns, figures: { 'Số tổ': 'teams' } }),
    );
    assert.match(faults.join(), /có 2 cột đều có thể là “Thời điểm”: B1 “Kỳ”, C1 “Thời gian”/);
  });
});

describe('several sheets of one form', () => {
  const sheet = (name: string, ...rows: RawRow[]): RawSheet => ({
    name,
    rows: [['BÁO CÁO'], ['STT', 'Tên xã', 'Số tổ'], ...rows],
  });
  const sheets = [sheet('Huyện A', [1, 'Mẫu Một', 3]), sheet('Huyện B', [1, 'Mẫu Hai', 5]), AREAS];
  const match = { columns: { 'Địa bàn': 'Tên xã' }, figures: { 'Số tổ': 'teams' } };
  it('are all read where the matching names them', async () => {
    const from = ['Huyện A', 'Huyện B'];
    const { faults, figures } = await build(sheets, matched({ ...match, from }));
    assert.deepEqual(faults, []);
    assert.deepEqual(figures, ['44.mauhai@2025 teams 5', '44.maumot@2025 teams 3']);
  });
  it('are a fault where one is not named, and none where it is to be left', async () => {
    const one = matched({ ...match, from: 'Huyện A' });
    const { faults } = await build(sheets, one);
    assert.match(
      faults.join(),
      /“Huyện B”: trang tính này có cùng tiêu đề với “Huyện A”.*"from": \["Huyện A", "Huyện B"\]/,
    );
    const left = await build(sheets, { ...one, ignore: ['Huyện B'] });
    assert.deepEqual(left.faults, []);
    assert.deepEqual(left.figures, ['44.maumot@2025 teams 3']);
  });
  it('are all named by the proposed matching', async () => {
    const proposed = proposeMatching(await tablesOf(sheets), () => 'teams');
    assert.deepEqual(proposed.sheets?.['Số liệu']?.from, ['Huyện A', 'Huyện B']);
  });
});
