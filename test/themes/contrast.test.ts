/** Colours that can be read: the defaults and the ready themes, in light and dark, by WCAG 2.2. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sharedTokens } from '../../tools/generate/tokens.mjs';

type Colours = ReadonlyMap<string, string>;

const MAP_STYLES = 'src/elements/coverage-map/coverage-map.styles.ts';
const CHART_STYLES = 'src/parts/chart/chart.styles.ts';
const FIELD_STYLES = 'src/parts/styles/fields.styles.ts';
const themes = readdirSync('themes').filter((name) => name.endsWith('.css'));

/** The defaults that stand in the styles, by token. */
const defaults: Colours = new Map([
  ...sharedTokens().flatMap(({ name, value, dark }): [string, string][] => [
    [name, value],
    ...(dark ? [[dark.name, dark.value] as [string, string]] : []),
  ]),
  ...[
    ...`${readFileSync(MAP_STYLES, 'utf8')}${readFileSync(CHART_STYLES, 'utf8')}`.matchAll(
      /var\((--tcns-(?:dark-)?(?:map|series)-\d), (#\w+)\)/g,
    ),
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

/** A colour over another, as far as it is opaque. */
function over(colour: string, ground: string, opacity: number): string {
  const part = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16);
  const long = (hex: string) => (hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(part(long(colour), at) * opacity + part(long(ground), at) * (1 - opacity)),
  );
  return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Lines and borders by which something is seen at all (WCAG 1.4.11): where they stand, and what they stand on.
 * Pale classes, small islands and the dots of an archipelago are seen by their outline.
 */
const LINES: [what: string, file: string, rule: string, property: string, grounds: string[]][] = [
  ['the outline of areas and islands', MAP_STYLES, '.shape', 'stroke', ['surface', 'sunken']],
  ['the outline of the dots of an archipelago', MAP_STYLES, '.islands', 'stroke', ['surface']],
  ['the hatch of no figure', MAP_STYLES, '.hatch', 'stroke', ['surface', 'sunken']],
  ['the ring of a chosen area', MAP_STYLES, '.ring', 'stroke', ['surface']],
  ['the border of the views', MAP_STYLES, '.views', 'border', ['surface']],
  ['the border of a list', FIELD_STYLES, 'select,\n  .chosen', 'border', ['surface', 'sunken']],
  [
    'the border of a field',
    FIELD_STYLES,
    "input:not([type='checkbox'])",
    'border',
    ['surface', 'sunken'],
  ],
  [
    'the ring of the focus',
    'src/parts/styles/base.styles.ts',
    ':focus-visible',
    'outline',
    ['surface', 'sunken'],
  ],
  ['the line of a plan', CHART_STYLES, '.plan', 'color', ['surface']],
];

/** The declarations of the first rule with this selector alone. */
function ruleOf(file: string, selector: string): string {
  const css = readFileSync(file, 'utf8');
  const at = css.indexOf(`\n  ${selector} {`);
  assert.ok(at >= 0, `${file} has no rule ${selector}`);
  return css.slice(at, css.indexOf('}', at));
}

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
        for (const [what, file, selector, property, grounds] of LINES) {
          const rule = ruleOf(file, selector);
          const token = new RegExp(`\\n\\s+${property}: [^;]*var\\(--_([\\w-]+)\\)`).exec(
            rule,
          )?.[1];
          assert.ok(token, `${what}: ${selector} has no ${property} of a token`);
          const opacity = Number(/\n\s+opacity: ([\d.]+)/.exec(rule)?.[1] ?? 1);
          for (const ground of grounds) {
            const under = of(`color-${ground}`);
            const ratio = contrast(over(of(`color-${token}`), under, opacity), under);
            assert.ok(ratio >= 3, `${what} on ${ground}: ${ratio.toFixed(2)} < 3`);
          }
        }
        for (const n of [2, 3, 4, 5, 6]) {
          const ratio = contrast(of(`series-${n}`), of('color-surface'));
          assert.ok(ratio >= 3, `line ${n} of a chart: ${ratio.toFixed(2)} < 3`);
        }
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
