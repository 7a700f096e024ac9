#!/usr/bin/env bash
# Figures of communes joined to the figure of their province by mapshaper, where one commune has none yet.
# The command reference of mapshaper lists mean(), median() and min() as functions on the values of a field, for -dissolve,
# -join and -calc; an empty cell of a CSV file and null in JSON are read as null, no value. In databases and statistics
# (SQL's AVG, MIN and MEDIAN) such values are left out.
# mapshaper 0.7.70 counts null as 0 in mean() and median(): the mean of 98.5 and "not yet known" is 49.25; min() of the
# same two is null; max() is 98.5. Where the field is missing altogether, mean() and min() leave the row out, but median()
# is null. So the same table gives other results with a null and without. Nothing is said.
# "Missing is not zero": a province of two communes, one at 98.5 % and one that has not reported, is shown at half.
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --omit=optional --save-exact mapshaper@0.7.70
cat >run.mjs <<'JS'
import mapshaper from 'mapshaper';

const calc = 'calc="avg = mean(rate), mid = median(rate), least = min(rate), most = max(rate)"';
async function joined(name, text) {
  const files = await mapshaper.applyCommands(`-i ${name} -dissolve province ${calc} -o out.json format=json -quiet`, { [name]: text });
  const [{ avg, mid, least, most }] = JSON.parse(String(files['out.json']));
  return `mean ${avg}, median ${mid}, min ${least}, max ${most}`;
}
const rows = (second) => JSON.stringify([{ province: 'A', rate: 98.5 }, { province: 'A', ...second }]);
const seen = {
  'CSV, an empty cell': await joined('in.csv', 'province,rate\nA,98.5\nA,\n'),
  'JSON, null': await joined('in.json', rows({ rate: null })),
  'JSON, no such field': await joined('in.json', rows({})),
};
const expected = 'mean 98.5, median 98.5, min 98.5, max 98.5';
console.log(`${'expected'.padEnd(22)}${expected}`);
for (const [name, text] of Object.entries(seen)) console.log(`${name.padEnd(22)}${text}`);
const half = 'mean 49.25, median 49.25, min null, max 98.5';
const asBefore = Object.values(seen).join('; ') === [half, half, 'mean 98.5, median null, min 98.5, max 98.5'].join('; ');
if (!asBefore) console.error('What this version does has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "mapshaper 0.7.70"
node run.mjs
