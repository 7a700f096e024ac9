/** The widgets that the loader knows, by the name of their module. */
export const WIDGETS: readonly string[] = ['coverage-map', 'kpi-card', 'stat', 'team-roster'];

/** The height in px that is kept free before a module is there, by what follows `tcns-` in a selector. */
export const ROOM: Readonly<Record<string, number>> = {
  'coverage-map': 640,
  'kpi-card': 236,
  'kpi-card[variant=compact]': 176,
  'team-roster': 560,
};
