/**
 * Shapefiles by their bytes (ESRI, July 1998) and their dBASE tables: positions go straight into one typed array.
 * Written here, because libraries make an array of each position, read no index (.shx), so a file that was edited in
 * place gives a row the shape of another, take no notice of deleted rows, and trim the last byte of "à".
 */
import { tableOf, type Attributes } from './dbase-table.js';
import { nestRings, type Ring } from './rings.js';
import type { Shape } from './shapes.js';

export interface ShapefileRow {
  /** Counted from 1, as a table of attributes shows it. */
  readonly row: number;
  readonly attributes: Attributes;
  readonly shape: Shape | undefined;
}

export interface Shapefile {
  readonly rows: readonly ShapefileRow[];
  /** dBASE rows that are marked as deleted. */
  readonly deleted: number;
  /** The positions of all rows. */
  readonly xy: Float64Array;
}

/** The files of a shapefile. */
export interface ShapefileParts {
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array;
  readonly shx?: Uint8Array | undefined;
}

/** Its message is a sentence that says why a file cannot be read. */
export class BrokenShapefile extends Error {
  constructor(
    message = 'shapefile bị hỏng hoặc thiếu phần cuối. Hãy chép lại đủ các tệp .shp, .dbf, .shx, .prj.',
  ) {
    super(message);
  }
}

/** Reads a shapefile. Throws BrokenShapefile. */
export function readShapefile({ shp, dbf, shx }: ShapefileParts): Shapefile {
  const table = tableOf(dbf);
  if (!table) throw new BrokenShapefile();
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  if (shp.length < HEADER || view.getInt32(0) !== FILE_CODE) throw new BrokenShapefile();
  if (view.getInt32(32, true) === MULTIPATCH)
    throw new BrokenShapefile(
      'lớp là MultiPatch (khối ba chiều), không phải vùng. Hãy chuyển thành lớp vùng (polygon) rồi xuất lại.',
    );
  const contents = (shx && indexed(view, shx)) ?? numbered(view);
  if (contents.length !== table.rows)
    throw new BrokenShapefile(
      `tệp .shp có ${contents.length} hình, tệp .dbf có ${table.rows} hàng: không biết hàng nào của hình nào. Hãy chép lại đủ các tệp, cùng một lần xuất.`,
    );
  const total = contents.reduce<number>((sum, at) => sum + countAt(view, at), 0);
  const reader = new ShapeReader(view, new Float64Array(total * 2));
  const rows: ShapefileRow[] = [];
  let deleted = 0;
  contents.forEach((at, i) => {
    if (table.isDeleted(i)) deleted += 1;
    else rows.push({ row: i + 1, attributes: table.attributes(i), shape: reader.shapeAt(at) });
  });
  return { rows, deleted, xy: reader.xy };
}

const FILE_CODE = 9994;
const HEADER = 100;
/** The type of a file of bodies in three dimensions. */
const MULTIPATCH = 31;

/** Where the content of each record begins, by the index: it knows of shapes that were moved when they were edited. */
function indexed(view: DataView, shx: Uint8Array): number[] | undefined {
  const index = new DataView(shx.buffer, shx.byteOffset, shx.byteLength);
  const count = (shx.length - HEADER) / 8;
  if (!Number.isInteger(count) || count < 0 || index.getInt32(0) !== FILE_CODE) return undefined;
  const contents: number[] = [];
  for (let i = 0; i < count; i++) {
    const at = index.getInt32(HEADER + i * 8) * 2;
    // An index of another file is none.
    if (at < HEADER || at + 12 > view.byteLength || view.getInt32(at) !== i + 1) return undefined;
    contents.push(contentAt(view, at)[0]);
  }
  return contents;
}

/** The same without an index: by the records' numbers, of which the last one counts. */
function numbered(view: DataView): number[] {
  const contents: number[] = [];
  for (let at = HEADER; at < view.byteLength;) {
    // Some programs leave nothing but zeros behind the last record.
    if (at + 8 <= view.byteLength && view.getInt32(at) === 0 && view.getInt32(at + 4) === 0) break;
    const [content, end] = contentAt(view, at);
    const number = view.getInt32(at);
    if (number < 1 || number > 1e7) throw new BrokenShapefile();
    contents[number - 1] = content;
    at = end;
  }
  for (let i = 0; i < contents.length; i++)
    if (contents[i] === undefined) throw new BrokenShapefile();
  return contents;
}

/** Where the content of the record at a byte begins and ends. */
function contentAt(view: DataView, at: number): [start: number, end: number] {
  if (at + 12 > view.byteLength) throw new BrokenShapefile();
  const end = at + 8 + view.getInt32(at + 4) * 2;
  if (end < at + 12 || end > view.byteLength) throw new BrokenShapefile();
  return [at + 8, end];
}

/** Kinds of shapes without their 10 (with heights) or 20 (with measures). */
const LINE = 3;
const POLYGON = 5;
const kindAt = (view: DataView, at: number): number => {
  const kind = view.getInt32(at, true);
  return kind > 30 ? kind : kind % 10;
};

/** How many positions the lines or rings of a content have. */
function countAt(view: DataView, at: number): number {
  const kind = kindAt(view, at);
  if (kind !== LINE && kind !== POLYGON) return 0;
  const end = at + view.getInt32(at - 4) * 2;
  if (end < at + 44) throw new BrokenShapefile();
  const [parts, count] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)];
  if (parts < 0 || count < 0 || at + 44 + parts * 4 + count * 16 > end) throw new BrokenShapefile();
  return count;
}

/** Copies positions into one array, a shape after the other. */
class ShapeReader {
  private filled = 0;

  constructor(
    private readonly view: DataView,
    readonly xy: Float64Array,
  ) {}

  shapeAt(at: number): Shape | undefined {
    const kind = kindAt(this.view, at);
    if (kind === 0) return undefined;
    if (kind !== LINE && kind !== POLYGON)
      return { polygons: [], lines: [], points: 1, broken: undefined };
    const { rings, broken } = this.partsAt(at);
    return kind === LINE
      ? { polygons: [], lines: rings, points: 0, broken }
      : // By what lies inside of what, because many programs wind rings wrongly.
        { polygons: nestRings(rings), lines: [], points: 0, broken };
  }

  private partsAt(at: number): { rings: Ring[]; broken: string | undefined } {
    const { view, xy } = this;
    const [parts, count] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)];
    const first = at + 44 + parts * 4;
    const begins: number[] = [];
    for (let i = 0; i < parts; i++) begins.push(view.getInt32(at + 44 + i * 4, true));
    let broken: string | undefined;
    const rings = begins.map((begin, i): Ring => {
      const end = begins[i + 1] ?? count;
      if (begin < 0 || end < begin || end > count) throw new BrokenShapefile();
      const start = this.filled;
      for (let from = first + begin * 16; from < first + end * 16; from += 16) {
        const x = view.getFloat64(from, true);
        const y = view.getFloat64(from + 8, true);
        if (Number.isFinite(x) && Number.isFinite(y)) {
          xy[this.filled++] = x;
          xy[this.filled++] = y;
        } else broken ??= `${x}, ${y}`;
      }
      return xy.subarray(start, this.filled);
    });
    return { rings: rings.filter(({ length }) => length > 0), broken };
  }
}
