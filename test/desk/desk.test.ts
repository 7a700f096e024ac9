/** From a workbook to documents: what is made, what stays the same, what is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type ExcelJS from 'exceljs';
import type { DeskResult } from '../../src/desk/desk.js';
import { noteText } from '../../src/desk/notes.js';
import { faultsOfDocument, type Finding } from '../../src/cli/check-document.js';
import { desk, GOOD, lines, NOW, workbook } from './workbooks.js';
import { DAY, observations, texts, published, changed } from './results.js';

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

  it('reads a workbook whose headers are the former ones in the same way', async () => {
    const former: Record<string, string> = {
      'Mức độ (hơn, gần, khoảng)': 'Từ chỉ mức',
      'Chiều hướng tốt': 'Chiều tốt',
      'Cộng được theo địa bàn': 'Cộng dồn được',
      'Đơn vị hành chính': 'Danh mục hành chính',
    };
    const renamed = new Set<string>();
    const change = (book: ExcelJS.Workbook) =>
      book.eachSheet((sheet) => {
        if (sheet.name === 'Hướng dẫn') return;
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            const [header, star] = String(cell.value).split(/ (?=\(\*\)$)/);
            if (!header || !former[header]) return;
            renamed.add(header);
            cell.value = [former[header], star].filter(Boolean).join(' ');
          }),
        );
      });
    const now = await desk(await workbook(GOOD));
    const before = await desk(await workbook(GOOD, { change }));
    assert.deepEqual([...renamed].sort(), Object.keys(former).sort());
    assert.deepEqual(before.faults.map(noteText), []);
    assert.deepEqual(before.warnings.map(noteText), now.warnings.map(noteText));
    assert.deepEqual(before.files, now.files);
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
      /lớn hơn 100%/,
    ],
    [
      'a pair that is not its rate',
      lines(7, ['Mẫu Một', 'payment.online', '8/2026', '', '70', '', '', '1', '2']),
      'E7',
      /không khớp với 1\/2/,
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
