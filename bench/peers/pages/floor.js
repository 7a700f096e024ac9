/* global fetch, location */
/** The floor of `roster`, for a list that comes in pages: the first is drawn, a search fetches the rest. */
import * as floor from '../roster/floor.js';

let next = '/pages/vn@2025.json';
const rows = [];

async function more() {
  const address = new URL(next, location.href);
  const { areas, teams, next: after } = await (await fetch(address)).json();
  next = after && new URL(after, address).href;
  for (const team of teams) {
    const commune = areas[team.area];
    rows.push({
      id: rows.length + 1,
      team: team.name,
      province: areas[commune.parent].name,
      commune: commune.name,
      leader: team.people[0]?.name ?? '',
      role: 'Tổ trưởng',
      members: team.members,
      kpi: rows.length % 100,
    });
  }
}

export async function mount(at) {
  await more();
  floor.mount(at, { rows });
}

export async function update(change) {
  while (next) await more();
  floor.update(change);
}
