/** What is published is what the office sees in its cell, or the cell is named. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { takeIn } from '../../src/desk/read-files.js';
import { runDesk } from '../../src/desk/desk.js';
import { noteText } from '../../src/desk/notes.js';
import {
  rawFigures,
  rawWorkbook,
  type RawCell,
  type RawOptions,
  type RawRow,
} from './raw-workbook.js';
import { NOW } from './workbooks.js';
import { observations } from './results.js';

const RATE = 'Tỷ lệ thanh toán trực tuyến';

async function build(rows: readonly RawRow[], options: RawOptions = {}) {
  const { tables, refused } = await takeIn([{ name: 'x.xlsx', bytes: rawFigures(rows, options) }]);
  assert.deepEqual(refused, []);
  return runDesk({ tables, now: NOW });
}
async function one(
  indicator: string,
  value: RawCell,
  target?: RawCell,
  at: RawRow[number] = '8/2026',
) {
  const result = await build([['Tỉnh Quảng Trị', indicator, at, value, target]]);
  const faults = result.faults.map(noteText);
  if (faults.length > 0) return faults;
  const [o] = observations(result, 'observations/44@2025');
  return o && { value: o.value, ...('target' in o ? { target: o['target'] } : {}), at: o.at };
}

describe('a figure is what its cell shows', () => {
  const shown: [string, string, RawCell, number][] = [
    ['98,5% under a percent format', RATE, { v: 0.985, format: '0.0%' }, 98.5],
    ['1 that is shown as 100%', RATE, { v: 1, format: '0%' }, 100],
    ['a percent sign that the format only writes', RATE, { v: 98.5, format: '0.0"%"' }, 98.5],
    ['the same, escaped', RATE, { v: 98.5, format: '0.0\\%' }, 98.5],
    ['noise of a formula', RATE, { v: 7.000000000000001, f: '0.07*100' }, 7],
    ['noise of a sum', RATE, { v: 33.300000000000004, f: 'A1*3' }, 33.3],
    ['a rate rounded by its format', RATE, { v: 80.95238095238095, format: '0.00' }, 80.95],
    ['thousands', 'Số tổ', { v: 45895, format: '#,##0' }, 45895],
    [
      'thousands of the accounting format',
      'Số tổ',
      { v: 1234, format: '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)' },
      1234,
    ],
    ['a word behind the number', 'Số tổ', { v: 120, format: '#,##0" tổ"' }, 120],
    ['a condition with a colour', 'Số tổ', { v: 12, format: '[Red][>10]0;0' }, 12],
    ['a number under the text format', 'Số tổ', { v: 12, format: '@' }, 12],
    ['a percentage with words', RATE, { v: 0.985, format: '0.0%" đạt"' }, 98.5],
    ['a percentage of the general format', RATE, { v: 0.985, format: 'General%' }, 98.5],
    ['a percentage rounded by its format', RATE, { v: 0.7925, format: '0%' }, 79],
    ['spaces between thousands', 'Số tổ', { v: 1234567, format: '#\\ ###\\ ##0' }, 1234567],
    ['an open decimal mark', RATE, { v: 3, format: '0.##' }, 3],
    [
      'a half of 15 digits, rounded up',
      RATE,
      { v: 28.499999999999996, f: '0.285*100', format: '0' },
      29,
    ],
    ['a negative difference in brackets', RATE, { v: -5.25, format: '0.00;(0.00)' }, -5.25],
    [
      'the Vietnamese accounting format',
      'Số tổ',
      { v: 1234, format: '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* "-"\\ _₫_-;_-@_-' },
      1234,
    ],
    [
      'a condition that shows the number',
      'Số tổ',
      { v: 500, format: '[>=1000]#,##0," nghìn";0' },
      500,
    ],
    ['a word of a section', 'Số tổ', { v: 12, format: '0" tổ";-0" tổ";"không có"' }, 12],
  ];
  for (const [what, indicator, cell, value] of shown)
    it(`${what}`, async () => {
      assert.deepEqual(await one(indicator, cell), { value, at: '2026-08' });
    });
  it('a target too: 90 under a format that writes the sign', async () => {
    assert.deepEqual(await one(RATE, { v: 85.5, format: '0.0"%"' }, { v: 90, format: '0"%"' }), {
      value: 85.5,
      target: 90,
      at: '2026-08',
    });
  });
});

describe('a cell that shows another thing than its number is named with both', () => {
  const masked: [string, RawCell, RegExp][] = [
    ['a fraction', { v: 0.5, format: '# ?/?' }, /ô D2: ô hiện “1\/2”, còn Excel giữ “0,5”/],
    [
      'a fraction just under one',
      { v: 0.95, format: '# ??/??' },
      /ô D2: ô hiện “19\/20”, còn Excel giữ “0,95”/,
    ],
    [
      'a mixed fraction just under the next whole',
      { v: -12.96, format: '# ??/??' },
      /ô D2: ô hiện “-12 24\/25”, còn Excel giữ “-12,96”/,
    ],
    ['nothing', { v: 5, format: ';;;' }, /ô D2: ô không hiện gì .* Excel giữ “5”/],
    ['a word', { v: 1, format: '"Có";;"Không"' }, /ô hiện “Có”, còn Excel giữ “1”/],
    ['a dash for 0', { v: 0, format: '0;-0;"-"' }, /ô hiện “-”, còn Excel giữ “0”/],
    [
      'thousands cut off',
      { v: 45895000, format: '#,##0,' },
      /ô hiện “45.895”, còn Excel giữ “45895000”/,
    ],
    ['a scale in words', { v: 15, format: '0" nghìn"' }, /ô hiện “15 nghìn”, còn Excel giữ “15”/],
    [
      'a scale in words behind which more words stand',
      { v: 12, format: '0" nghìn người"' },
      /ô hiện “12 nghìn người”, còn Excel giữ “12”/,
    ],
    ['a short scale', { v: 12, format: '0" trđ"' }, /ô hiện “12 trđ”, còn Excel giữ “12”/],
    [
      'a condition that cuts off',
      { v: 1500, format: '[>=1000]#,##0," nghìn";0' },
      /ô hiện “2 nghìn”/,
    ],
    ['a condition in a word', { v: 5, format: '[<10]"ít";0' }, /ô hiện “ít”, còn Excel giữ “5”/],
    ['a share of a thousand', { v: 985, format: '0.0‰' }, /ô hiện “985,0‰”/],
    [
      'a pair that the format writes',
      { v: 51, format: '0"/63"' },
      /ô hiện “51\/63”, còn Excel giữ “51”/,
    ],
    ['a short scale that was typed', { v: '15k', t: 'str' }, /“15k” không phải là số/],
    ['a sign left out', { v: -5, format: '0;0' }, /ô hiện “5”, còn Excel giữ “-5”/],
    ['an hour', { v: 0.5, format: 'h:mm' }, /ô D2: ô hiện “12:00”, còn Excel giữ “0,5”/],
    ['powers of ten', { v: 12345, format: '0.00E+00' }, /ô hiện “1,23E\+04”/],
    [
      'a date that Excel made',
      { v: 46150, format: 'd-mmm' },
      /Excel đã đổi thành ngày 08\/5\/2026/,
    ],
  ];
  for (const [what, cell, words] of masked)
    it(`${what}`, async () => {
      assert.match(String(await one('Số tổ', cell)), words);
    });
});

describe('a number that may be two things is a question', () => {
  const questions: [string, string, RawCell, RegExp][] = [
    ['1 of a rate', RATE, { v: 1 }, /ô D2: “1” có thể là 1% hay 100%.*Hãy ghi “1%” hoặc “100%”/],
    ['a share of a rate', RATE, { v: 0.7925 }, /“0,7925” có thể là 0,7925% hay 79,25%/],
    ['a share typed as text', RATE, { v: '0,985', t: 'str' }, /“0,985” có thể là .* 98,5%/],
    ['1.234 of a count', 'Số tổ', { v: 1.234 }, /nếu là 1\.234 thì hãy ghi 1234/],
    ['a point in a rate', RATE, { v: '99.125', t: 'str' }, /“99\.125” có thể là 99125 hay 99,125/],
    ['a point in a mean', 'Số thành viên mỗi tổ', { v: '5.250', t: 'str' }, /5250 hay 5,250/],
    ['a mean of three decimals', 'Số thành viên mỗi tổ', { v: 5.125 }, /5125 hay 5,125/],
  ];
  for (const [what, indicator, cell, words] of questions)
    it(`${what}`, async () => {
      assert.match(String(await one(indicator, cell)), words);
    });
  it('and so is a target', async () => {
    assert.match(String(await one(RATE, { v: 85.5 }, { v: 0.9 })), /ô E2: “0,9” có thể là/);
    assert.match(
      String(await one('Số tổ', { v: 5 }, { v: 90, format: '0"%"' })),
      /ô E2: .*phần trăm/,
    );
    assert.match(String(await one('Số tổ', { v: 5 }, { v: 1.5 })), /ô E2: .*số đếm/);
  });
  it('a sign behind the number answers it', async () => {
    assert.deepEqual(await one(RATE, { v: '0,5%', t: 'str' }), { value: 0.5, at: '2026-08' });
    assert.deepEqual(await one(RATE, { v: 0 }), { value: 0, at: '2026-08' });
  });
});

describe('a date is as fine as its cell shows it', () => {
  const dates: [string, RawCell, string][] = [
    ['a day', { v: 46265, format: 'dd/mm/yyyy' }, '2026-08-31'],
    ['a day in words', { v: 46265, format: '"ngày "dd" tháng "mm" năm "yyyy' }, '2026-08-31'],
    ['a month', { v: 46235, format: 'mmm-yy' }, '2026-08'],
    ['a year', { v: 46235, format: 'yyyy' }, '2026'],
    ['a quarter that the format writes', { v: 46235, format: '"Quý III/"yyyy' }, '2026-07/2026-09'],
    [
      'a text of ISO 8601',
      { v: '2026-08-31T00:00:00', t: 'd', format: 'dd/mm/yyyy' },
      '2026-08-31',
    ],
    ['with an hour', { v: 46265.75, format: 'dd/mm/yyyy hh:mm' }, '2026-08-31'],
  ];
  for (const [what, cell, at] of dates)
    it(`${what}`, async () => {
      assert.deepEqual(await one('Số tổ', { v: 12 }, undefined, cell), { value: 12, at });
    });
  it('a date without a year is named', async () => {
    const answer = await one('Số tổ', { v: 12 }, undefined, { v: 46265, format: 'd-mmm' });
    assert.match(
      String(answer),
      /ô C2: ô hiện “31-thg 8”, không có năm, còn Excel giữ 31\/8\/2026/,
    );
  });
  it('days of a workbook that counts from 1904', async () => {
    const cell = { v: 46265 - 1462, format: 'dd/mm/yyyy' };
    const result = await build([['Tỉnh Quảng Trị', 'Số tổ', cell, 12]], { date1904: true });
    assert.equal(observations(result, 'observations/44@2025')[0]?.at, '2026-08-31');
  });
});

describe('cells of formulas', () => {
  it('an empty text is a blank cell, and a text that looks like a number is read', async () => {
    const empty: RawCell = { v: '', t: 'str', f: 'IF(Z3="","",Z3)' };
    const result = await build([
      ['Tỉnh Quảng Trị', 'Số tổ', '8/2026', { v: '1.234', t: 'str', f: 'TEXT(A1;"#.##0")' }],
      [empty, empty, empty, empty],
    ]);
    assert.deepEqual(result.faults.map(noteText), []);
    assert.deepEqual(
      observations(result, 'observations/44@2025').map(({ value }) => value),
      [1234],
    );
  });
  it('a formula that was never calculated is named', async () => {
    assert.match(
      String(await one('Số tổ', { f: 'SUM(A1:A9)' })),
      /“=SUM\(A1:A9\)” chưa có kết quả/,
    );
  });
  it('an error of Excel is named', async () => {
    assert.match(String(await one('Số tổ', { v: '#REF!', t: 'e' })), /ô báo lỗi #REF!/);
  });
});

describe('texts of workbooks', () => {
  /** A workbook whose texts stand in a list of their own. */
  function withStrings(items: string, cells: string, cols = ''): Uint8Array {
    const parts = unzipSync(rawWorkbook([{ name: 'T', rows: [[1]] }]));
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const relations = text('xl/_rels/workbook.xml.rels').replace(
      '</Relationships>',
      '<Relationship Id="t" Type="http://x/sharedStrings" Target="strings.xml"/></Relationships>',
    );
    return zipSync({
      ...parts,
      'xl/_rels/workbook.xml.rels': strToU8(relations),
      'xl/strings.xml': strToU8(`<sst ${main}>${items}</sst>`),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet ${main}>${cols}<sheetData>${cells}</sheetData></worksheet>`,
      ),
    });
  }
  const read = async (bytes: Uint8Array) => {
    const { tables } = await takeIn([{ name: 'x.xlsx', bytes }]);
    return tables[0];
  };

  it('are their runs without the readings of words; an empty reference is a blank cell', async () => {
    const table = await read(
      withStrings(
        '<si><t>đầu</t></si><si><r><t>Xã </t></r><r><rPr><b/></rPr><t xml:space="preserve">Cam Lộ</t></r><rPh sb="0" eb="1"><t>カム</t></rPh></si>',
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v></v></c><c r="C1" t="s"/></row>',
      ),
    );
    assert.deepEqual(table?.rows[0], ['Xã Cam Lộ']);
  });

  it('in lines and columns without any height or width are hidden', async () => {
    const table = await read(
      withStrings(
        '<si><t>a</t></si>',
        '<row r="1" ht="0" customHeight="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="B2" t="s"><v>0</v></c></row>',
        '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>',
      ),
    );
    assert.deepEqual(table?.hidden, { sheet: false, lines: [0], columns: [1] });
  });
});

describe('parts of other programs', () => {
  const rows: RawRow[] = [['Tỉnh Quảng Trị', 'Số tổ', '8/2026', 12]];
  it('are found by their relationships, whatever folder they stand in', async () => {
    const result = await build(rows, { folder: 'Book' });
    assert.equal(observations(result, 'observations/44@2025').length, 1);
  });
  it('are read with any prefix of the namespace', async () => {
    const result = await build(rows, { prefix: 'x:' });
    assert.equal(observations(result, 'observations/44@2025').length, 1);
  });
  it('are refused as broken where a part is missing', async () => {
    const bytes = rawWorkbook([{ name: 'Số liệu', rows: [] }]);
    const { refused } = await takeIn([{ name: 'x.xlsx', bytes: bytes.subarray(0, 900) }]);
    assert.match(refused.join(), /bị hỏng|không phải bảng tính/);
  });
});
