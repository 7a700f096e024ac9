/** Tables of attributes in dBASE files (.dbf): texts, numbers and dates; deleted rows are marked, not gone. */
import { numberIn } from './shapes.js';
import { tableText } from './text-readings.js';

export type Attributes = Readonly<Record<string, string | number>>;

export interface Table {
  readonly rows: number;
  /** Whether a row, counted from 0, is marked as deleted. */
  isDeleted(row: number): boolean;
  attributes(row: number): Attributes;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly width: number;
}

const DELETED = 0x2a;
const END = 0x0d;

/** @returns `undefined` for a file that is no table, or has lost its end */
export function tableOf(dbf: Uint8Array): Table | undefined {
  if (dbf.length < 33) return undefined;
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const rows = view.getUint32(4, true);
  const [first, length] = [view.getUint16(8, true), view.getUint16(10, true)];
  const fields = fieldsOf(dbf, first);
  const width = fields.reduce((end, field) => Math.max(end, field.start + field.width), 1);
  // The last row may lack its blanks.
  if (length < 1 || width > length || first + rows * length > dbf.length + length - 1)
    return undefined;
  return {
    rows,
    isDeleted: (row) => dbf[first + row * length] === DELETED,
    attributes: (row) => {
      const attributes: Record<string, string | number> = {};
      for (const { name, type, start, width: wide } of fields) {
        const at = first + row * length + start;
        const value = valueOf(type, dbf.subarray(at, at + wide));
        if (value !== undefined) attributes[name] = value;
      }
      return attributes;
    },
  };
}

/** A no-break space is no blank: it is the second half of an "à" that was read wrongly. */
const textIn = (bytes: Uint8Array): string =>
  tableText(bytes)
    .replace(/\0/g, '')
    .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

function fieldsOf(dbf: Uint8Array, first: number): Field[] {
  const fields: Field[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= first && dbf[at] !== END; at += 32) {
    const name = dbf.subarray(at, at + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(dbf[at + 11] ?? 0);
    const width = dbf[at + 16] ?? 0;
    fields.push({ name: textIn(end < 0 ? name : name.subarray(0, end)), type, start, width });
    start += width;
  }
  return fields;
}

function valueOf(type: string, bytes: Uint8Array): string | number | undefined {
  // Texts and dates; notes lie in another file, and a truth names no unit.
  if (type === 'C' || type === 'D') return textIn(bytes);
  if (type !== 'N' && type !== 'F') return undefined;
  const value = numberIn(textIn(bytes));
  return Number.isFinite(value) ? value : undefined;
}
