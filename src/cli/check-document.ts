/** Everything that is wrong with a document, by the widgets' own schemas. Pure: no file, no network. */
import { ownMember } from '../api/own-member.js';
import { isObject, listOf, membersOf, type Members } from '../api/raw-members.js';
import { safeParse } from 'valibot';
import { DataError } from '../api/errors.js';
import { memberPath } from '../api/faults.js';
import { readDocument } from '../api/read-document.js';
import { BundleSchema } from '../api/bundle.js';
import { ObservationSchema, type Envelope } from '../api/figures.js';
import {
  areasSchemas,
  campaignSchemas,
  figuresSchemas,
  schemasOf,
  type Schema,
  type DocumentSchemas,
} from '../api/all-document-kinds.js';
import { isCampaignId, isDocumentPath } from '../api/document-paths.js';
import { vietnamDay } from '../domain/calendar.js';
import { canonicalAreaId } from '../domain/editions.js';
import { areaFindings } from './check-areas.js';
import { bordersFindings } from './check-borders.js';
import { dateFindings } from './check-dates.js';
import { figureFindings } from './check-figures.js';
import { personalFindings } from './check-people.js';
import { checkReferences } from './check-references.js';
import { BY_FOLDER, indexShape, observationsShape, RECORDS } from './document-schemas.js';
import { eachItem, quoted, type Finding } from './finding.js';
import { faultIn } from './schema-faults.js';

export type { Finding } from './finding.js';

/**
 * Adds what is wrong with a document, or with each document of a bundle, to `findings`.
 *
 * @param source - its path or address, which says what kind it should be
 * @returns how many documents there were
 */
export function faultsOfDocument(raw: unknown, source: string, findings: Finding[]): number {
  if (!isObject(raw)) {
    findings.push({ path: '', reason: `a document object, not ${kindOf(raw)}`, warning: false });
    return 1;
  }
  if (!('documents' in raw)) {
    new Check(raw, '', source, findings).run();
    return 1;
  }
  const checked = safeParse(BundleSchema, raw);
  for (const issue of checked.issues ?? [])
    findings.push({ ...faultIn(BundleSchema, issue), warning: false });
  const documents = Object.entries(membersOf(raw['documents']));
  for (const [key, doc] of documents) {
    const path = memberPath('documents', key);
    if (!isDocumentPath(key)) findings.push({ path, reason: KEY_EXPECTED, warning: false });
    if (isObject(doc)) new Check(doc, path, key, findings).run();
    else findings.push({ path, reason: `a document object, not ${kindOf(doc)}`, warning: false });
  }
  return documents.length;
}

/** Keys and ids become paths of files: "../x" would lead out of the folder. */
const KEY_EXPECTED =
  'a folder of the API and an id such as "observations/44@2025"; an id has letters, digits and @ . _ -, without ".."';

const kindOf = (raw: unknown): string =>
  Array.isArray(raw) ? 'a list' : raw === null ? 'null' : `a ${typeof raw}`;

/** One document under check. */
class Check {
  private readonly shape: DocumentSchemas<Envelope> | undefined;
  private readonly seen = new Set<string>();
  private readonly name: string;
  private faults = 0;

  constructor(
    private readonly raw: Members,
    private readonly prefix: string,
    source: string,
    private readonly findings: Finding[],
  ) {
    const [, folder = '', name = ''] = /(?:^|\/)([a-z]+)\/([^/]+?)(?:\.json)?$/.exec(source) ?? [];
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
    for (const { path, reason, warning } of dateFindings(this.raw)) this.add(path, reason, warning);
    if (shape !== indexShape) this.read(shape);
    checkReferences(this.raw, shape === areasSchemas, (path, reason) => this.warn(path, reason));
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
        `letters, digits and @ . _ -, without "..", and not "index", not ${quoted(id)}`,
      );
    };
    if (shape === campaignSchemas) look(this.raw['id'], 'id');
    if (shape === indexShape)
      eachItem(this.raw, 'campaigns', (item, path) => look(item['id'], `${path}.id`));
  }

  private people(): void {
    const today = vietnamDay(Date.now());
    eachItem(this.raw, 'teams', (team, path) => {
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
      this.warn(member, `${quoted(value)} does not fit the name of the document, "${name}"`);
  }
}
