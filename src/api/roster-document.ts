/**
 * A teams document as the roster reads it: its teams are checked a slice at a time, and without
 * copying them, as there may be 45.895. What is plainly right passes a quick look; the rest goes
 * through the schema, which says what is wrong.
 */
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
import { faultOf, memberPath, type Fault } from './faults.js';
import { AREA_ID } from './fields.js';
import { AreaSchema, type Area } from './figures.js';
import { type Person, type Team, type Teams } from './teams.js';
import { PersonSchema, StructureSchema, TeamSchema, TeamsDocumentSchema } from './teams.js';
import type { Shape } from './document-kinds.js';

/** The teams of an area, of which none has been looked at yet; its areas stand in `rawAreas` until they are. */
export type RosterDocument = Omit<Teams, 'teams'> & {
  teams: readonly unknown[];
  rawAreas: Readonly<Record<string, unknown>>;
};

const list = /* @__PURE__ */ pipe(
  /* @__PURE__ */ custom<unknown[]>((value) => Array.isArray(value), 'a list'),
  /* @__PURE__ */ rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.length === 0) return;
    let first: BaseIssue<unknown> | undefined;
    for (const team of dataset.value) {
      if (isPlain(team)) return;
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

export const rosterShape: Shape<RosterDocument> = {
  kind: 'teams',
  schema: pipe(
    object({ ...TeamsDocumentSchema.entries, areas: record, teams: list }, 'a document object'),
    transform(({ areas = {}, ...rest }) => ({ ...rest, rawAreas: areas })),
  ),
  lists: { structure: StructureSchema },
};

/** The areas of a document: thousands of them, nearly all plainly right. */
export function readAreas(
  { rawAreas }: RosterDocument,
  fault: (fault: Fault) => void,
): Record<string, Area> {
  const read: Record<string, Area> = {};
  for (const id of Object.keys(rawAreas)) {
    const value = rawAreas[id];
    if (isPlainArea(value)) read[id] = value;
    else {
      const checked = safeParse(AreaSchema, value);
      if (checked.success) read[id] = checked.output;
      else fault(faultOf(checked.issues[0], memberPath('areas', id)));
    }
  }
  return read;
}

/**
 * Reads the team at a place of a list.
 *
 * @returns undefined for what is no team; `fault` says why, also of people that are left out
 */
export function readTeam(
  list: readonly unknown[],
  index: number,
  fault: (fault: Fault) => void,
): Team | undefined {
  const value = list[index];
  if (isPlain(value)) return value;
  const path = `teams[${index}]`;
  const checked = safeParse(TeamSchema, value);
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

type Members = Record<string, unknown>;

const areas = new Set<unknown>();
const days = new Set<unknown>();

function isArea(value: unknown): boolean {
  if (areas.has(value)) return true;
  if (typeof value !== 'string' || !AREA_ID.test(value)) return false;
  if (areas.size > 20_000) areas.clear();
  areas.add(value);
  return true;
}

function isDay(value: unknown): boolean {
  if (value === undefined || days.has(value)) return true;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  if (days.size > 5000) days.clear();
  days.add(value);
  return true;
}

const isString = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isCount = (value: unknown): boolean =>
  value === undefined || (typeof value === 'number' && value >= 0);

function isText(value: unknown): boolean {
  if (isString(value)) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => typeof (value as Members)[key] === 'string');
}

function isPlainArea(value: unknown): value is Area {
  if (typeof value !== 'object' || value === null) return false;
  const { name, kind, parent, from, until, next, names, district } = value as Members;
  return (
    name !== undefined &&
    isText(name) &&
    isString(kind) &&
    (parent === undefined || isArea(parent)) &&
    isDay(from) &&
    isDay(until) &&
    next === undefined &&
    names === undefined &&
    isText(district)
  );
}

/** True for a team that is right beyond doubt, in the form that nearly all have. */
function isPlain(value: unknown): value is Team {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, level, area, parent, hamlet, founded, members, people, contact, source } =
    value as Members;
  return (
    typeof id === 'string' &&
    id !== '' &&
    name !== undefined &&
    isText(name) &&
    (level === 'commune' || level === 'hamlet') &&
    isArea(area) &&
    isString(parent) &&
    isText(hamlet) &&
    founded === undefined &&
    (members === null || isCount(members)) &&
    isString(source) &&
    isPeople(people) &&
    isContact(contact)
  );
}

function isPeople(value: unknown): boolean {
  if (value === undefined) return true;
  if (!Array.isArray(value)) return false;
  for (const person of value as unknown[]) {
    if (typeof person !== 'object' || person === null) return false;
    const { role, count, name, given, label, consent } = person as Members;
    const known =
      role === 'leader' || role === 'deputy' || role === 'member' || role === 'collaborator';
    if (!known || !isCount(count) || !isString(name) || !isString(given)) return false;
    if (!isText(label) || !isDay(consent)) return false;
  }
  return true;
}

function isContact(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { zalo, phone, email, place, note } = value as Members;
  return isString(zalo) && isString(phone) && isString(email) && isText(place) && isText(note);
}
