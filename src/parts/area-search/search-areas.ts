/** Finding an area by its name, with or without diacritics; loaded when a reader begins to type. */
import uFuzzy from '@leeoniya/ufuzzy';
import { fold, matchArea, stripPrefix, tidy } from '../../domain/names.js';

export interface Named {
  readonly id: string;
  readonly name: string;
  /** A note beside the name: what a former unit is part of now, or whose an archipelago is. */
  readonly note?: string | undefined;
}

const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1 });

/** The areas that a query may mean: exact names first, then beginnings, then words inside, then near ones. */
export function searchAreas<T extends Named>(query: string, areas: readonly T[], most = 8): T[] {
  const exact = tidy(query).toLowerCase();
  // "tỉnh Quảng Trị" is Quảng Trị, but "Phường 1" stays what it is.
  const folded = fold(stripPrefix(query)) || fold(query);
  if (!folded) return [];
  const names = areas.map(({ name }) => fold(name));
  const [indexes, , order] = fuzzy.search(names, folded, 1);
  const matches = order && indexes ? order.map((i) => indexes[i] ?? -1) : (indexes ?? []);
  const rank = (i: number): number => {
    const name = tidy(areas[i]?.name ?? '').toLowerCase();
    if (name === exact) return 0;
    if (name.startsWith(exact)) return 1;
    if (names[i] === folded) return 2;
    if (names[i]?.startsWith(folded)) return 3;
    // A whole word inside the name before letters that only lie near.
    return ` ${names[i]} `.includes(` ${folded}`) ? 4 : 5;
  };
  const other = otherSpelling(query, areas);
  const listed = [...matches]
    .filter((i) => i >= 0)
    .map((i, index) => ({ i, index, rank: rank(i) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, most)
    .map(({ i }) => areas[i])
    .filter((area): area is T => area !== undefined);
  return other && !listed.includes(other) ? [other, ...listed].slice(0, most) : listed;
}

/** Matches that only the table of spellings knows: "TP.HCM", "Huế". */
function otherSpelling<T extends Named>(query: string, areas: readonly T[]): T | undefined {
  const match = matchArea(
    query,
    Object.fromEntries(areas.map((area, i) => [String(i), { name: area.name }])),
  );
  return match.kind === 'one' ? areas[Number(match.id)] : undefined;
}
