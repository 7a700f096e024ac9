import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../support/property.js';
import { fold } from '../../src/domain/fold.ts';
import { FIELD, markMatches, NOWHERE, SearchText } from '../../src/domain/search-text.ts';
import { searchLines } from '../../src/domain/roster-search.ts';

function texts(...lines: string[]): SearchText {
  const text = new SearchText();
  text.add(lines);
  return text;
}

test('a page without TextDecoder is searched too', () => {
  const { TextDecoder } = globalThis;
  Reflect.deleteProperty(globalThis, 'TextDecoder');
  try {
    assert.deepEqual(searchLines(texts('Xuân Hà', 'Phường An Khê'), 'an khe'), [1]);
  } finally {
    globalThis.TextDecoder = TextDecoder;
  }
});

describe('a query is found', () => {
  const CASES: [query: string, line: string][] = [
    ['an khe', 'Phường An Khê'],
    ['AN KHÊ', 'Phường An Khê'],
    ['an khê', 'Phường An Khê'.normalize('NFD')],
    ['an khê'.normalize('NFD'), 'Phường An Khê'],
    ['dak rong', 'Huyện Đakrông'],
    ['đakrông', 'Huyện \u00d0akrông'],
    ['hoà bình', 'Hòa Bình'],
    ['to 11', 'Tổ\u00a011'],
    ['khe sanh', 'Khe\u200b Sanh'],
  ];
  for (const [query, line] of CASES)
    test(`"${query}" in "${line}"`, () => {
      assert.deepEqual(searchLines(texts('Xuân Hà', line), query), [1]);
    });

  test('in one field, never across two', () => {
    assert.deepEqual(searchLines(texts(`Tổ An${FIELD}Khê`), 'ankhe'), []);
    assert.equal(texts(`Tổ An${FIELD}Khê`).find('an khe')[0], NOWHERE);
  });

  test('as words apart, after those that stand beside each other', () => {
    assert.deepEqual(searchLines(texts('Tổ 11 phường An Khê', 'An Khê 11'), 'an khe 11'), [1, 0]);
  });

  test('exact before folded, whole words before parts', () => {
    const text = texts('Văn Lang', 'Văn Lăng', 'Văn Lăngtên', 'Xã Văn Lăng');
    assert.deepEqual(searchLines(text, 'Văn Lăng'), [1, 3, 2, 0]);
  });

  test('nothing is found by nothing', () => {
    assert.deepEqual(searchLines(texts('An Khê'), '  '), []);
    assert.deepEqual(searchLines(texts(''), 'a'), []);
  });

  test('in whatever is folded by hand', () => {
    const words = fc.array(fc.constantFrom('An', 'Khê', 'Đắk', 'Thuỷ', 'Ưng', '12', 'Hòa'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), words, (lists, query) => {
        const lines = lists.map((list) => list.join(' '));
        const asked = query.join(' ');
        const ranks = texts(...lines).find(asked);
        lines.forEach((line, i) =>
          assert.equal(ranks[i] !== NOWHERE, fold(line).includes(fold(asked))),
        );
      }),
    );
  });
});

describe('what was found is marked', () => {
  const marked = (text: string, query: string): string =>
    markMatches(text, query)
      .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
      .join('');

  const CASES: [text: string, query: string, marked: string][] = [
    ['Phường An Khê', 'an khe', 'Phường [An Khê]'],
    ['Tổ dân phố 1, An Khê', 'khe an', 'Tổ dân phố 1, [An] [Khê]'],
    ['Đakrông', 'dak', '[Đak]rông'],
    ['Xuân Hà', 'an khe', 'Xuân Hà'],
    ['Xuân Hà', '', 'Xuân Hà'],
  ];
  for (const [text, query, expected] of CASES)
    test(`"${query}" in "${text}"`, () => assert.equal(marked(text, query), expected));

  test('also where the data is decomposed, with its own characters', () => {
    const text = 'Phường An Khê'.normalize('NFD');
    assert.equal(marked(text, 'khê'), `Phường An [${'Khê'}]`.normalize('NFD'));
  });
});
