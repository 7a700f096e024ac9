/** Figures of tables of other APIs: read in one way, or named. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromCkan, fromCsv, type Skipped } from '../../src/tables/table-adapter.js';

interface Made {
  indicators: Record<string, { unit?: string }>;
  observations: { area: string; indicator: string; at?: string; value?: number }[];
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
