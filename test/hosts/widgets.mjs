/**
 * The widgets as a webmaster pastes them. `data-w` names each for the measuring; `says` is a figure or
 * a word of the document, so that two broken pages are never called alike.
 */
const tag = (name, attributes, fallback) =>
  `<tcns-${name} data-w="${name}" ${attributes}>${fallback}</tcns-${name}>`;

export const WIDGETS = {
  'kpi-card': {
    says: /15\.000/,
    html: tag('kpi-card', 'area="48@2008" indicator="members"', 'fallback: kpi-card'),
  },
  'coverage-map': {
    says: /100%/,
    html: tag(
      'coverage-map',
      'area="vn@2008" indicator="coverage.commune"',
      'fallback: coverage-map',
    ),
  },
  'campaign-tracker': {
    says: /92/,
    html: tag('campaign-tracker', 'campaign="bp-92-ngay-dem"', 'fallback: campaign-tracker'),
  },
  'team-roster': {
    says: /\(\+84|0\d{2}|t\u1ed5/i,
    html: tag('team-roster', 'area="45@2008"', 'fallback: team-roster'),
  },
  'service-guide': {
    says: /dichvucong/,
    html: tag('service-guide', 'area="48@2008"', 'fallback: service-guide'),
  },
  ranking: {
    says: /100%/,
    html: tag('ranking', 'area="vn@2008" indicator="coverage.commune"', 'fallback: ranking'),
  },
  trend: {
    says: /74\.000/,
    html: tag('trend', 'area="vn" indicator="teams"', 'fallback: trend'),
  },
  stat: {
    says: /45\.895/,
    html: `<p>Nationwide: ${tag('stat', 'area="vn" indicator="teams" at="2022-08"', 'fallback: stat')}.</p>`,
  },
  dashboard: {
    says: /\u0110\u00e0 N\u1eb5ng|C\u1ea3 n\u01b0\u1edbc/,
    html: tag(
      'dashboard',
      'area="48@2008"',
      'fallback: dashboard <tcns-stat indicator="teams">74.000</tcns-stat>',
    ),
  },
};

export const NAMES = Object.keys(WIDGETS);

/** All of them, one under the other. */
export const all = (names = NAMES) => names.map((name) => WIDGETS[name].html).join('\n');
