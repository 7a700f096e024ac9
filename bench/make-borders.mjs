#!/usr/bin/env node
/**
 * Makes the borders of a made-up province, "tỉnh Minh Họa", as an office would have them: about 80 communes and
 * 160,000 vertices in a zipped shapefile of VN-2000 (central meridian 107°45′), with a lagoon, an island in it
 * and islands off the coast; the same in degrees as GeoJSON; and a document of made-up figures of its communes.
 * The same arguments give the same bytes. Nothing in it is a real place.
 *
 *   node bench/make-borders.mjs FOLDER [--detail 9]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import proj4 from 'proj4';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { detail: { type: 'string', default: '9' } },
});
const [folder] = positionals;
if (!folder) throw new Error('say the folder: node bench/make-borders.mjs FOLDER');

const COLUMNS = 8;
const ROWS = 10;
const DETAIL = Number(values.detail);
export const AREA = '99@2025';
const VN2000 =
  '+proj=tmerc +lat_0=0 +lon_0=107.75 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs';
const PRJ =
  'PROJCS["VN-2000 / TM-3 Da Nang zone",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",107.75],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]';

/** A number from 0 to under 1, of a row that is the same each time (mulberry32). */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = randomOf(2026);
/** Metres to the millimetre, as programs write them. */
const round = (n) => Math.round(n * 1000) / 1000;

/* ---- corners and edges, in metres of the zone ---- */

const corner = (column, row) => corners[row * (COLUMNS + 1) + column];
const corners = Array.from({ length: (COLUMNS + 1) * (ROWS + 1) }, (_, i) => {
  const [column, row] = [i % (COLUMNS + 1), Math.floor(i / (COLUMNS + 1))];
  return [
    420_000 + column * 9_000 + row * 2_500 + (random() - 0.5) * 4_500,
    1_800_000 + row * 8_000 + (random() - 0.5) * 4_000,
  ];
});

/** A line between two corners that is rough at every scale: each half is pushed aside, less and less. */
function rough([ax, ay], [bx, by], detail, share) {
  if (detail === 0) return [[ax, ay]];
  const push = (random() - 0.5) * share;
  const middle = [round((ax + bx) / 2 - (by - ay) * push), round((ay + by) / 2 + (bx - ax) * push)];
  const next = share * 0.9;
  return [
    ...rough([ax, ay], middle, detail - 1, next),
    ...rough(middle, [bx, by], detail - 1, next),
  ];
}
const edges = new Map();
/** The edge between two corners, the same line from both sides. */
function edge(a, b) {
  const key = [a, b].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const name = key.flat().join();
  if (!edges.has(name)) edges.set(name, [...rough(...key, DETAIL, 0.3), key[1]]);
  const line = edges.get(name);
  return key[0] === a ? line : [...line].reverse();
}
const ringOf = (points) =>
  points.flatMap((point, i) => edge(point, points[(i + 1) % points.length]).slice(0, -1));
const closed = (ring) => [...ring, ring[0]];

function island(x, y, radius, vertices) {
  const ring = Array.from({ length: vertices }, (_, i) => {
    const turn = (-2 * Math.PI * i) / vertices;
    const r = radius * (0.7 + 0.5 * random());
    return [round(x + r * Math.cos(turn)), round(y + r * Math.sin(turn))];
  });
  return closed(ring);
}

/* ---- communes ---- */

const communes = [];
for (let row = 0; row < ROWS; row++)
  for (let column = 0; column < COLUMNS; column++) {
    // With the clock, as shapefiles have it.
    const around = [
      corner(column, row),
      corner(column, row + 1),
      corner(column + 1, row + 1),
      corner(column + 1, row),
    ];
    communes.push({ polygons: [[closed(ringOf(around))]] });
  }
/** A lagoon, and an island of another commune in it. */
const lagoonOf = communes[3 * COLUMNS + 3];
const [[[lx, ly]]] = lagoonOf.polygons[0].map((ring) => ring);
const middle = [lx + 4_500, ly + 4_000];
lagoonOf.polygons[0].push([...island(middle[0], middle[1], 1_500, 240)].reverse());
communes[3 * COLUMNS + 4].polygons.push([island(middle[0], middle[1], 300, 60)]);
/** Islands off the coast, of 15 m to 2 km. */
for (let i = 0; i < 60; i++) {
  const row = i % ROWS;
  const [x, y] = corner(COLUMNS, row);
  const radius = 15 * 1.085 ** i;
  communes[row * COLUMNS + COLUMNS - 1].polygons.push([
    island(x + 4_000 + random() * 18_000, y + random() * 7_000, radius, 12 + i * 2),
  ]);
}
/** A special zone of islands alone. */
communes.push({
  special: true,
  polygons: [
    [island(545_000, 1_838_000, 1_800, 400)],
    [island(549_000, 1_841_000, 250, 80)],
    [island(551_500, 1_836_000, 60, 24)],
  ],
});
communes.forEach((commune, i) => {
  commune.code = String(99001 + i * 3);
  const number = String(i + 1).padStart(2, '0');
  commune.name = commune.special
    ? 'Đặc khu Minh Họa'
    : `${i % 5 === 0 ? 'Phường' : 'Xã'} Minh Họa ${number}`;
});

/* ---- the files ---- */

const { forward } = proj4(VN2000, 'WGS84');
const features = communes.map(({ code, name, polygons }) => ({
  type: 'Feature',
  id: `${code}@2025`,
  properties: { MaXa: code, TenXa: name },
  geometry: {
    type: 'MultiPolygon',
    // RFC 7946 winds the other way.
    coordinates: polygons.map((polygon) =>
      polygon.map((ring) =>
        [...ring].reverse().map((point) => forward(point).map((n) => Math.round(n * 1e9) / 1e9)),
      ),
    ),
  },
}));

function shp() {
  const records = communes.map(({ polygons }) => {
    const rings = polygons.flat();
    const points = rings.flat();
    const bytes = Buffer.alloc(44 + rings.length * 4 + points.length * 16);
    bytes.writeInt32LE(5, 0);
    box(points).forEach((n, i) => bytes.writeDoubleLE(n, 4 + i * 8));
    bytes.writeInt32LE(rings.length, 36);
    bytes.writeInt32LE(points.length, 40);
    let start = 0;
    rings.forEach((ring, i) => {
      bytes.writeInt32LE(start, 44 + i * 4);
      start += ring.length;
    });
    points.forEach(([x, y], i) => {
      bytes.writeDoubleLE(x, 44 + rings.length * 4 + i * 16);
      bytes.writeDoubleLE(y, 52 + rings.length * 4 + i * 16);
    });
    return bytes;
  });
  const header = (length) => {
    const bytes = Buffer.alloc(100);
    bytes.writeInt32BE(9994, 0);
    bytes.writeInt32BE(length / 2, 24);
    bytes.writeInt32LE(1000, 28);
    bytes.writeInt32LE(5, 32);
    box(communes.flatMap(({ polygons }) => polygons.flat(2))).forEach((n, i) =>
      bytes.writeDoubleLE(n, 36 + i * 8),
    );
    return bytes;
  };
  let at = 50;
  const index = [];
  const parts = records.flatMap((record, i) => {
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(record.length / 2, 4);
    const entry = Buffer.alloc(8);
    entry.writeInt32BE(at, 0);
    entry.writeInt32BE(record.length / 2, 4);
    index.push(entry);
    at += 4 + record.length / 2;
    return [head, record];
  });
  return {
    shp: Buffer.concat([header(at * 2), ...parts]),
    shx: Buffer.concat([header(100 + index.length * 8), ...index]),
  };
}

function box(points) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

function dbf() {
  const fields = [
    ['MaXa', 5, ({ code }) => code],
    ['TenXa', 50, ({ name }) => name],
  ];
  const start = 33 + fields.length * 32;
  const length = 1 + fields.reduce((sum, [, width]) => sum + width, 0);
  const bytes = Buffer.alloc(start + communes.length * length + 1, 0x20);
  bytes.fill(0, 0, start);
  bytes[0] = 3;
  bytes.writeUInt32LE(communes.length, 4);
  bytes.writeUInt16LE(start, 8);
  bytes.writeUInt16LE(length, 10);
  fields.forEach(([name, width], i) => {
    bytes.write(name, 32 + i * 32, 'latin1');
    bytes[43 + i * 32] = 'C'.charCodeAt(0);
    bytes[48 + i * 32] = width;
  });
  bytes[start - 1] = 0x0d;
  communes.forEach((commune, row) => {
    let at = start + row * length + 1;
    for (const [, width, value] of fields) {
      bytes.write(value(commune), at, 'utf8');
      at += width;
    }
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

const areas = {
  vn: { name: { vi: 'Cả nước', en: 'Viet Nam' }, kind: 'country' },
  [AREA]: { name: 'Minh Họa', kind: 'province', parent: 'vn', children: communes.length },
  ...Object.fromEntries(
    communes.map(({ code, name, special }) => [
      `${code}@2025`,
      {
        name,
        kind: special ? 'special' : name.startsWith('P') ? 'ward' : 'commune',
        parent: AREA,
      },
    ]),
  ),
};
const figures = {
  version: '1',
  updated: '2026-11-28T08:00:00+07:00',
  area: AREA,
  areas,
  indicators: {
    coverage: {
      name: { vi: 'Tỷ lệ thôn, tổ dân phố có tổ', en: 'Hamlets with a team' },
      unit: '%',
      better: 'higher',
    },
  },
  sources: { sample: { title: { vi: 'Số liệu minh họa', en: 'Sample figures' }, sample: true } },
  observations: communes.map(({ code }) => ({
    area: `${code}@2025`,
    indicator: 'coverage',
    at: '2026-10',
    value: Math.round(40 + 60 * random()),
    source: 'sample',
  })),
};

const made = shp();
mkdirSync(join(folder, 'observations'), { recursive: true });
writeFileSync(
  join(folder, 'ranh-gioi.zip'),
  zipSync({
    'ranh-gioi.shp': made.shp,
    'ranh-gioi.shx': made.shx,
    'ranh-gioi.dbf': dbf(),
    'ranh-gioi.prj': strToU8(PRJ),
    'ranh-gioi.cpg': strToU8('UTF-8'),
  }),
);
for (const [name, bytes] of Object.entries({
  shp: made.shp,
  shx: made.shx,
  dbf: dbf(),
  prj: PRJ,
  cpg: 'UTF-8',
}))
  writeFileSync(join(folder, `ranh-gioi.${name}`), bytes);
writeFileSync(
  join(folder, 'ranh-gioi.geojson'),
  JSON.stringify({ type: 'FeatureCollection', features }),
);
writeFileSync(join(folder, `observations/${AREA}.json`), JSON.stringify(figures, null, 1));
const rings = communes.flatMap(({ polygons }) => polygons.flat());
console.log(
  `${folder}: ${communes.length} communes, ${rings.length} rings, ${rings.reduce((n, ring) => n + ring.length, 0)} vertices`,
);
