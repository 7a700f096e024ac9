/**
 * What an address of `embed.html` asks for: a widget and its attributes. The address is anybody's to
 * write, so nothing in it is trusted: words that would stand on the screen are not taken at all, and
 * documents come only from the APIs that `embed.config.json` lists.
 */
import { liesBelow } from '../data/addresses.js';
import { ATTRIBUTES } from './attributes.generated.js';
import { unmangled } from './unmangled.js';

/** A widget and its attributes. */
export interface Embed {
  readonly widget: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Why an address is refused. */
export interface Refusal {
  readonly code: 'noWidget' | 'widget' | 'value' | 'address' | 'api' | 'noApi';
  readonly name: string;
  readonly value: string;
  /** What would be right. */
  readonly allowed: readonly string[];
}

/** `embed.config.json`: the API that is meant where none is named, and those that may be named. */
export interface EmbedConfig {
  readonly api?: string | undefined;
  /** Addresses; each allows what lies below it. Where the file lists none, that is `api` alone. */
  readonly apis: readonly string[];
}

/** Words that only a page's own author may set. */
const NEVER = new Set(['heading', 'annotations', 'adapter', 'url-state']);
/** Attributes that name a document. */
const ADDRESSES = new Set(['api', 'src', 'bundle', 'geo-src']);
const PLAIN = /^[\p{L}\p{M}\p{N}@._,' -]{1,160}$/u;

/** The parameters of an address; an editor that escaped it twice has left `&amp;area=`. */
export function paramsOf(url: string): URLSearchParams {
  return new URL(url.replace(/&amp;/g, '&')).searchParams;
}

/** The name of a widget from what somebody wrote: " TCNS-KPI-Card" -> "kpi-card". */
export function widgetNamed(text: string): string | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^tcns-/, '')
    .replace(/[\s_]+/g, '-');
  return Object.prototype.hasOwnProperty.call(ATTRIBUTES, name) ? name : undefined;
}

/** Reads `embed.config.json`; what is wrong in it is left out. */
export function readConfig(raw: unknown, url: string): EmbedConfig {
  const { api, apis } = (raw ?? {}) as { api?: unknown; apis?: unknown };
  const resolved = (text: unknown): string[] => {
    const address = typeof text === 'string' && text ? parse(text, url) : undefined;
    return address ? [address.href] : [];
  };
  const listed: string[] = Array.isArray(apis) ? apis.flatMap(resolved) : [];
  const [configured] = resolved(api);
  return { api: configured, apis: configured ? [...listed, configured] : listed };
}

/**
 * Reads the parameters of an address.
 *
 * @param base - what relative addresses in it resolve against
 * @param fallbackApi - the API where neither the address nor the configuration names one
 */
export function readEmbed(
  params: URLSearchParams,
  config: EmbedConfig,
  base: string,
  fallbackApi?: string,
): Embed | Refusal {
  const wanted = unmangled(params.get('widget') ?? '');
  const widget = widgetNamed(wanted);
  const names = Object.keys(ATTRIBUTES);
  if (!wanted.trim()) return refusal('noWidget', 'widget', '', names);
  if (!widget) return refusal('widget', 'widget', wanted, names);
  const attributes: Record<string, string> = {};
  for (const name of Object.keys(ATTRIBUTES[widget] ?? {})) {
    const value = params.get(name);
    if (value === null || NEVER.has(name)) continue;
    const taken = ADDRESSES.has(name)
      ? addressValue(name, unmangled(value, true), config, base)
      : plainValue(widget, name, unmangled(value));
    if (typeof taken === 'object') return taken;
    if (taken !== undefined) attributes[name] = taken;
  }
  if (widget === 'dashboard') {
    // A dashboard of an address is made of its indicators.
    const indicator = plainValue('kpi-card', 'indicator', unmangled(params.get('indicator') ?? ''));
    if (typeof indicator !== 'string') return indicator ?? refusal('value', 'indicator', '');
    attributes['indicator'] = indicator;
  }
  const lang = params.get('lang')?.trim().toLowerCase();
  if (lang && /^[a-z]{2,3}(-[a-z\d]{2,8})?$/.test(lang)) attributes['lang'] = lang;
  if (!['api', 'src', 'bundle'].some((name) => attributes[name])) {
    const api = fallbackApi ?? config.api;
    if (!api) return refusal('noApi', 'api', '', config.apis);
    attributes['api'] = api;
  }
  if (ATTRIBUTES[widget]?.['indicator'] && !attributes['indicator'])
    return refusal('value', 'indicator', '');
  return { widget, attributes };
}

function refusal(
  code: Refusal['code'],
  name: string,
  value: string,
  allowed: readonly string[] = [],
): Refusal {
  return { code, name, value: value.slice(0, 80), allowed };
}

function parse(text: string, base: string): URL | undefined {
  try {
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function addressValue(
  name: string,
  value: string,
  config: EmbedConfig,
  base: string,
): string | Refusal | undefined {
  if (!value.trim()) return undefined;
  const url = parse(value.trim(), base);
  if (!url) return refusal('address', name, value);
  return liesBelow(url.href, config.apis) ? url.href : refusal('api', name, url.href, config.apis);
}

/** A value without an address in it; `undefined` where it says nothing. */
function plainValue(widget: string, name: string, value: string): string | Refusal | undefined {
  const kind = ATTRIBUTES[widget]?.[name];
  if (kind === 'flag') return /^(false|0|no)$/i.test(value) ? undefined : '';
  if (!value) return undefined;
  if (kind === 'number')
    return /^\d{1,6}$/.test(value) ? value : refusal('value', name, value, ['1', '2', '3', '…']);
  if (Array.isArray(kind)) {
    const word = value.toLowerCase();
    return kind.includes(word) ? word : refusal('value', name, value, kind as readonly string[]);
  }
  return PLAIN.test(value) ? value : refusal('value', name, value);
}
