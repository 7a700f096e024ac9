import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import type { Area } from '../../src/api/figures.js';
import { fold, matchArea, stripPrefix, tidy, type MatchOptions } from '../../src/domain/names.js';
import { PROVINCES } from '../../src/domain/provinces.generated.js';

const FOLDED: [text: string, folded: string][] = [
  ['Đắk Lắk', 'dak lak'],
  ['Đăk Lăk', 'dak lak'],
  ['\u00d0à N\u1eb5ng', 'da nang'],
  ['\u0189à N\u1eb5ng', 'da nang'],
  ['ĐÀ NẴNG', 'da nang'],
  ['Quảng\u00a0Trị', 'quang tri'],
  ['Quảng \u200b Trị\ufeff', 'quang tri'],
  ['Bà Rịa – Vũng Tàu', 'ba ria - vung tau'],
  ['Cư M’gar', "cu m'gar"],
  ['Phường 1', 'phuong 1'],
  ['Ưu Ơ', 'uu o'],
];
for (const [text, folded] of FOLDED)
  test(`${text} folds to ${folded}`, () => assert.equal(fold(text), folded));

const anyText = fc.string({ unit: 'binary' });
const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...'aăâeêioôơuưyđĐ \u00d0\u0189\u00a0\u200b\u0300\u0301\u0303\u0309\u0323\u0302\u0306ạằẩếọồởựỵNH1-–’',
  ),
});

test('folding twice is folding once', () => {
  for (const texts of [anyText, vietnamese])
    fc.assert(fc.property(texts, (text) => assert.equal(fold(fold(text)), fold(text))));
});

test('a text folds the same in NFC and in NFD', () => {
  for (const texts of [anyText, vietnamese])
    fc.assert(
      fc.property(texts, (t) => assert.equal(fold(t.normalize('NFC')), fold(t.normalize('NFD')))),
    );
});

test('tidying twice is tidying once, and never changes what a text folds to', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      assert.equal(tidy(tidy(text)), tidy(text));
      assert.equal(fold(tidy(text)), fold(text));
    }),
  );
});

const TIDIED: [text: string, tidied: string][] = [
  ['Hoà Bình', 'Hòa Bình'],
  ['HOÀ BÌNH', 'HÒA BÌNH'],
  ['Thanh Hoá', 'Thanh Hóa'],
  ['sức khoẻ', 'sức khỏe'],
  ['Thuý', 'Thúy'],
  ['Thuỵ An', 'Thụy An'],
  ['Quý', 'Quý'],
  ['Quỳ Hợp', 'Quỳ Hợp'],
  ['Hoàn Kiếm', 'Hoàn Kiếm'],
  ['Hoài Đức', 'Hoài Đức'],
  ['Khoằm', 'Khoằm'],
  ['Huỳnh', 'Huỳnh'],
  ['\u00d0à  N\u1eb5ng ', 'Đà Nẵng'],
  ['Hòa Bình'.normalize('NFD'), 'Hòa Bình'],
  ['Thừa Thiên – Huế', 'Thừa Thiên - Huế'],
  ['Cư M’gar', "Cư M'gar"],
];
for (const [text, tidied] of TIDIED)
  test(`${text} is written ${tidied}`, () => assert.equal(tidy(text), tidied));

const STRIPPED: [text: string, name: string][] = [
  ['Tỉnh Quảng Trị', 'Quảng Trị'],
  ['TỈNH QUẢNG TRỊ', 'QUẢNG TRỊ'],
  ['Thành phố Đà Nẵng', 'Đà Nẵng'],
  ['TP. Huế', 'Huế'],
  ['TP.Huế', 'Huế'],
  ['TP Huế', 'Huế'],
  ['tp Hồ Chí Minh', 'Hồ Chí Minh'],
  ['Phường An Khê', 'An Khê'],
  ['xã Thanh An', 'Thanh An'],
  ['Thị trấn Khe Sanh', 'Khe Sanh'],
  ['Đặc khu Cồn Cỏ', 'Cồn Cỏ'],
  ['Quận Thanh Khê', 'Thanh Khê'],
  ['huyện Cam Lộ', 'Cam Lộ'],
  ['Thị xã Quảng Trị', 'Quảng Trị'],
  ['Phường 1', 'Phường 1'],
  ['Quận 10', 'Quận 10'],
  ['Phường', 'Phường'],
  ['Quan Sơn', 'Quan Sơn'],
  ['Huyền Sơn', 'Huyền Sơn'],
  ['Quảng Trị', 'Quảng Trị'],
];
for (const [text, name] of STRIPPED)
  test(`${text} without its kind is ${name}`, () => assert.equal(stripPrefix(text), name));

const AREAS: Record<string, Area> = {
  ...PROVINCES,
  '462@2008': { name: 'Quảng Trị', kind: 'town', parent: '45@2008' },
  'm1@2025': { name: 'Văn Lang', kind: 'commune', parent: '19@2025' },
  'm2@2025': { name: 'Văn Lăng', kind: 'commune', parent: '19@2025' },
  'k1@2025': { name: 'An Khê', kind: 'ward', parent: '48@2025' },
  'k2@2025': { name: 'An Khê', kind: 'ward', parent: '52@2025' },
  'p1@2008': { name: 'Phường 1', kind: 'ward', parent: '45@2008' },
  'p10@2008': { name: '10', kind: 'ward', parent: '45@2008' },
  'q@2008': { name: 'Quan Sơn', kind: 'district', parent: '38@2008' },
  'cu@2025': { name: "Cư M'gar", kind: 'commune', parent: '66@2025' },
};
const at2008: MatchOptions = { edition: '2008', parent: 'vn' };
const at2025: MatchOptions = { edition: '2025', parent: 'vn' };
const MATCHED: [query: string, options: MatchOptions, ids: string[]][] = [
  ['44', { edition: '2025' }, ['44@2025']],
  ['44', {}, ['44@2008', '44@2025']],
  ['44@2008', {}, ['44@2008']],
  ['1', at2025, ['01@2025']],
  ['01', at2025, ['01@2025']],
  ['vn', {}, ['vn']],
  ['Quảng Trị', at2025, ['44@2025']],
  ['Quảng Trị', at2008, ['45@2008']],
  ['Quảng Trị', { edition: '2008' }, ['45@2008', '462@2008']],
  ['Tỉnh Quảng Trị', { edition: '2008' }, ['45@2008']],
  ['thị xã Quảng Trị', { edition: '2008' }, ['462@2008']],
  ['quang tri', at2025, ['44@2025']],
  ['tinh quang tri', at2025, ['44@2025']],
  ['TP. Ðà Nẵng', at2025, ['48@2025']],
  ['thanh pho da nang', at2025, ['48@2025']],
  ['Đà Nẵng'.normalize('NFD'), at2025, ['48@2025']],
  ['Hoà Bình', at2008, ['17@2008']],
  ['Huế', at2008, ['46@2008']],
  ['Thừa Thiên Huế', at2008, ['46@2008']],
  ['Tỉnh Thừa Thiên - Huế', at2008, ['46@2008']],
  ['Thừa Thiên – Huế', at2025, ['46@2025']],
  ['thua thien hue', at2025, ['46@2025']],
  ['TT-Huế', at2025, ['46@2025']],
  ['Đăk Lăk', at2025, ['66@2025']],
  ['Dak Lak', at2025, ['66@2025']],
  ['Daklak', at2025, ['66@2025']],
  ['Bà Rịa-Vũng Tàu', at2008, ['77@2008']],
  ['Bà Rịa – Vũng Tàu', at2008, ['77@2008']],
  ['Ba Ria Vung Tau', at2008, ['77@2008']],
  ['TP.HCM', at2025, ['79@2025']],
  ['Tỉnh Đồng Nai', at2025, ['75@2025']],
  ['Thành phố Đồng Nai', at2025, ['75@2025']],
  ['Văn Lang', {}, ['m1@2025']],
  ['xã Văn Lăng', {}, ['m2@2025']],
  ['Van Lang', {}, ['m1@2025', 'm2@2025']],
  ['phường An Khê', {}, ['k1@2025', 'k2@2025']],
  ['An Khê', { parent: '48@2025' }, ['k1@2025']],
  ['Phường 1', { parent: '45@2008' }, ['p1@2008']],
  ['Phường 01', { parent: '45@2008' }, ['p1@2008']],
  ['phuong 10', { parent: '45@2008' }, ['p10@2008']],
  ['10', { parent: '45@2008' }, ['p10@2008']],
  ['Quan Sơn', {}, ['q@2008']],
  ['huyện Quan Sơn', {}, ['q@2008']],
  ['huyen quan son', {}, ['q@2008']],
  ['Cư M’gar', {}, ['cu@2025']],
  ['', {}, []],
  ['Tỉnh', {}, []],
  ['–', {}, []],
  ['Atlantis', {}, []],
  ['99', {}, []],
];
for (const [query, options, ids] of MATCHED)
  test(`"${query}" ${JSON.stringify(options)} finds ${ids.join(' and ') || 'nothing'}`, () => {
    const match = matchArea(query, AREAS, options);
    assert.equal(match.kind, ids.length === 1 ? 'one' : ids.length ? 'many' : 'none');
    if (match.kind === 'one') assert.deepEqual([match.id], ids);
    if (match.kind === 'many') assert.deepEqual([...match.ids].sort(), ids);
  });

test('every province is found by its own name, in any spelling', () => {
  for (const [id, area] of Object.entries(PROVINCES)) {
    if (id === 'vn') continue;
    const edition = id.endsWith('2008') ? '2008' : '2025';
    for (const spelling of [
      area.name as string,
      fold(area.name as string),
      `${area.kind === 'city' ? 'TP.' : 'Tỉnh'} ${String(area.name)}`,
    ])
      assert.deepEqual(matchArea(spelling, PROVINCES, { edition }), { kind: 'one', id }, spelling);
  }
});
