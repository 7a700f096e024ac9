/** From an office's files to `geo/44@2025.json`: made-up squares under codes of the official list. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import proj4 from 'proj4';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { makeBorders, type BordersRequest, type BordersResult } from '../../src/borders/borders.js';
import { ringArea, ringOf } from '../../src/borders/rings.js';
import { systemTyped, VN2000 } from '../../src/borders/systems.js';
import { officialAreasIn } from '../../src/desk/gazetteer.js';
import { proj4Text } from '../support/proj4-text.js';
import { shapefile, zipped, type ShapeRow } from '../support/shapefile.js';

const AREA = '44@2025';
const OFFICIAL = Object.entries(officialAreasIn(AREA)).map(([id, area]) => ({
  code: id.slice(0, 5),
  name: String(area.name),
  kind: area.kind === 'ward' ? 'Phường' : area.kind === 'special' ? 'Đặc khu' : 'Xã',
}));

type Ring = number[][];
const square = (x: number, y: number, size = 0.05): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
/** A square a unit, in rows of nine, inside the province. */
const cell = (i: number): Ring => square(106.3 + (i % 9) * 0.05, 16.6 + Math.floor(i / 9) * 0.05);
const item = (properties: object, ring: Ring, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
  ...more,
});
const named = ({ kind, name }: (typeof OFFICIAL)[number]) => `${kind} ${name}`;
const all = () => OFFICIAL.map((unit, i) => item({ MaXa: unit.code, Ten: named(unit) }, cell(i)));

const json = (value: unknown, name = 'ranh-gioi.geojson') => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});
const collection = (features: readonly unknown[], more: object = {}) =>
  json({ type: 'FeatureCollection', features, ...more });
const make = (
  files: BordersRequest['files'] | ReturnType<typeof json>,
  more: Partial<BordersRequest> = {},
): Promise<BordersResult> =>
  makeBorders({ files: Array.isArray(files) ? files : [files], area: AREA, ...more });

function featuresOf({ file, faults }: BordersResult): Feature<Polygon | MultiPolygon>[] {
  assert.deepEqual(faults, []);
  assert.ok(file);
  const topology = JSON.parse(file.text) as Topology;
  const units = topology.objects['units'];
  assert.ok(units);
  return (feature(topology, units) as unknown as { features: Feature<Polygon | MultiPolygon>[] })
    .features;
}
const ringsOf = ({ geometry }: Feature<Polygon | MultiPolygon>): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
const saysFault = (result: BordersResult, pattern: RegExp) => {
  assert.equal(result.file, undefined);
  assert.match(result.faults.join('\n'), pattern);
};

describe('borders of a province', () => {
  it('are written under the ids of the official list, wound as RFC 7946 asks, and counted', async () => {
    const result = await make(collection(all()));
    const features = featuresOf(result);
    assert.equal(features.length, OFFICIAL.length);
    assert.equal(result.file?.path, 'geo/44@2025.json');
    assert.equal(features[0]?.id, `${OFFICIAL[0]?.code}@2025`);
    assert.equal(features[0]?.properties?.['name'], OFFICIAL[0]?.name);
    for (const one of features) assert.ok(ringArea(ringOf(ringsOf(one)[0] ?? [])) > 0);
    assert.ok(
      result.report.includes(`MaXa: ${OFFICIAL.length}/${OFFICIAL.length}`),
      result.report.join('\n'),
    );
  });

  it('are found by name with its kind, without a word about the attribute', async () => {
    const features = OFFICIAL.map((unit, i) =>
      item({ OBJECTID: i + 1, TEN_DVHC: named(unit), huyen: 'Huyện Mẫu' }, cell(i)),
    );
    assert.match((await make(collection(features))).report.join('\n'), /TEN_DVHC: 78\/78/);
  });

  it('are found where the kind stands in a column of its own', async () => {
    const features = OFFICIAL.map((unit, i) => item({ Loai: unit.kind, Ten: unit.name }, cell(i)));
    assert.match((await make(collection(features))).report.join('\n'), /Ten: 78\/78/);
  });

  it('take codes that a number column has spoilt', async () => {
    const features = OFFICIAL.map((unit, i) => item({ ma: Number(unit.code) }, cell(i)));
    assert.equal(featuresOf(await make(collection(features))).length, OFFICIAL.length);
  });

  it('open collections, drop heights and join the rows of a unit', async () => {
    const [first, ...rest] = all();
    const half = (x: number): Ring => [
      [x, 16.6, 3],
      [x + 0.025, 16.6, 3],
      [x + 0.025, 16.65, 3],
      [x, 16.65, 3],
      [x, 16.6, 3],
    ];
    const parts = [106.3, 106.325].map((x) => ({
      ...first,
      geometry: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', coordinates: [half(x)] },
          { type: 'Point', coordinates: [x, 16.6] },
        ],
      },
    }));
    const result = await make(collection([...parts, ...rest]));
    const joined = featuresOf(result)[0];
    assert.equal(joined && ringsOf(joined).length, 1);
    assert.ok(joined && ringsOf(joined)[0]?.every((position) => position.length === 2));
    assert.match(result.report.join('\n'), /Ghép nhiều hàng/);
  });

  it('read decimal commas as Vietnamese programs write them', async () => {
    const [first, ...rest] = all();
    const text = cell(0).map((position) => position.map((n) => String(n).replace('.', ',')));
    const features = featuresOf(
      await make(
        collection([{ ...first, geometry: { type: 'Polygon', coordinates: [text] } }, ...rest]),
      ),
    );
    const [lon = 0, lat = 0] = (features[0] && ringsOf(features[0])[0]?.[0]) ?? [];
    assert.ok(Math.abs(lon - 106.3) < 0.06 && Math.abs(lat - 16.6) < 0.06);
  });

  it('lose nothing where a row stands twice, or two rows of a unit lie over one another', async () => {
    const twice = await make(collection([...all(), all()[0]]));
    assert.equal(featuresOf(twice).flatMap(ringsOf).length, OFFICIAL.length);
    assert.match(twice.warnings.join('\n'), /có cùng một hình hai lần: hàng 1 .* hàng 79/);
    const [first] = all();
    const larger = {
      ...first,
      geometry: { type: 'Polygon', coordinates: [square(106.3, 16.6, 0.04)] },
    };
    const over = featuresOf(await make(collection([...all(), larger])))[0];
    const land = (over ? ringsOf(over) : []).reduce((sum, ring) => sum + ringArea(ringOf(ring)), 0);
    assert.ok(land >= 0.05 ** 2 - 1e-6, String(land));
  });

  it('say what lies over one another along a common line', async () => {
    const features = all();
    const wide = square(106.3, 16.6);
    const inner = [wide[0], wide[1], [106.34, 16.64], wide[3], wide[0]];
    features[1] = { ...features[1], geometry: { type: 'Polygon', coordinates: [inner] } } as never;
    assert.match((await make(collection(features))).warnings.join('\n'), /Chồng lên nhau/);
  });

  it('pass over running numbers of any start, layers of roads, and the province behind a name', async () => {
    const rows = OFFICIAL.map((unit, i) =>
      item({ OBJECTID: 19300 + i, Ten: `${named(unit)}, tỉnh Quảng Trị` }, cell(i)),
    );
    const roads = collection([item({ Ten: 'Quốc lộ 1' }, cell(0))]);
    const result = await make([collection(rows), { ...roads, name: 'duong.geojson' }]);
    assert.equal(featuresOf(result).length, OFFICIAL.length);
    assert.match(result.report.join('\n'), /Ten: 78\/78/);
    assert.match(result.warnings.join('\n'), /duong\.geojson.*Lớp này được bỏ qua/);
    saysFault(await make(roads), /không thuộc tính nào khớp/);
  });

  it('read features of several lines behind marks, one collection a line, and one feature alone', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const marked = all().map((one) => `\u001e${JSON.stringify(one, null, 2)}\n`);
    assert.equal(
      featuresOf(await make({ name: 'x.geojsons', bytes: bytes(marked.join('')) })).length,
      OFFICIAL.length,
    );
    const half = (from: number, to: number) =>
      JSON.stringify({ type: 'FeatureCollection', features: all().slice(from, to) });
    const lines = { name: 'x.ndjson', bytes: bytes(`${half(0, 40)}\n${half(40, 78)}\n`) };
    assert.equal(featuresOf(await make(lines)).length, OFFICIAL.length);
    const one = await make(
      { name: 'x.geojsons', bytes: bytes(marked[0] ?? '') },
      { allowMissing: true },
    );
    assert.equal(featuresOf(one).length, 1);
  });

  it('read one feature a line, TopoJSON, and their own result', async () => {
    const lines = {
      name: 'x.geojsonl',
      bytes: new TextEncoder().encode(
        all()
          .map((one) => `\u001e${JSON.stringify(one)}\n`)
          .join(''),
      ),
    };
    const result = await make(lines);
    assert.equal(featuresOf(result).length, OFFICIAL.length);
    const again = await make({
      name: 'x.json',
      bytes: new TextEncoder().encode(result.file?.text),
    });
    assert.equal(again.file?.text, result.file?.text);
  });

  it('keep every ring, its winding and the common borders at a small size', async () => {
    const wavy = (ring: Ring): Ring => {
      const points = ring.slice(1).flatMap((to, i) => {
        const from = ring[i] ?? to;
        // The same waves whichever way a side is walked, so that neighbours have them in common.
        const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [from, to];
        const turned = ax > bx + 1e-9 || ay > by + 1e-9;
        return Array.from({ length: 200 }, (_, k) => {
          const t = turned ? 1 - k / 200 : k / 200;
          const wave = 0.004 * Math.sin(t * 60) * Math.sin(t * Math.PI);
          const [x, y] = turned
            ? [bx + (ax - bx) * t, by + (ay - by) * t]
            : [ax + (bx - ax) * t, ay + (by - ay) * t];
          return Math.abs(ay - by) < 1e-9 ? [x, y + wave] : [x + wave, y];
        });
      });
      return [...points, points[0] ?? []];
    };
    const islands = Array.from({ length: 40 }, (_, i) =>
      square(107.1 + i * 0.004, 17.2, 0.00002 + i * 0.00002),
    );
    const features = all().map((one, i) => ({
      ...one,
      geometry: {
        type: 'MultiPolygon',
        coordinates: [[wavy(cell(i))], ...(i === 0 ? islands.map((ring) => [ring]) : [])],
      },
    }));
    const result = await make(collection(features), { size: 20_000 });
    const made = featuresOf(result);
    assert.ok((result.file?.text.length ?? 1e9) <= 20_000, String(result.file?.text.length));
    assert.equal(made[0] && ringsOf(made[0]).length, 41);
    for (const one of made)
      for (const ring of ringsOf(one)) assert.ok(ring.length >= 4 && ringArea(ringOf(ring)) > 0);
    const topology = JSON.parse(result.file?.text ?? '') as Topology;
    const uses = new Map<number, number>();
    for (const geometry of (
      topology.objects['units'] as unknown as { geometries: { arcs: unknown[] }[] }
    ).geometries)
      for (const arc of geometry.arcs.flat(9) as number[])
        uses.set(arc < 0 ? ~arc : arc, (uses.get(arc < 0 ? ~arc : arc) ?? 0) + 1);
    assert.ok(
      [...uses.values()].filter((n) => n === 2).length > 100,
      'neighbours share their arcs',
    );
    assert.match(result.report.join('\n'), /Không thấy khe hở/);
  });
});

describe('borders that are refused, with nothing made', () => {
  it('units of before 01/7/2025, by their names or by their codes', async () => {
    const names = ['Phường 1', 'Phường Đông Lễ', 'Thị trấn Cam Lộ', 'Xã Cam Tuyền'];
    const former = names.map((Ten, i) => item({ MaXa: OFFICIAL[i]?.code, Ten }, cell(i)));
    saysFault(
      await make(collection(former), { allowMissing: true }),
      /trước 01\/7\/2025.*hàng 1 “Phường 1”/s,
    );
    const codes = ['19333', '19336', '19339', '19342'].map((MaXa, i) => item({ MaXa }, cell(i)));
    saysFault(
      await make(collection(codes), { allowMissing: true }),
      /trước 01\/7\/2025|danh mục 2008/,
    );
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

  it('one code in two far places', async () => {
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
    saysFault(await make(far(cell(0).map(([x = 0, y = 0]) => [y, x]))), outside);
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

const PRJ =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
const clockwise = (ring: Ring): Ring => [...ring].reverse();
/** TCVN3 and VNI as their fonts need them, by the letters of windows-1252. */
const TCVN3 = {
  from: 'ạảấầậắặằẩáàãâăậđéèẹẻêếềễệểíìịỉĩóòọỏõôốồộổỗơớờợởỡúùụủũưứừựửữýỳỵỷỹ',
  to: '¹¶ÊÇË¾Æ»È¸µ·©¨Ë®ÐÌÑÎªÕÒÔÖÓÝ×ÞØÜãßäáâ«èåéæç¬íêîëìóïôñò\u00adøõùö÷ýúþûü',
};
const inTcvn3 = (text: string) =>
  [...text]
    .map(
      (letter) =>
        ({ Đ: '§', Ô: '¤', Â: '¢', Ă: '¡', Ê: '£', Ơ: '¥', Ư: '¦' })[letter] ??
        TCVN3.to[TCVN3.from.indexOf(letter)] ??
        letter,
    )
    .join('');
const VNI: Record<string, string> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
};
const VNI_ROOF: Record<string, string> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
};
const VNI_BOW: Record<string, string> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
};
const inVni = (text: string) =>
  text
    .normalize('NFD')
    .replace(/([a-z])([\u0300-\u036f]+)/giu, (_, letter: string, marks: string) => {
      const tone = [...marks].find((mark) => mark in VNI) ?? '';
      if (marks.includes('\u0302')) return letter + (VNI_ROOF[tone] ?? '');
      if (marks.includes('\u0306')) return letter + (VNI_BOW[tone] ?? '');
      if (letter.toLowerCase() === 'i')
        return (
          { '\u0301': 'í', '\u0300': 'ì', '\u0309': 'æ', '\u0303': 'ó', '\u0323': 'ò' }[tone] ??
          letter
        );
      const horned = marks.includes('\u031b')
        ? ({ o: 'ô', u: 'ö', O: 'Ô', U: 'Ö' }[letter] ?? letter)
        : letter;
      return horned + (VNI[tone] ?? '');
    })
    .replace(/đ/g, 'ñ')
    .replace(/Đ/g, 'Ñ');
/** Windows-1252 at 0x80 to 0x9f. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const bytes1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('shapefiles', () => {
  const rows = (nameOf: (text: string) => string | Uint8Array): ShapeRow[] =>
    OFFICIAL.map((unit, i) => ({
      values: { TEN: nameOf(named(unit)) },
      rings: [clockwise(cell(i))],
    }));
  const read = (given: readonly ShapeRow[], more: Parameters<typeof shapefile>[1] = {}) =>
    make({ name: 'xa.zip', bytes: zipped(shapefile(given, { prj: PRJ, ...more })) });

  it('have their names in UTF-8 with or without a word about it, in TCVN3, VNI, or read wrongly before', async () => {
    const count = async (nameOf: (text: string) => string | Uint8Array, cpg?: string) =>
      (await read(rows(nameOf), cpg === undefined ? {} : { cpg })).report.join('\n');
    assert.match(await count((text) => text), /TEN: 78\/78/);
    assert.match(await count((text) => text, 'UTF-8'), /TEN: 78\/78/);
    assert.match(await count((text) => text.normalize('NFD')), /TEN: 78\/78/);
    assert.match(await count((text) => bytes1252(inTcvn3(text))), /TEN: 78\/78/);
    assert.match(await count((text) => bytes1252(inVni(text))), /TEN: 78\/78/);
    // As Windows reads UTF-8: "Đồng" becomes "Ä\u0090á»“ng". Node 20 itself would leave "“" a control character.
    const mistaken = (text: string) =>
      [...new TextEncoder().encode(text)]
        .map((byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte))
        .join('');
    assert.match(mistaken('Đồng'), /á»“ng$/);
    assert.match(await count(mistaken), /TEN: 78\/78/);
  });

  it('lose deleted rows and heights, keep rows with the wrong winding, and open a lagoon', async () => {
    const own = rows((text) => text);
    const hole = square(106.32, 16.62, 0.01);
    const island = square(106.323, 16.623, 0.002);
    const [first] = own;
    assert.ok(first);
    const wrong: ShapeRow = { ...first, rings: [cell(0), hole, island] };
    const result = await read(
      [
        wrong,
        ...own.slice(1),
        { values: { TEN: 'Xã Không Có' }, rings: [clockwise(cell(80))], deleted: true },
      ],
      { heights: true },
    );
    const made = featuresOf(result)[0];
    assert.ok(made?.geometry.type === 'MultiPolygon');
    assert.deepEqual(made.geometry.coordinates.map((polygon) => polygon.length).sort(), [1, 2]);
    assert.match(result.report.join('\n'), /1 hàng đã đánh dấu xóa/);
    assert.doesNotMatch(result.warnings.join('\n'), /Không Có/);
  });

  it('of several zones meet without a crack', async () => {
    const zone = (meridian: number) =>
      `PROJCS["VN-2000",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["latitude_of_origin",0],UNIT["metre",1]]`;
    const half = (epsg: number, meridian: number, from: number, to: number) => {
      const system = VN2000[epsg];
      assert.ok(system);
      const { inverse } = proj4(proj4Text(system), 'WGS84');
      // Millimetres, as programs write them.
      const metres = (position: number[]) =>
        inverse(position as [number, number]).map((n) => Math.round(n * 1000) / 1000);
      return Object.entries(
        shapefile(
          OFFICIAL.slice(from, to).map(({ code }, i) => ({
            values: { MA: code },
            rings: [clockwise(cell(from + i)).map(metres)],
          })),
          { prj: zone(meridian), name: `huyen-${epsg}` },
        ),
      ).map(([name, bytes]) => ({ name, bytes }));
    };
    const result = await make([...half(9212, 106.25, 0, 36), ...half(9214, 107, 36, 78)]);
    assert.equal(featuresOf(result).length, OFFICIAL.length);
    assert.match(result.report.join('\n'), /Tệp “huyen-9212.shp”: MA: 36\/78/);
    assert.match(result.report.join('\n'), /Không thấy khe hở/);
    const arcs = (JSON.parse(result.file?.text ?? '') as Topology).arcs;
    assert.ok(arcs.length < 260, `${arcs.length} arcs: the halves share theirs`);
  });

  it('lie in folders, in zips of a zip, under names in capitals, beside clutter', async () => {
    const capitals = (files: Record<string, Uint8Array>, folder: string) =>
      Object.fromEntries(
        Object.entries(files).map(([name, bytes]) => [`${folder}/${name.toUpperCase()}`, bytes]),
      );
    const part = (from: number, to: number) =>
      shapefile(rows((text) => text).slice(from, to), { prj: PRJ });
    const bytes = zipped({
      ...capitals(part(0, 30), 'Huyện A'),
      'b.zip': zipped(capitals(part(30, 78), 'Huyện B')),
      'Huyện A/Thumbs.db': new Uint8Array([1, 2]),
    });
    assert.equal(featuresOf(await make({ name: 'RANH.ZIP', bytes })).length, OFFICIAL.length);
  });

  it('edited in place have their shapes by the index, and without one by the numbers of the records', async () => {
    const own = rows((text) => text);
    const files = shapefile(own, { prj: PRJ });
    const shp = files['ranh-gioi.shp'] ?? new Uint8Array();
    const size = (shp.length - 100) / own.length;
    // The first shape was moved to the end, as GDAL does with one that has grown; its old place is as it was.
    const moved = new Uint8Array(shp.length + size);
    moved.set(shp);
    moved.set(shp.subarray(100, 100 + size), shp.length);
    new DataView(moved.buffer).setInt32(24, moved.length / 2);
    new DataView(moved.buffer).setFloat64(100 + 8 + 48, 1, true);
    const index = new Uint8Array(100 + own.length * 8);
    index.set(shp.subarray(0, 100));
    own.forEach((_, i) => {
      const at = i === 0 ? shp.length : 100 + i * size;
      new DataView(index.buffer).setInt32(100 + i * 8, at / 2);
      new DataView(index.buffer).setInt32(104 + i * 8, (size - 8) / 2);
    });
    const { 'ranh-gioi.shp': _, ...rest } = files;
    const ways: Record<string, Uint8Array>[] = [{ 'ranh-gioi.shx': index }, {}];
    for (const more of ways)
      assert.equal(
        (
          await make({
            name: 'xa.zip',
            bytes: zipped({ ...rest, 'ranh-gioi.shp': moved, ...more }),
          })
        ).file?.text,
        (await read(own)).file?.text,
      );
  });

  it('without their table are named, and so is a broken one', async () => {
    const files = shapefile(
      rows((text) => text),
      { prj: PRJ },
    );
    const parts = (names: readonly string[]) =>
      Object.entries(files)
        .filter(([name]) => names.some((end) => name.endsWith(end)))
        .map(([name, bytes]) => ({ name, bytes }));
    saysFault(await make(parts(['.shp', '.prj'])), /thiếu tệp \.dbf/);
    saysFault(await make(parts(['.dbf', '.prj'])), /thiếu tệp \.shp/);
    const [shp] = parts(['.shp']);
    assert.ok(shp);
    saysFault(
      await make([{ ...shp, bytes: shp.bytes.slice(0, 500) }, ...parts(['.dbf'])]),
      /bị hỏng/,
    );
  });
});
