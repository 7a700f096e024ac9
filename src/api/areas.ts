/** The areas of one administrative edition: `areas/2025.json`. */
import { object, optional, pipe, record, regex, string, unknown, type InferOutput } from 'valibot';
import type { DocumentSchemas } from './document-kinds.js';
import { day, text } from './fields.js';
import { envelope, type Envelope, type Own } from './figures.js';

export const AreasDocumentSchema = object(
  {
    ...envelope,
    edition: pipe(text(), regex(/^\d{4}$/, 'an edition such as "2025"')),
    from: optional(day()),
    until: optional(day()),
    areas: record(string(), unknown(), 'an object of areas'),
  },
  'a document object',
);

/** The areas of one administrative edition. */
export type Areas = Envelope & Own<InferOutput<typeof AreasDocumentSchema>>;

export const areasSchemas: DocumentSchemas<Areas> = {
  kind: 'areas',
  schema: AreasDocumentSchema,
  lists: {},
};
