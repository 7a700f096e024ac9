/** What is chosen on the builder's page, and how it stands in the page's address. */

export interface Choice {
  readonly widget: string;
  /** Address of the folder in which `tcns.js` lies, as typed. */
  readonly cdn: string;
  /** Base of the API, as typed. */
  readonly api: string;
  /** Id of the area. */
  readonly area: string;
  readonly indicators: readonly string[];
  readonly campaign: string;
  /** `article` pins the figure to its date. */
  readonly recipe: 'portal' | 'article';
  readonly lang: 'vi' | 'en';
  readonly theme: '' | 'light' | 'dark';
  /** Width of the preview in px. */
  readonly width: number;
  /** Further attributes by name; `''` for those without a value. */
  readonly options: Readonly<Record<string, string>>;
}

export const WIDTHS: readonly number[] = [180, 360, 720];

/** Widgets that show several indicators. */
export const takesMany = (widget: string): boolean =>
  /^(coverage-map|trend|dashboard)$/.test(widget);
/** Widgets that show no indicator. */
export const takesNone = (widget: string): boolean =>
  /^(campaign-tracker|team-roster|service-guide)$/.test(widget);
/** Whose figures a widget shows: the area's own, those of its children, or a dashboard's of both. */
export const figuresOf = (widget: string): 'area' | 'children' | 'both' =>
  widget === 'dashboard' ? 'both' : /^(coverage-map|ranking)$/.test(widget) ? 'children' : 'area';
/** Widgets whose figure a date can pin. */
export const canPin = (widget: string): boolean =>
  /^(kpi-card|stat|coverage-map|ranking|trend)$/.test(widget);

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
    width: WIDTHS.includes(width) ? width : first.width,
    options,
  };
}

/** The parameters of an address that brings a choice back. */
export function writeChoice(choice: Choice, options: readonly string[]): URLSearchParams {
  const { widget, cdn, api, area, indicators, campaign, recipe, lang, theme, width } = choice;
  const params = new URLSearchParams({ widget, cdn, api, lang, width: String(width) });
  if (widget === 'campaign-tracker') params.set('campaign', campaign);
  else params.set('area', area);
  if (!takesNone(widget)) params.set('indicator', indicators.join(' '));
  if (canPin(widget)) params.set('recipe', recipe);
  if (theme) params.set('look', theme);
  for (const name of options) {
    const value = choice.options[name];
    if (value !== undefined) params.set(`o-${name}`, value);
  }
  return params;
}
