/** Every shape, for what reads documents of any kind: the checks, the schemas, the data desk. */
import type { Envelope, Teams } from './schemas.js';
import { PersonSchema, StructureSchema, TeamSchema, TeamsDocumentSchema } from './schemas.teams.js';
import { campaignShape } from './shapes.campaign.js';
import { areasShape, figuresShape, type Shape } from './shapes.js';
import { servicesShape } from './shapes.services.js';

export { areasShape, campaignShape, figuresShape, servicesShape };
export type { DocumentKind, Schema, Shape } from './shapes.js';

export const teamsShape: Shape<Teams> = {
  kind: 'teams',
  schema: TeamsDocumentSchema,
  lists: { teams: TeamSchema, structure: StructureSchema },
  inner: { teams: { people: PersonSchema } },
};

/** The shape of a document, by the list that tells its kind from the others. */
export function shapeOf(raw: object): Shape<Envelope> {
  if ('teams' in raw) return teamsShape;
  if ('goals' in raw) return campaignShape;
  if ('services' in raw) return servicesShape;
  return 'edition' in raw && !('observations' in raw) ? areasShape : figuresShape;
}
