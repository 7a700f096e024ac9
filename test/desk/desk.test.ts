/** From a workbook to documents: what is made, what stays the same, what is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ExcelJS from 'exceljs';
import { EXAMPLE_FIGURES } from '../../src/desk/example.js';
import { templateXlsx } from '../../src/desk/xlsx-write.js';
import { SHEETS } from '../../src/desk/columns.js';
import { runDesk, type DeskResult } from '../../src/desk/desk.js';
import { takeIn } from '../../src/desk/intake.js';
import { noteText } from '../../src/desk/notes.js';
import type { Documents } from '../../src/desk/published.js';
import { csvLine } from '../../src/data/csv.js';
import { faultsOfDocument, type Finding } from '../../tools/lib/check-document.js';
import { desk, GOOD, lines, NOW, workbook, type Typed } from './workbooks.js';

const DAY = 86_400_000;
type Observation = {
  area: string;
  indicator: string;
  at: string;
  value: number;
  corrected?: unknown;
  [more: string]: unknown;
};
const observations = (result: DeskResult, path: string) =>
  (result.documents[path] as unknown as { observations: Observation[] }).observations;
const texts = (result: DeskResult) =>
  Object.fromEntries(result.files.map(({ path, text }) => [path, text]));
/** What the next build finds published. */
const published = (result: DeskResult) => ({
  published: result.documents as Documents,
  texts: texts(result),
});
/** The good workbook with other cells. */
function changed(sheet: string, cells: Record<string, ExcelJS.CellValue>): Typed {
  return { ...GOOD, [sheet]: { ...GOOD[sheet], ...cells } };
}

describe('a workbook without a fault', () => {
  it('becomes documents that the checker finds nothing wrong with', async () => {
    const result = await desk(await workbook(GOOD));
    assert.deepEqual(result.faults.map(noteText), []);
    assert.deepEqual(
      result.files.map(({ path }) => path),
      [
        'areas/2025.json',
        'observations/44@2025.json',
        'observations/44.maumot@2025.json',
        'observations/44.mauhai@2025.json',
        'teams/44.maumot@2025.json',
        'teams/44@2025.json',
        'services/44@2025.json',
        'campaigns/cao-diem.json',
        'campaigns/index.json',
        'bundle.json',
      ],
    );
    const findings: Finding[] = [];
    for (const { path, text } of result.files) faultsOfDocument(JSON.parse(text), path, findings);
    assert.deepEqual(findings, []);
  });

  it('reads figures as people type them', async () => {
    const result = await desk(await workbook(GOOD));
    const shown = observations(result, 'observations/44@2025');
    assert.deepEqual(shown, [
      { area: '44.mauhai@2025', indicator: 'teams', at: '2026-08', value: 75, source: 'bc' },
      { area: '44.maumot@2025', indicator: 'teams', at: '2026-08', value: 45, source: 'bc' },
      {
        area: '44@2025',
        indicator: 'members',
        at: '2026-08',
        value: 15000,
        approx: '>',
        source: 'bc',
      },
      { area: '44@2025', indicator: 'teams', at: '2026-07', value: 110, source: 'bc' },
      { area: '44@2025', indicator: 'teams', at: '2026-08', value: 120, source: 'bc' },
    ]);
  });

  it('makes rates of pairs, ranges of two columns, and nothing of a blank', async () => {
    const cells = lines(
      7,
      ['Mẫu Một', 'coverage.hamlet', 'quý III/2026', '', '', '', '', '51', '63'],
      ['Mẫu Một', 'Số thành viên mỗi tổ', 'năm 2026', '', '', '5', ''],
      ['Mẫu Một', 'Số tổ', '20/11/2026', '', '', '', '', '', '', '50'],
    );
    const result = await desk(await workbook(changed('Số liệu', cells)));
    assert.deepEqual(result.faults.map(noteText), []);
    assert.deepEqual(
      observations(result, 'observations/44.maumot@2025').map(
        ({ source: _, area: __, ...rest }) => rest,
      ),
      [
        { indicator: 'coverage.hamlet', at: '2026-07/2026-09', value: 80.95, num: 51, den: 63 },
        { indicator: 'members.perTeam', at: '2026', range: [5, null] },
        { indicator: 'teams', at: '2026-08', value: 45 },
        { indicator: 'teams', at: '2026-11-20', value: null, status: 'missing', target: 50 },
      ],
    );
  });

  it('is the same when its lines stand in another order', async () => {
    const rows = Object.entries(GOOD['Số liệu'] ?? {});
    const swapped = Object.fromEntries(
      rows.map(([address, value]) => [
        address.replace(/[34]$/, (n) => (n === '3' ? '4' : '3')),
        value,
      ]),
    );
    const [one, other] = await Promise.all([
      workbook(GOOD),
      workbook({ ...GOOD, 'Số liệu': swapped }),
    ]);
    assert.deepEqual(texts(await desk(one)), texts(await desk(other)));
  });
});

describe('a second build', () => {
  it('gives the same bytes a day later where nothing changed', async () => {
    const bytes = await workbook(GOOD);
    const first = await desk(bytes);
    const second = await desk(bytes, { ...published(first), now: NOW + DAY });
    assert.deepEqual(
      second.files.filter(({ status }) => status !== 'same').map(({ path }) => path),
      [],
    );
    assert.deepEqual(texts(second), texts(first));
    assert.deepEqual(second.changes, []);
  });

  it('changes only the files that say something else', async () => {
    const first = await desk(await workbook(GOOD));
    const second = await desk(await workbook(changed('Dịch vụ', { C2: 'Căn cước điện tử' })), {
      ...published(first),
      now: NOW + DAY,
    });
    assert.deepEqual(
      second.files.filter(({ status }) => status !== 'same').map(({ path }) => path),
      ['services/44@2025.json', 'bundle.json'],
    );
    assert.deepEqual(
      second.changes.map(({ text }) => text),
      ['Sửa dịch vụ “VNeID”'],
    );
  });

  it('keeps a mended figure as a correction, with its date and reason, through later builds', async () => {
    const first = await desk(await workbook(GOOD));
    const mended = await workbook(changed('Số liệu', { E3: '125', N3: 'cộng thiếu một xã' }));
    const second = await desk(mended, { ...published(first), now: NOW + DAY });
    const corrected = { at: '2026-11-23', was: 120, reason: 'cộng thiếu một xã' };
    const figure = (result: DeskResult) =>
      observations(result, 'observations/44@2025').find(
        (o) => o.area === '44@2025' && o.at === '2026-08' && o.indicator === 'teams',
      );
    assert.deepEqual(figure(second), {
      area: '44@2025',
      indicator: 'teams',
      at: '2026-08',
      value: 125,
      source: 'bc',
      corrected,
    });
    assert.deepEqual(second.changes, [
      {
        kind: 'corrected',
        text: 'Đính chính Số tổ, tỉnh Quảng Trị, tháng 8/2026: 120 tổ → 125 tổ (tăng 5). Đã đính chính ngày 23/11/2026; số đã công bố trước đó: 120 tổ (cộng thiếu một xã)',
      },
    ]);
    const third = await desk(await workbook(changed('Số liệu', { E3: '125' })), {
      ...published(second),
      now: NOW + 9 * DAY,
    });
    assert.deepEqual(figure(third)?.corrected, corrected);
  });

  it('calls a final figure in place of a provisional one an update, not a correction', async () => {
    const first = await desk(await workbook(changed('Số liệu', { K3: 'Số sơ bộ' })));
    const second = await desk(await workbook(changed('Số liệu', { E3: '121' })), published(first));
    assert.deepEqual(
      second.changes.map(({ kind, text }) => [kind, text]),
      [['changed', 'Cập nhật Số tổ, tỉnh Quảng Trị, tháng 8/2026: 120 tổ → 121 tổ (tăng 1)']],
    );
    assert.ok(
      observations(second, 'observations/44@2025').every(
        ({ corrected }) => corrected === undefined,
      ),
    );
  });

  it('says what is new and what is gone, and keeps history only when told', async () => {
    const first = await desk(await workbook(GOOD));
    const next = await workbook(changed('Số liệu', { C2: 'tháng 9/2026', E2: '130' }));
    const second = await desk(next, published(first));
    assert.deepEqual(
      second.changes.map(({ text }) => text),
      [
        'Thêm Số tổ, tỉnh Quảng Trị, tháng 9/2026: 130 tổ',
        'Bỏ Số tổ, tỉnh Quảng Trị, tháng 7/2026: 110 tổ',
      ],
    );
    const kept = await desk(next, { ...published(first), keepHistory: true });
    assert.deepEqual(
      kept.changes.map(({ text }) => text),
      ['Thêm Số tổ, tỉnh Quảng Trị, tháng 9/2026: 130 tổ'],
    );
  });

  it('names the documents that the sheets no longer make', async () => {
    const first = await desk(await workbook(GOOD));
    const second = await desk(await workbook({ ...GOOD, 'Dịch vụ': {} }), published(first));
    assert.deepEqual(second.orphans, ['services/44@2025']);
    assert.ok((texts(second)['bundle.json'] ?? '').includes('services/44@2025'));
    const pruned = await desk(await workbook({ ...GOOD, 'Dịch vụ': {} }), {
      ...published(first),
      prune: true,
    });
    assert.ok(!(texts(pruned)['bundle.json'] ?? '').includes('services/44@2025'));
  });
});

describe('consent', () => {
  const people = async (...row: ExcelJS.CellValue[]) => {
    const result = await desk(await workbook({ ...GOOD, 'Người trong tổ': lines(2, row) }));
    const [team] =
      (
        result.documents['teams/44@2025'] as unknown as
          { teams: { people?: object[] }[] } | undefined
      )?.teams ?? [];
    return { result, people: team?.people, text: JSON.stringify(result.files) };
  };

  it('lets a name through with its date, and keeps the date with it', async () => {
    const { people: list } = await people('t1', 'Tổ trưởng', '', '', 'Hoàng Thị Mẫu', '01/11/2026');
    assert.deepEqual(list, [{ role: 'leader', name: 'Hoàng Thị Mẫu', consent: '2026-11-01' }]);
  });
  for (const [why, consent, cell] of [
    ['without a date', '', 'E2'],
    ['with a date that is still to come', '23/11/2026', 'F2'],
  ] as const) {
    it(`writes a name ${why} to no document`, async () => {
      const {
        result,
        people: list,
        text,
      } = await people('t1', 'Tổ trưởng', '', 'Trưởng thôn', 'Hoàng Thị Mẫu', consent);
      assert.deepEqual(list, [{ role: 'leader', label: 'Trưởng thôn' }]);
      assert.doesNotMatch(text, /Hoàng Thị Mẫu/);
      assert.ok(
        result.warnings.some((note) => note.sheet === 'Người trong tổ' && note.cell === cell),
      );
    });
  }
  for (const [what, value] of [
    ['a phone', '0912.000.000'],
    ['a phone with +84', '+84 912 000 000'],
    ['an e-mail', 'mau@example.vn'],
    ['an identity number', '044000000000'],
  ] as const) {
    it(`refuses ${what} in a person's line, with the reason`, async () => {
      const { result } = await people('t1', 'Tổ trưởng', '', value);
      assert.match(
        result.faults.map(noteText).join(),
        /ô D2: .*Dữ liệu cá nhân không được công bố/,
      );
    });
  }
  it('refuses a column of phones that somebody adds', async () => {
    const { result } = await (async () => {
      const bytes = await workbook({
        ...GOOD,
        'Người trong tổ': { ...GOOD['Người trong tổ'], G1: 'Số điện thoại', G2: '0912' },
      });
      return { result: await desk(bytes) };
    })();
    assert.match(
      result.faults.map(noteText).join(),
      /ô G1: cột “Số điện thoại” là dữ liệu cá nhân/,
    );
  });
});

describe('what looks wrong', () => {
  const warnings: [string, Record<string, ExcelJS.CellValue>, string, RegExp][] = [
    [
      'children above their parent',
      { E4: '60' },
      'E3',
      /tổng của 2 đơn vị trực thuộc là 135, lớn hơn 120/,
    ],
    [
      'a drop of half',
      { E3: '50', E4: '20', E5: '30' },
      'E3',
      /giảm hơn một nửa: từ 110 \(tháng 7\/2026\) xuống 50/,
    ],
    ['a zero too many', { E3: '1200' }, 'E3', /tăng hơn mười lần/],
    ['a date in the future', { C3: 'tháng 8/2027' }, 'C3', /ở tương lai/],
    [
      'a percentage above 100',
      lines(7, ['Mẫu Một', 'payment.online', '8/2026', '', '120 %']),
      'E7',
      /lớn hơn 100 %/,
    ],
    [
      'a share in place of a percentage',
      lines(7, ['Mẫu Một', 'payment.online', '8/2026', '', 0.985]),
      'E7',
      /Nếu ý là 98,5 %/,
    ],
    [
      'a pair that is not its rate',
      lines(7, ['Mẫu Một', 'payment.online', '8/2026', '', '70', '', '', '1', '2']),
      'E7',
      /không khớp với 1\/2/,
    ],
    [
      'a name in both editions, with a date of the other',
      { C2: 'tháng 8/2022' },
      'A2',
      /có ở cả hai danh mục.*45@2008/,
    ],
  ];
  for (const [what, cells, cell, words] of warnings) {
    it(`is warned of: ${what}`, async () => {
      const result = await desk(await workbook(changed('Số liệu', cells)));
      assert.deepEqual(result.faults.map(noteText), []);
      const found = result.warnings.filter((note) => note.sheet === 'Số liệu');
      assert.ok(
        found.some((note) => note.cell === cell && words.test(note.message)),
        found.map(noteText).join('\n'),
      );
    });
  }
  it('is silent about what is right', async () => {
    assert.deepEqual((await desk(await workbook(GOOD))).warnings.map(noteText), []);
  });
});

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
      'Địa bàn': { ...GOOD['Địa bàn'], ...lines(5, ['19333', 'Quảng Trị', 'phường', '']) },
    };
    const both = await desk(
      await workbook({ ...typed, 'Số liệu': { ...GOOD['Số liệu'], A2: 'Quảng Trị' } }),
    );
    assert.match(both.faults.map(noteText).join(), /ô A2: có 2 đơn vị tên “Quảng Trị”/);
    const ward = await desk(
      await workbook({ ...typed, 'Số liệu': { ...GOOD['Số liệu'], A2: 'phường Quảng Trị' } }),
    );
    assert.deepEqual(ward.faults.map(noteText), []);
    assert.equal(observations(ward, 'observations/19333@2025').length, 1);
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
