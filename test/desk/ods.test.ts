/** Sheets of LibreOffice: what a cell shows is what counts, as in those of Excel. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runDesk } from '../../src/desk/desk.js';
import { STANDARD_INDICATORS } from '../../src/desk/indicators.js';
import { noteText } from '../../src/desk/notes.js';
import { proposeMatching } from '../../src/desk/propose-matching.js';
import { takeIn } from '../../src/desk/read-files.js';
import { keyLike } from '../../src/desk/workbook-context.js';
import {
  cell,
  date,
  EMPTY_TAIL,
  number,
  percentage,
  rawFods,
  rawOds,
  row,
  table,
  text,
} from './raw-ods.js';
import { observations } from './results.js';
import { NOW } from './workbooks.js';

async function tablesOf(bytes: Uint8Array, name = 'bc.ods') {
  const { tables, refused } = await takeIn([{ name, bytes }]);
  return { tables, refused: refused.join() };
}
async function cellsOf(...cells: string[]) {
  const { tables, refused } = await tablesOf(rawOds([table('T', [row(...cells)])]));
  assert.equal(refused, '');
  return tables[0]?.rows[0];
}

describe('a cell of LibreOffice', () => {
  const cells: [what: string, xml: string, wanted: unknown][] = [
    ['a text', text('Quảng Trị'), 'Quảng Trị'],
    [
      'a text of two paragraphs',
      cell('office:value-type="string"', 'Tên xã,', 'phường'),
      'Tên xã,\nphường',
    ],
    ['a count in Vietnamese writing', number(45895, '45.895'), 45895],
    ['a count in English writing', number(45895, '45,895'), 45895],
    ['a decimal in English writing', number(1234.5, '1,234.5'), 1234.5],
    ['the noise of binary fractions', number(7.000000000000001, '7'), 7],
    ['a decimal that is shown rounded', number(33.3333333, '33,3'), 33.3],
    ['a percentage', percentage(0.985, '98,5%'), { percent: 98.5 }],
    ['a percentage in English writing', percentage(0.99125, '99.125%'), { percent: 99.125 }],
    ['a percent sign of the format', number(98.5, '98,5%'), { percent: 98.5 }],
    ['thousands cut off', number(45895000, '45.895'), { kept: 45895000, shown: '45.895' }],
    ['a fraction', number(0.5, '1/2'), { kept: 0.5, shown: '1/2' }],
    ['a number with a word', number(15000, '15.000 người'), '15.000 người'],
    ['a number with its sign hidden', number(-5, '5'), { kept: -5, shown: '5' }],
    ['a number that is not shown', number(12, ''), { kept: 12, shown: '' }],
    ['a day', date('2026-08-31', '31/08/2026', 'ce-day'), { date: '2026-08-31', precision: 'day' }],
    [
      'a moment',
      date('2026-08-31T10:30:00', '31/08/2026', 'ce-day'),
      { date: '2026-08-31', precision: 'day' },
    ],
    [
      'a month',
      date('2026-08-31', '08/2026', 'ce-month'),
      { date: '2026-08-31', precision: 'month' },
    ],
    [
      'a month by a style above',
      date('2026-08-31', '08/2026', 'ce-bold-month'),
      { date: '2026-08-31', precision: 'month' },
    ],
    ['a quarter', date('2026-08-31', 'Quý 3/2026', 'ce-quarter'), 'Quý 3/2026'],
    [
      'a date without its year',
      date('2026-08-05', '5/8', 'ce-noyear'),
      { date: '2026-08-05', precision: 'none', shown: '5/8' },
    ],
    [
      'a formula with an empty text',
      cell(
        'table:formula="of:=IF([.A1]=&quot;&quot;;&quot;&quot;;1)" office:value-type="string" office:string-value=""',
      ),
      undefined,
    ],
    [
      'an error',
      cell(
        'table:formula="of:=#REF!" office:value-type="string" office:string-value="" calcext:value-type="error"',
        '#REF!',
      ),
      { broken: 'error', shown: '#REF!' },
    ],
    [
      'a formula without a result',
      cell('table:formula="of:=SUM([.A1:.A3])"'),
      { broken: 'formula', shown: '=SUM([.A1:.A3])' },
    ],
    ['a truth', cell('office:value-type="boolean" office:boolean-value="true"', 'ĐÚNG'), true],
    [
      'a text with a remark, a link and spaces',
      '<table:table-cell office:value-type="string"><office:annotation><text:p>nhắc: 99</text:p></office:annotation><text:p>Xã <text:s text:c="2"/><text:a><text:span>Cam Lộ</text:span></text:a></text:p></table:table-cell>',
      'Xã   Cam Lộ',
    ],
  ];
  for (const [what, xml, wanted] of cells)
    it(`holds ${what}`, async () => assert.deepEqual((await cellsOf(xml))?.[0], wanted));

  it('is what it keeps where the program shows no texts at all', async () => {
    const bare = 'office:value-type="float" office:value';
    const rate = 'office:value-type="percentage" office:value';
    assert.deepEqual(await cellsOf(cell(`${bare}="12.5"`), cell(`${rate}="0.07"`)), [
      12.5,
      { percent: 7 },
    ]);
  });
});

describe('a sheet of LibreOffice', () => {
  it('has its repeated cells and lines, its merged ranges and what is hidden', async () => {
    const sheet = table(
      'BC',
      [
        row(
          text('Tiêu đề', 'table:number-columns-spanned="3" table:number-rows-spanned="1"'),
          '<table:covered-table-cell table:number-columns-repeated="2"/>',
        ),
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
        row('<table:table-cell/>', number(1, '1', 'table:number-columns-repeated="2"')),
        `<table:table-row table:visibility="filter" table:number-rows-repeated="2">${number(9, '9')}${EMPTY_TAIL}</table:table-row>`,
        '<table:table-row-group>',
        row(text('cuối')),
        '</table:table-row-group>',
      ],
      {
        columns:
          '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>',
      },
    );
    const { tables } = await tablesOf(
      rawOds([
        sheet,
        table('Ẩn', [row(text('x'))], { style: 'ta2' }),
        table("'file:///a.ods'#$T", ['<table:table-source/>', row(text('y'))]),
      ]),
    );
    assert.deepEqual(
      tables.map(({ name, hidden }) => [name, hidden]),
      [
        ['BC', { sheet: false, lines: [4, 5], columns: [2] }],
        ['Ẩn', { sheet: true, lines: [], columns: [] }],
      ],
    );
    assert.deepEqual(tables[0]?.merges, [{ top: 0, left: 0, bottom: 0, right: 2 }]);
    assert.deepEqual(
      tables[0]?.rows.map((cells) => [...cells]),
      [['Tiêu đề', undefined, undefined], [], [], [undefined, 1, 1], [9], [9], ['cuối']],
    );
  });

  it('is read out of a flat file, too', async () => {
    const { tables, refused } = await tablesOf(
      rawFods([table('T', [row(number(5, '5'))])]),
      'bc.fods',
    );
    assert.equal(refused, '');
    assert.deepEqual(tables[0]?.rows, [[5]]);
  });

  it('with a password, or broken, gets a sentence', async () => {
    const locked = rawOds([], '<manifest:encryption-data/>');
    assert.match((await tablesOf(locked)).refused, /đặt mật khẩu/);
    assert.match((await tablesOf(rawOds(['<table:table>']))).refused, /OpenDocument bị hỏng/);
  });
});

describe("an office's report in LibreOffice", () => {
  const span = (text_: string, columns: number, lines: number): string =>
    text(text_, `table:number-columns-spanned="${columns}" table:number-rows-spanned="${lines}"`);
  const covered = '<table:covered-table-cell/>';
  const report = rawOds([
    table('BC T10', [
      row(span('UBND TỈNH QUẢNG TRỊ', 5, 1), covered.repeat(4)),
      row(span('Số liệu tính đến ngày 15/10/2026', 5, 1), covered.repeat(4)),
      row(
        span('STT', 1, 2),
        span('Tên xã, phường', 1, 2),
        span('Số tổ CNSCĐ', 2, 1),
        covered,
        span('Tỷ lệ người dân dùng VNeID (%)', 1, 2),
      ),
      row(covered, covered, text('Cấp xã'), text('Cấp thôn'), covered),
      row(text('I'), text('KHU VỰC ĐÔNG HÀ')),
      row(
        number(1, '1'),
        text('Phường Đông Hà'),
        number(1, '1'),
        number(34, '34'),
        percentage(0.985, '98,5%'),
      ),
      row(
        number(2, '2'),
        text('X. Cam Lộ'),
        number(1, '1'),
        number(1234, '1.234'),
        percentage(0.8, '80%'),
      ),
      row(text('Tổng cộng'), '<table:table-cell/>', number(2, '2'), number(1268, '1.268')),
      row('<table:table-cell/>', text('NGƯỜI LẬP BIỂU')),
    ]),
  ]);
  it('goes through `match` and `build` as one of Excel', async () => {
    const { tables } = await tablesOf(report);
    const proposed = proposeMatching(tables, (header) => keyLike(STANDARD_INDICATORS, header));
    const figures = { ...proposed.sheets?.['Số liệu']?.figures };
    assert.deepEqual(Object.keys(figures), [
      'Số tổ CNSCĐ - Cấp xã',
      'Số tổ CNSCĐ - Cấp thôn',
      'Tỷ lệ người dân dùng VNeID (%)',
    ]);
    const result = runDesk({
      tables,
      matching: { ...proposed, info: { area: '44@2025', edition: '2025' } },
      now: NOW,
    });
    assert.deepEqual(result.faults.map(noteText), []);
    assert.deepEqual(
      observations(result, 'observations/44@2025')
        .filter(({ indicator }) => indicator === 'teams.hamlet')
        .map(({ area, at, value }) => [area, at, value]),
      [
        ['19333@2025', '2026-10-15', 34],
        ['19597@2025', '2026-10-15', 1234],
      ],
    );
  });
});
