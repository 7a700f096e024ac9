#!/bin/sh
# A shapefile that was edited in place: GDAL and QGIS write a shape that has grown behind the last record, and the
# index (.shx) and the record's own number say where it is; its old place stays until the file is repacked.
# shapefile 0.6.6 and shpjs 6.2.0 read the .shp from its beginning: row 1 gets the shape of before the edit, and the
# new one comes as a third feature without attributes. Nothing is said. (mapshaper 0.7.70 and GDAL go by the index.)
# Exits 0 while that is so. Our reader goes by the index: src/borders/read-shapefile.ts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts shapefile@0.6.6 shpjs@6.2.0
cat >make.mjs <<'JS'
import { writeFileSync } from 'node:fs';

/** A record with a square; a number, the west side and the width. */
function record(number, west, width) {
  const ring = [[west, 0], [west, width], [west + width, width], [west + width, 0], [west, 0]];
  const bytes = Buffer.alloc(8 + 48 + ring.length * 16);
  bytes.writeInt32BE(number, 0);
  bytes.writeInt32BE((bytes.length - 8) / 2, 4);
  bytes.writeInt32LE(5, 8);
  [west, 0, west + width, width].forEach((value, i) => bytes.writeDoubleLE(value, 12 + i * 8));
  bytes.writeInt32LE(1, 44);
  bytes.writeInt32LE(ring.length, 48);
  ring.flat().forEach((value, i) => bytes.writeDoubleLE(value, 56 + i * 8));
  return bytes;
}
function header(length) {
  const bytes = Buffer.alloc(100);
  bytes.writeInt32BE(9994, 0);
  bytes.writeInt32BE(length / 2, 24);
  bytes.writeInt32LE(1000, 28);
  bytes.writeInt32LE(5, 32);
  [10, 0, 31, 2].forEach((value, i) => bytes.writeDoubleLE(value, 36 + i * 8));
  return bytes;
}
const [old, second, edited] = [record(1, 10, 1), record(2, 30, 1), record(1, 10, 2)];
const size = old.length;
writeFileSync('x.shp', Buffer.concat([header(100 + size * 3), old, second, edited]));
const index = Buffer.alloc(16);
[100 + size * 2, size - 8, 100 + size, size - 8].forEach((value, i) => index.writeInt32BE(value / 2, i * 4));
writeFileSync('x.shx', Buffer.concat([header(116), index]));
const table = Buffer.alloc(65 + 12 + 1, 0x20);
table.fill(0, 0, 65);
[3, 126, 11, 29].forEach((value, i) => (table[i] = value));
table.writeUInt32LE(2, 4);
table.writeUInt16LE(65, 8);
table.writeUInt16LE(6, 10);
table.write('NAME', 32);
table[43] = 'C'.charCodeAt(0);
table[48] = 5;
table[64] = 0x0d;
table.write(' one   two  ', 65);
table[77] = 0x1a;
writeFileSync('x.dbf', table);
JS
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { read } from 'shapefile';
import shp from 'shpjs';

const words = ({ features }) =>
  features
    .map(({ properties, geometry }) => {
      const xs = geometry.coordinates[0].map(([x]) => x);
      return `${properties?.NAME ?? '?'} ${Math.max(...xs) - Math.min(...xs)} wide`;
    })
    .join(', ');
const seen = { shapefile: words(await read('x.shp', 'x.dbf')) };
try {
  seen.shpjs = words(await shp({ shp: readFileSync('x.shp'), dbf: readFileSync('x.dbf'), shx: readFileSync('x.shx') }));
} catch (error) {
  seen.shpjs = `error: ${error.message}`;
}
const expected = 'one 2 wide, two 1 wide';
console.log(`expected:         ${expected}`);
for (const [name, text] of Object.entries(seen)) console.log(`${name.padEnd(17)} ${text}`);
const same = ['shapefile', 'shpjs'].every((name) => /^one 1 wide/.test(seen[name]));
process.exitCode = same ? 0 : 1;
JS
node make.mjs
echo "shapefile 0.6.6, shpjs 6.2.0"
node read.mjs
