/** A document that an adapter made, or an API gave, published like one of a workbook. */
import { readDocument } from '../data/read-document.js';
import type { Observation } from '../data/schemas.js';
import { figuresShape, shapeOf } from '../data/shapes.all.js';
import { vietnamDay } from '../domain/calendar.js';
import { documentKey } from '../domain/editions.js';
import { changesBetween } from './changes.js';
import type { DeskResult } from './desk.js';
import type { Document } from './documents.js';
import { sortFigures } from './figures.js';
import { filesOf, stamped } from './files.js';
import { membersOf, publishedFigures, withCorrections, type Documents } from './published.js';

const FOLDERS = {
  observations: 'observations',
  teams: 'teams',
  campaign: 'campaigns',
  services: 'services',
  areas: 'areas',
} as const;

/** The files of one document, or of a bundle; throws a `DataError` for what is neither. */
export function publishDocument(
  raw: unknown,
  {
    documents: published,
    texts,
  }: { documents: Documents; texts: Readonly<Record<string, string>> },
  now: number,
): DeskResult {
  const bundle = membersOf(raw)['documents'];
  const given = bundle ? membersOf(bundle) : named(raw);
  const warnings: { sheet: string; cell: string; message: string }[] = [];
  const made: Record<string, Document> = {};
  for (const [path, document] of Object.entries(given)) {
    const read = readDocument(shapeOf(membersOf(document)), document);
    for (const fault of read.faults)
      warnings.push({
        sheet: '',
        cell: '',
        message: `${path}: bỏ qua ${fault.path}: ${fault.reason}`,
      });
    const { updated: _, ...rest } = read.document as unknown as Document;
    made[path] = { ...rest, observations: corrected(read.document.observations, published, now) };
  }
  const documents = stamped(made, published, now);
  const before = Object.fromEntries(
    Object.keys(documents).flatMap((path) => (path in published ? [[path, published[path]]] : [])),
  );
  return {
    faults: [],
    warnings,
    documents,
    files: filesOf(documents, published, texts),
    changes: changesBetween(before, documents),
    orphans: [],
    area: Object.keys(documents)[0]?.replace(/^[^/]*\//, ''),
  };
}

function corrected(list: readonly Observation[], published: Documents, now: number): Observation[] {
  const placed = list.map((observation) => ({
    observation,
    row: undefined as never,
    reason: undefined,
    campaign: undefined,
  }));
  return sortFigures(withCorrections(placed, publishedFigures(published), vietnamDay(now)));
}

/** A document by its path; figures also as documents of each area below. */
function named(raw: unknown): Documents {
  const document = membersOf(raw);
  const shape = shapeOf(document);
  const { document: read } = readDocument(shape, raw);
  const own =
    shape.kind === 'campaign'
      ? String(document['id'])
      : shape.kind === 'areas'
        ? String(document['edition'])
        : documentKey(String(document['area']));
  const made: Record<string, unknown> = { [`${FOLDERS[shape.kind]}/${own}`]: raw };
  if (shape !== figuresShape) return made;
  for (const area of new Set(read.observations.map((o) => o.area))) {
    const path = `observations/${documentKey(area)}`;
    if (!(path in made))
      made[path] = {
        ...document,
        area,
        observations: read.observations.filter((o) => o.area === area),
      };
  }
  return made;
}
