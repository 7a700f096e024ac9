import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, editionOf } from '../../src/domain/editions.ts';
import { PREVIOUS, PROVINCES } from '../../src/domain/provinces.generated.ts';
import { project } from '../../src/maps/nation.ts';
import {
  contains,
  distanceToRing,
  key,
  largest,
  sides,
  sidesMeet,
} from '../../tools/generate/maps/geometry.ts';
import { areaInUnits, MAP_2008, MAP_2025, MAPS, ringsOfProvince, unproject } from './support.ts';

for (const map of MAPS) {
  const { edition, provinces } = map;

  test(`${edition}: the provinces are those of the area list`, () => {
    const ids = Object.keys(PROVINCES).filter((id) => editionOf(id) === edition);
    assert.deepEqual(provinces.map(([code]) => code).sort(), ids.map(codeOf).sort());
    assert.equal(provinces.length, edition === '2008' ? 63 : 34);
  });

  test(`${edition}: paths are minimal, relative and whole`, () => {
    for (const [code, path] of provinces)
      assert.match(path, /^(m-?\d+( |(?=-))-?\d+(( |(?=-))-?\d+( |(?=-))-?\d+){2,}z)+$/, code);
  });

  test(`${edition}: no province is empty or outside the frame, together they fill it`, () => {
    const points = provinces.flatMap(([code]) => ringsOfProvince(map, code).flat());
    for (const [code] of provinces)
      assert.ok(areaInUnits(ringsOfProvince(map, code)) > 100, `${code} is empty`);
    for (const [x, y] of points)
      assert.ok(x >= 0 && x <= map.width && y >= 0 && y <= map.height, `${x},${y}`);
    assert.equal(map.height, 1000);
    assert.equal(Math.min(...points.map(([x]) => x)), 0);
    assert.equal(Math.min(...points.map(([, y]) => y)), 0);
    assert.ok(Math.max(...points.map(([x]) => x)) >= map.width - 1);
  });

  test(`${edition}: the label point of each province lies well inside its largest part`, () => {
    for (const [code, , x, y] of provinces) {
      const main = largest(ringsOfProvince(map, code));
      assert.ok(contains(main, [x, y]), `${code} is outside`);
      assert.ok(distanceToRing([x, y], main) >= 5, `${code} is near the rim`);
    }
  });

  test(`${edition}: outlines neither cross nor touch, and a border is one line for both`, () => {
    const rings = provinces.flatMap(([code]) => ringsOfProvince(map, code));
    for (const ring of rings) assert.equal(new Set(ring.map(key)).size, ring.length);
    const count = new Map<string, number>();
    for (const side of rings.flatMap(sides)) {
      const name = side.map(key).sort().join(' ');
      count.set(name, (count.get(name) ?? 0) + 1);
    }
    assert.ok([...count.values()].every((n) => n <= 2));
    const lines = [...new Map(rings.flatMap(sides).map((s) => [s.map(key).sort().join(), s]))];
    lines.forEach(([, [a, b]], i) => {
      for (const [, [c, d]] of lines.slice(i + 1))
        assert.ok(!sidesMeet(a, b, c, d), `${key(a)}-${key(b)} and ${key(c)}-${key(d)}`);
    });
  });

  test(`${edition}: an island's dot stands in the frame and on no land`, () => {
    const land = provinces.flatMap(([code]) => ringsOfProvince(map, code));
    for (const [code, x, y] of map.dots) {
      assert.ok(provinces.some(([id]) => id === code));
      assert.ok(x >= 3 && x <= map.width - 3 && y >= 3 && y <= map.height - 3, `${code} ${x},${y}`);
      assert.ok(!land.some((ring) => contains(ring, [x, y])), `${code} ${x},${y}`);
    }
  });
}

test('a province of 2025 is the union of its parts of 2008, to the unit', () => {
  for (const [id, parts] of Object.entries(PREVIOUS)) {
    const whole = areaInUnits(ringsOfProvince(MAP_2025, codeOf(id)));
    const sum = parts.map((part) => areaInUnits(ringsOfProvince(MAP_2008, codeOf(part))));
    assert.equal(
      whole,
      sum.reduce((a, b) => a + b),
      id,
    );
    for (const part of parts) {
      const [, , x, y] = MAP_2008.provinces.find(([code]) => code === codeOf(part))!;
      assert.ok(
        ringsOfProvince(MAP_2025, codeOf(id)).some((ring) => contains(ring, [x, y])),
        part,
      );
    }
  }
});

test('towns lie in their provinces, those near a border and in corrected places too', () => {
  const towns: [name: string, lon: number, lat: number, before: string][] = [
    ['Mường Tè', 102.82, 22.38, '12'],
    ['Mường Nhé', 102.46, 22.19, '11'],
    ['Mường Lay', 103.15, 22.07, '11'],
    ['Lào Cai', 103.97, 22.48, '10'],
    ['Sa Pa', 103.84, 22.33, '10'],
    ['Nghĩa Lộ', 104.5, 21.6, '15'],
    ['Việt Trì', 105.4, 21.32, '25'],
    ['Vĩnh Yên', 105.6, 21.31, '26'],
    ['Mê Linh', 105.72, 21.18, '01'],
    ['Hà Nội', 105.84, 21.02, '01'],
    ['Bắc Ninh', 106.07, 21.18, '27'],
    ['Đông Triều', 106.51, 21.08, '22'],
    ['Hải Phòng', 106.68, 20.86, '31'],
    ['Đồ Sơn', 106.78, 20.72, '31'],
    ['Cát Bà', 107.0, 20.79, '31'],
    ['Phủ Lý', 105.92, 20.54, '35'],
    ['Kim Sơn', 106.08, 20.08, '37'],
    ['Vinh', 105.68, 18.68, '40'],
    ['Đông Hà', 107.1, 16.82, '45'],
    ['Huế', 107.58, 16.46, '46'],
    ['Đà Nẵng', 108.2, 16.05, '48'],
    ['Bà Nà', 107.99, 16, '48'],
    ['Hòa Phú', 108.07, 15.97, '48'],
    ['Hội An', 108.33, 15.88, '49'],
    ['Kon Tum', 108, 14.35, '62'],
    ['An Khê', 108.65, 13.95, '64'],
    ['Buôn Ma Thuột', 108.04, 12.67, '66'],
    ['Gia Nghĩa', 107.69, 12, '67'],
    ['Bảo Lộc', 107.81, 11.55, '68'],
    ['Đồng Xoài', 106.89, 11.53, '70'],
    ['Trảng Bàng', 106.36, 11.03, '72'],
    ['Thủ Dầu Một', 106.65, 10.98, '74'],
    ['Biên Hòa', 106.82, 10.95, '75'],
    ['Vũng Tàu', 107.09, 10.36, '77'],
    ['Thủ Đức', 106.76, 10.85, '79'],
    ['Củ Chi', 106.49, 10.97, '79'],
    ['Mỹ Tho', 106.36, 10.36, '82'],
    ['Gò Công', 106.67, 10.36, '82'],
    ['Bến Tre', 106.38, 10.24, '83'],
    ['Trà Vinh', 106.34, 9.94, '84'],
    ['Bình Tân', 105.7, 10.13, '86'],
    ['Bình Minh', 105.82, 10.07, '86'],
    ['Lai Vung', 105.66, 10.28, '87'],
    ['Lấp Vò', 105.52, 10.36, '87'],
    ['Sa Đéc', 105.76, 10.3, '87'],
    ['Long Xuyên', 105.44, 10.38, '89'],
    ['Phú Quốc', 103.98, 10.25, '91'],
    ['Rạch Giá', 105.08, 10.01, '91'],
    ['Ninh Kiều', 105.78, 10.03, '92'],
    ['Cái Răng', 105.76, 9.99, '92'],
    ['Phong Điền', 105.67, 9.99, '92'],
    ['Thốt Nốt', 105.53, 10.27, '92'],
    ['Ngã Bảy', 105.82, 9.81, '93'],
    ['Vị Thanh', 105.47, 9.78, '93'],
    ['Một Ngàn', 105.63, 9.92, '93'],
    ['Kế Sách', 105.98, 9.77, '94'],
    ['Ngã Năm', 105.6, 9.56, '94'],
    ['Hồng Dân', 105.4, 9.54, '95'],
    ['Năm Căn', 105, 8.76, '96'],
  ];
  for (const [name, lon, lat, before] of towns) {
    const now = codeOf(PROVINCES[`${before}@2008`]!.next![0]!);
    const maps = [
      [MAP_2008, before],
      [MAP_2025, now],
    ] as const;
    for (const [map, code] of maps) {
      const place = project(map, lon, lat);
      const found = map.provinces.filter(([id]) =>
        ringsOfProvince(map, id).some((ring) => contains(ring, place)),
      );
      assert.deepEqual(
        found.map(([id]) => id),
        [code],
        `${name} in ${map.edition}`,
      );
    }
  }
});

test('small islands are dots of the province that has them', () => {
  const islands: [name: string, lon: number, lat: number, before: string, now: string][] = [
    ['Cô Tô', 107.76, 20.98, '22', '22'],
    ['Bạch Long Vĩ', 107.73, 20.135, '31', '31'],
    ['Cồn Cỏ', 107.34, 17.16, '45', '44'],
    ['Cù Lao Chàm', 108.51, 15.95, '49', '48'],
    ['Lý Sơn', 109.12, 15.38, '51', '51'],
    ['Phú Quý', 108.945, 10.53, '60', '68'],
    ['Côn Đảo', 106.615, 8.7, '77', '79'],
    ['Thổ Châu', 103.48, 9.3, '91', '91'],
    ['Nam Du', 104.37, 9.68, '91', '91'],
    ['Hòn Khoai', 104.83, 8.43, '96', '96'],
  ];
  for (const [name, lon, lat, before, now] of islands)
    for (const [map, code] of [
      [MAP_2008, before],
      [MAP_2025, now],
    ] as const) {
      const [x, y] = project(map, lon, lat).map(Math.round);
      assert.ok(
        map.dots.some((dot) => dot.join() === [code, x, y].join()),
        `${name} ${code}`,
      );
    }
});

test('a place is projected to the units of the map, and both maps have the same', () => {
  const flat = { k: 10, x0: 100, y0: 0 };
  assert.deepEqual(project(flat, 105, 0).map(Math.round), [50, 0]);
  assert.ok(Math.abs(project(flat, 100, 60)[1] + 754.56) < 0.01); // ln(tan 75°) is 75.456°
  const [lon, lat] = unproject(MAP_2008, project(MAP_2008, 105.84, 21.02));
  assert.ok(Math.abs(lon - 105.84) < 1e-9 && Math.abs(lat - 21.02) < 1e-9);
  for (const name of ['k', 'x0', 'y0', 'width', 'height'] as const)
    assert.equal(MAP_2008[name], MAP_2025[name]);
});
