/**
 * A drawing in few bytes. No script reads it and the page cannot reach into it, so its classes need no words: those
 * that a rule names become letters, the others go.
 */

const CLASS_IN_CSS = /\.(-?[_a-z][\w-]*)/gi;
const CLASSES = / class="([^"]*)"/g;

/** "a" to "z", then "aa" and so on. */
export function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** Applies a change to the selectors of a style sheet; the numbers in declarations have points, too. */
const inSelectors = (css: string, change: (head: string) => string): string =>
  css.replace(/[^{};]+(?=\{)/g, (head) => (head.startsWith('@') ? head : change(head)));

/** Letters for the classes that the rules of a kind of widget name, the shortest for what is drawn most often. */
function lettersFor(css: string, markups: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  inSelectors(css, (head) => {
    for (const [, name = ''] of head.matchAll(CLASS_IN_CSS)) count(name);
    return head;
  });
  for (const markup of markups)
    for (const [, value = ''] of markup.matchAll(CLASSES))
      value.split(' ').forEach((name) => counts.has(name) && count(name));
  const names = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Map(names.map(([name], index) => [name, letters(index)]));
}

/** The rules and the drawings of one kind of widget with short classes. */
export function withShortClasses(
  css: string,
  markups: readonly string[],
): { css: string; markups: string[] } {
  const names = lettersFor(css, markups);
  return {
    css: inSelectors(css, (head) =>
      head.replace(CLASS_IN_CSS, (_whole, name: string) => `.${names.get(name) ?? name}`),
    ),
    markups: markups.map((markup) =>
      markup.replace(CLASSES, (_whole, value: string) => {
        const short = value.split(' ').flatMap((name) => names.get(name) ?? []);
        return short.length > 0 ? ` class="${short.join(' ')}"` : '';
      }),
    ),
  };
}

/** A link in a row of a list is named by what it shows, because the head of the row says whose it is. */
export const withoutRepeatedNames = (markup: string): string =>
  markup.replace(/(<a class="contact\b[^<>]*?) aria-label="[^"]*"/g, '$1');

/** What a parser closes by itself, by what follows, and what holds nothing. */
const NEEDLESS: readonly (readonly [RegExp, string])[] = [
  // What only scripts fill.
  [
    /<div hidden><\/div>|<p class="?[\w-]+"? role="status"><\/p>|<div role="presentation"><\/div>/g,
    '',
  ],
  [/<\/p>(?=<(?:p|div|ul|ol|dl|section|details)[\s>]|<\/(?:div|li|dd|section|details)>)/g, ''],
  [/<\/li>(?=<li[\s>]|<\/[uo]l>)/g, ''],
  [/<\/d[dt]>(?=<d[dt][\s>]|<\/(?:div|dl)>)/g, ''],
  [/<\/t[dh]>(?=<t[dh][\s>]|<\/tr>)/g, ''],
  [/<\/tr>(?=<tr[\s>]|<\/t(?:body|head|able)>)/g, ''],
  // Parts of a picture that hold nothing.
  [/><\/(?:path|rect|circle|line)>/g, '/>'],
];

/** Sizes of a picture to a tenth of its unit, which is less than a pixel. */
const inTenths = (markup: string): string =>
  markup.replace(
    /(?<= (?:x|y|[xy][12]|c[xy]|r[xy]?|width|height|font-size)=")\d+\.\d{2,}(?=")/g,
    (size) => String(Math.round(Number(size) * 10) / 10),
  );

/** Without the end tags that HTML implies, and without quotes that nothing needs. */
export const withoutNeedless = (markup: string): string =>
  NEEDLESS.reduce(
    (text, [pattern, by]) => text.replace(pattern, by),
    inTenths(markup).replace(/ >/g, '>'),
  ).replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/ ([a-zA-Z-]+)="([\w#.:-]+)"(?=[ >])/g, ' $1=$2'),
  );
