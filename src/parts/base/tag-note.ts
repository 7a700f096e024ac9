/**
 * Tells the author of a page, on the console, that a tag has an attribute that was mistyped or mangled on its way, or
 * that paragraphs of an editor have closed it.
 */
import type { ReactiveElement } from 'lit';
import { inform } from '../../api/console.js';
import { pageParsed } from '../../data/page-parsed.js';

const noted = new Set<string>();

/** Writes a note, once a page. */
function note(message: string): void {
  if (!noted.has(message)) inform(message);
  noted.add(message);
}

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

/**
 * Writes a note for each thing that is wrong with a widget's tag, once a page.
 *
 * @param hasSwallowed - true where the widget holds what is no fallback
 */
export function noteTag(widget: Element, hasSwallowed: boolean): void {
  const tag = widget.localName;
  if (hasSwallowed)
    return note(
      `<${tag}> holds other parts of the page: close it with </${tag}>; where it is closed, write its text on one line, without <p>.`,
    );
  noteAttributes(widget);
  void noteParagraph(widget);
}

function noteAttributes(widget: Element): void {
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
    note(message);
  }
}

const isBlank = ({ textContent }: Node): boolean => !textContent?.trim();

/** The text between the tags of a widget is shorter than a column: paragraphs, and characters of all of them. */
const LONGEST = { paragraphs: 2, text: 300 };

/**
 * Writes a note where the empty tag is the whole of a paragraph, and text with an empty paragraph behind it follows:
 * that is what an editor makes of a tag with blank lines inside (`<p><tcns-…></p><p>text</p><p></tcns-…></p>`).
 */
async function noteParagraph(widget: Element): Promise<void> {
  await pageParsed();
  const paragraph = widget.parentElement;
  if (widget.firstChild || !paragraph || !isBlank(paragraph)) return;
  if (paragraph.lastElementChild !== widget) return;
  const texts: string[] = [];
  let next = paragraph.nextElementSibling;
  for (; next?.localName === 'p' && !isBlank(next); next = next.nextElementSibling)
    texts.push(next.textContent ?? '');
  const isEnd = next?.localName === 'p' && !next.firstElementChild;
  const isShort = texts.length <= LONGEST.paragraphs && texts.join('').length <= LONGEST.text;
  if (isEnd && texts.length > 0 && isShort)
    note(
      `<${widget.localName}>: a <p> of an editor seems to have closed it before its own text, which stays on the page beside the figures; paste the code in the HTML view, without blank lines between the tags.`,
    );
}
