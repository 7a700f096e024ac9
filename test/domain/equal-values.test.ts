/** A list of many teams keeps one of each equal value, and says what it said before. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Team } from '../../src/api/teams.js';
import { EqualValues } from '../../src/domain/equal-values.js';

const TEXT = JSON.stringify([
  {
    id: 'a',
    name: 'Tổ 1',
    level: 'hamlet',
    area: '20224@2008',
    hamlet: 'Thôn 1',
    people: [{ role: 'leader', name: 'Mẫu An' }, { role: 'deputy' }, { role: 'member', count: 2 }],
    contact: { place: 'Nhà văn hóa Thôn 1' },
    source: 'sample',
  },
  { id: 'b', name: { vi: 'Tổ 2' }, level: 'commune', area: '20209@2008', hamlet: { vi: 'Thôn 2' } },
  {
    id: 'c',
    name: 'Tổ 3',
    level: 'hamlet',
    area: '20224@2008',
    members: null,
    people: [
      { role: 'deputy' },
      { role: 'member', count: 3 },
      { role: 'member' },
      { role: 'deputy', consent: '2026-01-01' },
      { role: 'member', count: 2 },
    ],
    contact: {},
  },
]);

describe('equal values of teams', () => {
  const shared = () => {
    const teams = JSON.parse(TEXT) as Team[];
    const equal = new EqualValues();
    teams.forEach((team) => equal.share(team));
    equal.clear();
    return teams;
  };

  it('leave every team as it was', () => {
    assert.deepEqual(shared(), JSON.parse(TEXT));
  });

  it('are one object for people without a name, and only for equal ones', () => {
    const [first, , third] = shared();
    assert.equal(first?.people?.[1], third?.people?.[0]);
    assert.equal(first?.people?.[2], third?.people?.[4]);
    assert.equal(new Set(third?.people).size, 5);
  });
});
