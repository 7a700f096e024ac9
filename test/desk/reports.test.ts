/** Tables as offices keep them: titles, two lines of headers, groups, totals, notes, several sheets. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runDesk } from '../../src/desk/desk.js';
import { STANDARD_INDICATORS } from '../../src/desk/indicators.js';
import { noteText } from '../../src/desk/notes.js';
import { proposeMatching } from '../../src/desk/propose-matching.js';
import { keyLike } from '../../src/desk/workbook-context.js';
import type { RawRow, RawSheet } from './raw-workbook.js';
import { NOW } from './workbooks.js';
import { observations } from './results.js';

import { AREAS, build, matched, REPORT, tablesOf } from './report-sheets.js';

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
