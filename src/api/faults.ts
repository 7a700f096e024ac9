/** Faults in a document, in one line each: `observations[3].value: a number or null, not "15.000"`. */
import type { BaseIssue } from 'valibot';

/** One item of a document that was left out. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

/** The path and the reason of a valibot issue; `prefix` is where its value stands in the document. */
export function faultOf(issue: BaseIssue<unknown>, prefix = ''): Fault {
  let path = prefix;
  for (const { key } of issue.path ?? []) {
    path = typeof key === 'number' ? `${path}[${key}]` : memberPath(path, String(key));
  }
  if (issue.input !== undefined)
    return { path, reason: `${issue.message}, not ${show(issue.input)}` };
  // The message of a missing member is that of its object, which says nothing about the member.
  return { path, reason: issue.type === 'object' ? 'missing' : `missing: ${issue.message}` };
}

/** `areas.vn`, and `areas["45@2008"]` for keys that are no identifiers. */
export function memberPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}["${key}"]`;
  return path ? `${path}.${key}` : key;
}

function show(value: unknown): string {
  const text = written(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'what is nested too deeply';
  }
}
