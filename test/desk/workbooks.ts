/** Workbooks for the tests, typed into the real template as a clerk would. */
import ExcelJS from 'exceljs';
import { runDesk, type DeskInput, type DeskResult } from '../../src/desk/desk.js';
import { takeIn } from '../../src/desk/read-files.js';
import { templateXlsx } from '../../src/desk/xlsx-write.js';

/** What is typed, by address: `{ 'Số liệu': { A2: 'Mẫu Một', E2: '45.895' } }`. */
export type Typed = Readonly<Record<string, Readonly<Record<string, ExcelJS.CellValue>>>>;

/** 22/11/2026, 08:00 in Viet Nam. */
export const NOW = Date.UTC(2026, 10, 22, 1);

/** Templates by area and edition: to write one takes longer than all that a test does with it. */
const templates = new Map<string, Promise<Uint8Array>>();
function template(area: string, edition: string | undefined): Promise<Uint8Array> {
  const key = `${area} ${edition}`;
  const made = templates.get(key) ?? templateXlsx(area, new Date(NOW), edition);
  templates.set(key, made);
  return made;
}

/** The template with what is typed; `change` may do what only Excel does (formats, merges). */
export async function workbook(
  typed: Typed,
  {
    area = '44@2025',
    edition,
    change,
  }: { area?: string; edition?: string; change?: (book: ExcelJS.Workbook) => void } = {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await template(area, edition)).buffer as never);
  for (const [name, cells] of Object.entries(typed)) {
    const sheet = book.getWorksheet(name);
    if (!sheet) throw new Error(`the template has no sheet "${name}"`);
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
  }
  change?.(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Rows of a sheet from a line on, left to right; blanks stay as they are in the template. */
export function lines(
  first: number,
  ...rows: ExcelJS.CellValue[][]
): Record<string, ExcelJS.CellValue> {
  const cells: Record<string, ExcelJS.CellValue> = {};
  rows.forEach((row, i) =>
    row.forEach((value, column) => {
      if (value !== '') cells[`${String.fromCharCode(65 + column)}${first + i}`] = value;
    }),
  );
  return cells;
}

/** The desk on one workbook. */
export async function desk(bytes: Uint8Array, more: Partial<DeskInput> = {}): Promise<DeskResult> {
  const intake = await takeIn([{ name: 'so-lieu.xlsx', bytes }]);
  if (intake.refused.length > 0) throw new Error(intake.refused.join('\n'));
  return runDesk({ tables: intake.tables, matching: intake.matching, now: NOW, ...more });
}

/** A small workbook without a fault: two communes, two months, teams, a campaign, a service. */
export const GOOD: Typed = {
  Nguồn: lines(2, ['bc', 'Số liệu minh họa', '', '', 'Có']),
  'Địa bàn': lines(3, ['', 'Mẫu Một', 'xã', ''], ['', 'Mẫu Hai', 'phường', '']),
  'Số liệu': lines(
    2,
    ['Tỉnh Quảng Trị', 'Số tổ', 'tháng 7/2026', '', '110'],
    ['Tỉnh Quảng Trị', 'Số tổ', 'tháng 8/2026', '', '120'],
    ['Mẫu Một', 'Số tổ', 'tháng 8/2026', '', '45'],
    ['phuong mau hai', 'Số tổ', '8/2026', '', '75'],
    ['Tỉnh Quảng Trị', 'Số thành viên tổ', 'tháng 8/2026', '', 'hơn 15.000'],
  ),
  Tổ: lines(2, [
    't1',
    'Tổ xã Mẫu Một',
    'cấp xã',
    'Mẫu Một',
    '',
    '',
    '11/2022',
    '5-8',
    '',
    '0233 000 000',
  ]),
  'Người trong tổ': lines(
    2,
    ['t1', 'Tổ trưởng', '', '', 'Hoàng Thị Mẫu', '01/11/2026'],
    ['t1', 'Thành viên', '5'],
  ),
  'Chiến dịch': lines(2, ['cao-diem', 'Đợt cao điểm', '', '01/9/2026', '01/12/2026']),
  'Chỉ tiêu chiến dịch': lines(2, [
    'cao-diem',
    'Số người được tập huấn',
    '1.000',
    '01/12/2026',
    '0',
    'theo kế hoạch từng ngày',
  ]),
  'Tiến độ chiến dịch': lines(2, [
    'cao-diem',
    '',
    'Số người được tập huấn',
    '20/11/2026',
    '',
    '800',
  ]),
  'Dịch vụ': lines(2, ['', 'VNeID', 'Định danh điện tử', 'https://vneid.gov.vn']),
};
