/** Writes small shapefiles and zips of them, as an office's program would: for tests of borders. */
import { zipSync } from 'fflate';

export interface ShapeRow {
  /** Values by column; texts in the encoding given, or bytes as they are. */
  readonly values: Readonly<Record<string, string | number | Uint8Array>>;
  /** Rings, each closed; outer ones run with the clock. `null` for a row without a shape. */
  readonly rings: readonly (readonly (readonly number[])[])[] | null;
  readonly deleted?: boolean;
}

export interface ShapefileOptions {
  readonly prj?: string;
  readonly cpg?: string;
  /** Polygons with heights. */
  readonly heights?: boolean;
  readonly name?: string;
}

const WIDTH = 120;

/** The files of a shapefile, by name. */
export function shapefile(
  rows: readonly ShapeRow[],
  { prj, cpg, heights = false, name = 'ranh-gioi' }: ShapefileOptions = {},
): Record<string, Uint8Array> {
  const text = (value: string) => new TextEncoder().encode(value);
  return {
    [`${name}.shp`]: shp(rows, heights),
    [`${name}.dbf`]: dbf(rows),
    ...(prj === undefined ? {} : { [`${name}.prj`]: text(prj) }),
    ...(cpg === undefined ? {} : { [`${name}.cpg`]: text(cpg) }),
  };
}

export const zipped = (files: Record<string, Uint8Array>): Uint8Array<ArrayBuffer> =>
  zipSync(files);

function shp(rows: readonly ShapeRow[], heights: boolean): Uint8Array {
  const records = rows.map(({ rings }) => record(rings, heights));
  const length = 100 + records.reduce((sum, { byteLength }) => sum + 8 + byteLength, 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, heights ? 15 : 5, true);
  let at = 100;
  records.forEach((own, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, own.byteLength / 2);
    bytes.set(own, at + 8);
    at += 8 + own.byteLength;
  });
  return bytes;
}

function record(rings: ShapeRow['rings'], heights: boolean): Uint8Array {
  if (!rings) return new Uint8Array(4);
  const points = rings.flat();
  const flat = 44 + rings.length * 4 + points.length * 16;
  const view = new DataView(new ArrayBuffer(flat + (heights ? 16 + points.length * 8 : 0)));
  view.setInt32(0, heights ? 15 : 5, true);
  view.setInt32(36, rings.length, true);
  view.setInt32(40, points.length, true);
  let start = 0;
  rings.forEach((ring, i) => {
    view.setInt32(44 + i * 4, start, true);
    start += ring.length;
  });
  points.forEach(([x = 0, y = 0, z = 7.5], i) => {
    view.setFloat64(44 + rings.length * 4 + i * 16, x, true);
    view.setFloat64(52 + rings.length * 4 + i * 16, y, true);
    if (heights) view.setFloat64(flat + 16 + i * 8, z, true);
  });
  return new Uint8Array(view.buffer);
}

function dbf(rows: readonly ShapeRow[]): Uint8Array {
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const start = 33 + columns.length * 32;
  const length = 1 + columns.length * WIDTH;
  const bytes = new Uint8Array(start + rows.length * length + 1).fill(0x20);
  bytes.fill(0, 0, start);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, start, true);
  view.setUint16(10, length, true);
  columns.forEach((name, i) => {
    const at = 32 + i * 32;
    bytes.set(new TextEncoder().encode(name).subarray(0, 10), at);
    const isNumber = rows.every(({ values }) => typeof values[name] === 'number');
    bytes[at + 11] = (isNumber ? 'N' : 'C').charCodeAt(0);
    bytes[at + 16] = WIDTH;
  });
  bytes[start - 1] = 0x0d;
  rows.forEach(({ values, deleted }, row) => {
    const at = start + row * length;
    if (deleted) bytes[at] = 0x2a;
    columns.forEach((name, i) => {
      const value = values[name] ?? '';
      const own = value instanceof Uint8Array ? value : new TextEncoder().encode(String(value));
      bytes.set(own.subarray(0, WIDTH), at + 1 + i * WIDTH);
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
