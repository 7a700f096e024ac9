/** Lists in attributes, and what a reader chose of them. */
import type { Envelope } from '../../api/figures.js';
import { MOST_WORDS } from '../../api/limits.js';
import { sayOnce } from '../../data/say-once.js';

/** The words of an attribute, which spaces separate (commas, too): `indicator="teams members"`. No key and no id has a comma. */
export function wordsOf(text: string | undefined): string[] {
  const words = (text ?? '').split(/[\s,;]+/).filter(Boolean);
  if (words.length > MOST_WORDS)
    sayOnce(
      `an attribute has ${words.length} words, and ${MOST_WORDS} are the limit: "${text?.slice(0, 60)}…"`,
    );
  return words.slice(0, MOST_WORDS);
}

/** The indicators that a document knows, and the one that is shown: an unknown key is no choice for a reader. */
export const knownWords = (
  keys: readonly string[],
  shown: string,
  { indicators, observations }: Pick<Envelope, 'indicators' | 'observations'>,
): string[] =>
  keys.filter(
    (key) => key === shown || indicators[key] || observations.some((o) => o.indicator === key),
  );

/** The reader's choice where it is still offered, else the first word; empty where there is none. */
export const chosenOf = (chosen: string | undefined, offered: readonly string[]): string =>
  offered.find((one) => one === chosen) ?? offered[0] ?? '';
