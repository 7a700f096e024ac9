#!/usr/bin/env bash
# A Parquet file whose columns carry the logical types DECIMAL(9,1) and DATE and not the older "converted types" as well.
# The Parquet format (parquet.thrift) calls ConvertedType deprecated and replaced by LogicalType, and asks for it beside the
# other only for the sake of old readers; LogicalTypes.md defines a decimal as the unscaled integer with its scale.
# hyparquet 1.33.0 ("supports all parquet types") keeps the logical type in the metadata, but looks at the converted type
# alone where it turns values: the rate 98.5 comes as 985, the day 1 June 2024 as the number 19875. Nothing is said.
# hyparquet-writer 0.17.0 writes such files without a word when the schema gives the logical type only; parquet-wasm 0.8.0
# (arrow-rs) reads a decimal with its scale and a date from the same bytes. So a percentage is ten times too high on a page
# and right in the analyst's notebook.
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  hyparquet@1.33.0 hyparquet-writer@0.17.0 parquet-wasm@0.8.0 apache-arrow@21.2.0
cat >run.mjs <<'JS'
import { createRequire } from 'node:module';
import { tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

const { readParquet } = createRequire(import.meta.url)('parquet-wasm/node');

/** The rate -0,5 %/98,5 % and two days, with or without the older types. */
function file(withConverted) {
  const column = (name, logical, converted, more) => ({
    name,
    type: 'INT32',
    repetition_type: 'REQUIRED',
    logical_type: logical,
    ...(withConverted && { converted_type: converted }),
    ...more,
  });
  const decimal = { scale: 1, precision: 9 };
  const [rates, days] = withConverted
    ? [[98.5, -0.5], [new Date('2024-06-01'), new Date('2024-06-02')]]
    : [[985, -5], [19875, 19876]];
  return parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: 2 },
      column('rate', { type: 'DECIMAL', ...decimal }, 'DECIMAL', decimal),
      column('day', { type: 'DATE' }, 'DATE'),
    ],
    columnData: [{ name: 'rate', data: rates }, { name: 'day', data: days }],
  });
}
const day = (value) => new Date(value).toISOString().slice(0, 10);
const expected = '98.5 on 2024-06-01, -0.5 on 2024-06-02';

async function withHyparquet(bytes) {
  const rows = await parquetReadObjects({ file: bytes });
  return rows.map((row) => `${row.rate} on ${row.day instanceof Date ? day(row.day) : row.day}`).join(', ');
}
function withArrow(bytes) {
  const table = tableFromIPC(readParquet(new Uint8Array(bytes)).intoIPCStream());
  const { scale } = table.schema.fields[0].type;
  const rates = [...table.getChild('rate')].map((words) => Number(BigInt.asIntN(64, BigInt(words[0]) | (BigInt(words[1]) << 32n))) / 10 ** scale);
  return rates.map((rate, i) => `${rate} on ${day(table.getChild('day').get(i))}`).join(', ');
}
const seen = {
  'both types, hyparquet': await withHyparquet(file(true)),
  'logical type, parquet-wasm': withArrow(file(false)),
  'logical type, hyparquet': await withHyparquet(file(false)),
};
console.log(`${'expected'.padEnd(28)}${expected}`);
for (const [name, text] of Object.entries(seen)) console.log(`${name.padEnd(28)}${text}`);
const [both, wasm, own] = Object.values(seen);
const asBefore = both === expected && wasm === expected && own === '985 on 19875, -5 on 19876';
if (!asBefore) console.error('What these versions do has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "hyparquet 1.33.0, hyparquet-writer 0.17.0, parquet-wasm 0.8.0"
node run.mjs
