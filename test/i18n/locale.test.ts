/** What a registered language decides beside its texts: marks of numbers, the order of names, the time axis. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tickDistance } from '../../src/i18n/axis-texts.js';
import { enChart } from '../../src/i18n/en.chart.js';
import { formatNumber } from '../../src/i18n/numbers.js';
import { nameOrder } from '../../src/i18n/order.js';
import { textOf } from '../../src/i18n/texts.js';
import { loadLanguage, registerLocale, useTexts } from '../../src/i18n/translator.js';
import { viChart } from '../../src/i18n/vi.chart.js';

const sorted = (names: readonly string[], language: string) => [...names].sort(nameOrder(language));

test('numbers have the marks of the language, those of Vietnamese where no browser knows it', () => {
  assert.equal(formatNumber(45895.5, 'vi'), '45.895,5');
  assert.equal(formatNumber(45895.5, 'de'), '45.895,5');
  assert.equal(formatNumber(45895.5, 'fr').replace(/\s/g, ' '), '45 895,5');
  assert.equal(formatNumber(45895.5, 'ja'), '45,895.5');
  assert.equal(formatNumber(45895.5, 'mww'), '45.895,5');
});

test('names stand in the order of the language, numbers by value', () => {
  const names = ['Tổ 10', 'Ôn', 'Tổ 2', 'Ơn', 'Oanh'];
  const vietnamese = ['Oanh', 'Ôn', 'Ơn', 'Tổ 2', 'Tổ 10'];
  assert.deepEqual(sorted(names, 'vi'), vietnamese);
  assert.deepEqual(sorted(names, 'en'), vietnamese, 'our English lists are Vietnamese ones');
  assert.deepEqual(sorted(names, 'mww'), vietnamese, 'no browser knows the order of Mông');
  assert.deepEqual(sorted(['zebra', 'öl', 'arm'], 'sv'), ['arm', 'zebra', 'öl']);
  assert.deepEqual(sorted(['zebra', 'öl', 'arm'], 'de'), ['arm', 'öl', 'zebra']);
});

test('a text of the data is in the language, in its primary one, in Vietnamese, or any', () => {
  const text = { vi: 'tổ', fr: 'groupes' };
  assert.equal(textOf(text, 'fr-ca'), 'groupes');
  assert.equal(textOf(text, 'de'), 'tổ');
  assert.equal(textOf({ fr: 'groupes' }, 'de'), 'groupes');
});

test('the marks of a time axis stand as far apart as the longest month of the language wants', async () => {
  useTexts(viChart);
  await loadLanguage('en');
  registerLocale('fi', { ...enChart, axisMonth: '{month} {year}' });
  assert.equal(tickDistance('vi').toFixed(1), '5.2');
  assert.equal(tickDistance('en').toFixed(1), '6.0');
  assert.ok(tickDistance('fi') > 9, 'marraskuuta 2026');
});
