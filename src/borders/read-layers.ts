/**
 * Files of borders as offices have them, each by its bytes: shapefiles, plain or in a zip, GeoJSON, one
 * feature a line, TopoJSON. Other formats are named with the command that converts them.
 */
import type { Feature } from 'geojson';
import type { Topology } from 'topojson-specification';
import { decode } from '../desk/decode.js';
import type { InputFile } from '../desk/read-files.js';
import { systemOfCrs, systemOfPrj, type Stated } from './coordinate-system.js';
import type { Attributes } from './dbase-table.js';
import { BrokenShapefile, readShapefile } from './read-shapefile.js';
import { shapesOf, type Shape } from './shapes.js';
import { unzip, type Inflate } from './unzip.js';

/** A row of a file: one feature. */
export interface Row {
  /** Counted from 1, as a table of attributes shows it. */
  readonly row: number;
  readonly attributes: Attributes;
  readonly shape: Shape | undefined;
}

/** A file, or a shapefile of a zip. */
export interface Layer {
  readonly file: string;
  readonly rows: readonly Row[];
  /** The positions of all rows, one after another: x, y, x, y … */
  readonly xy: Float64Array;
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
type Parts = Partial<Record<'shp' | 'shx' | 'dbf' | 'prj' | 'cpg', Uint8Array>>;

const SHAPEFILE = /^(.*)\.(shp|shx|dbf|prj|cpg)$/i;
/** Files that go along with borders and say nothing of them. */
const BESIDE =
  /\.(db|ini|lnk|bak|tmp|jpe?g|png|gif|tiff?|sbn|sbx|qpj|qix|fix|qmd|lyr|mxd|xml|txt|pdf|docx?|xlsx?|html?|md)$/i;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads files; `object` chooses the object of a TopoJSON file. */
export async function readLayers(
  files: readonly InputFile[],
  { object, inflate }: { object?: string | undefined; inflate?: Inflate | undefined } = {},
): Promise<Layers> {
  const layers: Layer[] = [];
  const refused: string[] = [];
  const opened: InputFile[] = [];
  for (const file of files) opened.push(...(await unpack(file, refused, inflate)));
  const shapefiles = new Map<string, { file: string; parts: Parts }>();
  for (const { name, bytes } of opened) {
    const [, stem = '', ending = ''] = SHAPEFILE.exec(name) ?? [];
    if (ending) {
      const key = stem.toLowerCase();
      const known = shapefiles.get(key) ?? { file: `${stem}.shp`, parts: {} };
      known.parts[ending.toLowerCase() as keyof Parts] = bytes;
      shapefiles.set(key, known);
    } else if (!BESIDE.test(name) || opened.length === 1) {
      const layer = await readText(name, bytes, object);
      if (typeof layer === 'string') refused.push(`Tệp “${name}”: ${layer}`);
      else layers.push(layer);
    }
  }
  for (const { file, parts } of shapefiles.values()) {
    const layer = shapefileLayer(file, parts);
    if (typeof layer === 'string') refused.push(`Tệp “${file}”: ${layer}`);
    else layers.push(layer);
  }
  if (layers.length === 0 && refused.length === 0)
    refused.push(
      'không có tệp ranh giới nào: cần .zip của shapefile, .shp, .geojson hoặc .topojson',
    );
  return { layers, refused };
}

/** The files of a zip, and of the zips in it; any other file is itself. */
async function unpack(
  file: InputFile,
  refused: string[],
  inflate: Inflate | undefined,
  depth = 0,
): Promise<InputFile[]> {
  if (file.bytes[0] !== 0x50 || file.bytes[1] !== 0x4b || depth > 2) return [file];
  const inside = await unzip(file.bytes, (name) => !HIDDEN.test(name), inflate);
  if (typeof inside === 'string') {
    refused.push(`Tệp “${file.name}”: ${inside}`);
    return [];
  }
  if (inside.some(({ name }) => /(^|\/)doc\.kml$/i.test(name))) {
    refused.push(`Tệp “${file.name}”: ${convertWords('kmz', file.name)}`);
    return [];
  }
  const found: InputFile[] = [];
  for (const { name, bytes } of inside)
    if (!BESIDE.test(name))
      found.push(
        ...(await unpack({ name: `${file.name}/${name}`, bytes }, refused, inflate, depth + 1)),
      );
  if (found.length === 0) refused.push(`Tệp “${file.name}”: trong tệp nén không có tệp ranh giới`);
  return found;
}

/** Folders, and what macOS leaves in a zip. */
const HIDDEN = /(^|\/)(__MACOSX\/|\.)|\/$/;

/* ---- shapefiles ---- */

function shapefileLayer(file: string, { shp, shx, dbf, prj, cpg }: Parts): Layer | string {
  if (!shp) return 'thiếu tệp .shp đi cùng (.shp, .dbf và .prj phải cùng tên, cùng chỗ)';
  if (!dbf)
    return 'thiếu tệp .dbf đi cùng: không có bảng thuộc tính thì không biết hình nào là xã nào';
  const stated = prj && systemOfPrj(decode(prj) ?? new TextDecoder('windows-1252').decode(prj));
  try {
    return { file, ...readShapefile({ shp, dbf, shx, cpg }), stated, properties: {} };
  } catch (error) {
    if (error instanceof BrokenShapefile) return error.message;
    throw error;
  }
}

function simpleAttributes(given: Readonly<Record<string, unknown>>): Row['attributes'] {
  const simple = Object.entries(given).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(simple);
}

/* ---- JSON ---- */

async function readText(
  name: string,
  bytes: Uint8Array,
  object: string | undefined,
): Promise<Layer | string> {
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

/** One feature a line (GeoJSONSeq), or behind each mark of RFC 8142, whose texts may have lines of their own. */
function featuresInLines(text: string): unknown[] | undefined {
  const isMarked = text.includes('\u001e');
  const parts = text.split(isMarked ? '\u001e' : '\n').filter((part) => part.trim() !== '');
  if (parts.length < 2 && !isMarked) return undefined;
  try {
    return parts.flatMap((part) => {
      const item = JSON.parse(part) as unknown;
      return isObject(item) && Array.isArray(item['features'])
        ? (item['features'] as unknown[])
        : [item];
    });
  } catch {
    return undefined;
  }
}

async function layerOf(
  file: string,
  raw: unknown,
  object: string | undefined,
): Promise<Layer | string> {
  if (!isObject(raw)) return 'JSON này không phải GeoJSON hay TopoJSON';
  const layer = (features: readonly unknown[]): Layer => ({
    file,
    ...rowsOf(features),
    stated: systemOfCrs(raw['crs']),
    deleted: 0,
    properties: isObject(raw['properties']) ? raw['properties'] : {},
  });
  if (raw['type'] === 'FeatureCollection' && Array.isArray(raw['features']))
    return layer(raw['features']);
  if (raw['type'] === 'Feature') return { ...layer([raw]), properties: {} };
  if (raw['type'] === 'Topology') {
    const features = await featuresOfTopology(raw as unknown as Topology, object);
    return typeof features === 'string' ? features : layer(features);
  }
  if ('observations' in raw) return 'đây là tài liệu số liệu của API, không phải ranh giới';
  if (Array.isArray(raw['features']) && ('geometryType' in raw || 'spatialReference' in raw))
    return convertWords('Esri JSON', file);
  if ('coordinates' in raw || 'geometries' in raw)
    return 'chỉ có hình, không có thuộc tính: không biết hình nào là xã nào. Hãy xuất FeatureCollection có mã xã.';
  return 'JSON này không phải GeoJSON hay TopoJSON';
}

async function featuresOfTopology(
  topology: Topology,
  object: string | undefined,
): Promise<Feature[] | string> {
  const names = Object.keys(topology.objects ?? {});
  const name = object ?? names[0];
  if (object === undefined && names.length > 1)
    return `TopoJSON có nhiều lớp: ${names.join(', ')}. Hãy chọn một bằng --object TÊN.`;
  const chosen = name === undefined ? undefined : topology.objects[name];
  if (!chosen)
    return `TopoJSON không có lớp “${name ?? ''}”; có: ${names.join(', ') || '(không có)'}`;
  const { feature } = await import('topojson-client');
  try {
    const made: Feature | { features: Feature[] } = feature(topology, chosen);
    return 'features' in made ? made.features : [made];
  } catch {
    return 'TopoJSON bị hỏng: hình trỏ tới cung không có';
  }
}

function rowsOf(features: readonly unknown[]): Pick<Layer, 'rows' | 'xy'> {
  const { xy, shapes } = shapesOf(
    features.map((item) =>
      isObject(item) && item['type'] === 'Feature' ? item['geometry'] : undefined,
    ),
  );
  return {
    xy,
    rows: features.map((item, i) => ({
      row: i + 1,
      attributes: attributesOf(item),
      shape: shapes[i],
    })),
  };
}

function attributesOf(item: unknown): Row['attributes'] {
  if (!isObject(item)) return {};
  const own = item['id'];
  const id = typeof own === 'string' || typeof own === 'number' ? { id: own } : {};
  return simpleAttributes({ ...id, ...(isObject(item['properties']) ? item['properties'] : {}) });
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
  if (/\.(csv|xlsx?|ods)$/i.test(name))
    return 'đây là bảng, không có hình. Hãy xin bản shapefile hoặc GeoJSON.';
  const kind = byBytes ?? ENDINGS[/\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  return kind && convertWords(kind, name);
}

/** The sentence that names a format and the one command that converts it. */
export function convertWords(kind: string, name: string): string {
  const plain = name.replace(/^.*[\\/]/, '');
  return `dạng ${kind} không đọc trực tiếp. Hãy chuyển bằng GDAL: ogr2ogr -f GeoJSON ranh-gioi.geojson "${plain}"${/DGN|DWG|DXF/.test(kind) ? ' (bản vẽ thường chỉ có đường, không có mã xã: hãy xin Sở bản shapefile)' : ''}`;
}
