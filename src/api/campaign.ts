/** One campaign: schema, types and kind. A page without a tracker does not load it. */
import { array, object, optional, picklist, type InferOutput } from 'valibot';
import type { DocumentSchemas } from './document-kinds.js';
import { TextSchema, areaId, at, day, label, list, num, required, text } from './fields.js';
import { envelope, type Envelope, type Own } from './figures.js';

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

export const LessonSchema = object({ title: label(), detail: optional(label()) }, 'an object');

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
    lessons: optional(list()),
  },
  'a document object',
);

export type Goal = InferOutput<typeof GoalSchema>;
export type Milestone = InferOutput<typeof MilestoneSchema>;
export type Activity = InferOutput<typeof ActivitySchema>;
export type Lesson = InferOutput<typeof LessonSchema>;

/** One campaign. */
export type Campaign = Envelope &
  Omit<
    Own<InferOutput<typeof CampaignDocumentSchema>>,
    'goals' | 'milestones' | 'activities' | 'lessons'
  > & {
    goals: Goal[];
    milestones: Milestone[];
    activities: Activity[];
    lessons: Lesson[];
  };

export const campaignSchemas: DocumentSchemas<Campaign> = {
  kind: 'campaign',
  schema: CampaignDocumentSchema,
  lists: {
    goals: GoalSchema,
    milestones: MilestoneSchema,
    activities: ActivitySchema,
    lessons: LessonSchema,
  },
};
