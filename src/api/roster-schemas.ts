/**
 * The schemas of a teams document as the roster reads it: its areas and teams are checked one by one
 * afterwards, because there may be 45.895. A late part: only a document in doubt needs it.
 */
import { cutToLimits } from './cut-to-limits.js';
import {
  custom,
  object,
  optional,
  pipe,
  rawCheck,
  safeParse,
  transform,
  type BaseIssue,
} from 'valibot';
import type { DocumentSchemas } from './document-kinds.js';
import { faultOf, type Fault } from './faults.js';
import { AreaSchema, type Area } from './figures.js';
import { readDocument } from './read-document.js';
import type { Read } from './read-plain.js';
import {
  PersonSchema,
  StructureSchema,
  TeamSchema,
  TeamsDocumentSchema,
  type Person,
  type RosterDocument,
  type Team,
} from './teams.js';

const list = /* @__PURE__ */ pipe(
  /* @__PURE__ */ custom<unknown[]>((value) => Array.isArray(value), 'a list'),
  /* @__PURE__ */ rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.length === 0) return;
    let first: BaseIssue<unknown> | undefined;
    for (const team of dataset.value) {
      const checked = safeParse(TeamSchema, team);
      if (checked.success) return;
      first ??= checked.issues[0];
    }
    if (!first) return;
    addIssue({
      message: `no item of "teams" is left; ${first.message}`,
      input: first.input,
      path: [
        { type: 'array', origin: 'value', input: dataset.value, key: 0, value: dataset.value[0] },
        ...((first.path ?? []) as []),
      ],
    });
  }),
);

const record = /* @__PURE__ */ optional(
  /* @__PURE__ */ custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null,
    'an object of areas',
  ),
);

const rosterSchemas: DocumentSchemas<RosterDocument> = {
  kind: 'teams',
  schema: pipe(
    object({ ...TeamsDocumentSchema.entries, areas: record, teams: list }, 'a document object'),
    transform(({ areas = {}, ...rest }) => ({ ...rest, rawAreas: areas })),
  ),
  lists: { structure: StructureSchema },
};

/** Reads a roster's document; see `readDocument`. */
export const readRoster = (raw: unknown, url?: string): Read<RosterDocument> =>
  readDocument(rosterSchemas, raw, url);

/** Reads an area; `undefined` for what is none, and `fault` says why. */
export function readArea(
  value: unknown,
  path: string,
  fault: (fault: Fault) => void,
): Area | undefined {
  const faults: Fault[] = [];
  const checked = safeParse(AreaSchema, cutToLimits(value, path, faults));
  faults.forEach(fault);
  if (checked.success) return checked.output;
  fault(faultOf(checked.issues[0], path));
  return undefined;
}

/** Reads a team; `undefined` for what is none, and `fault` says why, also of people that are left out. */
export function readTeam(
  value: unknown,
  path: string,
  fault: (fault: Fault) => void,
): Team | undefined {
  const faults: Fault[] = [];
  const checked = safeParse(TeamSchema, cutToLimits(value, path, faults));
  faults.forEach(fault);
  if (!checked.success) {
    fault(faultOf(checked.issues[0], path));
    return undefined;
  }
  const people = checked.output.people?.filter((person, i): person is Person => {
    const read = safeParse(PersonSchema, person);
    if (!read.success) fault(faultOf(read.issues[0], `${path}.people[${i}]`));
    return read.success;
  });
  const { people: _raw, ...team } = checked.output;
  return people ? { ...team, people } : team;
}
