/**
 * Files of borders as offices have them, each by its bytes: shapefiles, plain or in a zip, GeoJSON, one
 * feature a line, TopoJSON. Other formats are named with the command that converts them.
 */
import { unzipSync } from 'fflate';
import type { Feature, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { decode, type InputFile } from '../desk/read-files.js';
import { systemOfCrs, systemOfPrj, type Stated } from './coordinate-system.js';
import { nestRings, type Ring } from './rings.js';
import { tableText } from './text-readings.js';

/** A row of a file: one feature. */
export interface Row {
  /** Counted from 1, as a table of attributes shows it. */
  readonly row: number;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly geometry: Geometry | null;
}

/** A file, or a shapefile of a zip. */
export interface Layer {
  readonly file: string;
  readonly rows: readonly Row[];
  readonly stated: Stated;
  /** dBASE rows that are marked as deleted. */
  readonly deleted: number;
  /** What the file says of itself: `properties` of a FeatureCollection or a Topology. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Layers {
  readonly layers: readonly Layer[];
  /** A sentence for each file that cannot be read. */
  readonly refused: readonly string[];
}

/** Files of a shapefile, by the end of their names. */
type Parts = Partial<Record<'shp' | 'dbf' | 'prj' | 'cpg', Uint8Array>>;

const PART =
  /\.(shp|dbf|prj|cpg|shx|sbn|sbx|qpj|qix|fix|qmd|lyr|mxd|xml|txt|pdf|docx?|xlsx?|html?|md)$/i;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads files; `object` chooses the object of a TopoJSON file. */
export async function readLayers(files: readonly InputFile[], object?: string): Promise<Layers> {
  const layers: Layer[] = [];
  const refused: string[] = [];
  const opened = files.flatMap((file) => unpack(file, refused));
  const shapefiles = new Map<string, { file: string; parts: Parts }>();
  for (const { name, bytes } of opened) {
    const [, stem = '', ending = ''] = /^(.*)\.(shp|dbf|prj|cpg)$/i.exec(name) ?? [];
    if (ending) {
      const key = stem.toLowerCase();
      const known = shapefiles.get(key) ?? { file: `${stem}.shp`, parts: {} };
      known.parts[ending.toLowerCase() as keyof Parts] = bytes;
      shapefiles.set(key, known);
    } else if (!PART.test(name) || opened.length === 1) {
      const layer = readText(name, bytes, object);
      if (typeof layer === 'string') refused.push(`Tệp “${name}”: ${layer}`);
      else layers.push(layer);
    }
  }
  for (const { file, parts } of shapefiles.values()) {
    const layer = await readShapefile(file, parts);
    if (typeof layer === 'string') refused.push(`Tệp “${file}”: ${layer}`);
    else layers.push(layer);
  }
  if (layers.length === 0 && refused.length === 0)
    refused.push(
      'không có tệp ranh giới nào: cần .zip của shapefile, .shp, .geojson hoặc .topojson',
    );
  return { layers, refused };
}

/** The files of a zip; any other file is itself. */
function unpack(file: InputFile, refused: string[]): InputFile[] {
  if (file.bytes[0] !== 0x50 || file.bytes[1] !== 0x4b) return [file];
  try {
    const inside = Object.entries(
      unzipSync(file.bytes, { filter: ({ name }) => !/(^|\/)(__MACOSX\/|\.)|\/$/.test(name) }),
    );
    if (inside.some(([name]) => /(^|\/)doc\.kml$/i.test(name))) {
      refused.push(`Tệp “${file.name}”: ${convertWords('kmz', file.name)}`);
      return [];
    }
    const found = inside.map(([name, bytes]) => ({ name: `${file.name}/${name}`, bytes }));
    const usable = found.filter(
      ({ name }) => !PART.test(name) || /\.(shp|dbf|prj|cpg)$/i.test(name),
    );
    if (usable.length === 0)
      refused.push(`Tệp “${file.name}”: trong tệp nén không có tệp ranh giới`);
    return usable;
  } catch {
    refused.push(`Tệp “${file.name}”: tệp nén bị hỏng. Hãy tải hoặc chép lại.`);
    return [];
  }
}

/* ---- shapefiles ---- */

async function readShapefile(file: string, { shp, dbf, prj, cpg }: Parts): Promise<Layer | string> {
  if (!shp) return 'thiếu tệp .shp đi cùng (.shp, .dbf và .prj phải cùng tên, cùng chỗ)';
  if (!dbf)
    return 'thiếu tệp .dbf đi cùng: không có bảng thuộc tính thì không biết hình nào là xã nào';
  const { open } = await import('shapefile').catch(() => {
    throw new Error('đọc shapefile cần gói shapefile: npm install shapefile');
  });
  const declared = cpg && new TextDecoder().decode(cpg);
  const isDeleted = deletedRows(dbf);
  const rows: Row[] = [];
  let deleted = 0;
  try {
    // Every byte becomes a character of its own: the library trims a plain text, and so the last byte of "à".
    const source = await open(shp, dbf, { encoding: 'x-user-defined' });
    for (let row = 1; ; row++) {
      const { done, value } = await source.read();
      if (done) break;
      if (isDeleted(row - 1)) deleted += 1;
      else
        rows.push({
          row,
          attributes: attributesOf(value, declared),
          geometry: renested(value.geometry),
        });
    }
  } catch {
    return 'shapefile bị hỏng hoặc thiếu phần cuối. Hãy chép lại đủ các tệp .shp, .dbf, .shx, .prj.';
  }
  const stated = prj && systemOfPrj(decode(prj) ?? new TextDecoder('windows-1252').decode(prj));
  return { file, rows, stated, deleted, properties: {} };
}

/** Which rows of a dBASE table are marked as deleted: the library reads them as if they were there. */
function deletedRows(dbf: Uint8Array): (index: number) => boolean {
  if (dbf.length < 32) return () => false;
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const [start, length] = [view.getUint16(8, true), view.getUint16(10, true)];
  return (index) => dbf[start + index * length] === 0x2a;
}

function attributesOf({ properties }: Feature, declared: string | undefined): Row['attributes'] {
  const text = (given: string): string => {
    const bytes = Uint8Array.from(given, (letter) => letter.charCodeAt(0) & 0xff);
    // A no-break space is no blank: it is the second half of an "à" that was read wrongly.
    return tableText(bytes, declared)
      .replace(/\0/g, '')
      .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  };
  return simpleAttributes(
    Object.fromEntries(
      Object.entries(properties ?? {}).map(([name, value]: [string, unknown]) => [
        text(name),
        typeof value === 'string' ? text(value) : value,
      ]),
    ),
  );
}

function simpleAttributes(given: Readonly<Record<string, unknown>>): Row['attributes'] {
  const simple = Object.entries(given).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(simple);
}

/** Rings of a shapefile by what lies inside of what, because many programs wind them wrongly. */
function renested(geometry: Geometry | null): Geometry | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return geometry;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings: Ring[] = polygons.flat();
  return rings.length === 1 ? geometry : { type: 'MultiPolygon', coordinates: nestRings(rings) };
}

/* ---- JSON ---- */

function readText(name: string, bytes: Uint8Array, object: string | undefined): Layer | string {
  const other = otherFormat(name, bytes);
  if (other) return other;
  const text = decode(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined) return 'không phải UTF-8, hoặc không phải tệp ranh giới';
  if (text.trim() === '') return 'tệp trống';
  let raw: unknown;
  try {
    raw = JSON.parse(text) as unknown;
  } catch {
    const lines = featuresInLines(text);
    if (!lines)
      return 'không phải JSON đọc được: tệp bị cắt ngang hoặc sai dấu. Hãy xuất lại từ phần mềm bản đồ.';
    raw = { type: 'FeatureCollection', features: lines };
  }
  return layerOf(name, raw, object);
}

/** One feature a line (GeoJSONSeq), with or without the mark of RFC 8142. */
function featuresInLines(text: string): unknown[] | undefined {
  const lines = text.split(/[\n\u001e]+/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return undefined;
  }
}

function layerOf(file: string, raw: unknown, object: string | undefined): Layer | string {
  if (!isObject(raw)) return 'JSON này không phải GeoJSON hay TopoJSON';
  const layer = (features: readonly unknown[]): Layer => ({
    file,
    rows: features.map((item, i) => rowOf(item, i + 1)),
    stated: systemOfCrs(raw['crs']),
    deleted: 0,
    properties: isObject(raw['properties']) ? raw['properties'] : {},
  });
  if (raw['type'] === 'FeatureCollection' && Array.isArray(raw['features']))
    return layer(raw['features']);
  if (raw['type'] === 'Feature') return { ...layer([raw]), properties: {} };
  if (raw['type'] === 'Topology') {
    const features = featuresOfTopology(raw as unknown as Topology, object);
    return typeof features === 'string' ? features : layer(features);
  }
  if ('observations' in raw) return 'đây là tài liệu số liệu của API, không phải ranh giới';
  if (Array.isArray(raw['features']) && ('geometryType' in raw || 'spatialReference' in raw))
    return convertWords('Esri JSON', file);
  if ('coordinates' in raw || 'geometries' in raw)
    return 'chỉ có hình, không có thuộc tính: không biết hình nào là xã nào. Hãy xuất FeatureCollection có mã xã.';
  return 'JSON này không phải GeoJSON hay TopoJSON';
}

function featuresOfTopology(topology: Topology, object: string | undefined): Feature[] | string {
  const names = Object.keys(topology.objects ?? {});
  const name = object ?? names[0];
  if (object === undefined && names.length > 1)
    return `TopoJSON có nhiều lớp: ${names.join(', ')}. Hãy chọn một bằng --object TÊN.`;
  const chosen = name === undefined ? undefined : topology.objects[name];
  if (!chosen)
    return `TopoJSON không có lớp “${name ?? ''}”; có: ${names.join(', ') || '(không có)'}`;
  try {
    const made: Feature | { features: Feature[] } = feature(topology, chosen);
    return 'features' in made ? made.features : [made];
  } catch {
    return 'TopoJSON bị hỏng: hình trỏ tới cung không có';
  }
}

function rowOf(item: unknown, row: number): Row {
  if (!isObject(item)) return { row, attributes: {}, geometry: null };
  const properties = isObject(item['properties']) ? item['properties'] : {};
  const own = item['id'];
  const id = typeof own === 'string' || typeof own === 'number' ? { id: own } : {};
  const geometry = item['type'] === 'Feature' ? item['geometry'] : undefined;
  return {
    row,
    attributes: simpleAttributes({ ...id, ...properties }),
    geometry: isObject(geometry) ? (geometry as unknown as Geometry) : null,
  };
}

/* ---- other formats ---- */

const ENDINGS: Readonly<Record<string, string>> = {
  gpkg: 'GeoPackage',
  kml: 'KML',
  kmz: 'KMZ',
  tab: 'MapInfo TAB',
  mif: 'MapInfo MIF',
  mid: 'MapInfo MIF',
  map: 'MapInfo TAB',
  dat: 'MapInfo TAB',
  dgn: 'MicroStation DGN',
  dwg: 'AutoCAD DWG',
  dxf: 'AutoCAD DXF',
  gml: 'GML',
  gdb: 'File Geodatabase',
  mdb: 'Personal Geodatabase',
  fgb: 'FlatGeobuf',
  parquet: 'GeoParquet',
  sqlite: 'SpatiaLite',
  gpx: 'GPX',
  pmtiles: 'PMTiles',
  mbtiles: 'MBTiles',
};

/** What a file is that is read by none of these, by its first bytes or else the end of its name. */
function otherFormat(name: string, bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 600))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  const byBytes = start.startsWith('SQLite format 3')
    ? 'GeoPackage'
    : /^AC10\d\d/.test(start)
      ? 'AutoCAD DWG'
      : start.startsWith('fgb')
        ? 'FlatGeobuf'
        : start.startsWith('PAR1')
          ? 'GeoParquet'
          : /^!table/i.test(start)
            ? 'MapInfo TAB'
            : /^Version\s+\d+\s+Charset/i.test(start)
              ? 'MapInfo MIF'
              : start.startsWith('<')
                ? /<kml/i.test(start)
                  ? 'KML'
                  : /opengis\.net\/gml/i.test(start)
                    ? 'GML'
                    : /<(!doctype )?html/i.test(start)
                      ? 'HTML'
                      : undefined
                : undefined;
  if (byBytes === 'HTML')
    return 'đây là trang web, không phải tệp ranh giới. Hãy tải lại đúng tệp.';
  if (start.startsWith('Rar!') || start.startsWith('7z'))
    return 'tệp nén .rar hoặc .7z không đọc được. Hãy giải nén rồi chọn các tệp bên trong.';
  const kind = byBytes ?? ENDINGS[/\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  return kind && convertWords(kind, name);
}

/** The sentence that names a format and the one command that converts it. */
export function convertWords(kind: string, name: string): string {
  const plain = name.replace(/^.*[\\/]/, '');
  return `dạng ${kind} không đọc trực tiếp. Hãy chuyển bằng GDAL: ogr2ogr -f GeoJSON ranh-gioi.geojson "${plain}"${/DGN|DWG|DXF/.test(kind) ? ' (bản vẽ thường chỉ có đường, không có mã xã: hãy xin Sở bản shapefile)' : ''}`;
}
