/**
 * The shapes of API version 1 (docs/api.md): the one source of the checks at run time,
 * of the TypeScript types below and of the published JSON Schema (`schemas/v1`).
 *
 * The message of each check says what was expected; `data/faults.ts` makes
 * `observations[3].value: a number or null, not "15.000"` of it. Unknown members are
 * ignored, so that version 1 can only grow.
 */
import {
  array,
  boolean,
  finite,
  literal,
  object,
  minValue,
  nonEmpty,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  string,
  tuple,
  union,
  unknown,
  type InferOutput,
} from 'valibot';
import type {
  ActivitySchema,
  CampaignDocumentSchema,
  GoalSchema,
  MilestoneSchema,
} from './schemas.campaign.js';
import type { ServiceSchema, ServicesDocumentSchema } from './schemas.services.js';
import type {
  PersonSchema,
  StructureSchema,
  TeamSchema,
  TeamsDocumentSchema,
} from './schemas.teams.js';


export const text = () => string('a text');
export const num = () => pipe(number('a number'), finite('a finite number'));
export const count = () => pipe(number('a number'), minValue(0, 'a number from 0 up'));
export const required = () => pipe(text(), nonEmpty('a text that is not empty'));

/** An area's identity: `vn`, or `code@edition` such as `44@2025` or `20224.tdp11@2008`. */
export const AREA_ID = /^(vn|[0-9A-Za-z][\w.-]*@\d{4})$/;
export const areaId = () => pipe(text(), regex(AREA_ID, 'an area id such as "44@2025"'));

const DAY =
  '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?';
/** ISO 8601 with reduced precision, or an interval: `2023`, `2023-09`, `2023-01/2023-06`. */
export const AT = new RegExp(`^${DAY}(/${DAY})?$`);
export const at = () => pipe(text(), regex(AT, 'an ISO 8601 date such as "2023-09" or "2023-01/2023-06"'));
export const day = () => pipe(text(), regex(/^\d{4}-\d\d-\d\d$/, 'a day such as "2022-06-01"'));
const moment = () =>
  pipe(
    text(),
    regex(new RegExp(`^${DAY}$`), 'a date and time such as "2023-12-12T08:00:00+07:00"'),
  );

/** A string (Vietnamese), or a text for each language. */
export const TextSchema = union(
  [string(), record(string(), string())],
  'a text, or an object of texts by language',
);
export const label = () => TextSchema;

/** A lower and an upper end; `null` as the upper end means "or more". */
export const range = () => tuple([num(), nullable(num())], 'a range such as [5, 10] or [10, null]');

export const AreaNameSchema = object(
  { name: label(), kind: optional(text()), from: optional(day()), until: optional(day()) },
  'an object',
);

export const AreaSchema = object(
  {
    name: label(),
    kind: optional(text()),
    parent: optional(areaId()),
    from: optional(day()),
    until: optional(day()),
    next: optional(array(areaId(), 'a list of area ids')),
    names: optional(array(AreaNameSchema, 'a list of names with dates')),
    district: optional(label()),
  },
  'an object',
);

export const IndicatorSchema = object(
  {
    name: label(),
    unit: optional(label()),
    better: optional(picklist(['higher', 'lower'], '"higher" or "lower"')),
    of: optional(count()),
    aggregate: optional(literal('sum', '"sum"')),
    definition: optional(label()),
    decimals: optional(count()),
  },
  'an object',
);

export const SourceSchema = object(
  {
    title: label(),
    publisher: optional(label()),
    url: optional(text()),
    sample: optional(boolean('true or false')),
  },
  'an object',
);

export const ObservationSchema = object(
  {
    area: areaId(),
    indicator: required(),
    at: optional(at()),
    atApprox: optional(boolean('true or false')),
    value: optional(nullable(pipe(number('a number or null'), finite('a finite number or null')))),
    range: optional(range()),
    num: optional(num()),
    den: optional(num()),
    approx: optional(picklist(['>', '<', '~'], '">", "<" or "~"')),
    status: optional(
      picklist(['missing', 'estimated', 'provisional'], '"missing", "estimated" or "provisional"'),
    ),
    change: optional(object({ value: num(), since: optional(at()) }, 'an object')),
    target: optional(num()),
    source: optional(text()),
    note: optional(label()),
    corrected: optional(
      object({ at: day(), was: nullable(num()), reason: optional(label()) }, 'an object'),
    ),
  },
  'an object',
);

/**
 * The members that every document may carry. Records and lists are only checked for
 * being objects and lists here: their items are checked one by one, so that one wrong
 * item never takes the rest with it (`data/read-document.ts`).
 */
export const envelope = {
  version: pipe(text(), regex(/^1(\.\d+)?$/, 'version "1"')),
  updated: optional(moment()),
  areas: optional(record(string(), unknown(), 'an object of areas')),
  indicators: optional(record(string(), unknown(), 'an object of indicators')),
  sources: optional(record(string(), unknown(), 'an object of sources')),
  observations: optional(array(unknown(), 'a list')),
};

export const list = () => array(unknown(), 'a list');

export const ObservationsDocumentSchema = object(
  { ...envelope, area: areaId(), observations: list() },
  'a document object',
);

/** What a widget of figures reads: also a campaign's or a team document's observations. */
export const FiguresSchema = object(
  { ...envelope, area: optional(areaId()), id: optional(text()), observations: list() },
  'a document object',
);

export const AreasDocumentSchema = object(
  {
    ...envelope,
    edition: pipe(text(), regex(/^\d{4}$/, 'an edition such as "2025"')),
    from: optional(day()),
    until: optional(day()),
    areas: record(string(), unknown(), 'an object of areas'),
  },
  'a document object',
);

export const BundleSchema = object(
  { version: envelope.version, documents: record(string(), unknown(), 'an object of documents') },
  'a bundle object',
);

/** RFC 9457: what a polite server says about an error. */
export const ProblemSchema = object({
  title: optional(string()),
  status: optional(number()),
  detail: optional(string()),
});

/** A text in Vietnamese, or a text for each language (`{vi, en}`). */
export type Text = InferOutput<typeof TextSchema>;
export type Area = InferOutput<typeof AreaSchema>;
export type AreaName = InferOutput<typeof AreaNameSchema>;
export type Indicator = InferOutput<typeof IndicatorSchema>;
export type Source = InferOutput<typeof SourceSchema>;
/** One figure: of an area and an indicator, at a date. */
export type Observation = InferOutput<typeof ObservationSchema>;
export type Person = InferOutput<typeof PersonSchema>;
export type Goal = InferOutput<typeof GoalSchema>;
export type Milestone = InferOutput<typeof MilestoneSchema>;
export type Activity = InferOutput<typeof ActivitySchema>;
export type Service = InferOutput<typeof ServiceSchema>;
export type Structure = InferOutput<typeof StructureSchema>;

/** `people` is checked person by person. */
export type Team = Omit<InferOutput<typeof TeamSchema>, 'people'> & { people?: Person[] };

/** What every document carries after it was read: each record there, each item checked. */
export interface Envelope {
  version: string;
  updated?: string | undefined;
  areas: Record<string, Area>;
  indicators: Record<string, Indicator>;
  sources: Record<string, Source>;
  observations: Observation[];
}

type Own<T> = Omit<T, keyof typeof envelope>;

/** Figures of an area and of its children. */
export type Observations = Envelope & Own<InferOutput<typeof FiguresSchema>>;
/** The teams of an area. */
export type Teams = Envelope &
  Omit<Own<InferOutput<typeof TeamsDocumentSchema>>, 'teams' | 'structure'> & {
    teams: Team[];
    structure: Structure[];
  };
/** One campaign. */
export type Campaign = Envelope &
  Omit<Own<InferOutput<typeof CampaignDocumentSchema>>, 'goals' | 'milestones' | 'activities'> & {
    goals: Goal[];
    milestones: Milestone[];
    activities: Activity[];
  };
/** What the teams of an area help with. */
export type Services = Envelope &
  Omit<Own<InferOutput<typeof ServicesDocumentSchema>>, 'services'> & { services: Service[] };
/** The areas of one administrative edition. */
export type Areas = Envelope & Own<InferOutput<typeof AreasDocumentSchema>>;
