/** The code of each form, from a choice and what the preview shows. Pure text: nothing is drawn. */
import { boardWidgets } from '../../api/widget-catalogue.js';
import { takesMany, takesNone, type Choice } from './choice.js';

/** What the code takes from the page's surroundings. */
export interface Facts {
  /** Whole address of the folder, with its slash. */
  readonly cdn: string;
  /** Whole address of the API. */
  readonly api: string;
  readonly version: string;
  /** SRI hashes by file name; without one no `integrity` is written. */
  readonly integrity: Readonly<Record<string, string>>;
  /** The figure in words, as it stands in the preview. */
  readonly fallback: string;
  /** Height of the preview in px. */
  readonly height: number;
  /** The date of the figure shown, which the article recipe pins. */
  readonly at: string | undefined;
  /** Options of the widget in the manifest's order, flags with `''`. */
  readonly options: readonly string[];
}

export const FORMS = ['tag', 'all', 'placeholder', 'link', 'frame', 'oembed', 'wordpress'] as const;
export type Form = (typeof FORMS)[number];

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

type Pairs = readonly (readonly [name: string, value: string])[];

/** The attributes of the widget, in the order in which people read them. */
export function attributesOf(choice: Choice, { at, options }: Facts): Pairs {
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

function script(file: string, { cdn, api, version, integrity }: Facts): string {
  const hash = integrity[file];
  const sri = hash ? `\n  integrity="${hash}" crossorigin="anonymous"` : '';
  const folder = hash ? `${cdn}${version}/` : cdn;
  return `<script src="${escapeHtml(folder + file)}"${sri}\n  data-api="${escapeHtml(api)}"></script>`;
}

/** The widgets of a dashboard, each with the indicators chosen. */
function inside(choice: Choice, wrap: (name: string, indicator: string) => string): string {
  const [first = ''] = choice.indicators;
  return boardWidgets()
    .map((name) => `  ${wrap(name, takesMany(name) ? choice.indicators.join(' ') : first)}\n`)
    .join('');
}

function tag(choice: Choice, facts: Facts): string {
  const name = `tcns-${choice.widget}`;
  const pairs = attributesOf(choice, facts);
  if (choice.widget !== 'dashboard')
    return `<${name}${written(pairs)}>${escapeHtml(facts.fallback)}</${name}>`;
  const parts = inside(choice, (part, indicator) => {
    const own = written([['indicator', indicator]]);
    return `<tcns-${part}${own}></tcns-${part}>`;
  });
  return `<${name}${written(pairs)}>\n${parts}</${name}>`;
}

function placeholder(choice: Choice, facts: Facts): string {
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

/** What an address may not carry: words that would stand on the screen. */
const NEVER = /^(heading|annotations|url-state)$/;

/** The one address of link, frame and oEmbed. */
export function addressOf(choice: Choice, facts: Facts): string {
  const params = new URLSearchParams({ widget: choice.widget });
  for (const [name, value] of attributesOf(choice, facts))
    if (!NEVER.test(name)) params.set(name, value);
  if (choice.widget === 'dashboard') params.set('indicator', choice.indicators.join(' '));
  params.set('api', facts.api);
  const readable = params.toString().replace(/%40/g, '@').replace(/%3A/g, ':').replace(/%2F/g, '/');
  return `${facts.cdn}embed.html?${readable}`;
}

function frame(choice: Choice, facts: Facts): string {
  const title = escapeHtml(facts.fallback.slice(0, 120));
  return `<iframe src="${escapeHtml(addressOf(choice, facts))}" width="${choice.width}" height="${facts.height}"
  title="${title}" loading="lazy"
  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>`;
}

/** The code of a form. */
export function codeOf(form: Form, choice: Choice, facts: Facts): string {
  switch (form) {
    case 'tag':
      return `${script('tcns.js', facts)}\n\n${tag(choice, facts)}`;
    case 'all':
      return `${script('tcns-all.js', facts)}\n\n${tag(choice, facts)}`;
    case 'placeholder':
      return placeholder(choice, facts);
    case 'link':
      return `<a href="${escapeHtml(addressOf(choice, facts))}">${escapeHtml(facts.fallback)}</a>`;
    case 'frame':
      return frame(choice, facts);
    case 'oembed':
      return addressOf(choice, facts);
    case 'wordpress':
      return `<!-- wp:html -->\n${placeholder(choice, facts)}\n<!-- /wp:html -->`;
  }
}
