/** Files as programs and hands leave them: loose JSON, systems in odd places, zones before eastings, rings that cross. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forCommand } from '../../src/borders/choices.js';
import proj4 from 'proj4';
import { systemOfCrs, systemOfPrj } from '../../src/borders/coordinate-system.js';
import { ringArea, ringOf } from '../../src/borders/rings.js';
import { epsgOf, systemTyped, VN2000 } from '../../src/borders/systems.js';
import { proj4Text } from '../support/proj4-text.js';
import { officialAreasIn } from '../../src/desk/gazetteer.js';
import { shapefile, zipped } from '../support/shapefile.js';
import { bytes1252, inTcvn3, inVni } from './encodings.js';
import {
  all,
  cell,
  collection,
  featuresOf,
  item,
  json,
  make,
  named,
  OFFICIAL,
  ringsOf,
  saysFault,
  square,
  type Ring,
} from './province.js';

const text = (value: string, name = 'ranh-gioi.geojson') => ({
  name,
  bytes: new TextEncoder().encode(value),
});
const crsOf = (epsg: number) => ({ type: 'name', properties: { name: `EPSG:${epsg}` } });

/** The province's squares in a zone of VN-2000, with metres added to each easting. */
function inZone(epsg: number, more = 0) {
  const { inverse } = proj4(proj4Text(VN2000[epsg] ?? assert.fail()), 'WGS84');
  return OFFICIAL.map(({ code }, i) =>
    item(
      { MaXa: code },
      cell(i).map((position) => {
        const [x, y] = inverse(position as [number, number]);
        return [x + more, y];
      }),
    ),
  );
}

/** Every unit is there, and the first lies within a decimetre of where it should. */
function liesRight(result: Awaited<ReturnType<typeof make>>): void {
  const features = featuresOf(result);
  assert.equal(features.length, OFFICIAL.length);
  const first = features.find(({ id }) => id === `${OFFICIAL[0]?.code}@2025`) ?? assert.fail();
  const ring = ringsOf(first)[0] ?? [];
  for (const [x = 0, y = 0] of cell(0))
    assert.ok(
      ring.some(([a = 0, b = 0]) => Math.abs(a - x) < 1e-6 && Math.abs(b - y) < 1e-6),
      `${x} ${y}`,
    );
}

describe('borders in damaged files', () => {
  it('are read where features stand in a row: with commas and no brackets, one behind another, collections in a list', async () => {
    const parts = all().map((one) => JSON.stringify({ ...one, note: 'a"}{,[' }));
    for (const [between, end] of [
      [',\n', ''],
      [',', ','],
      ['', ''],
      ['\r\n', '\r\n'],
      ['\r', ''],
    ] as const)
      liesRight(await make(text(`${parts.join(between)}${end}`)));
    const two = [all().slice(0, 30), all().slice(30)].map((features) => ({
      type: 'FeatureCollection',
      features,
    }));
    liesRight(await make(json(two)));
    saysFault(await make(text(parts.join(',\n').slice(0, -20))), /bị cắt ngang hoặc sai dấu/);
  });

  it('are in the system that the geometries name, as PostGIS writes it; two systems in one file are refused', async () => {
    const stated = inZone(9213).map((one) => ({
      ...one,
      geometry: { ...one.geometry, crs: crsOf(9213) },
    }));
    liesRight(await make(collection(stated)));
    const [first, ...rest] = stated;
    saysFault(
      await make(collection([{ ...first, crs: crsOf(9214) }, ...rest])),
      /2 hệ tọa độ khác nhau/,
    );
  });

  it('of TopoJSON with an object a unit are one layer', async () => {
    const units = all().map((unit) => ({
      code: (unit.properties as unknown as { MaXa: string }).MaXa,
      ring: unit.geometry.coordinates[0] ?? [],
    }));
    const objects = units.map(({ code }, i) => [code, { type: 'Polygon', arcs: [[i]] }]);
    liesRight(
      await make(
        json({
          type: 'Topology',
          objects: Object.fromEntries(objects) as unknown,
          arcs: units.map(({ ring }) => ring),
        }),
      ),
    );
  });

  it('have a zone’s number before their eastings: it is dropped, and said', async () => {
    for (const [epsg, prefix] of [
      [3405, 48],
      [3405, 18],
      [9213, 482],
    ] as const) {
      const result = await make(collection(inZone(epsg, prefix * 1e6), { crs: crsOf(epsg) }));
      liesRight(result);
      assert.match(result.warnings.join('\n'), new RegExp(`số múi ${prefix} đứng trước`));
      assert.match(result.report.join('\n'), new RegExp(`EPSG:${epsg}`));
    }
    const unstated = collection(inZone(9213, 482e6));
    saysFault(await make(unstated), /số múi 482 đứng trước.*--zone 10\d-\d\d/);
    liesRight(await make(unstated, { zones: [{ system: VN2000[9213] ?? assert.fail() }] }));
  });

  it('are degrees under a zone in metres, or degrees without a .prj: the first are asked about, the second noted', async () => {
    saysFault(
      await make(collection(all(), { crs: crsOf(9213) })),
      /tọa độ là độ.*--zone VN2000 hoặc --zone WGS84/,
    );
    const rows = OFFICIAL.map(({ code }, i) => ({
      values: { MaXa: code },
      rings: [[...cell(i)].reverse()],
    }));
    const result = await make({ name: 'xa.zip', bytes: zipped(shapefile(rows)) });
    liesRight(result);
    assert.match(result.warnings.join('\n'), /không có tệp \.prj.*--zone VN2000/);
  });

  it('have rings that cross or touch themselves: no lobe is lost, and the row is named', async () => {
    const [west = 0, south = 0] = cell(77)[0] ?? [];
    const at = (x: number, y: number) => [west + x * 0.01, south + y * 0.01];
    const eights: [Ring, number, number][] = [
      [[at(0, 0), at(2, 2), at(2, 0), at(0, 2), at(0, 0)], 2, 2],
      [[at(0, 0), at(2, 0), at(1, 2), at(0, 4), at(2, 4), at(1, 2), at(0, 0)], 2, 4],
      [[at(0, 0), at(4, 0), at(1, 3), at(3, 3), at(0, 0)], 2, 5],
      // A hole that hangs on the outer ring by one position.
      [[at(0, 0), at(1, 2), at(2, 1), at(0, 0), at(4, 0), at(4, 4), at(0, 4), at(0, 0)], 2, 14.5],
    ];
    const last = OFFICIAL[77] ?? assert.fail();
    const drawn = (ring: Ring) =>
      make(collection([...all().slice(0, 77), item({ MaXa: last.code, Ten: named(last) }, ring)]));
    // Each edge in many pieces of odd length, so that the edges cross inside of them.
    const inPieces = (ring: Ring): Ring =>
      ring.slice(1).flatMap((to, i) => {
        const from = ring[i] ?? assert.fail();
        return Array.from({ length: 997 }, (_, j) =>
          [0, 1].map((axis) => {
            const [a = NaN, b = NaN] = [from[axis], to[axis]];
            return j === 996 ? b : a + ((b - a) * (j + 1)) / 997;
          }),
        );
      });
    const withStart = (ring: Ring): Ring => [ring[0] ?? assert.fail(), ...inPieces(ring)];
    for (const [ring, rings, squares] of eights.flatMap(([short, ...rest]): typeof eights => [
      [short, ...rest],
      [withStart(short), ...rest],
    ])) {
      const result = await drawn(ring);
      const found = featuresOf(result).find(({ id }) => id === `${last.code}@2025`);
      assert.ok(found);
      assert.equal(ringsOf(found).length, rings);
      const land = ringsOf(found).reduce((sum, own) => sum + ringArea(ringOf(own)), 0);
      assert.ok(Math.abs(land / 1e-4 - squares) < 0.05, `${land / 1e-4}, not ${squares}`);
      assert.match(result.warnings.join('\n'), /Hàng 78: 1 vòng tự cắt hoặc tự chạm/);
    }
    // A loop of the hand stays as it is, because the neighbour's line has it, too.
    const hand: [number, number][] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 4],
      [2.1, 4.2],
      [1.9, 4.2],
      [2.1, 3.9],
      [0, 4],
      [0, 0],
    ];
    const looped = hand.map(([x, y]) => at(x, y));
    const result = await drawn(looped);
    assert.match(result.warnings.join('\n'), /tự cắt thành nút nhỏ.*hàng 78/i);
    const scribble = Array.from({ length: 700 }, (_, i) =>
      at((i % 2) * 4, ((i * 7919) % 397) / 100),
    );
    assert.match(
      (await drawn([...scribble, scribble[0] ?? []])).warnings.join('\n'),
      /quá nhiều chỗ/,
    );
  });

  it('have positions that are none: too large, of another order or system than the other rows', async () => {
    const first = cell(0);
    for (const ring of [
      [[1e30, 16], ...first],
      first.map(([x = 0, y = 0]) => [y, x]),
      first.map(([x = 0, y = 0]) => [x * 5000, y * 1e5]),
    ])
      saysFault(
        await make(collection([item({ MaXa: OFFICIAL[0]?.code }, ring), ...all().slice(1)])),
        /Hàng 1: phường Đồng Thuận \(18859\) có tọa độ khác hẳn các hàng khác/,
      );
    const spike = [...first.slice(0, 2), [110.4, 16.65], ...first.slice(2)];
    saysFault(
      await make(collection([item({ MaXa: OFFICIAL[0]?.code }, spike), ...all().slice(1)])),
      /Hàng 1: .* có hình nằm xa ngoài tỉnh/,
    );
  });

  it('have names in TCVN3 and VNI beside a .cpg that says something else', async () => {
    for (const cpg of ['UTF-8', '1252', 'ANSI 1258', '88591'])
      for (const encode of [inTcvn3, inVni]) {
        const rows = OFFICIAL.map((unit, i) => ({
          values: { TEN: bytes1252(encode(named(unit))) },
          rings: [[...cell(i)].reverse()],
        }));
        const result = await make({ name: 'xa.zip', bytes: zipped(shapefile(rows, { cpg })) });
        assert.match(result.report.join('\n'), /TEN: 78\/78/, cpg);
      }
  });

  it('lie in zips of zips, down to a depth', async () => {
    let bytes = collection(all()).bytes;
    let name = 'xa.geojson';
    for (let depth = 0; depth < 4; depth++) {
      bytes = zipped({ [name]: bytes });
      name = `${depth}.zip`;
    }
    liesRight(await make({ name, bytes }));
    for (let depth = 4; depth < 6; depth++) {
      bytes = zipped({ [name]: bytes });
      name = `${depth}.zip`;
    }
    saysFault(await make({ name, bytes }), /quá nhiều lớp tệp nén/);
  });

  it('of units of before say so in one sentence, without one for each row', async () => {
    const former = ['Phường 1', 'Phường Đông Lễ', 'Thị trấn Cam Lộ', 'Xã Cam Tuyền'].map((Ten, i) =>
      item({ MaXa: String(19330 + i), Ten }, square(107 + i * 0.03, 16.8, 0.03)),
    );
    const result = await make(collection(former));
    saysFault(result, /trước 01\/7\/2025/);
    assert.deepEqual([result.faults.length, result.warnings], [1, []]);
  });

  it('of units of before are told beside a list of one’s own, and codes beside other names in an invented one', async () => {
    const listed = (area: string, codes: readonly number[]) =>
      Object.fromEntries(
        codes.map((code) => [
          `${code}@2025`,
          { name: `Xã Mẫu ${code}`, kind: 'commune', parent: area },
        ]),
      ) as never;
    const former = [19333, 19624, 19429].map((MaXa, i) =>
      item(
        { MaXa, Ten: ['Phường 1', 'Thị trấn Cam Lộ', 'Xã Mẫu 19429'][i] },
        square(107 + i * 0.03, 16.8, 0.03),
      ),
    );
    const units = listed('44@2025', [19333, 19624, 19429]);
    saysFault(await make(collection(former), { units }), /trước 01\/7\/2025/);
    const invented = [99001, 99002, 99003].map((MaXa, i) =>
      item({ MaXa, Ten: `Xã Khác ${'ABC'[i]}` }, square(107 + i * 0.03, 16.8, 0.03)),
    );
    const own = { area: '99@2025', units: listed('99@2025', [99001, 99002, 99003]) };
    saysFault(
      await make(collection(invented), own),
      /MaXa khớp danh mục, nhưng Ten không phải tên.*hàng 1 “Xã Khác A”.*--key MaXa/,
    );
    assert.equal(featuresOf(await make(collection(invented), { ...own, key: 'MaXa' })).length, 3);
  });
});

describe('borders of another province', () => {
  it('are named as such by their codes, because the area was chosen wrongly', async () => {
    saysFault(
      await make(
        collection(
          all().map(({ geometry, properties }) => ({
            type: 'Feature',
            properties: { MaXa: (properties as { MaXa: string }).MaXa },
            geometry,
          })),
        ),
        { area: '91@2025' },
      ),
      /mã ở MaXa là mã của Quảng Trị \(44@2025\), không phải của 91@2025/,
    );
  });
});

describe('names that lack their diacritics', () => {
  const area = '79@2025';
  const units = Object.entries(officialAreasIn(area)).map(([id, { name }], i) => ({
    code: id.slice(0, 5),
    name: String(name),
    ring: square(106.4 + (i % 14) * 0.03, 10.7 + Math.floor(i / 14) * 0.03, 0.03),
  }));
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D');
  const province = (valuesOf: (unit: (typeof units)[number]) => object) =>
    make(collection(units.map((unit) => item(valuesOf(unit), unit.ring))), {
      area,
      allowFar: true,
    });

  it('by right are themselves beside names that have some: Thanh An is not Thạnh An, and no unit of before', async () => {
    for (const valuesOf of [
      ({ name }: { name: string }) => ({ Ten: name }),
      ({ code, name }: { code: string; name: string }) => ({ MaXa: code, Ten: name }),
    ]) {
      const result = await province(valuesOf);
      const found = featuresOf(result);
      for (const name of ['Thanh An', 'Thạnh An']) {
        const { code } = units.find((unit) => unit.name === name) ?? assert.fail(name);
        const [unit] = found.filter(({ id }) => id === `${code}@2025`);
        assert.equal(unit?.properties?.['name'], name);
      }
      assert.deepEqual([result.missing, found.length], [[], units.length]);
    }
  });

  it('all of them, are asked about where two units have one name', async () => {
    const result = await province(({ name }) => ({ Ten: plain(name) }));
    assert.deepEqual([result.faults, result.missing.length], [[], 2]);
    assert.match(
      result.warnings.join('\n'),
      /Ten “Thanh An” có thể là xã Thanh An \(\d+\), xã Thạnh An \(\d+\), nên không vẽ/,
    );
  });
});

describe('systems without a datum, and in PROJJSON', () => {
  const said = (given: unknown) => {
    const stated = typeof given === 'string' ? systemOfPrj(given) : systemOfCrs(given);
    return stated && 'system' in stated ? epsgOf(stated.system) : forCommand(stated?.problem ?? '');
  };

  it('an ellipsoid alone, which is PROJ’s own text of VN-2000, is asked about with both ways out', () => {
    const base = (ellipsoid: string) =>
      `GEOGCS["unknown",DATUM["${ellipsoid}",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]`;
    const zone = (ellipsoid: string, meridian: number, scale: number) =>
      `PROJCS["unknown",${base(ellipsoid)},PROJECTION["Transverse_Mercator"],PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",${scale}],PARAMETER["false_easting",500000],UNIT["metre",1]]`;
    for (const name of [
      'Unknown based on WGS 84 ellipsoid',
      'Not_specified_based_on_WGS_84_spheroid',
      'D_Unknown_based_on_WGS_84_ellipsoid',
    ]) {
      assert.match(String(said(zone(name, 105, 0.9996))), /--zone 3405;.*--zone 32648/);
      assert.match(String(said(zone(name, 105.75, 0.9999))), /--zone 105-45/);
      assert.match(String(said(base(name))), /--zone VN2000;.*--zone WGS84/);
    }
    assert.match(
      String(said('+proj=utm +zone=49 +ellps=WGS84 +units=m +no_defs')),
      /--zone 3406;.*--zone 32649/,
    );
    assert.match(String(said('+proj=longlat +ellps=WGS84 +no_defs')), /--zone VN2000/);
    assert.equal(systemTyped('32648')?.datum, 'WGS 84');
    const none = 'TOWGS84[0,0,0,0,0,0,0]';
    const stated = systemOfPrj(
      base('Unknown based on WGS 84 ellipsoid').replace('563]]', `563],${none}]`),
    );
    assert.deepEqual(stated, { system: { kind: 'geographic', datum: 'WGS 84' } });
    for (const text of [
      '+proj=longlat +datum=WGS84',
      '+proj=longlat +ellps=WGS84 +towgs84=0,0,0,0,0,0,0',
    ])
      assert.deepEqual(systemOfPrj(text), { system: { kind: 'geographic', datum: 'WGS 84' } });
  });

  it('PROJJSON is read in a .prj and as the crs, plain, bound to a shift, or one of several parts', () => {
    const ellipsoid = {
      name: 'WGS 84',
      semi_major_axis: 6378137,
      inverse_flattening: 298.257223563,
    };
    const base = (name: string) => ({
      type: 'GeographicCRS',
      name,
      datum: { type: 'GeodeticReferenceFrame', name, ellipsoid },
    });
    const projected = (name: string) => ({
      type: 'ProjectedCRS',
      name: 'TM-3',
      base_crs: base(name),
      conversion: {
        name: 'TM-3',
        method: { name: 'Transverse Mercator' },
        parameters: [
          { name: 'Latitude of natural origin', value: 0, unit: 'degree' },
          { name: 'Longitude of natural origin', value: 107.25, unit: 'degree' },
          { name: 'Scale factor at natural origin', value: 0.9999, unit: 'unity' },
          { name: 'False easting', value: 500000, unit: 'metre' },
          { name: 'False northing', value: 0, unit: 'metre' },
        ],
      },
      coordinate_system: { subtype: 'Cartesian', axis: [{ name: 'Easting', unit: 'metre' }] },
    });
    const shift = {
      type: 'BoundCRS',
      source_crs: projected('unknown'),
      target_crs: base('WGS 84'),
      transformation: {
        parameters: [-191.90441429, -39.30318279, -111.45032835].map((value, i) => ({
          name: `${'XYZ'[i]}-axis translation`,
          value,
        })),
      },
    };
    for (const crs of [
      projected('Vietnam 2000'),
      shift,
      {
        type: 'CompoundCRS',
        name: 'x',
        components: [projected('VN-2000'), { type: 'VerticalCRS' }],
      },
    ]) {
      assert.equal(said(crs), 9215);
      assert.equal(said(JSON.stringify(crs)), 9215);
    }
    assert.equal(said(base('Vietnam 2000')), 4756);
    assert.match(String(said(projected('Unknown based on WGS 84 ellipsoid'))), /--zone 107-15/);
    assert.match(String(said('{"type":"x"}')), /không đọc được/);
  });
});
