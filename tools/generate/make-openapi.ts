/**
 * The API as OpenAPI 3.1 (`schemas/v1/openapi.json`): the paths of `src/api/document-paths.ts`, the schemas
 * of `make-schemas.ts`, and documents of the demo as examples. `npm run schemas` writes it.
 */
import { AREA_ID } from '../../src/api/patterns.js';
import { INDEX_PATH, bordersPath, folderOf } from '../../src/api/document-paths.js';
import type { DocumentKind } from '../../src/api/document-kinds.js';
import { API_FOLDER, readDocuments } from './make-bundle.js';
import type { Json } from './make-schemas.js';

/** A text with no way out of its folder, as `isDocumentPath` asks. */
const ID = '^[0-9A-Za-z][\\w.@-]*$';

const parameter = (
  name: string,
  description: string,
  pattern: string,
  example: string,
): object => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', pattern },
  example,
});

const PARAMETERS = {
  area: parameter(
    'area',
    'Area id: `code@edition`, or `vn@edition` for the nation.',
    AREA_ID.source,
    '45@2008',
  ),
  campaign: parameter('campaign', 'Id of the campaign.', ID, 'bp-92-ngay-dem'),
  edition: parameter('edition', 'Edition of the administrative map.', '^[0-9]{4}$', '2025'),
  page: parameter(
    'page',
    'Page of a long list, from 2 on; `next` of the page before names it.',
    '^[1-9][0-9]{0,4}$',
    '2',
  ),
};

interface Path {
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly schema: string;
  /** Documents of the demo, by their paths. */
  readonly examples: readonly string[];
}

const at = (kind: DocumentKind, name: string): string => `/${folderOf(kind)}/${name}.json`;

const PATHS: readonly Path[] = [
  {
    path: at('observations', '{area}'),
    id: 'getObservations',
    tag: 'observations',
    summary: 'Figures of an area and of its children.',
    description:
      'The area’s own figures and those of what lies in it, old ones too, with the areas, indicators and sources that they name.',
    schema: 'ObservationsDocument',
    examples: ['observations/45@2008', 'observations/20@2008'],
  },
  {
    path: at('teams', '{area}'),
    id: 'getTeams',
    tag: 'teams',
    summary: 'The teams of an area.',
    description:
      'The list, or its first page where it is long. Name a person only with a recorded consent: anybody can read the file.',
    schema: 'TeamsDocument',
    examples: ['teams/20209@2008'],
  },
  {
    path: at('teams', '{area}/{page}'),
    id: 'getTeamsPage',
    tag: 'teams',
    summary: 'A further page of a long list of teams.',
    description: 'It repeats all but the teams; the last page has no `next`.',
    schema: 'TeamsDocument',
    examples: [],
  },
  {
    path: at('campaign', '{campaign}'),
    id: 'getCampaign',
    tag: 'campaigns',
    summary: 'One campaign.',
    description:
      'Its goals, milestones, activities and lessons, with the figures by which the goals are measured.',
    schema: 'CampaignDocument',
    examples: ['campaigns/bp-92-ngay-dem'],
  },
  {
    path: `/${INDEX_PATH}.json`,
    id: 'listCampaigns',
    tag: 'campaigns',
    summary: 'The campaigns that there are; optional, no widget reads it by itself.',
    description: 'For people, catalogues and `tcns-check`, because files have no list.',
    schema: 'CampaignIndex',
    examples: [INDEX_PATH],
  },
  {
    path: at('services', '{area}'),
    id: 'getServices',
    tag: 'services',
    summary: 'What the teams of an area help with.',
    description: 'Each service with its address, and how many use it where that is known.',
    schema: 'ServicesDocument',
    examples: ['services/20@2008'],
  },
  {
    path: at('areas', '{edition}'),
    id: 'getAreas',
    tag: 'areas',
    summary: 'The areas of one administrative edition.',
    description: 'Name, kind and parent of each; a map asks for it when a reader opens an area.',
    schema: 'AreasDocument',
    // The whole list of today has a province's communes: too long to read as an example.
    examples: ['areas/2008'],
  },
  {
    path: `/${bordersPath('{area}')}.json`,
    id: 'getBorders',
    tag: 'areas',
    summary: 'The borders of an area’s children, where the map of a province is wanted.',
    description: 'In degrees; each shape names its area by id, code or name.',
    schema: 'Borders',
    examples: [],
  },
  {
    path: '/bundle.json',
    id: 'getBundle',
    tag: 'bundle',
    summary: 'All documents in one file; optional.',
    description:
      'For hosts that give every file an address of its own: each document under its path without `.json`.',
    schema: 'Bundle',
    examples: [],
  },
];

const TAGS: Readonly<Record<string, string>> = {
  observations: 'Figures: the value of an indicator in an area, at a date, from a source.',
  teams: 'Teams, their counts, and people who agreed to be named.',
  campaigns: 'Campaigns with goals and dates.',
  services: 'What teams help with.',
  areas: 'Areas of an edition, and borders.',
  bundle: 'Everything in one file.',
};

/** Schemas that no widget reads as a document of its own. */
const MORE: Readonly<Record<string, object>> = {
  Borders: {
    title: 'Borders of areas: GeoJSON or TopoJSON.',
    type: 'object',
    properties: {
      type: { description: 'Which of the two it is.', enum: ['FeatureCollection', 'Topology'] },
    },
    required: ['type'],
  },
  Problem: {
    title: 'Why there is no document (RFC 9457); optional, a status is enough.',
    type: 'object',
    properties: {
      type: {
        description: 'Kind of problem; absent or `about:blank`: the status says it.',
        type: 'string',
      },
      title: { description: 'The problem in a few words.', type: 'string' },
      status: { description: 'The HTTP status.', type: 'integer' },
      detail: { description: 'What is wrong with this request.', type: 'string' },
      instance: { description: 'The address that was asked for.', type: 'string' },
    },
  },
};

/** An entry of the list has what a campaign says of itself, without its goals and figures. */
function campaignIndex(campaign: Json): object {
  const members = ['id', 'name', 'area', 'start', 'end', 'basis'];
  const properties = (campaign.properties ?? {}) as Record<string, Json>;
  return {
    title: 'A list of campaigns.',
    type: 'object',
    properties: {
      version: properties['version'],
      updated: properties['updated'],
      areas: properties['areas'],
      campaigns: {
        description: 'The campaigns.',
        type: 'array',
        items: {
          type: 'object',
          properties: Object.fromEntries(members.map((name) => [name, properties[name]])),
          required: ((campaign.required ?? []) as string[]).filter((name) =>
            members.includes(name),
          ),
        },
      },
    },
    required: ['version', 'campaigns'],
  };
}

const component = (kind: string, name: string): object => ({
  $ref: `#/components/${kind}/${name}`,
});

function operation(
  { id, tag, path, summary, description, schema, examples }: Path,
  documents: Documents,
): object {
  const found = examples.map((name) => [
    name.replace(/\W+/g, '-'),
    { summary: name, value: documents[name] },
  ]);
  // The bundle's example is made of the other examples, because the demo's own would be all of them twice.
  if (schema === 'Bundle') {
    const names = ['services/20@2008', 'observations/20@2008'];
    const parts = Object.fromEntries(names.map((name) => [name, documents[name]]));
    found.push(['bundle', { summary: 'bundle', value: { version: '1', documents: parts } }]);
  }
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    component('parameters', name),
  );
  return {
    get: {
      operationId: id,
      tags: [tag],
      summary,
      description,
      ...(parameters.length > 0 && { parameters }),
      responses: {
        200: {
          description: 'The document.',
          headers: {
            ETag: component('headers', 'ETag'),
            'Cache-Control': component('headers', 'Cache-Control'),
            'Access-Control-Allow-Origin': component('headers', 'Access-Control-Allow-Origin'),
          },
          content: {
            'application/json': {
              schema: component('schemas', schema),
              ...(found.length > 0 && { examples: Object.fromEntries(found) as object }),
            },
          },
        },
        304: { description: 'Not changed since the `ETag` that `If-None-Match` names.' },
        404: component('responses', 'NotFound'),
      },
    },
  };
}

/** Says of each pair that anything may follow, as JSON Schema does: linters of OpenAPI want `items` in every list. */
function withItems(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withItems);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).map(([name, value]) => [name, withItems(value)]);
  return { ...Object.fromEntries(members), ...('prefixItems' in schema && { items: {} }) } as Json;
}

type Documents = Readonly<Record<string, unknown>>;

const header = (description: string, example: string): object => ({
  description,
  schema: { type: 'string' },
  example,
});

/** The whole description; `definitions` are those of `make-schemas.ts`. */
export function makeOpenApi(definitions: Readonly<Record<string, Json>>): Json {
  const documents = readDocuments(API_FOLDER);
  const campaign = definitions['CampaignDocument'];
  if (!campaign) throw new Error('the campaign has no schema');
  const schemas = { ...definitions, CampaignIndex: campaignIndex(campaign), ...MORE };
  const description = {
    openapi: '3.1.0',
    info: {
      title: 'tcns-widgets API',
      version: '1',
      summary: 'Figures of community digital technology teams, as files.',
      description:
        'How a province, a ministry or a newspaper publishes figures that the widgets show. All of it are files: ' +
        'no query strings, no cookies, no program. Members that are not described may be added and are ignored. ' +
        'Any document may be missing (404).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: 'https://your.host/tcns/v1',
        description: 'The base that a page gives to the widgets.',
      },
    ],
    security: [],
    tags: Object.entries(TAGS).map(([name, text]) => ({ name, description: text })),
    paths: Object.fromEntries(PATHS.map((path) => [path.path, operation(path, documents)])),
    components: {
      schemas: withItems(schemas),
      parameters: PARAMETERS,
      headers: {
        ETag: header('The version of the document.', '"33a64df5"'),
        'Cache-Control': header(
          'How long a copy may be used.',
          'max-age=300, stale-while-revalidate=86400, stale-if-error=604800',
        ),
        'Access-Control-Allow-Origin': header('Which pages may read it: all.', '*'),
      },
      responses: {
        NotFound: {
          description: 'There is no such document.',
          content: { 'application/problem+json': { schema: component('schemas', 'Problem') } },
        },
      },
    },
  };
  return JSON.parse(
    JSON.stringify(description).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as Json;
}
