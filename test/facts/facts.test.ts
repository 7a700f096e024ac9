/**
 * The documents of demo/api/v1 hold every figure of the articles, exactly, satisfy the
 * shapes of src/api/figures.ts, and name no real person.
 * Run `npx tsx --test test/facts/*.test.ts`.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { safeParse, type GenericSchema } from 'valibot';
import {
  ActivitySchema,
  LessonSchema,
  CampaignDocumentSchema,
  GoalSchema,
  MilestoneSchema,
} from '../../src/api/campaign.ts';
import { AreasDocumentSchema } from '../../src/api/areas.ts';
import { BundleSchema } from '../../src/api/bundle.ts';
import {
  AreaSchema,
  IndicatorSchema,
  ObservationSchema,
  ObservationsDocumentSchema,
  SourceSchema,
} from '../../src/api/figures.ts';
import {
  PersonSchema,
  StructureSchema,
  TeamSchema,
  TeamsDocumentSchema,
} from '../../src/api/teams.ts';
import { ServiceSchema, ServicesDocumentSchema } from '../../src/api/services.ts';
import { demoAreas } from '../../tools/generate/make-demo-areas.ts';
import { API_FOLDER, bundleText, readDocuments } from '../../tools/generate/make-bundle.ts';

type Item = Record<string, unknown>;
type Document = Item & {
  areas: Record<string, Item>;
  indicators?: Record<string, Item>;
  sources?: Record<string, Item>;
  observations?: Item[];
};
interface Fact {
  id: string;
  metric: string;
  area: string;
  documents: string[];
  goal?: { campaign: string; target: number; due: string };
  [member: string]: unknown;
}

const read = (url: string) => readFileSync(new URL(url, import.meta.url), 'utf8');
const list = JSON.parse(read('./facts.json')) as {
  facts: Fact[];
  excluded: Record<string, string>;
};
const documents = readDocuments(API_FOLDER) as Record<string, Document>;
const bundleFile = readFileSync(`${API_FOLDER}bundle.json`, 'utf8');
const bundle = JSON.parse(bundleFile) as { documents: Record<string, Document> };
const places: [string, Record<string, Document>][] = [
  ['the folder', documents],
  ['bundle.json', bundle.documents],
];

/** Every count, rate, rank and target of the articles that is about the teams: 80 ids. */
const EXPECTED: Record<string, number[]> = {
  '000': [3, 4, 14, 15, 16, 17, 20, 21, 26, 27, 30, 31, 32, 33, 40, 41, 42],
  '001': [1, 2, 4, 5, 6, 16, 17, 18, 19, 22, 23, 24],
  '002': [4, 5],
  '003': [
    12, 13, 14, 17, 18, 20, 21, 22, 28, 29, 30, 31, 33, 34, 35, 36, 37, 38, 39, 40, 42, 43, 44, 45,
    46, 47, 48, 49, 51, 52, 53, 54,
  ],
  '004': [5, 8, 9, 10, 11, 12, 13, 15, 16, 18, 20, 24, 25, 32, 33, 34, 35],
};
/** Of these kinds too, but not about the teams: each has its reason in facts.json. */
const CONTEXT = ['000-06', '001-29', '001-30', '002-06'];

test('every fact is in the list or is left out for a reason', () => {
  const expected = Object.entries(EXPECTED).flatMap(([article, numbers]) =>
    numbers.map((n) => `${article}-${String(n).padStart(2, '0')}`),
  );
  assert.equal(expected.length, 80);
  const known = [...new Set(list.facts.map((f) => f.id)), ...Object.keys(list.excluded)];
  assert.deepEqual(known.sort(), [...expected, ...CONTEXT].sort());
  for (const reason of Object.values(list.excluded)) assert.ok(reason.length > 10);
});

test('a fact of several places is listed once for each place', () => {
  const places = list.facts.filter((f) => f.id === '001-19').map((f) => f.area);
  assert.equal(new Set(places).size, 6);
  const keys = list.facts.map((f) => `${f.id} ${f.area}`);
  assert.equal(new Set(keys).size, keys.length);
});

for (const fact of list.facts) {
  const { id, metric, documents: paths, goal, ...figure } = fact;
  test(`${id} ${metric} of ${fact.area} is exact in each of its documents`, () => {
    assert.ok(paths.length > 0, 'it is in no document');
    assert.ok(paths.includes(`observations/${fact.area === 'vn' ? 'vn@2008' : fact.area}`));
    for (const [place, all] of places) {
      for (const path of paths) {
        const found = (all[path]?.observations ?? []).filter(
          (o) => o.area === fact.area && o.indicator === metric && o.at === fact.at,
        );
        assert.equal(found.length, 1, `${path} in ${place}: ${found.length} observations`);
        assert.deepEqual(found[0], { ...figure, indicator: metric }, `${path} in ${place}`);
      }
      if (!goal) continue;
      const goals = all[goal.campaign]?.goals as Item[];
      assert.deepEqual(
        goals.filter((g) => g.indicator === metric),
        [{ indicator: metric, target: goal.target, due: goal.due }],
      );
    }
  });
}

test('no document has another figure for a fact than the list', () => {
  const key = (o: Item, indicator: unknown) => `${o.area} ${indicator} ${o.at}`;
  const listed = new Map(list.facts.map((f) => [key(f, f.metric), f]));
  for (const [path, document] of Object.entries(documents)) {
    for (const o of document.observations ?? []) {
      const fact = listed.get(key(o, o.indicator));
      assert.ok(!fact || fact.documents.includes(path), `${path}: ${key(o, o.indicator)}`);
    }
  }
});

test('the same observation is the same wherever it stands', () => {
  const seen = new Map<string, Item>();
  for (const document of Object.values(documents)) {
    for (const o of document.observations ?? []) {
      const key = `${o.area} ${o.indicator} ${o.at}`;
      assert.deepEqual(o, seen.get(key) ?? o, key);
      seen.set(key, o);
    }
  }
});

const DOCUMENT_SCHEMAS: Record<string, GenericSchema> = {
  areas: AreasDocumentSchema,
  observations: ObservationsDocumentSchema,
  teams: TeamsDocumentSchema,
  campaigns: CampaignDocumentSchema,
  services: ServicesDocumentSchema,
};
const ITEM_SCHEMAS: Record<string, GenericSchema> = {
  areas: AreaSchema,
  indicators: IndicatorSchema,
  sources: SourceSchema,
  observations: ObservationSchema,
  teams: TeamSchema,
  structure: StructureSchema,
  goals: GoalSchema,
  milestones: MilestoneSchema,
  activities: ActivitySchema,
  lessons: LessonSchema,
  services: ServiceSchema,
};

function check(schema: GenericSchema, value: unknown, where: string): void {
  const result = safeParse(schema, value);
  const words = result.issues?.map(
    (issue) => `${issue.path?.map((p) => p.key).join('.')}: ${issue.message}`,
  );
  assert.ok(result.success, `${where}: ${words?.join('; ')}`);
}

const own = Object.entries(documents).filter(
  ([path]) => (path.split('/')[0] ?? '') in DOCUMENT_SCHEMAS,
);

for (const [path, document] of own) {
  test(`${path} satisfies the schema, and all that it names is in it`, () => {
    if (path !== 'campaigns/index') check(DOCUMENT_SCHEMAS[path.split('/')[0]!]!, document, path);
    for (const [member, schema] of Object.entries(ITEM_SCHEMAS)) {
      for (const [key, item] of Object.entries((document[member] ?? {}) as Item)) {
        check(schema, item, `${path} ${member}.${key}`);
      }
    }
    for (const team of (document.teams ?? []) as Item[]) {
      for (const person of (team.people ?? []) as Item[]) {
        check(PersonSchema, person, `${path} ${String(team.id)}`);
        assert.ok(!person.name || person.consent, `${path}: a name without a consent`);
        assert.ok(!person.name || team.source === 'sample', `${path}: a name in a real team`);
      }
      assert.ok(document.areas[team.area as string], `${path}: area ${String(team.area)}`);
      assert.ok(document.sources?.[team.source as string], `${path}: source of ${String(team.id)}`);
    }
    for (const o of document.observations ?? []) {
      assert.ok(document.areas[o.area as string], `${path}: area ${String(o.area)}`);
      assert.ok(document.indicators?.[o.indicator as string], `${path}: ${String(o.indicator)}`);
      assert.ok(document.sources?.[o.source as string], `${path}: source ${String(o.source)}`);
    }
    for (const [id, area] of Object.entries(document.areas)) {
      const all = path.startsWith('areas/') ? documents['areas/2025']!.areas : document.areas;
      for (const next of (area.next ?? []) as string[]) assert.ok(all[next], `${id} -> ${next}`);
      if (area.parent) assert.ok(document.areas[area.parent as string], `${id}: parent`);
    }
    if (document.area) assert.ok(document.areas[document.area as string], path);
  });
}

test('only what is called a sample has the sample source, and it says so', () => {
  for (const [path, document] of own) {
    const sample = document.sources?.sample;
    if (sample) {
      assert.equal(sample.sample, true);
      assert.equal((sample.title as Item).vi, 'Số liệu minh họa');
    }
    for (const o of document.observations ?? []) assert.notEqual(o.source, 'sample', path);
  }
});

test('the lists of areas have 63 and 34 provinces, each with its successor', () => {
  const provinces = (edition: string) =>
    Object.entries(documents[`areas/${edition}`]!.areas).filter(([, a]) => a.parent === 'vn');
  assert.equal(provinces('2008').length, 63);
  assert.equal(provinces('2025').length, 34);
  for (const [id, area] of provinces('2008')) assert.equal((area.next as string[]).length, 1, id);
  const next = new Set(provinces('2008').flatMap(([, area]) => area.next as string[]));
  assert.deepEqual(
    [...next].sort(),
    provinces('2025')
      .map(([id]) => id)
      .sort(),
  );
});

test('the lists of what lies in a province are whole where a document says how many (else run `npx tsx tools/generate/make-demo-areas.ts`)', async () => {
  for (const [file, text] of Object.entries(await demoAreas()))
    assert.equal(readFileSync(`${API_FOLDER}${file}`, 'utf8'), text, file);
  let counted = 0;
  for (const [path, { areas }] of own)
    for (const [id, { children }] of Object.entries(areas)) {
      if (children === undefined) continue;
      const inside = Object.values(areas).filter(({ parent }) => parent === id);
      assert.equal(inside.length, children, `${path}: ${id}`);
      counted++;
    }
  assert.equal(counted, 8);
});

test('every campaign of the index has its document, with the same dates', () => {
  const index = documents['campaigns/index']!.campaigns as Item[];
  const paths = own.map(([path]) => path).filter((path) => path.startsWith('campaigns/'));
  assert.equal(paths.length - 1, index.length);
  for (const entry of index) {
    const campaign = documents[`campaigns/${String(entry.id)}`]!;
    for (const [member, value] of Object.entries(entry)) assert.deepEqual(campaign[member], value);
  }
});

test('bundle.json is up to date (else run `npx tsx tools/generate/make-bundle.ts`)', async () => {
  check(BundleSchema, bundle, 'bundle.json');
  assert.equal(bundleFile, await bundleText(API_FOLDER));
});

/**
 * Hashes of the folded names of the real people in the articles (leaders, officials,
 * residents, authors): names are never stored here.
 */
const SALT = 'tcns-widgets/names/v1:';
const NAMES = new Set([
  '238df337f29e34ab83d0dfda5f6a9b24c35b9b78dcbe9067b6aeb29b2c57fb41',
  '24d73c3e5d7ad4ce988f4d762994cdc96e2127e65571c0f0c7c2530a41aa6b6e',
  '4f26b06f9adb4e269f2d14ea12d2dc39d74a93e87312f797afdea4c417204a1c',
  '6d26a6a802cdbfdd242bce9eb85af20554102464723041598a419b0405fbc429',
  '737894c2cd9d2b2f584626a158caa6a0515d40bf6f22e0387371854f385f9fb2',
  '8cc3cba03b3e77d64254670ff560c65811c38e6a5d8ed6bfd1e2732cef28dddf',
  'b2baf378f2601e5b625242ce8f3e79841673fa7c2fd1f1e73305df0ab3cc579a',
  'ba7729914cfff966ca65903e80b678df856f67a7b136bac76a48ba87995fe710',
  'db5f8c936478e5e2a7120fc46b4830262da198a7091f86ed686a2f4a8bc12693',
  'e76e2d0ac13e37e9a7e3be0f82adb40e2edfb32b08835319deba48165bca041d',
]);
const hash = (words: string) =>
  createHash('sha256')
    .update(SALT + words)
    .digest('hex');
const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');

/** Every run of 2 to 4 words of a text, folded and hashed. */
function runs(text: string): Set<string> {
  const words = fold(text).match(/[a-z]+/g) ?? [];
  const found = new Set<string>();
  for (let i = 0; i < words.length; i += 1) {
    for (let n = 2; n <= 4 && i + n <= words.length; n += 1) {
      found.add(words.slice(i, i + n).join(' '));
    }
  }
  return found;
}
const named = (text: string) => [...runs(text)].filter((words) => NAMES.has(hash(words)));

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)]);
}

test('no real person is named in the documents, in their notes or in this list', () => {
  const strings = new Set([...texts(documents), ...texts(bundle), ...texts(list)]);
  strings.add(read('../../demo/api/README.md'));
  for (const text of strings) assert.deepEqual(named(text), [], 'a real name');
});

test('the search for names sees a name in any spelling', () => {
  const invented = 'nguyen thi mau';
  const someDocument = texts(documents).join(' | ');
  assert.ok(runs(someDocument).has(invented));
  for (const spelling of [
    'Bà Nguyễn Thị Mẫu nói',
    'NGUYỄN THỊ MẪU,',
    'Nguyễn Thị Mẫu'.normalize('NFD'),
  ]) {
    assert.ok(runs(spelling).has(invented), spelling);
  }
  assert.equal(NAMES.size, 10);
});
