/** What a query means in a list of teams: in their own words, in those of their area, or in both. */
import { fold } from './fold.js';
import type { Roster } from './roster.js';
import { NOWHERE, type Ranks, type SearchText } from './search-text.js';

/** The rank of a line that has all words of the query, but not next to each other. */
const WORDS_RANK = 8;
/** The rank of a line that is only similar to the query. */
export const NEAR_RANK = 9;

/**
 * The rank of each team for a query. Best is a text as it was typed, then the same text without diacritics,
 * then the same words in other places.
 *
 * @param teamText - one line for each team
 * @param groupText - one line for each group
 */
export function searchRoster(
  roster: Roster,
  teamText: SearchText,
  groupText: SearchText,
  query: string,
): Ranks {
  const find = (words: string): Ranks => {
    const ranks = teamText.find(words);
    const groups = groupText.find(words);
    roster.groups.forEach(({ teams }, i) => {
      const rank = groups[i] ?? NOWHERE;
      if (rank === NOWHERE) return;
      for (const team of teams) if (rank < (ranks[team] ?? 0)) ranks[team] = rank;
    });
    return ranks;
  };
  return withWords(find(query), query, find);
}

/** Adds the lines that have every word of a query, in any place. */
function withWords(ranks: Ranks, query: string, find: (word: string) => Ranks): Ranks {
  const words = fold(query).split(' ');
  if (words.length < 2) return ranks;
  const each = words.map(find);
  for (let i = 0; i < ranks.length; i++)
    if (ranks[i] === NOWHERE && each.every((hits) => hits[i] !== NOWHERE)) ranks[i] = WORDS_RANK;
  return ranks;
}

/** The numbers of the lines that have a query, or each of its words, best first. */
export function searchLines(text: SearchText, query: string): number[] {
  const ranks = withWords(text.find(query), query, (word) => text.find(word));
  const lines: number[] = [];
  for (let i = 0; i < ranks.length; i++) if (ranks[i] !== NOWHERE) lines.push(i);
  return lines.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}
