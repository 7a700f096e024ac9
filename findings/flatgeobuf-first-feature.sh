#!/usr/bin/env bash
# Units of a province written as FlatGeobuf and read again, by the package's own GeoJSON functions.
# GeoJSON (RFC 7946, 3.2) lets each feature have its own properties, and a property may be null. FlatGeobuf's
# specification has a table of columns with types, nullable by default.
# flatgeobuf 4.5.0 (geojson.serialize) makes the columns of the FIRST feature alone: a property that the first feature
# lacks is lost in all others; a property that is null in the first becomes text (98.5 comes back as "98.5"); a number in a
# column that began with true comes back as true. Nothing is said. "Missing" in the first row is common in
# figures (a commune without a number yet), so the figures of all the others go or become text that sorts as words.
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact flatgeobuf@4.5.0
cat >run.mjs <<'JS'
import { geojson } from 'flatgeobuf';

/** The properties of point features after a way there and back. */
async function back(...properties) {
  const features = properties.map((values, i) => ({
    type: 'Feature',
    properties: values,
    geometry: { type: 'Point', coordinates: [105 + i, 21] },
  }));
  const bytes = geojson.serialize({ type: 'FeatureCollection', features });
  const read = [];
  // A list or a stream, as the version gives it.
  const given = await geojson.deserialize(bytes);
  for await (const feature of given.features ?? given) read.push(feature);
  read.sort((a, b) => a.geometry.coordinates[0] - b.geometry.coordinates[0]);
  return JSON.stringify(read.map((feature) => feature.properties));
}
const cases = [
  ['absent in the first', [{ name: 'A' }, { name: 'B', rate: 98.5 }], '[{"name":"A"},{"name":"B"}]'],
  ['null in the first', [{ rate: null }, { rate: 98.5 }], '[{},{"rate":"98.5"}]'],
  ['true in the first', [{ teams: true }, { teams: 5 }], '[{"teams":true},{"teams":true}]'],
  ['the other way round', [{ rate: 98.5 }, { rate: null }], '[{"rate":98.5},{}]'],
];
let asBefore = true;
for (const [name, given, before] of cases) {
  const seen = await back(...given);
  console.log(`${name}:\n  written ${JSON.stringify(given)}\n  read    ${seen}`);
  if (seen !== before) asBefore = false;
}
if (!asBefore) console.error('What this version does has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "flatgeobuf 4.5.0"
node run.mjs
