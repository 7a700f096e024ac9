/** The shape of service documents. */
import type { Services } from './schemas.js';
import { ServiceSchema, ServicesDocumentSchema } from './schemas.services.js';
import type { Shape } from './shapes.js';

export const servicesShape: Shape<Services> = {
  kind: 'services',
  schema: ServicesDocumentSchema,
  lists: { services: ServiceSchema },
};
