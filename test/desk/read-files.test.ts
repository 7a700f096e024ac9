/** What the data desk takes in: workbooks, CSV, an office's own sheets; and the template that it gives. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ExcelJS from 'exceljs';
import { EXAMPLE_FIGURES } from '../../src/desk/example.js';
import { templateXlsx } from '../../src/desk/xlsx-write.js';
import { SHEETS } from '../../src/desk/columns.js';
import { runDesk } from '../../src/desk/desk.js';
import { takeIn } from '../../src/desk/read-files.js';
import { noteText } from '../../src/desk/notes.js';
import { csvLine } from '../../src/tables/csv.js';
import { desk, GOOD, lines, NOW, workbook } from './workbooks.js';
import { observations, texts } from './results.js';

describe('files that are no workbook', () => {
  const utf16 = (text: string) => [...text].flatMap((c) => [c.charCodeAt(0), 0]);
  const ole = [0xd0, 0xcf, 0x11, 0xe0, ...Array<number>(600).fill(0)];
  const table: [string, Uint8Array, RegExp][] = [
    ['an old .xls', Uint8Array.from(ole), /tệp Excel cũ \(\.xls/],
    [
      'a workbook with a password',
      Uint8Array.from([...ole, ...utf16('EncryptedPackage'), 0, 0, 0]),
      /mật khẩu/,
    ],
    [
      'HTML called .xls',
      Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
      /trang HTML/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), /tệp PDF/],
    [
      'CSV in another code table',
      Uint8Array.from([...Buffer.from('Dia ban;'), 0xd2, 0xf5]),
      /không phải UTF-8/,
    ],
    ['a broken .xlsx', Buffer.from('PK\u0003\u0004xl/workbook.xml and then nothing'), /bị hỏng/],
    ['nothing', new Uint8Array(), /tệp trống/],
    ['a matching file that is none', Buffer.from('{"sheets": 3}'), /ghép cột sai/],
  ];
  for (const [what, bytes, words] of table) {
    it(`get a sentence: ${what}`, async () => {
      const { refused } = await takeIn([
        { name: what.endsWith('none') ? 'x.json' : 'x.xls', bytes },
      ]);
      assert.match(refused.join(), words);
    });
  }
});

describe('CSV of the same columns', () => {
  it('gives the same documents as the workbook', async () => {
    const bytes = await workbook(GOOD);
    const { tables } = await takeIn([{ name: 'x.xlsx', bytes }]);
    const cell = (value: unknown) =>
      typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const files = tables.flatMap(({ name, rows }) => {
      const file =
        name === 'Thông tin' ? 'thong-tin' : SHEETS.find((sheet) => sheet.name === name)?.file;
      const text = rows.map((row) => csvLine([...row].map(cell), ';')).join('\r\n');
      return file
        ? [{ name: `${file}.csv`, bytes: new TextEncoder().encode(`\ufeff${text}\r\n`) }]
        : [];
    });
    const result = runDesk({ tables: (await takeIn(files)).tables, now: NOW });
    assert.deepEqual(result.faults.map(noteText), []);
    assert.deepEqual(texts(result), texts(await desk(bytes)));
  });
});

describe("an office's own sheet", () => {
  const csv = [
    'BÁO CÁO THÁNG 8;;;',
    'TT;Tên xã;TS tổ;Tổng TV',
    '1;Mẫu Một;45;300',
    '2;Mẫu Hai;75;nhiều',
    ';Tổng cộng;120;',
  ].join('\n');
  const matching = {
    info: { area: '44@2025', edition: '2025' },
    sheets: {
      'Số liệu': {
        columns: { 'Địa bàn': 'Tên xã' },
        constants: { 'Thời điểm': 'tháng 8/2026' },
        figures: { 'TS tổ': 'Số tổ', 'Tổng TV': 'Số thành viên tổ' },
        skip: ['Tổng'],
      },
    },
  };
  const run = async (text: string) => {
    const utf8 = (content: string) => new TextEncoder().encode(content);
    const areas = 'Mã;Tên;Loại;Trực thuộc\n;Mẫu Một;xã;\n;Mẫu Hai;phường;\n';
    const intake = await takeIn([
      { name: 'bc-thang-8.csv', bytes: utf8(text) },
      { name: 'dia-ban.csv', bytes: utf8(areas) },
      { name: 'ghep-cot.json', bytes: utf8(JSON.stringify(matching)) },
    ]);
    assert.deepEqual(intake.refused, []);
    return runDesk({ tables: intake.tables, matching: intake.matching, now: NOW });
  };

  it('is read by its matching, a column for each indicator', async () => {
    const result = await run(csv.replace('nhiều', '500'));
    assert.deepEqual(result.faults.map(noteText), []);
    assert.deepEqual(
      observations(result, 'observations/44@2025').map(({ area, indicator, at, value }) => [
        area,
        indicator,
        at,
        value,
      ]),
      [
        ['44.mauhai@2025', 'members', '2026-08', 500],
        ['44.mauhai@2025', 'teams', '2026-08', 75],
        ['44.maumot@2025', 'members', '2026-08', 300],
        ['44.maumot@2025', 'teams', '2026-08', 45],
      ],
    );
  });
  it('has its faults named by its own cells', async () => {
    assert.deepEqual(
      (await run(csv)).faults.map(({ sheet, cell }) => [sheet, cell]),
      [['bc-thang-8', 'D4']],
    );
  });
});

describe('the template', () => {
  it('has no word in a list that would end at a comma, and no list too long for Excel', () => {
    for (const { columns } of SHEETS)
      for (const { choices, header } of columns) {
        const words = Object.keys(choices ?? {});
        assert.ok(
          words.every((word) => !word.includes(',')),
          header,
        );
        assert.ok(words.join(',').length < 255, header);
      }
  });
  it('keeps what is typed as text, and offers lists', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await templateXlsx('44@2025', new Date(NOW))).buffer as never);
    const sheet = book.getWorksheet('Số liệu');
    assert.ok(sheet);
    for (const address of ['A2', 'C2', 'E2', 'F2', 'H2'])
      assert.equal(
        sheet.getCell(address).numFmt ?? sheet.getColumn(address[0] ?? '').numFmt,
        '@',
        address,
      );
    const list = (name: string, address: string) =>
      book.getWorksheet(name)?.getCell(address).dataValidation?.formulae[0] as string;
    assert.equal(list('Số liệu', 'B2'), "'Chỉ số'!$B$2:$B$500");
    assert.equal(list('Số liệu', 'D900'), '"hơn,gần,khoảng"');
    assert.equal(list('Người trong tổ', 'B2'), '"Tổ trưởng,Tổ phó,Thành viên,Cộng tác viên"');
    assert.match(JSON.stringify(sheet.getCell('E1').note), /Không ghi 0 thay cho chưa có/);
  });
  it('has an example whose every line can be read', async () => {
    const areas = lines(
      66,
      ['128', 'Vân Hồ', 'huyện', 'Sơn La'],
      ['468', 'Cam Lộ', 'huyện', 'Quảng Trị'],
    );
    const sources = lines(2, ...['ldtd', 'dng', 'vh', 'bp', 'vnn'].map((id) => [id, 'Bài báo']));
    const typed = {
      'Địa bàn': areas,
      Nguồn: sources,
      'Số liệu': lines(2, ...EXAMPLE_FIGURES.map((row) => [...row])),
    };
    const result = await desk(await workbook(typed, { area: 'vn', edition: '2008' }));
    assert.deepEqual(result.faults.map(noteText), []);
    assert.equal(observations(result, 'observations/45@2008').length, 2);
  });
  it('is read without a fault as it is: nothing is filled yet', async () => {
    const result = await desk(await workbook({}));
    assert.deepEqual(result.faults.map(noteText), []);
    assert.deepEqual(Object.keys(result.documents), ['areas/2025', 'observations/44@2025']);
  });
  it('keeps a name apart that a province shares with one of its communes', async () => {
    const typed = {
      ...GOOD,
      'Địa bàn': { ...GOOD['Địa bàn'], ...lines(5, ['19360', 'Quảng Trị', 'phường', '']) },
    };
    const both = await desk(
      await workbook({ ...typed, 'Số liệu': { ...GOOD['Số liệu'], A2: 'Quảng Trị' } }),
    );
    assert.match(both.faults.map(noteText).join(), /ô A2: có 2 đơn vị tên “Quảng Trị”/);
    const ward = await desk(
      await workbook({ ...typed, 'Số liệu': { ...GOOD['Số liệu'], A2: 'phường Quảng Trị' } }),
    );
    assert.deepEqual(ward.faults.map(noteText), []);
    assert.equal(observations(ward, 'observations/19360@2025').length, 1);
  });
});

describe('many teams', () => {
  it('go on pages that name the next one, each with the areas that it speaks of', async () => {
    const header = 'Mã tổ;Tên tổ;Cấp;Địa bàn';
    const rows = Array.from({ length: 4500 }, (_, i) => `t${i};Tổ ${i};cấp thôn;Mẫu Một`);
    const utf8 = (content: string) => new TextEncoder().encode(content);
    const { tables } = await takeIn([
      { name: 'to.csv', bytes: utf8([header, ...rows].join('\n')) },
      { name: 'dia-ban.csv', bytes: utf8('Mã;Tên;Loại\n;Mẫu Một;xã\n') },
    ]);
    const result = runDesk({ tables, info: { area: '44@2025', edition: '2025' }, now: NOW });
    assert.deepEqual(result.faults.map(noteText), []);
    const page = (path: string) =>
      result.documents[path] as unknown as { teams: object[]; next?: string; areas: object };
    const base = 'https://host/v1/teams/44@2025.json';
    assert.equal(page('teams/44@2025').teams.length, 2000);
    const second = new URL(page('teams/44@2025').next ?? '', base);
    assert.equal(second.pathname, '/v1/teams/44@2025/2.json');
    const third = new URL(page('teams/44@2025/2').next ?? '', second);
    assert.equal(third.pathname, '/v1/teams/44@2025/3.json');
    assert.equal(page('teams/44@2025/3').teams.length, 500);
    assert.equal(page('teams/44@2025/3').next, undefined);
    assert.ok('44.maumot@2025' in page('teams/44@2025/3').areas);
  });
});
