#!/usr/bin/env bash
# The centre of mass of a unit with an enclave (a hole) and of a coastal unit with an island, as a place for its label.
# The documentation of turf.centerOfMass says that it takes any Feature and uses the formula of the centroid of a polygon;
# by that formula a hole is taken off, and parts count by their area.
# @turf/center-of-mass 7.4.0 takes the corners of all rings of a polygon for one ring: a hole pulls the point off the
# axis of symmetry. Of a MultiPolygon it gives the centre of the convex hull, so the open sea counts as land: for a mainland of
# 100 km or so and an island of a hundredth of its area four degrees away, the point lies a degree out at sea. Nothing
# is said. Provinces with archipelagos get their name or figure in the water.
# d3-geo 3.1.2 (path centroid, plane) gives the expected points. Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @turf/center-of-mass@7.4.0 d3-geo@3.1.2
cat >run.mjs <<'JS'
import { centerOfMass } from '@turf/center-of-mass';
import { geoPath } from 'd3-geo';

/** A rectangle as a ring, counterclockwise. */
const ring = (x, y, width, height) => [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]];
const shapes = {
  'a plain square': [{ type: 'Polygon', coordinates: [ring(0, 0, 10, 10)] }, [5, 5], [5, 5]],
  'a square with a hole': [
    { type: 'Polygon', coordinates: [ring(0, 0, 10, 10), ring(6, 1, 3, 8).reverse()] },
    // (100 × 5 - 24 × 7.5) / 76; the figure is the same above and under the line y = 5.
    [320 / 76, 5],
    [4.193, 4.595],
  ],
  'a mainland and an island': [
    { type: 'MultiPolygon', coordinates: [[ring(108, 16, 1, 1)], [ring(112, 16, 0.1, 0.1)]] },
    // (1 × 108.5 + 0.01 × 112.05) / 1.01 and (1 × 16.5 + 0.01 × 16.05) / 1.01
    [109.6205 / 1.01, 16.6605 / 1.01],
    [109.526, 16.397],
  ],
};
const words = (place) => place.map((number) => number.toFixed(3)).join(', ');
let asBefore = true;
for (const [name, [geometry, expected, before]] of Object.entries(shapes)) {
  const turf = centerOfMass(geometry).geometry.coordinates;
  const d3 = geoPath().centroid(geometry);
  console.log(`${name.padEnd(26)} expected ${words(expected).padEnd(18)} turf ${words(turf).padEnd(18)} d3-geo ${words(d3)}`);
  if (words(turf) !== words(before) || words(d3) !== words(expected)) asBefore = false;
}
if (!asBefore) console.error('What these versions do has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "@turf/center-of-mass 7.4.0, d3-geo 3.1.2"
node run.mjs
