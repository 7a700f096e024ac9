/** The widgets that the loader knows: the name of the module, and the height kept free for it in px. */
export const WIDGETS: Readonly<Record<string, number>> = {
  'coverage-map': 640,
  'kpi-card': 236,
  stat: 0,
};
