/** Brings an item of a document within the limits: a late part, because hardly any document is beyond them. */
import { CONTROLS } from './plain.js';
import { memberPath, type Fault } from './faults.js';
import { LONGEST_TEXT, MOST_ITEMS } from './limits.js';

/** Members that are left out and never cut, because a part of an address or of an id means nothing. */
const WHOLE = new Set([
  'url',
  'next',
  'zalo',
  'phone',
  'email',
  'id',
  'parent',
  'source',
  'indicator',
  'at',
]);
/** Levels of nesting inside an item; the API has none deeper. */
const DEEPEST = 12;

/**
 * A copy of a value with its texts and inner lists within the limits; each cut is a fault.
 *
 * @param path - where the value stands in its document
 */
export function cutToLimits(root: unknown, path: string, faults: Fault[]): unknown {
  const cut = (value: unknown, key: string, where: string, depth: number): unknown => {
    if (typeof value === 'string') return cutText(value, key, where, faults);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > DEEPEST) return undefined;
    if (Array.isArray(value)) {
      if (value.length > MOST_ITEMS) faults.push(tooMany(where, value.length, MOST_ITEMS));
      return value
        .slice(0, MOST_ITEMS)
        .map((item, i) => cut(item, '', `${where}[${i}]`, depth + 1));
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        cut(item, name, memberPath(where, name), depth + 1),
      ]),
    );
  };
  return cut(root, '', path, 0);
}

function cutText(original: string, key: string, path: string, faults: Fault[]): string | undefined {
  const text = CONTROLS.test(original) ? original.replace(new RegExp(CONTROLS, 'g'), '') : original;
  if (text !== original)
    faults.push({
      path,
      reason: 'has control characters of direction or others, which are taken out',
    });
  if (text.length <= LONGEST_TEXT) return text;
  const has = `${text.length} characters, and ${LONGEST_TEXT} are the limit`;
  faults.push({ path, reason: WHOLE.has(key) ? has : `${has}: it is cut there` });
  // Not between the two halves of a character.
  return WHOLE.has(key)
    ? undefined
    : `${text.slice(0, LONGEST_TEXT - 2).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The fault of a list that is longer than its limit. */
export const tooMany = (path: string, length: number, limit: number): Fault => ({
  path,
  reason: `${length} items, and ${limit} are the limit: the rest is left out`,
});
