/** What a map shows: the children of an area, each with its figure or without one. */
import { extentOf } from './extent.js';
import type { Area, Observation } from '../api/figures.js';
import { compareAt } from './calendar.js';
import { childrenOf, type Child, type ChildrenRequest } from './children.js';
import { editionsOf, type Edition } from './editions.js';
import { isMissing } from './observations.js';

/** One area of a map. */
export interface MapRow extends Child {
  /** The number that decides the colour; absent where there is none. */
  readonly value: number | undefined;
  /** The date at which the area is named: that of its figure, else that of the map. */
  readonly at: string | undefined;
}

export type MapRequest = ChildrenRequest;

/** The children of an area with the number that colours each. */
export const mapRows = (request: MapRequest): MapRow[] => childrenOf(request).map(rowOf);

/** A child with the number that colours it. */
export function rowOf(child: Child): MapRow {
  const o = child.figure.observation;
  const value = o && !isMissing(o) && typeof o.value === 'number' ? o.value : undefined;
  return { ...child, value, at: o?.at };
}

/** The editions of the children that have figures: more than one cannot be drawn on one map. */
export function editionsWithFigures(
  observations: readonly Observation[],
  areas: Readonly<Record<string, Area>>,
  parent: string,
): Set<Edition> {
  return editionsOf(observations.filter((o) => isChild(o.area, areas, parent)).map((o) => o.area));
}

/** A province that is not in the document's `areas` is also a child of the nation. */
function isChild(id: string, areas: Readonly<Record<string, Area>>, parent: string): boolean {
  const area = areas[id];
  return area ? area.parent === parent : parent === 'vn' && /^\d\d@/.test(id);
}

/** The dates of an indicator's figures among some areas, newest first. */
export function datesOf(
  observations: readonly Observation[],
  indicator: string,
  ids: ReadonlySet<string>,
): string[] {
  const dates = new Set<string>();
  for (const o of observations) {
    if (o.indicator === indicator && o.at && ids.has(o.area)) dates.add(o.at);
  }
  return [...dates].sort((a, b) => compareAt(b, a));
}

/** The facts of the one sentence above a map. */
export interface MapSummary {
  readonly highest: readonly MapRow[];
  readonly lowest: readonly MapRow[];
  readonly missing: number;
  readonly total: number;
}

/** The rows with the highest and with the lowest value, and how many rows have none. */
export function summaryOf(rows: readonly MapRow[]): MapSummary {
  const rowsWithValue = rows.filter((row) => row.value !== undefined);
  const values = rowsWithValue.map((row) => row.value as number);
  const [low, high] = extentOf(values);
  return {
    highest: rowsWithValue.filter((row) => row.value === high),
    lowest: rowsWithValue.filter((row) => row.value === low),
    missing: rows.length - rowsWithValue.length,
    total: rows.length,
  };
}
