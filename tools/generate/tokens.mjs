/** The CSS custom properties that all widgets share, read from the one place that uses them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BASE_STYLES = fileURLToPath(
  new URL('../../src/parts/styles/base.styles.ts', import.meta.url),
);

/**
 * What the colours and sizes that all widgets share are for. A token without a word fails the tool.
 *
 * @type {Readonly<Record<string, string>>}
 */
const MEANINGS = {
  '--tcns-scale': 'Factor of all sizes, text too; 1.5 works.',
  '--tcns-color-text': 'Text.',
  '--tcns-color-muted': 'Quiet text: titles, dates, sources.',
  '--tcns-color-surface': 'Background of the box.',
  '--tcns-color-sunken': 'Background of bars, blocks and notes.',
  '--tcns-color-line': 'Lines and borders.',
  '--tcns-color-accent': 'Links, bars, focus.',
  '--tcns-color-on-accent': 'Text on the accent.',
  '--tcns-color-good': 'Target met. Always with a sign and words.',
  '--tcns-color-warn': 'Target not met, figures out of date. Always with a sign or words.',
  '--tcns-color-bad': 'Kept for what went wrong.',
  '--tcns-radius': 'Rounding of corners.',
  '--tcns-space': 'The step of all distances.',
  '--tcns-font-family': 'Font; without it the system\u2019s own, not the page\u2019s.',
};

/**
 * @typedef {object} Token
 * @property {string} name
 * @property {string} value
 * @property {string} meaning
 * @property {{ name: string, value: string } | undefined} dark its name and value on a dark page
 */

/**
 * The tokens with their defaults in light and dark; throws for one that nobody has described.
 *
 * @returns {Token[]}
 */
export function sharedTokens() {
  const css = readFileSync(BASE_STYLES, 'utf8');
  const found = new Map();
  for (const [, name = '', value = ''] of css.matchAll(
    /var\(\s*(--tcns-[\w-]+),\s*([^;]+?),?\s*\)[;\s]/g,
  ))
    found.set(name, (value.split(' * ')[0] ?? '').replace(/\)$/, '').replace(/\s+/g, ' ').trim());
  const unknown = Object.keys(MEANINGS).filter((name) => !found.has(name));
  if (unknown.length > 0) throw new Error(`no such token: ${unknown.join(', ')}`);
  return [...found]
    .filter(([name]) => !name.startsWith('--tcns-dark-'))
    .map(([name, value]) => {
      const darkName = name.replace('--tcns-color-', '--tcns-dark-color-');
      const darkValue = found.get(darkName);
      const meaning = MEANINGS[name];
      const isColor = darkName !== name;
      if (meaning === undefined || (isColor && darkValue === undefined))
        throw new Error(`${name} has no meaning or no dark form: mend tools/generate/tokens.mjs`);
      const dark = isColor && darkValue ? { name: darkName, value: darkValue } : undefined;
      return { name, value, meaning, dark };
    });
}
