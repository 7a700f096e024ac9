/** The quick look of a roster at its teams, held against the schema of teams. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeParse } from 'valibot';
import type { Fault } from '../../src/api/faults.ts';
import { AreaSchema } from '../../src/api/figures.ts';
import { readAreas, readTeam, type RosterDocument } from '../../src/api/roster-document.ts';
import { PersonSchema, TeamSchema } from '../../src/api/teams.ts';

const TEAM = {
  id: 'mau-1',
  name: 'Tổ mẫu 1',
  level: 'hamlet',
  area: '20224@2008',
  hamlet: { vi: 'Thôn 1', en: 'Hamlet 1' },
  members: 5,
  people: [{ role: 'leader', name: 'Nguyễn Thị Mẫu', consent: '2026-01-02' }],
  contact: { phone: '0000 000 001' },
  source: 's',
};

/** What somebody may write where a value belongs, right or wrong. */
const values = fc.constantFrom<unknown>(
  ...[undefined, null, '', ' ', 'x', 'leader', 'hamlet', '48@2008', '2026-01-02', '2026-13-45'],
  ...[0, 5, 5.5, -1, NaN, true, [], {}, [1, 2], [5, null], ['x'], { vi: 'x' }, { vi: 1 }],
  ...[{ value: 5 }, { phone: '1' }, { phone: 1 }, [{ role: 'leader' }], [{ role: 'x' }], [null]],
);
const record = (keys: readonly string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, values])), { requiredKeys: [] });

function read(value: unknown): { team: unknown; faults: Fault[] } {
  const faults: Fault[] = [];
  const team = readTeam([value], 0, (fault) => faults.push(fault));
  return { team, faults };
}

/** What the schema makes of a team, its people checked one by one. */
function bySchema(value: unknown): unknown {
  const { success, output } = safeParse(TeamSchema, value);
  if (!success) return undefined;
  const { people, ...team } = output;
  const good = people?.filter((person) => safeParse(PersonSchema, person).success);
  return good ? { ...team, people: good } : team;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

test('a team in the usual form is taken as it is, without a copy', () => {
  assert.equal(read(TEAM).team, TEAM);
});

test('the quick look and the schema agree on every team', () => {
  const teams = fc.tuple(record(Object.keys(TeamSchema.entries)), fc.boolean(), fc.nat(11));
  fc.assert(
    fc.property(teams, ([change, few, pick]) => {
      const keys = Object.keys(change);
      const one = keys[pick % Math.max(1, keys.length)] ?? '';
      const team = { ...TEAM, ...(few ? { [one]: change[one] } : change) };
      // The quick look keeps members that no schema knows; nobody reads those.
      assert.deepEqual(plain(bySchema(read(team).team)), plain(bySchema(team)));
      assert.equal(read(team).team === undefined, bySchema(team) === undefined);
    }),
    { numRuns: 3000 },
  );
});

test('every member that the schema checks is checked by the quick look, too', () => {
  const wrong: readonly unknown[] = [NaN, -1, true, [-1], { x: -1 }];
  const members = {
    '': [TeamSchema.entries, (change: object) => ({ ...TEAM, ...change })],
    contact: [
      TeamSchema.entries.contact.wrapped.entries,
      (change: object) => ({ ...TEAM, contact: change }),
    ],
    people: [
      PersonSchema.entries,
      (change: object) => ({ ...TEAM, people: [{ role: 'leader', ...change }] }),
    ],
  } as const;
  for (const [where, [entries, teamWith]] of Object.entries(members))
    for (const key of Object.keys(entries))
      for (const value of wrong) {
        const team = teamWith({ [key]: value });
        const kept = bySchema(team) as { people?: unknown[] } | undefined;
        const { people } = team as { people?: readonly unknown[] };
        const refused = !kept || kept.people?.length !== people?.length;
        assert.equal(read(team).faults.length > 0, refused, `${where} ${key} ${String(value)}`);
      }
});

test('the quick look and the schema agree on every area', () => {
  fc.assert(
    fc.property(record(Object.keys(AreaSchema.entries)), (change) => {
      const area = { name: 'Mẫu', ...change };
      const areas = readAreas(
        { rawAreas: { a: area } } as unknown as RosterDocument,
        () => undefined,
      );
      const { success, output } = safeParse(AreaSchema, area);
      const kept = areas['a'] && safeParse(AreaSchema, areas['a']).output;
      assert.deepEqual(plain(kept), plain(success ? output : undefined));
    }),
    { numRuns: 2000 },
  );
});
