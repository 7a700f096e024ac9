import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../support/property.js';
import { DataError } from '../../src/api/errors.js';
import { readDocument } from '../../src/api/read-document.js';
import {
  areasSchemas,
  campaignSchemas,
  figuresSchemas,
  servicesSchemas,
  schemasOf,
  teamsSchemas,
} from '../../src/api/all-document-kinds.js';
import { forms } from '../support/fixtures/observations.js';

const figure = { area: 'vn', indicator: 'teams', at: '2022-08', value: 45895 };
const documentWith = (members: object = {}) => ({
  version: '1',
  area: 'vn',
  observations: [figure],
  ...members,
});
const refusal = (read: () => unknown): DataError => {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof DataError, String(error));
    return error;
  }
  return assert.fail('it was not refused');
};

describe('a document that is right', () => {
  for (const [name, make] of Object.entries(forms))
    test(`every form of a figure is read whole: ${name}`, () => {
      const { document, faults } = readDocument(figuresSchemas, make());
      assert.deepEqual(faults, []);
      assert.deepEqual(document.observations, make().observations);
    });

  test('records and lists that are left out are there and empty', () => {
    const { document } = readDocument(figuresSchemas, documentWith());
    for (const record of [document.areas, document.indicators, document.sources])
      assert.deepEqual({ ...record }, {});
    const teams = readDocument(teamsSchemas, { version: '1', area: 'vn', teams: [] });
    assert.deepEqual([teams.document.observations, teams.document.structure], [[], []]);
  });

  test('members that version 1 does not know are ignored', () => {
    const { document, faults } = readDocument(
      figuresSchemas,
      documentWith({ version: '1.4', mood: 'good', observations: [{ ...figure, colour: 'red' }] }),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(document.observations, [figure]);
  });

  test('an unknown kind of area is kept as text', () => {
    const areas = { '1@2025': { name: 'X', kind: 'đặc khu kinh tế' } };
    assert.deepEqual(
      { ...readDocument(figuresSchemas, documentWith({ areas })).document.areas },
      areas,
    );
  });

  test('an empty list is a document without figures, not a wrong one', () => {
    assert.deepEqual(readDocument(figuresSchemas, documentWith({ observations: [] })).faults, []);
  });

  test('the same JSON is read once, whoever asks', () => {
    const raw = documentWith();
    assert.equal(readDocument(figuresSchemas, raw), readDocument(figuresSchemas, raw));
    assert.notEqual(
      readDocument(figuresSchemas, raw),
      readDocument(figuresSchemas, documentWith()),
    );
  });

  test('what was handed in is left as it is', () => {
    const raw = documentWith({ areas: { vn: { name: 3 } }, observations: [figure, { area: 1 }] });
    const before = structuredClone(raw);
    readDocument(figuresSchemas, raw);
    assert.deepEqual(raw, before);
  });
});

describe('a wrong item', () => {
  test('is left out with its path and the reason, and the rest is read', () => {
    const observations = [
      figure,
      { ...figure, at: '2022-06', value: 27200 },
      { ...figure, at: 'tháng 3' },
      { ...figure, value: '15.000' },
      'x',
    ];
    const { document, faults } = readDocument(figuresSchemas, documentWith({ observations }));
    assert.deepEqual(document.observations, observations.slice(0, 2));
    assert.deepEqual(
      faults.map(({ path, reason }) => `${path}: ${reason}`),
      [
        'observations[2].at: an ISO 8601 date such as "2023-09" or "2023-01/2023-06", not "tháng 3"',
        'observations[3].value: a number or null, not "15.000"',
        'observations[4]: an object, not "x"',
      ],
    );
  });

  test('of the areas, indicators or sources is left out by its key', () => {
    const { document, faults } = readDocument(
      figuresSchemas,
      documentWith({
        areas: { vn: { name: 'Cả nước' }, '45@2008': { name: 'Quảng Trị', kind: 3 } },
        indicators: { teams: { name: 'Số tổ', better: 'up' } },
        sources: { a: null },
      }),
    );
    assert.deepEqual({ ...document.areas }, { vn: { name: 'Cả nước' } });
    for (const record of [document.indicators, document.sources])
      assert.deepEqual({ ...record }, {});
    assert.deepEqual(
      faults.map(({ path, reason }) => `${path}: ${reason}`),
      [
        'areas["45@2008"].kind: a text, not 3',
        'indicators.teams.better: "higher" or "lower", not "up"',
        'sources.a: an object, not null',
      ],
    );
  });

  test('among the people of a team leaves the team and the other people', () => {
    const people = [{ role: 'leader' }, { role: 'boss' }, { role: 'member', count: 4 }];
    const team = { id: '1', name: 'Tổ 1', level: 'hamlet', area: '1@2008', people };
    const { document, faults } = readDocument(teamsSchemas, {
      version: '1',
      area: 'vn',
      teams: [team],
    });
    assert.deepEqual(document.teams[0]?.people, [people[0], people[2]]);
    assert.equal(faults[0]?.path, 'teams[0].people[1].role');
  });
});

describe('a document that is refused', () => {
  const REFUSED: [what: string, raw: unknown, kind: string, path: string, reason: RegExp][] = [
    ['null', null, 'shape', '', /^a document object is expected$/],
    ['a list', [figure], 'shape', '', /^a document object is expected$/],
    ['a text', 'x', 'shape', '', /^a document object is expected$/],
    ['an empty object', {}, 'shape', 'area', /^missing: an area id/],
    ['without a version', { area: 'vn', observations: [] }, 'shape', 'version', /^missing: /],
    ['with a number as its version', documentWith({ version: 1 }), 'shape', 'version', /not 1$/],
    [
      'of version 2',
      documentWith({ version: '2' }),
      'version',
      'version',
      /^version "2" is not supported, only "1"$/,
    ],
    ['of version 2.1', documentWith({ version: '2.1' }), 'version', 'version', /"2\.1"/],
    ['of version 10', documentWith({ version: '10' }), 'version', 'version', /"10"/],
    ['without its area', { version: '1', observations: [figure] }, 'shape', 'area', /^missing: /],
    ['with a bare area', documentWith({ area: '44' }), 'shape', 'area', /not "44"$/],
    ['without its list', { version: '1', area: 'vn' }, 'shape', 'observations', /^missing\b/],
    [
      'with no list as its list',
      documentWith({ observations: {} }),
      'shape',
      'observations',
      /^a list, not/,
    ],
    [
      'with a text as its areas',
      documentWith({ areas: 'x' }),
      'shape',
      'areas',
      /^an object of areas/,
    ],
    [
      'with a wrong date',
      documentWith({ updated: 'hôm qua' }),
      'shape',
      'updated',
      /not "hôm qua"$/,
    ],
    [
      'of which no item is left',
      documentWith({
        observations: [
          { ...figure, value: '1' },
          { ...figure, value: '2' },
        ],
      }),
      'shape',
      'observations[0].value',
      /^no item of "observations" is left; a number or null, not "1"$/,
    ],
  ];
  for (const [what, raw, kind, path, reason] of REFUSED)
    test(what, () => {
      const error = refusal(() => readDocument(figuresSchemas, raw, 'https://a.test/x.json'));
      assert.equal(error.kind, kind);
      assert.equal(error.path, path);
      assert.match(error.reason, reason);
      assert.equal(error.url, 'https://a.test/x.json');
    });

  test('is refused again when it is asked for again', () => {
    const raw = documentWith({ version: '2' });
    refusal(() => readDocument(figuresSchemas, raw));
    refusal(() => readDocument(figuresSchemas, raw));
  });

  test('teams of which none is left are refused, though there are totals', () => {
    const raw = { ...documentWith(), teams: [{ id: '1' }] };
    assert.equal(refusal(() => readDocument(teamsSchemas, raw)).path, 'teams[0].name');
  });
});

test('one document is read in the shape that each widget needs', () => {
  const raw = { ...documentWith(), teams: [] };
  assert.equal('teams' in readDocument(figuresSchemas, raw).document, false);
  assert.deepEqual(readDocument(teamsSchemas, raw).document.teams, []);
});

test('a document is told by its list', () => {
  const SHAPES: [raw: object, shape: unknown][] = [
    [{ teams: [], observations: [] }, teamsSchemas],
    [{ goals: [], observations: [] }, campaignSchemas],
    [{ services: [], observations: [] }, servicesSchemas],
    [{ edition: '2025', areas: {} }, areasSchemas],
    [{ observations: [] }, figuresSchemas],
    [{}, figuresSchemas],
  ];
  for (const [raw, shape] of SHAPES) assert.equal(schemasOf(raw), shape);
});

test('whatever JSON comes, it is read or refused with a reason, never anything else', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constant(figure), fc.constant(null));
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({
      version: fc.constant('1'),
      area: fc.constant('vn'),
      observations: fc.array(value),
    }),
    fc.record(
      { version: fc.constant('1'), area: value, areas: value, sources: value, observations: value },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(anything, (raw) => {
      try {
        const { document, faults } = readDocument(figuresSchemas, raw);
        const list = (raw as { observations: unknown[] }).observations;
        const left = faults.filter(({ path }) => path.startsWith('observations[')).length;
        assert.equal(document.observations.length + left, list.length);
      } catch (error) {
        assert.ok(error instanceof DataError, String(error));
        assert.ok(error.reason);
      }
    }),
    { numRuns: 500 },
  );
});

test('no area, indicator or source is known by the names of Object.prototype', () => {
  const { document } = readDocument(
    figuresSchemas,
    JSON.parse(
      '{"version":"1","area":"vn","observations":[],"areas":{"__proto__":{"name":"x"}},"sources":{}}',
    ),
  );
  assert.equal(document.areas['__proto__']?.name, 'x');
  assert.equal((document.areas as { name?: unknown }).name, undefined);
  assert.equal(document.areas['constructor'], undefined);
  assert.equal(document.sources['toString'], undefined);
});
