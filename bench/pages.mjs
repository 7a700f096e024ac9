/** The whole pages of the job `phone`: an article of a newspaper with one picture in it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled, missingFor } from './lib/bundle.mjs';
import { borders } from './jobs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const peers = fileURLToPath(new URL('peers/map/', import.meta.url));

/** What is served beside the builds. */
export const API = {
  '/api/': join(root, 'demo/api/sample/v1'),
  '/office/': join(root, 'demo/api/v1'),
};

/** By its part, because a prerendered page has letters for classes; the build of 22 November had the class alone. */
const MAP = 'svg.map, svg[part~="map"]';

/**
 * A widget's tag without its end, and what is in its shadow root once its picture is there; also the
 * API where it is not the usual one, and the widget to look at where it is one inside.
 */
const WIDGETS = {
  map: ['<tcns-coverage-map area="vn@2008" indicator="coverage.hamlet">', MAP],
  card: ['<tcns-kpi-card area="44@2025" indicator="teams">', '[part~="value"]'],
  tracker: ['<tcns-campaign-tracker campaign="mau-92-ngay">', '[part~="goals"]'],
  roster: ['<tcns-team-roster area="48@2008">', '[data-row]'],
  'map of 2025': ['<tcns-coverage-map area="vn@2025" indicator="coverage.hamlet">', MAP],
  ranking: ['<tcns-ranking area="vn@2025" indicator="teams">', '[part~="rows"] li'],
  trend: [
    '<tcns-trend area="48@2008" indicator="members">',
    '[part~="chart"], [part~="summary"], .said',
    '/office',
  ],
  figure: ['<tcns-stat area="44@2025" indicator="teams">', '[part~="value"]'],
  dashboard: [
    '<tcns-dashboard area="vn@2025"><tcns-coverage-map indicator="coverage.hamlet"></tcns-coverage-map><tcns-kpi-card indicator="teams"></tcns-kpi-card>',
    MAP,
    '/api',
    'coverage-map',
  ],
  guide: ['<tcns-service-guide area="48@2008">', '[part~="service"]', '/office'],
};

const TEXT = `<p>Số liệu trên trang này là minh họa. Tổ công nghệ số cộng đồng giúp người dân dùng dịch vụ công
trực tuyến, thanh toán không tiền mặt và các nền tảng số.</p>`;

const page = (head, picture, language = 'vi') => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bench</title><link rel="icon" href="data:,">
<style>body{margin:0 8px;font:16px/1.5 sans-serif}#at{min-height:640px}</style>
${head}
</head><body><h1>Bench</h1>${TEXT}
${picture}
${TEXT}${TEXT}</body></html>
`;

/** A page with a widget, as docs/embedding.md has it. */
export function widgetPage(name, { language = 'vi', build = '/cdn/', head = [] } = {}) {
  const [tag, drawn, api = '/api', inner] = WIDGETS[name];
  const element = tag.match(/[\w-]+/)[0];
  const shown = inner ? `tcns-${inner}` : element;
  return {
    html: page(
      [...head, `<script src="${build}tcns.js" data-api="${api}"></script>`].join('\n'),
      `${tag}</${element}>`,
      language,
    ),
    drawn: `document.querySelector('${shown}')?.shadowRoot?.querySelector('${drawn}')`,
  };
}

export const WIDGET_NAMES = Object.keys(WIDGETS);

/** Lines for a page's head that ask at once for what its picture was seen to wait for. */
export const headLines = (paths) =>
  paths
    .filter((path) => !/\/tcns\.js$|\.html$/.test(path))
    .map((path) =>
      path.endsWith('.js')
        ? `<link rel="modulepreload" href="${path}">`
        : `<link rel="preload" as="fetch" crossorigin href="${path}">`,
    );

/** The page with its figures in it: what `tcns-prerender` makes of it. */
export function prerendered({ html, drawn }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'page.html');
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    writeFileSync(file, html);
    execFileSync(
      process.execPath,
      [join(root, bin['tcns-prerender']), file, '--from', API['/api/']],
      { cwd: root, stdio: 'pipe' },
    );
    return { html: readFileSync(file, 'utf8'), drawn };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const DOCUMENT = '/api/observations/vn@2008.json';

/** How the pages of the peers are called, and what each has its borders in. */
const PEERS = {
  'hand-written': ['floor', '/borders/paths.json'],
  Lit: ['lit', '/borders/paths.json'],
  'bare d3': ['d3', '/borders/geo.json'],
  Leaflet: ['leaflet', '/borders/geo.json'],
  'bare d3, our corners': ['d3', '/borders/ownGeo.json'],
  'Leaflet, our corners': ['leaflet', '/borders/ownGeo.json'],
  ECharts: ['echarts', '/borders/geo.json'],
  Highcharts: ['highcharts', '/borders/geo.json'],
};

/** The packages of the peers that are not installed. */
export const missingPeers = () => [
  ...new Set(Object.values(PEERS).flatMap(([file]) => missingFor(join(peers, `${file}.js`)))),
];

/** The same map by others: one script with the library in it, and both documents asked for in the head. */
export const peerPages = () =>
  Object.entries(PEERS).map(([name, [file, borders]]) => ({
    name,
    drawn: 'window.isDrawn',
    html: page(
      `${headLines([DOCUMENT, borders]).join('\n')}
<script type="module" src="${scriptFor(file, borders)}"></script>`,
      '<div id="at"></div>',
    ),
    files: [
      [scriptFor(file, borders), () => bundled(join(peers, `${file}.js`), entryOf(file, borders))],
    ],
  }));

const scriptFor = (file, borders) => `/peers/${file}-${borders.replace(/.*\/|\.json/g, '')}.js`;

const entryOf = (file, borders) => `
import { mount } from './${file}.js';
const read = async (address) => (await fetch(address)).json();
const [figures, borders] = await Promise.all([read('${DOCUMENT}'), read('${borders}')]);
const observations = figures.observations.filter((o) => o.indicator === 'coverage.hamlet');
await mount(document.querySelector('#at'), { document: { ...figures, observations }, ...borders });
window.isDrawn = true;
look();
`;

/** The borders by path. */
export const borderFiles = () => {
  const file = async (name) => {
    const { [name]: some } = await borders();
    return JSON.stringify(name === 'paths' ? some : { geo: some });
  };
  return ['paths', 'geo', 'ownGeo'].map((name) => [`/borders/${name}.json`, () => file(name)]);
};
