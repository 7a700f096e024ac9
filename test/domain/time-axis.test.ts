/** The marks of a time axis: at the ends of periods, in even steps, as Vietnamese readers write them. */
import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import fc from '../support/property.js';
import { periodEnd } from '../../src/domain/calendar.ts';
import { timeTicks, type Precision } from '../../src/domain/time-axis.ts';
import { tickText } from '../../src/i18n/axis-texts.ts';
import { loadLanguage, useTexts } from '../../src/i18n/translator.ts';
import { viChart } from '../../src/i18n/vi.chart.ts';

useTexts(viChart);
await loadLanguage('en');

const texts = (
  from: string,
  to: string,
  most: number,
  finest: Precision = 'month',
  language = 'vi',
) =>
  timeTicks(periodEnd(from), periodEnd(to), { most, finest }).map((tick) =>
    tickText(tick, language),
  );

const TABLE: [why: string, made: string[], expected: string[]][] = [
  ['months', texts('2022-06', '2022-09', 6), ['6/2022', '7/2022', '8/2022', '9/2022']],
  [
    'a zero before the first two months only',
    texts('2022-12', '2023-03', 6),
    ['12/2022', '01/2023', '02/2023', '3/2023'],
  ],
  [
    'quarters where months are too many',
    texts('2022-05', '2022-12', 3),
    ['6/2022', '9/2022', '12/2022'],
  ],
  [
    'years by their last month where there are months',
    texts('2022-06', '2025-03', 4),
    ['12/2022', '12/2023', '12/2024'],
  ],
  ['years of yearly figures', texts('2021', '2024', 6, 'year'), ['2021', '2022', '2023', '2024']],
  ['never months of yearly figures', texts('2022', '2023', 20, 'year'), ['2022', '2023']],
  [
    'days, back from the last one',
    texts('2022-06-01', '2022-06-05', 3, 'day'),
    ['01/6', '03/6', '05/6'],
  ],
  [
    'days with their year where it changes',
    texts('2022-12-30', '2023-01-01', 3, 'day'),
    ['30/12/2022', '31/12/2022', '01/01/2023'],
  ],
  [
    'the first days of months over a long time',
    texts('2022-06-01', '2022-08-31', 4, 'day'),
    ['01/6', '01/7', '01/8'],
  ],
  [
    'first days with the year where it is another',
    texts('2026-10-04', '2027-01-03', 4, 'day'),
    ['01/11/2026', '01/12', '01/01/2027'],
  ],
  [
    'months of daily figures over years',
    texts('2022-06-01', '2026-08-31', 4, 'day'),
    ['12/2022', '12/2023', '12/2024', '12/2025'],
  ],
  [
    'English months',
    texts('2022-06', '2022-08', 6, 'month', 'en'),
    ['Jun 2022', 'Jul 2022', 'Aug 2022'],
  ],
  ['English days', texts('2022-06-01', '2022-06-02', 6, 'day', 'en'), ['1 Jun', '2 Jun']],
];

describe('the marks of a time axis', () => {
  for (const [why, made, expected] of TABLE) test(why, () => assert.deepEqual(made, expected));

  test('stand at the very end of the period that they name', () => {
    const ticks = timeTicks(periodEnd('2022-06'), periodEnd('2022-08'), {
      most: 5,
      finest: 'month',
    });
    assert.deepEqual(
      ticks.map(({ end }) => end),
      ['2022-06', '2022-07', '2022-08'].map(periodEnd),
    );
  });

  test('are none where there is no span', () => {
    for (const [from, to] of [
      [NaN, NaN],
      [2, 1],
      [0, NaN],
    ] as const) {
      assert.deepEqual(timeTicks(from, to, { most: 5, finest: 'day' }), []);
    }
  });

  test('are never more than there is room for, in order, inside the span, and never doubled', () => {
    const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom<Precision>('year', 'month', 'day'),
        (a, b, most, finest) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const ticks = timeTicks(from, to, { most, finest });
          assert.ok(ticks.length <= most);
          assert.equal(new Set(ticks.map((tick) => tickText(tick, 'vi'))).size, ticks.length);
          for (const [i, { end }] of ticks.entries()) {
            assert.ok(end >= from && end <= to);
            assert.ok(i === 0 || end > ticks[i - 1]!.end);
          }
        },
      ),
    );
  });

  // A year typed as 9922 instead of 2022 must not make the reader's browser walk through every day between.
  for (const finest of ['day', 'month', 'year'] as const)
    test(`cost no more over eight thousand years: ${finest}`, () => {
      const walked = mock.method(Date, 'UTC');
      const ticks = texts('2022-06-01', '9922-06-01', 6, finest);
      walked.mock.restore();
      assert.ok(ticks.length > 0 && ticks.length <= 6, ticks.join());
      assert.ok(walked.mock.callCount() < 200, `${walked.mock.callCount()} steps`);
    });
});
