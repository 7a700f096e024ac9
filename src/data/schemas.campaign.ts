/** The schemas of campaign documents; a page without a tracker does not load them. */
import { array, object, optional, picklist } from 'valibot';
import { envelope, TextSchema, areaId, at, day, label, list, num, required, text } from './schemas.js';

export const GoalSchema = object(
  {
    indicator: required(),
    target: num(),
    due: optional(day()),
    baseline: optional(num()),
    pace: optional(picklist(['linear', 'level'], '"linear" or "level"')),
  },
  'an object',
);

export const MilestoneSchema = object({ at: at(), title: label() }, 'an object');

export const ActivitySchema = object(
  {
    title: label(),
    url: optional(text()),
    platforms: optional(array(TextSchema, 'a list of texts')),
  },
  'an object',
);

export const CampaignDocumentSchema = object(
  {
    ...envelope,
    id: required(),
    area: optional(areaId()),
    name: label(),
    start: day(),
    end: day(),
    basis: optional(label()),
    goals: list(),
    highlights: optional(array(text(), 'a list of indicator keys')),
    milestones: optional(list()),
    activities: optional(list()),
  },
  'a document object',
);

