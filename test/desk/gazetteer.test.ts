import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formerUnits, officialArea, officialIn, provinceOf } from '../../src/desk/gazetteer.ts';
import { officialAreas } from '../support/official-areas.ts';

test('the lists have as many units as the law', () => {
  const kinds = (edition: '2008' | '2025'): Record<string, number> => {
    const count: Record<string, number> = {};
    for (const [, { kind = '' }] of officialAreas(edition)) count[kind] = (count[kind] ?? 0) + 1;
    return count;
  };
  assert.deepEqual(kinds('2025'), { commune: 2621, ward: 687, special: 13 });
  const before = [...officialAreas('2008')];
  assert.equal(before.filter(([id]) => id.length === 8).length, 696);
  assert.equal(before.filter(([id]) => id.length === 10).length, 10_051);
});

test('what was wrong in the sources is right', () => {
  assert.equal(officialArea('23938@2025')?.name, 'Ia Mơ');
  assert.equal(officialArea('23737@2025'), undefined);
  assert.deepEqual(officialArea('498@2008')?.next, ['20333@2025']);
});

test('every former unit that is said to belong to something belongs to a unit of today', () => {
  const lost: string[] = [];
  let unknown = 0;
  for (const [id, { next }] of officialAreas('2008')) {
    if (id.length === 8) continue;
    if (!next) unknown++;
    for (const heir of next ?? []) if (!officialArea(heir)) lost.push(`${id}: ${heir}`);
  }
  assert.deepEqual(lost, []);
  assert.equal(unknown, 15);
});

test('a former unit is found by its name, with what it belongs to now', () => {
  assert.deepEqual(formerUnits('thị trấn Khe Sanh', '44@2025')[0]?.next, ['19429@2025']);
  assert.deepEqual(formerUnits('Huyện Cam Lộ', '44@2025')[0]?.next, ['19597@2025', '19603@2025']);
  assert.equal(formerUnits('Xã Không Có', '44@2025').length, 0);
});

test('a name means what lies in the area asked of, at any depth', () => {
  assert.deepEqual(officialIn('Xã Cam Hiếu', '45@2008'), { kind: 'one', id: '19615@2008' });
  assert.deepEqual(officialIn('Xã Cam Hiếu', '468@2008'), { kind: 'one', id: '19615@2008' });
  assert.deepEqual(officialIn('Xã Cam Hiếu', '465@2008'), { kind: 'none' });
  assert.equal(provinceOf('19615@2008'), '45@2008');
});
