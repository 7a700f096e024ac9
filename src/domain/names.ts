/**
 * Names of areas as people and spreadsheets type them: freed of "Tỉnh", "TP." and the like
 * (`stripPrefix`), and found among areas (`matchArea`). Characters are the matter of `fold.ts`.
 */
import type { Area } from '../api/figures.js';
import { codeOf, editionOf, type Edition } from './editions.js';
import { fold, tidy } from './fold.js';

export { fold, tidy } from './fold.js';

/** The words before a name, and the kinds that they can mean. */
const PREFIX_KINDS: Readonly<Record<string, string>> = {
  tỉnh: 'province',
  'thành phố': 'city',
  tp: 'city',
  phường: 'ward',
  xã: 'commune',
  'thị trấn': 'township',
  'đặc khu': 'special',
  quận: 'district',
  huyện: 'district',
  'thị xã': 'town',
};

const PREFIX =
  /^(tỉnh|thành phố|tp|phường|xã|thị trấn|đặc khu|quận|huyện|thị xã)(?:\.\s*|\s+)(?=\p{L})/iu;
const FOLDED_PREFIX =
  /^(?:tinh|thanh pho|tp|phuong|xa|thi tran|dac khu|quan|huyen|thi xa)(?:\.\s*|\s+)(?=[a-z])/;

/** Other spellings, as `foldedKey` writes them. */
const ALIASES: Readonly<Record<string, string>> = {
  thuathienhue: 'hue',
  tthue: 'hue',
  hcm: 'hochiminh',
  tphcm: 'hochiminh',
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
function foldedKey(text: string): string {
  const key = squash(fold(text));
  return ALIASES[key] ?? key;
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
}

function kindsOf(area: Area): (string | undefined)[] {
  return [area.kind, ...(area.names ?? []).map((name) => name.kind)];
}

/** Every form in which an area's name may stand in a query: in all languages, at all dates. */
function formsOf(area: Area): string[] {
  const words = Object.keys(PREFIX_KINDS).filter((w) => kindsOf(area).includes(PREFIX_KINDS[w]));
  return [area, ...(area.names ?? [])].flatMap(({ name }) => {
    const texts = typeof name === 'string' ? [name] : Object.values(name);
    // "Phường 1" is asked for where the data say "1" of kind ward.
    return texts.flatMap((text) => [text, stripPrefix(text), ...words.map((w) => `${w} ${text}`)]);
  });
}

interface Index {
  readonly exact: Map<string, string[]>;
  readonly folded: Map<string, string[]>;
}

/** A list of 3.321 communes is indexed once, not for each of 3.321 names to be found in it. */
const INDEXES = new WeakMap<object, Index>();

function indexOf(areas: Readonly<Record<string, Area>>): Index {
  const known = INDEXES.get(areas);
  if (known) return known;
  const index: Index = { exact: new Map(), folded: new Map() };
  const add = (map: Map<string, string[]>, key: string, id: string): void => {
    const ids = map.get(key);
    if (!ids) map.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const [id, area] of Object.entries(areas)) {
    for (const form of formsOf(area)) {
      add(index.exact, exactKey(form), id);
      add(index.folded, foldedKey(form), id);
    }
  }
  INDEXES.set(areas, index);
  return index;
}

function byCode(query: string, ids: readonly string[]): string[] {
  const code = codeOf(query);
  const inEdition = ids.filter((id) => !query.includes('@') || editionOf(id) === editionOf(query));
  const exact = inEdition.filter((id) => codeOf(id) === code);
  if (exact.length || !/^\d+$/.test(code)) return exact;
  const short = code.replace(/^0+/, '');
  return inEdition.filter((id) => codeOf(id).replace(/^0+/, '') === short);
}

function byName(
  query: string,
  { exact, folded }: Index,
  isMeant: (id: string) => boolean,
): string[] {
  const bare = stripPrefix(query);
  // Văn Lang and Văn Lăng are one after folding: what is written in full counts first.
  const found = [
    exact.get(exactKey(query)),
    exact.get(exactKey(bare)),
    folded.get(foldedKey(query)),
    folded.get(foldedKey(bare)),
    folded.get(foldedKey(fold(query).replace(FOLDED_PREFIX, ''))),
  ].map((ids) => ids?.filter(isMeant) ?? []);
  return found.find((ids) => ids.length > 0) ?? [];
}

/**
 * Finds the area that a code ("44", "1" for 01, "45@2008") or a name means: as written
 * first, without diacritics second. A bare code or name that several areas carry is `many`.
 * `areas` must not be changed afterwards: its index is kept.
 */
export function matchArea(
  query: string,
  areas: Readonly<Record<string, Area>>,
  { parent, edition }: MatchOptions = {},
): Match {
  const isMeant = (id: string): boolean =>
    (!parent || areas[id]?.parent === parent) && (!edition || editionOf(id) === edition);
  const text = tidy(query);
  if (!squash(text)) return { kind: 'none' };
  const isCode = /^\d|^vn$|@/i.test(text);
  const coded = isCode ? byCode(text.replace(/\s/g, ''), Object.keys(areas).filter(isMeant)) : [];
  const found = coded.length ? coded : byName(text, indexOf(areas), isMeant);
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  return found.length === 1 ? { kind: 'one', id: first } : { kind: 'many', ids: found };
}
