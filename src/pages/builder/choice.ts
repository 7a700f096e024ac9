/** The choice on the builder's page, and its form in the page's address. */
import { CATALOGUE } from '../../api/widget-catalogue.js';
import { SYSTEMS, type System } from './systems.js';
import { takesMany, takesNone, type CodeChoice } from '../../parts/share/embed-codes.js';

export { takesMany, takesNone };

export interface Choice extends CodeChoice {
  /** Address of the folder in which `tcns.js` lies, as typed. */
  readonly cdn: string;
  /** Base of the API, as typed. */
  readonly api: string;
  /** `article` pins the figure to its date. */
  readonly recipe: 'portal' | 'article';
  readonly lang: 'vi' | 'en';
  readonly theme: '' | 'light' | 'dark';
  /** The system of the page that gets the code; empty: plain HTML, or one that has no kit. */
  readonly system: '' | System;
}

const WIDTHS: readonly number[] = [180, 360, 720];

export const figuresOf = (widget: string) => CATALOGUE[widget]?.figures ?? 'area';
/** A trend has a whole history to show: an article pins where it ends. */
export const canPin = (widget: string): boolean => CATALOGUE[widget]?.pins ?? false;

/** Reads an address; what is missing or wrong is as on a first visit. */
export function readChoice(
  params: URLSearchParams,
  widgets: readonly string[],
  first: Choice,
): Choice {
  const text = (name: string, otherwise: string): string => params.get(name) ?? otherwise;
  const oneOf = <T extends string>(name: string, words: readonly T[], otherwise: T): T =>
    words.find((word) => word === params.get(name)) ?? otherwise;
  const width = Number(params.get('width'));
  const options: Record<string, string> = {};
  params.forEach((value, name) => {
    if (name.startsWith('o-')) options[name.slice(2)] = value;
  });
  const indicators = text('indicator', first.indicators.join(' ')).split(' ').filter(Boolean);
  return {
    widget: oneOf('widget', widgets, first.widget),
    cdn: text('cdn', first.cdn),
    api: text('api', first.api),
    area: text('area', first.area),
    indicators,
    campaign: text('campaign', first.campaign),
    recipe: oneOf('recipe', ['portal', 'article'], first.recipe),
    lang: oneOf('lang', ['vi', 'en'], first.lang),
    // `theme` in the address is that of the page itself.
    theme: oneOf('look', ['', 'light', 'dark'], first.theme),
    system: oneOf('system', ['', ...(Object.keys(SYSTEMS) as System[])], first.system),
    width: WIDTHS.includes(width) ? width : first.width,
    options,
  };
}

/** The parameters of an address that brings a choice back. */
export function writeChoice(choice: Choice, options: readonly string[]): URLSearchParams {
  const { widget, cdn, api, area, indicators, campaign, recipe, lang, theme, width, system } =
    choice;
  const params = new URLSearchParams({ widget, cdn, api, lang, width: String(width) });
  if (widget === 'campaign-tracker') params.set('campaign', campaign);
  else params.set('area', area);
  if (!takesNone(widget)) params.set('indicator', indicators.join(' '));
  if (canPin(widget)) params.set('recipe', recipe);
  if (theme) params.set('look', theme);
  if (system) params.set('system', system);
  for (const name of options) {
    const value = choice.options[name];
    if (value !== undefined) params.set(`o-${name}`, value);
  }
  return params;
}
