/** Reports of other forms: groups, notes, headers of three lines, merged and blank cells. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runDesk } from '../../src/desk/desk.js';
import { STANDARD_INDICATORS } from '../../src/desk/indicators.js';
import type { Matching } from '../../src/desk/matching.js';
import { noteText } from '../../src/desk/notes.js';
import { proposeMatching } from '../../src/desk/propose-matching.js';
import { keyLike } from '../../src/desk/workbook-context.js';
import type { RawRow, RawSheet } from './raw-workbook.js';
import { NOW } from './workbooks.js';
import { observations } from './results.js';

import { tablesOf } from './report-sheets.js';

describe('reports of other forms', () => {
  /** What `match` proposes for a province, and what `build` makes of it. */
  async function through(
    sheet: RawSheet,
    {
      area = '44@2025',
      edition = '2025',
      at,
    }: { area?: string; edition?: string; at?: string } = {},
  ) {
    const tables = await tablesOf([sheet]);
    const proposed = proposeMatching(tables, (header) => keyLike(STANDARD_INDICATORS, header));
    const own = proposed.sheets?.['Số liệu'];
    const matching: Matching = {
      info: { area, edition },
      sheets: { 'Số liệu': { ...own, ...(at ? { constants: { 'Thời điểm': at } } : {}) } },
    };
    const result = runDesk({ tables, matching, now: NOW });
    return {
      faults: result.faults.map(noteText),
      warnings: result.warnings.map(noteText).join('\n'),
      figures: Object.entries(result.documents).flatMap(([path]) =>
        path.startsWith('observations/')
          ? observations(result, path).map(
              ({ area: id, indicator, value }) => `${id} ${indicator} ${value}`,
            )
          : [],
      ),
    };
  }
  const only = (figures: readonly string[]): string[] => [...new Set(figures)].sort();

  it('have sums of regions, a total at the top, notes, a place and a date above the signatures', async () => {
    const { faults, warnings, figures } = await through({
      name: 'Biểu 01',
      merges: ['A1:E1', 'A2:E2'],
      rows: [
        ['BÁO CÁO TÌNH HÌNH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÁNG 10/2026'],
        ['(Kèm theo Công văn số 12/SKHCN ngày 05/11/2026)'],
        ['', '', '', '', 'Đơn vị tính: tổ, %'],
        ['TT', 'Đơn vị', 'Số tổ', 'Tỷ lệ thanh toán trực tuyến'],
        ['', 'TOÀN TỈNH', 30, '55,5%'],
        ['I', 'Khu vực Đông Hà', 18, ''],
        [1, 'Phường Đông Hà', 10, '60%'],
        ['II', 'Huyện Hướng Hóa (cũ)', 12, ''],
        [2, 'Xã Khe Sanh', 7, '70%'],
        ['Ghi chú: số liệu do các xã báo cáo'],
        ['', '', 'Quảng Trị, ngày 05 tháng 11 năm 2026'],
        ['', 'Người lập', '', 'Trưởng phòng'],
      ],
    });
    assert.deepEqual(faults, []);
    assert.deepEqual(only(figures), [
      '19333@2025 payment.online 60',
      '19333@2025 teams 10',
      '19429@2025 payment.online 70',
      '19429@2025 teams 7',
    ]);
    assert.match(
      warnings,
      /không đọc 6 dòng.*dòng tổng hoặc chữ ký: 5 “TOÀN TỈNH”; dòng nhóm: 6 “Khu vực Đông Hà”, 8 “Huyện Hướng Hóa \(cũ\)”; phần dưới bảng: 10 .*11 “Quảng Trị, ngày 05.*12/,
    );
  });

  it('have a commune that no list knows named, whatever number its line has', async () => {
    const rows: RawRow[] = [
      ['TT', 'Xã, phường', 'Số tổ'],
      ['I', 'Phường Đông Hà', 9],
      ['II', 'Xã Không Đâu', 5],
    ];
    const { faults } = await through({ name: 'BC', rows }, { at: '10/2026' });
    assert.match(faults.join(), /ô B3: không có địa bàn “Xã Không Đâu”/);
  });

  it('have headers of three lines, whose titles say nothing of one column', async () => {
    const { faults, figures } = await through(
      {
        name: 'BC',
        merges: ['A1:A3', 'B1:B3', 'C1:E1', 'C2:D2'],
        rows: [
          ['TT', 'Địa phương', 'Kết quả thực hiện'],
          ['', '', 'Tổ công nghệ số cộng đồng', '', 'Dân cư'],
          ['', '', 'Số tổ', 'Số thành viên tổ', 'Số hộ'],
          ['(1)', '(2)', '(3)', '(4)', '(5)'],
          [1, 'Phường Đông Hà', 9, 45, 1200],
          ['', 'Tổng', 9, 45, 1200],
        ],
      },
      { at: '10/2026' },
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(only(figures), ['19333@2025 members 45', '19333@2025 teams 9']);
  });

  it('have a district once beside its communes: merged, or with blanks below', async () => {
    const { faults, figures } = await through(
      {
        name: 'BC',
        merges: ['B2:B3'],
        rows: [
          ['STT', 'Huyện', 'Xã', 'Số tổ'],
          [1, 'Hướng Hóa', 'Thị trấn Khe Sanh', 3],
          [2, '', 'Xã Tân Liên', 4],
          [3, 'Cam Lộ', 'Thị trấn Cam Lộ', 5],
          [4, '', 'Xã Cam Thành', 6],
        ],
      },
      { area: '45@2008', edition: '2008', at: 'tháng 6/2024' },
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(
      only(figures).map((line) => line.replace(/^\d+@2008 /, '')),
      ['teams 3', 'teams 4', 'teams 5', 'teams 6'],
    );
  });

  it('have numbers and dashes before their names', async () => {
    const rows: RawRow[] = [
      ['Đơn vị', 'Số tổ'],
      ['1. Phường Đông Hà', 9],
      ['2) Xã Khe Sanh', 5],
      ['- Xã Lao Bảo (mới)', 4],
    ];
    const { faults, figures } = await through({ name: 'BC', rows }, { at: '10/2026' });
    assert.deepEqual(faults, []);
    assert.equal(only(figures).length, 3);
  });

  it('have a plan beside what was done: nobody guesses which column is the figure', async () => {
    const { faults } = await through(
      {
        name: 'BC',
        merges: ['A1:A2', 'B1:B2', 'C1:D1'],
        rows: [
          ['TT', 'Đơn vị', 'Số tổ'],
          ['', '', 'Kế hoạch', 'Thực hiện'],
          [1, 'Phường Đông Hà', 10, 9],
        ],
      },
      { at: '10/2026' },
    );
    assert.deepEqual(faults, [
      'Trang tính “BC”, ô C1: tệp ghép cột chưa nói cột nào là chỉ số nào: “Số tổ - Kế hoạch”, “Số tổ - Thực hiện”. Hãy điền mã chỉ số vào "figures", ví dụ "Số tổ": "teams".',
    ]);
  });

  it('have words in brackets that make another figure of a column: it is asked about', async () => {
    for (const header of ['Số tổ (kế hoạch)', 'Số tổ (KH)', 'Số tổ (mới)', 'Số tổ (lũy kế)']) {
      const { faults } = await through(
        {
          name: 'BC',
          rows: [
            ['Đơn vị', header],
            ['Phường Đông Hà', 10],
          ],
        },
        { at: '10/2026' },
      );
      assert.equal(faults.length, 1, header);
      assert.match(faults.join(), /chưa nói cột nào là chỉ số nào/);
    }
    const unit = await through(
      {
        name: 'BC',
        rows: [
          ['Đơn vị', 'Số tổ (ĐVT: tổ)'],
          ['Phường Đông Hà', 10],
        ],
      },
      { at: '10/2026' },
    );
    assert.deepEqual(only(unit.figures), ['19333@2025 teams 10']);
  });

  it('have one header twice: neither column is taken, and it is said once', async () => {
    const { faults } = await through(
      {
        name: 'BC',
        rows: [
          ['Đơn vị', 'Số tổ', 'Số tổ'],
          ['Phường Đông Hà', 10, 9],
        ],
      },
      { at: '10/2026' },
    );
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults.join(), /“Số tổ”, “Số tổ”/);
  });

  it('have no date in their titles: it is asked for once', async () => {
    const rows: RawRow[] = [
      ['Đơn vị', 'Số tổ'],
      ['Phường Đông Hà', 9],
      ['Xã Khe Sanh', 5],
    ];
    const { faults } = await through({ name: 'BC', rows });
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults.join(), /chưa ghi “Thời điểm”/);
  });
});
