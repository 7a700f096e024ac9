/**
 * Writes the JSON Schemas of API version 1 and its OpenAPI description (`schemas/v1`), and the tables of
 * members in `docs/api.md`, from `src/api/`:
 *
 *     npm run schemas
 *
 * At run time the items of lists and records are checked one by one (`api/read-document.ts`),
 * so the documents' own schemas know them only as `unknown`: here each gets the schema of its items.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  toJsonSchema,
  toJsonSchemaDefs,
  type ConversionConfig,
  type JsonSchema,
} from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import * as areas from '../../src/api/areas.js';
import * as bundle from '../../src/api/bundle.js';
import * as campaign from '../../src/api/campaign.js';
import * as fields from '../../src/api/fields.js';
import * as figures from '../../src/api/figures.js';
import * as services from '../../src/api/services.js';
import * as teams from '../../src/api/teams.js';
import {
  areasSchemas,
  campaignSchemas,
  figuresSchemas,
  servicesSchemas,
  teamsSchemas,
  type Schema,
} from '../../src/api/all-document-kinds.js';
import { makeOpenApi } from './make-openapi.js';
import * as limits from '../../src/api/limits.js';
import { DESCRIPTIONS, TITLES } from './schema-descriptions.js';

const api = { ...fields, ...figures, ...areas, ...bundle, ...campaign, ...services, ...teams };

export type Json = JsonSchema & { [key: string]: unknown };

export const SCHEMAS_FOLDER = fileURLToPath(new URL('../../schemas/v1/', import.meta.url));
export const API_PAGE = fileURLToPath(new URL('../../docs/api.md', import.meta.url));

/** Names for the schemas of items: `$defs`, and the headings of the tables. */
const ITEMS = {
  Text: api.TextSchema,
  AreaName: api.AreaNameSchema,
  Area: api.AreaSchema,
  Indicator: api.IndicatorSchema,
  Source: api.SourceSchema,
  Observation: api.ObservationSchema,
  Person: api.PersonSchema,
  Team: api.TeamSchema,
  Structure: api.StructureSchema,
  Goal: api.GoalSchema,
  Milestone: api.MilestoneSchema,
  Activity: api.ActivitySchema,
  Lesson: api.LessonSchema,
  Service: api.ServiceSchema,
};

/** The kinds of document: file name, folder of the API, definition, schema, lists. */
const DOCUMENTS = [
  {
    file: 'observations',
    folder: '^observations/',
    name: 'ObservationsDocument',
    schema: api.ObservationsDocumentSchema,
    shape: figuresSchemas,
  },
  {
    file: 'teams',
    folder: '^teams/',
    name: 'TeamsDocument',
    schema: api.TeamsDocumentSchema,
    shape: teamsSchemas,
  },
  {
    file: 'campaign',
    // campaigns/index.json lists the campaigns and is no campaign.
    folder: '^campaigns/(?!index$)',
    name: 'CampaignDocument',
    schema: api.CampaignDocumentSchema,
    shape: campaignSchemas,
  },
  {
    file: 'services',
    folder: '^services/',
    name: 'ServicesDocument',
    schema: api.ServicesDocumentSchema,
    shape: servicesSchemas,
  },
  {
    file: 'areas',
    folder: '^areas/',
    name: 'AreasDocument',
    schema: api.AreasDocumentSchema,
    shape: areasSchemas,
  },
] as const;

const RECORDS = { areas: 'Area', indicators: 'Indicator', sources: 'Source' };

// JSON has no infinities: what `finite` asks for is always so.
const config: Omit<ConversionConfig, 'definitions'> = {
  target: 'draft-2020-12',
  typeMode: 'input',
  ignoreActions: ['finite'],
};

const ref = (name: string): Json => ({ $ref: `#/$defs/${name}` });
const nameOf = (schema: Schema): string => {
  const found = Object.entries(ITEMS).find(([, item]) => (item as Schema) === schema);
  if (!found) throw new Error('a schema of items has no name: add it to ITEMS');
  return found[0];
};

/** The sentence of a member; of the envelope's where the document has none of its own. */
function sentence(path: string): string {
  const [definition = '', ...rest] = path.split('.');
  const shared = definition.endsWith('Document') ? DESCRIPTIONS[`Envelope.${rest.join('.')}`] : '';
  const found = DESCRIPTIONS[path] ?? shared;
  if (!found)
    throw new Error(`${path} has no description in tools/generate/schema-descriptions.ts`);
  return found;
}

/** Adds descriptions to the members of an object, and to what is nested in them. */
function describe(schema: Json, path: string): Json {
  const properties = schema.properties as Record<string, Json> | undefined;
  if (properties) {
    for (const [name, member] of Object.entries(properties)) {
      const below = `${path}.${name}`;
      properties[name] = { description: sentence(below), ...describe(member, below) };
    }
  }
  for (const branch of (schema.anyOf ?? []) as Json[]) describe(branch, path);
  return tidy(schema);
}

/** Without what says nothing: keys of an object are always texts, an empty list of required ones. */
function tidy(schema: Json): Json {
  delete schema.$schema;
  delete schema.propertyNames;
  if (Array.isArray(schema.required) && schema.required.length === 0) delete schema.required;
  return schema;
}

/** Every definition there is, each complete. */
export function definitions(): Record<string, Json> {
  const defs = toJsonSchemaDefs(ITEMS, config) as unknown as Record<string, Json>;
  for (const { name, schema, shape } of DOCUMENTS) {
    const json = toJsonSchema(schema, { ...config, definitions: ITEMS }) as Json;
    delete json.$defs;
    const properties = json.properties as Record<string, Json>;
    for (const [record, item] of Object.entries(RECORDS)) {
      properties[record] = { type: 'object', additionalProperties: ref(item) };
    }
    const lists: Record<string, Schema> = { observations: api.ObservationSchema, ...shape.lists };
    for (const [list, item] of Object.entries(lists)) {
      properties[list] = { type: 'array', items: ref(nameOf(item)) };
    }
    for (const [list, inner] of Object.entries(shape.inner ?? {})) {
      const item = defs[nameOf(lists[list] as Schema)]?.properties as Record<string, Json>;
      for (const [member, schema] of Object.entries(inner)) {
        item[member] = { type: 'array', items: ref(nameOf(schema)) };
      }
    }
    defs[name] = json;
  }
  defs['Bundle'] = toJsonSchema(api.BundleSchema, config) as Json;
  const documents = (defs['Bundle'].properties as Record<string, Json>)['documents'] as Json;
  delete documents.additionalProperties;
  documents['patternProperties'] = Object.fromEntries(
    DOCUMENTS.map(({ folder, name }) => [folder, ref(name)]),
  );
  for (const [name, schema] of Object.entries(defs)) {
    const title = TITLES[name];
    if (!title) throw new Error(`${name} has no title in tools/generate/schema-descriptions.ts`);
    defs[name] = { title, ...describe(schema, name) };
  }
  return defs;
}

/** The definitions that a schema refers to, and those that they refer to. */
function usedBy(schema: Json, defs: Record<string, Json>, used = new Set<string>()): Set<string> {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)) {
    if (used.has(name)) continue;
    used.add(name);
    usedBy(defs[name] as Json, defs, used);
  }
  return used;
}

/** The published schemas by file name. Each stands alone: no reference leaves its file. */
export function makeSchemas(): Record<string, Json> {
  const defs = definitions();
  const files = [...DOCUMENTS, { file: 'bundle', name: 'Bundle' }];
  return Object.fromEntries(
    files.map(({ file, name }) => {
      const { title, ...schema } = defs[name] as Json;
      const used = usedBy(schema as Json, defs);
      return [
        `${file}.json`,
        {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: `urn:tcns-widgets:v1:${file}`,
          title: `tcns-widgets API version 1: ${file}`,
          description: title,
          ...schema,
          $defs: Object.fromEntries(
            Object.keys(defs)
              .filter((key) => used.has(key))
              .map((key) => [key, defs[key]]),
          ),
        } as Json,
      ];
    }),
  );
}

/** The text of each file, by its name. */
export async function schemaTexts(): Promise<Record<string, string>> {
  const all = { ...makeSchemas(), 'openapi.json': makeOpenApi(definitions()) };
  const texts = Object.entries(all).map(async ([file, schema]) => [
    file,
    await format(JSON.stringify(schema, null, 2), { parser: 'json', printWidth: 100 }),
  ]);
  return Object.fromEntries((await Promise.all(texts)) as [string, string][]);
}

/* ---- The tables of docs/api.md ---- */

/** A type in a reader's words. */
function typeOf(schema: Json): string {
  const { pattern, items, prefixItems, anyOf, $ref } = schema;
  if ($ref) return ($ref.split('/').pop() ?? '').toLowerCase();
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (anyOf) return [...new Set((anyOf as Json[]).map(typeOf))].join(' or ');
  if (prefixItems) return `[${(prefixItems as Json[]).map(typeOf).join(', ')}]`;
  if (items) return `list of ${typeOf(items as Json)}`;
  if (pattern) return patternName(pattern);
  if (typeof schema.additionalProperties === 'object')
    return `object of ${typeOf(schema.additionalProperties as Json)}`;
  if (schema.type === 'boolean') return '`true` or `false`';
  if (typeof schema.minimum === 'number')
    return `${String(schema.type)} from ${schema.minimum} ${schema.maximum === undefined ? 'up' : `to ${schema.maximum}`}`;
  return schema.type === 'string' ? 'string' : String(schema.type);
}

/** What the patterns of `src/api/figures.ts` are called in docs/api.md. */
function patternName(pattern: string): string {
  if (pattern === api.AREA_ID.source) return 'area id';
  if (pattern === api.AT.source) return 'date';
  if (new RegExp(pattern).test('2023-12-12T08:00:00+07:00')) return 'moment';
  if (new RegExp(pattern).test('2022-06-01')) return 'day';
  return new RegExp(pattern).test('2025') ? 'edition' : '`"1"`';
}

function rowsOf(schema: Json, prefix = ''): [string, string, string][] {
  const required = (schema.required ?? []) as string[];
  const members = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  return members.flatMap(([name, member]) => {
    const branches = [member, ...((member.anyOf ?? []) as Json[])].flatMap((branch) => [
      branch,
      ...((branch.anyOf ?? []) as Json[]),
    ]);
    const nested = branches.find((branch) => branch.properties);
    const label = `\`${prefix}${name}\`${required.includes(name) ? ' **required**' : ''}`;
    return [
      [label, typeOf(member), String(member.description)] as [string, string, string],
      ...(nested ? rowsOf(nested, `${prefix}${name}.`) : []),
    ];
  });
}

/** A table of members, with the required ones first. */
function tableOf(definition: Json): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const isRequired = ([label]: [string, string, string]) => label.includes('**required**');
  const rows = rowsOf(definition);
  const top = (row: [string, string, string]) => !/`[^`]*\./.test(row[0]);
  const sorted = [
    ...rows.filter((row) => top(row) && isRequired(row)),
    ...rows.filter((row) => !(top(row) && isRequired(row))),
  ];
  return [
    '| member | type | meaning |',
    '| --- | --- | --- |',
    ...sorted.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');
}

/** The page with its tables written anew, between `<!-- members of X -->` and `<!-- end -->`. */
export async function apiPage(page: string): Promise<string> {
  const defs = definitions();
  const written = page.replace(
    /(<!-- members of (\w+) -->)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const definition = name === 'Envelope' ? envelope(defs) : defs[name];
      if (!definition) throw new Error(`docs/api.md: there is no "${name}"`);
      const own = name.endsWith('Document') ? withoutEnvelope(definition, defs) : definition;
      return `${start}\n\n${tableOf(own)}\n\n${end}`;
    },
  );
  const stated = written.replace(
    /(<!-- limits -->)[\s\S]*?(<!-- end -->)/,
    (_, start: string, end: string) => `${start}\n\n${limitsTable()}\n\n${end}`,
  );
  return format(stated, { ...(await resolveConfig(API_PAGE)), parser: 'markdown' });
}

/** The limits as docs/api.md states them. */
function limitsTable(): string {
  const rows = (
    [
      ['bytes of an answer, unpacked', limits.MOST_BYTES, 'the answer is refused'],
      ['characters of an answer that is kept across a reload', limits.LARGEST_KEPT, 'not kept'],
      ['characters of a text', limits.LONGEST_TEXT, 'it is cut; an address or a key is left out'],
      ['observations of a document', limits.MOST_OBSERVATIONS, 'left out'],
      ['teams of a page of a list', limits.MOST_OBSERVATIONS, 'left out'],
      ['areas, indicators or sources of a document', limits.MOST_RECORDS, 'left out'],
      [
        'items of every other list: goals, services, people of a team, names of an area',
        limits.MOST_ITEMS,
        'left out',
      ],
      ['words of an attribute such as `indicator`', limits.MOST_WORDS, 'left out'],
      ['classes that `breaks` makes', limits.MOST_CLASSES, 'left out'],
      ['lines of one chart', limits.MOST_LINES, 'left out'],
      ['rows that a ranking or a table draws', limits.MOST_ROWS, 'not drawn; the download has all'],
    ] as const
  ).map(([what, most, beyond]) => `| ${what} | ${most.toLocaleString('en')} | ${beyond} |`);
  return ['| of | at most | beyond |', '| --- | --- | --- |', ...rows].join('\n');
}

const SHARED = ['version', 'updated', 'areas', 'indicators', 'sources'];

function envelope(defs: Record<string, Json>): Json {
  const { properties = {} } = defs['ObservationsDocument'] as Json;
  const members = Object.entries(properties).filter(([name]) => SHARED.includes(name));
  return { properties: Object.fromEntries(members), required: ['version'] } as Json;
}

/** A document's own members: the envelope has a table of its own. */
function withoutEnvelope(schema: Json, defs: Record<string, Json>): Json {
  const isAreas = schema === defs['AreasDocument'];
  const shared = new Set(SHARED.filter((name) => !(isAreas && name === 'areas')));
  if (isAreas) shared.add('observations');
  const members = Object.entries(schema.properties ?? {}).filter(([name]) => !shared.has(name));
  return { ...schema, properties: Object.fromEntries(members) } as Json;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(SCHEMAS_FOLDER, { recursive: true });
  for (const [file, text] of Object.entries(await schemaTexts())) {
    writeFileSync(`${SCHEMAS_FOLDER}${file}`, text);
  }
  writeFileSync(API_PAGE, await apiPage(readFileSync(API_PAGE, 'utf8')));
}
