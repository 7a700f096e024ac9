/** The shape of campaign documents. */
import { ActivitySchema, CampaignDocumentSchema, GoalSchema, MilestoneSchema } from './schemas.campaign.js';
import type { Campaign } from './schemas.js';
import type { Shape } from './shapes.js';

export const campaignShape: Shape<Campaign> = {
  kind: 'campaign',
  schema: CampaignDocumentSchema,
  lists: { goals: GoalSchema, milestones: MilestoneSchema, activities: ActivitySchema },
};
