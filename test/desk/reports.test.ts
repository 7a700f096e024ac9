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

describe('the date in the titles', () => {
  const report = (name: string, title: string, ...rows: RawRow[]): RawSheet => ({
    name,
    rows: [[title], ['Tên xã', 'Số tổ'], ...rows],
  });
  const propose = async (...sheets: RawSheet[]) =>
    proposeMatching(await tablesOf(sheets), (header) => keyLike(STANDARD_INDICATORS, header))
      .sheets?.['Số liệu'];
  const faultsOf = async (sheets: readonly RawSheet[], at: string) => {
    const sheet = { ...(await propose(...sheets)), constants: { 'Thời điểm': at } };
    const matching = { info: { area: '44@2025', edition: '2025' }, sheets: { 'Số liệu': sheet } };
    return runDesk({ tables: await tablesOf(sheets), matching, now: NOW }).faults.map(noteText);
  };
  const october = report('BC', 'Báo cáo tháng 10/2026', ['Xã Cam Lộ', 5]);

  it('contradicts a matching of last month: nothing is published under the wrong one', async () => {
    const faults = await faultsOf([october], 'tháng 9/2026');
    assert.equal(faults.length, 1);
    assert.match(faults.join(), /ghi thời điểm “tháng 9\/2026”, còn tên biểu ghi “tháng 10\/2026”/);
    for (const at of ['tháng 10/2026', '15/10/2026', 'quý IV/2026', '2026'])
      assert.deepEqual(await faultsOf([october], at), [], at);
  });
  it('may be one of several', async () => {
    const title = 'Báo cáo tháng 10/2026, so với tháng 9/2026';
    assert.deepEqual(await faultsOf([report('BC', title, ['Xã Cam Lộ', 5])], 'tháng 9/2026'), []);
  });
  it('is not that of the signature', async () => {
    const sheet = report('BC', 'Đông Hà, ngày 05 tháng 11 năm 2026', ['Xã Cam Lộ', 5]);
    assert.deepEqual((await propose(sheet))?.constants, { 'Thời điểm': '' });
    const until = report('BC', 'Số liệu tính đến ngày 31 tháng 10 năm 2026', ['Xã Cam Lộ', 5]);
    assert.deepEqual((await propose(until))?.constants, {
      'Thời điểm': 'ngày 31 tháng 10 năm 2026',
    });
  });
  it('keeps sheets of two months apart: the other one is asked about', async () => {
    const sheets = [
      report('T9', 'Báo cáo tháng 9/2026', ['Xã Lao Bảo', 4]),
      report('T10', 'Báo cáo tháng 10/2026', ['Xã Cam Lộ', 5], ['Xã Khe Sanh', 6]),
    ];
    assert.equal((await propose(...sheets))?.from, 'T10');
    const faults = await faultsOf(sheets, 'tháng 10/2026');
    assert.equal(faults.length, 1);
    assert.match(faults.join(), /“T9”: trang tính này có cùng tiêu đề với “T10”/);
  });
});

describe('a column of targets', () => {
  const rows: RawRow[] = [
    ['Tên xã', 'Chỉ tiêu giao', 'Số tổ', 'Số thành viên tổ'],
    ['Phường Đông Hà', 10, 9, 50],
  ];
  const figures = { 'Số tổ': 'teams', 'Số thành viên tổ': 'members' };
  const made = async (match: object) => {
    const tables = await tablesOf([{ name: 'BC', rows }]);
    const result = runDesk({
      tables,
      matching: {
        info: { area: '44@2025', edition: '2025' },
        sheets: {
          'Số liệu': {
            from: 'BC',
            columns: { 'Địa bàn': 'Tên xã' },
            constants: { 'Thời điểm': '10/2026' },
            figures,
            ...match,
          },
        },
      },
      now: NOW,
    });
    const list = result.documents['observations/19333@2025']
      ? observations(result, 'observations/19333@2025')
      : [];
    return {
      faults: result.faults.map(noteText),
      targets: list.map(({ indicator, target }) => [indicator, target]),
    };
  };

  it('beside several indicators is asked about, because it is of one of them', async () => {
    const { faults } = await made({});
    assert.deepEqual(faults, [
      'Trang tính “BC”, ô B1: cột “Chỉ tiêu giao” đứng cạnh 2 chỉ số (“teams”, “members”) nên có thể là của chỉ số nào cũng được. Hãy ghi vào tệp ghép cột "targets": {"Chỉ tiêu giao": "teams"}, hoặc "" để không đọc cột này.',
    ]);
  });
  it('belongs to the indicator that the matching says, or to none', async () => {
    assert.deepEqual(await made({ targets: { 'Chỉ tiêu giao': 'teams' } }), {
      faults: [],
      targets: [
        ['members', undefined],
        ['teams', 10],
      ],
    });
    const { faults, targets } = await made({ targets: { 'Chỉ tiêu giao': '' } });
    assert.deepEqual([faults, targets.map(([, target]) => target)], [[], [undefined, undefined]]);
  });
  it('of an indicator that no column has is a fault', async () => {
    const { faults } = await made({ targets: { 'Chỉ tiêu giao': 'trained' } });
    assert.match(faults.join(), /chỉ tiêu của “trained”, nhưng "figures" không có/);
  });
  it('is left open by `match` where it stands beside several figures', async () => {
    const proposed = proposeMatching(await tablesOf([{ name: 'BC', rows }]), (header) =>
      keyLike(STANDARD_INDICATORS, header),
    );
    const sheet = proposed.sheets?.['Số liệu'];
    assert.deepEqual(
      [sheet?.columns, sheet?.targets],
      [{ 'Địa bàn': 'Tên xã' }, { 'Chỉ tiêu giao': '' }],
    );
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
