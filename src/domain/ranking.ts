/**
 * Which rows of a ranking are shown: the first ones, always the reader's own area, and how many are left out.
 */
import { MOST_ROWS } from '../api/limits.js';
import type { Indicator, Observation } from '../api/figures.js';
import { childrenOf, type Child, type ChildrenRequest } from './children.js';
import { changeOf, isMissing, isRank } from './observations.js';
import { countsOf, standingsOf, type Standings } from './standings.js';

export interface RankingRequest extends ChildrenRequest {
  readonly known: Indicator | undefined;
  /** Orders areas of the same rank: by name, in the reader's language. */
  readonly byName: (a: string, b: string) => number;
}

export interface RankedRow {
  readonly id: string;
  readonly observation: Observation & { value: number };
  /** Its rank in the order; of an official order its rank there. */
  readonly rank: number;
  readonly tied: boolean;
  /** Ranks gained (above 0) or lost; absent where there is nothing to compare with. */
  readonly moved: number | undefined;
}

export interface Ranking {
  /** Best first. */
  readonly rows: readonly RankedRow[];
  /** Without a figure that can be put in an order. */
  readonly apart: readonly { readonly id: string; readonly observation: Observation | undefined }[];
  readonly at: string | undefined;
  /** The date that `moved` compares with; absent where nothing has moved or can be compared. */
  readonly since: string | undefined;
  /** True where the figures are not all of one date. */
  readonly mixed: boolean;
}

/** The children of an area in the order of an indicator. */
export function rankingOf(request: RankingRequest): Ranking {
  const { indicator: key, known, byName } = request;
  const children = childrenOf(request);
  const trails = children.flatMap(trailOf);
  // A rank in an official order is better when it is smaller, whether the data say so or not.
  const judged: Indicator | undefined =
    known && isRank(known) ? { ...known, better: 'lower' } : known;
  const ids = children.map(({ id }) => id);
  const standings = standingsOf(trails, ids, key, judged);
  const rows = (known && isRank(known) ? officialRows(children, known) : rowsOf(standings)).sort(
    (a, b) => a.rank - b.rank || byName(a.id, b.id),
  );
  return {
    rows,
    apart: standings.apart
      .map(({ area, observation }) => ({ id: area, observation }))
      .sort((a, b) => byName(a.id, b.id)),
    at: standings.at,
    since: rows.some(({ moved }) => moved !== undefined)
      ? sinceOf(rows, standings, known)
      : undefined,
    mixed: rows.some(({ observation }) => observation.at !== rows[0]?.observation.at),
  };
}

/** The history up to the figure that is shown; empty where the pinned date has no figure. */
const trailOf = ({ figure }: Child): readonly Observation[] =>
  figure.observation ? figure.trail : [];

function rowsOf({ rows, at }: Standings): RankedRow[] {
  return rows.map(({ area, observation, rank, tied, moved }) => ({
    id: area,
    observation,
    rank,
    tied,
    moved: observation.at === at ? moved : undefined,
  }));
}

/** Areas whose figure is itself a rank: it stands as it was published. */
function officialRows(children: readonly Child[], indicator: Indicator): RankedRow[] {
  const officialRanks = children
    .map(({ id, figure }) => ({ id, figure, observation: figure.observation }))
    .filter((child): child is Child & Pick<RankedRow, 'observation'> =>
      hasPlace(child.observation),
    );
  const sharing = countsOf(officialRanks.map(({ observation }) => observation.value));
  return officialRanks.map(({ id, figure, observation }) => {
    const change = changeOf(figure, indicator);
    return {
      id,
      observation,
      rank: observation.value,
      tied: (sharing.get(observation.value) ?? 0) > 1,
      // Two ranks up is a rank that is smaller by two.
      moved: change && 0 - change.value,
    };
  });
}

const hasPlace = (o: Observation | undefined): boolean =>
  !!o && !isMissing(o) && typeof o.value === 'number';

function sinceOf(
  rows: readonly RankedRow[],
  { since }: Standings,
  indicator: Indicator | undefined,
): string | undefined {
  if (!isRank(indicator)) return since;
  return since ?? rows.find(({ observation }) => observation.change)?.observation.change?.since;
}

export interface ShownRows {
  readonly rows: readonly RankedRow[];
  /** Areas beyond the last row that share its rank. */
  readonly tiedMore: number;
  /** The reader's own areas that are not among the first rows. */
  readonly kept: readonly RankedRow[];
}

/** The first `limit` rows from one end of the order (0 for as many as are drawn), and those that are always kept. */
export function shownRows(
  { rows }: Ranking,
  order: 'best' | 'worst',
  limit: number,
  keep: readonly (string | undefined)[],
): ShownRows {
  const ordered = order === 'worst' ? [...rows].reverse() : rows;
  const count = Math.min(limit > 0 ? limit : ordered.length, MOST_ROWS);
  const first = ordered.slice(0, count);
  const last = first[first.length - 1];
  const beyond = ordered.slice(count);
  const kept = beyond.filter(({ id }) => keep.includes(id));
  return {
    rows: first,
    tiedMore: beyond.filter((row) => row.rank === last?.rank && !kept.includes(row)).length,
    kept,
  };
}
