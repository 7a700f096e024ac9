/** The published JSON Schemas say what the widgets read, no more and no less. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { ALONE, readDocument } from '../../src/api/read-document.js';
import {
  areasSchemas,
  campaignSchemas,
  figuresSchemas,
  servicesSchemas,
  teamsSchemas,
  type DocumentSchemas,
} from '../../src/api/all-document-kinds.js';
import type { Envelope } from '../../src/api/figures.js';
import { INDEX_PATH } from '../../src/api/document-paths.js';
import { faultsOfDocument, type Finding } from '../../src/cli/check-document.js';
import { CACHE_CONTROL } from '../../src/cli/check-headers.js';
import { HEADERS } from '../../src/tables/headers.js';
import { WORDS as TABLE_WORDS } from '../../src/tables/table-columns.js';
import { DESCRIPTIONS } from '../../tools/generate/schema-descriptions.js';
import {
  API_PAGE,
  apiPage,
  definitions,
  makeSchemas,
  SCHEMAS_FOLDER,
  schemaTexts,
  type Json,
} from '../../tools/generate/make-schemas.js';
import { API_FOLDER, readDocuments } from '../../tools/generate/make-bundle.js';

type Members = Record<string, unknown>;

const schemas = makeSchemas();
const kinds = Object.keys(schemas).map((file) => file.replace('.json', ''));

/**
 * A validator that is not ours, and refuses schemas that say something unknown to it. A range may
 * be longer than two: the widgets ignore the rest.
 */
const validators = new Map<string, ValidateFunction>();
function validate(kind: string, document: unknown): string[] {
  let validator = validators.get(kind);
  if (!validator) {
    const ajv = new Ajv2020({ strict: true, strictTuples: false, allErrors: true });
    validator = ajv.compile(schemas[`${kind}.json`] as Json);
    validators.set(kind, validator);
  }
  validator(document);
  return (validator.errors ?? []).map((e) => `${e.instancePath}: ${e.message}`);
}

describe('schemas/v1', () => {
  it('is what `npm run schemas` makes of src/api/figures.ts', async () => {
    const texts = await schemaTexts();
    assert.deepEqual(readdirSync(SCHEMAS_FOLDER).sort(), Object.keys(texts).sort());
    for (const [file, text] of Object.entries(texts)) {
      assert.equal(readFileSync(SCHEMAS_FOLDER + file, 'utf8'), text, `${file}: npm run schemas`);
    }
  });

  it('describes every member, and nothing that is no member', () => {
    const used = new Set<string>();
    const look = (schema: Json, path: string) => {
      for (const [name, member] of Object.entries((schema.properties ?? {}) as Members)) {
        const below = `${path}.${name}`;
        const text = (member as Json).description;
        assert.ok(text && /^.+[.…]$/.test(text), `${below} has no description`);
        used.add(below).add(below.replace(/^\w+Document\./, 'Envelope.'));
        look(member as Json, below);
      }
      for (const branch of (schema.anyOf ?? []) as Json[]) look(branch, path);
    };
    for (const [name, schema] of Object.entries(definitions())) look(schema, name);
    const idle = Object.keys(DESCRIPTIONS).filter((path) => !used.has(path));
    assert.deepEqual(idle, []);
  });

  for (const kind of kinds) {
    it(`${kind}.json has an id and a title, and stands alone`, () => {
      const schema = schemas[`${kind}.json`] as Json;
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      assert.equal(schema.$id, `urn:tcns-widgets:v1:${kind}`);
      assert.match(schema.title ?? '', /version 1/);
      const text = JSON.stringify(schema);
      for (const [, target] of text.matchAll(/"\$ref":"([^"]*)"/g))
        assert.match(target ?? '', /^#\/\$defs\/\w+$/);
      for (const name of Object.keys(schema.$defs ?? {}))
        assert.ok(text.includes(`#/$defs/${name}"`), `${name} is not used`);
      for (const list of text.matchAll(/"items":\{\}/g)) assert.fail(`a list of anything: ${list}`);
    });
  }
});

describe('the demo\u2019s documents', () => {
  const folders: Record<string, string> = { campaigns: 'campaign' };
  for (const [path, document] of Object.entries(readDocuments(API_FOLDER))) {
    const folder = path.split('/')[0] as string;
    if (path === 'campaigns/index') continue; // a list of campaigns, which no widget reads
    it(`${path} satisfies its schema`, () => {
      assert.deepEqual(validate(folders[folder] ?? folder, document), []);
    });
  }
  it('bundle.json satisfies its schema, which knows every folder', () => {
    const bundle = JSON.parse(readFileSync(`${API_FOLDER}bundle.json`, 'utf8')) as {
      documents: Record<string, Members>;
    };
    assert.deepEqual(validate('bundle', bundle), []);
    for (const key of Object.keys(bundle.documents)) {
      if (key === 'campaigns/index') continue;
      const broken = { ...bundle, documents: { [key]: { version: '1' } } };
      assert.notDeepEqual(validate('bundle', broken), [], `${key} is not checked`);
    }
  });
});

const o = { area: '44@2025', indicator: 'teams' };
const area = { name: 'Quảng Trị' };
const team = { id: 'a', name: 'Tổ 1', level: 'hamlet', area: '44@2025' };
const valid: Record<string, { shape: DocumentSchemas<Envelope>; document: Members }> = {
  observations: {
    shape: figuresSchemas,
    document: { version: '1', area: '44@2025', observations: [{ ...o, value: 1 }] },
  },
  teams: { shape: teamsSchemas, document: { version: '1', area: '44@2025', teams: [team] } },
  campaign: {
    shape: campaignSchemas,
    document: {
      version: '1',
      id: 'x',
      name: 'X',
      start: '2022-06-01',
      end: '2022-08-31',
      goals: [{ indicator: 'teams', target: 1 }],
    },
  },
  services: {
    shape: servicesSchemas,
    document: { version: '1', area: '44@2025', services: [{ id: 'a', name: 'VNeID' }] },
  },
  areas: { shape: areasSchemas, document: { version: '1', edition: '2025', areas: { vn: area } } },
};

/** What is changed in the valid document, and whether it stays valid. */
const changes: [kind: string, change: Members, isValid: boolean][] = [
  ['observations', { version: '1.7' }, true],
  ['observations', { version: '2' }, false],
  ['observations', { version: 1 }, false],
  ['observations', { version: undefined }, false],
  ['observations', { area: undefined }, false],
  ['observations', { area: '44' }, false],
  ['observations', { area: 'vn' }, true],
  ['observations', { observations: undefined }, false],
  ['observations', { observations: {} }, false],
  ['observations', { observations: [] }, true],
  ['observations', { observations: [{ ...o, value: '15.000' }] }, false],
  ['observations', { observations: [{ ...o, value: null, status: 'missing' }] }, true],
  ['observations', { observations: [{ ...o, value: 1, status: 'unknown' }] }, false],
  ['observations', { observations: [{ ...o, range: [5, null] }] }, true],
  ['observations', { observations: [{ ...o, range: [5] }] }, false],
  ['observations', { observations: [{ ...o, range: [null, 5] }] }, false],
  ['observations', { observations: [{ ...o, at: '2023-01/2023-06' }] }, true],
  ['observations', { observations: [{ ...o, at: '2023-13' }] }, false],
  ['observations', { observations: [{ ...o, at: '06/2023' }] }, false],
  ['observations', { observations: [{ ...o, approx: '≈' }] }, false],
  ['observations', { observations: [{ ...o, change: { since: '2022' } }] }, false],
  ['observations', { observations: [{ ...o, corrected: { at: '2023', was: 1 } }] }, false],
  ['observations', { observations: [{ ...o, corrected: { at: '2023-01-02', was: null } }] }, true],
  ['observations', { observations: [{ ...o, note: 1 }] }, false],
  ['observations', { observations: [{ ...o, note: { vi: 'a', en: 'b' }, own: 1 }] }, true],
  ['observations', { observations: [{ area: '44@2025' }] }, false],
  ['observations', { observations: [{ ...o, indicator: '' }] }, false],
  ['observations', { observations: [1] }, false],
  ['observations', { areas: { '44@2025': {} } }, false],
  ['observations', { areas: { '44@2025': { ...area, next: ['x'] } } }, false],
  ['observations', { areas: { '44@2025': { ...area, names: [{ name: 'a', from: 'b' }] } } }, false],
  ['observations', { areas: { '44@2025': { ...area, kind: 'something new' } } }, true],
  ['observations', { indicators: { teams: { name: 'a', better: 'more' } } }, false],
  ['observations', { indicators: { teams: { name: 'a', of: -1 } } }, false],
  ['observations', { indicators: { teams: { name: 'a', aggregate: 'mean' } } }, false],
  ['observations', { sources: { a: { publisher: 'b' } } }, false],
  ['observations', { sources: { a: { title: 'a', sample: 'yes' } } }, false],
  ['observations', { updated: 'yesterday' }, false],
  ['observations', { somethingNew: [1] }, true],
  ['teams', { teams: undefined }, false],
  ['teams', { teams: [{ ...team, level: 'district' }] }, false],
  ['teams', { teams: [{ ...team, members: -1 }] }, false],
  ['teams', { teams: [{ ...team, members: null }] }, true],
  ['teams', { teams: [{ ...team, members: { range: [5, 10], approx: '~' } }] }, true],
  ['teams', { teams: [{ ...team, members: { range: 5 } }] }, false],
  ['teams', { teams: [{ ...team, people: [{ role: 'leader' }] }] }, true],
  ['teams', { teams: [{ ...team, people: [{ role: 'boss' }] }] }, false],
  ['teams', { teams: [{ ...team, people: [{ role: 'leader', consent: true }] }] }, false],
  ['teams', { structure: [{ level: 'commune', count: [1, 2] }] }, true],
  ['teams', { structure: [{ count: 1 }] }, false],
  ['teams', { reporting: { day: '20' } }, false],
  ['campaign', { id: '' }, false],
  ['campaign', { start: '2022-06' }, false],
  ['campaign', { goals: [{ indicator: 'teams' }] }, false],
  ['campaign', { goals: [{ indicator: 'teams', target: 1, pace: 'fast' }] }, false],
  ['campaign', { milestones: [{ at: '2022-06-01', title: 'a' }] }, true],
  ['campaign', { milestones: [{ title: 'a' }] }, false],
  ['campaign', { activities: [{ title: 'a', platforms: [1] }] }, false],
  ['campaign', { highlights: [1] }, false],
  ['services', { services: [{ id: 'a' }] }, false],
  ['services', { services: [{ id: 'a', name: 'b', until: '2023-01-01' }] }, true],
  ['services', { services: [{ id: 'a', name: 'b', until: 'soon' }] }, false],
  ['areas', { edition: 2025 }, false],
  ['areas', { areas: undefined }, false],
  ['areas', { areas: { vn: null } }, false],
];

describe('the schemas and the widgets agree', () => {
  const isClean = (kind: string, document: unknown) => {
    try {
      const { shape } = valid[kind] as { shape: DocumentSchemas<Envelope> };
      return readDocument(shape, document).faults.length === 0;
    } catch {
      return false;
    }
  };
  for (const [kind, { document }] of Object.entries(valid)) {
    it(`a minimal ${kind} document is valid`, () => {
      assert.ok(isClean(kind, document));
      assert.deepEqual(validate(kind, document), []);
    });
  }
  for (const [kind, change, isValid] of changes) {
    it(`${kind} with ${JSON.stringify(change)} is ${isValid ? 'valid' : 'wrong'}`, () => {
      const changed = { ...valid[kind]?.document, ...change };
      // What is undefined here is absent in JSON.
      const document: unknown = JSON.parse(JSON.stringify(changed));
      assert.equal(isClean(kind, document), isValid, 'the widgets');
      assert.equal(validate(kind, document).length === 0, isValid, 'the schema');
    });
  }
});

describe('docs/api.md', () => {
  const page = readFileSync(API_PAGE, 'utf8');

  it('has the tables that `npm run schemas` makes', async () => {
    assert.equal(page, await apiPage(page), 'npm run schemas');
  });

  it('shows lines that `tcns-check` prints', () => {
    const figure = { area: '44@2025', indicator: 'teams' };
    const observations = [
      ...['2025-10', '2025-11', '2025-12'].map((at) => ({ ...figure, at, value: 1 })),
      { ...figure, at: '2026-01', value: '15.000' },
      { ...figure, at: '2023-02-30', value: 1 },
      { ...figure, at: '2026-02', value: 1, source: 'so' },
    ];
    const doc = {
      version: '1',
      area: '44@2025',
      areas: { '44@2025': { name: 'Quảng Trị' } },
      indicators: { teams: { name: 'Số tổ' } },
      observations,
    };
    const findings: Finding[] = [];
    faultsOfDocument(doc, '44@2025.json', findings);
    const lines = findings.map(({ path, reason, warning }) =>
      ['44@2025.json', ...(warning ? ['warning'] : []), path, reason].join(': '),
    );
    const total = '1 document, 2 faults, 1 warning';
    assert.ok(page.includes(`\n${[...lines, total].join('\n')}\n`), lines.join('\n'));
  });

  it('knows every word behind the `#` of a table', () => {
    const from = page.indexOf('| word ');
    const table = page.slice(from, page.indexOf('\n\n', from));
    const first = [...table.matchAll(/^\|([^|]+)\|/gm)].map(([, cell = '']) => cell).join(' ');
    const words = [...first.matchAll(/`(\w+)`/g)].map(([, word = '']) => word);
    assert.deepEqual(words.sort(), [...Object.keys(HEADERS), ...TABLE_WORDS].sort());
  });

  it('names the members of an item that go alone where they are wrong', () => {
    const [, names = ''] = /only the wrong member goes: ([^.]+)\./.exec(page) ?? [];
    assert.deepEqual(names.match(/\w+/g), [...ALONE].sort());
  });

  it('recommends the headers that `tcns-check` recommends', () => {
    const short = readFileSync(new URL('../../docs/api.vi.md', import.meta.url), 'utf8');
    for (const value of Object.values(CACHE_CONTROL)) {
      assert.ok(page.includes(`\`${value}\``), value);
      assert.ok(page.includes(`add_header Cache-Control "${value}";`), `nginx: ${value}`);
      assert.ok(short.includes(value), `api.vi.md: ${value}`);
    }
  });

  it('has a table for every kind of document and of item', () => {
    const inText = new Set(['Text', 'Bundle']);
    for (const name of Object.keys(definitions())) {
      if (!inText.has(name)) assert.ok(page.includes(`<!-- members of ${name} -->`), name);
    }
  });
});

describe('the examples of the docs', () => {
  const folders: Record<string, string> = { campaigns: 'campaign' };
  for (const file of ['api.md', 'api.vi.md']) {
    const text = readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
    const blocks = [...text.matchAll(/<!-- document (\S+) -->\s*```json\n([\s\S]*?)```/g)];
    it(`${file} has examples`, () => assert.ok(blocks.length > 0));
    it(`${file} marks every whole document as one`, () => {
      const whole = [...text.matchAll(/```json\n([\s\S]*?)```/g)].filter(([, json = '']) =>
        json.includes('"version"'),
      );
      assert.equal(whole.length, blocks.length);
    });
    for (const [, path = '', json = ''] of blocks) {
      it(`${file}: ${path} is valid`, () => {
        const kind = path.includes('/') ? (path.split('/')[0] as string) : 'bundle';
        // The list of campaigns has no file of its own among the schemas.
        if (path !== INDEX_PATH)
          assert.deepEqual(validate(folders[kind] ?? kind, JSON.parse(json)), []);
        const findings: Finding[] = [];
        faultsOfDocument(JSON.parse(json), path, findings);
        assert.deepEqual(findings, [], 'tcns-check');
      });
    }
  }
});
