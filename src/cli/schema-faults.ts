/** The faults that a schema finds, each with its path and what is expected there. */
import { safeParse, type BaseIssue } from 'valibot';
import type { Schema } from '../api/all-document-kinds.js';
import { faultOf, memberPath, type Fault } from '../api/faults.js';
import { ownMember } from '../api/own-member.js';

/** The path and the reason of an issue; of a member that is missing, what is expected there. */
export function faultIn(schema: Schema, issue: BaseIssue<unknown>, prefix = ''): Fault {
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
