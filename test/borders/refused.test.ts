/** Borders that are refused, each with the sentence that says why. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import proj4 from 'proj4';
import type { BordersRequest } from '../../src/borders/borders.js';
import { systemTyped, VN2000 } from '../../src/borders/systems.js';
import { bordersLine, choiceWords } from '../../src/pages/desk/borders-words.js';
import { proj4Text } from '../support/proj4-text.js';
import { shapefile, zipped } from '../support/shapefile.js';
import {
  OFFICIAL,
  square,
  cell,
  item,
  all,
  collection,
  make,
  featuresOf,
  ringsOf,
  saysFault,
  type Ring,
} from './province.js';

describe('borders that are refused, with nothing made', () => {
  it('have sentences for the desk page: no word of a command, and each choice as a field to press', async () => {
    const said = async (files: BordersRequest['files'], more: Partial<BordersRequest> = {}) => {
      const { faults, warnings } = await make(files, { ...more, marked: true });
      const lines = [...faults, ...warnings].map(bordersLine);
      for (const { text } of lines) assert.doesNotMatch(text, /--[a-z]|[\ue000-\ue002]|ogr2ogr/);
      return lines.flatMap(({ choices }) => choices.map(choiceWords));
    };
    const file = (features: readonly unknown[], name: string) => ({
      ...collection(features),
      name,
    });
    const { inverse } = proj4(proj4Text(VN2000[9213] ?? assert.fail()), 'WGS84');
    const metres = all()
      .slice(0, 9)
      .map((unit) => ({
        ...unit,
        geometry: {
          type: 'Polygon',
          coordinates: unit.geometry.coordinates.map((ring) =>
            ring.map(([x = 0, y = 0]) => inverse([x, y])),
          ),
        },
      }));
    assert.ok(
      (await said([file(metres, 'a.geojson'), file(all().slice(9), 'b.geojson')])).some((words) =>
        /^Hệ tọa độ của a\.geojson: 10\d-\d\d$/.test(words),
      ),
    );
    assert.deepEqual(await said([collection(all().slice(0, 9))]), [
      'Tệp chỉ có một phần các đơn vị',
    ]);
    assert.deepEqual(await said([{ name: 'x.gpkg', bytes: new Uint8Array(9) }]), []);
    assert.deepEqual(await said([collection(all())], { area: '99@2025' }), []);
  });

  it('units of before 01/7/2025, by their names or by their codes', async () => {
    const names = ['Phường 1', 'Phường Đông Lễ', 'Thị trấn Cam Lộ', 'Xã Cam Tuyền'];
    const former = names.map((Ten, i) => item({ MaXa: OFFICIAL[i]?.code, Ten }, cell(i)));
    saysFault(
      await make(collection(former), { allowMissing: true }),
      /trước 01\/7\/2025.*hàng 1 “Phường 1”/s,
    );
    const codes = ['19333', '19336', '19339', '19342'].map((MaXa, i) => item({ MaXa }, cell(i)));
    saysFault(await make(collection(codes), { allowMissing: true }), /trước 01\/7\/2025/);
  });

  it('a list of 63 provinces for the map of 34', async () => {
    const features = ['01 Hà Nội', '02 Hà Giang', '44 Quảng Bình', '45 Quảng Trị'].map((text, i) =>
      item({ ma: text.slice(0, 2), ten: text.slice(3) }, cell(i)),
    );
    saysFault(
      await make(collection(features), { area: 'vn@2025', allowMissing: true }),
      /trước 01\/7\/2025.*Hà Giang/s,
    );
  });

  it('a part of the province, until that is asked for', async () => {
    const part = collection(all().slice(0, 30));
    saysFault(await make(part), /48\/78 đơn vị chưa có ranh giới.*--allow-missing/s);
    const result = await make(part, { allowMissing: true });
    assert.equal(featuresOf(result).length, 30);
    assert.equal(result.missing.length, 48);
  });

  it('one code in two far places, in two rows or in one', async () => {
    const [, second, ...others] = all();
    const far = {
      ...second,
      geometry: { type: 'MultiPolygon', coordinates: [[cell(1)], [cell(71)]] },
    };
    const joined = collection([item({ MaXa: OFFICIAL[0]?.code }, cell(0)), far, ...others]);
    saysFault(await make(joined), /Hàng 2: .*hai phần lớn cách nhau \d\d km.*--allow-far/);
    assert.equal((await make(joined, { allowFar: true })).units.length, 78);
    const [first] = all();
    saysFault(
      await make(
        collection([
          ...all(),
          { ...first, geometry: { type: 'Polygon', coordinates: [square(106.9, 17.4)] } },
        ]),
      ),
      /hai hình cách nhau \d+ km: hàng 1 .* hàng 79/,
    );
  });

  it('codes and names that are two units', async () => {
    const features = all();
    const [a, b] = [features[3], features[4]];
    Object.assign(a?.properties ?? {}, { MaXa: OFFICIAL[4]?.code });
    Object.assign(b?.properties ?? {}, { MaXa: OFFICIAL[3]?.code });
    saysFault(await make(collection(features)), /Hàng 4: MaXa .* nhưng Ten ghi/);
  });

  it('lines and points, until lines are asked for', async () => {
    const lines = all().map((one, i) => ({
      ...one,
      geometry: { type: 'LineString', coordinates: cell(i) },
    }));
    saysFault(await make(collection(lines)), /chỉ có đường.*--lines/);
    assert.equal(
      featuresOf(await make(collection(lines), { lines: true })).length,
      OFFICIAL.length,
    );
    // A border in two pieces, the second of which runs the other way; one that does not close is named.
    const pieces = all().map((one, i) => {
      const [first, second] = [cell(i).slice(0, 3), cell(i).slice(2).reverse()];
      const coordinates = i === 4 ? [first] : [first, second];
      return { ...one, geometry: { type: 'MultiLineString', coordinates } };
    });
    const joined = await make(collection(pieces), { lines: true });
    assert.equal(featuresOf(joined).flatMap(ringsOf).length, OFFICIAL.length - 1);
    assert.match(joined.warnings.join('\n'), /Hàng 5: .* đường không khép kín/);
    saysFault(
      await make(
        collection([item({}, cell(0), { geometry: { type: 'Point', coordinates: [1, 2] } })]),
      ),
      /chỉ có điểm/,
    );
  });

  it('metres without a system: the zones that fit are named, and the one given is taken', async () => {
    // 16.7° N 107.1° E in the zone 107-30, and a kilometre to each side.
    const metres = OFFICIAL.map(({ code }, i) => {
      const [x, y] = [410_000 + (i % 9) * 1000, 1_847_000 + Math.floor(i / 9) * 1000];
      return item({ code }, [
        [x, y],
        [x + 1000, y],
        [x + 1000, y + 1000],
        [x, y + 1000],
        [x, y],
      ]);
    });
    const asked = await make(collection(metres));
    saysFault(asked, /tọa độ là mét .*--zone 107-30 \(EPSG:9216\)/);
    const zone = systemTyped('107-30');
    assert.ok(zone);
    const made = featuresOf(await make(collection(metres), { zones: [{ system: zone }] }));
    const [lon = 0] = (made[0] && ringsOf(made[0])[0]?.[0]) ?? [];
    assert.ok(lon > 106.5 && lon < 106.8, String(lon));
    saysFault(
      await make(collection(metres, { crs: { type: 'name', properties: { name: 'EPSG:5896' } } })),
      /hình nằm ngoài tỉnh.*--zone 107-30/,
    );
  });

  it('Web Mercator and latitude in front are named', async () => {
    const mercator = all().map((one, i) => ({
      ...one,
      geometry: {
        type: 'Polygon',
        coordinates: [
          cell(i).map(([x = 0, y = 0]) => [
            x * 111_319.49,
            6_378_137 * Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 360)),
          ]),
        ],
      },
    }));
    saysFault(await make(collection(mercator)), /Web Mercator.*--zone 3857/);
    const swapped = all().map((one, i) => ({
      ...one,
      geometry: { type: 'Polygon', coordinates: [cell(i).map(([x, y]) => [y, x])] },
    }));
    saysFault(await make(collection(swapped)), /vĩ độ đứng trước kinh độ/);
    const named4756 = await make(
      collection(swapped, {
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4756' } },
      }),
    );
    assert.equal(featuresOf(named4756).length, OFFICIAL.length);
  });

  it('the wrong zone: shapes that reach out of the province and lie inside of it with another', async () => {
    const zone = VN2000[9214];
    assert.ok(zone);
    const { inverse } = proj4(proj4Text(zone), 'WGS84');
    const metres = OFFICIAL.map(({ code }, i) =>
      item(
        { code },
        square(106.85 + (i % 9) * 0.02, 16.7 + Math.floor(i / 9) * 0.02, 0.02).map((position) =>
          inverse(position as [number, number]),
        ),
      ),
    );
    const crs = { type: 'name', properties: { name: 'EPSG:9218' } };
    saysFault(
      await make(collection(metres, { crs })),
      /ngoài tỉnh|nằm trong tỉnh với.*--zone 107-00/s,
    );
    const near = { type: 'name', properties: { name: 'EPSG:9216' } };
    saysFault(
      await make(collection(metres, { crs: near })),
      /chỉ \d+% hình nằm trong tỉnh.*--zone 107-00/,
    );
    const other = VN2000[9216];
    assert.ok(other);
    const typed = await make(collection(metres), { zones: [{ system: other }] });
    assert.match(typed.warnings.join('\n'), /chỉ \d+% hình nằm trong tỉnh/);
    const northFirst = metres.map((one) => ({
      ...one,
      geometry: {
        ...one.geometry,
        coordinates: one.geometry.coordinates.map((ring) => ring.map(([x, y]) => [y, x])),
      },
    }));
    saysFault(await make(collection(northFirst)), /cột X \(bắc\) đứng trước.*--zone 107-00/);
  });

  it('one row far outside, and one shape under two codes', async () => {
    const far = (ring: Ring) => {
      const [first, ...rest] = all();
      return collection([
        { ...first, geometry: { type: 'Polygon', coordinates: [ring] } },
        ...rest,
      ]);
    };
    const outside = /Hàng 1: .* có hình nằm xa ngoài tỉnh/;
    saysFault(await make(far(square(0, 0))), outside);
    saysFault(await make(far(cell(0).map(([x = 0, y = 0]) => [y, x]))), /khác hẳn các hàng khác/);
    saysFault(await make(far(square(112, 16))), outside);
    assert.equal(featuresOf(await make(far(square(112, 16)), { allowFar: true })).length, 78);
    saysFault(await make(far(cell(1))), /có cùng một hình: hàng 1 .* hàng 2 /);
  });

  it('a shapefile whose two halves do not count the same, and a table in place of borders', async () => {
    const rows = OFFICIAL.map(({ code }, i) => ({ values: { code }, rings: [cell(i)] }));
    const [whole, less] = [shapefile(rows), shapefile(rows.slice(1))];
    const mixed = { ...whole, 'ranh-gioi.dbf': less['ranh-gioi.dbf'] ?? new Uint8Array() };
    saysFault(
      await make({ name: 'xa.zip', bytes: zipped(mixed) }),
      /\.shp có 78 hình, tệp \.dbf có 77 hàng/,
    );
    saysFault(await make({ name: 'a.csv', bytes: new TextEncoder().encode('a,b') }), /đây là bảng/);
  });

  it('other formats, each with the command that converts it', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    for (const [name, text, kind] of [
      ['xa.gpkg', 'SQLite format 3\0', 'GeoPackage'],
      ['xa.kml', '<?xml version="1.0"?><kml xmlns="x">', 'KML'],
      ['xa.tab', '!table\n!version 300', 'MapInfo TAB'],
      ['xa.dgn', '\u0008\u0009', 'MicroStation DGN'],
    ] as const)
      saysFault(
        await make({ name, bytes: bytes(text) }),
        new RegExp(`${kind}.*ogr2ogr -f GeoJSON ranh-gioi.geojson "${name}"`),
      );
    saysFault(
      await make({ name: 'a.geojson', bytes: bytes('{"type":"FeatureCollection","feat') }),
      /bị cắt ngang/,
    );
  });
});
