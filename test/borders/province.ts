/** A made-up province for tests of borders: squares under codes of the official list, and what is asked of results. */
import assert from 'node:assert/strict';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { makeBorders, type BordersRequest, type BordersResult } from '../../src/borders/borders.js';
import { officialAreasIn } from '../../src/desk/gazetteer.js';

const AREA = '44@2025';
export const OFFICIAL = Object.entries(officialAreasIn(AREA)).map(([id, area]) => ({
  code: id.slice(0, 5),
  name: String(area.name),
  kind: area.kind === 'ward' ? 'Phường' : area.kind === 'special' ? 'Đặc khu' : 'Xã',
}));

export type Ring = number[][];
export const square = (x: number, y: number, size = 0.05): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
/** A square a unit, in rows of nine, inside the province. */
export const cell = (i: number): Ring =>
  square(106.3 + (i % 9) * 0.05, 16.6 + Math.floor(i / 9) * 0.05);
export const item = (properties: object, ring: Ring, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
  ...more,
});
export const named = ({ kind, name }: (typeof OFFICIAL)[number]) => `${kind} ${name}`;
export const all = () =>
  OFFICIAL.map((unit, i) => item({ MaXa: unit.code, Ten: named(unit) }, cell(i)));

export const json = (value: unknown, name = 'ranh-gioi.geojson') => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});
export const collection = (features: readonly unknown[], more: object = {}) =>
  json({ type: 'FeatureCollection', features, ...more });
export const make = (
  files: BordersRequest['files'] | ReturnType<typeof json>,
  more: Partial<BordersRequest> = {},
): Promise<BordersResult> =>
  makeBorders({ files: Array.isArray(files) ? files : [files], area: AREA, ...more });

export function featuresOf({ file, faults }: BordersResult): Feature<Polygon | MultiPolygon>[] {
  assert.deepEqual(faults, []);
  assert.ok(file);
  const topology = JSON.parse(file.text) as Topology;
  const units = topology.objects['units'];
  assert.ok(units);
  return (feature(topology, units) as unknown as { features: Feature<Polygon | MultiPolygon>[] })
    .features;
}
export const ringsOf = ({ geometry }: Feature<Polygon | MultiPolygon>): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
export const saysFault = (result: BordersResult, pattern: RegExp) => {
  assert.equal(result.file, undefined);
  assert.match(result.faults.join('\n'), pattern);
};
