/** `tcns-check` knows the official lists: a code that no unit has, a name that is another unit's. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { areaFindings } from '../../src/cli/check-areas.js';
import { officialAreas } from '../support/official-areas.js';
import { PROVINCES } from '../../src/domain/provinces.generated.js';

const said = (areas: object, more: object = {}) =>
  areaFindings({ areas, ...more }).map(({ path, reason }) => `${path}: ${reason}`);

describe('areas beside the official lists', () => {
  it('are as the lists have them, under each of their names: nothing is said', () => {
    const units = [
      ...Object.entries(PROVINCES),
      ...officialAreas('2008'),
      ...officialAreas('2025'),
    ];
    assert.ok(units.length > 14_000);
    assert.deepEqual(said(Object.fromEntries(units)), []);
  });

  const names: [id: string, name: unknown][] = [
    ['44@2025', 'Tỉnh Quảng Trị'],
    ['44@2025', { vi: 'Quảng Trị', en: 'Quang Tri Province' }],
    ['48@2025', 'TP. Đà Nẵng'],
    ['44.thon-mot@2025', 'Thôn Một'],
    ['vn', 'Cả nước'],
    ['19333@2025', 'Phường Đông Hà'],
  ];
  for (const [id, name] of names)
    it(`say nothing of ${JSON.stringify(name)} as ${id}`, () =>
      assert.deepEqual(said({ [id]: { name } }), []));

  it('name a code that no unit has, once, wherever it stands', () => {
    const list = { observations: [{ area: '99999@2025' }, { area: '99999@2025' }] };
    assert.deepEqual(
      said({ '99@2025': { name: 'X' }, '44.a@2025': { name: 'A', parent: '02@2025' } }, list),
      [
        'areas["99@2025"]: no unit of the official list of 2025 has the code "99@2025"',
        'areas["44.a@2025"].parent: no unit of the official list of 2025 has the code "02@2025"',
        'observations[0].area: no unit of the official list of 2025 has the code "99999@2025"',
      ],
    );
  });

  it('say nothing of a unit of 2008 that ended before the list was made', () => {
    const of = (until: string) =>
      said({ '221@2008': { name: 'Yên Dũng', parent: '24@2008', until } });
    assert.deepEqual(of('2024-12-31'), []);
    assert.deepEqual(of('2025-06-30'), [
      'areas["221@2008"]: no unit of the official list of 2008 has the code "221@2008"',
    ]);
  });

  it('name a code under the name of another unit: the same code of the other edition, a wrong tone', () => {
    assert.deepEqual(
      said({ '44@2025': { name: 'Quảng Bình' }, '21484@2025': { name: 'Xã Ba Tô' } }),
      [
        'areas["44@2025"].name: "Quảng Bình" is not the name of "44@2025" in the official list: "Quảng Trị"',
        'areas["21484@2025"].name: "Xã Ba Tô" is not the name of "21484@2025" in the official list: "Ba Tơ"',
      ],
    );
  });
});
