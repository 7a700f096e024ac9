/** The widgets that the loader knows, by the name of their module. */
export const WIDGETS: readonly string[] = [
  'dashboard',
  'campaign-tracker',
  'coverage-map',
  'kpi-card',
  'ranking',
  'service-guide',
  'stat',
  'team-roster',
  'trend',
];

/** The height in px that is kept free before a module is there, by what follows `tcns-` in a selector. */
export const ROOM: Readonly<Record<string, number>> = {
  'campaign-tracker': 760,
  'campaign-tracker[view=compact]': 480,
  'campaign-tracker[view=headline]': 76,
  'coverage-map': 640,
  'kpi-card': 236,
  'kpi-card[variant=compact]': 176,
  ranking: 420,
  'service-guide': 420,
  'team-roster': 560,
  trend: 440,
};

/** What `forms.ts` serves: placeholders, links and frames. */
export const FORMS = '[data-tcns],a[data-embed],a[href*="embed.html?"],iframe[src*="embed.html?"]';

/** The attributes whose values are forgiven much, of those that an enumeration or an id takes. */
export const WATCHED: readonly string[] = [
  'area',
  'indicator',
  'at',
  'campaign',
  'edition',
  'mark',
  'variant',
  'view',
  'layout',
  'scale',
  'order',
  'theme',
];

/** `attribute=value` that is not written as it should be: other words, capitals, spaces, a name. */
const ODD =
  /^(variant|view|layout|scale|order|theme)=(?!(|standard|compact|full|headline|geo|tiles|threshold|quantile|category|best|worst|light|dark|list|cards|finder)$)|^(area|at|indicator|campaign|edition|mark)=(\s|.*([^!-~ ]|\s\s|\s$))|^area=(?!vn$)[A-Za-z ]+$/;

/** True for a widget with such an attribute. */
export const hasOdd = (widget: Element): boolean =>
  [].some.call(widget.attributes, ({ name, value }: Attr) => ODD.test(`${name}=${value}`));
