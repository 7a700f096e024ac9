/** Every kind of document, for what reads all of them: the checks, the schemas, the data desk. */
import { areasSchemas } from './areas.js';
import { campaignSchemas } from './campaign.js';
import type { DocumentSchemas } from './document-kinds.js';
import { figuresSchemas, type Envelope } from './figures.js';
import { servicesSchemas } from './services.js';
import { teamsSchemas } from './teams.js';

export { areasSchemas, campaignSchemas, figuresSchemas, servicesSchemas, teamsSchemas };
export type { DocumentKind, Schema, DocumentSchemas } from './document-kinds.js';

/** The kind of a document, by the list that tells it from the others. */
export function schemasOf(raw: object): DocumentSchemas<Envelope> {
  if ('teams' in raw) return teamsSchemas;
  if ('goals' in raw) return campaignSchemas;
  if ('services' in raw) return servicesSchemas;
  return 'edition' in raw && !('observations' in raw) ? areasSchemas : figuresSchemas;
}
