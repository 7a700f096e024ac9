#!/usr/bin/env bash
# Units that carry altitudes (PolygonZ of QGIS, KML): two neighbours whose common corners have different altitudes.
# topojson-server 3.0.1 joins borders by longitude and latitude alone and keeps one of the two altitudes; RFC 7946 lets
# a position have an altitude, and the README of topojson-client says that merge gives the union of the polygons.
# topojson-client 3.1.0 joins the ends of arcs by all numbers of a position, so the altitudes that are left keep the ends
# apart: merge gives a MultiPolygon of two open lines (a "ring" and a "hole") instead of one closed ring, and nothing is
# said. A map of a province joined from such communes shows no area or a wrong one; the area here is 0 instead of 2.
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact topojson-server@3.0.1 topojson-client@3.1.0
cat >run.mjs <<'JS'
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';

/** A unit square whose west side is at x, all corners at one altitude. */
const square = (x, altitude) => ({
  type: 'Polygon',
  coordinates: [[[x, 0], [x, 1], [x + 1, 1], [x + 1, 0], [x, 0]].map((corner) => [...corner, altitude])],
});

/** Rings, closed rings, and the area by the shoelace rule: the first ring of a polygon counts, the others are holes. */
function measure({ coordinates }) {
  const rings = coordinates.flat();
  const size = (ring) =>
    Math.abs(ring.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length];
      return sum + x * nextY - nextX * y;
    }, 0)) / 2;
  return {
    rings: rings.length,
    closed: rings.filter((ring) => ring[0][0] === ring.at(-1)[0] && ring[0][1] === ring.at(-1)[1]).length,
    area: coordinates.reduce((sum, [outer, ...holes]) => sum + size(outer) - holes.reduce((s, h) => s + size(h), 0), 0),
  };
}

function joined(west, east) {
  const made = topology({ west: square(0, west), east: square(1, east) });
  return measure(merge(made, [made.objects.west, made.objects.east]));
}
const words = ({ rings, closed, area }) => `${rings} ring(s), ${closed} closed, area ${area}`;
const same = joined(5, 5);
const different = joined(5, 9);
console.log('expected:              1 ring(s), 1 closed, area 2');
console.log(`the same altitude:     ${words(same)}`);
console.log(`different altitudes:   ${words(different)}`);
const asBefore = words(same) === '1 ring(s), 1 closed, area 2' && words(different) === '2 ring(s), 0 closed, area 0';
if (!asBefore) console.error('What these versions do has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "topojson-server 3.0.1, topojson-client 3.1.0"
node run.mjs
