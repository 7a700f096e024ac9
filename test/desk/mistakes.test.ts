/** Forty different mistakes in one workbook: every one is named by its sheet and cell. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type ExcelJS from 'exceljs';
import type { DeskResult } from '../../src/desk/desk.js';
import { noteText } from '../../src/desk/notes.js';
import { desk, lines, workbook } from './workbooks.js';

const at = 'tháng 8/2026';
const teams = 'Số tổ';
const rate = 'Tỷ lệ thanh toán trực tuyến';

/** Sheet, cell, and words of the sentence. The values are in `typed` below, in the same order. */
const MISTAKES: readonly (readonly [sheet: string, cell: string, words: RegExp])[] = [
  ['Địa bàn', 'B3', /thiếu “Tên”/],
  ['Địa bàn', 'C4', /“làng” không có trong danh sách/],
  ['Địa bàn', 'D5', /không có địa bàn “Xứ Lạ”/],
  ['Địa bàn', 'A8', /trùng với ô A7/],
  ['Nguồn', 'A3', /mã “báo cáo 8” chỉ được có chữ không dấu/],
  ['Nguồn', 'D4', /“trang của sở” không phải địa chỉ trang/],
  ['Chỉ số', 'A30', /mã chỉ số “teams” có hai lần/],
  ['Chỉ số', 'G31', /tỷ lệ và thứ hạng không cộng được theo địa bàn/],
  ['Số liệu', 'A2', /không có địa bàn “Xã Không Có”/],
  ['Số liệu', 'B3', /không có chỉ số “Số nhóm”/],
  ['Số liệu', 'C4', /“hôm qua” không phải là thời điểm/],
  ['Số liệu', 'C5', /“31\/02\/2026” không có trong lịch/],
  ['Số liệu', 'C6', /ghi tháng trước ngày/],
  ['Số liệu', 'C7', /hai chữ số/],
  ['Số liệu', 'E8', /Excel đã đổi thành ngày 05\/8\/2026.*5 và 8/],
  ['Số liệu', 'E9', /“45,895” có phần thập phân.*45895/],
  ['Số liệu', 'E10', /“98\.5” có dấu chấm không đúng chỗ/],
  ['Số liệu', 'E11', /“nhiều” không phải là số/],
  ['Số liệu', 'E12', /số âm/],
  ['Số liệu', 'F13', /cả một giá trị và một khoảng/],
  ['Số liệu', 'G14', /“Đến” \(5\) nhỏ hơn “Từ” \(8\)/],
  ['Số liệu', 'I15', /thiếu “Mẫu số”/],
  ['Số liệu', 'I16', /mẫu số phải lớn hơn 0/],
  ['Số liệu', 'D17', /“gần” mà ô “Giá trị” ghi “hơn 100”/],
  ['Số liệu', 'K18', /“Chưa có số liệu” nhưng dòng này có số/],
  ['Số liệu', 'E20', /mâu thuẫn với dòng 19/],
  ['Số liệu', 'E21', /“12 %” là phần trăm/],
  ['Số liệu', 'E22', /#REF!/],
  ['Số liệu', 'E24', /ô gộp/],
  ['Số liệu', 'N25', /bảng mã TCVN3/],
  ['Số liệu', 'M26', /bảng mã VNI/],
  ['Số liệu', 'L27', /không có nguồn “bc-99”/],
  ['Số liệu', 'E28', /thứ hạng 40 nằm ngoài 1 đến 34/],
  ['Số liệu', 'C29', /kết thúc trước khi bắt đầu/],
  ['Số liệu', 'E30', /viết theo kiểu Anh/],
  ['Số liệu', 'A31', /có 2 đơn vị tên “Mẫu Đôi”/],
  ['Tổ', 'H2', /“đông” không phải là số/],
  ['Tổ', 'J3', /Excel đã bỏ số 0 ở đầu/],
  ['Tổ', 'F4', /không có tổ “Tổ ma”/],
  ['Người trong tổ', 'D2', /số điện thoại riêng/],
  ['Người trong tổ', 'E3', /thư điện tử riêng/],
  ['Người trong tổ', 'F4', /“sắp tới” không phải là thời điểm/],
  ['Người trong tổ', 'B5', /“Trưởng nhóm” không có trong danh sách/],
  ['Chiến dịch', 'E2', /ngày kết thúc 31\/5\/2026 trước ngày bắt đầu/],
  ['Chỉ tiêu chiến dịch', 'A2', /không có chiến dịch “khong-co”/],
  ['Dịch vụ', 'B2', /thiếu “Tên dịch vụ”/],
];

function typed(): Record<string, Record<string, ExcelJS.CellValue>> {
  return {
    'Địa bàn': lines(
      3,
      ['', '', 'xã', ''],
      ['', 'Mẫu Làng', 'làng', ''],
      ['', 'Mẫu Lạc', 'xã', 'Xứ Lạ'],
      ['', 'Mẫu Một', 'xã', ''],
      ['19999', 'Mẫu Đôi', 'xã', ''],
      ['19999', 'Mẫu Ba', 'xã', ''],
      ['19998', 'Mẫu Đôi', 'phường', ''],
    ),
    Nguồn: lines(
      2,
      ['bc', 'Số liệu minh họa'],
      ['báo cáo 8', 'Báo cáo'],
      ['web', 'Trang', '', 'trang của sở'],
    ),
    'Chỉ số': lines(
      29,
      ['rieng', 'Chỉ số riêng'],
      ['teams', 'Tổ'],
      ['ty-le', 'Tỷ lệ riêng', '', '%', '', '', 'Có'],
    ),
    'Số liệu': lines(
      2,
      ['Xã Không Có', teams, at, '', '1'],
      ['Mẫu Một', 'Số nhóm', at, '', '1'],
      ['Mẫu Một', teams, 'hôm qua', '', '1'],
      ['Mẫu Một', teams, '31/02/2026', '', '1'],
      ['Mẫu Một', teams, '11/20/2025', '', '1'],
      ['Mẫu Một', teams, '20/11/25', '', '1'],
      ['Mẫu Một', 'Số thành viên mỗi tổ', at, '', new Date(Date.UTC(2026, 7, 5))],
      ['Mẫu Một', 'Số thành viên tổ', at, '', 45.895],
      ['Mẫu Một', rate, at, '', '98.5'],
      ['Mẫu Một', teams, 'tháng 1/2026', '', 'nhiều'],
      ['Mẫu Một', teams, 'tháng 2/2026', '', -5],
      ['Mẫu Một', teams, 'tháng 3/2026', '', '6', '5', '8'],
      ['Mẫu Một', teams, 'tháng 4/2026', '', '', '8', '5'],
      ['Mẫu Một', 'Tỷ lệ xã, phường, đặc khu đã thành lập tổ', at, '', '', '', '', '51'],
      [
        'Mẫu Một',
        'Tỷ lệ xã, phường, đặc khu đã thành lập tổ',
        'tháng 7/2026',
        '',
        '',
        '',
        '',
        '51',
        '0',
      ],
      ['Mẫu Một', teams, 'tháng 5/2026', 'gần', 'hơn 100'],
      ['Mẫu Một', teams, 'tháng 6/2026', '', '7', '', '', '', '', '', 'Chưa có số liệu'],
      ['Mẫu Một', teams, at, '', '45'],
      ['Mẫu Một', teams, at, '', '46'],
      ['Mẫu Một', 'Số người được tập huấn', at, '', '12 %'],
      ['Mẫu Một', 'Số người được tập huấn', 'tháng 7/2026', '', { error: '#REF!' }],
      ['Mẫu Một', 'Lượt người được hướng dẫn', 'tháng 7/2026', '', '10'],
      ['Mẫu Một', 'Lượt người được hướng dẫn', at, '', ''],
      ['Mẫu Một', teams, 'năm 2021', '', '3', '', '', '', '', '', '', '', '', 'Tæ c«ng nghÖ sè'],
      ['Mẫu Một', teams, 'năm 2022', '', '3', '', '', '', '', '', '', '', 'Toå coâng ngheä soá'],
      ['Mẫu Một', teams, 'năm 2023', '', '3', '', '', '', '', '', '', 'bc-99'],
      ['Tỉnh Quảng Trị', 'Xếp hạng chuyển đổi số', 'năm 2025', '', '40'],
      ['Mẫu Một', teams, 'từ 01/8/2026 đến 01/6/2026', '', '3'],
      ['Mẫu Một', teams, 'năm 2020', '', '1,234,567'],
      ['Mẫu Đôi', teams, at, '', '1'],
    ),
    Tổ: lines(
      2,
      ['t1', 'Tổ một', 'cấp xã', 'Mẫu Một', '', '', '', 'đông'],
      ['t2', 'Tổ hai', 'cấp xã', 'Mẫu Một', '', '', '', '', '', 233000000],
      ['t3', 'Tổ ba', 'cấp thôn', 'Mẫu Một', '', 'Tổ ma'],
      ['t4', 'Tổ bốn', 'cấp xã', 'Mẫu Một'],
    ),
    'Người trong tổ': lines(
      2,
      ['t4', 'Tổ trưởng', '', 'gọi 0912 000 000'],
      ['t4', 'Tổ phó', '', '', 'mau@example.vn'],
      ['t4', 'Thành viên', '', '', 'Hoàng Thị Mẫu', 'sắp tới'],
      ['t4', 'Trưởng nhóm'],
    ),
    'Chiến dịch': lines(2, ['dot-1', 'Đợt một', '', '01/6/2026', '31/5/2026']),
    'Chỉ tiêu chiến dịch': lines(2, ['khong-co', teams, '10']),
    'Dịch vụ': lines(2, ['', '', 'Không tên']),
  };
}

describe('a workbook with many different mistakes', () => {
  let result: DeskResult;
  before(async () => {
    const bytes = await workbook(typed(), {
      change: (book) => {
        const sheet = book.getWorksheet('Số liệu');
        if (!sheet) throw new Error('no sheet');
        sheet.getCell('E8').numFmt = 'd/m/yyyy';
        sheet.mergeCells('E23:E24');
      },
    });
    result = await desk(bytes);
  });

  it('has at least forty', () => assert.ok(MISTAKES.length >= 40, String(MISTAKES.length)));

  for (const [sheet, cell, words] of MISTAKES) {
    it(`${sheet} ${cell}: ${words.source}`, () => {
      const found = result.faults.filter((fault) => fault.sheet === sheet && fault.cell === cell);
      assert.ok(
        found.some(({ message }) => words.test(message)),
        `of this cell: ${found.map(noteText).join(' | ') || 'nothing'}`,
      );
    });
  }

  it('names nothing that is right', () => {
    const known = new Set(MISTAKES.map(([sheet, cell]) => `${sheet} ${cell}`));
    assert.deepEqual(
      result.faults.filter(({ sheet, cell }) => !known.has(`${sheet} ${cell}`)).map(noteText),
      [],
    );
  });

  it('says in each how to mend it, as a sentence with its place', () => {
    for (const fault of result.faults) {
      assert.match(noteText(fault), /^Trang tính “[^”]+”, ô [A-Z]+\d+: .+\.$/);
      assert.match(fault.message, /Hãy|hãy|Có phải|cần đúng/, fault.message);
    }
  });

  it('makes no file while there is one', () => {
    assert.deepEqual([result.files, result.documents], [[], {}]);
  });
});
