/** What the teams of an area help with: schema, types and kind. A page without a guide does not load it. */
import { object, optional, type InferOutput } from 'valibot';
import type { DocumentSchemas } from './document-kinds.js';
import { areaId, day, label, list, required, text } from './fields.js';
import { envelope, type Envelope, type Own } from './figures.js';

export const ServiceSchema = object(
  {
    id: required(),
    name: label(),
    about: optional(label()),
    url: optional(text()),
    indicator: optional(text()),
    until: optional(day()),
  },
  'an object',
);

export const ServicesDocumentSchema = object(
  { ...envelope, area: areaId(), services: list() },
  'a document object',
);

export type Service = InferOutput<typeof ServiceSchema>;

/** What the teams of an area help with. */
export type Services = Envelope &
  Omit<Own<InferOutput<typeof ServicesDocumentSchema>>, 'services'> & { services: Service[] };

export const servicesSchemas: DocumentSchemas<Services> = {
  kind: 'services',
  schema: ServicesDocumentSchema,
  lists: { services: ServiceSchema },
};
