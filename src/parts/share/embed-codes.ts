/** The code of each form, from a choice and what the preview shows. Pure text: nothing is drawn. */
import { boardWidgets, CATALOGUE } from '../../api/widget-catalogue.js';
import { addressIn, pathOf } from '../../data/addresses.js';
import { DEFAULT_EDITION, editionOf } from '../../domain/editions.js';

/** What the code of a widget says. */
export interface CodeChoice {
  /** The name of the widget's module: `kpi-card`. */
  readonly widget: string;
  /** Id of the area. */
  readonly area: string;
  readonly indicators: readonly string[];
  readonly campaign: string;
  readonly lang: string;
  /** `light`, `dark`, or empty: as the page. */
  readonly theme: string;
  /** px of the frame. */
  readonly width: number;
  /** Further attributes by name; `''` for those without a value. */
  readonly options: Readonly<Record<string, string>>;
}

/** True for a widget that shows several indicators. */
export const takesMany = (widget: string): boolean => CATALOGUE[widget]?.indicators === 'many';
/** True for a widget that shows no indicator. */
export const takesNone = (widget: string): boolean => CATALOGUE[widget]?.indicators === 'none';

/** The facts of the page that the code needs. */
export interface Facts {
  /** Whole address of the folder, with its slash. */
  readonly cdn: string;
  /** Whole address of the API. */
  readonly api: string;
  readonly version: string;
  /** SRI hashes by file name; without one no `integrity` is written. */
  readonly integrity: Readonly<Record<string, string>>;
  /** The modules that each widget imports at once, by its name; empty where the build does not say. */
  readonly loads: Readonly<Record<string, readonly string[]>>;
  /** The figure in words, as it stands in the preview. */
  readonly fallback: string;
  /** Height of the preview in px. */
  readonly height: number;
  /** The date of the figure shown, which the article recipe pins. */
  readonly at: string | undefined;
  /** Options of the widget in the manifest's order, flags with `''`. */
  readonly options: readonly string[];
}

export const FORMS = [
  'tag',
  'head',
  'all',
  'placeholder',
  'link',
  'frame',
  'oembed',
  'wordpress',
] as const;
export type Form = (typeof FORMS)[number];

/** A text as it stands in an HTML attribute. */
const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

type Pairs = readonly (readonly [name: string, value: string])[];

/** The attributes of the widget, in the order in which people read them. */
export function attributesOf(choice: CodeChoice, { at, options }: Facts): Pairs {
  const { widget, area, indicators, campaign, lang, theme } = choice;
  const pairs: (readonly [string, string])[] = [];
  if (widget === 'campaign-tracker') pairs.push(['campaign', campaign]);
  else pairs.push(['area', area]);
  if (!takesNone(widget) && widget !== 'dashboard')
    pairs.push(['indicator', takesMany(widget) ? indicators.join(' ') : (indicators[0] ?? '')]);
  if (at) pairs.push(['at', at]);
  for (const name of options) {
    const value = choice.options[name];
    if (value !== undefined) pairs.push([name, value]);
  }
  if (theme) pairs.push(['theme', theme]);
  pairs.push(['lang', lang]);
  return pairs;
}

const written = (pairs: Pairs, prefix = ''): string =>
  pairs
    .map(([name, value]) => ` ${prefix}${name}${value ? `="${escapeHtml(value)}"` : ''}`)
    .join('');

/** The folder of the version where hashes are known: their files never change. */
const folderOfFiles = ({ cdn, version, integrity }: Facts): string =>
  integrity['tcns.js'] ? `${cdn}${version}/` : cdn;

function script(file: string, facts: Facts): string {
  const { api, integrity } = facts;
  const hash = integrity[file];
  const sri = hash ? `\n  integrity="${hash}" crossorigin="anonymous"` : '';
  const folder = folderOfFiles(facts);
  return `<script src="${escapeHtml(folder + file)}"${sri}\n  data-api="${escapeHtml(api)}"></script>`;
}

/** The files that the first picture waits for: those of the widget and of the widgets in it, language, borders. */
function filesOf(
  { widget, area, lang, options }: CodeChoice,
  { loads, integrity }: Facts,
): string[] {
  const names = widget === 'dashboard' ? [widget, ...boardWidgets()] : [widget];
  const files = new Set(names.flatMap((name) => loads[name] ?? []));
  const late: string[] = [];
  if (lang === 'en') late.push('en-');
  if (names.includes('coverage-map') && area.startsWith('vn') && !options['geo-src'])
    late.push(`provinces-${editionOf(area) ?? DEFAULT_EDITION}.generated-`);
  for (const file of Object.keys(integrity))
    if (late.some((start) => file.startsWith(`chunks/${start}`))) files.add(file);
  return [...files];
}

/**
 * Lines for the `<head>` that ask at once for all that the widget will need; each is as the widget asks later,
 * because a browser takes over only what was asked for in the same way.
 */
function head(choice: CodeChoice, facts: Facts): string {
  const files = filesOf(choice, facts);
  if (!facts.loads[choice.widget]) return '';
  const folder = folderOfFiles(facts);
  const link = (kind: string, file: string): string => {
    const hash = facts.integrity[file];
    const sri = hash ? ` integrity="${hash}" crossorigin="anonymous"` : '';
    return `<link ${kind} href="${escapeHtml(folder + file)}"${sri}>\n`;
  };
  const { widget, area, campaign } = choice;
  const path = pathOf(CATALOGUE[widget]?.document ?? 'observations', { area, campaign });
  return (
    link('rel="preload" as="script"', 'tcns.js') +
    files.map((file) => link('rel="modulepreload"', file)).join('') +
    (path
      ? `<link rel="preload" as="fetch" href="${escapeHtml(addressIn(facts.api, path))}" crossorigin="anonymous">`
      : '')
  );
}

/** The widgets of a dashboard, each with the indicators chosen. */
function inside(choice: CodeChoice, wrap: (name: string, indicator: string) => string): string {
  const [first = ''] = choice.indicators;
  return boardWidgets()
    .map((name) => `  ${wrap(name, takesMany(name) ? choice.indicators.join(' ') : first)}\n`)
    .join('');
}

function tag(choice: CodeChoice, facts: Facts): string {
  const name = `tcns-${choice.widget}`;
  const pairs = attributesOf(choice, facts);
  if (choice.widget !== 'dashboard') {
    const words = escapeHtml(facts.fallback);
    // Without JavaScript the sentences of two tags on one line would run together; a figure stands in a sentence.
    const inner = choice.widget === 'stat' ? words : `\n  ${words}\n`;
    return `<${name}${written(pairs)}>${inner}</${name}>`;
  }
  const parts = inside(choice, (part, indicator) => {
    const attributes = written([['indicator', indicator]]);
    return `<tcns-${part}${attributes}></tcns-${part}>`;
  });
  return `<${name}${written(pairs)}>\n${parts}</${name}>`;
}

function placeholder(choice: CodeChoice, facts: Facts): string {
  // The script is the template's: which API it names is not known here.
  const pairs: Pairs = [...attributesOf(choice, facts), ['api', facts.api]];
  const open = `<div data-tcns="${choice.widget}"${written(pairs, 'data-')}>`;
  if (choice.widget === 'dashboard') {
    const parts = inside(
      choice,
      (part, indicator) =>
        `<div data-tcns="${part}"${written([['indicator', indicator]], 'data-')}></div>`,
    );
    return `${open}\n${parts}</div>`;
  }
  return `${open}<a href="${escapeHtml(addressOf(choice, facts))}">${escapeHtml(facts.fallback)}</a></div>`;
}

/** Attributes that an address cannot carry, because their words would appear on the screen. */
const NEVER = /^(heading|annotations|url-state)$/;

/** The one address of link, frame and oEmbed. */
export function addressOf(choice: CodeChoice, facts: Facts): string {
  const params = new URLSearchParams({ widget: choice.widget });
  for (const [name, value] of attributesOf(choice, facts))
    if (!NEVER.test(name)) params.set(name, value);
  if (choice.widget === 'dashboard') params.set('indicator', choice.indicators.join(' '));
  params.set('api', facts.api);
  const readable = params.toString().replace(/%40/g, '@').replace(/%3A/g, ':').replace(/%2F/g, '/');
  return `${facts.cdn}embed.html?${readable}`;
}

/**
 * The code of a frame. It is a block, because block themes of WordPress lay only blocks out in the column of the text.
 *
 * @param size - px of the frame; it is never wider than its page
 */
export function frameCode(
  address: string,
  title: string,
  size: { readonly width: number; readonly height: number },
): string {
  return `<iframe src="${escapeHtml(address)}" width="${size.width}" height="${size.height}"
  title="${escapeHtml(title.slice(0, 120))}" loading="lazy" frameborder="0" style="display:block;max-width:100%"
  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>`;
}

/** The code of a form. */
export function codeOf(form: Form, choice: CodeChoice, facts: Facts): string {
  switch (form) {
    case 'tag':
      return `${script('tcns.js', facts)}\n\n${tag(choice, facts)}`;
    case 'head':
      return head(choice, facts);
    case 'all':
      return `${script('tcns-all.js', facts)}\n\n${tag(choice, facts)}`;
    case 'placeholder':
      return placeholder(choice, facts);
    case 'link':
      return `<a href="${escapeHtml(addressOf(choice, facts))}">${escapeHtml(facts.fallback)}</a>`;
    case 'frame':
      return frameCode(addressOf(choice, facts), facts.fallback, {
        width: choice.width,
        height: facts.height,
      });
    case 'oembed':
      return addressOf(choice, facts);
    case 'wordpress':
      return `<!-- wp:html -->\n${placeholder(choice, facts)}\n<!-- /wp:html -->`;
  }
}
