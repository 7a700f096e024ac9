/**
 * What a document and a widget may hold at most. No office has as much; without limits a document that a
 * program wrote by mistake could hang a reader's page. What is beyond a limit is left out and said once on
 * the console. The table of docs/api.md is made of this file (`npm run schemas`).
 */

/** Bytes of an answer, after it was unpacked: a larger one is refused. */
export const MOST_BYTES = 20_000_000;
/** Characters of an answer that is kept across a reload: a larger one is shown, and not kept. */
export const LARGEST_KEPT = 2_000_000;
/** Characters of a text: the rest is cut off. An address or a key is left out. */
export const LONGEST_TEXT = 2000;
/** Observations of a document, and teams of a page of a list. */
export const MOST_OBSERVATIONS = 100_000;
/** Areas, indicators or sources of a document. */
export const MOST_RECORDS = 50_000;
/** Items of every other list: goals, services, people of a team, names of an area. */
export const MOST_ITEMS = 500;
/** Words of an attribute that is a list, such as `indicator`. */
export const MOST_WORDS = 50;
/** Classes of a map that `breaks` makes. */
export const MOST_CLASSES = 12;
/** Lines of a chart. */
export const MOST_LINES = 24;
/** Rows that are drawn of a ranking or a table; the download has all. */
export const MOST_ROWS = 500;

/** The limit of a list of a document, by its member. */
export const mostOf = (list: string): number =>
  list === 'observations' || list === 'teams' ? MOST_OBSERVATIONS : MOST_ITEMS;
