/**
 * A teams document as the roster reads it: its teams are looked at a slice at a time, and without copying
 * them, because there may be 45.895. What is plainly right passes a quick check; the rest goes through the
 * schemas, which say what is wrong and are loaded only then.
 */
import { lateCode, type Shape } from './document-shapes.js';
import { memberPath, type Fault } from './faults.js';
import type { Area } from './figures.js';
import { isObject } from './plain.js';
import { areaItem } from './figures.plain.generated.js';
import { personItem, structureItem, teamItem, teamsDocument } from './teams.plain.generated.js';
import { emptyRecord, readPlain, type Read } from './read-plain.js';
import type { RosterDocument, Team } from './teams.js';

export type { RosterDocument } from './teams.js';

/** The schemas of a roster, which only a document in doubt needs. */
const schemas = lateCode(() => import('./roster-schemas.js'));

/** Loads the schemas; afterwards every team is read at once. */
export const loadRosterReader = schemas.load;

/** Lists up to this length are looked at whole before they are shown. */
export const SHORT_LIST = 4000;

function isPlainTeam(value: unknown): value is Team {
  if (!teamItem(value)) return false;
  const { people } = value as { people?: readonly unknown[] };
  return !people || people.every(personItem);
}

/**
 * The document, where the members that are checked now are plainly right.
 *
 * @param most - teams of a longer list are looked at later, all but the first
 */
function plainRoster(raw: unknown, most: number): RosterDocument | undefined {
  if (!isObject(raw)) return undefined;
  const { areas, ...rest } = raw;
  const rawAreas = areas ?? {};
  if (!isObject(rawAreas) || !Object.values(rawAreas).every(areaItem)) return undefined;
  const doc = readPlain({ document: teamsDocument, lists: { structure: structureItem } }, rest);
  if (!doc) return undefined;
  const { teams } = doc as unknown as RosterDocument;
  const plain = teams.length > most ? isPlainTeam(teams[0]) : teams.every(isPlainTeam);
  return plain ? Object.assign(doc as unknown as RosterDocument, { rawAreas }) : undefined;
}

const readDocuments = new WeakMap<object, Read<RosterDocument>>();

export const rosterShape: Shape<RosterDocument> = {
  kind: 'teams',
  read(raw, url) {
    const before = isObject(raw) ? readDocuments.get(raw) : undefined;
    if (before) return before;
    const doc = plainRoster(raw, SHORT_LIST);
    if (!doc) return readWhole(raw, url);
    const read = { document: doc, faults: [] };
    readDocuments.set(raw as object, read);
    return read;
  },
};

function readWhole(
  raw: unknown,
  url?: string,
): Read<RosterDocument> | Promise<Read<RosterDocument>> {
  const whole = schemas.now();
  return whole
    ? whole.readRoster(raw, url)
    : schemas.load().then(({ readRoster }) => readRoster(raw, url));
}

/** Reads a page that follows a document. Its teams are looked at once, by `readTeam`, and in slices. */
export async function readRosterPage(raw: unknown, url: string): Promise<RosterDocument> {
  return plainRoster(raw, 1) ?? (await readWhole(raw, url)).document;
}

/** Reads the areas of a document. There may be thousands, and nearly all pass the quick check. */
export function readAreas(
  { rawAreas }: RosterDocument,
  fault: (fault: Fault) => void,
): Record<string, Area> {
  const areas = emptyRecord<Area>();
  for (const id of Object.keys(rawAreas)) {
    const value = rawAreas[id];
    const area = areaItem(value)
      ? (value as Area)
      : schemas.now()?.readArea(value, memberPath('areas', id), fault);
    if (area) areas[id] = area;
  }
  return areas;
}

/** The fault of a team that only the schemas can judge, while they are not loaded (`loadRosterReader`). */
export const IN_DOUBT = 'in doubt';

/**
 * Reads the team at a place of a list.
 *
 * @returns `undefined` for what is no team; `fault` says why, also of people that are left out
 */
export function readTeam(
  list: readonly unknown[],
  index: number,
  fault: (fault: Fault) => void,
): Team | typeof IN_DOUBT | undefined {
  const value = list[index];
  if (isPlainTeam(value)) return value;
  const whole = schemas.now();
  return whole ? whole.readTeam(value, `teams[${index}]`, fault) : IN_DOUBT;
}
