/** The schemas of service documents; a page without a guide does not load them. */
import { object, optional } from 'valibot';
import { envelope, areaId, day, label, list, required, text } from './schemas.js';

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

