/**
 * The styles of a drawing without a browser. Each shadow root needs its own, so a page with fifty figures would
 * hold them fifty times: only the rules that match something drawn are kept.
 */

import { letters as lettersAt } from './prerender-short.js';

interface Rule {
  /** What stands before the brace: selectors, or an at-rule. */
  readonly head: string;
  /** Declarations, or the rules inside an at-rule. */
  readonly body: string;
}

/** What a drawing has that a selector can name. */
export interface Names {
  readonly classes: ReadonlySet<string>;
  /** Its elements that differ, each in the words of `partsOf`. */
  readonly elements: readonly ReadonlySet<string>[];
  /** The HTML, which may read custom properties in `style`. */
  readonly text: string;
}

/** The names in a piece of HTML. */
export function namesIn(markup: string): Names {
  const classes = new Set<string>();
  const elements = new Map<string, Set<string>>();
  for (const [, tag = '', inside = ''] of markup.matchAll(
    /<([a-z][\w-]*)((?:\s+[^\s"'>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)/gi,
  )) {
    const parts = new Set([tag.toLowerCase()]);
    for (const [, name = '', quoted] of inside.matchAll(/([^\s"'>/=]+)(?:="([^"]*)")?/g)) {
      parts.add(`[${name.toLowerCase()}`);
      if (name !== 'class') continue;
      for (const one of quoted?.split(/\s+/) ?? []) {
        classes.add(one);
        parts.add(`.${one}`);
      }
    }
    elements.set([...parts].join(' '), parts);
  }
  return { classes, elements: [...elements.values()], text: markup };
}

/** The rules of a style sheet, without comments and needless blanks. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  let start = 0;
  while (start < css.length) {
    const open = css.indexOf('{', start);
    if (open < 0) break;
    let depth = 1;
    let end = open + 1;
    for (; end < css.length && depth > 0; end++)
      depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
    rules.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, end - 1) });
    start = end;
  }
  return rules;
}

const squeeze = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};>!])\s*/g, '$1')
    .replace(/\( | \)/g, (bracket) => bracket.trim())
    .replace(/([:,]) /g, '$1')
    .replace(/ ([*/]) /g, '$1');

/** Splits at commas that stand in no bracket. */
function selectorsOf(head: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of head) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

/** States and parts that nothing has without scripts. */
const NEVER = /:hover|:active|::placeholder|::-webkit-(?!details)|:disabled|:checked|:invalid/;
/** What takes the focus without scripts. */
const FOCUSABLE = new Set(['a', 'summary', '[tabindex']);

/** The tag, classes and attributes that one compound selector names. */
const partsOf = (compound: string): string[] =>
  [...compound.matchAll(/^[a-z][\w-]*|\.[\w-]+|\[[\w-]+/g)].map(([part]) => part);

/**
 * True where a selector can match: each of its compounds has an element. What is in `:is()`, `:where()` and `:not()`,
 * and what stands around what, is not looked at.
 */
function canMatch(selector: string, { elements }: Names): boolean {
  if (NEVER.test(selector)) return false;
  const plain = selector
    .replace(/:host(?:\((?:[^()]|\([^()]*\))*\))?/g, '')
    .replace(/:(?:is|where|not|has|nth[\w-]*|part|slotted)\((?:[^()]|\([^()]*\))*\)/g, '*');
  return plain.split(/[\s>+~]+/).every((compound) => {
    const parts = partsOf(compound);
    const isFocus = compound.includes(':focus');
    return elements.some(
      (element) =>
        parts.every((part) => element.has(part)) &&
        (!isFocus || [...FOCUSABLE].some((one) => element.has(one))),
    );
  });
}

/** Rules for a control are those for what stands for it (`prerender-static.ts`), with the weight that they had. */
const forStatic = (selector: string): string =>
  selector.replace(/(^|[\s>+~(,])(select|button|input)(?![\w-])/g, '$1.was-$2');

function pruned(css: string, names: Names | undefined): string {
  return rulesOf(css)
    .map(({ head, body }) => {
      if (/^@(media|supports|container|layer)/.test(head)) {
        const inside = pruned(body, names);
        return inside && `${head}{${inside}}`;
      }
      if (head.startsWith('@')) return `${head}{${body}}`;
      const left = selectorsOf(head)
        .map(forStatic)
        .filter((selector) => !names || canMatch(selector, names))
        .map((selector) => selector.replace(/\.was-[a-z]+/g, ':where($&)'));
      return left.length > 0 ? `${left.join(',')}{${body.replace(/;$/, '')}}` : '';
    })
    .join('');
}

const isUnused = (name: string, text: string): boolean => !text.includes(`var(${name}`);

/** Takes out private properties (`--_…`) and animations that nothing reads. */
function withoutUnused(css: string, { text }: Names): string {
  const declared = [
    ...new Set([...css.matchAll(/(?<=[{;])(--_[\w-]+):/g)].map(([, name]) => name!)),
  ];
  const unused = declared.filter((name) => isUnused(name, css) && isUnused(name, text));
  const animations = [...css.matchAll(/@keyframes ([\w-]+)/g)]
    .map(([, name]) => name!)
    .filter((name) => !new RegExp(`animation(?:-name)?:[^;}]*\\b${name}\\b`).test(css));
  if (unused.length + animations.length === 0) return css;
  const less = unused.reduce(
    (rest, name) => rest.replace(new RegExp(`(?<=[{;])${name}:[^;}]*;?`, 'g'), ''),
    css,
  );
  const still = animations.reduce(
    (rest, name) => rest.replace(new RegExp(`@keyframes ${name}\\{(?:[^{}]*\\{[^{}]*\\})*\\}`), ''),
    less,
  );
  return withoutUnused(still.replace(/;}/g, '}').replace(/[^{};]+\{\}/g, ''), { text } as Names);
}

/**
 * Declarations that guard the host against rules that hardly any page has; the widget brings them when it takes
 * over.
 */
const RARE =
  /(?<=[{;])(aspect-ratio|outline|box-shadow|mix-blend-mode|filter|backdrop-filter|clip-path|mask|translate|rotate|scale|perspective|zoom|contain|content-visibility|container-type|will-change|columns|transition|animation|writing-mode|user-select):[^;}]*!important;?/g;

/** What only serves who points, presses or scrolls. */
const SCRIPTED =
  /(?<=[{;])(cursor|touch-action|pointer-events|user-select|overscroll-behavior|overflow-anchor):[^;}]*;?/g;

const STATIC = `
.was-button, .was-select, .was-input { display: inline-block; box-sizing: border-box; }
.was-button { text-align: center; }
.was-select.was-select { border-color: transparent; background: none; }
.off, .fold, .views:has(.off) { visibility: hidden; }
/* As wide as from where on the legend of a map stands beside it (SPLIT of a map, without the card's rim). */
.card:has(.stage) { container-type: inline-size; }
@container (min-width: 686px) {
  .stage { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
  .stage .legend { display: grid; }
}
/* Borders inside an outline are drawn once, where the widget draws those of both neighbours. */
.between { fill: none; stroke-width: 1.1; }
.lines { stroke: var(--_muted); opacity: 0.75; }
.detail:has(.each) { display: grid; }
.detail:has(.each) > * { grid-area: 1 / 1; }
.each ul { margin: 0; padding: 0; list-style: none; columns: 150px; }
.each li { padding-left: 1em; text-indent: -1em; break-inside: avoid; }
@media (scripting: none) {
  .off, .detail:not(:has(.each)):has(.off), .views:has(.off), .picker:has(.off) { display: none; }
  .was-select.was-select { padding-inline: 0; }
  .detail:has(.each) { min-height: 0; }
  :host(:not(#tcns)) { min-height: 0 !important; }
}
@media print and (scripting: none) {
  .stage:has(.each) { display: block; }
  .stage:has(.each) .legend { display: flex; }
  .stage:has(.each) svg.map { max-height: 110mm; }
  .detail.hint:has(.each) { display: block; padding: 0; background: none; }
  .each summary { list-style: none; }
  .each::details-content { content-visibility: visible; }
}`;

/** The styles of one kind of widget: what a page says once of the tag, and what stands in each shadow root. */
export interface Styles {
  readonly page: string;
  readonly root: string;
}

/**
 * The rules that the drawings of a tag need. `letters` are the names of private properties on the page, to which further
 * ones are added.
 */
export function stylesFor(
  css: string,
  tag: string,
  names: Names,
  letters: Map<string, string> = new Map(),
): Styles {
  const needed = withoutUnused(pruned(squeeze(css + STATIC), names), names)
    .replace(RARE, '')
    .replace(SCRIPTED, '')
    .replace(/;}/g, '}')
    .replace(/[^{};]+\{\}/g, '');
  const short = withShortProperties(needed, letters);
  // The properties of the theme stay in each shadow root where one is dark, because one page may show both
  // themes.
  return names.classes.has('dark')
    ? split(short, tag, false)
    : hoisted(split(short, tag, true), tag);
}

/** Private properties by letters: `--_space` is named two hundred times. */
const withShortProperties = (css: string, letters: Map<string, string>): string =>
  css.replace(/--_[\w-]+/g, (name) => {
    const short = letters.get(name) ?? `--_${lettersAt(letters.size)}`;
    letters.set(name, short);
    return short;
  });

/** Sizes that a root works out again and again from properties of the page are properties of the page, too. */
function hoisted({ page, root }: Styles, tag: string): Styles {
  const inRoot = new Set([...root.matchAll(/(?<=[{;])(--[\w-]+):/g)].map(([, name]) => name));
  const counts = new Map<string, number>();
  for (const [size] of root.matchAll(SIZE)) counts.set(size, (counts.get(size) ?? 0) + 1);
  const often = [...counts].filter(
    ([size, n]) => n > 1 && ![...size.matchAll(/--[\w-]+/g)].some(([name]) => inRoot.has(name)),
  );
  const names = new Map(often.map(([size], i) => [size, `--_${i}`]));
  const lines = [...names].map(([size, name]) => `${name}:${size}`).join(';');
  return {
    page: lines ? `${page}:where(${tag}){${lines}}` : page,
    root: root.replace(SIZE, (size) => (names.has(size) ? `var(${names.get(size)})` : size)),
  };
}

const SIZE = /calc\((?:[^()]|\([^()]*\))*\)/g;

/**
 * Rules for the host become rules of the page, because those are needed once. `:where` has no weight, as `:host` has
 * none against a page's rule. Private properties are inherited from there.
 */
function split(css: string, tag: string, tokens: boolean): Styles {
  let page = '';
  let root = '';
  for (const { head, body } of rulesOf(css)) {
    if (head.startsWith('@media')) {
      const inside = split(body, tag, tokens);
      page += inside.page && `${head}{${inside.page}}`;
      root += inside.root && `${head}{${inside.root}}`;
    } else if (head.startsWith(':host')) {
      const selectors = head.replace(/:host(?:\(((?:[^()]|\([^()]*\))*)\))?/g, `:where(${tag})$1`);
      page += `${selectors}{${body}}`;
    } else if (/^\.(tokens|root)$/.test(head) && tokens) {
      const isPrivate = (line: string): boolean => line.startsWith('--_');
      const lines = body.split(';');
      const ours = lines.filter(isPrivate).join(';');
      const others = lines.filter((line) => !isPrivate(line)).join(';');
      page += ours && `:where(${tag}){${ours}}`;
      root += others && `${head}{${others}}`;
    } else root += `${head}{${body}}`;
  }
  return { page, root };
}

/** All rules, for a file that many pages share. */
export const allStyles = (css: string): string => pruned(squeeze(css + STATIC), undefined);
