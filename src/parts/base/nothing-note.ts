/** Tells the author of a page, on the console, why a widget has nothing to show and what there would be. */
import type { Envelope } from '../../api/figures.js';

const noted = new WeakMap<Element, Set<string>>();
/** Names that a note lists at most. */
const LISTED = 12;

const listOf = (names: ReadonlySet<string>): string => {
  const all = [...names];
  const more = all.length > LISTED ? `, … (${all.length})` : '';
  return all.length > 0 ? all.slice(-LISTED).join(', ') + more : 'none';
};

/** A key without its capitals and without the signs around it: what people and editors change without a thought. */
const folded = (key: string): string =>
  key.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');

/**
 * Takes the keys that the page must have meant: each word that is no key of the document, where it and one key alone
 * differ in capitals or in signs around them. The attribute stays as it is written.
 *
 * @returns the note for the author, or nothing where no key was found
 */
function takeMeantKeys(host: Element & { indicator?: unknown }, doc: Envelope): string | undefined {
  const { indicator } = host;
  if (typeof indicator !== 'string') return undefined;
  const keys = Object.keys(doc.indicators);
  const words = indicator.split(/[\s,;]+/).filter(Boolean);
  const meant = words.map((word) => {
    const same = keys.filter((key) => folded(key) === folded(word));
    return !keys.includes(word) && same.length === 1 ? (same[0] ?? word) : word;
  });
  const right = meant.join(' ');
  if (right === indicator || !meant.some((key) => keys.includes(key))) return undefined;
  host.indicator = right;
  return `the document has the indicator "${right}", which is shown; write it so.`;
}

/** Writes one note for each combination of attributes without a figure. */
export function noteNothing(host: Element, doc: Envelope): void {
  const asked = ['indicator', 'area', 'at']
    .map((name) => [name, (host as unknown as Record<string, unknown>)[name]] as const)
    .filter(
      (entry): entry is readonly [string, string] => !!entry[1] && typeof entry[1] === 'string',
    );
  const tag = `<${[host.localName, ...asked.map(([name, value]) => `${name}="${value}"`)].join(' ')}>`;
  const notedTags = noted.get(host) ?? new Set<string>();
  if (notedTags.has(tag)) return;
  noted.set(host, notedTags.add(tag));
  const mended = takeMeantKeys(host, doc);
  if (mended) {
    (console as Partial<Console>).info?.(`[tcns] ${tag}: ${mended}`);
    return;
  }
  const keys = asked.find(([name]) => name === 'indicator')?.[1].split(/\s+/) ?? [];
  const dates = new Set<string>();
  const indicators = new Set<string>();
  for (const { at, indicator } of doc.observations) {
    indicators.add(indicator);
    if (at && (keys.length === 0 || keys.includes(indicator))) dates.add(at);
  }
  (console as Partial<Console>).info?.(
    `[tcns] ${tag}: the document has no figure for this. It has indicators: ${listOf(indicators)}; areas: ${listOf(new Set(Object.keys(doc.areas)))}; dates: ${listOf(dates)}.`,
  );
}
