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
