/** Figures of tables of other APIs: read in one way, or named. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromCkan, fromCsv } from '../../src/tables/table-adapter.js';
import type { Skipped } from '../../src/tables/table-rows.js';

interface Made {
  indicators: Record<string, { unit?: string }>;
  observations: { area: string; indicator: string; at?: string; value?: number; target?: number }[];
}
function csv(address: string, ...lines: string[]) {
  const skipped: Skipped[] = [];
  const made = fromCsv(lines.join('\n'), `x.csv${address}`, (row) => skipped.push(row)) as Made;
  return {
    made,
    values: made.observations.map(({ value }) => value),
    skipped: skipped.map(({ line, why, cell }) => `${line} ${why} ${cell}`),
  };
}

describe('a column of percentages', () => {
  it('with a point is read, with its unit', () => {
    const { made, values, skipped } = csv(
      '',
      'Tỉnh,Tỷ lệ',
      'Quảng Trị,98.5%',
      'Huế,97%',
      'Hà Nội,99.25%',
    );
    assert.deepEqual([values, skipped], [[98.5, 97, 99.25], []]);
    assert.equal(made.indicators['tyle']?.unit, '%');
  });
  it('with both marks asks about what may be a thousand', () => {
    const { values, skipped } = csv(
      '',
      'Tỉnh,Tỷ lệ',
      'Hà Nội,"98,5%"',
      'Đà Nẵng,99.125%',
      'Huế,97%',
      'Hải Phòng,96.5%',
    );
    assert.deepEqual([values, skipped], [[98.5, 97, 96.5], ['3 ambiguous 99.125%']]);
  });
  it('asks about 1 without a sign', () => {
    const { values, skipped } = csv('', 'Tỉnh,Tỷ lệ (%)', 'Hà Nội,1', 'Huế,0.97', 'Đà Nẵng,96.5');
    assert.deepEqual([values, skipped], [[96.5], ['2 share 1', '3 share 0.97']]);
  });
});

describe('a row', () => {
  it('whose date Excel has spoilt is left out, not published without a date', () => {
    const { values, skipped } = csv('', 'Tỉnh,Ngày,Số tổ', 'Huế,2026-06,100', 'Huế,Aug-26,120');
    assert.deepEqual([values, skipped], [[100], ['3 date Aug-26']]);
  });
  it('that contradicts another is left out with it; one that repeats it is not', () => {
    const { values, skipped } = csv(
      '',
      'Tỉnh,Số tổ',
      'Huế,12',
      'Hà Nội,5',
      'Huế,13',
      'Hà Nội,5',
      'Huế,14',
    );
    assert.deepEqual([values, skipped], [[5], ['2 twin 12', '4 twin 13', '6 twin 14']]);
  });
  it('with one bad cell does not take the column with it', () => {
    const { values, skipped } = csv('', 'Tỉnh,Số tổ', 'Huế,12', 'Hà Nội,mười', 'Đà Nẵng,5');
    assert.deepEqual([values, skipped], [[12, 5], ['3 figure mười']]);
  });
});

describe('a column', () => {
  it('of running numbers, coordinates or a year becomes no indicator by itself', () => {
    const { made, skipped } = csv(
      '',
      'STT,Tỉnh,lat,long,2022,Số tổ',
      '7,Huế,16.4,107.5,9,12',
      '9,Hà Nội,21.1,105.8,8,5',
    );
    assert.deepEqual(Object.keys(made.indicators), ['soto']);
    assert.deepEqual(skipped, ['1 column lat', '1 column long', '1 column 2022']);
  });
  it('of codes, telephones, ranks or a month becomes none either', () => {
    const { made, skipped } = csv(
      '',
      'Mã,Tỉnh,SĐT,Xếp hạng,T8/2026,Số tổ',
      '7,Huế,0901,2,9,12',
      '9,Hà Nội,0902,1,8,5',
    );
    assert.deepEqual(Object.keys(made.indicators), ['soto']);
    assert.deepEqual(skipped, [
      '1 column Mã',
      '1 column SĐT',
      '1 column Xếp hạng',
      '1 column T8/2026',
    ]);
  });
  it('of ranks is read where the address says so', () => {
    const { values } = csv('#rank=Hạng', 'Tỉnh,Hạng', 'Huế,2', 'Hà Nội,1');
    assert.deepEqual(values, [2, 1]);
  });
  it('of counts holds whole numbers from 0 up', () => {
    const { values, skipped } = csv(
      '',
      'Tỉnh;Số tổ;Số tiền',
      'Huế;12,5;12,5',
      'Hà Nội;-5;3',
      'Đà Nẵng;7;-1',
    );
    assert.deepEqual(
      [values, skipped],
      [
        [12.5, 3, 7, -1],
        ['2 whole 12,5', '3 whole -5'],
      ],
    );
  });
  it('of rates asks about 99.125, although its file writes decimals with a comma', () => {
    const { values, skipped } = csv('', 'Tỉnh;Tỷ lệ', 'Huế;98,5', 'Hà Nội;99.125', 'Đà Nẵng;97');
    assert.deepEqual([values, skipped], [[98.5, 97], ['3 ambiguous 99.125']]);
  });
  it('of targets is that of the only indicator; beside several nobody knows of which', () => {
    const one = csv('', 'Tỉnh,Chỉ tiêu,Số tổ', 'Huế,10,12');
    assert.deepEqual([one.made.observations.map(({ target }) => target), one.skipped], [[10], []]);
    const two = csv('', 'Tỉnh,Chỉ tiêu,Số tổ,Số người', 'Huế,10,12,50');
    assert.deepEqual(
      [two.made.observations.map(({ target }) => target), two.skipped],
      [[undefined, undefined], ['1 shared Chỉ tiêu']],
    );
  });
  it('of years stands beside one of months', () => {
    const { made } = csv('', 'Tỉnh,Năm,Tháng,Số tổ', 'Huế,2026,8,12');
    assert.equal(made.observations[0]?.at, '2026-08');
  });
  it('is asked about where two may hold the date', () => {
    assert.throws(
      () => csv('', 'Tỉnh,Kỳ,Ngày,Số tổ', 'Huế,8/2026,9/2026,12'),
      /"Kỳ" and "Ngày" may both hold the date/,
    );
  });
});

describe('types of a database', () => {
  it('make 1.234 of an integer no thousand: it is named', () => {
    const skipped: Skipped[] = [];
    const result = {
      fields: [
        { id: 'tinh', type: 'text' },
        { id: 'so_to', type: 'int4' },
      ],
      records: [
        { tinh: 'Huế', so_to: '1.234' },
        { tinh: 'Hà Nội', so_to: '5' },
      ],
      total: 2,
    };
    const made = fromCkan({ success: true, result }, 'x', (row) => skipped.push(row)) as Made;
    assert.deepEqual(
      [made.observations.map(({ value }) => value), skipped.map(({ why, cell }) => [why, cell])],
      [[5], [['whole', '1.234']]],
    );
  });
  it('are obeyed: a numeric handed out as text has a machine’s point, `_id` and `rank` are none', () => {
    const field = (id: string, type: string) => ({ id, type });
    const raw = {
      success: true,
      result: {
        fields: [
          field('_id', 'int4'),
          field('tinh', 'text'),
          field('tb', 'numeric'),
          field('rank', 'float4'),
        ],
        records: [
          { _id: 1, tinh: 'Quảng Trị', tb: '5.250', rank: 0.1 },
          { _id: 2, tinh: 'Huế', tb: '6.125', rank: 0.2 },
        ],
        total: 2,
      },
    };
    const { observations } = fromCkan(raw, 'https://x/api') as Made;
    assert.deepEqual(
      observations.map(({ indicator, value }) => [indicator, value]),
      [
        ['tb', 5.25],
        ['tb', 6.125],
      ],
    );
  });
});
