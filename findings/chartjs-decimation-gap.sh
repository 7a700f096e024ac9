#!/usr/bin/env bash
# A long line with a time without figures in it, thinned by the decimation plugin of chart.js.
# The documentation of line charts (spanGaps, false unless set) says that a point without a value makes a break in the
# line; the page on decimation does not take that back.
# chart.js 4.6.1 with algorithm "lttb": 400 of 2000 points have no value (NaN, as a missing number is in arithmetic). None
# of the 100 points that are kept is one of them, so the line is drawn straight across the months without figures, and
# 20 of the 100 are the first point after the gap, over and over. A short gap of null between values of both signs is
# lost with "lttb" and with "min-max", because null is compared as 0.
# "Missing is not zero and not a straight line": a portal would show figures that nobody reported.
# Exits 0 while that is so. Our charts do not use this plugin.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact chart.js@4.6.1
cat >run.mjs <<'JS'
import { Chart, Decimation, LinearScale, LineController, LineElement, PointElement } from 'chart.js';

Chart.register(Decimation, LinearScale, LineController, LineElement, PointElement);

/** A canvas that draws nothing: text is 6 wide a letter. */
function canvas() {
  const methods = { measureText: (text) => ({ width: String(text).length * 6 }) };
  const element = { width: 400, height: 200, style: {} };
  const context = new Proxy({ canvas: element }, {
    get: (own, name) => own[name] ?? methods[name] ?? (() => undefined),
    set: (own, name, value) => ((own[name] = value), true),
  });
  return Object.assign(element, { getContext: () => context });
}

/** The points that are kept of 2000 whose values from..to are missing. */
function kept(algorithm, missing, valueAt, from, to) {
  const data = Array.from({ length: 2000 }, (_, x) => ({ x, y: x >= from && x < to ? missing : valueAt(x) }));
  const chart = new Chart(canvas(), {
    type: 'line',
    data: { datasets: [{ data, spanGaps: false }] },
    options: {
      parsing: false,
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      scales: { x: { type: 'linear' }, y: { type: 'linear' } },
      plugins: { decimation: { enabled: true, algorithm, samples: 100, threshold: 200 } },
    },
  });
  const points = [...chart.data.datasets[0].data];
  chart.destroy();
  return {
    all: points.length,
    missing: points.filter(({ x }) => x >= from && x < to).length,
    twice: points.length - new Set(points.map(({ x }) => x)).size,
  };
}
const wave = (x) => 100 + Math.sin(x / 10);
const change = (x) => 5 * Math.sin(x / 3);
const cases = [
  // algorithm, what stands for a missing value, values, from, to, the missing points and the repeated ones
  ['min-max', NaN, wave, 800, 1200, 160, 0],
  ['lttb', NaN, wave, 800, 1200, 0, 20],
  ['lttb', null, change, 800, 830, 0, 0],
  ['min-max', null, change, 801, 804, 0, 0],
];
console.log('expected: at least one missing point of a gap is kept, so that the line breaks; no point twice');
let asBefore = true;
for (const [algorithm, missing, valueAt, from, to, before, beforeTwice] of cases) {
  const seen = kept(algorithm, missing, valueAt, from, to);
  console.log(
    `${algorithm.padEnd(8)} ${String(missing).padEnd(5)} ${to - from} of 2000 missing: ` +
      `${seen.all} kept, ${seen.missing} of them missing, ${seen.twice} repeated`,
  );
  if (seen.missing !== before || seen.twice !== beforeTwice) asBefore = false;
}
if (!asBefore) console.error('What this version does has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "chart.js 4.6.1"
node run.mjs
