/** Every kind of document, for what reads all of them: the checks, the schemas, the data desk. */
import { areasShape } from './areas.js';
import { campaignShape } from './campaign.js';
import type { Shape } from './document-kinds.js';
import { figuresShape, type Envelope } from './figures.js';
import { servicesShape } from './services.js';
import { teamsShape } from './teams.js';

export { areasShape, campaignShape, figuresShape, servicesShape, teamsShape };
export type { DocumentKind, Schema, Shape } from './document-kinds.js';

/** The kind of a document, by the list that tells it from the others. */
export function shapeOf(raw: object): Shape<Envelope> {
  if ('teams' in raw) return teamsShape;
  if ('goals' in raw) return campaignShape;
  if ('services' in raw) return servicesShape;
  return 'edition' in raw && !('observations' in raw) ? areasShape : figuresShape;
}
