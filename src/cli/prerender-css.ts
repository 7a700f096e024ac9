/**
 * The styles of a drawing without a browser. Each shadow root needs its own, so a page with fifty figures would
 * hold them fifty times: only the rules that match something drawn are kept.
 */

interface Rule {
  /** What stands before the brace: selectors, or an at-rule. */
  readonly head: string;
  /** Declarations, or the rules inside an at-rule. */
  readonly body: string;
}

/** What a drawing has that a selector can name. */
export interface Names {
  readonly classes: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** The HTML, which may read custom properties in `style`. */
  readonly text: string;
}

/** The names in a piece of HTML. */
export function namesIn(markup: string): Names {
  const classes = new Set<string>();
  const tags = new Set<string>();
  const attributes = new Set<string>();
  for (const [, tag = '', inside = ''] of markup.matchAll(
    /<([a-z][\w-]*)((?:\s+[^\s"'>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)/gi,
  )) {
    tags.add(tag.toLowerCase());
    for (const [, name = '', quoted] of inside.matchAll(/([^\s"'>/=]+)(?:="([^"]*)")?/g)) {
      attributes.add(name.toLowerCase());
      if (name === 'class') quoted?.split(/\s+/).forEach((one) => classes.add(one));
    }
  }
  return { classes, tags, attributes, text: markup };
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
    .replace(/([:,]) /g, '$1');

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

/** True where a selector can match; what is in `:is()`, `:where()` and `:not()` is not looked at. */
function canMatch(selector: string, { classes, tags, attributes }: Names): boolean {
  // Rules for `:hover` are left out, because without scripts there is nothing to press.
  if (selector.includes(':hover')) return false;
  const plain = selector.replace(/:(?:is|where|not|has|nth[\w-]*|part|slotted)\([^)]*\)/g, '');
  const all = (pattern: RegExp, known: ReadonlySet<string>): boolean =>
    [...plain.matchAll(pattern)].every(([, name = '']) => known.has(name));
  return (
    all(/\.([\w-]+)/g, classes) &&
    all(/\[([\w-]+)/g, attributes) &&
    all(/(?:^|[\s>+~(])([a-z][\w-]*)/g, tags)
  );
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

const STATIC = `
.was-button, .was-select, .was-input { display: inline-block; box-sizing: border-box; }
.was-button { text-align: center; }
.was-select.was-select { padding-inline: 0; border-color: transparent; background: none; }
.off, .fold { visibility: hidden; }
.stage { display: flex; flex-wrap: wrap; }
.stage .picture { flex: 3 1 400px; }
.stage .aside { flex: 2 1 200px; }
@media (scripting: none) {
  .off, .detail:has(.off), .views:has(.off) { display: none; }
  :host(:not(#tcns)) { min-height: 0 !important; }
}`;

/** The styles of one kind of widget: what a page says once of the tag, and what stands in each shadow root. */
export interface Styles {
  readonly page: string;
  readonly root: string;
}

/** The rules that the drawings of a tag need, on one line each. */
export function stylesFor(css: string, tag: string, names: Names): Styles {
  const needed = withoutUnused(pruned(squeeze(css + STATIC), names), names).replace(RARE, '');
  // The properties of the theme stay in each shadow root where one is dark, because one page may show both
  // themes.
  return split(needed, tag, !names.classes.has('dark'));
}

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
    } else if (head === '.tokens' && tokens) {
      const isPrivate = (line: string): boolean => line.startsWith('--_');
      const lines = body.split(';');
      page += `:where(${tag}){${lines.filter(isPrivate).join(';')}}`;
      root += `${head}{${lines.filter((line) => !isPrivate(line)).join(';')}}`;
    } else root += `${head}{${body}}`;
  }
  return { page, root };
}

/** All rules, for a file that many pages share. */
export const allStyles = (css: string): string => pruned(squeeze(css + STATIC), undefined);
