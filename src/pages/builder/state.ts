/** What is chosen on the builder's page, what has been loaded for it, and the addresses made of both. */
import { apiBase, siteFolder } from '../../data/address-parts.js';
import { ATTRIBUTES } from '../../embed/attributes.generated.js';
import type { loadManifest } from '../../parts/share/release.js';
import { byId } from '../dom.js';
import { readChoice, type Choice } from './choice.js';
import type { Areas, Attribute, Offer } from './source.js';
import { TEXTS } from './texts.js';

export const page = document.documentElement.lang === 'en' ? 'en' : 'vi';
export const texts = TEXTS[page];
export const WIDGETS = Object.keys(TEXTS.vi.widgets).filter((name) => name in ATTRIBUTES);
/** Where this script lies: the folder of the library, or that of a version in it. */
export const scriptFolder = new URL(
  '.',
  document.querySelector<HTMLScriptElement>('script[src*="builder.js"]')?.src ?? location.href,
).href;
export const FIRST: Choice = {
  widget: 'kpi-card',
  cdn: siteFolder(scriptFolder),
  api: '/api/v1',
  area: '48@2008',
  indicators: ['members'],
  campaign: '',
  recipe: 'portal',
  lang: page,
  theme: '',
  width: 360,
  system: '',
  options: {},
};

/** The page as it is now. */
export const state: {
  choice: Choice;
  areas: Areas;
  attributes: Readonly<Record<string, readonly Attribute[]>>;
  offer: Offer | undefined;
  manifest: Awaited<ReturnType<typeof loadManifest>>;
  /** The number of the newest request: a late answer of an older one is ignored. */
  turn: number;
  /** A reader has chosen something. */
  touched: boolean;
  /** A reader has agreed to the hosts that the page's address names, or there is none. */
  agreed: boolean;
} = {
  choice: readChoice(new URL(location.href).searchParams, WIDGETS, FIRST),
  areas: {},
  attributes: {},
  offer: undefined,
  manifest: undefined,
  turn: 0,
  touched: false,
  agreed: false,
};

/** A typed address as a whole one; the page's own where it is none. */
export const whole = (address: string): string => {
  try {
    return new URL(address.trim() || '.', location.href).href;
  } catch {
    return location.href;
  }
};
/** Whole address of the library's folder, with its slash. */
export const folder = (): string => whole(state.choice.cdn).replace(/\/?$/, '/');
/** Whole address of the API. */
export const api = (): string => apiBase(whole(state.choice.api));
export const input = (id: string) => byId<HTMLInputElement>(id);

/** Changes members of the choice. */
export function set(more: Partial<Choice>): void {
  state.choice = { ...state.choice, ...more };
}

/** Attributes that have no field of their own on the page. */
const HAVE_FIELDS = new Set('src api area bundle adapter at campaign indicator theme'.split(' '));
/** The attributes of the widget that stand among the options. */
export const options = (): readonly Attribute[] =>
  (state.attributes[state.choice.widget] ?? []).filter(({ name }) => !HAVE_FIELDS.has(name));
