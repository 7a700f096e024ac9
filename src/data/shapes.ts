/**
 * The shapes of the documents: which schema a document has, and which of its lists are checked
 * item by item. A widget imports only the shape that it shows.
 */
import type { BaseIssue, BaseSchema } from 'valibot';
import { ActivitySchema, CampaignDocumentSchema, GoalSchema, MilestoneSchema } from './schemas.campaign.js';
import { AreasDocumentSchema, FiguresSchema, type Areas, type Campaign, type Envelope, type Observations, type Services, type Teams } from './schemas.js';
import { PersonSchema, StructureSchema, TeamSchema, TeamsDocumentSchema } from './schemas.teams.js';
import { ServiceSchema, ServicesDocumentSchema } from './schemas.services.js';

export type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;
export type DocumentKind = 'observations' | 'teams' | 'campaign' | 'services' | 'areas';

/** How one kind of document is read. `D` is what comes out. */
export interface Shape<D extends Envelope> {
  readonly kind: DocumentKind;
  readonly schema: Schema;
  /** The lists beside `observations`, and the schema of their items. */
  readonly lists: Readonly<Record<string, Schema>>;
  /** Lists inside the items of a list: `teams` have `people`. */
  readonly inner?: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
  /** Only for the type. */
  readonly document?: D;
}

/** Figures, of whatever document carries observations. */
export const figuresShape: Shape<Observations> = { kind: 'observations', schema: FiguresSchema, lists: {} };

export const teamsShape: Shape<Teams> = {
  kind: 'teams',
  schema: TeamsDocumentSchema,
  lists: { teams: TeamSchema, structure: StructureSchema },
  inner: { teams: { people: PersonSchema } },
};

export const campaignShape: Shape<Campaign> = {
  kind: 'campaign',
  schema: CampaignDocumentSchema,
  lists: { goals: GoalSchema, milestones: MilestoneSchema, activities: ActivitySchema },
};

export const servicesShape: Shape<Services> = {
  kind: 'services',
  schema: ServicesDocumentSchema,
  lists: { services: ServiceSchema },
};

export const areasShape: Shape<Areas> = { kind: 'areas', schema: AreasDocumentSchema, lists: {} };

/** The shape of a document, by the list that tells its kind from the others. */
export function shapeOf(raw: object): Shape<Envelope> {
  if ('teams' in raw) return teamsShape;
  if ('goals' in raw) return campaignShape;
  if ('services' in raw) return servicesShape;
  return 'edition' in raw && !('observations' in raw) ? areasShape : figuresShape;
}
