import type { Translate } from './translator.js';
import type { TextKey } from './vi.js';

/** Stands for a value in a text until the text is cut there; no text of ours contains it. */
export const MARK = '\u0001';

/**
 * What stands before and after one value of a text, so that the value can be an element (a link, a
 * figure) and each language keeps its own word order: `source` around `name` is `['Nguồn: ', '']`.
 */
export function around(
  t: Translate,
  key: TextKey,
  name: string,
  others?: Record<string, string>,
): [before: string, after: string] {
  const [before = '', after = ''] = t(key, { ...others, [name]: MARK }).split(MARK);
  return [before, after];
}
