/** What of a team's people and contacts should not stand in a file that everybody can read. */
import { safeParse } from 'valibot';
import type { Fault } from '../api/faults.js';
import { PersonSchema, TeamSchema } from '../api/teams.js';
import { hasUnagreedName, unlinked } from '../desk/personal.js';

const ContactSchema = TeamSchema.entries.contact.wrapped;

/** Names that no consent allows (the name itself is never said), and contacts that lead nowhere. */
export function personalFindings(team: Readonly<Record<string, unknown>>, today: string): Fault[] {
  const people = Array.isArray(team['people']) ? (team['people'] as unknown[]) : [];
  const named = people.flatMap((item, i) => {
    const person = safeParse(PersonSchema, item);
    if (!person.success || !hasUnagreedName(person.output, today)) return [];
    const reason =
      'a name without a consent that is a day of today or earlier: take it out, anybody can read this file';
    return [{ path: `people[${i}]`, reason }];
  });
  const contact = safeParse(ContactSchema, team['contact']);
  const ways = contact.success ? unlinked(contact.output) : [];
  return [
    ...named,
    ...ways.map((way) => ({
      path: `contact.${way}`,
      reason:
        'no widget makes a link of it: a number, an e-mail address or https://zalo.me/… is expected',
    })),
  ];
}
