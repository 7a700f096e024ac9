/**
 * The rooms of `src` (CONTRIBUTING.md, "Rooms"). Each room names what it may import; everything else is
 * refused, types included, and so is every circle. `npm run lint:rooms` checks it.
 */

/** A room: which folder, which rooms it may import beside itself, and which packages. */
export const rooms = {
  api: { imports: [], packages: ['valibot'] },
  domain: { imports: ['api'], packages: [] },
  i18n: { imports: ['api', 'domain'], packages: ['i18next'] },
  tables: { imports: ['api', 'domain'], packages: [] },
  data: { imports: ['api', 'domain', 'tables'], packages: ['valibot', 'idb-keyval'] },
  maps: {
    imports: ['api', 'domain'],
    packages: ['d3-geo', 'topojson-client', '@types/geojson', '@types/topojson-specification'],
  },
  parts: {
    imports: ['api', 'domain', 'i18n', 'data', 'maps'],
    packages: ['lit', '@lit/task', 'chart.js', 'lean-qr', '@leeoniya/ufuzzy', 'fflate'],
  },
  elements: {
    imports: ['api', 'domain', 'i18n', 'data', 'maps', 'parts'],
    packages: ['lit', '@lit/task'],
  },
  desk: {
    imports: ['api', 'domain', 'i18n', 'tables', 'data'],
    packages: ['valibot', 'exceljs', 'fflate', 'saxes', 'numfmt'],
  },
  borders: {
    imports: ['api', 'domain', 'tables', 'desk', 'maps'],
    packages: ['fflate', 'topojson-client', '@types/geojson', '@types/topojson-specification'],
  },
  embed: {
    imports: ['api', 'domain', 'i18n', 'data', 'elements'],
    packages: ['lit'],
  },
  pages: {
    imports: ['api', 'domain', 'i18n', 'tables', 'data', 'parts', 'desk', 'borders', 'embed'],
    packages: ['lit', 'fflate'],
  },
  cli: {
    imports: ['api', 'domain', 'i18n', 'tables', 'data', 'maps', 'parts', 'desk', 'borders'],
    packages: ['lit', '@lit-labs/ssr', 'valibot', 'fflate', 'exceljs', 'tsx'],
    node: true,
  },
};

const escape = (text) => text.replace(/[./]/g, '\\$&');
const folder = (name) => `^src/${name}/`;
const packagePath = (names) => `node_modules/(?:${names.map(escape).join('|')})(?:/|$)`;

/** One widget never imports another: what two share stands in `parts`. */
const elements = {
  from: { path: '^src/elements/([^/]+)/' },
  to: { path: '^src/elements/$1/' },
};

const allowed = Object.entries(rooms).flatMap(([name, { imports, packages, node }]) => {
  const from = { path: folder(name) };
  return [
    name === 'elements' ? elements : { from, to: { path: folder(name) } },
    ...imports.map((room) => ({ from, to: { path: folder(room) } })),
    ...(packages.length > 0 ? [{ from, to: { path: packagePath(packages) } }] : []),
    ...(node ? [{ from, to: { dependencyTypes: ['core'] } }] : []),
  ];
});

/** The version number stands beside the rooms, and the entries of the package lead into them. */
const entries = '^src/(?:index|register)\\.ts$';
const more = [
  { from: { path: '^src/' }, to: { path: '^src/version\\.ts$' } },
  { from: { path: entries }, to: { path: '^src/(?:elements|parts|data|i18n|api)/' } },
  { from: { path: '^src/(?:embed|cli)/' }, to: { path: entries } },
];

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle of imports, types included: take out what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  allowed: [...allowed, ...more],
  allowedSeverity: 'error',
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
    },
  },
};
