/** The teams of a list, grouped by commune as they arrive. A team above the commune stands under its own area. */
import type { Area } from '../api/figures.js';
import type { Team } from '../api/teams.js';
import { areaKind } from './areas.js';

/** How many members a team has, in the forms that the data may give. */
export interface Members {
  readonly value?: number | undefined;
  readonly range?: readonly [number, number | null] | undefined;
  readonly approx?: '>' | '<' | '~' | undefined;
}

/** The teams of one commune, or of an area above. */
export interface RosterGroup {
  /** The area's id. */
  readonly id: string;
  /** Where it came in the list. */
  readonly index: number;
  /** Indexes of its teams. */
  readonly teams: number[];
}

/** The members of a team as an object; undefined where the data does not say. */
export function membersOf({ members }: Team): Members | undefined {
  if (members === undefined || members === null) return undefined;
  if (typeof members === 'number') return { value: members };
  return members.value === undefined && !members.range ? undefined : members;
}

/** A number of members that can be added: no range, no approximation. */
export function exactMembers(team: Team): number | undefined {
  const members = membersOf(team);
  return members && !members.range && !members.approx ? members.value : undefined;
}

/** Whether a team says how it can be reached. */
export function hasContact({ contact }: Team): boolean {
  return !!contact && !!(contact.phone?.trim() || contact.zalo?.trim() || contact.email?.trim());
}

export class Roster {
  readonly teams: Team[] = [];
  readonly groups: RosterGroup[] = [];
  /** The group of each team. */
  readonly groupOf: RosterGroup[] = [];
  private readonly byArea = new Map<string, RosterGroup>();

  /** @param areas - the areas of the list; pages may add to them */
  constructor(readonly areas: Readonly<Record<string, Area>>) {}

  add(team: Team): void {
    const group = this.byArea.get(team.area) ?? this.newGroup(team.area);
    group.teams.push(this.teams.length);
    this.groupOf.push(group);
    this.teams.push(team);
  }

  /** The group that holds an area's teams; also of a hamlet. */
  group(area: string): RosterGroup | undefined {
    return this.byArea.get(area) ?? this.groups.find(({ id }) => id === area);
  }

  private newGroup(area: string): RosterGroup {
    const record = this.areas[area];
    const isHamlet = record && areaKind(record) === 'hamlet' && record.parent;
    const id = isHamlet ? (record.parent ?? area) : area;
    let group = this.byArea.get(id);
    if (!group) {
      group = { id, index: this.groups.length, teams: [] };
      this.groups.push(group);
    }
    this.byArea.set(id, group);
    this.byArea.set(area, group);
    return group;
  }
}
