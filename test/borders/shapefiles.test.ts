/** Shapefiles and their tables, as offices and their programs leave them. */
import assert from 'node:assert/strict';
import type { Topology } from 'topojson-specification';
import { describe, it } from 'node:test';
import proj4 from 'proj4';
import { VN2000 } from '../../src/borders/systems.js';
import { proj4Text } from '../support/proj4-text.js';
import { shapefile, zipped, type ShapeRow } from '../support/shapefile.js';
import { bytes1252, inTcvn3, inVni, mistaken } from './encodings.js';
import {
  OFFICIAL,
  square,
  cell,
  named,
  make,
  featuresOf,
  saysFault,
  type Ring,
} from './province.js';

const PRJ =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
const clockwise = (ring: Ring): Ring => [...ring].reverse();

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

  it('of bodies in three dimensions are named as such, because they are no points', async () => {
    const files = shapefile(
      rows((text) => text),
      { prj: PRJ },
    );
    for (const [name, own] of Object.entries(files))
      if (name.endsWith('.shp')) new DataView(own.buffer, own.byteOffset).setInt32(32, 31, true);
    saysFault(await make({ name: 'xa.zip', bytes: zipped(files) }), /MultiPatch/);
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
