/**
 * Shares equal texts and people between teams, because `JSON.parse` makes a new text for each "leader" and
 * "Thôn 1", and a new object for each deputy without a name: a quarter of the memory of 45.895 teams. Names of people
 * are not looked up, because few of them are equal.
 */
import type { Person, Team } from '../api/teams.js';

export class EqualValues {
  private readonly texts = new Map<string, string>();
  private readonly people = new Map<string, Person>();
  private last: Team | undefined;

  /** Replaces values of a team by equal ones that are there already; the content of the team does not change. */
  share(team: Team): void {
    const { last = team } = this;
    // Neighbours in a list have most in common, and comparing is quicker than looking up.
    team.level = team.level === last.level ? last.level : this.text(team.level);
    team.area = team.area === last.area ? last.area : this.text(team.area);
    if (team.source !== undefined)
      team.source = team.source === last.source ? last.source : this.text(team.source);
    if (typeof team.hamlet === 'string') team.hamlet = this.text(team.hamlet);
    const { people, contact } = team;
    if (typeof contact?.place === 'string') contact.place = this.text(contact.place);
    people?.forEach((person, i) => (people[i] = this.person(person, last.people?.[i])));
    this.last = team;
  }

  /** Lets go of the texts once no more teams come. */
  clear(): void {
    this.texts.clear();
    this.people.clear();
    this.last = undefined;
  }

  private text<T extends string>(text: T): T {
    const known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, text);
    return (known as T | undefined) ?? text;
  }

  /** @param last - who stands in the same place in the team before */
  private person(person: Person, last = person): Person {
    if (!isNumber(person)) {
      person.role = person.role === last.role ? last.role : this.text(person.role);
      return person;
    }
    if (
      person.role === last.role &&
      person.count === last.count &&
      last !== person &&
      isNumber(last)
    )
      return last;
    const key = `${person.role} ${person.count ?? ''}`;
    const known = this.people.get(key);
    if (!known) this.people.set(key, person);
    return known ?? person;
  }
}

/** True for people of whom only the role and the number are known. */
const isNumber = ({ name, given, label, consent }: Person): boolean =>
  (name ?? given ?? label ?? consent) === undefined;
