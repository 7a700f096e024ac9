/** The targets of the first picture, each a ratio within one run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { printTable } from './lib/numbers.mjs';

export const TARGET_JOBS = ['phone', 'chain', 'map', 'pages', 'ranking', 'trend', 'history'];

const WAYS = ['tag alone', 'with head lines'];
const cardLike = ['card', 'tracker', 'roster', 'English card'];
const most = (chain, ending) =>
  Math.max(
    ...Object.entries(chain)
      .filter(([name]) => name.endsWith(ending))
      .map(([, { row }]) => row),
  );

/** What is measured, from the results of the jobs, and the most that it may be. */
const TARGETS = [
  // The pages of the peers ask in their head for what they need, as ours do with head lines.
  ...WAYS.flatMap((way) => [
    [`map, ${way}, first picture to ECharts’ page`, (r) => ofPages(r, way, 'ECharts'), 0.6],
    [`the same, to Leaflet’s page`, (r) => ofPages(r, way, 'Leaflet'), 1],
    ...cardLike.map((name) => [
      `${name}, ${way}, first picture to the baseline`,
      ({ phone }) => phone[name][way].time / phone[name].baseline.time,
      0.72,
    ]),
  ]),
  [
    'longest task of a page with one widget',
    ({ phone }) => Math.max(...Object.values(phone).map((pages) => pages['tag alone'].longest)),
    50,
    ' ms',
  ],
  [
    'requests in a row after the HTML, most of all widgets',
    (r) => most(r.chain, 'tag alone'),
    2,
    '',
  ],
  ['the same, with head lines', (r) => most(r.chain, 'with head lines'), 1, ''],
  ['map, CPU of the first picture, to bare d3', ({ map }) => map.tcns.first / map.d3.first, 0.95],
  ['map, other figures, to the floor', ({ map }) => map.tcns.update / map.floor.update, 1.8],
  ['ranking of 3,321 areas, CPU, to one', (r) => grown(r.ranking, 3321), 5],
  ['ranking of 10,000 areas, CPU, to one', (r) => grown(r.ranking, 10_000), 13],
  ['trend of 10,000 points, CPU, to one', (r) => grown(r.trend, 10_000), 9],
  ['trend of 50,000 points, CPU, to one', (r) => grown(r.trend, 50_000), 40],
  ['card with a history of 10,000, CPU, to one', (r) => grown(r.history, 10_000), 6],
  [
    'roster in pages, first search, to the floor',
    ({ pages }) => pages.tcns.update / pages.floor.update,
    1.3,
  ],
  [
    '45,895 teams in pages, heap, to the baseline',
    ({ pages }) => pages.tcns.heap / pages.baseline.heap,
    0.6,
  ],
];

const ofPages = ({ phone }, way, peer) => phone.map[way].time / phone.map[peer].time;
const grown = ({ here }, size) => here[size] / here[1];

/** Prints the targets that the jobs of this run can tell. */
export function printTargets(results) {
  const rows = TARGETS.flatMap(([what, measured, target, unit = '×']) => {
    let value;
    try {
      value = measured(results);
    } catch {
      return []; // its job was not run, or there was no baseline
    }
    const said =
      value === Infinity ? 'over the limit' : `${value.toFixed(unit === '×' ? 2 : 0)}${unit}`;
    return [[what, said, `≤ ${target}${unit}`, value <= target ? 'yes' : 'no']];
  });
  if (rows.length > 0) printTable(['target', 'measured', 'wanted', 'reached'], rows);
}

/** The rows of README's table of first pictures, by their first cell. */
const README_ROWS = {
  'national map, to that of ECharts': (r, way) => ofPages(r, way, 'ECharts'),
  'national map, to that of Leaflet': (r, way) => ofPages(r, way, 'Leaflet'),
  ...Object.fromEntries(
    cardLike.map((name) => [
      `${name}, to its build of 22 November`,
      ({ phone }, way) => phone[name][way].time / phone[name].baseline.time,
    ]),
  ),
};

/** Writes the ratios of a whole run of `phone` with its baseline into README's table. */
export function writeRatios(results, file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [row, ratio] of Object.entries(README_ROWS)) {
    const at = lines.findIndex((line) => line.startsWith(`| ${row} `));
    if (at < 0) throw new Error(`${file} has no row "${row}"`);
    const cells = lines[at].split('|');
    WAYS.forEach((way, i) => {
      cells[i + 2] = ` ${ratio(results, way)
        .toFixed(2)
        .padStart(cells[i + 2].length - 2)} `;
    });
    lines[at] = cells.join('|');
  }
  writeFileSync(file, lines.join('\n'));
}
