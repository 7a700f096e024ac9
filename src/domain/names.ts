/**
 * Names of areas as people and spreadsheets type them, and the area that each means: ONE rule for the
 * desk, adapters, tags, links and the builder. Characters are the matter of `fold.ts`.
 *
 * A typed kind ("Thành phố Thái Bình", "Hà Nội City", "TX. Quảng Trị") must be the kind of what is found.
 * What is typed with its diacritics must have those of what is found, because one tone is another
 * commune (Ba Tơ, Ba Tô). What fits two areas is `many`: nobody guesses.
 */
import type { Area } from '../api/figures.js';
import { codeOf, editionOf, type Edition } from './editions.js';
import { fold, tidy } from './fold.js';

export { fold, tidy } from './fold.js';

/** Kinds of areas by the words for them, as `tidy` and lower case write these. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  tỉnh: ['province'],
  t: ['province'],
  province: ['province'],
  'thành phố': ['city'],
  tp: ['city'],
  city: ['city'],
  'thị xã': ['town'],
  tx: ['town'],
  town: ['town', 'township'],
  huyện: ['district'],
  h: ['district'],
  quận: ['district.urban'],
  q: ['district.urban'],
  district: ['district', 'district.urban'],
  xã: ['commune'],
  x: ['commune'],
  commune: ['commune'],
  phường: ['ward'],
  p: ['ward'],
  ward: ['ward'],
  'thị trấn': ['township'],
  tt: ['township'],
  township: ['township'],
  'đặc khu': ['special'],
  đk: ['special'],
  dk: ['special'],
  'special zone': ['special'],
};
const KNOWN_KINDS = new Set(Object.values(KINDS).flat());

const FULL = 'tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu';
const FOLDED = 'tinh|thanh pho|thi xa|huyen|quan|xa|phuong|thi tran|dac khu';
const SHORT = 'tp|tx|tt|[đd]k|[thqxp]';
const ENGLISH = 'province|city|district|township|town|ward|commune|special zone';

/** Of "Phường 1" only a number is left: that is no name by itself. */
const PREFIX = new RegExp(`^(${FULL}|tp)(?:\\.\\s*|\\s+)(?=\\p{L})`, 'iu');
const BEFORE = new RegExp(
  `^(?:(${FULL}|${SHORT})(?:\\.\\s*|\\s+)|([qp])(?=\\d))(?=[\\p{L}\\d])`,
  'iu',
);
/** "P.Hương Sơn" is a ward, because nobody writes "Phương Sơn" with a full stop in it. */
const ABBREVIATED = new RegExp(`^(?:${SHORT})\\.\\s*(?!\\p{L}\\.)(?=[\\p{L}\\d])`, 'iu');
const BEFORE_FOLDED = new RegExp(`^(${FOLDED})(?:\\.\\s*|\\s+)(?=[a-z\\d])`, 'i');
const BEFORE_ENGLISH = new RegExp(`^(${ENGLISH})\\s+(?:of\\s+)?(?=[a-z\\d])`, 'i');
const BEHIND = new RegExp(`[\\s,-]+(${FULL}|tp|tx|${ENGLISH})\\.?$`, 'iu');
const IN_BRACKETS = new RegExp(`\\s*\\((${FULL}|tp|tx|tt|${ENGLISH})\\.?\\)\\s*`, 'iu');
const OFFICE = /^(?:ubnd|hđnd|ủy ban nhân dân)\s+(?=\p{L})/iu;

const FULL_BY_FOLDED = new Map(FULL.split('|').map((word) => [fold(word), word]));

/** Other names of provinces, by their own name, as `fold` and letters alone write both. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  hue: ['thuathienhue', 'tthue'],
  hochiminh: ['hcm', 'tphcm', 'hcmc', 'hochiminhcity'],
  bariavungtau: ['brvt'],
  daklak: ['daclac', 'darlac'],
  daknong: ['dacnong'],
  backan: ['baccan'],
};

/**
 * A name without the word for its kind: "Tỉnh Quảng Trị", "TP.Huế" -> "Quảng Trị", "Huế".
 * Only in front of a letter: "Phường 1" and "Quận 10" keep the word, as "1" alone would be
 * a code or any other unit's name. Only with its diacritics: "Quan Sơn" is no "Quận".
 */
export function stripPrefix(text: string): string {
  return tidy(text).replace(PREFIX, '');
}

/** Letters and digits only, numbers without leading zeros: "Phường 01" -> "phường1". */
function squash(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|\D)0+(?=\d)/g, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

const exactKey = (text: string): string => squash(tidy(text));
const foldedKey = (text: string): string => squash(fold(text));

/** The same for spellings of one sound: Sỹ and Sĩ, Quy and Qui, Đắk, Đăk and Đắc. */
function soundKey(text: string): string {
  const one = tidy(text)
    .toLowerCase()
    .replace(/(^|[\s-])đ[aăắ][ck]\s?l[aăắ][ck](?=$|[\s-])/g, '$1đắk lắk')
    .replace(/(^|[\s-])đ[aăắ][ck](?=$|[\s-])/g, '$1đắk')
    .normalize('NFD')
    .replace(/(qu|[bcdđghklmnpqrstvx])y([\u0300-\u036f]*)(?![\p{L}\u0300-\u036f])/gu, '$1i$2');
  return squash(one.normalize('NFC'));
}

/** What a query means among some areas. */
export type Match =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'many'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

export interface MatchOptions {
  /** Only the children of this area. */
  readonly parent?: string | undefined;
  readonly edition?: Edition | undefined;
  /** The areas tell quận (`district.urban`) from huyện; many APIs call both `district`. */
  readonly urban?: boolean | undefined;
}

/** One way to read a text: a name, and the kinds that its words allow. */
interface Reading {
  readonly name: string;
  readonly kinds?: readonly string[] | undefined;
}

const kindsNamed = (word: string): readonly string[] => KINDS[word.toLowerCase()] ?? [];
/** The kinds of two words for kinds, which must agree: "Thành phố Huế (TP)". */
const both = (
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined => (a && b ? a.filter((kind) => b.includes(kind)) : (a ?? b));

/** The ways to read a text, the whole name first. */
function readingsOf(text: string): Reading[] {
  const whole = tidy(text);
  const bracket = IN_BRACKETS.exec(whole);
  const kindsInBrackets = bracket ? kindsNamed(bracket[1] ?? '') : undefined;
  const plain = (bracket ? whole.replace(IN_BRACKETS, ' ') : whole).trim().replace(OFFICE, '');
  const readings: Reading[] = ABBREVIATED.test(plain)
    ? []
    : [{ name: plain, kinds: kindsInBrackets }];
  const add = (pattern: RegExp, meaning: (word: string) => readonly string[]): void => {
    const match = pattern.exec(plain);
    const word = match?.[1] ?? match?.[2];
    if (!match || !word) return;
    const name = match.index > 0 ? plain.slice(0, match.index) : plain.slice(match[0].length);
    const kinds = both(kindsInBrackets, meaning(word));
    readings.push({ name, kinds });
    // A word for the kind after the name is removed too: "Tỉnh Quảng Trị Province".
    const end = BEHIND.exec(name);
    if (end)
      readings.push({
        name: name.slice(0, end.index),
        kinds: both(kinds, kindsNamed(end[1] ?? '')),
      });
  };
  add(BEFORE, kindsNamed);
  add(BEHIND, kindsNamed);
  add(BEFORE_FOLDED, (word) => kindsNamed(FULL_BY_FOLDED.get(word.toLowerCase()) ?? ''));
  add(BEFORE_ENGLISH, kindsNamed);
  return readings.filter(({ name }) => squash(name));
}

/** A typed name, freed of the word for its kind, where that is written with its diacritics. */
export function typedName(text: string): { name: string; kind?: string; word: string } {
  const [first, second] = readingsOf(text);
  const reading = second?.kinds?.length === 1 && !BEFORE_FOLDED.test(tidy(text)) ? second : first;
  const name = reading?.name ?? tidy(text);
  const kind = reading?.kinds?.[0];
  return { name, ...(kind ? { kind } : {}), word: kind ?? '' };
}

/** An area under one of its names. */
interface Entry {
  readonly id: string;
  /** Its kinds under that name; none where the data say none. */
  readonly kinds: readonly string[];
  /** The name is a number, whose kind has to be typed. */
  readonly bare?: boolean;
}

type Entries = Map<string, Entry[]>;
interface Index {
  readonly exact: Entries;
  readonly sound: Entries;
  /** Sounds without diacritics: Mi, My and Mỹ. */
  readonly plainSound: Entries;
  readonly folded: Entries;
  readonly alias: Entries;
}

/** The index of each list of areas. Without it, each of 3,321 names would search a list of 3,321 communes. */
const INDEXES = new WeakMap<object, Index>();

function indexOf(areas: Readonly<Record<string, Area>>): Index {
  const cached = INDEXES.get(areas);
  if (cached) return cached;
  const index: Index = {
    exact: new Map(),
    sound: new Map(),
    plainSound: new Map(),
    folded: new Map(),
    alias: new Map(),
  };
  const add = (map: Entries, key: string, entry: Entry): void => {
    const entries = map.get(key);
    if (entries) entries.push(entry);
    else map.set(key, [entry]);
  };
  for (const [id, area] of Object.entries(areas))
    for (const [text, { kinds, bare = false }] of formsOf(area)) {
      const entry = { id, kinds, bare };
      const folded = foldedKey(text);
      add(index.exact, exactKey(text), entry);
      const sound = soundKey(text);
      add(index.sound, sound, entry);
      add(index.plainSound, fold(sound), entry);
      add(index.folded, folded, entry);
      if (area.parent && area.parent !== 'vn') continue;
      for (const alias of ALIASES[folded] ?? [])
        add(index.alias, alias, folded === 'hue' ? { id, kinds: ['province', 'city'] } : entry);
    }
  INDEXES.set(areas, index);
  return index;
}

/** A kind in front of a name, or behind an English one, as some data write it into the name. */
const SAID = new RegExp(`^(${FULL}|tp)(?:\\.\\s*|\\s+)(?=[\\p{L}\\d])`, 'iu');
const SAID_ENGLISH = new RegExp(`^([\\x20-\\x7e]+)\\s(${ENGLISH})$`, 'i');

/** Every form in which an area's name may stand in a query: in all languages, at all dates. */
function formsOf(area: Area): [text: string, entry: Omit<Entry, 'id'>][] {
  const dated = area.names ?? [];
  // Adds the current name only where the dated names do not contain it with its kinds.
  const plain = dated.some(({ name }) => name === area.name) ? [] : [area];
  return [...plain, ...dated].flatMap(({ name, kind }) => {
    const kinds = kindsIn(kind ?? area.kind);
    const texts = typeof name === 'string' ? [name] : Object.values(name);
    return texts.flatMap((text): ReturnType<typeof formsOf> => {
      const tidied = tidy(text);
      const front = SAID.exec(tidied);
      const [, before = '', behind] = (!front && SAID_ENGLISH.exec(tidied)) || [];
      const short = front ? tidied.slice(front[0].length) : before;
      const kindsInName = kindsNamed(front?.[1] ?? behind ?? '');
      const fits = kinds.length === 0 || agree({ kinds }, kindsInName, false);
      if (!short || !fits) return [[tidied, { kinds }]];
      // "Phường 1" is asked for where the data say "1" of kind ward, but never as "1".
      const bare = /^\d+$/.test(short);
      return [
        [tidied, { kinds }],
        [short, { kinds: kinds.length > 0 ? kinds : kindsInName, bare }],
      ];
    });
  });
}

/** The kinds that these rules know for a kind of the data; none for any other kind. */
function kindsIn(kind: string | undefined): readonly string[] {
  if (!kind) return [];
  return KNOWN_KINDS.has(kind) ? [kind] : kind === 'country' ? ['country'] : kindsNamed(kind);
}

function agree(
  { kinds, bare }: Omit<Entry, 'id'>,
  typed: Reading['kinds'],
  urban: boolean,
): boolean {
  if (!typed) return !bare;
  if (kinds.length === 0) return true;
  return kinds.some(
    (kind) =>
      typed.includes(kind) || (!urban && kind === 'district' && typed.includes('district.urban')),
  );
}

function byCode(query: string, ids: readonly string[]): string[] {
  const code = codeOf(query);
  const inEdition = ids.filter((id) => !query.includes('@') || editionOf(id) === editionOf(query));
  const exact = inEdition.filter((id) => codeOf(id) === code);
  if (exact.length || !/^\d+$/.test(code)) return exact;
  // A spreadsheet drops the zero in front of 01 and 03002.
  return inEdition.filter((id) => codeOf(id) === `0${code}`);
}

/** Whether a text is typed without any diacritics, as on a keyboard that has none. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(tidy(text));

type Finder = (map: Entries, key: string, kinds: Reading['kinds']) => string[];

function byName(query: string, index: Index, look: Finder): string[] {
  const { exact, sound, plainSound, folded, alias } = index;
  const readings = readingsOf(query);
  // The whole name goes before a shorter one, and a name as it is written before another spelling.
  if (!isPlain(query))
    for (const [map, keyOf] of [
      [exact, exactKey],
      [sound, soundKey],
    ] as const)
      for (const { name, kinds } of readings) {
        const key = keyOf(name);
        const matches = look(map, key, kinds);
        if (matches.length === 0) continue;
        // "My Hòa" is another spelling of Mi Hòa, and Mỹ Hòa with a tone left out, where there are both.
        return map === exact
          ? matches
          : [...new Set([...matches, ...look(plainSound, fold(key), kinds)])];
      }
  const matches = readings.flatMap(({ name, kinds }) => {
    const key = foldedKey(name);
    // "TT Huế" is Thừa Thiên Huế, but "TT." is the short form of thị trấn.
    const others = /^tt\./i.test(name) ? [] : look(alias, key, kinds);
    return [...(isPlain(name) ? look(folded, key, kinds) : []), ...others];
  });
  return [...new Set(matches)];
}

/**
 * The areas that carry a typed name with another kind or with other diacritics: what may have been
 * meant where `matchArea` finds none.
 */
export function nearlyNamed(query: string, areas: Readonly<Record<string, Area>>): string[] {
  const { folded, alias } = indexOf(areas);
  const matches = readingsOf(query).flatMap(({ name }) =>
    [folded, alias].flatMap((map) => map.get(foldedKey(name)) ?? []),
  );
  return [...new Set(matches.map(({ id }) => id))];
}

/**
 * Finds the area that a code ("44", "1" for 01, "45@2008") or a name means: the whole name as it is
 * written first, then another spelling of the same sounds; without diacritics only what is typed
 * without any. A bare code or name that several areas carry is `many`, a name with the word for
 * another kind is `none`. `areas` must not be changed afterwards: its index is kept.
 */
export function matchArea(
  query: string,
  areas: Readonly<Record<string, Area>>,
  { parent, edition, urban = false }: MatchOptions = {},
): Match {
  const isMeant = (id: string): boolean =>
    (!parent || areas[id]?.parent === parent) && (!edition || editionOf(id) === edition);
  const text = tidy(query);
  if (!squash(text)) return { kind: 'none' };
  const isCode = /^\d|^vn$|@/i.test(text);
  const coded = isCode ? byCode(text.replace(/\s/g, ''), Object.keys(areas).filter(isMeant)) : [];
  const look: Finder = (map, key, kinds) => {
    const entries = map.get(key)?.filter((entry) => agree(entry, kinds, urban)) ?? [];
    return [...new Set(entries.map(({ id }) => id))].filter(isMeant);
  };
  const matches = coded.length ? coded : byName(text, indexOf(areas), look);
  const [first] = matches;
  if (first === undefined) return { kind: 'none' };
  return matches.length === 1 ? { kind: 'one', id: first } : { kind: 'many', ids: matches };
}
