import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Area, Observation } from '../../src/api/figures.ts';
import type { Team } from '../../src/api/teams.ts';
import { hasContact, membersOf, Roster, type RosterGroup } from '../../src/domain/roster.ts';
import { RosterItems, type RosterChoices } from '../../src/domain/roster-items.ts';
import { placesOf } from '../../src/i18n/places.ts';
import { isOld, nextReport, totalsOf } from '../../src/domain/roster-totals.ts';

const AREAS: Record<string, Area> = {
  '48@2008': { name: 'Đà Nẵng', kind: 'city', parent: 'vn', until: '2025-06-30' },
  a: { name: 'Đắk', kind: 'ward', parent: '48@2008' },
  b: { name: 'Dân', kind: 'ward', parent: '48@2008' },
  'a.t1': { name: 'Thôn 1', kind: 'hamlet', parent: 'a' },
};
const team = (id: string, area: string, more: Partial<Team> = {}): Team => ({
  id,
  name: id,
  level: 'hamlet',
  area,
  ...more,
});
const LIST = [
  team('Tổ 10', 'a'),
  team('Tổ 2', 'a', { contact: { phone: '111' } }),
  team('Tổ xã', 'a', { level: 'commune' }),
  team('Tổ 1', 'a.t1'),
  team('Tổ phố', 'b', { members: 5 }),
  team('Tổ thành phố', '48@2008', { level: 'commune' }),
];

function itemsOf(teams: readonly Team[], choices: Partial<RosterChoices> = {}): RosterItems {
  const roster = new Roster(AREAS);
  teams.forEach((t) => roster.add(t));
  return new RosterItems(roster, {
    level: '',
    inArea: () => true,
    contact: false,
    hits: undefined,
    order: 'name',
    closed: new Set(),
    columns: 1,
    nameOf: ({ id }: RosterGroup) => (id === '48@2008' ? '' : String(AREAS[id]?.name)),
    teamName: ({ name }) => String(name),
    compare: new Intl.Collator('vi', { numeric: true }).compare,
    ...choices,
  });
}

const rows = (items: RosterItems): string[] =>
  Array.from({ length: items.length }, (_, i) => i).map((i) => {
    const head = items.headAt(i);
    if (head) return `# ${head.group.id} ${head.to - head.from}`;
    return items
      .teamsAt(i)
      .map((t) => items.roster.teams[t]?.id)
      .join(' | ');
  });

describe('the rows of a list', () => {
  test('stand by commune in Vietnamese order, teams of the commune before those of its hamlets', () => {
    assert.deepEqual(rows(itemsOf(LIST)), [
      '# 48@2008 1',
      'Tổ thành phố',
      '# b 1',
      'Tổ phố',
      '# a 4',
      'Tổ xã',
      'Tổ 1',
      'Tổ 2',
      'Tổ 10',
    ]);
  });

  test('keep the order of the source where asked to', () => {
    assert.deepEqual(rows(itemsOf(LIST, { order: 'source' })).slice(0, 3), [
      '# a 4',
      'Tổ 10',
      'Tổ 2',
    ]);
  });

  test('are filtered by level, area and contact; an empty group is left out', () => {
    assert.deepEqual(rows(itemsOf(LIST, { level: 'commune' })), [
      '# 48@2008 1',
      'Tổ thành phố',
      '# a 1',
      'Tổ xã',
    ]);
    assert.deepEqual(rows(itemsOf(LIST, { inArea: ({ id }) => id === 'b' })), ['# b 1', 'Tổ phố']);
    assert.deepEqual(rows(itemsOf(LIST, { contact: true })), ['# a 1', 'Tổ 2']);
  });

  test('a closed group shows its head alone', () => {
    assert.deepEqual(rows(itemsOf(LIST, { closed: new Set(['a']) })).slice(-1), ['# a 4']);
  });

  test('cards stand beside each other, each group in rows of its own', () => {
    assert.deepEqual(rows(itemsOf(LIST, { columns: 3 })).slice(-3), [
      '# a 4',
      'Tổ xã | Tổ 1 | Tổ 2',
      'Tổ 10',
    ]);
  });

  test('what was found stands by rank, the best group first', () => {
    const hits = new Uint8Array(LIST.length).fill(255);
    hits.set([4, 0], 0);
    hits[4] = 2;
    assert.deepEqual(rows(itemsOf(LIST, { hits })), ['# a 2', 'Tổ 2', 'Tổ 10', '# b 1', 'Tổ phố']);
  });

  test('a team is found again in its row', () => {
    const items = itemsOf(LIST);
    assert.equal(items.rowOf(0, 'a'), 8);
    assert.equal(items.rowOf(-1, 'a'), 4);
    assert.equal(items.rowOf(0, 'x'), -1);
  });
});

describe('totals', () => {
  const stated = (
    indicator: string,
    value: number,
    more: Partial<Observation> = {},
  ): Observation => ({
    area: 'a',
    indicator,
    at: '2022',
    value,
    ...more,
  });
  const teams = [
    team('1', 'a', { members: 5 }),
    team('2', 'a', { members: { value: 7 }, level: 'commune' }),
    team('3', 'a', { members: { range: [5, 10] } }),
  ];

  test('agree, or differ from what the data says', () => {
    const totals = totalsOf(teams, [stated('teams', 90), stated('teams.hamlet', 2)], 'a');
    assert.deepEqual(
      totals.map(({ indicator, listed, differs }) => [indicator, listed, differs]),
      [
        ['teams', 3, true],
        ['teams.hamlet', 2, false],
        ['members', 12, false],
      ],
    );
  });

  test('a range is not added: the sum says of how many teams it is', () => {
    const members = totalsOf(teams, [stated('members', 12)], 'a').find(
      (t) => t.indicator === 'members',
    );
    assert.equal(members?.counted, 2);
    assert.equal(members.differs, true);
  });

  test('members in the forms of the data', () => {
    assert.equal(membersOf(team('x', 'a')), undefined);
    assert.equal(membersOf(team('x', 'a', { members: null })), undefined);
    assert.deepEqual(membersOf(team('x', 'a', { members: 0 })), { value: 0 });
    assert.equal(hasContact(team('x', 'a', { contact: { place: 'Nhà văn hóa' } })), false);
  });
});

describe('age and reports', () => {
  test('a list is old after a year', () => {
    assert.equal(isOld('2025-11-22', '2026-11-22'), false);
    assert.equal(isOld('2025-11-20', '2026-11-22'), true);
    assert.equal(isOld('2025-11-20T08:00:00+07:00', '2026-11-22'), true);
    assert.equal(isOld('2025', '2026-11-22'), false);
    assert.equal(isOld(undefined, '2026-11-22'), false);
  });

  test('the next day of a monthly report', () => {
    assert.equal(nextReport({ every: 'P1M', day: 20 }, '2026-11-20'), '2026-11-20');
    assert.equal(nextReport({ day: 20 }, '2026-11-21'), '2026-12-20');
    assert.equal(nextReport({ every: 'P3M', day: 20 }, '2026-11-21'), undefined);
    assert.equal(nextReport(undefined, '2026-11-21'), undefined);
  });
});

test('former communes lead to the one that they went into', () => {
  const areas: Record<string, Area> = {
    'new@2025': { name: 'Thanh Khê', kind: 'ward', parent: '48@2025', from: '2025-07-01' },
    'old@2008': { name: 'Xuân Hà', kind: 'ward', next: ['new@2025'], until: '2025-06-30' },
  };
  assert.deepEqual(placesOf([{ id: 'new@2025' }], areas, 'vi', '2026-11-22'), [
    { id: 'new@2025', name: 'Phường Thanh Khê', above: '', present: '' },
    {
      id: 'new@2025',
      name: 'Phường Xuân Hà (cũ)',
      above: '',
      present: 'nay thuộc phường Thanh Khê',
    },
  ]);
});
