/**
 * The official units below the provinces, of both editions, and what the former ones belong to now.
 * For the tools only (desk, tcns-data, tcns-check): no widget loads 13.000 names.
 */
import type { Area } from '../api/figures.js';
import { LAST_DAY_OF_2008, type Edition } from '../domain/editions.js';
import { matchArea, type Match } from '../domain/names.js';
import { PREVIOUS } from '../domain/provinces.generated.js';
import { COMMUNES_2008, COMMUNES_2025, JOINED_BEFORE } from './communes.generated.js';

type Areas = Readonly<Record<string, Area>>;

/** The letters of kinds in the generated lists. */
const KINDS: Readonly<Record<string, string>> = {
  x: 'commune',
  p: 'ward',
  d: 'special',
  t: 'township',
  q: 'district.urban',
  h: 'district',
  s: 'town',
  c: 'city',
};

/** "tCam Lộ>19597" in a parent: kind, name, and the communes of today that it belongs to. */
function areaOf(text: string, parent: string, edition: Edition): Area {
  const [unit = '', next] = text.split('>');
  const [letter, name] = [unit.charAt(0), unit.slice(1)];
  return {
    // "1" alone is no name that a reader understands.
    name: /^\d+$/.test(name) ? `${letter === 'q' ? 'Quận' : 'Phường'} ${name}` : name,
    kind: KINDS[letter] ?? 'commune',
    parent,
    ...(edition === '2008' ? { until: LAST_DAY_OF_2008 } : { from: '2025-07-01' }),
    ...(next ? { next: next.split('+').map((code) => `${code}@2025`) } : {}),
  };
}

/** Areas by the province that they lie in. */
type ByProvince = Map<string, Record<string, Area>>;

function read2025(): ByProvince {
  const byProvince: ByProvince = new Map();
  for (const line of COMMUNES_2025.split('\n')) {
    const [code = '', ...communes] = line.split('|');
    const province = `${code}@2025`;
    const areas: Record<string, Area> = {};
    for (const text of communes)
      areas[`${text.slice(0, 5)}@2025`] = areaOf(text.slice(5), province, '2025');
    byProvince.set(province, areas);
  }
  return byProvince;
}

function read2008(): ByProvince {
  const byProvince: ByProvince = new Map();
  for (const line of COMMUNES_2008.split('\n')) {
    const [head = '', ...communes] = line.split('|');
    const province = `${head.slice(0, 2)}@2008`;
    const district = `${head.slice(2, 5)}@2008`;
    const areas = byProvince.get(province) ?? {};
    areas[district] = areaOf(head.slice(5), province, '2008');
    for (const text of communes) {
      const code = text.slice(0, 5);
      const area = areaOf(text.slice(5), district, '2008');
      // A commune whose code is today's is not written twice; `>` alone stands for "not known".
      const isKnown = area.next ?? text.includes('>');
      areas[`${code}@2008`] = isKnown ? area : { ...area, next: [`${code}@2025`] };
    }
    byProvince.set(province, areas);
  }
  return byProvince;
}

const lists: Partial<Record<Edition, ByProvince>> = {};
const listOf = (edition: Edition): ByProvince =>
  (lists[edition] ??= edition === '2025' ? read2025() : read2008());

const provinceById: Partial<Record<Edition, Map<string, string>>> = {};

/** The province that an official unit lies in; `undefined` for a unit that is in no list. */
export function provinceOf(id: string): string | undefined {
  const edition = id.endsWith('@2008') ? '2008' : '2025';
  let known = provinceById[edition];
  if (!known) {
    provinceById[edition] = known = new Map<string, string>();
    for (const [province, areas] of listOf(edition))
      for (const area of Object.keys(areas)) known.set(area, province);
  }
  return known.get(id);
}

/** An official district or commune by its id. */
export function officialArea(id: string): Area | undefined {
  const province = provinceOf(id);
  return province === undefined ? undefined : officialAreasIn(province)[id];
}

const NONE: Areas = {};

/** The ids of a match: none, one or several. */
export const idsIn = (match: Match): readonly string[] =>
  match.kind === 'one' ? [match.id] : match.kind === 'many' ? match.ids : [];

/** A match made of ids. */
export function matchOf(ids: Iterable<string>): Match {
  const all = [...new Set(ids)];
  const [id] = all;
  if (id === undefined) return { kind: 'none' };
  return all.length === 1 ? { kind: 'one', id } : { kind: 'many', ids: all };
}

/** What a name or code means among the official units that lie in an area, at any depth. */
export function officialIn(typed: string, top: string): Match {
  const province = listOf(top.endsWith('@2008') ? '2008' : '2025').has(top) ? top : provinceOf(top);
  if (province === undefined) return { kind: 'none' };
  const areas = officialAreasIn(province);
  const lies = (id: string): boolean => {
    for (let at = areas[id]?.parent; at; at = areas[at]?.parent) if (at === top) return true;
    return false;
  };
  return matchOf(idsIn(matchArea(typed, areas, { urban: true })).filter(lies));
}

/** How many units of the official list lie right in an area. */
export function officialUnitsIn(top: string): number {
  const province = listOf(top.endsWith('@2008') ? '2008' : '2025').has(top) ? top : provinceOf(top);
  if (province === undefined) return 0;
  return Object.values(officialAreasIn(province)).filter(({ parent }) => parent === top).length;
}

/** All districts and communes of a province, by id; nothing for an unknown one. */
export function officialAreasIn(province: string): Areas {
  return listOf(province.endsWith('@2008') ? '2008' : '2025').get(province) ?? NONE;
}

/** A unit of before 01/7/2025, and the communes of today that it belongs to. */
export interface Former {
  readonly area: Area;
  /** In which district it was, where the list says so only in words. */
  readonly district: string | undefined;
  readonly next: readonly string[];
}

let joined: Map<string, Record<string, Area>> | undefined;

/** Former units that were joined to others before the list was made: they have no code. */
function joinedIn(province: string): Areas {
  if (!joined) {
    joined = new Map();
    JOINED_BEFORE.split('\n').forEach((line, i) => {
      const [head = '', text = ''] = line.split('|');
      const of = `${head.slice(0, 2)}@2008`;
      const areas = joined?.get(of) ?? {};
      areas[`joined${i}@2008`] = { ...areaOf(text, of, '2008'), district: head.slice(2) };
      joined?.set(of, areas);
    });
  }
  return joined.get(province) ?? NONE;
}

/**
 * The former units of a name in a province of today, each with what it belongs to now. A former
 * district is what its communes became.
 */
export function formerUnits(typed: string, province: string): Former[] {
  return (PREVIOUS[province] ?? []).flatMap((old) =>
    [officialAreasIn(old), joinedIn(old)].flatMap((areas) => {
      const match = matchArea(typed, areas, { urban: true });
      const ids = match.kind === 'one' ? [match.id] : match.kind === 'many' ? match.ids : [];
      return ids.flatMap((id): Former[] => {
        const area = areas[id];
        if (!area) return [];
        const inside = Object.values(areas).filter(({ parent }) => parent === id);
        const next = area.next ?? [...new Set(inside.flatMap((one) => one.next ?? []))];
        return [{ area, district: area.district as string | undefined, next }];
      });
    }),
  );
}
