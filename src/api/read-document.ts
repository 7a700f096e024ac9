/** From parsed JSON to a document: wrong documents are refused, wrong items are left out. */
import { safeParse } from 'valibot';
import { DataError } from './errors.js';
import { faultOf, memberPath, type Fault } from './faults.js';
import {
  AreaSchema,
  IndicatorSchema,
  ObservationSchema,
  SourceSchema,
  type Envelope,
} from './figures.js';
import type { DocumentSchemas, Schema } from './document-kinds.js';
import { emptyRecord, type Read } from './read-plain.js';
import { cutToLimits, tooMany } from './cut-to-limits.js';
import { areaItem, observationItem } from './figures.plain.generated.js';
import { MOST_RECORDS, mostOf } from './limits.js';
import { isObject, type Check } from './plain.js';

export type { Read } from './read-plain.js';

type Members = Record<string, unknown>;

const RECORDS: Readonly<Record<string, Schema>> = {
  areas: AreaSchema,
  indicators: IndicatorSchema,
  sources: SourceSchema,
};

const readDocuments = new WeakMap<object, Map<unknown, Read>>();

/**
 * Reads a document. The same JSON is read once for each shape, however many widgets show it.
 *
 * @param raw - parsed JSON, from a request, a bundle, an adapter or a page; left as it is
 * @param url - where it came from, for messages
 * @throws DataError `version` for another major version; `shape` for what is no document,
 *   and for a list of which no item is left
 */
export function readDocument<D extends Envelope>(
  shape: DocumentSchemas<D>,
  raw: unknown,
  url?: string,
): Read<D> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new DataError('shape', 'a document object is expected', { url });
  }
  let byShape = readDocuments.get(raw);
  if (!byShape) readDocuments.set(raw, (byShape = new Map<unknown, Read>()));
  let read = byShape.get(shape);
  if (!read) byShape.set(shape, (read = readNew(shape, raw as Members, url)));
  return read as Read<D>;
}

function readNew(shape: DocumentSchemas<Envelope>, raw: Members, url: string | undefined): Read {
  refuse(raw, url);
  const faults: Fault[] = [];
  const checked = safeParse(shape.schema, textsWithinLimits(raw, faults));
  if (!checked.success) {
    const { path, reason } = faultOf(checked.issues[0]);
    throw new DataError('shape', reason, { url, path });
  }
  const doc = checked.output as Members;
  for (const [name, schema] of Object.entries(RECORDS)) {
    // Keys are taken from the raw record, because valibot leaves out keys such as `constructor`.
    doc[name] = keepRecord(raw[name] as Members | undefined, name, schema, faults);
  }
  const lists = { observations: ObservationSchema, ...shape.lists };
  for (const [name, schema] of Object.entries(lists)) {
    const list = (doc[name] ?? []) as unknown[];
    doc[name] = keepList(list, name, { schema, inner: shape.inner?.[name] ?? {} }, faults, url);
  }
  return { document: doc as unknown as Envelope, faults };
}

/** Checks that no schema can express: another major version, and an empty document. */
function refuse({ version, area, id, edition }: Members, url: string | undefined): void {
  if (typeof version === 'string' && !/^1(\.|$)/.test(version)) {
    throw new DataError('version', `version "${version}" is not supported, only "1"`, {
      url,
      path: 'version',
    });
  }
  if (area === undefined && id === undefined && edition === undefined) {
    throw new DataError('shape', 'missing: an area id such as "44@2025"', { url, path: 'area' });
  }
  if (version === undefined) {
    throw new DataError('shape', 'missing: version "1"', { url, path: 'version' });
  }
}

/** The items of a list or a record up to its limit. */
function withinLimit<T>(items: readonly T[], name: string, faults: Fault[]): readonly T[] {
  const limit = name in RECORDS ? MOST_RECORDS : mostOf(name);
  if (items.length > limit) faults.push(tooMany(name, items.length, limit));
  return items.slice(0, limit);
}

/** A document whose own texts are within the limits; its lists and records stay as they are. */
function textsWithinLimits(raw: Members, faults: Fault[]): Members {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      (isObject(value) && !(name in RECORDS)) || typeof value === 'string'
        ? cutToLimits(value, name, faults)
        : value,
    ]),
  );
}

/**
 * Items that pass a quick check are within the limits and are not copied, because a document may have a hundred
 * thousand figures.
 */
const QUICK: ReadonlyMap<Schema, Check> = new Map<Schema, Check>([
  [AreaSchema, areaItem],
  [ObservationSchema, observationItem],
]);

function keepRecord(
  record: Members | undefined,
  name: string,
  schema: Schema,
  faults: Fault[],
): Members {
  const kept = emptyRecord<unknown>();
  for (const [key, value] of withinLimit(Object.entries(record ?? {}), name, faults)) {
    const item = keepItem(value, memberPath(name, key), { schema }, faults);
    if (item !== undefined) kept[key] = item;
  }
  return kept;
}

interface ItemShape {
  readonly schema: Schema;
  readonly inner?: Readonly<Record<string, Schema>>;
}

function keepList(
  list: readonly unknown[],
  name: string,
  shape: ItemShape,
  faults: Fault[],
  url: string | undefined,
): unknown[] {
  const kept = withinLimit(list, name, faults)
    .map((value, i) => keepItem(value, `${name}[${i}]`, shape, faults))
    .filter((item) => item !== undefined);
  const first = faults.find(({ path }) => path.startsWith(`${name}[`));
  if (list.length > 0 && kept.length === 0 && first) {
    throw new DataError('shape', `no item of "${name}" is left; ${first.reason}`, {
      url,
      path: first.path,
    });
  }
  return kept;
}

/**
 * Members that only describe how a figure is written. A wrong one is left out alone, because the rest of the
 * item is true without it.
 */
export const ALONE: ReadonlySet<string> = new Set([
  'decimals',
  'definition',
  'note',
  'url',
  'publisher',
  'district',
  'children',
]);

function keepItem(
  value: unknown,
  path: string,
  { schema, inner = {} }: ItemShape,
  faults: Fault[],
): unknown {
  const checked = safeParse(
    schema,
    QUICK.get(schema)?.(value) ? value : cutToLimits(value, path, faults),
  );
  if (!checked.success) {
    const [issue] = checked.issues;
    faults.push(faultOf(issue, path));
    const member = String(issue.path?.[0]?.key);
    if (!ALONE.has(member)) return undefined;
    const { [member]: _wrong, ...rest } = value as Members;
    return keepItem(rest, path, { schema, inner }, faults);
  }
  const item = checked.output as Members;
  for (const [name, innerSchema] of Object.entries(inner)) {
    const list = item[name];
    if (!Array.isArray(list)) continue;
    item[name] = list
      .map((entry, i) => keepItem(entry, `${path}.${name}[${i}]`, { schema: innerSchema }, faults))
      .filter((entry) => entry !== undefined);
  }
  return item;
}
