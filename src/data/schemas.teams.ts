/** The schemas of team documents; a page without a roster does not load them. */
import { array, object, nullable, optional, picklist, union, unknown } from 'valibot';
import { envelope, areaId, at, count, day, label, list, range, required, text } from './schemas.js';

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

