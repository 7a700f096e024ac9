/** `tcns-check` warns of what is legal in a document and surely wrong. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { doubledKeys, figureFindings } from '../../src/cli/check-figures.js';
import { plainText } from '../../src/cli/plain-text.js';

const NOW = Date.UTC(2026, 10, 28);
const indicators = {
  teams: { name: 'Số tổ', aggregate: 'sum' },
  rate: { name: 'Tỷ lệ', unit: '%' },
  rank: { name: 'Xếp hạng', of: 34 },
};
const said = (observations: object[], more: object = {}) =>
  figureFindings({ indicators, observations, ...more }, NOW).map(
    ({ path, reason }) => `${path}: ${reason}`,
  );
const figure = (more: object) => ({
  area: '44@2025',
  indicator: 'teams',
  at: '2026-08',
  value: 1,
  ...more,
});

describe('tcns-check', () => {
  const table: [string, object[], string[]][] = [
    ['says nothing of what is well', [figure({}), figure({ at: '2026-09', num: 1, den: 2 })], []],
    ['a count below 0', [figure({ value: -5 })], ['observations[0].value: a count below 0: -5']],
    [
      'ends of a range and targets that no count or percentage has',
      [
        figure({ value: undefined, range: [-3, 5] }),
        figure({ at: '2026-07', target: -1 }),
        figure({ indicator: 'rate', value: 9850, target: 9000 }),
      ],
      [
        'observations[0].range[0]: a count below 0: -3',
        'observations[1].target: a count below 0: -1',
        'observations[2].value: a percentage of 9850',
        'observations[2].target: a percentage of 9000',
      ],
    ],
    [
      'a count with decimals, a numerator below 0, a rank beyond the last one',
      [
        figure({ value: 5.5 }),
        figure({ at: '2026-07', num: -1, den: 3 }),
        figure({ indicator: 'rank', value: 57 }),
      ],
      [
        'observations[0].value: a count with decimals: 5.5',
        'observations[1].num: a numerator below 0: -1',
        'observations[2].value: a rank of 57 among 34',
      ],
    ],
    [
      'two figures of one area, indicator and date, where they differ',
      [figure({}), figure({}), figure({ value: 2 })],
      ['observations[2]: contradicts observations[0]: one area, indicator and date'],
    ],
    [
      'a share of more than all',
      [figure({ num: 5, den: 3 })],
      ['observations[0].num: 5 is more than its denominator, 3'],
    ],
    [
      'a denominator of 0',
      [figure({ num: 5, den: 0 })],
      ['observations[0].den: a denominator of 0'],
    ],
    [
      'a date of before the arrangement under a unit of after, once',
      [figure({ at: '2024' }), figure({ at: '2023' })],
      [
        'observations[0].at: "2024" is of before 01/7/2025, but "44@2025" is a unit of after (and 1 more such figures)',
      ],
    ],
  ];
  it('does not throw where a member has thousands of levels', () => {
    let range: unknown = 1;
    for (let i = 0; i < 50_000; i++) range = [range];
    assert.deepEqual(said([figure({ range }), figure({ range })]), []);
  });

  for (const [what, list, lines] of table)
    it(what, () => {
      assert.deepEqual(said(list), lines);
    });
  it('a year with a wrong digit', () => {
    const lines = said([
      figure({}),
      figure({ at: '2026-07' }),
      figure({ at: '2922' }),
      figure({ at: '0202', area: 'vn' }),
    ]);
    assert.deepEqual(lines, [
      'observations[2].at: a date in the future: "2922"',
      'observations[2].at: a date many years away from the others: "2922"',
      'observations[3].at: a date many years away from the others: "0202"',
    ]);
  });
  it('an address that is no page', () => {
    const sources = {
      a: { title: 'A', url: 'javascript:alert(1)' },
      b: { title: 'B', url: 'bao-cao.html' },
      c: { title: 'C', url: 'java\tscript:alert(1)' },
      d: { title: 'D', url: 'mailto:to@mau.example' },
      e: { title: 'E', url: 'tel:0233000000' },
      f: { title: 'F', url: 'https://[bao-cao' },
      g: { title: 'G', url: '' },
    };
    assert.deepEqual(said([], { sources }), [
      'sources.a.url: "javascript:" is no address of a page: it becomes no link',
      'sources.c.url: "javascript:" is no address of a page: it becomes no link',
      'sources.f.url: "https://[bao-cao" is no address of a page: it becomes no link',
    ]);
  });
  it('two sources under one key, which only the text still has', () => {
    assert.deepEqual(
      doubledKeys('{"sources":{"s":{"title":"A"},"t":[{"x":1,"x":2}],"s":{"title":"B"}}}'),
      ['sources.t[0].x', 'sources.s'],
    );
    assert.deepEqual(doubledKeys('{"a":{"s":"s"},"b":{"s":"a"}}'), []);
  });
  it('foreign text without control characters', () => {
    assert.equal(plainText('a\u001b[31mb\u202ec\nd'), 'a\\u001b[31mb\\u202ec\nd');
  });
});
