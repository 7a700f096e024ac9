import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import {
  compareAt,
  containsAt,
  dayNumber,
  daysBetween,
  daysInclusive,
  isFuture,
  isValidDay,
  msUntilNextVietnamMidnight,
  nextReportingDay,
  parseAt,
  periodEnd,
  vietnamDay,
} from '../../src/domain/calendar.js';

const DAY = 86_400_000;
const PARSED: [at: string, precision: string, start: string, end: string][] = [
  ['2023', 'year', '2023-01-01T00:00+07:00', '2024-01-01T00:00+07:00'],
  ['2023-09', 'month', '2023-09-01T00:00+07:00', '2023-10-01T00:00+07:00'],
  ['2022-12', 'month', '2022-12-01T00:00+07:00', '2023-01-01T00:00+07:00'],
  ['2022-08-31', 'day', '2022-08-31T00:00+07:00', '2022-09-01T00:00+07:00'],
  ['2024-02-29', 'day', '2024-02-29T00:00+07:00', '2024-03-01T00:00+07:00'],
  ['2023-01/2023-06', 'interval', '2023-01-01T00:00+07:00', '2023-07-01T00:00+07:00'],
  ['2022-06-01/2022-08-31', 'interval', '2022-06-01T00:00+07:00', '2022-09-01T00:00+07:00'],
  ['2022/2025', 'interval', '2022-01-01T00:00+07:00', '2026-01-01T00:00+07:00'],
];
for (const [at, precision, start, end] of PARSED)
  test(`${at} is a ${precision} in Viet Nam time`, () => {
    const period = parseAt(at);
    assert.equal(period?.precision, precision);
    assert.equal(period?.start, Date.parse(start));
    assert.equal(period?.end, Date.parse(end));
    assert.equal(periodEnd(at), Date.parse(end));
  });

const TIMES: [at: string, instant: string, day: string][] = [
  ['2023-12-12T08:00:00+07:00', '2023-12-12T01:00:00Z', '2023-12-12'],
  ['2023-12-12T08:00', '2023-12-12T01:00:00Z', '2023-12-12'],
  ['2023-12-12T20:30Z', '2023-12-12T20:30:00Z', '2023-12-13'],
  ['2023-12-12T08:00:00.5-05:30', '2023-12-12T13:30:00.500Z', '2023-12-12'],
];
for (const [at, instant, day] of TIMES)
  test(`${at} is an instant of ${day} in Viet Nam`, () => {
    const period = parseAt(at);
    assert.equal(period?.precision, 'time');
    assert.equal(period?.start, Date.parse(instant));
    assert.equal(period?.firstDay, day);
  });

const WRONG = ['', '23', '2023-13', '2023-00', '2023-02-30', '2023-2-3', '2023-09-', '01/6/2022'];
WRONG.push(
  '2023-06/2023-01',
  '2023/',
  '/2023',
  '2023/2024/2025',
  '2023-01-01T24:00',
  '2023-01-01T8:00',
);
WRONG.push('tháng 8/2022', '2023-02-01T10:60', '0023');
for (const at of WRONG)
  test(`"${at}" is no date`, () => {
    assert.equal(parseAt(at), undefined);
    assert.ok(Number.isNaN(periodEnd(at)));
  });

test('no text makes the parser throw', () => {
  const pieces = fc.constantFrom(
    '2023',
    '-',
    '02',
    '30',
    'T',
    '25',
    ':',
    '/',
    'Z',
    '+07:00',
    '9999',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const period = parseAt(text);
      assert.ok(!period || period.start < period.end);
    }),
  );
});

const days = fc
  .integer({ min: Date.UTC(1900, 0) / DAY, max: Date.UTC(2100, 0) / DAY })
  .map((index) => new Date(index * DAY).toISOString().slice(0, 10));

test('a day is read back as it was written, and so are its month and its year', () => {
  fc.assert(
    fc.property(days, (day) => {
      const period = parseAt(day);
      assert.ok(period && isValidDay(day));
      assert.equal(period.firstDay, day);
      assert.equal(period.lastDay, day);
      assert.equal(period.end - period.start, DAY);
      assert.equal(vietnamDay(period.end - 1), day);
      assert.ok(containsAt(day.slice(0, 7), day) && containsAt(day.slice(0, 4), day.slice(0, 7)));
      assert.equal(parseAt(day.slice(0, 7))?.firstDay, `${day.slice(0, 7)}-01`);
      assert.equal(parseAt(day.slice(0, 4))?.lastDay, `${day.slice(0, 4)}-12-31`);
    }),
  );
});

test('spans that follow one another add up', () => {
  fc.assert(
    fc.property(days, days, days, (a, b, c) => {
      assert.equal(daysInclusive(a, b) + daysInclusive(b, c) - 1, daysInclusive(a, c));
      assert.equal(daysBetween(a, b) + daysBetween(b, a), 0);
    }),
  );
});

test('the campaign of 01/6–31/8/2022 has 92 days, and 01/6 is day 1', () => {
  assert.equal(daysInclusive('2022-06-01', '2022-08-31'), 92);
  assert.equal(dayNumber('2022-06-01', '2022-06-01'), 1);
  assert.equal(dayNumber('2022-06-01', '2022-08-31'), 92);
  assert.equal(dayNumber('2022-06-01', '2022-05-31'), 0);
  assert.equal(daysBetween('2022-08-31', '2022-08-31'), 0);
});

test('the later end is newer; at equal ends the shorter period', () => {
  const sorted = ['?', '2022-08', '2022', '2022-12', '2022-12-31', '2023-01/2023-06', '2023-06-30'];
  assert.deepEqual([...sorted].reverse().sort(compareAt), sorted);
  assert.equal(compareAt('2023-06', '2023-06'), 0);
  assert.ok(compareAt('2023-06-30', '2023-06-30T23:59:59.999') < 0);
});

test('a year holds its months, a month not its year', () => {
  assert.ok(containsAt('2023', '2023-01/2023-06'));
  assert.ok(containsAt('2023-06', '2023-06'));
  assert.ok(containsAt('2023-06-30', '2023-06-30T08:00'));
  assert.ok(!containsAt('2023-06', '2023'));
  assert.ok(!containsAt('2023-06', '2023-06/2023-07'));
  assert.ok(!containsAt('?', '2023'));
});

test('a day begins in Viet Nam at 17:00 UTC of the day before', () => {
  const midnight = Date.parse('2022-05-31T17:00:00Z');
  assert.equal(vietnamDay(midnight - 1), '2022-05-31');
  assert.equal(vietnamDay(midnight), '2022-06-01');
  assert.equal(msUntilNextVietnamMidnight(midnight - 1), 1);
  assert.equal(msUntilNextVietnamMidnight(midnight), DAY);
});

test('after the time until midnight it is the next day, and not sooner', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2e12, max: 4e12 }), (now) => {
      const wait = msUntilNextVietnamMidnight(now);
      assert.ok(wait > 0 && wait <= DAY);
      assert.equal(vietnamDay(now + wait - 1), vietnamDay(now));
      assert.equal(daysBetween(vietnamDay(now), vietnamDay(now + wait)), 1);
    }),
  );
});

test('a period is in the future until it has begun', () => {
  const now = Date.parse('2026-11-20T08:00:00+07:00');
  for (const at of ['2027', '2026-12', '2026-11-21', '2026-11-20T08:01'])
    assert.equal(isFuture(at, now), true, at);
  for (const at of ['2026', '2026-11', '2026-11-20', '2026-01/2027-06', '?'])
    assert.equal(isFuture(at, now), false, at);
});

test('the 30th of February does not exist', () => {
  for (const day of ['2023-02-30', '2023-02-29', '2023-13-01', '2023-1-1', '', 'x', '2023'])
    assert.equal(isValidDay(day), false, day);
  assert.equal(isValidDay('2024-02-29'), true);
});

const REPORTS: [day: number, today: string, next: string][] = [
  [20, '2026-11-19', '2026-11-20'],
  [20, '2026-11-20', '2026-11-20'],
  [20, '2026-11-21', '2026-12-20'],
  [20, '2026-12-21', '2027-01-20'],
  [31, '2026-02-10', '2026-02-28'],
  [31, '2026-01-31', '2026-01-31'],
  [30, '2024-02-29', '2024-02-29'],
  [1, '2026-01-31', '2026-02-01'],
];
for (const [day, today, next] of REPORTS)
  test(`on ${today} the report of day ${day} is due on ${next}`, () => {
    assert.equal(nextReportingDay(day, today), next);
  });
