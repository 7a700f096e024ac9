import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Area } from '../../src/api/figures.js';
import { areaKind } from '../../src/domain/areas.js';
import { areaName, childLabel, formerAndPresent, fullAreaName } from '../../src/i18n/area-names.js';
import { PREVIOUS, PROVINCES } from '../../src/domain/provinces.generated.js';
import { loadLanguage, registerLocale } from '../../src/i18n/translator.js';

await loadLanguage('en');

const OWN: Record<string, Area> = {
  '20224@2008': {
    name: 'An Khê',
    kind: 'ward',
    parent: '48@2008',
    district: 'quận Thanh Khê',
    until: '2025-06-30',
    next: ['20305@2025'],
  },
  '20305@2025': { name: 'An Khê', kind: 'ward', parent: '48@2025' },
  '20209@2008': { name: 'Xuân Hà', kind: 'ward', parent: '48@2008', next: ['20209@2025'] },
  '20209@2025': { name: 'Thanh Khê', kind: 'ward', parent: '48@2025' },
  '462@2008': { name: 'Quảng Trị', kind: 'town', parent: '45@2008' },
  '128@2008': { name: 'Vân Hồ', kind: 'district', parent: '14@2008' },
  'a@2008': { name: 'A', kind: 'commune', parent: '14@2008', next: ['b@2025', 'c@2025'] },
  'b@2025': { name: 'B', kind: 'commune', parent: '14@2025' },
  'c@2025': {
    name: 'C',
    kind: 'commune',
    parent: '14@2025',
    until: '2026-01-31',
    next: ['d@2025'],
  },
  'd@2025': { name: 'D', kind: 'ward', parent: '14@2025' },
  'loop@2008': { name: 'Vòng', kind: 'commune', parent: 'loop@2008', next: ['loop@2008'] },
};
const lookup = (id: string): Area | undefined => OWN[id] ?? PROVINCES[id];
const area = (id: string): Area => lookup(id) as Area;

const FULL: [area: Area, vi: string, en: string][] = [
  [{ name: 'Quảng Trị', kind: 'province' }, 'tỉnh Quảng Trị', 'Quảng Trị Province'],
  [{ name: 'Đà Nẵng', kind: 'city' }, 'TP. Đà Nẵng', 'Đà Nẵng City'],
  [{ name: 'An Khê', kind: 'ward' }, 'phường An Khê', 'An Khê Ward'],
  [{ name: 'Quảng Trị', kind: 'town' }, 'thị xã Quảng Trị', 'Quảng Trị Town'],
  [{ name: 'Cam Lộ', kind: 'district' }, 'huyện Cam Lộ', 'Cam Lộ District'],
  [{ name: 'Thanh Khê', kind: 'district.urban' }, 'quận Thanh Khê', 'Thanh Khê District'],
  [{ name: 'Cồn Cỏ', kind: 'special' }, 'đặc khu Cồn Cỏ', 'Cồn Cỏ Special Zone'],
  [{ name: 'Khe Sanh', kind: 'township' }, 'thị trấn Khe Sanh', 'Khe Sanh Township'],
  [{ name: 'Thanh An', kind: 'commune' }, 'xã Thanh An', 'Thanh An Commune'],
  [{ name: 'Tổ dân phố 11', kind: 'hamlet' }, 'Tổ dân phố 11', 'Tổ dân phố 11'],
  [{ name: { vi: 'Cả nước', en: 'Viet Nam' }, kind: 'country' }, 'Cả nước', 'Viet Nam'],
  [{ name: '1', kind: 'ward' }, 'phường 1', 'Ward 1'],
  [{ name: 'Phường 1', kind: 'ward' }, 'Phường 1', 'Ward 1'],
  [{ name: 'Quận 10', kind: 'district' }, 'Quận 10', 'District 10'],
  [{ name: 'Thành phố Huế', kind: 'city' }, 'Thành phố Huế', 'Huế City'],
  [
    { name: { vi: 'Hồ Chí Minh', en: 'Ho Chi Minh City' }, kind: 'city' },
    'TP. Hồ Chí Minh',
    'Ho Chi Minh City',
  ],
  [{ name: 'Long Thành', kind: 'khu kinh tế' }, 'khu kinh tế Long Thành', 'Long Thành khu kinh tế'],
  [{ name: 'Nơi nào' }, 'Nơi nào', 'Nơi nào'],
];
for (const [it, vi, en] of FULL)
  test(`in full: ${vi} / ${en}`, () => {
    assert.equal(fullAreaName(it, 'vi'), vi);
    assert.equal(fullAreaName(it, 'en'), en);
    assert.equal(fullAreaName(it, 'en-GB'), en);
  });

test('a language without a name of its own reads Vietnamese', () => {
  const it: Area = { name: { vi: 'Đà Nẵng', en: 'Da Nang' }, kind: 'city' };
  assert.equal(areaName(it, 'hmn'), 'Đà Nẵng');
  assert.equal(areaName(it, 'en-US'), 'Da Nang');
  assert.equal(areaName({ name: { en: 'Da Nang' } }, 'vi'), 'Da Nang');
});

test('Đồng Nai is a city from 30/4/2026, at the end of the figure’s period', () => {
  const it = area('75@2025');
  assert.equal(fullAreaName(it, 'vi', '2025'), 'tỉnh Đồng Nai');
  assert.equal(fullAreaName(it, 'vi', '2026-04-29'), 'tỉnh Đồng Nai');
  assert.equal(fullAreaName(it, 'vi', '2026-04-30'), 'TP. Đồng Nai');
  assert.equal(fullAreaName(it, 'vi', '2026-01/2026-06'), 'TP. Đồng Nai');
  assert.equal(fullAreaName(it, 'en'), 'Đồng Nai City');
  assert.equal(areaKind(it, '2026-03'), 'province');
});

test('Huế was the province Thừa Thiên Huế until the end of 2024', () => {
  assert.equal(fullAreaName(area('46@2008'), 'vi', '2022-08'), 'tỉnh Thừa Thiên Huế');
  assert.equal(fullAreaName(area('46@2008'), 'vi', '2025-03'), 'TP. Huế');
});

const today = '2026-11-20';
const NOW: [id: string, former: string, present: string | undefined, en: string][] = [
  [
    '70@2008',
    'Bình Phước (cũ)',
    'nay thuộc TP. Đồng Nai',
    'former Bình Phước, now part of Đồng Nai City',
  ],
  [
    '45@2008',
    'Quảng Trị (cũ)',
    'nay thuộc tỉnh Quảng Trị',
    'former Quảng Trị, now part of Quảng Trị Province',
  ],
  [
    '48@2008',
    'TP. Đà Nẵng (cũ)',
    'nay thuộc TP. Đà Nẵng',
    'former Đà Nẵng City, now part of Đà Nẵng City',
  ],
  [
    '08@2008',
    'Tuyên Quang (cũ)',
    'nay thuộc tỉnh Tuyên Quang',
    'former Tuyên Quang, now part of Tuyên Quang Province',
  ],
  [
    '20224@2008',
    'phường An Khê (cũ)',
    'nay thuộc phường An Khê',
    'former An Khê Ward, now part of An Khê Ward',
  ],
  [
    '20209@2008',
    'phường Xuân Hà (cũ)',
    'nay thuộc phường Thanh Khê',
    'former Xuân Hà Ward, now part of Thanh Khê Ward',
  ],
  [
    '462@2008',
    'thị xã Quảng Trị (cũ)',
    'nay thuộc tỉnh Quảng Trị',
    'former Quảng Trị Town, now part of Quảng Trị Province',
  ],
  [
    '128@2008',
    'huyện Vân Hồ (cũ)',
    'nay thuộc tỉnh Sơn La',
    'former Vân Hồ District, now part of Sơn La Province',
  ],
  [
    'a@2008',
    'xã A (cũ)',
    'nay thuộc xã B và phường D',
    'former A Commune, now part of B Commune and D Ward',
  ],
];
for (const [id, former, present, en] of NOW)
  test(`${id} is ${former}, ${present}`, () => {
    assert.deepEqual(formerAndPresent(id, lookup, 'vi', { today }), { former, present });
    const english = formerAndPresent(id, lookup, 'en', { today });
    assert.equal(`${english.former}, ${english.present}`, en);
  });

const unchanged = { former: undefined, present: undefined };

test('Lạng Sơn went on alone under its name: nothing to say', () => {
  assert.deepEqual(formerAndPresent('20@2008', lookup, 'vi', { today }), unchanged);
  assert.deepEqual(formerAndPresent('01@2008', lookup, 'en', { today }), unchanged);
  const alone = (id: string) => (id === '20@2008' ? PROVINCES[id] : undefined);
  assert.deepEqual(formerAndPresent('20@2008', alone, 'vi', { today }), unchanged);
});

test('an area known to be the only predecessor and of the same name is unchanged', () => {
  const opts = {
    today,
    previous: (id: string) => (id === '20305@2025' ? ['20224@2008'] : PREVIOUS[id]),
  };
  assert.deepEqual(formerAndPresent('20224@2008', lookup, 'vi', opts), unchanged);
  assert.equal(formerAndPresent('128@2008', lookup, 'vi', opts).present, 'nay thuộc tỉnh Sơn La');
});

test('Thừa Thiên Huế is named as in its day, and is Huế now', () => {
  assert.deepEqual(formerAndPresent('46@2008', lookup, 'vi', { at: '2022', today }), {
    former: 'Thừa Thiên Huế (cũ)',
    present: 'nay là TP. Huế',
  });
  assert.deepEqual(formerAndPresent('46@2008', lookup, 'vi', { at: '2025-03', today }), unchanged);
});

test('the present name is the one of today', () => {
  const present = (day: string) =>
    formerAndPresent('70@2008', lookup, 'vi', { today: day }).present;
  assert.equal(present('2026-04-29'), 'nay thuộc tỉnh Đồng Nai');
  assert.equal(present('2026-04-30'), 'nay thuộc TP. Đồng Nai');
});

test('nothing is former before it ended, and what is unknown is not told', () => {
  assert.deepEqual(formerAndPresent('70@2008', lookup, 'vi', { today: '2025-06-30' }), unchanged);
  assert.deepEqual(formerAndPresent('44@2025', lookup, 'vi', { today }), unchanged);
  assert.deepEqual(formerAndPresent('vn', lookup, 'vi', { today }), unchanged);
  assert.deepEqual(formerAndPresent('99@2008', lookup, 'vi', { today }), unchanged);
  const alone = (id: string) => (id === '70@2008' ? PROVINCES[id] : undefined);
  assert.deepEqual(formerAndPresent('70@2008', alone, 'vi', { today }), {
    former: 'Bình Phước (cũ)',
    present: undefined,
  });
});

test('data that go round in a circle come to an end', () => {
  assert.equal(formerAndPresent('loop@2008', lookup, 'vi', { today }).present, undefined);
  assert.ok(childLabel(area('loop@2008'), lookup, 'vi').length < 100);
});

test('a commune’s label carries its province', () => {
  assert.equal(childLabel(area('20305@2025'), lookup, 'vi'), 'phường An Khê, TP. Đà Nẵng');
  assert.equal(childLabel(area('20305@2025'), lookup, 'en'), 'An Khê Ward, Đà Nẵng City');
  assert.equal(
    childLabel(area('20224@2008'), lookup, 'vi'),
    'phường An Khê, quận Thanh Khê, TP. Đà Nẵng',
  );
  assert.equal(childLabel(area('44@2025'), lookup, 'vi'), 'tỉnh Quảng Trị');
  assert.equal(childLabel({ name: 'X', kind: 'commune', parent: '99@2025' }, lookup, 'vi'), 'xã X');
});

test('a registered language has its own words for kinds, former areas and what they are now', (t) => {
  t.mock.method(console, 'info', () => {});
  registerLocale('fr', {
    and: '{a} et {b}',
    areaInFull: '{kind} {name}',
    formerArea: 'ancien {name}',
    'kind.city': 'ville de',
    'kind.commune': 'commune de',
    'kind.ward': 'quartier de',
    nowArea: 'devenu {area}',
    nowPartOf: 'rattaché à {area}',
  });
  assert.equal(fullAreaName({ name: 'Phường An Khê', kind: 'ward' }, 'fr'), 'quartier de An Khê');
  assert.deepEqual(formerAndPresent('a@2008', lookup, 'fr', { today }), {
    former: 'ancien commune de A',
    present: 'rattaché à commune de B et quartier de D',
  });
  assert.equal(
    formerAndPresent('46@2008', lookup, 'fr', { at: '2022', today }).present,
    'devenu ville de Huế',
  );
});
