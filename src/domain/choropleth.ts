/** What a map shows: the children of an area, each with its figure or without one. */
import type { Area, Indicator, Observation } from '../data/schemas.js';
import { compareAt } from './calendar.js';
import { childrenOf, type Child, type ChildrenRequest } from './children.js';
import { editionsOf, type Edition } from './editions.js';
import { isExact, isMissing, isRank } from './observations.js';

/** One area of a map. */
export interface MapRow extends Child {
  /** The number that decides the colour; absent where there is none. */
  readonly value: number | undefined;
}

export type MapRequest = ChildrenRequest;

/** The children of an area with the number that colours each. */
export const mapRows = (request: MapRequest): MapRow[] => childrenOf(request).map(rowOf);

function rowOf(child: Child): MapRow {
  const o = child.figure.observation;
  const value = o && !isMissing(o) && typeof o.value === 'number' ? o.value : undefined;
  return { ...child, value };
}

/** The editions of the children that have figures: more than one cannot be drawn on one map. */
export function editionsWithFigures(
  observations: readonly Observation[],
  areas: Readonly<Record<string, Area>>,
  parent: string,
): Set<Edition> {
  return editionsOf(observations.filter((o) => isChild(o.area, areas, parent)).map((o) => o.area));
}

/** A province that the document does not list is a child of the nation all the same. */
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
  const found = new Set<string>();
  for (const o of observations) {
    if (o.indicator === indicator && o.at && ids.has(o.area)) found.add(o.at);
  }
  return [...found].sort((a, b) => compareAt(b, a));
}

/**
 * Rolls counts of 2008 up to the areas of 2025: a sum where every former area has an exact figure
 * of one date, else nothing. Rates, ranks and approximations are never rolled up.
 */
export function rollUp(
  rows: readonly MapRow[],
  indicator: Indicator | undefined,
  areas2025: Readonly<Record<string, Area>>,
): MapRow[] {
  const adds = indicator?.aggregate === 'sum' && !isRank(indicator);
  return Object.entries(areas2025).map(([id, area]) => {
    const parts = rows.filter((row) => row.area.next?.includes(id));
    const found = parts.map((row) => row.figure.observation);
    const exact = found.filter((o): o is Exact => !!o && isExact(o));
    const [first] = exact;
    const whole =
      adds && first && exact.length === parts.length && exact.every((o) => o.at === first.at);
    const observation = whole ? sumOfParts(id, exact, first) : undefined;
    const trail = observation ? [observation] : [];
    return rowOf({
      id,
      area,
      figure: { observation, trail, lastKnown: undefined, newest: undefined },
    });
  });
}

type Exact = Observation & { value: number };

/** A sum is what its parts are, and no more: no pair, target or change of any of them. */
function sumOfParts(
  area: string,
  parts: readonly Exact[],
  { indicator, at, source }: Exact,
): Observation {
  const provisional = parts.some((o) => o.status === 'provisional');
  return {
    area,
    indicator,
    value: parts.reduce((sum, o) => sum + o.value, 0),
    ...(at ? { at } : {}),
    ...(source ? { source } : {}),
    ...(provisional ? { status: 'provisional' as const } : {}),
  };
}

/** What a map says in one sentence. */
export interface MapSummary {
  readonly highest: readonly MapRow[];
  readonly lowest: readonly MapRow[];
  readonly missing: number;
  readonly total: number;
}

export function summaryOf(rows: readonly MapRow[]): MapSummary {
  const known = rows.filter((row) => row.value !== undefined);
  const values = known.map((row) => row.value as number);
  const [high, low] = [Math.max(...values), Math.min(...values)];
  return {
    highest: known.filter((row) => row.value === high),
    lowest: known.filter((row) => row.value === low),
    missing: rows.length - known.length,
    total: rows.length,
  };
}
