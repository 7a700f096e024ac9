/** Where the teams are: what a group's area is called, what it was, and what it is part of now. */
import type { Area } from '../api/figures.js';
import { areaKind, type AreaLookup } from '../domain/areas.js';
import { childLabel, formerAndPresent, fullAreaName } from './area-names.js';
import { capital } from './capital.js';

/** A place under which a reader may look for teams. */
export interface Place {
  /** The group's area. */
  readonly id: string;
  /** "Phường An Khê (cũ)". */
  readonly name: string;
  /** "quận Thanh Khê, TP. Đà Nẵng". */
  readonly above: string;
  /** "nay thuộc phường An Khê"; empty where nothing changed. */
  readonly present: string;
}

/** An area as a place; `group` is the group that holds its teams, where that is another one. */
export function placeOf(
  id: string,
  lookup: AreaLookup,
  lang: string,
  today: string,
  group = id,
): Place {
  const area = lookup(id);
  if (!area) return { id: group, name: id, above: '', present: '' };
  const full = fullAreaName(area, lang);
  const { former, present } = formerAndPresent(id, lookup, lang, { today });
  const label = childLabel(area, lookup, lang);
  return {
    id: group,
    name: capital(former ?? full),
    above: areaKind(area) === 'country' ? '' : label.slice(full.length + 2),
    present: present ?? '',
  };
}

/** The places of a list: its groups, which `named` may know already, and the former communes that went into them. */
export function placesOf(
  groups: readonly { readonly id: string }[],
  areas: Readonly<Record<string, Area>>,
  lang: string,
  today: string,
  named = (id: string): Place => placeOf(id, (a) => areas[a], lang, today),
): Place[] {
  const lookup: AreaLookup = (id) => areas[id];
  const groupIds = new Set(groups.map(({ id }) => id));
  const places = groups.map(({ id }) => named(id));
  for (const [id, { next }] of Object.entries(areas)) {
    if (groupIds.has(id)) continue;
    for (const heir of next ?? [])
      if (groupIds.has(heir)) places.push(placeOf(id, lookup, lang, today, heir));
  }
  return places;
}
