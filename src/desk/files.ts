/** The files of a publication: documents as text, byte for byte the same while nothing changed. */
import { figuresDocument } from '../api/figures.plain.generated.js';
import { readDocument } from '../api/read-document.js';
import { readPlain, type PlainShape } from '../api/read-plain.js';
import type { Team } from '../api/teams.js';
import {
  personItem,
  structureItem,
  teamItem,
  teamsDocument,
} from '../api/teams.plain.generated.js';
import { schemasOf } from '../api/all-document-kinds.js';
import type { Document } from './documents.js';
import type { Documents } from './published.js';

/** A file of the API, by its path below the base. */
export interface ApiFile {
  readonly path: string;
  /** Made when it is asked for: a nation's files are too many to stand in memory together. */
  readonly text: string;
  /** The same text piece by piece. */
  parts(): Iterable<string>;
  readonly status: 'new' | 'changed' | 'same';
}

/** A moment in Viet Nam time: `2026-11-22T08:00:00+07:00`. */
function vietnamMoment(epochMs: number): string {
  return `${new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}

/** Line by line, so that a person and `git diff` can read it; one figure or team a line. */
function documentText(doc: unknown): string {
  const lines = Object.entries(doc as Document).map(([name, value]) => {
    const start = `  ${JSON.stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0)
      return `${start}[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
      return `${start}{\n${Object.entries(value)
        .map(([key, item]) => `    ${JSON.stringify(key)}: ${JSON.stringify(item)}`)
        .join(',\n')}\n  }`;
    return start + JSON.stringify(value);
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** All documents in one file, one document a line; piece by piece. */
function* bundleParts(documents: Documents): Generator<string> {
  yield '{\n  "version": "1",\n  "documents": {\n';
  let before = '';
  for (const path of Object.keys(documents).sort()) {
    yield `${before}    ${JSON.stringify(path)}: ${JSON.stringify(documents[path])}`;
    before = ',\n';
  }
  yield '\n  }\n}\n';
}

/** All documents in one file, as one text. */
export const bundleText = (documents: Documents): string => [...bundleParts(documents)].join('');

/**
 * The documents with the moment at which each was last changed: the published one's while the rest
 * of the document is the same, so that its bytes and its ETag hold; else what the document itself
 * says (one that came from another API), else now.
 */
export function stamped(
  documents: Readonly<Record<string, Document>>,
  published: Documents,
  now: number,
): Record<string, Document> {
  const moment = vietnamMoment(now);
  const made: Record<string, Document> = {};
  for (const [path, doc] of Object.entries(documents)) {
    const before = published[path] as Document | undefined;
    const { version, updated: drafted = moment, ...rest } = doc;
    const updated = before && isSame(before, doc) ? (before['updated'] ?? moment) : drafted;
    made[path] = { version, updated, ...rest };
  }
  return made;
}

function isSame(before: Document, doc: Document): boolean {
  const without = ({ updated: _, ...rest }: Document) => canonical(rest);
  return without(before) === without(doc);
}

/** JSON with sorted members: documents that another tool wrote may have another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The files to publish, and what changes in each. `texts` are the published files as they stand. */
export function filesOf(
  documents: Readonly<Record<string, Document>>,
  published: Documents,
  texts: Readonly<Record<string, string>>,
): ApiFile[] {
  const all = { ...published, ...documents };
  const before = (path: string): string | undefined => {
    const doc = published[path.slice(0, -'.json'.length)];
    return texts[path] ?? (doc === undefined ? undefined : documentText(doc));
  };
  return [
    ...Object.entries(documents).map(([path, doc]) => {
      const file = `${path}.json`;
      return fileOf(file, () => [documentText(doc)], before(file));
    }),
    fileOf('bundle.json', () => bundleParts(all), before('bundle.json')),
  ];
}

function fileOf(path: string, parts: () => Iterable<string>, was: string | undefined): ApiFile {
  const status = was === undefined ? 'new' : isText(was, parts()) ? 'same' : 'changed';
  const file = {
    path,
    get text() {
      return [...parts()].join('');
    },
    status,
  } as const;
  // Not one of its own values: two files of one text are equal.
  return Object.defineProperty(file, 'parts', { value: parts }) as typeof file & {
    parts(): Iterable<string>;
  };
}

/** Whether a text is what its pieces make. */
function isText(text: string, parts: Iterable<string>): boolean {
  let at = 0;
  for (const part of parts) {
    if (!text.startsWith(part, at)) return false;
    at += part.length;
  }
  return at === text.length;
}

const FIGURES: PlainShape = { document: figuresDocument, lists: {} };
const TEAMS: PlainShape = {
  document: teamsDocument,
  lists: { structure: structureItem, teams: isRightTeam },
};

function isRightTeam(team: unknown): boolean {
  return teamItem(team) && ((team as Team).people ?? []).every(personItem);
}

/** Whether the quick checks of a page take a document of figures or teams: those are the long ones. */
function isPlainlyRight(doc: Document): boolean {
  if ('goals' in doc || 'services' in doc || 'edition' in doc) return false;
  return readPlain('teams' in doc ? TEAMS : FIGURES, doc) !== undefined;
}

/** What the widgets themselves would leave out of a document: nothing, or the builder is wrong. */
export function refusals(documents: Readonly<Record<string, Document>>): string[] {
  const refused: string[] = [];
  for (const [path, doc] of Object.entries(documents)) {
    // The list of campaigns is the one document that no widget reads.
    if (path === 'campaigns/index' || isPlainlyRight(doc)) continue;
    try {
      const { faults } = readDocument(schemasOf(doc), doc);
      refused.push(...faults.map((fault) => `${path}: ${fault.path}: ${fault.reason}`));
    } catch (error) {
      refused.push(`${path}: ${String(error)}`);
    }
  }
  return refused;
}
