/** Lists in attributes, and what a reader chose of them. */

/** The words of an attribute, which spaces separate: `indicator="teams members"`. */
export const wordsOf = (text: string | undefined): string[] =>
  (text ?? '').split(/\s+/).filter(Boolean);

/** What the reader chose, where it is still offered; else the first; empty where there is none. */
export const chosenOf = (chosen: string | undefined, offered: readonly string[]): string =>
  offered.find((one) => one === chosen) ?? offered[0] ?? '';
