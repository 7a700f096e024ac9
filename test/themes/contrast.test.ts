/** Colours that can be read: the defaults and the ready themes, in light and dark, by WCAG 2.2. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sharedTokens } from '../../tools/generate/tokens.mjs';

type Colours = ReadonlyMap<string, string>;

const MAP_STYLES = 'src/elements/coverage-map/coverage-map.styles.ts';
const themes = readdirSync('themes').filter((name) => name.endsWith('.css'));

/** The defaults that stand in the styles, by token. */
const defaults: Colours = new Map([
  ...sharedTokens().flatMap(({ name, value, dark }): [string, string][] => [
    [name, value],
    ...(dark ? [[dark.name, dark.value] as [string, string]] : []),
  ]),
  ...[
    ...readFileSync(MAP_STYLES, 'utf8').matchAll(/var\((--tcns-(?:dark-)?map-\d), (#\w+)\)/g),
  ].map(([, name = '', value = '']): [string, string] => [name, value]),
]);

const declared = (css: string): Colours =>
  new Map(
    [...css.matchAll(/(--tcns-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

const sets: [name: string, colours: Colours][] = [
  ['the defaults', defaults],
  ...themes.map((file): [string, Colours] => [
    `themes/${file}`,
    new Map([...defaults, ...declared(readFileSync(`themes/${file}`, 'utf8'))]),
  ]),
];

/** Relative luminance of `#rgb` or `#rrggbb`. */
function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[\da-f]/gi, '$&$&') : colour;
  assert.match(long, /^#[\da-f]{6}$/i, colour);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(long.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** What stands on what, and how clearly at least. */
const PAIRS: [over: string, ground: string, least: number][] = [
  ['text', 'surface', 7],
  ['text', 'sunken', 7],
  ['muted', 'surface', 4.5],
  ['muted', 'sunken', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'sunken', 4.5],
  ['good', 'surface', 4.5],
  ['good', 'sunken', 4.5],
  ['warn', 'surface', 4.5],
  ['warn', 'sunken', 4.5],
  ['bad', 'surface', 4.5],
  ['bad', 'sunken', 4.5],
  ['on-accent', 'accent', 4.5],
];

describe('contrast', () => {
  it('is worked out as WCAG says', () => {
    assert.equal(contrast('#000', '#fff').toFixed(1), '21.0');
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  });

  it('is looked at in three themes', () => {
    assert.deepEqual(themes, ['neutral.css', 'newspaper.css', 'portal.css']);
  });

  for (const [name, colours] of sets)
    for (const mode of ['', 'dark-'])
      it(`${name}, ${mode ? 'dark' : 'light'}`, () => {
        const of = (token: string) => colours.get(`--tcns-${mode}${token}`) ?? `no ${token}`;
        for (const [over, ground, least] of PAIRS) {
          const ratio = contrast(of(`color-${over}`), of(`color-${ground}`));
          assert.ok(ratio >= least, `${over} on ${ground}: ${ratio.toFixed(2)} < ${least}`);
        }
        const classes = [1, 2, 3, 4, 5].map((n) => luminance(of(`map-${n}`)));
        const steps = classes.slice(1).map((l, i) => (mode ? l - classes[i]! : classes[i]! - l));
        assert.ok(
          steps.every((step) => step > 0),
          'the classes of a map go from faint to strong',
        );
        assert.ok(contrast(of('map-1'), of('map-5')) >= 4.5, 'the ends of a map are far apart');
        assert.ok(contrast(of('map-5'), of('color-surface')) >= 4.5, 'the highest class is seen');
      });
});

describe('the ready themes', () => {
  const tokens = new Set(defaults.keys());
  for (const file of themes) {
    const css = readFileSync(`themes/${file}`, 'utf8');
    it(`${file} sets only tokens that exist, and every colour of both modes`, () => {
      const names = [...declared(css).keys()];
      assert.deepEqual(
        names.filter((name) => !tokens.has(name)),
        [],
      );
      const colours = [...tokens].filter((name) => /-(color|map)-/.test(name));
      assert.deepEqual(
        colours.filter((name) => !names.includes(name)),
        [],
      );
    });
    it(`${file} is for a page and for a part of one`, () => {
      assert.match(css, new RegExp(`:root,\\n\\.tcns-${file.replace('.css', '')} \\{`));
      assert.doesNotMatch(css, /!important|@import|url\(/);
    });
  }
});
