/** Answers of other APIs made documents: real ones, and what offices may bring. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { adapt, adapterNamed, registerAdapters } from '../../src/data/adapters.js';
import { fromCsv } from '../../src/tables/table-adapter.js';
import type { Skipped } from '../../src/tables/table-rows.js';
import { parseCsv, csvLine } from '../../src/tables/csv.js';
import { readDocument } from '../../src/api/read-document.js';
import { figuresSchemas } from '../../src/api/figures.js';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** What a widget gets of an answer. */
async function read(name: string, raw: unknown, url: string) {
  const adapter = adapterNamed(name);
  assert.ok(adapter);
  const { document, faults } = readDocument(figuresSchemas, await adapt(adapter, raw, url));
  assert.deepEqual(faults, []);
  return document;
}
const figures = (document: Awaited<ReturnType<typeof read>>) =>
  document.observations.map(({ area, indicator, at, value }) => [area, indicator, at, value]);

describe('CKAN datastore', () => {
  const real = JSON.parse(fixture('ckan-mobile-data-usage.json')) as unknown;
  const address = 'https://data.gov.sg/api/action/datastore_search?resource_id=a807b7ab';

  it('is read as data.gov.sg answers it: text numbers, quarters, a constant for the area', async () => {
    const document = await read(
      'ckan',
      real,
      `${address}&limit=5#area==vn&at=quarter&mobile=volume_of_mobile_data&source=Mobile+data`,
    );
    assert.deepEqual(figures(document).slice(0, 2), [
      ['vn', 'mobile', '2004-07/2004-09', 0.000384],
      ['vn', 'mobile', '2004-10/2004-12', 0.000543],
    ]);
    assert.equal(document.area, 'vn');
    assert.deepEqual(document.sources['table'], {
      title: 'Mobile data',
      publisher: 'data.gov.sg',
      url: `${address}&limit=5`,
    });
  });
  it('refuses a first page that the address did not ask for: a part is not the whole', async () => {
    await assert.rejects(
      read('ckan', real, `${address}#area==vn`),
      /5 of 59 records: add "limit=59"/,
    );
  });
  it('knows columns by their names, and the provinces of an edition by theirs', async () => {
    const records = [
      { _id: 1, ten_tinh: 'Tỉnh Quảng Trị', nam: 2026, so_to: 1830, ty_le: 98.5 },
      { _id: 2, ten_tinh: 'TP Da Nang', nam: 2026, so_to: 2100, ty_le: null },
      { _id: 3, ten_tinh: 'Tổng', nam: 2026, so_to: 3930, ty_le: null },
    ];
    const answer = { success: true, result: { records, total: 3 } };
    const document = await read(
      'ckan',
      answer,
      'https://data.example.vn/api/3/action/datastore_search?resource_id=1',
    );
    assert.deepEqual(figures(document), [
      ['44@2025', 'soto', '2026', 1830],
      ['44@2025', 'tyle', '2026', 98.5],
      ['48@2025', 'soto', '2026', 2100],
    ]);
    assert.equal(document.area, 'vn');
    assert.deepEqual(document.indicators['soto'], { name: 'so_to' });
  });
  it('says what is wrong with an answer that is none', async () => {
    await assert.rejects(
      read('ckan', { success: false }, address),
      /the adapter failed.*datastore_search/,
    );
    await assert.rejects(
      read('ckan', { success: true, result: { records: [{ a: 1 }] } }, address),
      /no row has an area and a figure; the columns are: a/,
    );
    await assert.rejects(
      read('ckan', { success: true, result: { records: [{ a: 1 }] } }, `${address}#area=b`),
      /no column "b"/,
    );
  });
});

describe('CSV by URL', () => {
  it('is read as github.com/datasets/population publishes it', async () => {
    const document = await read(
      'csv',
      fixture('population.csv'),
      'https://raw.example/population.csv#area=Country+Name',
    );
    assert.deepEqual(figures(document), [
      ['vn', 'value', '2010', 86932500],
      ['vn', 'value', '2011', 87840000],
      ['vn', 'value', '2012', 88772900],
      ['vn', 'value', '2013', 89708900],
      ['vn', 'value', '2014', 90730000],
    ]);
  });
  it('reads 45.895 as Vietnamese Excel means it behind semicolons, and as a count where things are counted', async () => {
    const table = 'Địa bàn;Thời điểm;Số tổ\nHuế;tháng 8/2026;45.895\n';
    const commas = table.replace(/;/g, ',');
    assert.deepEqual(figures(await read('csv', table, 'x.csv')), [
      ['46@2025', 'soto', '2026-08', 45895],
    ]);
    assert.deepEqual(figures(await read('csv', commas, 'x.csv')), [
      ['46@2025', 'soto', '2026-08', 45895],
    ]);
    assert.deepEqual(figures(await read('csv', commas, 'x.csv#numbers=vi')), [
      ['46@2025', 'soto', '2026-08', 45895],
    ]);
    assert.deepEqual(figures(await read('csv', commas, 'x.csv#numbers=en')), [
      ['46@2025', 'soto', '2026-08', 45.895],
    ]);
  });
  const values = (...cells: string[]) => {
    const skipped: Skipped[] = [];
    const rows = cells.map((cell, i) => `Huế,${2000 + i},"${cell}"`);
    const made = (label: string) =>
      fromCsv(`Địa bàn,Năm,${label}\n${rows.join('\n')}\n`, 'x.csv', (row) => skipped.push(row));
    return { made, skipped };
  };
  const written: readonly (readonly [string, string, string[], (number | undefined)[]])[] = [
    [
      'a column with 12.345.678 is Vietnamese throughout',
      'Kinh phí',
      ['1.234', '12.345.678'],
      [1234, 12345678],
    ],
    [
      'a column with a decimal comma is Vietnamese throughout',
      'Kinh phí',
      ['1.234', '98,5'],
      [1234, 98.5],
    ],
    ['a column with 0.384 is English throughout', 'Kinh phí', ['1.234', '0.384'], [1.234, 0.384]],
    [
      'a column with 98.5 is English throughout',
      'Kinh phí',
      ['1.234', '98.5', '1,234,567'],
      [1.234, 98.5, 1234567],
    ],
    ['1.234 alone is a thousand of what is counted', 'Số tổ', ['1.234', '845'], [1234, 845]],
    ['1.234 alone is refused of what may have decimals', 'Tỷ lệ', ['1.234', '845'], [845]],
    [
      'both writings in one column: what is clear is read, what is not is refused',
      'Kinh phí',
      ['98,5', '12.5', '1.234'],
      [98.5, 12.5],
    ],
  ];
  for (const [name, label, cells, expected] of written) {
    it(name, () => {
      const { made, skipped } = values(...cells);
      const { observations } = made(label) as { observations: { value: number }[] };
      assert.deepEqual(
        observations.map(({ value }) => value),
        expected,
      );
      assert.equal(skipped.length, cells.length - expected.length);
      for (const { why, column, cell } of skipped)
        assert.deepEqual([why, column, cell], ['ambiguous', label, '1.234']);
    });
  }
  it('reports each row and cell that it leaves out by its line, as spreadsheets count it', () => {
    const skipped: Skipped[] = [];
    const table =
      'Địa bàn,Năm,Giá trị,Chỉ số\nHuế,2026,5,teams\n\nTổng,2026,5,teams\nHuế,2025,nhiều,teams\nHuế,hôm qua,7,teams\nHuế,2024,,teams\n';
    fromCsv(table, 'x.csv', (row) => skipped.push(row));
    assert.deepEqual(
      skipped.map(({ line, why, cell, column }) => [line, why, cell, column]),
      [
        [4, 'area', 'Tổng', 'Địa bàn'],
        [5, 'figure', 'nhiều', 'Giá trị'],
        [6, 'date', 'hôm qua', 'Năm'],
        [7, 'empty', '', ''],
      ],
    );
  });
  it('says so once in the console of a page', async (t) => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const table = 'Địa bàn,Năm,Số tổ\nHuế,2026,5\nXứ Lạ,2026,5\nTổng,2026,5\n';
    await read('csv', table, 'https://page.test/once.csv');
    await read('csv', table, 'https://page.test/once.csv');
    assert.deepEqual(
      warn.mock.calls.map(({ arguments: [line] }) => line as string),
      ['[tcns] "https://page.test/once.csv": 2 left out; the first: line 3: "Xứ Lạ" is no area'],
    );
  });
  it('names UTF-16 that a browser has taken for UTF-8', () => {
    const bytes = Buffer.from('\ufeffĐịa bàn,Số tổ\nHuế,5\n', 'utf16le');
    assert.throws(() => fromCsv(new TextDecoder().decode(bytes), 'x.csv'), /this is UTF-16/);
  });
  it('takes the communes of a province by name, one figure a line', async () => {
    const table = 'Tên xã,Chỉ số,Giá trị,Năm\nMẫu Một,teams,45,2026\n';
    const document = await read('csv', table, 'x.csv#parent=44@2025');
    assert.deepEqual(figures(document), [['44.maumot@2025', 'teams', '2026', 45]]);
    assert.equal(document.area, '44@2025');
    assert.equal(document.areas['44.maumot@2025']?.parent, '44@2025');
  });
  it('is text: a page in its place is refused by name', async () => {
    await assert.rejects(
      read('csv', '<!doctype html>', 'x.csv'),
      /CSV is expected, this is an HTML/,
    );
    assert.equal(adapterNamed('csv')?.reads, 'text');
  });
});

describe('an adapter of five lines', () => {
  it('is registered by name and wins over a shipped one', async () => {
    registerAdapters({
      so: (raw) => ({
        version: '1',
        area: '44@2025',
        observations: (raw as { so_to: number }[]).map(({ so_to }) => ({
          area: '44@2025',
          indicator: 'teams',
          value: so_to,
        })),
      }),
    });
    assert.deepEqual(figures(await read('so', [{ so_to: 5 }], 'x')), [
      ['44@2025', 'teams', undefined, 5],
    ]);
    assert.equal(adapterNamed('nothing'), undefined);
  });
});

describe('CSV', () => {
  it('reads back what it writes', () => {
    const rows = [
      ['a', 'b "c"', 'd\ne'],
      ['', ' x ', '1;2,3'],
      ['x', '', ''],
    ];
    for (const mark of [',', ';', '\t'])
      assert.deepEqual(parseCsv(rows.map((row) => csvLine(row, mark)).join('\r\n')), rows);
  });
  it('takes a mark, "sep=", any line end, and quotes that never close', () => {
    assert.deepEqual(parseCsv('\ufeffsep=|\r\na|b\r1|2\n'), [
      ['a', 'b'],
      ['1', '2'],
    ]);
    assert.deepEqual(parseCsv('a,"b'), [['a', 'b']]);
  });
  it('keeps a line whole when a quote closes too early', () => {
    assert.deepEqual(parseCsv('"x"y,2\n3,4\n'), [
      ['xy', '2'],
      ['3', '4'],
    ]);
    assert.deepEqual(parseCsv('"x" ,2'), [['x ', '2']]);
  });
});
