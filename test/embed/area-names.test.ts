/** Names of areas on a page: which id they mean, with and without an edition. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { resolveAreaName, type NameAnswer } from '../../src/embed/area-names.js';

/** No API: the provinces are known without one. */
const meant = (name: string, more = {}): Promise<NameAnswer> =>
  resolveAreaName(name, { folder: 'observations', ...more });

for (const [name, id] of [
  ['Đà Nẵng', '48@2025'],
  ['Đà Nẵng@2008', '48@2008'],
  ['Da Nang@2008', '48@2008'],
  ['Đà Nẵng @ 2025', '48@2025'],
  ['Hue@2008', '46@2008'],
  ['TP. Huế@2025', '46@2025'],
  ['Quảng Nam', '49@2008'],
  ['Cả nước@2008', 'vn@2008'],
  ['Việt Nam', 'vn'],
  ['Viet Nam@2025', 'vn@2025'],
] as const)
  test(`"${name}" means ${id}`, async () => {
    assert.deepEqual(await meant(name), { id });
  });

test('the edition behind a name goes before the date and the edition of the widget', async () => {
  assert.deepEqual(await meant('Đà Nẵng@2025', { at: '2022-08', edition: '2008' }), {
    id: '48@2025',
  });
});

for (const name of ['Đà Nẵng@2010', 'Đà Nẵng@', 'Quảng Nam@2025', 'Không Đâu@2008'])
  test(`"${name}" means no area`, async () => {
    assert.deepEqual(await meant(name), { none: true });
  });

test('what may be an id asks for no list of the API, which may have none', async () => {
  const asked = mock.method(globalThis, 'fetch', () => Promise.reject(new Error('asked')));
  for (const id of ['mau@2025', 'mau1@2025 mau2@2025'])
    assert.deepEqual(await meant(id, { api: 'https://api.test/v1', src: 'x.json' }), {
      none: true,
    });
  assert.equal(asked.mock.callCount(), 0);
  asked.mock.restore();
});
