/**
 * Figures: the observations of an area and of its children, and the members that every document has
 * (docs/api.md). One source for the checks at run time, the TypeScript types and the published JSON
 * Schema (`schemas/v1`). Unknown members are ignored, so that version 1 can only grow.
 */
import {
  array,
  boolean,
  finite,
  literal,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  regex,
  string,
  unknown,
  type InferOutput,
} from 'valibot';
import type { DocumentSchemas } from './document-kinds.js';
import {
  areaId,
  at,
  count,
  day,
  label,
  list,
  moment,
  num,
  range,
  required,
  text,
  decimals,
} from './fields.js';

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
    children: optional(count()),
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
    decimals: optional(decimals()),
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
 * The members that every document may carry. Records and lists are only checked for being objects and lists
 * here: their items are checked one by one, so that one wrong item never takes the rest with it
 * (`api/read-document.ts`).
 */
export const envelope = {
  version: pipe(text(), regex(/^1(\.\d+)?$/, 'version "1"')),
  updated: optional(moment()),
  areas: optional(record(string(), unknown(), 'an object of areas')),
  indicators: optional(record(string(), unknown(), 'an object of indicators')),
  sources: optional(record(string(), unknown(), 'an object of sources')),
  observations: optional(array(unknown(), 'a list')),
};

export const ObservationsDocumentSchema = object(
  { ...envelope, area: areaId(), observations: list() },
  'a document object',
);

/** What a widget of figures reads: also a campaign's or a team document's observations. */
export const FiguresSchema = object(
  { ...envelope, area: optional(areaId()), id: optional(text()), observations: list() },
  'a document object',
);

export type Area = InferOutput<typeof AreaSchema>;
export type AreaName = InferOutput<typeof AreaNameSchema>;
export type Indicator = InferOutput<typeof IndicatorSchema>;
export type Source = InferOutput<typeof SourceSchema>;
/** One figure: of an area and an indicator, at a date. */
export type Observation = InferOutput<typeof ObservationSchema>;
/** What every document carries after it was read: each record there, each item checked. */
export interface Envelope {
  version: string;
  updated?: string | undefined;
  areas: Record<string, Area>;
  indicators: Record<string, Indicator>;
  sources: Record<string, Source>;
  observations: Observation[];
}

/** The members of a document beside those of every document. */
export type Own<T> = Omit<T, keyof typeof envelope>;

/** Figures of an area and of its children. */
export type Observations = Envelope & Own<InferOutput<typeof FiguresSchema>>;

/** Figures, of whatever document carries observations. */
export const figuresSchemas: DocumentSchemas<Observations> = {
  kind: 'observations',
  schema: FiguresSchema,
  lists: {},
};
