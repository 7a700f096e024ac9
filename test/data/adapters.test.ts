/** Answers of other APIs made documents: real ones, and what offices may bring. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { adapt, adapterNamed, registerAdapters } from '../../src/data/adapters.js';
import { parseCsv, csvLine } from '../../src/data/csv.js';
import { readDocument } from '../../src/data/read-document.js';
import { figuresShape } from '../../src/data/shapes.js';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** What a widget gets of an answer. */
async function read(name: string, raw: unknown, url: string) {
  const adapter = adapterNamed(name);
  assert.ok(adapter);
  const { document, faults } = readDocument(figuresShape, await adapt(adapter, raw, url));
  assert.deepEqual(faults, []);
  return document;
}
const figures = (document: Awaited<ReturnType<typeof read>>) =>
  document.observations.map(({ area, indicator, at, value }) => [area, indicator, at, value]);

describe('CKAN datastore', () => {
  const real = JSON.parse(fixture('ckan-mobile-data-usage.json')) as unknown;
  const address = 'https://data.gov.sg/api/action/datastore_search?resource_id=a807b7ab';

  it('is read as data.gov.sg answers it: text numbers, quarters, a constant for the area', async () => {
    const document = await read('ckan', real, `${address}&limit=5#area==vn&at=quarter&mobile=volume_of_mobile_data&source=Mobile+data`);
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
    await assert.rejects(read('ckan', real, `${address}#area==vn`), /5 of 59 records: add "limit=59"/);
  });
  it('knows columns by their names, and the provinces of an edition by theirs', async () => {
    const records = [
      { _id: 1, ten_tinh: 'Tỉnh Quảng Trị', nam: 2026, so_to: 1830, ty_le: 98.5 },
      { _id: 2, ten_tinh: 'TP Da Nang', nam: 2026, so_to: 2100, ty_le: null },
      { _id: 3, ten_tinh: 'Tổng', nam: 2026, so_to: 3930, ty_le: null },
    ];
    const answer = { success: true, result: { records, total: 3 } };
    const document = await read('ckan', answer, 'https://data.example.vn/api/3/action/datastore_search?resource_id=1');
    assert.deepEqual(figures(document), [
      ['44@2025', 'soto', '2026', 1830],
      ['44@2025', 'tyle', '2026', 98.5],
      ['48@2025', 'soto', '2026', 2100],
    ]);
    assert.equal(document.area, 'vn');
    assert.deepEqual(document.indicators['soto'], { name: 'so_to' });
  });
  it('says what is wrong with an answer that is none', async () => {
    await assert.rejects(read('ckan', { success: false }, address), /the adapter failed.*datastore_search/);
    await assert.rejects(read('ckan', { success: true, result: { records: [{ a: 1 }] } }, address), /no row has an area and a figure; the columns are: a/);
    await assert.rejects(read('ckan', { success: true, result: { records: [{ a: 1 }] } }, `${address}#area=b`), /no column "b"/);
  });
});

describe('CSV by URL', () => {
  it('is read as github.com/datasets/population publishes it', async () => {
    const document = await read('csv', fixture('population.csv'), 'https://raw.example/population.csv#area=Country+Name');
    assert.deepEqual(figures(document), [
      ['vn', 'value', '2010', 86932500],
      ['vn', 'value', '2011', 87840000],
      ['vn', 'value', '2012', 88772900],
      ['vn', 'value', '2013', 89708900],
      ['vn', 'value', '2014', 90730000],
    ]);
  });
  it('reads 45.895 as Vietnamese Excel means it behind semicolons, and as a decimal behind commas', async () => {
    const table = 'Địa bàn;Thời điểm;Số tổ\nHuế;tháng 8/2026;45.895\n';
    assert.deepEqual(figures(await read('csv', table, 'x.csv')), [['46@2025', 'soto', '2026-08', 45895]]);
    assert.deepEqual(figures(await read('csv', table.replace(/;/g, ','), 'x.csv')), [['46@2025', 'soto', '2026-08', 45.895]]);
    assert.deepEqual(figures(await read('csv', table.replace(/;/g, ','), 'x.csv#numbers=vi')), [['46@2025', 'soto', '2026-08', 45895]]);
  });
  it('takes the communes of a province by name, one figure a line', async () => {
    const table = 'Tên xã,Chỉ số,Giá trị,Năm\nMẫu Một,teams,45,2026\n';
    const document = await read('csv', table, 'x.csv#parent=44@2025');
    assert.deepEqual(figures(document), [['44.maumot@2025', 'teams', '2026', 45]]);
    assert.equal(document.area, '44@2025');
    assert.equal(document.areas['44.maumot@2025']?.parent, '44@2025');
  });
  it('is text: a page in its place is refused by name', async () => {
    await assert.rejects(read('csv', '<!doctype html>', 'x.csv'), /CSV is expected, this is an HTML/);
    assert.equal(adapterNamed('csv')?.reads, 'text');
  });
});

describe('an adapter of five lines', () => {
  it('is registered by name and wins over a shipped one', async () => {
    registerAdapters({
      so: (raw) => ({
        version: '1',
        area: '44@2025',
        observations: (raw as { so_to: number }[]).map(({ so_to }) => ({ area: '44@2025', indicator: 'teams', value: so_to })),
      }),
    });
    assert.deepEqual(figures(await read('so', [{ so_to: 5 }], 'x')), [['44@2025', 'teams', undefined, 5]]);
    assert.equal(adapterNamed('nothing'), undefined);
  });
});

describe('CSV', () => {
  it('reads back what it writes', () => {
    const rows = [['a', 'b "c"', 'd\ne'], ['', ' x ', '1;2,3'], ['x', '', '']];
    for (const mark of [',', ';', '\t'])
      assert.deepEqual(parseCsv(rows.map((row) => csvLine(row, mark)).join('\r\n')), rows);
  });
  it('takes a mark, "sep=", any line end, and quotes that never close', () => {
    assert.deepEqual(parseCsv('\ufeffsep=|\r\na|b\r1|2\n'), [['a', 'b'], ['1', '2']]);
    assert.deepEqual(parseCsv('a,"b'), [['a', 'b']]);
  });
});
