/** Borders as JSON: GeoJSON, one feature a line, TopoJSON. */
import type { Feature } from 'geojson';
import type { Topology } from 'topojson-specification';
import { isObject } from '../api/raw-members.js';
import { decode } from '../desk/decode.js';
import { systemOfCrs, type Stated } from './coordinate-system.js';
import { choice } from './choices.js';
import { convertWords } from './other-formats.js';
import type { Layer, Row } from './layer.js';
import { shapesOf } from './shapes.js';
import { decode1252 } from './text-readings.js';

/** Reads a file of text; a sentence says why it cannot be read. */
export async function readJson(
  name: string,
  bytes: Uint8Array,
  object: string | undefined,
): Promise<Layer | string> {
  // A text of before Unicode: what its letters mean is told later, by the official names.
  const text = (decode(bytes) ?? (beginsAsJson(bytes) ? decode1252(bytes) : undefined))?.replace(
    /^\ufeff/,
    '',
  );
  if (text === undefined) return 'không phải UTF-8, hoặc không phải tệp ranh giới';
  if (text.trim() === '') return 'tệp trống';
  let raw: unknown;
  try {
    raw = JSON.parse(text) as unknown;
  } catch {
    const items = featuresInRow(text);
    if (!items) return notJson(text) ?? brokenLine(text);
    raw = items.length === 1 ? items[0] : items;
  }
  return layerOf(name, raw, object);
}

/** Whether the first bytes are those of JSON, or of RFC 8142's mark before it. */
export const beginsAsJson = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 40).find((byte) => byte > 0x20 || byte === 0x1e);
  // A mark of UTF-8 or UTF-16 stands in front of text only.
  return start !== undefined && [0x7b, 0x5b, 0x1e, 0xef, 0xff, 0xfe].includes(start);
};

function notJson(text: string): string | undefined {
  if (!/^\s*[[{\u001e]/.test(text))
    return `không phải shapefile, GeoJSON hay TopoJSON (tệp bắt đầu bằng “${text.trim().slice(0, 20)}”).`;
  if (/\[\s*-?\d+,\d+\s*,\s*-?\d+,\d+\s*\]/.test(text)) return COMMAS;
  if (/[[,:]\s*-?(NaN|Infinity)\b/.test(text))
    return 'tọa độ hoặc thuộc tính là NaN, JSON không có số này. Hãy sửa hàng có NaN rồi xuất lại.';
  return undefined;
}

const BROKEN = 'tệp bị cắt ngang hoặc sai dấu. Hãy xuất lại từ phần mềm bản đồ.';

/** The line at which a text is no longer JSON; of one feature a line, the one that is none. */
function brokenLine(text: string): string {
  const lines = text.split('\n');
  const isWhole = (line: string): boolean => {
    try {
      JSON.parse(line.replace(/^\u001e/, '').replace(/,\s*$/, ''));
      return true;
    } catch {
      return line.replace('\u001e', '').trim() === '';
    }
  };
  const first = lines.findIndex((line) => line.trim() !== '');
  const at = isWhole(lines[first] ?? '') ? lines.findIndex((line) => !isWhole(line)) : -1;
  return at < 0
    ? `không phải JSON đọc được: ${BROKEN}`
    : `dòng ${at + 1} không phải JSON đọc được (“${lines[at]?.trim().slice(0, 40)}…”): ${BROKEN}`;
}

const COMMAS =
  'tọa độ ghi dấu phẩy thập phân (105,8342), nên một điểm thành bốn số. Hãy xuất lại với dấu chấm (105.8342).';

/**
 * One value behind another: a feature a line (GeoJSONSeq), behind marks of RFC 8142, or with commas between them and no
 * brackets around.
 */
function featuresInRow(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  for (let at = nextValue(text, 0); at < text.length;) {
    const end = endOfValue(text, at);
    if (end === undefined) return undefined;
    try {
      values.push(JSON.parse(text.slice(at, end)));
    } catch {
      return undefined;
    }
    at = nextValue(text, end);
  }
  return values.length > 0 ? values : undefined;
}

/** Where the next value begins, behind blanks, marks and commas. */
function nextValue(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\u001e,]/.test(text[at] ?? '')) at += 1;
  return at;
}

/** Where an object or a list that begins at a place ends; `undefined` where it does not. */
function endOfValue(text: string, from: number): number | undefined {
  if (text[from] !== '{' && text[from] !== '[') return undefined;
  const marks = /["[\]{}]/g;
  marks.lastIndex = from;
  let depth = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const [mark] = match;
    if (mark === '"') {
      const quoted = /"(?:[^"\\]|\\.)*"/sy;
      quoted.lastIndex = match.index;
      if (!quoted.test(text)) return undefined;
      marks.lastIndex = quoted.lastIndex;
    } else depth += mark === '{' || mark === '[' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return undefined;
}

/** The features of a list whose items may be collections. */
const opened = (items: readonly unknown[]): unknown[] =>
  items.flatMap((item) =>
    isObject(item) && item['type'] === 'FeatureCollection' && Array.isArray(item['features'])
      ? withCrs(item['features'] as unknown[], item['crs'])
      : [item],
  );

const withCrs = (features: readonly unknown[], crs: unknown): unknown[] =>
  crs === undefined
    ? [...features]
    : features.map((feature) => (isObject(feature) ? { crs, ...feature } : feature));

/** The `crs` of a file, or the one that its features or their geometries have, as PostGIS writes them. */
function statedIn(crs: unknown, features: readonly unknown[]): Stated {
  if (crs !== undefined && crs !== null) return systemOfCrs(crs);
  const statements = new Map<string, unknown>();
  for (const feature of features) {
    const { crs: featureCrs, geometry } = isObject(feature) ? feature : {};
    const statement = featureCrs ?? (isObject(geometry) ? geometry['crs'] : undefined);
    if (statement !== undefined && statement !== null)
      statements.set(JSON.stringify(statement), statement);
  }
  const [one] = statements.values();
  return statements.size < 2
    ? systemOfCrs(one)
    : {
        problem: `tệp có ${statements.size} hệ tọa độ khác nhau trong một tệp. Hãy tách mỗi hệ thành một tệp rồi đưa tất cả vào cùng một lệnh, hoặc chạy lại sau khi đổi về một hệ`,
      };
}

async function layerOf(
  file: string,
  raw: unknown,
  object: string | undefined,
): Promise<Layer | string> {
  if (Array.isArray(raw)) {
    const features = opened(raw);
    if (features.some((one) => isObject(one) && one['type'] === 'Feature'))
      return layerOf(file, { type: 'FeatureCollection', features }, object);
    if (features.some((one) => isObject(one) && hasShapeAlone(one))) return SHAPE_ALONE;
  }
  if (!isObject(raw)) return 'JSON này không phải GeoJSON hay TopoJSON';
  const layer = (features: readonly unknown[]): Layer => ({
    file,
    ...rowsOf(features),
    stated: statedIn(raw['crs'], features),
    deleted: 0,
    properties: isObject(raw['properties']) ? raw['properties'] : {},
  });
  if (raw['type'] === 'FeatureCollection' && Array.isArray(raw['features']))
    return raw['features'].some(hasCommas) ? COMMAS : layer(raw['features']);
  if (raw['type'] === 'Feature') return { ...layer([raw]), properties: {} };
  if (raw['type'] === 'Topology') {
    const features = await featuresOfTopology(raw as unknown as Topology, object);
    return typeof features === 'string' ? features : layer(features);
  }
  if ('observations' in raw) return 'đây là tài liệu số liệu của API, không phải ranh giới';
  if (Array.isArray(raw['features']) && ('geometryType' in raw || 'spatialReference' in raw))
    return convertWords('Esri JSON', file);
  if (hasShapeAlone(raw)) return SHAPE_ALONE;
  return 'JSON này không phải GeoJSON hay TopoJSON';
}

const hasShapeAlone = (raw: object): boolean => 'coordinates' in raw || 'geometries' in raw;
const SHAPE_ALONE =
  'chỉ có hình, không có thuộc tính: không biết hình nào là xã nào. Hãy xuất FeatureCollection có mã xã.';

async function featuresOfTopology(
  topology: Topology,
  object: string | undefined,
): Promise<Feature[] | string> {
  const names = Object.keys(topology.objects ?? {});
  if (object === undefined && areUnits(topology)) return featuresOfObjects(topology, names);
  const name = object ?? names[0];
  if (object === undefined && names.length > 1)
    return `TopoJSON có ${names.length} lớp. Hãy chọn một lớp: ${names
      .slice(0, 10)
      .map((one) => choice('object', one))
      .join(', ')}.`;
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

/** Whether each of several objects is one shape: an object a unit, as some programs write them. */
function areUnits({ objects }: Topology): boolean {
  const all = Object.values(objects ?? {});
  return (
    all.length > 2 &&
    all.every((one) => one.type !== 'GeometryCollection' || one.geometries.length === 1)
  );
}

/** The features of all objects, each with the name of its object as an attribute. */
async function featuresOfObjects(
  topology: Topology,
  names: readonly string[],
): Promise<Feature[] | string> {
  const features: Feature[] = [];
  for (const name of names) {
    const objectFeatures = await featuresOfTopology(topology, name);
    if (typeof objectFeatures === 'string') return objectFeatures;
    for (const one of objectFeatures)
      features.push({ ...one, properties: { ...one.properties, object: name } });
  }
  return features;
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
  const featureId = item['id'];
  const id =
    typeof featureId === 'string' || typeof featureId === 'number' ? { id: featureId } : {};
  return simpleAttributes({ ...id, ...(isObject(item['properties']) ? item['properties'] : {}) });
}

/** Whether the first position is four whole numbers: two with decimal commas, "106,3, 16,6". */
function hasCommas(item: unknown): boolean {
  let at: unknown =
    isObject(item) && isObject(item['geometry']) ? item['geometry']['coordinates'] : [];
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return Array.isArray(at) && at.length === 4 && at.every(Number.isInteger) && at[3] !== 0;
}

function simpleAttributes(properties: Readonly<Record<string, unknown>>): Row['attributes'] {
  const simple = Object.entries(properties).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(simple);
}
