/**
 * Measures what `tcns-prerender` adds to the pages of the demo: bytes a widget of each page, and of each kind of widget
 * its rules, its drawing, and of that the words and the outlines. `npx tsx tools/measure-prerender.ts` prints the tables
 * of docs/decisions.md.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { prerender } from '../src/cli/prerender.js';

export interface Weight {
  readonly page: string;
  readonly tag: string;
  /** Bytes of the rules in its shadow root. */
  readonly rules: number;
  /** Bytes of its drawing, without the rules. */
  readonly drawing: number;
  /** Bytes of the words that a reader sees or hears. */
  readonly words: number;
  /** Bytes of the outlines of a map, or of the lines of a chart. */
  readonly outlines: number;
}

/** A page with its figures, rules and documents. */
export interface PageWeight {
  readonly page: string;
  readonly widgets: number;
  /** Bytes that it grew by. */
  readonly added: number;
  readonly weights: readonly Weight[];
}

const PAGES = ['article', 'portal', 'campaign', 'roster', 'map', 'dashboard'];
/** Where the pages stand, so that the addresses in them are those of the folder. */
const SITE = 'https://demo.invalid/';
const ROOT =
  /<(tcns-[\w-]+)[^>]*><template shadowrootmode[^>]*>(?:<style>(.*?)<\/style>)?(.*?)<\/template>/gs;

const bytes = (text: string): number => Buffer.byteLength(text);
const sumOf = (markup: string, pattern: RegExp): number =>
  [...markup.matchAll(pattern)].reduce((sum, [, text = '']) => sum + bytes(text), 0);

/** What the prerendered widgets of a page weigh, in the order of the page. */
export function weightsIn(page: string, html: string): Weight[] {
  return [...html.matchAll(ROOT)].map(([, tag = '', rules = '', markup = '']) => ({
    page,
    tag,
    rules: bytes(rules),
    drawing: bytes(markup),
    words: sumOf(markup, />([^<]+)</g) + sumOf(markup, / aria-label="([^"]*)"/g),
    outlines: sumOf(markup, / d="([^"]*)"/g),
  }));
}

const fileOf = (url: string): string => `demo${decodeURIComponent(new URL(url).pathname)}`;

/** The pages of the demo with all of their figures. */
export async function demoPages(): Promise<PageWeight[]> {
  const pages: PageWeight[] = [];
  for (const page of PAGES) {
    const before = readFileSync(`demo/${page}.html`, 'utf8');
    const { html, drawn, left } = await prerender(before, {
      base: `${SITE}${page}.html`,
      read: (url) => Promise.resolve(JSON.parse(readFileSync(fileOf(url), 'utf8'))),
    });
    // An adapter of the page itself is not known here.
    const lost = left.find(({ reason }) => !reason.includes('adapter'));
    if (lost) throw new Error(`${page}: ${lost.tag}: ${lost.reason}`);
    pages.push({
      page,
      widgets: drawn,
      added: bytes(html) - bytes(before),
      weights: weightsIn(page, html),
    });
  }
  return pages;
}

/** The heaviest widget of each kind, a row each. */
function table(weights: readonly Weight[]): string {
  const heaviest = new Map<string, Weight>();
  for (const weight of weights)
    if (weight.drawing > (heaviest.get(weight.tag)?.drawing ?? 0)) heaviest.set(weight.tag, weight);
  const rows = [...heaviest.values()].map(
    ({ tag, rules, drawing, words, outlines }) =>
      `| ${tag} | ${rules} | ${drawing} | ${words} | ${outlines} | ${drawing - words - outlines} |`,
  );
  return [
    '| heaviest of its kind | rules | drawing | its words | its outlines | all else |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

/** What each page grew by. */
const pageTable = (pages: readonly PageWeight[]): string =>
  [
    '| page | widgets | bytes a widget |',
    '| --- | --: | --: |',
    ...pages.map(
      ({ page, widgets, added }) => `| ${page} | ${widgets} | ${Math.round(added / widgets)} |`,
    ),
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  void demoPages().then((pages) => {
    console.log(`${pageTable(pages)}\n\n${table(pages.flatMap(({ weights }) => weights))}`);
  });
