import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  asOf,
  dateValues,
  formatAt,
  formatDateTime,
  formatDay,
  formatTime,
} from '../../src/i18n/dates.js';
import { loadLanguage, registerLocale } from '../../src/i18n/translator.js';

await loadLanguage('en');

const WORDS: [at: string, vi: string, en: string][] = [
  ['2026-11-20', '20/11/2026', '20 November 2026'],
  ['2022-06-01', '01/6/2022', '1 June 2022'],
  ['2023-01-05', '05/01/2023', '5 January 2023'],
  ['2023-02-10', '10/02/2023', '10 February 2023'],
  ['2023-03-05', '05/3/2023', '5 March 2023'],
  ['2022-12-15', '15/12/2022', '15 December 2022'],
  ['2022-08', 'tháng 8/2022', 'August 2022'],
  ['2022-01', 'tháng 01/2022', 'January 2022'],
  ['2023', 'năm 2023', '2023'],
  ['2023-01/2023-06', '6 tháng đầu năm 2023', 'first half of 2023'],
  ['2023-01-01/2023-06-30', '6 tháng đầu năm 2023', 'first half of 2023'],
  ['2023-07/2023-12', '6 tháng cuối năm 2023', 'second half of 2023'],
  ['2023-01/2023-03', 'quý I/2023', 'Q1 2023'],
  ['2023-07/2023-09', 'quý III/2023', 'Q3 2023'],
  ['2023-10/2023-12', 'quý IV/2023', 'Q4 2023'],
  ['2023-01/2023-09', '9 tháng đầu năm 2023', 'first 9 months of 2023'],
  ['2023-01/2023-08', '8 tháng đầu năm 2023', 'first 8 months of 2023'],
  ['2023-01/2023-12', 'năm 2023', '2023'],
  ['2023-05/2023-05', 'tháng 5/2023', 'May 2023'],
  ['2023-05/2023-07', 'từ tháng 5/2023 đến tháng 7/2023', 'May 2023 to July 2023'],
  ['2022-06-01/2022-08-31', 'từ 01/6/2022 đến 31/8/2022', '1 June 2022 to 31 August 2022'],
  ['2022-05/2023-06', 'từ tháng 5/2022 đến tháng 6/2023', 'May 2022 to June 2023'],
  ['2022/2025', 'từ năm 2022 đến năm 2025', '2022 to 2025'],
  ['2026-11-20T08:00:00+07:00', '08:00 ngày 20/11/2026', '08:00 on 20 November 2026'],
  ['2026-11-19T17:05:00Z', '00:05 ngày 20/11/2026', '00:05 on 20 November 2026'],
  ['hè 2022', 'hè 2022', 'hè 2022'],
];
for (const [at, vi, en] of WORDS)
  test(`${at} reads "${vi}" and "${en}"`, () => {
    assert.equal(formatAt(at, 'vi'), vi);
    assert.equal(formatAt(at, 'en'), en);
  });

const SENTENCES: [at: string, approx: boolean, vi: string, en: string][] = [
  ['2022-08', false, 'Số liệu tính đến tháng 8/2022', 'As of August 2022'],
  ['2022-08-31', false, 'Số liệu tính đến 31/8/2022', 'As of 31 August 2022'],
  ['2023', false, 'Số liệu năm 2023', '2023'],
  ['2023-01/2023-06', false, 'Số liệu 6 tháng đầu năm 2023', 'First half of 2023'],
  ['2023-07/2023-09', false, 'Số liệu quý III/2023', 'Q3 2023'],
  [
    '2022-12',
    true,
    'Số liệu tính đến khoảng tháng 12/2022 (nguồn không ghi ngày)',
    'As of about December 2022 (the source gives no date)',
  ],
  [
    '2022',
    true,
    'Số liệu khoảng năm 2022 (nguồn không ghi ngày)',
    'About 2022 (the source gives no date)',
  ],
];
for (const [at, approx, vi, en] of SENTENCES)
  test(`${at} is said "${vi}" and "${en}"`, () => {
    assert.equal(asOf(at, 'vi', { approx }), vi);
    assert.equal(asOf(at, 'en', { approx }), en);
  });

test('an approximate date keeps its word inside a sentence', () => {
  assert.equal(
    formatAt('2022-12', 'vi', { approx: true }),
    'khoảng tháng 12/2022 (nguồn không ghi ngày)',
  );
});

test('a language without words of its own reads Vietnamese', () => {
  for (const lang of ['hmn', 'th', 'ede', 'enm', ''])
    assert.equal(asOf('2022-08', lang), 'Số liệu tính đến tháng 8/2022', lang);
  assert.equal(asOf('2022-08', 'en-GB'), 'As of August 2022');
});

test('times are those of Viet Nam, wherever the reader is', () => {
  const instant = Date.parse('2026-11-20T01:00:00Z');
  assert.equal(formatTime(instant), '08:00');
  assert.equal(formatTime(Date.parse('1969-12-31T16:59:00Z')), '23:59');
  assert.equal(formatDateTime(instant, 'vi'), '08:00 ngày 20/11/2026');
  assert.equal(formatDateTime(instant, 'en'), '08:00 on 20 November 2026');
});

test('a registered language has its own patterns, with names of months where Intl knows them', (t) => {
  t.mock.method(console, 'info', () => {});
  const texts = {
    asOf: 'Chiffres au {date}',
    dateDay: '{d} {month} {year}',
    dateMonth: '{mon} {year}',
  };
  registerLocale('fr', texts);
  registerLocale('mww', texts);
  assert.equal(asOf('2022-06-01', 'fr'), 'Chiffres au 1 juin 2022');
  assert.equal(formatAt('2022-07', 'fr'), 'juil. 2022');
  assert.equal(asOf('2022-06-01', 'mww'), 'Chiffres au 1 6 2022');
});

test('months of English texts are those of Intl, which is not asked for them', (t) => {
  const months = (lang: string) =>
    Array.from({ length: 12 }, (_, m) =>
      dateValues(`2022-${String(m + 1).padStart(2, '0')}-01`, lang),
    );
  const named = (month: 'long' | 'short') =>
    Array.from({ length: 12 }, (_, m) =>
      new Intl.DateTimeFormat('en', { month, timeZone: 'UTC' }).format(Date.UTC(2000, m)),
    );
  const [long, short] = [named('long'), named('short')];
  const asked = t.mock.method(Intl, 'DateTimeFormat');
  assert.deepEqual(
    months('en').map(({ month }) => month),
    long,
  );
  assert.deepEqual(
    months('en').map(({ mon }) => mon),
    short,
  );
  assert.equal(asked.mock.callCount(), 0);
});

test('a day has a zero before days under 10 and before months 1 and 2 only', () => {
  assert.equal(formatDay('2022-06-01', 'vi'), '01/6/2022');
  assert.equal(formatDay('2025-02-03', 'vi'), '03/02/2025');
});
