/** From an office's files to `geo/44@2025.json`: made-up squares under codes of the official list. */
import assert from 'node:assert/strict';
import type { Topology } from 'topojson-specification';
import { describe, it } from 'node:test';
import { ringArea, ringOf } from '../../src/borders/rings.js';
import {
  OFFICIAL,
  item,
  saysFault,
  square,
  cell,
  all,
  collection,
  make,
  featuresOf,
  ringsOf,
  type Ring,
} from './province.js';

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

  it('of two files that have the same units are two versions, of which one is asked for', async () => {
    const moved = OFFICIAL.map((unit, i) =>
      item(
        { MaXa: unit.code },
        cell(i).map(([x = 0, y = 0]) => [x + 0.001, y + 0.001]),
      ),
    );
    const old = { ...collection(moved), name: 'xa-cu.geojson' };
    saysFault(await make([collection(all()), old]), /xa-cu\.geojson” là hai bản.*78 đơn vị/);
    // One commune that two districts' files both have is drawn, and named.
    const one = {
      ...collection([item({ MaXa: OFFICIAL[0]?.code }, square(106.31, 16.61))]),
      name: 'huyen-b.geojson',
    };
    const result = await make([collection(all()), one]);
    assert.ok(result.file);
    assert.match(
      result.warnings.join('\n'),
      /hai hình chồng lên nhau khoảng 66%: hàng 1 .* hàng 1/,
    );
    // Parts that meet along a line are no versions.
    const parts = [square(106.3, 16.6, 0.025), square(106.325, 16.6, 0.025)].map((ring) =>
      item({ MaXa: OFFICIAL[0]?.code }, ring),
    );
    const joined = await make(collection([...all().slice(1), ...parts]));
    assert.doesNotMatch(joined.warnings.join('\n'), /chồng lên nhau khoảng/);
  });

  it('keep a unit whose outer ring stands once more as a hole, and rings that are no holes', async () => {
    const [first, ...rest] = all();
    const withRings = (rings: Ring[]) => ({
      ...first,
      geometry: { type: 'Polygon', coordinates: rings },
    });
    const twice = await make(collection([withRings([cell(0), cell(0)]), ...rest]));
    assert.equal(featuresOf(twice).flatMap(ringsOf).length, OFFICIAL.length);
    assert.match(twice.warnings.join('\n'), /Hàng 1: bỏ 1 vòng trong trùng/);
    const island = square(107.2, 17.1, 0.01);
    const hole = square(106.31, 16.61, 0.01);
    const flat = await make(collection([withRings([cell(0), hole, island]), ...rest]));
    const made = featuresOf(flat)[0]?.geometry;
    assert.ok(made?.type === 'MultiPolygon');
    assert.deepEqual(made.coordinates.map((polygon) => polygon.length).sort(), [1, 2]);
  });

  it('say what lies over one another along a common line', async () => {
    const features = all();
    const wide = square(106.3, 16.6);
    const inner = [wide[0], wide[1], [106.34, 16.64], wide[3], wide[0]];
    features[1] = { ...features[1], geometry: { type: 'Polygon', coordinates: [inner] } } as never;
    assert.match((await make(collection(features))).warnings.join('\n'), /Chồng lên nhau/);
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
