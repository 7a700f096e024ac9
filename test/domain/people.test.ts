import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { givenName, shownName, shownPeople } from '../../src/domain/people.ts';

const TODAY = '2026-11-22';
const { compare } = new Intl.Collator('vi');

describe('a name is shown', () => {
  const CASES: [consent: string | undefined, shown: boolean, why: string][] = [
    ['2026-11-01', true, 'with a consent'],
    ['2026-11-22', true, 'with a consent of today'],
    [undefined, false, 'without a consent'],
    ['', false, 'with an empty consent'],
    ['2026-11-23', false, 'with a consent of tomorrow'],
    ['2026-02-30', false, 'with a consent on a day that does not exist'],
    ['true', false, 'with a consent that is no day'],
  ];
  for (const [consent, shown, why] of CASES)
    test(`${shown ? '' : 'not '}${why}`, () => {
      const person = { role: 'leader' as const, name: 'Nguyễn Thị Mẫu', consent };
      assert.equal(shownName(person, TODAY), shown ? 'Nguyễn Thị Mẫu' : undefined);
    });
});

test('the given name is the last word, or what the data says', () => {
  assert.equal(givenName({ role: 'leader', name: 'Nguyễn Thị Mẫu' }), 'Mẫu');
  assert.equal(givenName({ role: 'leader', name: 'Trần Văn Thí Dụ', given: 'Thí Dụ' }), 'Thí Dụ');
});

test('people stand by role, and inside a role by given name; those without a name come last', () => {
  const consent = '2026-11-01';
  const people = shownPeople(
    [
      { role: 'member', count: 3 },
      { role: 'member', name: 'Vũ Mẫu Ăn', consent },
      { role: 'member', name: 'Bùi Mẫu Anh', consent },
      { role: 'member', name: 'Đỗ Mẫu Đạt', consent },
      { role: 'member', name: 'Hồ Mẫu Dũng', consent },
      { role: 'deputy', name: 'Lê Thị Minh Họa' },
      { role: 'leader' },
    ],
    TODAY,
    compare,
  );
  assert.deepEqual(
    people.map(({ role, name }) => [role, name]),
    [
      ['leader', undefined],
      ['deputy', undefined],
      ['member', 'Bùi Mẫu Anh'],
      ['member', 'Vũ Mẫu Ăn'],
      ['member', 'Hồ Mẫu Dũng'],
      ['member', 'Đỗ Mẫu Đạt'],
      ['member', undefined],
    ],
  );
});
