/**
 * Measures what `tcns-prerender` adds to a page of the demo, a widget of a kind: its rules, its drawing, and of that
 * the words and the outlines. `npx tsx tools/measure-prerender.ts` prints a table for docs/decisions.md.
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

const PAGES = ['article', 'portal', 'campaign', 'roster', 'map', 'dashboard'];
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

/** The weights of the demo's widgets that its own API has figures for. */
export async function demoWeights(): Promise<Weight[]> {
  const weights: Weight[] = [];
  for (const page of PAGES) {
    const { html } = await prerender(readFileSync(`demo/${page}.html`, 'utf8'), {
      from: 'demo/api/v1',
    });
    weights.push(...weightsIn(page, html));
  }
  return weights;
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  void demoWeights().then((weights) => console.log(table(weights)));
