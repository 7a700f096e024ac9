/** A document that an adapter made, or an API gave, published like one of a workbook. */
import { DataError } from '../api/errors.js';
import { readDocument } from '../api/read-document.js';
import type { Observation } from '../api/figures.js';
import type { Person, Team } from '../api/teams.js';
import { figuresSchemas, schemasOf } from '../api/all-document-kinds.js';
import { vietnamDay } from '../domain/calendar.js';
import { documentKey, editionsOf } from '../domain/editions.js';
import { changesBetween } from './changes.js';
import { quote } from './cells.js';
import type { DeskResult } from './desk.js';
import type { Document } from './documents.js';
import { sortFigures } from './figures.js';
import { filesOf, stamped } from './files.js';
import { INDEX_PATH, isCampaignId, isDocumentPath } from '../api/document-paths.js';
import { Notes } from './notes.js';
import { hasUnagreedName, publishedPerson, usableContact, wordsWithContact } from './personal.js';
import { membersOf } from '../api/raw-members.js';
import {
  campaignOf,
  listIn,
  publishedFigures,
  withCorrections,
  type Documents,
} from './published.js';
import { reasonWords } from './reasons.js';

const FOLDERS = {
  observations: 'observations',
  teams: 'teams',
  campaign: 'campaigns',
  services: 'services',
  areas: 'areas',
} as const;

/** No document of the API has more than eight levels, and borders as a file have a dozen. */
const DEEPEST = 100;

/** In steps, because a recursion over so many levels would throw. */
function isTooDeep(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
  return false;
}

interface Published {
  readonly documents: Documents;
  readonly texts: Readonly<Record<string, string>>;
}

/** The files of one document, or of a bundle; throws a `DataError` for what is neither. */
export function publishDocument(raw: unknown, published: Published, now: number): DeskResult {
  const notes = new Notes();
  if (isTooDeep(raw)) throw new DataError('shape', `nested deeper than ${DEEPEST} levels`);
  const source = documentsIn(raw, notes);
  const reading = {
    notes,
    today: vietnamDay(now),
    figures: publishedFigures(published.documents),
  };
  const made: Record<string, Document> = {};
  const borders: Record<string, Document> = {};
  for (const [key, doc] of Object.entries(source)) {
    if (key.startsWith('geo/')) borders[key] = bordersOf(key, doc, notes);
    else made[key] = readOne(key, doc, reading) ?? {};
  }
  const { faults, warnings } = notes;
  const area = Object.keys(made)[0]?.replace(/^[^/]*\//, '');
  if (faults.length > 0)
    return { faults, warnings, documents: {}, files: [], changes: [], orphans: [], area };
  const documents = { ...stamped(made, published.documents, now), ...borders };
  const before = Object.fromEntries(
    Object.keys(documents).flatMap((key) =>
      key in published.documents ? [[key, published.documents[key]]] : [],
    ),
  );
  return {
    faults,
    warnings,
    documents,
    files: filesOf(documents, published.documents, published.texts),
    changes: changesBetween(before, documents),
    orphans: [],
    area,
  };
}

/** Documents by their keys; a key that is none of the API's is a fault, as it would become a path. */
function documentsIn(raw: unknown, notes: Notes): Documents {
  const bundle = membersOf(raw)['documents'];
  const documents = bundle === undefined ? named(raw) : membersOf(bundle);
  if (Object.keys(documents).length === 0)
    notes.fault('', '', 'bundle không có tài liệu nào. Hãy kiểm tra địa chỉ ở --from.');
  for (const key of Object.keys(documents)) {
    if (isDocumentPath(key)) continue;
    notes.fault(
      '',
      '',
      `${quote(key)} không phải tên tài liệu của API. Tên có dạng “observations/44@2025”: thư mục observations, teams, campaigns, services, areas hoặc geo, rồi mã chỉ gồm chữ không dấu, chữ số và @ . _ -. Hãy sửa ở nguồn.`,
    );
  }
  return Object.fromEntries(Object.entries(documents).filter(([key]) => isDocumentPath(key)));
}

interface Reading {
  readonly notes: Notes;
  readonly today: string;
  readonly figures: ReadonlyMap<string, Observation>;
}

/** A document as it may be published; undefined, with a fault that names it, where it is none. */
function readOne(key: string, raw: unknown, reading: Reading): Document | undefined {
  const { notes } = reading;
  const wrong = (path: string, reason: string) =>
    notes.fault('', '', `${key}: ${path && `${path}: `}${reasonWords(reason)}. Hãy sửa ở nguồn.`);
  if (key === INDEX_PATH) return readIndex(raw, wrong);
  try {
    const shape = schemasOf(membersOf(raw));
    const { document: doc, faults } = readDocument(shape, raw);
    for (const { path, reason } of faults)
      notes.warn('', '', `${key}: bỏ qua ${path}: ${reasonWords(reason)}`);
    const { id } = membersOf(doc);
    if (shape.kind === 'campaign' && !isCampaignId(String(id))) wrong('id', unsafeId(id));
    const ordered = inOrderOf(doc, raw) as Document;
    return publishable(key, ordered, reading);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    wrong(error.path, error.reason);
    return undefined;
  }
}

const unsafeId = (id: unknown): string =>
  `mã ${quote(String(id))} chỉ được có chữ không dấu, chữ số và @ . _ -, và không phải “index”`;

/** The list of campaigns: what the desk itself writes. No widget reads it, so it has no shape. */
function readIndex(
  raw: unknown,
  wrong: (path: string, reason: string) => void,
): Document | undefined {
  const { version, updated, areas, campaigns } = membersOf(raw);
  if (!Array.isArray(campaigns)) wrong('campaigns', 'a list');
  if (version !== '1') wrong('version', 'version "1"');
  listIn(raw, 'campaigns').forEach((item, i) => {
    const { id } = membersOf(item);
    if (!isCampaignId(String(id))) wrong(`campaigns[${i}].id`, unsafeId(id));
  });
  return { version, ...(updated === undefined ? {} : { updated }), areas, campaigns };
}

const BORDERS = ['type', 'bbox', 'features', 'objects', 'arcs', 'transform'];

/** GeoJSON or TopoJSON, as it came: nothing in it is the desk's to change. */
function bordersOf(key: string, raw: unknown, notes: Notes): Document {
  const source = membersOf(raw);
  const { type } = source;
  if (type !== 'FeatureCollection' && type !== 'Topology')
    notes.fault('', '', `${key}: cần GeoJSON FeatureCollection hoặc TopoJSON. Hãy sửa ở nguồn.`);
  return Object.fromEntries(Object.entries(source).filter(([name]) => BORDERS.includes(name)));
}

/** Without what must not be published, and with what was corrected. */
function publishable(key: string, doc: Document, reading: Reading): Document {
  const { observations, teams } = doc as { observations?: Observation[]; teams?: Team[] };
  return {
    ...doc,
    ...(observations && { observations: corrected(key, observations, reading) }),
    ...(teams && { teams: teams.map((team, i) => teamOf(key, team, i, reading)) }),
  };
}

function corrected(key: string, list: Observation[], { figures, today }: Reading): Observation[] {
  const campaign = campaignOf(key);
  const items = list.map((observation) => ({
    observation,
    row: undefined as never,
    reason: undefined,
    campaign,
  }));
  return sortFigures(withCorrections(items, figures, today));
}

function teamOf(key: string, team: Team, i: number, { notes, today }: Reading): Team {
  const path = `${key}: teams[${i}]`;
  const { people } = team as { people?: Person[] };
  people?.forEach((person, j) => {
    if (hasUnagreedName(person, today))
      notes.warn(
        '',
        '',
        `${path}.people[${j}]: có họ tên nhưng không có ngày đồng ý hợp lệ, nên tên không được công bố; chỉ công bố vai trò.`,
      );
  });
  return {
    ...team,
    ...(people && { people: people.map((person) => publishedPerson(person, today)) }),
    ...contactOf(path, team, notes),
  };
}

function contactOf(
  path: string,
  { contact: rawContact }: Team,
  notes: Notes,
): { contact?: NonNullable<Team['contact']> } {
  if (!rawContact) return {};
  const { contact, dropped } = usableContact(rawContact);
  for (const way of dropped)
    notes.warn(
      '',
      '',
      `${path}.contact.${way}: không phải liên hệ dùng được nên không được công bố. Hãy sửa ở nguồn.`,
    );
  const contactWords = wordsWithContact(contact);
  if (contactWords)
    notes.warn(
      '',
      '',
      `${path}.contact.note: ghi chú có ${contactWords}. Nếu của riêng một người thì hãy xóa ở nguồn.`,
    );
  return { contact };
}

/**
 * Members in the order of the source, and none that it has not: a document that the desk wrote comes
 * back byte for byte. Where items were left out, the order is that of the schema.
 */
function inOrderOf(value: unknown, source: unknown): unknown {
  if (Array.isArray(value)) {
    const from = Array.isArray(source) && source.length === value.length ? source : [];
    return value.map((item, i) => inOrderOf(item, from[i]));
  }
  if (typeof value !== 'object' || value === null) return value;
  const [members, from] = [membersOf(value), membersOf(source)];
  const keys = source === undefined ? Object.keys(members) : Object.keys(from);
  return Object.fromEntries(
    keys.filter((key) => key in members).map((key) => [key, inOrderOf(members[key], from[key])]),
  );
}

/** The nation's document of the edition whose provinces have the figures. */
function nationOf(
  area: string,
  { observations }: { observations?: readonly Observation[] },
): string {
  if (area !== 'vn') return area;
  const [edition, more] = editionsOf((observations ?? []).map((o) => o.area));
  return edition && !more ? `vn@${edition}` : area;
}

/** A document by its path; figures also as documents of each area below. */
function named(raw: unknown): Documents {
  const doc = membersOf(raw);
  if (Array.isArray(doc['campaigns'])) return { [INDEX_PATH]: raw };
  const shape = schemasOf(doc);
  const { document: read } = readDocument(shape, raw);
  const of = (member: string): string => {
    const value = doc[member];
    return typeof value === 'string' ? value : '';
  };
  const name =
    shape.kind === 'campaign'
      ? of('id')
      : shape.kind === 'areas'
        ? of('edition')
        : of('area') && documentKey(nationOf(of('area'), read));
  const made: Record<string, unknown> = { [`${FOLDERS[shape.kind]}/${name}`]: raw };
  if (shape !== figuresSchemas) return made;
  for (const area of new Set(read.observations.map((o) => o.area))) {
    const path = `observations/${documentKey(nationOf(area, read))}`;
    if (!(path in made))
      made[path] = {
        ...doc,
        area,
        observations: read.observations.filter((o) => o.area === area),
      };
  }
  return made;
}
