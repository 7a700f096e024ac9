/** Tells the author of a page, on the console, that a tag has an attribute that was mistyped or mangled on its way. */
import type { ReactiveElement } from 'lit';
import { inform } from '../../api/console.js';

const noted = new Set<string>();

/** The letters of a name, without the dashes and signs that came in on its way. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** How many letters have to be put in, taken out, changed or swapped with the next; 3 stands for more than 2. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let before: number[] = [];
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const at = (list: readonly number[], index: number): number => list[index] ?? 0;
      const differs = one[i - 1] === other[j - 1] ? 0 : 1;
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + differs,
        isSwapped ? at(before, j - 2) + 1 : 3,
      );
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 3;
}

/**
 * The attribute that a name was meant to be: one of the placeholder's (`data-area`), or one letter or two away; of short
 * names one, of those of two letters (`at`) none, because `alt` is another word.
 */
export function meantAttribute(name: string, known: readonly string[]): string | undefined {
  if (name.startsWith('data-')) return known.find((one) => name === `data-${one}`);
  const letters = lettersOf(name);
  const [best] = known
    .map((one) => [distance(letters, lettersOf(one)), one] as const)
    .filter(([far, { length }]) => far <= (length < 3 ? 0 : length < 6 ? 1 : 2))
    .sort(([a], [b]) => a - b);
  return best?.[1];
}

/** Writes a note for each such attribute of a widget's tag, once a page. */
export function noteTag(widget: Element): void {
  const known = (widget.constructor as typeof ReactiveElement).observedAttributes;
  for (const { name, value } of [...widget.attributes]) {
    if (known.includes(name)) continue;
    const meant = meantAttribute(name, known);
    // As React writes a property on a server: it is read.
    const isRead = meant !== undefined && name === meant.replace(/-/g, '');
    // Letters and curly quotes that no attribute of the platform has: a value that lost its straight quotes.
    const isMangled = /[^!-~]/.test(name);
    if (isRead || (meant !== undefined && widget.hasAttribute(meant)) || !(meant ?? isMangled))
      continue;
    const message = `<${widget.localName} ${name}="${value}">: there is no such attribute; ${
      meant
        ? `${meant}="${value}" is meant.`
        : 'its quotes were changed on their way: paste the code in the HTML view, with straight quotes.'
    }`;
    if (!noted.has(message)) inform(message);
    noted.add(message);
  }
}
