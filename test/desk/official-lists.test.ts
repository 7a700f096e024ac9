/** The official lists in the spellings of offices: nothing is matched wrongly, and what is asked is counted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Area } from '../../src/api/figures.ts';
import { editionOf, type Edition } from '../../src/domain/editions.ts';
import { fold, matchArea, tidy, type MatchOptions } from '../../src/domain/names.ts';
import { PROVINCES } from '../../src/domain/provinces.generated.ts';
import { AreaBook } from '../../src/desk/area-book.ts';
import { officialAreasIn } from '../../src/desk/gazetteer.ts';
import { officialAreas } from '../support/official-areas.ts';

const WORDS: Readonly<Record<string, readonly [word: string, short: string]>> = {
  province: ['Tỉnh', 'T.'],
  city: ['Thành phố', 'TP.'],
  town: ['Thị xã', 'TX.'],
  district: ['Huyện', 'H.'],
  'district.urban': ['Quận', 'Q.'],
  commune: ['Xã', 'X.'],
  ward: ['Phường', 'P.'],
  township: ['Thị trấn', 'TT.'],
  special: ['Đặc khu', 'ĐK.'],
};

/** The name alone: the data write "Phường 1" where the name is a number. */
const bare = ({ name }: Area): string => String(name).replace(/^(Phường|Quận) (?=\d)/, '');
const full = (area: Area): string => `${WORDS[area.kind ?? '']?.[0] ?? ''} ${bare(area)}`;

/** i in place of y, and y in place of i, where both are written. */
const otherI = (text: string): string =>
  text
    .normalize('NFD')
    .replace(
      /(qu|[bcdghklmnpqrstvx])([yi])([\u0300-\u036f]*)(?![\p{L}\u0300-\u036f])/giu,
      (_, a: string, b: string, c: string) => {
        const other = { y: 'i', i: 'y', Y: 'I', I: 'Y' }[b] ?? b;
        return a + other + c;
      },
    )
    .normalize('NFC');

const SPELLINGS: Readonly<Record<string, (area: Area) => string>> = {
  'as written': full,
  'the name alone': (area) => String(area.name),
  'without diacritics': (area) => fold(full(area)),
  'in capitals': (area) => full(area).toUpperCase(),
  NFD: (area) => full(area).normalize('NFD'),
  'short forms': (area) => `${WORDS[area.kind ?? '']?.[1] ?? ''} ${bare(area)}`,
  'short forms without a space': (area) => `${WORDS[area.kind ?? '']?.[1] ?? ''}${bare(area)}`,
  'i and y changed': (area) => full({ ...area, name: otherI(bare(area)) }),
  'the kind in brackets': (area) =>
    `${bare(area)} (${(WORDS[area.kind ?? '']?.[0] ?? '').toLowerCase()})`,
};

/** Who writes a list says where its units lie: in a province, in a district. */
interface Case {
  readonly id: string;
  readonly area: Area;
  readonly areas: Readonly<Record<string, Area>>;
  readonly options: MatchOptions;
}

const provinces = (edition: Edition): Case[] =>
  Object.entries(PROVINCES)
    .filter(([id]) => editionOf(id) === edition)
    .map(([id, area]) => ({ id, area, areas: PROVINCES, options: { edition } }));

function units(edition: Edition, level: 'district' | 'commune'): Case[] {
  return [...officialAreas(edition)]
    .filter(
      ([, { parent = '' }]) => parent in PROVINCES === (level === 'district' || edition === '2025'),
    )
    .map(([id, area]) => {
      const parent = area.parent ?? '';
      const areas = officialAreasIn(parent in PROVINCES ? parent : (officialParent(parent) ?? ''));
      return { id, area, areas, options: { parent, urban: true } };
    });
}

const parents = new Map(
  [...officialAreas('2008')].map(([id, { parent = '' }]) => [id, parent] as const),
);
const officialParent = (id: string): string | undefined => parents.get(id);

const LISTS: readonly (readonly [what: string, count: number, cases: Case[]])[] = [
  ['the 63 provinces', 63, provinces('2008')],
  ['the 34 provinces', 34, provinces('2025')],
  ['the 696 districts (691 with communes)', 696, units('2008', 'district')],
  ['the 10.051 communes of before', 10_051, units('2008', 'commune')],
  ['the 3.321 communes of today', 3321, units('2025', 'commune')],
];

for (const [what, count, cases] of LISTS)
  test(`${what} are never matched wrongly`, (t) => {
    assert.equal(cases.length, count);
    for (const [spelling, write] of Object.entries(SPELLINGS)) {
      const wrong: string[] = [];
      const asked: string[] = [];
      for (const { id, area, areas, options } of cases) {
        const typed = write(area);
        const match = matchArea(typed, areas, options);
        if (match.kind === 'many') asked.push(typed);
        else if (match.kind === 'none') asked.push(`${typed} (none)`);
        else if (match.id !== id) wrong.push(`${typed}: ${match.id}, not ${id}`);
      }
      assert.deepEqual(wrong, [], spelling);
      t.diagnostic(
        `${spelling}: ${cases.length - asked.length} matched, ${asked.length} asked about${asked.length > 0 ? `, such as ${asked.slice(0, 4).join('; ')}` : ''}`,
      );
      // What is asked about fits two: a name that is there twice, or typed without diacritics.
      const isFair = (typed: string): boolean =>
        /đông khê/.test(tidy(typed).toLowerCase()) ||
        // Another spelling of one unit, beside a unit that differs from it in a tone.
        /hoằng qu[ìí]|nghy v[ăạ]n/.test(tidy(typed).toLowerCase()) ||
        /^[\x20-\x7e]*$/.test(typed) ||
        !/^(xã|phường|thị)/i.test(tidy(typed));
      if (spelling !== 'the name alone')
        assert.deepEqual(
          asked.filter((typed) => !isFair(typed) || typed.endsWith('(none)')),
          [],
          spelling,
        );
    }
  });

test('a province under the word for another kind is never that province', () => {
  let tried = 0;
  const published: string[] = [];
  for (const [id, area] of Object.entries(PROVINCES)) {
    const edition = editionOf(id);
    if (!edition) continue;
    const own = [area, ...(area.names ?? [])].map(({ kind }) => kind ?? '');
    for (const [kind, [word, short]] of Object.entries(WORDS)) {
      if (own.includes(kind)) continue;
      for (const typed of [
        `${word} ${bare(area)}`,
        `${short} ${bare(area)}`,
        fold(`${word} ${bare(area)}`),
        `${bare(area)} (${word.toLowerCase()})`,
        `${bare(area)}, ${word.toLowerCase()}`,
      ]) {
        tried++;
        const match = matchArea(typed, PROVINCES, { edition });
        if (match.kind !== 'none') published.push(`${typed}: ${JSON.stringify(match)}`);
      }
    }
  }
  for (const typed of [
    'Quang Tri City',
    'Ha Noi Province',
    'Hue Town',
    'Thái Bình Ward',
    'Hanoi commune',
    'District Quang Ninh',
  ])
    if (matchArea(typed, PROVINCES).kind !== 'none') published.push(typed);
  assert.ok(tried > 2000);
  assert.deepEqual(published, []);
});

test('one wrong tone is never a match', () => {
  const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  for (const [id, area] of Object.entries(officialAreasIn('51@2025'))) {
    const typed = full(area).normalize('NFD');
    for (let i = typed.indexOf(' '); i < typed.length; i++) {
      if (!/[\u0300\u0301\u0303\u0309\u0323]/.test(typed[i] ?? '')) continue;
      for (const tone of TONES) {
        const other = typed.slice(0, i) + tone + typed.slice(i + 1);
        if (tidy(other) === tidy(typed) || !/[^\x20-\x7e]/.test(tidy(other).replace(/^\S+ /, '')))
          continue;
        const match = matchArea(other, officialAreasIn('51@2025'));
        assert.ok(match.kind !== 'one' || match.id !== id, `${tidy(other)} is no ${tidy(typed)}`);
      }
    }
  }
});

/* ---- the same through a workbook, which also knows the provinces and the districts ---- */

const ENGLISH: Readonly<Record<string, string>> = {
  town: 'Town',
  district: 'District',
  'district.urban': 'District',
  commune: 'Commune',
  ward: 'Ward',
  township: 'Township',
  special: 'Special Zone',
  city: 'City',
};
const titled = (text: string): string =>
  fold(text).replace(/(^|\s)[a-z]/g, (letter) => letter.toUpperCase());

const MORE_SPELLINGS: Readonly<Record<string, (area: Area) => string>> = {
  ...SPELLINGS,
  'the kind behind a comma': (area) =>
    `${bare(area)}, ${WORDS[area.kind ?? '']?.[0]}`.toLowerCase(),
  'the kind behind a dash': (area) => `${bare(area)} - ${WORDS[area.kind ?? '']?.[0]}`,
  'short forms without diacritics': (area) => fold(`${WORDS[area.kind ?? '']?.[1]} ${bare(area)}`),
  'capitals without diacritics': (area) => fold(full(area)).toUpperCase(),
  English: (area) => `${titled(bare(area))} ${ENGLISH[area.kind ?? '']}`,
  'English with diacritics': (area) => `${bare(area)} ${ENGLISH[area.kind ?? '']}`,
  'many spaces': (area) => `  ${full(area).replace(/ /g, '\u00a0 ')} `,
};
/** Provinces of before whose names and districts are the most alike, and one with numbered wards. */
const OF_BEFORE = ['22@2008', '34@2008', '44@2008', '45@2008', '79@2008'];

function* workbooks(): Generator<[AreaBook, [string, Area][]]> {
  const today = Object.keys(PROVINCES).filter((id) => editionOf(id) === '2025');
  for (const province of [...today, ...OF_BEFORE]) {
    const book = new AreaBook(editionOf(province) ?? '2025');
    const units = Object.entries(officialAreasIn(province));
    book.setMain(province);
    book.open(() => units.map(([, area]) => full(area)));
    yield [book, units];
  }
}

test('a workbook finds no wrong unit by any of these spellings', (t) => {
  const counts = { tried: 0, matched: 0, asked: 0 };
  const wrong: string[] = [];
  for (const [book, units] of workbooks())
    for (const [id, area] of units)
      for (const write of Object.values(MORE_SPELLINGS)) {
        const match = book.find(write(area));
        counts.tried += 1;
        if (match.kind !== 'one') counts.asked += 1;
        else if (match.id === id) counts.matched += 1;
        else wrong.push(`${write(area)}: ${match.id}, not ${id}`);
      }
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(wrong, []);
  assert.ok(counts.asked < counts.tried / 20, JSON.stringify(counts));
});

test('a workbook finds nothing but another unit under the word for a wrong kind', (t) => {
  const counts = { tried: 0, other: 0, asked: 0 };
  const wrong: string[] = [];
  for (const [book, units] of workbooks())
    for (const [id, area] of units)
      for (const [kind, [word, short]] of Object.entries(WORDS)) {
        if (kind === area.kind) continue;
        for (const typed of [`${word} ${bare(area)}`, `${short}${bare(area)}`]) {
          const match = book.find(typed);
          counts.tried += 1;
          const found = match.kind === 'one' ? book.get(match.id) : undefined;
          const kinds = [found, ...(found?.names ?? [])].map((own) => own?.kind);
          if (match.kind !== 'one') counts.asked += 1;
          else if (match.id !== id && kinds.includes(kind)) counts.other += 1;
          else wrong.push(`${typed}: ${match.id}`);
        }
      }
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(wrong, []);
});

test('a workbook finds no unit by a name with one wrong tone, unless another one is called so', (t) => {
  const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const counts = { tried: 0, other: 0, asked: 0, spelling: 0 };
  const wrong: string[] = [];
  /** Đắk, Đăk and Đắc, Mỹ and Mĩ are known spellings of one name. */
  const isSpelling = (a: string, b: string): boolean =>
    fold(otherI(a)) === fold(b) || /đ[aăắ][ck]/i.test(a);
  for (const [book, units] of workbooks())
    for (const [id, area] of units) {
      const name = bare(area).normalize('NFD');
      const at = name.search(/[\u0300\u0301\u0303\u0309\u0323]/);
      if (at < 0) continue;
      for (const tone of TONES) {
        const other = (name.slice(0, at) + tone + name.slice(at + 1)).normalize('NFC');
        if (tidy(other) === tidy(bare(area))) continue;
        const match = book.find(`${WORDS[area.kind ?? '']?.[0]} ${other}`);
        counts.tried += 1;
        const found = match.kind === 'one' ? bare(book.get(match.id) ?? area) : '';
        if (match.kind !== 'one') counts.asked += 1;
        else if (match.id !== id && tidy(found).toLowerCase() === tidy(other).toLowerCase())
          counts.other += 1;
        else if (isSpelling(other, found)) counts.spelling += 1;
        else wrong.push(`${other}: ${found} (${match.id})`);
      }
    }
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(wrong, []);
});
