/** What a query means in a list of teams: in their own words, in those of their area, or in both. */
import { fold } from './fold.js';
import type { Roster, RosterGroup } from './roster.js';
import type { Hits, SearchText } from './search-text.js';

/** The rank of what has all the words of a query, but not beside each other. */
export const WORDS_RANK = 8;
/** The rank of what is only near. */
export const NEAR_RANK = 9;

function keep(hits: Hits, team: number, rank: number): void {
  const known = hits.get(team);
  if (known === undefined || rank < known) hits.set(team, rank);
}

/**
 * The teams that a query finds, each with its rank: what stands as it was written before what is the
 * same without diacritics, before what has the same words elsewhere.
 *
 * @param teamText - a line a team;  @param groupText - a line a group
 */
export function searchRoster(
  roster: Roster,
  teamText: SearchText,
  groupText: SearchText,
  query: string,
): Hits {
  const hits: Hits = new Map(teamText.find(query));
  groupText.find(query).forEach((rank, group) => {
    for (const team of roster.groups[group]?.teams ?? []) keep(hits, team, rank);
  });
  const words = fold(query).split(' ');
  if (words.length > 1)
    for (const team of withWords(roster, teamText, groupText, words)) keep(hits, team, WORDS_RANK);
  return hits;
}

/** The teams that have each word, in their own text or in their area's. */
function withWords(
  roster: Roster,
  teamText: SearchText,
  groupText: SearchText,
  words: readonly string[],
): number[] {
  const each = words.map((word) => {
    const groups = new Set<RosterGroup>();
    groupText.find(word).forEach((_, i) => {
      const group = roster.groups[i];
      if (group) groups.add(group);
    });
    return { groups, teams: teamText.find(word) };
  });
  const found: number[] = [];
  for (let i = 0; i < roster.teams.length; i++) {
    const group = roster.groupOf[i];
    if (group && each.every(({ groups, teams }) => teams.has(i) || groups.has(group)))
      found.push(i);
  }
  return found;
}

/** Lines that have a query, or each of its words, best first. */
export function searchLines(text: SearchText, query: string): number[] {
  const hits: Hits = new Map(text.find(query));
  const words = fold(query).split(' ');
  if (words.length > 1) {
    const each = words.map((word) => text.find(word));
    each[0]?.forEach((_, line) => {
      if (each.every((found) => found.has(line))) keep(hits, line, WORDS_RANK);
    });
  }
  return [...hits].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([line]) => line);
}
