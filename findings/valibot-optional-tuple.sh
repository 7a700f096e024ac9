#!/usr/bin/env bash
# A range whose end may be left out ([5] for "5 or more"), as a valibot tuple, and the JSON Schema made of it for partners.
# valibot's guide to optional(): a value that is optional may be missing, and v.tuple takes ["a"] where the second entry is
# optional. JSON Schema 2020-12 (minItems, prefixItems): prefixItems asks for no length, minItems does.
# @valibot/to-json-schema 1.8.0 writes minItems as the number of all entries, optional or not. So the published schema
# refuses documents that the program takes: ajv says "must NOT have fewer than 2 items". No warning comes, though errorMode
# "throw" is the way of this package where a schema cannot be said. (With a default it is the same.)
# Exits 0 while that is so. Our documents write the open end of a range as null, which both sides take.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  valibot@1.5.0 @valibot/to-json-schema@1.8.0 ajv@8.20.0
cat >run.mjs <<'JS'
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { is, number, optional, string, strictTuple, tuple, tupleWithRest } from 'valibot';

const schemas = {
  'tuple, optional end': [tuple([number(), optional(number())]), [5]],
  'strict tuple, default': [strictTuple([number(), optional(number(), 10)]), [5]],
  'tuple with rest': [tupleWithRest([number(), optional(string())], number()), [5]],
  'all entries there': [tuple([number(), optional(number())]), [5, 10]],
};
let asBefore = true;
console.log('expected: the JSON Schema takes what valibot takes');
for (const [name, [schema, value]] of Object.entries(schemas)) {
  const json = toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'throw' });
  const own = is(schema, value);
  const partner = new Ajv2020({ strict: false }).compile(json)(value);
  console.log(
    `${name.padEnd(22)} ${JSON.stringify(value).padEnd(7)} valibot ${own ? 'takes' : 'refuses'} it, ` +
      `its JSON Schema (minItems ${json.minItems}) ${partner ? 'takes' : 'refuses'} it`,
  );
  if (!own || partner !== (value.length === 2)) asBefore = false;
}
if (!asBefore) console.error('What these versions do has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "@valibot/to-json-schema 1.8.0, valibot 1.5.0, ajv 8.20.0"
node run.mjs
