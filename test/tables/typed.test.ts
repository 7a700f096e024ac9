/** What people type, made numbers, dates and code tables. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../support/property.js';
import { legacyEncoding } from '../../src/tables/legacy-encoding.js';
import { parseTypedDate } from '../../src/tables/typed-dates.js';
import { parseFigure, parseVietnameseNumber } from '../../src/tables/typed-numbers.js';

describe('figures as they are typed', () => {
  const table: [string, object][] = [
    ['45.895', { value: 45895 }],
    ['98,5 %', { value: 98.5, percent: true }],
    ['1.234,5', { value: 1234.5 }],
    ['45 895', { value: 45895 }],
    ['2 tỷ', { value: 2e9 }],
    ['1,2 triệu', { value: 1.2e6 }],
    ['hơn 15.000', { value: 15000, approx: '>' }],
    ['trên 15.000 người', { value: 15000, approx: '>', unit: 'nguoi' }],
    ['gần 100 %', { value: 100, approx: '<', percent: true }],
    ['khoảng 12.000', { value: 12000, approx: '~' }],
    ['ước đạt 80%', { value: 80, approx: '~', percent: true }],
    ['5-8', { range: [5, 8] }],
    ['5 – 8', { range: [5, 8] }],
    ['từ 5 đến 8', { range: [5, 8] }],
    ['từ 10 trở lên', { range: [10, null] }],
    ['từ 10 người trở lên', { range: [10, null], unit: 'nguoi' }],
    ['51/63', { num: 51, den: 63 }],
    ['56/56 xã, phường', { num: 56, den: 56, unit: 'xa, phuong' }],
    ['Chưa có', { missing: true }],
    ['chưa có số liệu', { missing: true }],
    ['-', { missing: true }],
    ['0', { value: 0 }],
    ['-3', { value: -3 }],
  ];
  for (const [typed, figure] of table) {
    it(`reads ${typed}`, () => assert.deepEqual(parseFigure(typed), { figure }));
  }
  const faults: [string, string][] = [
    ['98.5', 'dot-decimal'],
    ['45.89', 'dot-decimal'],
    ['1,234,567', 'english-thousands'],
    ['1,234.5', 'english-thousands'],
    ['8-5', 'range-backwards'],
    ['nhiều', 'not-a-number'],
    ['1E+05', 'not-a-number'],
    ['1.234.56', 'not-a-number'],
    ['#N/A', 'not-a-number'],
  ];
  for (const [typed, fault] of faults) {
    it(`refuses ${typed}`, () => assert.deepEqual(parseFigure(typed), { fault }));
  }
  it('reads back every number that Vietnamese writing can say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, hundredths) => {
          const value = whole + (Math.sign(whole) || 1) * (hundredths / 100);
          const text = value.toLocaleString('vi', { maximumFractionDigits: 2 });
          assert.equal(parseVietnameseNumber(text), Number(value.toFixed(2)));
        },
      ),
    );
  });
  it('never throws, and never makes a number of a text without a digit', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseFigure(text);
        if (!/\p{N}/u.test(text) && 'figure' in read)
          assert.deepEqual(read.figure, { missing: true });
      }),
    );
  });
});

describe('dates as they are typed', () => {
  const table: [string, string, boolean?][] = [
    ['tháng 8/2022', '2022-08'],
    ['T8/2022', '2022-08'],
    ['8/2022', '2022-08'],
    ['08-2022', '2022-08'],
    ['20/11/2026', '2026-11-20'],
    ['ngày 20 tháng 11 năm 2026', '2026-11-20'],
    ['đến ngày 31/8/2022', '2022-08-31'],
    ['năm 2023', '2023'],
    ['2023', '2023'],
    ['quý III/2023', '2023-07/2023-09'],
    ['Quý 1 năm 2023', '2023-01/2023-03'],
    ['2004-Q3', '2004-07/2004-09'],
    ['6 tháng đầu năm 2023', '2023-01/2023-06'],
    ['6 tháng cuối năm 2023', '2023-07/2023-12'],
    ['9 tháng năm 2023', '2023-01/2023-09'],
    ['từ 01/6/2022 đến 31/8/2022', '2022-06-01/2022-08-31'],
    ['khoảng tháng 12/2022', '2022-12', true],
    ['2022-08-31', '2022-08-31'],
    ['2023-01/2023-06', '2023-01/2023-06'],
  ];
  for (const [typed, at, approx = false] of table) {
    it(`reads ${typed}`, () => assert.deepEqual(parseTypedDate(typed), { at, approx }));
  }
  const faults: [string, string][] = [
    ['hôm qua', 'not-a-date'],
    ['31/02/2023', 'no-such-day'],
    ['tháng 13/2022', 'no-such-day'],
    ['11/20/2026', 'month-first'],
    ['20/11/26', 'short-year'],
    ['từ 01/8/2022 đến 01/6/2022', 'backwards'],
    ['', 'not-a-date'],
  ];
  for (const [typed, fault] of faults) {
    it(`refuses ${typed || 'nothing'}`, () => assert.deepEqual(parseTypedDate(typed), { fault }));
  }
});

describe('text of code tables before Unicode', () => {
  for (const text of [
    'Tæ c«ng nghÖ sè céng ®ång',
    'QuËn H¶i Ch©u',
    'TØ lÖ',
    'Sè tæ',
    'b¹n',
    'Hµ T©y',
  ])
    it(`knows TCVN3: ${text}`, () => assert.equal(legacyEncoding(text), 'TCVN3'));
  for (const text of [
    'Toå coâng ngheä soá coäng ñoàng',
    'Phöôøng',
    'Thö vieän',
    'Soá 5',
    'Xaõ',
    'Xaõ Hoøa Bình',
  ])
    it(`knows VNI: ${text}`, () => assert.equal(legacyEncoding(text), 'VNI'));
  it('knows UTF-8 read as another table', () =>
    assert.equal(legacyEncoding('Tá»• cÃ´ng nghá»‡'), 'mojibake'));
  const good = [
    'Tổ công nghệ số cộng đồng',
    'Xã Mò Ó',
    'A Ngo',
    'Bà Rịa',
    'Cù Bai',
    'Hà Tiên',
    'Tà Rụt',
    'hòa',
    'Ba Lòng',
    'Hoà Bình',
    'HOÀ BÌNH',
    'Khoá',
    'Toà án',
    'Thuỷ',
    'Uỷ ban',
    'Xoá, hoàn, toán, loé, hoè, quý, quí, giò',
    'XÃ\u00a0TAM THANH',
    '«Hoà Bình»',
    'Zalo®, ©VNPT, a·b, ½',
    'Noël, España, Müller, Malmö, Krông Bông, EA YÔNG',
    'Đà Nẵng',
    'Café',
    'Cô Tô',
    'Ía Ò',
    'Lý Sơn',
    '98,5 %',
    'Kế hoạch số 170/KH-UBND',
  ];
  for (const text of good)
    for (const form of ['NFC', 'NFD'])
      it(`takes ${text} (${form}) for what it is`, () =>
        assert.equal(legacyEncoding(text.normalize(form)), undefined));
});
