/** The official lists in the spellings of offices: nothing is matched wrongly, and what is asked is counted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Area } from '../../src/api/figures.ts';
import { editionOf, type Edition } from '../../src/domain/editions.ts';
import { fold, matchArea, tidy, type MatchOptions } from '../../src/domain/names.ts';
import { PROVINCES } from '../../src/domain/provinces.generated.ts';
import { officialAreas, officialAreasIn } from '../../src/desk/gazetteer.ts';

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
