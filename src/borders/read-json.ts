/** Borders as JSON: GeoJSON, one feature a line, TopoJSON. */
import type { Feature } from 'geojson';
import type { Topology } from 'topojson-specification';
import { isObject } from '../api/raw-members.js';
import { decode } from '../desk/decode.js';
import { systemOfCrs } from './coordinate-system.js';
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
    const lines = featuresInLines(text);
    if (!lines) return notJson(text);
    raw = { type: 'FeatureCollection', features: lines };
  }
  return layerOf(name, raw, object);
}

/** Whether the first bytes are those of JSON, or of RFC 8142's mark before it. */
export const beginsAsJson = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 40).find((byte) => byte > 0x20 || byte === 0x1e);
  // A mark of UTF-8 or UTF-16 stands in front of text only.
  return start !== undefined && [0x7b, 0x5b, 0x1e, 0xef, 0xff, 0xfe].includes(start);
};

function notJson(text: string): string {
  if (!/^\s*[[{\u001e]/.test(text))
    return `không phải shapefile, GeoJSON hay TopoJSON (tệp bắt đầu bằng “${text.trim().slice(0, 20)}”).`;
  if (/\[\s*-?\d+,\d+\s*,\s*-?\d+,\d+\s*\]/.test(text)) return COMMAS;
  if (/[[,:]\s*-?(NaN|Infinity)\b/.test(text))
    return 'tọa độ hoặc thuộc tính là NaN, JSON không có số này. Hãy sửa hàng có NaN rồi xuất lại.';
  return 'không phải JSON đọc được: tệp bị cắt ngang hoặc sai dấu. Hãy xuất lại từ phần mềm bản đồ.';
}

const COMMAS =
  'tọa độ ghi dấu phẩy thập phân (105,8342), nên một điểm thành bốn số. Hãy xuất lại với dấu chấm (105.8342).';

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
  if (Array.isArray(raw) && raw.some((one) => isObject(one) && one['type'] === 'Feature'))
    return layerOf(file, { type: 'FeatureCollection', features: raw as unknown[] }, object);
  if (!isObject(raw)) return 'JSON này không phải GeoJSON hay TopoJSON';
  const layer = (features: readonly unknown[]): Layer => ({
    file,
    ...rowsOf(features),
    stated: systemOfCrs(raw['crs']),
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
    return `TopoJSON có nhiều lớp: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` và ${names.length - 10} lớp nữa` : ''}. Hãy chọn một bằng --object TÊN.`;
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

/** Whether the first position is four whole numbers: two with decimal commas, "106,3, 16,6". */
function hasCommas(item: unknown): boolean {
  let at: unknown =
    isObject(item) && isObject(item['geometry']) ? item['geometry']['coordinates'] : [];
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return Array.isArray(at) && at.length === 4 && at.every(Number.isInteger) && at[3] !== 0;
}

function simpleAttributes(given: Readonly<Record<string, unknown>>): Row['attributes'] {
  const simple = Object.entries(given).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(simple);
}
