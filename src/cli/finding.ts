/** What `tcns-check` reports of a document. */
import { isObject, listOf, type Members } from '../api/raw-members.js';

/** A line of the report: where, why, and whether the widgets still work. */
export interface Finding {
  readonly path: string;
  readonly reason: string;
  readonly warning: boolean;
}

/** Visits the objects of a list of a document, each with its path. */
export function eachItem(
  raw: Members,
  list: string,
  visit: (item: Members, path: string) => void,
): void {
  listOf(raw[list]).forEach((item, i) => {
    if (isObject(item)) visit(item, `${list}[${i}]`);
  });
}

/** A value as a report quotes it. */
export const quoted = (value: unknown): string => JSON.stringify(value);
