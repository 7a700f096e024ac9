/** The rows of a list: groups and teams after filter, search and order, as flat arrays of numbers. */
import type { Team } from '../api/teams.js';
import { hasContact, membersOf, type Roster, type RosterGroup } from './roster.js';
import { NOWHERE, type Ranks } from './search-text.js';

export type Order = 'name' | 'source' | 'members';

export interface RosterChoices {
  readonly level: string;
  /** Whether a group's area is one of those asked for. */
  readonly inArea: (group: RosterGroup) => boolean;
  readonly contact: boolean;
  /** The rank of each team in a search; undefined without a search. */
  readonly hits: Ranks | undefined;
  readonly order: Order;
  /** Ids of the groups that the reader closed. */
  readonly closed: ReadonlySet<string>;
  /** Teams in a row: cards stand side by side. */
  readonly columns: number;
  /** The name of a group, by which groups are sorted. */
  readonly nameOf: (group: RosterGroup) => string;
  /** The name of a team, by which the teams of a group are sorted. */
  readonly teamName: (team: Team) => string;
  readonly compare: (a: string, b: string) => number;
}

/** A group and its teams in the list: the stretch of `teamIndexes` from `from` up to before `to`. */
export interface GroupSpan {
  readonly group: RosterGroup;
  readonly from: number;
  readonly to: number;
  sorted: boolean;
}

export class RosterItems {
  readonly spans: GroupSpan[] = [];
  /** Indexes of the teams in the list, group by group. */
  readonly teamIndexes: number[] = [];
  /** -1 - g: the head of `spans[g]`; else where a row begins in `teamIndexes`. */
  private readonly codes: number[] = [];
  /** Which group a row belongs to. */
  private readonly owner: number[] = [];

  constructor(
    readonly roster: Roster,
    private readonly choices: RosterChoices,
  ) {
    for (const group of this.ordered()) this.push(group);
  }

  get length(): number {
    return this.codes.length;
  }

  /** The group whose head stands in a row; undefined for a row of teams. */
  headAt(index: number): GroupSpan | undefined {
    const code = this.codes[index] ?? 0;
    return code < 0 ? this.spans[-1 - code] : undefined;
  }

  ownerAt(index: number): GroupSpan | undefined {
    return this.spans[this.owner[index] ?? -1];
  }

  /** Teams that stand beside each other in a full row. */
  get columns(): number {
    return this.choices.columns;
  }

  /** The teams of a row: one, or as many as there are columns. */
  teamsAt(index: number): number[] {
    const code = this.codes[index];
    const owner = this.ownerAt(index);
    if (code === undefined || code < 0 || !owner) return [];
    this.sort(owner);
    return this.teamIndexes.slice(code, Math.min(code + this.choices.columns, owner.to));
  }

  /** The teams of a group, in their order. */
  teamsOf(owner: GroupSpan): number[] {
    this.sort(owner);
    return this.teamIndexes.slice(owner.from, owner.to);
  }

  /** The row in which a team or, failing that, a group's head stands; -1 where neither does. */
  rowOf(team: number, groupId: string): number {
    for (let i = 0; i < this.codes.length; i++) {
      const owner = this.ownerAt(i);
      if (owner?.group.id !== groupId) continue;
      if (team < 0 || this.teamsAt(i).includes(team)) return i;
    }
    return -1;
  }

  /** A key of a row, which stays the same when rows come before it. */
  keyAt(index: number): string {
    const head = this.headAt(index);
    if (head) return `g:${head.group.id}`;
    const [first = -1] = this.teamsAt(index);
    return `t:${this.roster.teams[first]?.id ?? ''}`;
  }

  /** The row of a key that `keyAt` of these or of other items gave; -1 where it is no more. */
  rowOfKey(key: string): number {
    const id = key.slice(2);
    if (key.startsWith('g:')) return this.rowOf(-1, id);
    const index = this.roster.teams.findIndex((team) => team.id === id);
    return index < 0 ? -1 : this.rowOf(index, this.roster.groupOf[index]?.id ?? '');
  }

  /** Sorts the teams of a group when its rows are first drawn, because most groups are never drawn. */
  private sort(owner: GroupSpan): void {
    if (owner.sorted) return;
    owner.sorted = true;
    const { hits, order, compare, teamName } = this.choices;
    if (order === 'source' && !hits) return;
    const byName =
      order === 'source' ? () => 0 : (a: Team, b: Team) => compare(teamName(a), teamName(b));
    const { teams } = this.roster;
    const sorted = this.teamIndexes.slice(owner.from, owner.to).sort((a, b) => {
      const [one, other] = [teams[a], teams[b]];
      if (!one || !other) return 0;
      return (
        (hits?.[a] ?? 0) - (hits?.[b] ?? 0) ||
        (order === 'members' ? size(other) - size(one) : 0) ||
        +(one.level === 'hamlet') - +(other.level === 'hamlet') ||
        byName(one, other) ||
        a - b
      );
    });
    sorted.forEach((team, i) => (this.teamIndexes[owner.from + i] = team));
  }

  private ordered(): RosterGroup[] {
    const { hits, order, nameOf, compare, inArea } = this.choices;
    const groups = this.roster.groups.filter(inArea);
    const best = hits && groups.map(({ teams }) => bestOf(hits, teams));
    const ranked = groups
      .map((group, i) => ({
        group,
        rank: best?.[i] ?? 0,
        name: order === 'source' ? '' : nameOf(group),
      }))
      .filter(({ rank }) => rank !== NOWHERE);
    ranked.sort(
      (a, b) =>
        a.rank - b.rank ||
        (order === 'source' ? 0 : compare(a.name, b.name)) ||
        a.group.index - b.group.index,
    );
    return ranked.map(({ group }) => group);
  }

  private push(group: RosterGroup): void {
    const { level, contact, hits, closed, columns } = this.choices;
    const from = this.teamIndexes.length;
    for (const index of group.teams) {
      if (hits && (hits[index] ?? NOWHERE) === NOWHERE) continue;
      const team = this.roster.teams[index];
      if (!team || (level && team.level !== level) || (contact && !hasContact(team))) continue;
      this.teamIndexes.push(index);
    }
    if (this.teamIndexes.length === from) return;
    const owner = this.spans.length;
    this.spans.push({ group, from, to: this.teamIndexes.length, sorted: false });
    this.codes.push(-1 - owner);
    this.owner.push(owner);
    if (closed.has(group.id)) return;
    for (let at = from; at < this.teamIndexes.length; at += columns) {
      this.codes.push(at);
      this.owner.push(owner);
    }
  }
}

function bestOf(hits: Ranks, teams: readonly number[]): number {
  let best = NOWHERE;
  for (const team of teams) best = Math.min(best, hits[team] ?? NOWHERE);
  return best;
}

/** The number of members for the order; a team without one comes last. */
function size(team: Team): number {
  const members = membersOf(team);
  return members?.value ?? members?.range?.[0] ?? -1;
}
