/** From parsed JSON to a document: wrong documents are refused, wrong items are left out. */
import { safeParse, type BaseIssue, type BaseSchema } from 'valibot';
import { DataError } from './errors.js';
import { faultOf, memberPath, type Fault } from './faults.js';
import {
  ActivitySchema,
  AreaSchema,
  AreasDocumentSchema,
  CampaignDocumentSchema,
  GoalSchema,
  IndicatorSchema,
  MilestoneSchema,
  ObservationSchema,
  ObservationsDocumentSchema,
  PersonSchema,
  ServiceSchema,
  ServicesDocumentSchema,
  SourceSchema,
  StructureSchema,
  TeamSchema,
  TeamsDocumentSchema,
  type Areas,
  type Campaign,
  type Observations,
  type Services,
  type Teams,
} from './schemas.js';

type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;
type Members = Record<string, unknown>;

/** A document of version 1, by its kind. */
export type AnyDocument =
  | { readonly kind: 'observations'; readonly document: Observations }
  | { readonly kind: 'teams'; readonly document: Teams }
  | { readonly kind: 'campaign'; readonly document: Campaign }
  | { readonly kind: 'services'; readonly document: Services }
  | { readonly kind: 'areas'; readonly document: Areas };

export type DocumentKind = AnyDocument['kind'];

/** A document that was read, and the items that had to be left out of it. */
export type ReadDocument = AnyDocument & { readonly faults: readonly Fault[] };

interface Shape {
  readonly kind: DocumentKind;
  readonly schema: Schema;
  readonly own: string;
  readonly lists: Readonly<Record<string, Schema>>;
}

const PLAIN: Shape = {
  kind: 'observations',
  schema: ObservationsDocumentSchema,
  own: 'observations',
  lists: {},
};

/** Each kind: the list that tells it from the others, and the lists it has beside it. */
const KINDS: readonly Shape[] = [
  {
    kind: 'teams',
    schema: TeamsDocumentSchema,
    own: 'teams',
    lists: { teams: TeamSchema, structure: StructureSchema },
  },
  {
    kind: 'campaign',
    schema: CampaignDocumentSchema,
    own: 'goals',
    lists: { goals: GoalSchema, milestones: MilestoneSchema, activities: ActivitySchema },
  },
  {
    kind: 'services',
    schema: ServicesDocumentSchema,
    own: 'services',
    lists: { services: ServiceSchema },
  },
  PLAIN,
  { kind: 'areas', schema: AreasDocumentSchema, own: 'edition', lists: {} },
];

const RECORDS: Readonly<Record<string, Schema>> = {
  areas: AreaSchema,
  indicators: IndicatorSchema,
  sources: SourceSchema,
};

/**
 * Reads a document of any kind.
 *
 * @param raw - parsed JSON, from a request, a bundle, an adapter or a page
 * @param url - where it came from, for messages
 * @throws DataError `version` for another major version; `shape` for what is no document,
 *   and for a list of which no item is left
 */
export function readDocument(raw: unknown, url?: string): ReadDocument {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new DataError('shape', 'a document object is expected', { url });
  }
  const members = raw as Members;
  refuseOtherVersion(members['version'], url);
  const shape = KINDS.find(({ own }) => own in members) ?? PLAIN;
  const checked = safeParse(shape.schema, raw);
  if (!checked.success) {
    const { path, reason } = faultOf(checked.issues[0]);
    throw new DataError('shape', reason, { url, path });
  }
  const document = checked.output as Members;
  const faults: Fault[] = [];
  for (const [name, schema] of Object.entries(RECORDS)) {
    document[name] = keepRecord(document[name] as Members | undefined, name, schema, faults);
  }
  for (const [name, schema] of Object.entries({
    observations: ObservationSchema,
    ...shape.lists,
  })) {
    document[name] = keepList((document[name] ?? []) as unknown[], name, schema, faults, url);
  }
  return { kind: shape.kind, document, faults } as unknown as ReadDocument;
}

function refuseOtherVersion(version: unknown, url: string | undefined): void {
  if (typeof version === 'string' && !/^1(\.|$)/.test(version)) {
    throw new DataError('version', `version "${version}" is not supported, only "1"`, {
      url,
      path: 'version',
    });
  }
}

function keepRecord(
  record: Members | undefined,
  name: string,
  schema: Schema,
  faults: Fault[],
): Members {
  const kept: Members = {};
  for (const [key, value] of Object.entries(record ?? {})) {
    const item = keepItem(value, memberPath(name, key), schema, faults);
    if (item !== undefined) kept[key] = item;
  }
  return kept;
}

function keepList(
  list: readonly unknown[],
  name: string,
  schema: Schema,
  faults: Fault[],
  url: string | undefined,
): unknown[] {
  const kept: unknown[] = [];
  const before = faults.length;
  list.forEach((value, i) => {
    const item = keepItem(value, `${name}[${i}]`, schema, faults);
    if (item !== undefined) kept.push(item);
  });
  const first = faults[before];
  if (list.length > 0 && kept.length === 0 && first) {
    throw new DataError('shape', `no item of "${name}" is left; ${first.reason}`, {
      url,
      path: first.path,
    });
  }
  return kept;
}

function keepItem(value: unknown, path: string, schema: Schema, faults: Fault[]): unknown {
  const checked = safeParse(schema, value);
  if (!checked.success) {
    faults.push(faultOf(checked.issues[0], path));
    return undefined;
  }
  const item = checked.output as Members;
  if (schema === TeamSchema && Array.isArray(item['people'])) {
    item['people'] = item['people']
      .map((person, i) => keepItem(person, `${path}.people[${i}]`, PersonSchema, faults))
      .filter((person) => person !== undefined);
  }
  return item;
}
