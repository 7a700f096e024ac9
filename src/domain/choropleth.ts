/** What a map shows: the children of an area, each with its figure or without one. */
import type { Area, Indicator, Observation } from '../data/schemas.js';
import { compareAt } from './calendar.js';
import { editionOf, editionsOf, type Edition } from './editions.js';
import { figureOf, historyOf, isExact, isMissing, isRank, type Figure } from './observations.js';

/** One area of a map. */
export interface MapRow {
  readonly id: string;
  readonly area: Area;
  readonly figure: Figure;
  /** The number that decides the colour; absent where there is none. */
  readonly value: number | undefined;
}

export interface MapRequest {
  readonly observations: readonly Observation[];
  /** The areas of the document, and those that a map of the nation always has. */
  readonly areas: Readonly<Record<string, Area>>;
  readonly parent: string;
  readonly indicator: string;
  /** Pins all figures to a date. */
  readonly at: string | undefined;
  readonly edition: Edition | undefined;
}

/** The children of an area in one edition, with their figures, in the order of the data. */
export function mapRows({
  observations,
  areas,
  parent,
  indicator,
  at,
  edition,
}: MapRequest): MapRow[] {
  const byArea = new Map<string, Observation[]>();
  for (const o of observations) {
    if (o.indicator !== indicator) continue;
    const list = byArea.get(o.area);
    if (list) list.push(o);
    else byArea.set(o.area, [o]);
  }
  return Object.entries(areas)
    .filter(([id, area]) => area.parent === parent && (!edition || editionOf(id) === edition))
    .map(([id, area]) =>
      rowOf(id, area, figureOf(historyOf(byArea.get(id) ?? [], id, indicator), at)),
    );
}

function rowOf(id: string, area: Area, figure: Figure): MapRow {
  const o = figure.observation;
  const value = o && !isMissing(o) && typeof o.value === 'number' ? o.value : undefined;
  return { id, area, figure, value };
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
    return rowOf(id, area, { observation, trail, lastKnown: undefined, newest: undefined });
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
