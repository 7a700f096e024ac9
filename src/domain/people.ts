/** People of a team: who may be named, and in which order. Law 91/2025: no name without a recorded consent. */
import type { Person } from '../api/teams.js';
import { isValidDay } from './calendar.js';

/** The roles of a team, first to last. */
export const ROLES = ['leader', 'deputy', 'member', 'collaborator'] as const;
export type Role = (typeof ROLES)[number];

/** A person, or a number of them, as they may be shown. */
export interface ShownPerson {
  readonly role: Role;
  /** Only with a consent that holds today. */
  readonly name: string | undefined;
  readonly label: Person['label'];
  /** How many; undefined where the data does not say. */
  readonly count: number | undefined;
}

/**
 * The name of a person that may be shown: with a consent date that exists and is not in the future.
 *
 * @param today - the day in Viet Nam, `YYYY-MM-DD`
 */
export function shownName({ name, consent }: Person, today: string): string | undefined {
  const agreed = consent !== undefined && consent <= today && exists(consent);
  return agreed ? name?.trim() || undefined : undefined;
}

/** Consent dates that were checked already, because thousands of people agreed on few days. */
const existing = new Map<string, boolean>();

function exists(day: string): boolean {
  let isDay = existing.get(day);
  if (isDay === undefined) {
    if (existing.size > 5000) existing.clear();
    existing.set(day, (isDay = isValidDay(day)));
  }
  return isDay;
}

/**
 * The word by which Vietnamese people are sorted: `given`, or the last word of the name where `given` is
 * absent.
 */
export function givenName({ name, given }: Person): string {
  return given?.trim() || (name?.trim().split(/\s+/).pop() ?? '');
}

/**
 * The people of a team by role, inside a role those with a name first, by given name.
 *
 * @param compare - the order of names in the reader's language (`nameOrder` of `i18n/order.ts`)
 */
export function shownPeople(
  people: readonly Person[] | undefined,
  today: string,
  compare: (a: string, b: string) => number,
): ShownPerson[] {
  const named = (people ?? []).map((person) => ({ person, name: shownName(person, today) }));
  const order = (a: (typeof named)[number], b: (typeof named)[number]): number =>
    ROLES.indexOf(a.person.role) - ROLES.indexOf(b.person.role) ||
    +(a.name === undefined) - +(b.name === undefined) ||
    (a.name === undefined || b.name === undefined
      ? 0
      : compare(givenName(a.person), givenName(b.person)) || compare(a.name, b.name));
  return named
    .sort(order)
    .map(({ person: { role, label, count }, name }) => ({ role, name, label, count }));
}
