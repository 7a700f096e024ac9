/** Names of `Object.prototype` are keys like any other, and a wrong member takes no more with it than itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresSchemas, teamsSchemas } from '../../src/api/all-document-kinds.js';
import { readDocument } from '../../src/api/read-document.js';
import { figuresShape } from '../../src/api/document-shapes.js';
import type { Envelope } from '../../src/api/figures.js';
import { faultsOfDocument, type Finding } from '../../src/cli/check-document.js';
import { main as data } from '../../src/cli/data.js';
import { fromCkan } from '../../src/tables/table-adapter.js';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'];

/** Through JSON, because a literal's `__proto__` is no key. */
const documentWith = (key: string, more: object = {}): object =>
  JSON.parse(
    JSON.stringify({
      version: '1',
      area: 'vn',
      indicators: { KEY: { name: 'Số tổ', ...more } },
      sources: { KEY: { title: 'Nguồn' } },
      observations: [{ area: 'vn', indicator: key, value: 5, source: key }],
    }).replaceAll('"KEY"', JSON.stringify(key)),
  ) as object;

for (const key of NAMES) {
  test(`"${key}" is an indicator and a source, in the quick reading and by the schemas`, async () => {
    const quick = (await figuresShape.read(documentWith(key))).document;
    const whole = readDocument(figuresSchemas, documentWith(key)).document;
    for (const { indicators, sources } of [quick, whole] as Envelope[]) {
      assert.equal(indicators[key]?.name, 'Số tổ');
      assert.equal(sources[key]?.title, 'Nguồn');
    }
  });

  test(`a document without an indicator "${key}" has none`, () => {
    const { indicators, areas } = readDocument(figuresSchemas, documentWith('teams')).document;
    assert.equal(indicators[key], undefined);
    assert.equal(areas[key], undefined);
  });

  test(`tcns-check takes "${key}" for what it is`, () => {
    const findings: Finding[] = [];
    faultsOfDocument(documentWith(key), `${key}/vn@2025.json`, findings);
    assert.deepEqual(
      findings.filter(({ warning, path }) => !warning && path !== 'area'),
      [],
    );
  });

  test(`tcns-data has no command "${key}"`, async () => {
    const said: string[] = [];
    const desk = {
      print: (line: string) => said.push(line),
      report: () => undefined,
      now: () => 0,
      stdin: () => new Uint8Array(),
    };
    assert.equal(await data([key], desk), 2);
    assert.match(said.join(''), /không có lệnh/);
  });

  test(`a table's column "${key}" is not the object's own`, () => {
    const made = fromCkan(
      {
        success: true,
        result: {
          fields: [{ id: 'tinh' }, { id: key }, { id: 'so_to' }],
          records: [
            { tinh: 'Đà Nẵng', so_to: 5 },
            { tinh: 'Huế', so_to: 6 },
          ],
        },
      },
      'https://a.vn/api',
    ) as { observations: { value: number }[]; indicators: object };
    assert.deepEqual(
      made.observations.map(({ value }) => value),
      [5, 6],
    );
  });
}

for (const decimals of [21, 101, 2.5, -1, 1e9, '2', null]) {
  test(`decimals of ${JSON.stringify(decimals)} are left out, and the indicator stays`, () => {
    const { document, faults } = readDocument(figuresSchemas, documentWith('teams', { decimals }));
    assert.equal(document.indicators['teams']?.name, 'Số tổ');
    assert.equal(document.indicators['teams']?.decimals, undefined);
    assert.deepEqual(
      faults.map(({ path }) => path),
      ['indicators.teams.decimals'],
    );
  });
}

test('a count that JSON reads as Infinity is no number of people', () => {
  const raw = JSON.parse(
    '{"version":"1","area":"vn","teams":[{"id":"a","name":"Tổ 1","level":"hamlet","area":"vn","members":1e999},{"id":"b","name":"Tổ 2","level":"hamlet","area":"vn","members":5}]}',
  ) as object;
  const { document, faults } = readDocument(teamsSchemas, raw);
  assert.equal(document.teams.length, 1);
  assert.equal(faults.length, 1);
});

test('tcns-check reads a document of ten thousand levels', () => {
  const deep = JSON.parse(
    `{"version":"1","area":"vn","observations":[],"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  ) as object;
  const findings: Finding[] = [];
  faultsOfDocument(
    { ...deep, areas: deep, sources: { a: deep } },
    'observations/vn@2025.json',
    findings,
  );
  assert.ok(findings.length > 0);
});
