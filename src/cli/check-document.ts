/** Everything that is wrong with a document, by the widgets' own schemas. Pure: no file, no network. */
import { eachText } from '../api/walk.js';
import { ownMember } from '../api/own-member.js';
import { isObject, listOf, membersOf, type Members } from '../api/raw-members.js';
import { array, object, optional, pick, safeParse, unknown, type BaseIssue } from 'valibot';
import { DataError } from '../api/errors.js';
import { faultOf, memberPath, type Fault } from '../api/faults.js';
import { readDocument } from '../api/read-document.js';
import { BundleSchema } from '../api/bundle.js';
import { AREA_ID, AT } from '../api/patterns.js';
import {
  AreaSchema,
  IndicatorSchema,
  ObservationSchema,
  ObservationsDocumentSchema,
  SourceSchema,
  type Envelope,
} from '../api/figures.js';
import { CampaignDocumentSchema } from '../api/campaign.js';
import {
  areasSchemas,
  campaignSchemas,
  figuresSchemas,
  servicesSchemas,
  schemasOf,
  teamsSchemas,
  type Schema,
  type DocumentSchemas,
} from '../api/all-document-kinds.js';
import { isCampaignId, isDocumentPath } from '../api/document-paths.js';
import { parseAt, vietnamDay } from '../domain/calendar.js';
import { canonicalAreaId, editionOf } from '../domain/editions.js';
import { areaFindings } from './check-areas.js';
import { bordersFindings } from './check-borders.js';
import { figureFindings } from './check-figures.js';
import { personalFindings } from './check-people.js';

/** A line of the report: where, why, and whether the widgets still work. */
export interface Finding {
  readonly path: string;
  readonly reason: string;
  readonly warning: boolean;
}

const RECORDS: Readonly<Record<string, Schema>> = {
  areas: AreaSchema,
  indicators: IndicatorSchema,
  sources: SourceSchema,
};

/** A widget of figures takes any document with observations; a document of its own has an area. */
const observationsShape: DocumentSchemas<Envelope> = {
  ...figuresSchemas,
  schema: ObservationsDocumentSchema,
};

const campaignEntries = ['id', 'name', 'area', 'start', 'end', 'basis'] as const;
const IndexEntrySchema = pick(CampaignDocumentSchema, campaignEntries);
/** campaigns/index.json: the one document that no widget reads by itself. */
const indexShape: DocumentSchemas<Envelope> = {
  kind: 'campaign',
  schema: object(
    {
      version: BundleSchema.entries.version,
      areas: optional(ObservationsDocumentSchema.entries.areas.wrapped),
      campaigns: array(unknown(), 'a list'),
    },
    'a document object',
  ),
  lists: { campaigns: IndexEntrySchema },
};

const BY_FOLDER: Readonly<Record<string, DocumentSchemas<Envelope>>> = {
  observations: observationsShape,
  teams: teamsSchemas,
  campaigns: campaignSchemas,
  services: servicesSchemas,
  areas: areasSchemas,
};

const show = (value: unknown): string => JSON.stringify(value);

/**
 * Adds what is wrong with a document, or with each document of a bundle, to `findings`.
 *
 * @param place - its path or address, which says what kind it should be
 * @returns how many documents there were
 */
export function faultsOfDocument(raw: unknown, place: string, findings: Finding[]): number {
  if (!isObject(raw)) {
    findings.push({ path: '', reason: `a document object, not ${kindOf(raw)}`, warning: false });
    return 1;
  }
  if (!('documents' in raw)) {
    new Check(raw, '', place, findings).run();
    return 1;
  }
  const checked = safeParse(BundleSchema, raw);
  for (const issue of checked.issues ?? [])
    findings.push({ ...faultIn(BundleSchema, issue), warning: false });
  const documents = Object.entries(membersOf(raw['documents']));
  for (const [key, document] of documents) {
    const path = memberPath('documents', key);
    if (!isDocumentPath(key)) findings.push({ path, reason: KEY_EXPECTED, warning: false });
    if (isObject(document)) new Check(document, path, key, findings).run();
    else
      findings.push({ path, reason: `a document object, not ${kindOf(document)}`, warning: false });
  }
  return documents.length;
}

/** Keys and ids become paths of files: "../x" would lead out of the folder. */
const KEY_EXPECTED =
  'a folder of the API and an id such as "observations/44@2025"; an id has letters, digits and @ . _ -, without ".."';

const kindOf = (raw: unknown): string =>
  Array.isArray(raw) ? 'a list' : raw === null ? 'null' : `a ${typeof raw}`;

/** The path and the reason of an issue; of a member that is missing, what is expected there. */
function faultIn(schema: Schema, issue: BaseIssue<unknown>, prefix = ''): Fault {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const path = keys.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${key}]` : memberPath(at, String(key))),
    prefix,
  );
  const expected = issue.input === undefined && expectedAt(schema, keys);
  return { path, reason: expected ? `missing: ${expected}` : faultOf(issue).reason };
}

/** What a member's own schema asks for: an object only knows that the member is not there. */
function expectedAt(schema: Schema, keys: readonly unknown[]): string | undefined {
  let member: Nested | undefined = schema;
  for (const key of keys) {
    while (member?.wrapped) member = member.wrapped;
    member = member?.entries && ownMember(member.entries, String(key));
  }
  for (const probe of ['', null]) {
    const issue = member && safeParse(member, probe).issues?.[0];
    if (issue) return issue.message;
  }
  return undefined;
}

type Nested = Schema & { readonly entries?: Record<string, Nested>; readonly wrapped?: Nested };

/** One document under check. */
class Check {
  private readonly shape: DocumentSchemas<Envelope> | undefined;
  private readonly seen = new Set<string>();
  private readonly name: string;
  private faults = 0;

  constructor(
    private readonly raw: Members,
    private readonly prefix: string,
    place: string,
    private readonly findings: Finding[],
  ) {
    const [, folder = '', name = ''] = /(?:^|\/)([a-z]+)\/([^/]+?)(?:\.json)?$/.exec(place) ?? [];
    this.name = name;
    this.shape = this.choose(folder);
  }

  /** By what the document holds, or by the folder where it stands. */
  private choose(folder: string): DocumentSchemas<Envelope> | undefined {
    const { raw } = this;
    if (Array.isArray(raw['campaigns']) || (folder === 'campaigns' && this.name === 'index'))
      return indexShape;
    if (folder === 'geo' || raw['type'] === 'FeatureCollection' || raw['type'] === 'Topology')
      return undefined;
    const shape = schemasOf(raw);
    return ownMember(BY_FOLDER, folder) ?? (shape === figuresSchemas ? observationsShape : shape);
  }

  run(): void {
    const { shape } = this;
    if (!shape) {
      this.findings.push(
        ...bordersFindings(this.raw, this.name).map((one) => ({
          ...one,
          path: [this.prefix, one.path].filter(Boolean).join('.'),
        })),
      );
      return;
    }
    const { version } = this.raw;
    // Nothing is known about what another major version looks like: this one fault says it all.
    if (typeof version === 'string' && !/^1(\.|$)/.test(version)) return this.read(shape);
    this.parse(shape.schema, this.raw, '');
    for (const [name, schema] of Object.entries(RECORDS)) {
      for (const [key, item] of Object.entries(membersOf(this.raw[name])))
        this.parse(schema, item, memberPath(name, key));
    }
    for (const [name, schema] of Object.entries({
      observations: ObservationSchema,
      ...shape.lists,
    }))
      this.list(this.raw[name], name, schema, shape.inner?.[name]);
    this.dates();
    this.spans();
    if (shape !== indexShape) this.read(shape);
    this.references();
    this.ownName(shape);
    this.ids(shape);
    this.people();
    for (const { path, reason } of figureFindings(this.raw, Date.now())) this.warn(path, reason);
    for (const { path, reason } of areaFindings(this.raw)) this.warn(path, reason);
  }

  /** A campaign's id is the name of its document. */
  private ids(shape: DocumentSchemas<Envelope>): void {
    const look = (id: unknown, path: string): void => {
      if (typeof id !== 'string' || id === '' || isCampaignId(id)) return;
      this.fault(
        path,
        `letters, digits and @ . _ -, without "..", and not "index", not ${show(id)}`,
      );
    };
    if (shape === campaignSchemas) look(this.raw['id'], 'id');
    if (shape === indexShape)
      this.each('campaigns', (item, path) => look(item['id'], `${path}.id`));
  }

  private people(): void {
    const today = vietnamDay(Date.now());
    this.each('teams', (team, path) => {
      for (const { path: below, reason } of personalFindings(team, today))
        this.warn(`${path}.${below}`, reason);
    });
  }

  /** The widgets' own reading, last: whatever it refuses that nothing above saw is a fault too. */
  private read(shape: DocumentSchemas<Envelope>): void {
    if (this.faults > 0) return;
    try {
      for (const { path, reason } of readDocument(shape, this.raw).faults) this.fault(path, reason);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      this.fault(error.path, error.reason);
    }
  }

  private list(
    value: unknown,
    name: string,
    schema: Schema,
    inner: Readonly<Record<string, Schema>> = {},
  ): void {
    listOf(value).forEach((item, i) => {
      const path = `${name}[${i}]`;
      this.parse(schema, item, path);
      for (const [member, innerSchema] of Object.entries(inner))
        this.list(membersOf(item)[member], `${path}.${member}`, innerSchema);
    });
  }

  private parse(schema: Schema, value: unknown, path: string): void {
    const checked = safeParse(schema, value);
    for (const issue of checked.issues ?? []) {
      const fault = faultIn(schema, issue, path);
      this.fault(fault.path, fault.reason);
    }
  }

  private add(path: string, reason: string, warning: boolean): void {
    const { prefix } = this;
    const full = !prefix || !path || path.startsWith('[') ? prefix + path : `${prefix}.${path}`;
    const line = `${path}: ${reason}`;
    if (this.seen.has(line)) return;
    this.seen.add(line);
    if (!warning) this.faults += 1;
    this.findings.push({ path: full, reason, warning });
  }

  private fault(path: string, reason: string): void {
    this.add(path, reason, false);
  }

  private warn(path: string, reason: string): void {
    this.add(path, reason, true);
  }

  /** Dates of the right form that no calendar has: a schema cannot see them. */
  private dates(): void {
    eachText(this.raw, (text, key, path) => {
      if (DATES.has(key)) this.date(text, path);
    });
  }

  private date(text: string, path: string): void {
    if (!AT.test(text) || parseAt(text)) return;
    const [from = '', to] = text.split('/');
    const reversed = to !== undefined && parseAt(from) && parseAt(to);
    const expected = reversed ? 'an interval that ends after it begins' : 'a date that exists';
    this.fault(path, `${expected}, not ${show(text)}`);
  }

  /** What begins must not have ended before. */
  private spans(): void {
    const span = (item: Members, path: string, [first, last]: [string, string]) => {
      const [from, to] = [item[first], item[last]];
      if (
        typeof from === 'string' &&
        typeof to === 'string' &&
        parseAt(from) &&
        parseAt(to) &&
        to < from
      )
        this.fault(
          memberPath(path, last),
          `not before ${show(from)}, which is "${first}", but ${show(to)}`,
        );
    };
    span(this.raw, '', ['start', 'end']);
    span(this.raw, '', ['from', 'until']);
    for (const [id, area] of Object.entries(membersOf(this.raw['areas'])))
      span(membersOf(area), memberPath('areas', id), ['from', 'until']);
    this.each('observations', (o, path) => {
      const [low, high] = listOf(o['range']);
      if (typeof low === 'number' && typeof high === 'number' && high < low)
        this.warn(`${path}.range`, `the upper end ${high} is below the lower end ${low}`);
    });
  }

  private each(list: string, visit: (item: Members, path: string) => void): void {
    listOf(this.raw[list]).forEach((item, i) => {
      if (isObject(item)) visit(item, `${list}[${i}]`);
    });
  }

  /** What the document speaks of without embedding it: it has no name then. */
  private references(): void {
    const known = (name: string) => new Set(Object.keys(membersOf(this.raw[name])));
    const tables = {
      area: known('areas'),
      indicator: known('indicators'),
      source: known('sources'),
    };
    const look = (kind: keyof typeof tables, key: unknown, path: string) => {
      if (typeof key !== 'string' || key === '' || tables[kind].has(key)) return;
      if (kind === 'area' && !AREA_ID.test(key)) return; // a fault already
      this.warn(path, `${show(key)} is not among the "${kind}s" of this document`);
    };
    if (this.shape !== areasSchemas) look('area', this.raw['area'], 'area');
    this.each('observations', (o, path) => {
      look('area', o['area'], `${path}.area`);
      look('indicator', o['indicator'], `${path}.indicator`);
      look('source', o['source'], `${path}.source`);
    });
    this.each('goals', (goal, path) => look('indicator', goal['indicator'], `${path}.indicator`));
    this.each('services', (s, path) => look('indicator', s['indicator'], `${path}.indicator`));
    this.each('campaigns', (c, path) => look('area', c['area'], `${path}.area`));
    listOf(this.raw['highlights']).forEach((key, i) => look('indicator', key, `highlights[${i}]`));
    const teams = new Set(listOf(this.raw['teams']).map((team) => membersOf(team)['id']));
    this.each('teams', (team, path) => {
      look('area', team['area'], `${path}.area`);
      const { parent } = team;
      // The team above may stand on another page of a long list.
      if (typeof parent === 'string' && !teams.has(parent) && this.raw['next'] === undefined)
        this.warn(`${path}.parent`, `no team has the id ${show(parent)}`);
    });
    for (const [id, area] of Object.entries(membersOf(this.raw['areas'])))
      this.nextAreas(id, membersOf(area));
  }

  private nextAreas(id: string, area: Members): void {
    const areas = membersOf(this.raw['areas']);
    listOf(area['next']).forEach((next, i) => {
      if (typeof next !== 'string' || ownMember(areas, next)) return;
      // An edition's own document need not hold the areas of the edition that followed.
      if (this.shape === areasSchemas && editionOf(next) !== this.raw['edition']) return;
      this.warn(
        `${memberPath('areas', id)}.next[${i}]`,
        `${show(next)} is not among the "areas" of this document`,
      );
    });
  }

  /** A document that stands under another area's name is never found. */
  private ownName(shape: DocumentSchemas<Envelope>): void {
    const { name } = this;
    if (!name || name === 'index' || shape === indexShape) return;
    const [member, expected] =
      shape === campaignSchemas
        ? ['id', name]
        : shape === areasSchemas
          ? ['edition', name]
          : ['area', canonicalAreaId(name)];
    const value = this.raw[member];
    if (typeof value !== 'string' || !/^[\w.@-]+$/.test(name)) return;
    const is = member === 'area' ? canonicalAreaId(value) : value;
    if (is !== expected && (member !== 'area' || name.includes('@')))
      this.warn(member, `${show(value)} does not fit the name of the document, "${name}"`);
  }
}

/** Members that hold dates, wherever they stand. */
const DATES = new Set([
  'at',
  'updated',
  'since',
  'from',
  'until',
  'start',
  'end',
  'due',
  'founded',
  'consent',
]);
