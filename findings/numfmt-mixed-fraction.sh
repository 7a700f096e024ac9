#!/usr/bin/env bash
# A cell under a fraction format, "# ?/?" or "# ??/??" (formats 12 and 13 that every workbook knows; ECMA-376 Part 1,
# 18.8.30), as text. The README of numfmt says that it does its best to write what Excel shows.
# numfmt 3.2.6 (and 4.0.1) rounds the whole part of a mixed fraction to one decimal before it cuts it, but takes the
# fraction of the number itself: from ,95 on the whole part is one too high, and the fraction stands beside it all the
# same. 0.95 is written as "1 19/20", which is 1.95; 99.95 as "100 19/20"; 0.98 under "# ?/?" as "1 1/1". Under ,95 all is well. A
# share of nearly all is shown as nearly twice as much.
# SheetJS 0.18.5 writes " 19/20". Exits 0 while that is so.
# Our reader of workbooks takes the extra whole off again: src/desk/shown-cells.ts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  numfmt@3.2.6 numfmt4@npm:numfmt@4.0.1 xlsx@0.18.5
cat >run.mjs <<'JS'
import { format } from 'numfmt';
import { format as format4 } from 'numfmt4';
import xlsx from 'xlsx';

const cases = [
  ['# ??/??', 0.94, 0.94],
  ['# ??/??', 0.95, 1.95],
  ['# ??/??', 99.95, 100.95],
  ['# ?/?', 0.98, 2],
  ['# ?/8', 2.97, 4],
];
/** What a mixed fraction says: "1 19/20" is 1.95. */
function said(text) {
  const [, whole = '0', over = '0', under = '1'] = /^(?:(\d+)(?:\s+|$))?(?:(\d+)\s*\/\s*(\d+))?$/.exec(text.trim()) ?? [];
  return Number(whole) + Number(over) / Number(under);
}
let asBefore = true;
for (const [pattern, value, before] of cases) {
  const texts = [format, format4].map((write) => write(pattern, value).trim());
  const other = xlsx.SSF.format(pattern, value).trim();
  console.log(
    `${pattern.padEnd(8)} ${String(value).padEnd(6)} expected "${other}"`.padEnd(38) +
      `numfmt "${texts[0]}" (${said(texts[0]).toFixed(2)}), 4.0.1 "${texts[1]}"`,
  );
  if (texts.some((text) => Math.abs(said(text) - before) > 0.01) || Math.abs(said(other) - value) > 0.07) asBefore = false;
}
if (!asBefore) console.error('What these versions do has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "numfmt 3.2.6 and 4.0.1, xlsx 0.18.5"
node run.mjs
