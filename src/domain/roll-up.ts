/** Figures of the provinces of 2008 on the map of 2025; loaded only where that is asked for. */
import type { Area, Indicator, Observation } from '../api/figures.js';
import type { Child } from './children.js';
import { isExact, isRank } from './observations.js';

/**
 * Rolls counts of 2008 up to the areas of 2025: a sum where every former area has an exact figure
 * of one date, else nothing. Rates, ranks and approximations are never rolled up.
 */
export function rollUp(
  rows: readonly Child[],
  indicator: Indicator | undefined,
  areas2025: Readonly<Record<string, Area>>,
): Child[] {
  const adds = indicator?.aggregate === 'sum' && !isRank(indicator);
  return Object.entries(areas2025).map(([id, area]) => {
    const parts = rows.filter((row) => row.area.next?.includes(id));
    const observations = parts.map((row) => row.figure.observation);
    const exact = observations.filter((o): o is Exact => !!o && isExact(o));
    const [first] = exact;
    const whole =
      adds && first && exact.length === parts.length && exact.every((o) => o.at === first.at);
    const observation = whole ? sumOfParts(id, exact, first) : undefined;
    const trail = observation ? [observation] : [];
    return {
      id,
      area,
      figure: { observation, trail, lastKnown: undefined, newest: undefined },
    };
  });
}

type Exact = Observation & { value: number };

/** A sum has the value of its parts only: no pair, target or change. */
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
