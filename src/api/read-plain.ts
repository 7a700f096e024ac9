/**
 * Reads a document that is plainly right, without the schemas: nearly every document that a page gets. In
 * any doubt it reads nothing, and the schemas decide (`read-document.ts`).
 */
import { MOST_RECORDS, mostOf } from './limits.js';
import type { Fault } from './faults.js';
import type { Envelope } from './figures.js';
import { areaItem, indicatorItem, observationItem, sourceItem } from './figures.plain.generated.js';
import type { Check } from './plain.js';

/** A document that was read, and the items that had to be left out of it. */
export interface Read<D extends Envelope = Envelope> {
  readonly document: D;
  readonly faults: readonly Fault[];
}

/** The quick checks of one kind of document. */
export interface PlainShape {
  readonly document: Check;
  /** The lists beside `observations`, and the check of their items. */
  readonly lists: Readonly<Record<string, Check>>;
}

type Members = Record<string, unknown>;

const RECORDS: Readonly<Record<string, Check>> = {
  areas: areaItem,
  indicators: indicatorItem,
  sources: sourceItem,
};

/** The document, or `undefined` where anything in it is in doubt. */
export function readPlain(shape: PlainShape, raw: unknown): Envelope | undefined {
  if (!shape.document(raw)) return undefined;
  const doc = { ...(raw as Members) };
  if (doc['area'] === undefined && doc['id'] === undefined) return undefined;
  for (const [name, check] of Object.entries(RECORDS)) {
    const record = (doc[name] ?? {}) as Members;
    const items = Object.values(record);
    if (items.length > MOST_RECORDS || !items.every(check)) return undefined;
    doc[name] = emptyRecord(record);
  }
  for (const [name, check] of Object.entries({ observations: observationItem, ...shape.lists })) {
    const list = (doc[name] ?? []) as unknown[];
    if (list.length > mostOf(name) || !list.every(check)) return undefined;
    doc[name] = list;
  }
  return doc as unknown as Envelope;
}

/**
 * A record that does not inherit from `Object.prototype`: otherwise an area called `constructor` would always
 * exist.
 */
export const emptyRecord = <T>(
  ...from: readonly (Readonly<Record<string, T>> | undefined)[]
): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, ...from) as Record<string, T>;
