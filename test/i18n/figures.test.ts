import assert from 'node:assert/strict';
import fc from '../support/property.js';
import { before, describe, test } from 'node:test';
import type { Indicator, Observation } from '../../src/api/figures.js';
import { figureOf, historyOf } from '../../src/domain/observations.js';
import { changeText } from '../../src/i18n/change-text.js';
import { correctionText } from '../../src/i18n/correction-text.js';
import {
  figurePieces,
  figureText,
  pairText,
  valueText,
  type Wording,
} from '../../src/i18n/figures.js';
import { formatAmount, formatNumber } from '../../src/i18n/numbers.js';
import { textOf } from '../../src/i18n/texts.js';
import { loadLanguage, translator } from '../../src/i18n/translator.js';

type Part = Partial<Observation>;

const PEOPLE: Indicator = { name: 'Số thành viên', unit: { vi: 'người', en: 'people' } };
const PERCENT: Indicator = { name: 'Tỷ lệ', unit: '%' };
const RANK: Indicator = { name: 'Xếp hạng', better: 'lower', of: 63 };
const DONG: Indicator = { name: 'Giá trị', unit: { vi: 'đồng', en: 'VND' } };
const SHARE: Indicator = { name: 'Tỷ lệ', unit: '%', decimals: 1 };

const wording = (language: string): Wording => ({ language, t: translator(language) });
const obs = (part: Part): Observation => ({ area: 'vn', indicator: 'x', ...part });
/** Words, whatever kind of space stands between them. */
const said = (part: Part, indicator: Indicator | undefined, language: string): string =>
  figureText(obs(part), indicator, wording(language)).replace(/\s+/g, ' ');

before(() => loadLanguage('en'));

const FIGURES: [vi: string, en: string, part: Part, indicator: Indicator | undefined][] = [
  ['45.895 người', '45,895 people', { value: 45895 }, PEOPLE],
  ['0 người', '0 people', { value: 0 }, PEOPLE],
  ['7', '7', { value: 7 }, undefined],
  ['hơn 15.000 người', 'more than 15,000 people', { value: 15000, approx: '>' }, PEOPLE],
  ['gần 98%', 'nearly 98%', { value: 98, approx: '<' }, PERCENT],
  ['khoảng 1.200 người', 'about 1,200 people', { value: 1200, approx: '~' }, PEOPLE],
  ['từ 5 đến 10 người', '5 to 10 people', { range: [5, 10] }, PEOPLE],
  ['từ 10 người trở lên', '10 people or more', { range: [10, null] }, PEOPLE],
  ['từ 0 đến 5 người', '0 to 5 people', { range: [0, 5] }, PEOPLE],
  ['từ 60 đến 70%', '60 to 70%', { range: [60, 70] }, PERCENT],
  ['từ 80% trở lên', '80% or more', { range: [80, null] }, PERCENT],
  ['khoảng từ 5 đến 8 người', 'about 5 to 8 people', { range: [5, 8], approx: '~' }, PEOPLE],
  ['thứ 55/63', 'rank 55 of 63', { value: 55 }, RANK],
  ['98,5%', '98.5%', { value: 98.5 }, PERCENT],
  ['104%', '104%', { value: 104 }, PERCENT],
  ['42,0%', '42.0%', { value: 42 }, SHARE],
  ['80,95%', '80.95%', { value: 80.95, num: 51, den: 63 }, PERCENT],
  ['51/63', '51 of 63', { num: 51, den: 63 }, PERCENT],
  ['51/63', '51 of 63', { num: 51, den: 63 }, PEOPLE],
  ['hơn 2 tỷ đồng', 'more than 2 billion VND', { value: 2e9, approx: '>' }, DONG],
  ['1,2 triệu người', '1.2 million people', { value: 1_200_000 }, PEOPLE],
  ['1.234.567 người', '1,234,567 people', { value: 1_234_567 }, PEOPLE],
  ['-3 người', '-3 people', { value: -3 }, PEOPLE],
  ['chưa có số liệu', 'no data', { value: null, status: 'missing' }, PEOPLE],
  ['chưa có số liệu', 'no data', { value: 0, status: 'missing' }, PERCENT],
];
describe('a figure in words', () => {
  for (const [vi, en, part, indicator] of FIGURES)
    test(`"${vi}", "${en}"`, () => {
      assert.equal(said(part, indicator, 'vi'), vi);
      assert.equal(said(part, indicator, 'en'), en);
    });

  test('the unit can be left out, the percent sign cannot', () => {
    const w = wording('vi');
    assert.equal(figureText(obs({ value: 15000, approx: '>' }), PEOPLE, w, false), 'hơn 15.000');
    assert.equal(figureText(obs({ value: 98.5 }), PERCENT, w, false), '98,5%');
  });

  test('a unit that only Vietnamese has is used in English too', () => {
    assert.equal(said({ value: 956 }, { name: 'Số tổ', unit: 'tổ' }, 'en'), '956 tổ');
  });

  test('digits are told from words, in the order of each language', () => {
    const pieces = (part: Part, indicator: Indicator, language: string) =>
      figurePieces(obs(part), indicator, wording(language)).map(({ text, digits }) =>
        digits ? `[${text}]` : text,
      );
    assert.deepEqual(pieces({ value: 15000, approx: '>' }, PEOPLE, 'vi'), ['hơn', '[15.000]']);
    assert.deepEqual(pieces({ value: 55 }, RANK, 'vi'), ['thứ', '[55]', '/63']);
    assert.deepEqual(pieces({ range: [5, 10] }, PEOPLE, 'vi'), ['từ', '[5]', 'đến', '[10]']);
    assert.deepEqual(pieces({ range: [10, null] }, PEOPLE, 'en'), ['[10]', 'people or more']);
    assert.deepEqual(pieces({ value: null }, PEOPLE, 'vi'), []);
  });

  test('targets and pairs are written like figures', () => {
    assert.equal(valueText(80, PERCENT, wording('vi')), '80%');
    assert.equal(valueText(956, { name: 'x', unit: 'tổ' }, wording('vi')), '956 tổ');
    assert.equal(pairText({ num: 1051, den: 1063 }, wording('vi')), '1.051/1.063');
  });
});

describe('round amounts', () => {
  const AMOUNTS: [value: number, vi: string, en: string][] = [
    [999_999, '999.999', '999,999'],
    [1_000_000, '1 triệu', '1 million'],
    [1_200_000, '1,2 triệu', '1.2 million'],
    [1_230_000, '1,23 triệu', '1.23 million'],
    [1_234_000, '1.234.000', '1,234,000'],
    [340_000, '340.000', '340,000'],
    [2_000_000_000, '2 tỷ', '2 billion'],
    [2_500_000_000, '2,5 tỷ', '2.5 billion'],
    [2_000_000_001, '2.000.000.001', '2,000,000,001'],
    [-2_000_000, '-2 triệu', '-2 million'],
    [1_200_000.5, '1.200.000,5', '1,200,000.5'],
  ];
  for (const [value, vi, en] of AMOUNTS)
    test(`${value} is "${vi}"`, () => {
      assert.equal(formatAmount(value, 'vi', translator('vi')), vi);
      assert.equal(formatAmount(value, 'en', translator('en')), en);
    });

  test('decimals are fixed where the indicator says so, else as many as there are', () => {
    assert.equal(formatNumber(42, 'vi', 1), '42,0');
    assert.equal(formatNumber(42.849, 'vi', 1), '42,8');
    assert.equal(formatNumber(42.849, 'vi'), '42,849');
  });

  test('Vietnamese and English numbers are those of Intl, which would take long to wake up', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1000),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.constantFrom(0, 0.5, 1.005, 2.5, -0.5, 1e-7, 1e15, 9e20, 999.9999999, 0.000001),
    );
    const decimals = fc.constantFrom(undefined, 0, 1, 2, 3);
    fc.assert(
      fc.property(number, decimals, fc.constantFrom('vi', 'en'), (value, places, language) => {
        const expected = new Intl.NumberFormat(
          language,
          places === undefined
            ? { maximumFractionDigits: 6 }
            : { minimumFractionDigits: places, maximumFractionDigits: places },
        ).format(value);
        // "-0" is for nobody but a programmer.
        const noMinusZero = (text: string) => text.replace(/^-(?=[0.,]*$)/, '');
        assert.equal(noMinusZero(formatNumber(value, language, places)), noMinusZero(expected));
      }),
      { numRuns: 2000 },
    );
  });

  test('no number of a document throws, is NaN, ends nowhere or has a sign without digits', () => {
    const any = fc.double();
    const decimals = fc.option(fc.oneof(fc.double(), fc.integer({ min: -3, max: 120 })));
    fc.assert(
      fc.property(any, decimals, fc.constantFrom('vi', 'en', 'mww'), (value, places, language) => {
        for (const text of [
          formatNumber(value, language, places ?? undefined),
          formatAmount(value, language, translator('vi'), places ?? undefined),
        ]) {
          assert.doesNotMatch(text, /NaN|Infinity|∞|undefined|^-[0.,]*$/);
          assert.ok(text.length > 0 && text.length < 80, text);
        }
      }),
      { numRuns: 3000 },
    );
    assert.equal(formatNumber(45.5, 'vi', 20), `45,5${'0'.repeat(19)}`);
    assert.equal(formatNumber(1.5e300, 'vi'), '1,5 × 10^300');
    assert.equal(formatNumber(-1e-7, 'vi'), '0');
    for (const places of [21, 101, 2.5, -1, 1e9, NaN])
      assert.equal(formatNumber(2.5, 'vi', places), '2,5');
  });

  test('a language that Intl does not know writes numbers as in Vietnamese', () => {
    assert.equal(formatNumber(15000.5, 'mww'), '15.000,5');
  });
});

describe('a change in words', () => {
  const CHANGES: [
    vi: string,
    en: string,
    sign: string,
    from: number,
    to: number,
    indicator: Indicator | undefined,
  ][] = [
    ['tăng 18.695', 'up 18,695', '▲', 27200, 45895, PEOPLE],
    ['giảm 3.000', 'down 3,000', '▼', 15000, 12000, PEOPLE],
    ['tăng 0,3 điểm phần trăm', 'up 0.3 percentage points', '▲', 42.5, 42.8, PERCENT],
    ['giảm 3,5 điểm phần trăm', 'down 3.5 percentage points', '▼', 93.1, 89.6, PERCENT],
    ['tăng 2 bậc', 'up 2 in rank', '▲', 57, 55, RANK],
    ['giảm 2 bậc', 'down 2 in rank', '▼', 55, 57, RANK],
    ['không đổi', 'no change', '', 55, 55, RANK],
    ['tăng 1,2 triệu', 'up 1.2 million', '▲', 0, 1_200_000, PEOPLE],
  ];
  const changed = (from: number, to: number, indicator: Indicator | undefined, language: string) =>
    changeText(
      figureOf(
        historyOf([obs({ at: '2022', value: from }), obs({ at: '2023', value: to })], 'vn', 'x'),
      ),
      indicator,
      wording(language),
    );
  for (const [vi, en, sign, from, to, indicator] of CHANGES)
    test(`from ${from} to ${to}: "${vi}"`, () => {
      assert.deepEqual(changed(from, to, indicator, 'vi'), {
        sign,
        words: vi,
        judgement: '',
        since: '2022',
      });
      assert.equal(changed(from, to, indicator, 'en')?.words, en);
    });

  test('a judgement stands only where the data says which way is better', () => {
    const higher: Indicator = { ...PERCENT, better: 'higher' };
    const lower: Indicator = { name: 'Quá hạn', better: 'lower' };
    assert.equal(changed(5, 7, higher, 'vi')?.judgement, 'chuyển biến tốt');
    assert.equal(changed(7, 5, higher, 'vi')?.judgement, 'chuyển biến kém');
    assert.equal(changed(7, 5, lower, 'en')?.judgement, 'better');
    assert.equal(changed(7, 5, lower, 'vi')?.words, 'giảm 2');
    assert.equal(changed(7, 5, PERCENT, 'vi')?.judgement, '');
    assert.equal(changed(5, 5, higher, 'vi')?.judgement, '');
    // "Tăng 2 bậc" says it already.
    assert.equal(changed(57, 55, RANK, 'vi')?.judgement, '');
  });

  test('what cannot be compared is not', () => {
    const history = [obs({ at: '2022', value: 7, approx: '~' }), obs({ at: '2023', value: 9 })];
    assert.equal(changeText(figureOf(history), PEOPLE, wording('vi')), undefined);
  });
});

describe('a correction', () => {
  const corrected = (was: number | null, reason?: string) =>
    obs({ value: 112, corrected: { at: '2026-07-15', was, ...(reason && { reason }) } });
  const TEAMS: Indicator = { name: 'Số tổ', unit: { vi: 'tổ', en: 'teams' } };

  test('says when, what was published before, and why', () => {
    assert.equal(
      correctionText(corrected(121, 'một thôn báo cáo hai lần'), TEAMS, wording('vi')),
      'Đã đính chính ngày 15/7/2026; số đã công bố trước đó: 121 tổ (một thôn báo cáo hai lần)',
    );
    assert.equal(
      correctionText(corrected(121), TEAMS, wording('en')),
      'Corrected on 15 July 2026; published before as 121 teams',
    );
  });

  test('says nothing of a figure that was not there before, and nothing where there is none', () => {
    assert.equal(
      correctionText(corrected(null), TEAMS, wording('vi')),
      'Đã đính chính ngày 15/7/2026',
    );
    assert.equal(correctionText(obs({ value: 1 }), TEAMS, wording('vi')), '');
  });
});

describe('a text of the data', () => {
  const TEXTS: [text: Parameters<typeof textOf>[0], language: string, shown: string][] = [
    ['Số tổ', 'en', 'Số tổ'],
    [{ vi: 'Số tổ', en: 'Teams' }, 'en', 'Teams'],
    [{ vi: 'Số tổ', en: 'Teams' }, 'mww', 'Số tổ'],
    [{ en: 'Teams' }, 'vi', 'Teams'],
    [{}, 'vi', ''],
    [undefined, 'vi', ''],
  ];
  for (const [text, language, shown] of TEXTS)
    test(`${JSON.stringify(text)} in ${language} is "${shown}"`, () => {
      assert.equal(textOf(text, language), shown);
    });
});
