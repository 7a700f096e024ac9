/** How a page reads a campaign. */
import type { Campaign } from './campaign.js';
import {
  activityItem,
  campaignDocument,
  goalItem,
  lessonItem,
  milestoneItem,
} from './campaign.plain.generated.js';
import { shapeOf } from './document-shapes.js';

export const campaignShape = /* @__PURE__ */ shapeOf<Campaign>('campaign', {
  document: campaignDocument,
  lists: {
    goals: goalItem,
    milestones: milestoneItem,
    activities: activityItem,
    lessons: lessonItem,
  },
});
