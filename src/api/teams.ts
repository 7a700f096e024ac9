/** The teams of an area: schema, types and kind. A page without a roster does not load it. */
import {
  array,
  nullable,
  object,
  optional,
  picklist,
  union,
  unknown,
  type InferOutput,
} from 'valibot';
import type { DocumentSchemas } from './document-kinds.js';
import { areaId, at, count, day, label, list, range, required, text } from './fields.js';
import { envelope, type Envelope, type Own } from './figures.js';

const role = () =>
  picklist(
    ['leader', 'deputy', 'member', 'collaborator'],
    '"leader", "deputy", "member" or "collaborator"',
  );

export const PersonSchema = object(
  {
    role: role(),
    count: optional(count()),
    name: optional(text()),
    given: optional(text()),
    label: optional(label()),
    consent: optional(day()),
  },
  'an object',
);

export const TeamSchema = object(
  {
    id: required(),
    name: label(),
    level: picklist(['commune', 'hamlet'], '"commune" or "hamlet"'),
    area: areaId(),
    parent: optional(text()),
    hamlet: optional(label()),
    founded: optional(at()),
    members: optional(
      nullable(
        union(
          [
            count(),
            object({
              value: optional(count()),
              range: optional(range()),
              approx: optional(picklist(['>', '<', '~'])),
            }),
          ],
          'a number, or an object with value, range or approx',
        ),
      ),
    ),
    people: optional(array(unknown(), 'a list of people')),
    contact: optional(
      object(
        {
          zalo: optional(text()),
          phone: optional(text()),
          email: optional(text()),
          place: optional(label()),
          note: optional(label()),
        },
        'an object',
      ),
    ),
    source: optional(text()),
  },
  'an object',
);

export const StructureSchema = object(
  {
    level: text(),
    role: optional(text()),
    label: optional(label()),
    count: optional(union([count(), range()], 'a number or a range')),
  },
  'an object',
);

export const TeamsDocumentSchema = object(
  {
    ...envelope,
    area: areaId(),
    term: optional(label()),
    structure: optional(list()),
    reporting: optional(
      object(
        { every: optional(text()), day: optional(count()), to: optional(label()) },
        'an object',
      ),
    ),
    teams: list(),
    next: optional(text()),
  },
  'a document object',
);

export type Person = InferOutput<typeof PersonSchema>;
export type Structure = InferOutput<typeof StructureSchema>;

/** `people` is checked person by person. */
export type Team = Omit<InferOutput<typeof TeamSchema>, 'people'> & { people?: Person[] };

/** The teams of an area. */
export type Teams = Envelope &
  Omit<Own<InferOutput<typeof TeamsDocumentSchema>>, 'teams' | 'structure'> & {
    teams: Team[];
    structure: Structure[];
  };

/** The teams of an area, of which none has been looked at yet; its areas stand in `rawAreas` until they are. */
export type RosterDocument = Omit<Teams, 'teams'> & {
  teams: readonly unknown[];
  rawAreas: Readonly<Record<string, unknown>>;
};

export const teamsSchemas: DocumentSchemas<Teams> = {
  kind: 'teams',
  schema: TeamsDocumentSchema,
  lists: { teams: TeamSchema, structure: StructureSchema },
  inner: { teams: { people: PersonSchema } },
};
