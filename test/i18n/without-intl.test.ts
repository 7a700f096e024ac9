/** Pages that have taken `Intl` away, or a part of it: words and figures stay readable. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PROVINCES } from '../../src/domain/provinces.generated.js';
import { formatDay } from '../../src/i18n/dates.js';
import { formatNumber } from '../../src/i18n/numbers.js';
import { nameOrder } from '../../src/i18n/order.js';
import { registerLocale } from '../../src/i18n/translator.js';

/** Other `Intl`s than Node's: none, an empty one, one that refuses every language. */
const refuses = () => {
  throw new RangeError('refused');
};
const CUT: readonly unknown[] = [
  undefined,
  {},
  { NumberFormat: refuses, DateTimeFormat: refuses, Collator: refuses },
];

for (const [i, cut] of CUT.entries()) {
  // Formats are kept by language: each run has languages of its own.
  const language = `x${'abc'[i]}`;
  describe(`a page whose Intl is ${String(cut && Object.keys(cut).join())}`, () => {
    const whole = Intl;
    before(() => {
      Object.defineProperty(globalThis, 'Intl', { value: cut, configurable: true, writable: true });
    });
    after(() => {
      Object.defineProperty(globalThis, 'Intl', {
        value: whole,
        configurable: true,
        writable: true,
      });
    });

    it('numbers have their marks, however large', () => {
      assert.equal(formatNumber(45_895, language), '45.895');
      assert.equal(formatNumber(98.5, language, 1), '98,5');
      assert.equal(formatNumber(2e15, language), '2.000.000.000.000.000');
      assert.equal(formatNumber(1e-9, language), '0');
      assert.equal(formatNumber(-1234.5, language, 2), '-1.234,50');
    });

    it('names stand in Vietnamese order, and numbers in them by value', () => {
      const names = Object.values(PROVINCES).flatMap(({ name }) =>
        typeof name === 'string' ? name : [],
      );
      const sorted = [...names].sort(nameOrder(language));
      assert.deepEqual(sorted, [...names].sort(new whole.Collator('vi').compare));
      assert.deepEqual(['Tổ 10', 'Tổ 2', 'Ấp 1', 'Đội 3', 'Dốc'].sort(nameOrder(language)), [
        'Ấp 1',
        'Dốc',
        'Đội 3',
        'Tổ 2',
        'Tổ 10',
      ]);
    });

    it('days have months, and a language can be registered', () => {
      assert.equal(formatDay('2022-06-01', 'vi'), '01/6/2022');
      assert.doesNotThrow(() => registerLocale(language, {}));
    });
  });
}
