/**
 * What an area is called: its name and kind at a date, in full, and what it is part of now.
 * Areas are looked up through a function, so that the table of provinces can be loaded late.
 */
import type { Area, Envelope } from '../api/figures.js';
import { areaKind, nameAt, type AreaLookup } from '../domain/areas.js';
import { editionOf, isUnmergedProvince, LAST_DAY_OF_2008 } from '../domain/editions.js';
import { textOf } from './texts.js';
import { translator } from './translator.js';
import type { TextKey } from './vi.js';

/** A kind that stands in the name itself; the data write such names in Vietnamese. */
const KIND_IN_NAME =
  /^(tỉnh|thành phố|tp\.?|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)\s+(?=\S)/i;

/** The name at a date (`at`; now when absent), without its kind: "Quảng Trị". */
export function areaName(area: Area, lang: string, at?: string): string {
  return textOf(nameAt(area, at).name, lang);
}

/** An area in a list, and the date of its name. */
export type ListedArea = readonly [id: string, area: Area | undefined, at: string | undefined];

/** The names, without and with their kinds, that several areas of a list have. */
export function sharedNames(areas: Iterable<ListedArea>, lang: string): ReadonlySet<string> {
  const list = [...areas];
  const shared = new Set<string>();
  // Kinds are put into words only for the few areas that need them.
  for (const nameOf of [areaName, fullAreaName]) {
    const first = new Map<string, string>();
    for (const [id, area, at] of list) {
      if (!area || (nameOf === fullAreaName && !shared.has(areaName(area, lang, at)))) continue;
      const name = nameOf(area, lang, at);
      if ((first.get(name) ?? id) !== id) shared.add(name);
      first.set(name, id);
    }
  }
  return shared;
}

/**
 * The name of an area in a list: with its kind where another one has the same (the town and the district Cao Lãnh),
 * and with the areas above it where that one is of its kind too ("xã Tân Thành, tỉnh Lạng Sơn").
 */
export function nameBeside(
  area: Area,
  lang: string,
  at: string | undefined,
  shared: ReadonlySet<string>,
  lookup: AreaLookup,
): string {
  const name = areaName(area, lang, at);
  if (!shared.has(name)) return name;
  const full = fullAreaName(area, lang, at);
  return shared.has(full) ? childLabel(area, lookup, lang, at) : full;
}

/**
 * "tỉnh Quảng Trị", "TP. Đà Nẵng", "phường An Khê"; "Quảng Trị Province", "Đà Nẵng City". A kind without a
 * text (`kind.…`) is shown as the data write it; a hamlet's name has its own (thôn, bản, ấp).
 */
export function fullAreaName(area: Area, lang: string, at?: string): string {
  const name = areaName(area, lang, at);
  const kind = areaKind(area, at);
  if (!kind || kind === 'country' || kind === 'hamlet') return name;
  const t = translator(lang);
  const key = `kind.${kind}`;
  const text = t(key as TextKey);
  const word = text === key ? kind : text;
  // Some data write the kind into the name: "Phường 1", "Ho Chi Minh City".
  const bare = name.replace(KIND_IN_NAME, '');
  if (bare !== name && KIND_IN_NAME.test(`${t('kind.ward')} x`)) return name;
  if (bare.toLowerCase().endsWith(` ${word.toLowerCase()}`)) return bare;
  return t(/^\d+$/.test(bare) ? 'areaNumbered' : 'areaInFull', { kind: word, name: bare });
}

/**
 * A label for an area outside its province: "phường An Khê, quận Thanh Khê, TP. Đà Nẵng".
 * 245 commune names occur in several provinces.
 */
export function childLabel(area: Area, lookup: AreaLookup, lang: string, at?: string): string {
  const parts = [fullAreaName(area, lang, at)];
  if (area.district) parts.push(textOf(area.district, lang));
  let above = area.parent ? lookup(area.parent) : undefined;
  // Five levels at most: wrong data may go round in a circle.
  for (let level = 0; above && areaKind(above) !== 'country' && level < 5; level++) {
    parts.push(fullAreaName(above, lang, at));
    above = above.parent ? lookup(above.parent) : undefined;
  }
  return parts.join(', ');
}

/**
 * A province by its name alone, all else with its kind: a ward may have the name of its province. A document of one
 * commune is shown outside of its province, where others have its name, so the province is named there.
 */
export function placeName(
  { areas, area: whole }: Pick<Envelope, 'areas'> & { readonly area?: string | undefined },
  id: string,
  language: string,
  at: string | undefined,
): string {
  const area = areas[id];
  if (!area) return id;
  if (!area.parent || area.parent === 'vn') return areaName(area, language, at);
  const full = fullAreaName(area, language, at);
  const isShared = (other: string): boolean =>
    other !== id && !!areas[other] && fullAreaName(areas[other], language, at) === full;
  return whole === id || Object.keys(areas).some(isShared)
    ? childLabel(area, (above) => areas[above], language, at)
    : full;
}

export interface FormerOptions {
  /** The figure's date: the former name is the one valid then. */
  readonly at?: string | undefined;
  /** Today in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
  /** The areas that became part of an area, where known; provinces need no such list. */
  readonly previous?: (id: string) => readonly string[] | undefined;
}

/** Both undefined where nothing changed; `present` is undefined where it is not known. */
export interface FormerAndPresent {
  readonly former: string | undefined;
  readonly present: string | undefined;
}

function hasEnded(id: string, area: Area, today: string): boolean {
  const until = area.until ?? (editionOf(id) === '2008' ? LAST_DAY_OF_2008 : undefined);
  return !!until && until < today;
}

/** The areas of today that an area became; failing that, the ones that its parent became. */
function heirsOf(id: string, lookup: AreaLookup, today: string, depth = 0): string[] {
  const area = lookup(id);
  // Five steps at most: wrong data may go round in a circle.
  if (!area || areaKind(area) === 'country' || depth > 5) return [];
  if (!hasEnded(id, area, today)) return [id];
  const heirs = (area.next ?? []).flatMap((next) => heirsOf(next, lookup, today, depth + 1));
  if (heirs.length || !area.parent) return [...new Set(heirs)];
  return heirsOf(area.parent, lookup, today, depth + 1);
}

/**
 * How an area that has ended is named, and what it is part of now: "Bình Phước (cũ)" and
 * "nay thuộc TP. Đồng Nai"; "former Bình Phước" and "now part of Đồng Nai City". An area
 * that went on alone under the same name and kind has not changed for a reader; one that
 * went on alone under another is "nay là TP. Huế".
 */
export function formerAndPresent(
  id: string,
  lookup: AreaLookup,
  lang: string,
  { at, today, previous }: FormerOptions,
): FormerAndPresent {
  const area = lookup(id);
  const unchanged = { former: undefined, present: undefined };
  if (!area || !hasEnded(id, area, today)) return unchanged;
  const t = translator(lang);
  const heirs = heirsOf(id, lookup, today);
  const names = heirs.map((heir) => fullAreaName(lookup(heir) ?? area, lang, today));
  const formerParts = heirs.length === 1 ? previous?.(heirs[0] ?? '') : undefined;
  const isAlone = formerParts ? formerParts.join() === id : isUnmergedProvince(id);
  if (isAlone && (names[0] ?? fullAreaName(area, lang)) === fullAreaName(area, lang, at))
    return unchanged;
  // Only a province is named without its kind, because "Hồ Chí Minh (cũ)" would be a person.
  const name =
    areaKind(area, at) === 'province' ? areaName(area, lang, at) : fullAreaName(area, lang, at);
  const last = names.pop();
  const present = names.length > 0 ? t('and', { a: names.join(', '), b: last ?? '' }) : last;
  return {
    former: t('formerArea', { name }),
    present: present && t(isAlone ? 'nowArea' : 'nowPartOf', { area: present }),
  };
}
