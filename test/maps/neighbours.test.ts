import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BuiltInMap } from '../../src/maps/types.ts';
import { codeOf } from '../../src/domain/editions.ts';
import { NEIGHBOURS } from '../../src/maps/neighbours.generated.ts';
import { PREVIOUS } from '../../src/domain/provinces.generated.ts';
import { MAP_2008, MAP_2025, MAPS } from './support.ts';

const neighboursOf = (map: BuiltInMap, code: string) => NEIGHBOURS[map.edition][code]!.split(' ');

/** Checks lines such as `01 17 Hà Nội – Hòa Bình`. */
function check(map: BuiltInMap, lines: string, expected: boolean): void {
  for (const line of lines.trim().split('\n')) {
    const [a = '', b = ''] = line.trim().split(' ');
    assert.equal(neighboursOf(map, a).includes(b), expected, line);
  }
}

for (const map of MAPS)
  test(`${map.edition}: neighbours name each other, nobody itself, and each is in order`, () => {
    const codes = map.provinces.map(([code]) => code);
    assert.deepEqual(Object.keys(NEIGHBOURS[map.edition]).sort(), [...codes].sort());
    for (const code of codes) {
      const others = neighboursOf(map, code);
      assert.deepEqual(others, [...new Set(others)].sort());
      assert.ok(!others.includes(code));
      for (const other of others) assert.ok(neighboursOf(map, other).includes(code), code + other);
    }
  });

test('2008: known borders', () => {
  const known = `
    48 49 Đà Nẵng – Quảng Nam
    48 46 Đà Nẵng – Thừa Thiên Huế
    46 45 Thừa Thiên Huế – Quảng Trị
    46 49 Thừa Thiên Huế – Quảng Nam
    70 67 Bình Phước – Đắk Nông
    70 72 Bình Phước – Tây Ninh
    70 68 Bình Phước – Lâm Đồng
    01 17 Hà Nội – Hòa Bình
    01 24 Hà Nội – Bắc Giang
    01 35 Hà Nội – Hà Nam
    01 25 Hà Nội – Phú Thọ
    01 19 Hà Nội – Thái Nguyên
    12 15 Lai Châu – Yên Bái, since Than Uyên is in Lai Châu
    12 11 Lai Châu – Điện Biên
    12 14 Lai Châu – Sơn La
    02 15 Hà Giang – Yên Bái
    04 08 Cao Bằng – Tuyên Quang
    22 31 Quảng Ninh – Hải Phòng
    22 30 Quảng Ninh – Hải Dương
    24 30 Bắc Giang – Hải Dương
    27 33 Bắc Ninh – Hưng Yên
    34 35 Thái Bình – Hà Nam
    37 17 Ninh Bình – Hòa Bình
    51 64 Quảng Ngãi – Gia Lai
    54 66 Phú Yên – Đắk Lắk
    56 68 Khánh Hòa – Lâm Đồng
    60 77 Bình Thuận – Bà Rịa - Vũng Tàu
    79 77 Hồ Chí Minh – Bà Rịa - Vũng Tàu
    79 72 Hồ Chí Minh – Tây Ninh
    79 82 Hồ Chí Minh – Tiền Giang
    80 87 Long An – Đồng Tháp
    83 84 Bến Tre – Trà Vinh
    86 87 Vĩnh Long – Đồng Tháp
    86 93 Vĩnh Long – Hậu Giang
    84 94 Trà Vinh – Sóc Trăng
    91 96 Kiên Giang – Cà Mau
    92 91 Cần Thơ – Kiên Giang
    95 93 Bạc Liêu – Hậu Giang`;
  assert.ok(known.trim().split('\n').length >= 25);
  check(MAP_2008, known, true);
});

test('2008: no borders', () => {
  check(
    MAP_2008,
    `
    10 14 Lào Cai – Sơn La: Than Uyên lies between
    02 06 Hà Giang – Bắc Kạn
    01 30 Hà Nội – Hải Dương
    01 36 Hà Nội – Nam Định
    01 37 Hà Nội – Ninh Bình
    26 27 Vĩnh Phúc – Bắc Ninh
    27 19 Bắc Ninh – Thái Nguyên
    31 33 Hải Phòng – Hưng Yên
    45 48 Quảng Trị – Đà Nẵng
    48 51 Đà Nẵng – Quảng Ngãi
    62 52 Kon Tum – Bình Định
    67 75 Đắk Nông – Đồng Nai
    68 77 Lâm Đồng – Bà Rịa - Vũng Tàu
    74 77 Bình Dương – Bà Rịa - Vũng Tàu
    77 94 Bà Rịa - Vũng Tàu – Sóc Trăng: Côn Đảo is an island
    80 83 Long An – Bến Tre
    84 92 Trà Vinh – Cần Thơ
    82 92 Tiền Giang – Cần Thơ
    89 96 An Giang – Cà Mau
    91 94 Kiên Giang – Sóc Trăng`,
    false,
  );
});

test('2025: known borders', () => {
  check(
    MAP_2025,
    `
    15 12 Lào Cai – Lai Châu
    15 14 Lào Cai – Sơn La
    25 01 Phú Thọ – Hà Nội
    25 38 Phú Thọ – Thanh Hóa
    37 01 Ninh Bình – Hà Nội
    37 33 Ninh Bình – Hưng Yên
    24 31 Bắc Ninh – Hải Phòng
    44 42 Quảng Trị – Hà Tĩnh
    48 51 Đà Nẵng – Quảng Ngãi
    51 52 Quảng Ngãi – Gia Lai
    66 56 Đắk Lắk – Khánh Hòa
    68 56 Lâm Đồng – Khánh Hòa
    68 79 Lâm Đồng – Hồ Chí Minh
    75 80 Đồng Nai – Tây Ninh
    79 82 Hồ Chí Minh – Đồng Tháp
    80 82 Tây Ninh – Đồng Tháp
    86 92 Vĩnh Long – Cần Thơ
    91 96 An Giang – Cà Mau
    92 96 Cần Thơ – Cà Mau`,
    true,
  );
});

test('2025: no borders', () => {
  check(
    MAP_2025,
    `
    01 31 Hà Nội – Hải Phòng
    01 22 Hà Nội – Quảng Ninh
    46 51 Huế – Quảng Ngãi
    52 68 Gia Lai – Lâm Đồng
    56 79 Khánh Hòa – Hồ Chí Minh
    79 86 Hồ Chí Minh – Vĩnh Long
    86 91 Vĩnh Long – An Giang
    86 96 Vĩnh Long – Cà Mau`,
    false,
  );
});

test('two provinces of 2025 are neighbours where parts of theirs were', () => {
  const heir = new Map(
    Object.entries(PREVIOUS).flatMap(([id, parts]) =>
      parts.map((part) => [codeOf(part), codeOf(id)] as const),
    ),
  );
  for (const [code] of MAP_2025.provinces) {
    const parts = [...heir.keys()].filter((part) => heir.get(part) === code);
    const others = parts.flatMap((part) => neighboursOf(MAP_2008, part).map((n) => heir.get(n)!));
    const expected = [...new Set(others)].filter((other) => other !== code).sort();
    assert.deepEqual(neighboursOf(MAP_2025, code), expected, code);
  }
});
