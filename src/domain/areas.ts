/** An area at a date: the name and the kind that were valid then. What it is called in words: `i18n/area-names.ts`. */
import type { Area, AreaName } from '../api/figures.js';
import { parseAt } from './calendar.js';

/** Finds an area by its id, in a document's `areas`, the table of provinces, or both. */
export type AreaLookup = (id: string) => Area | undefined;

/**
 * The name entry that was valid at a date (the last day of an `at`); the area itself where no entry has
 * dates.
 */
export function nameAt(area: Area, at: string | undefined): AreaName {
  const day = at && parseAt(at)?.lastDay;
  const isValid = (name: AreaName): boolean =>
    !!day && (name.from ?? '') <= day && day <= (name.until ?? '9999');
  return area.names?.find(isValid) ?? area;
}

/** The kind at a date: `province`, `city`, …, or any other word of the data. */
export function areaKind(area: Area, at?: string): string | undefined {
  return nameAt(area, at).kind ?? area.kind;
}
