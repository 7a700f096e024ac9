/**
 * How an office's own sheet fits the workbook's columns: written once, kept in a JSON file.
 *
 * ```json
 * { "info": { "area": "Quảng Trị", "edition": "2025" },
 *   "sheets": { "Số liệu": {
 *     "from": "BC T8", "header": 3,
 *     "columns": { "Địa bàn": "Tên xã" },
 *     "constants": { "Thời điểm": "tháng 8/2026" },
 *     "figures": { "TS tổ": "Số tổ", "TS thành viên": "Số thành viên tổ" } } } }
 * ```
 */
import {
  array,
  number,
  object,
  optional,
  record,
  safeParse,
  string,
  union,
  type InferOutput,
} from 'valibot';
import { isObject, membersOf } from '../api/raw-members.js';

const words = () => string('cần chữ trong ngoặc kép');
const pairs = () => record(string(), words(), 'cần các cặp "tên": "giá trị"');

const SheetMatchSchema = object(
  {
    /** Name of the office's sheet, or of several of one form; the first one when absent. */
    from: optional(union([words(), array(words())], 'cần tên trang tính, hoặc danh sách tên')),
    /** The line of its headers, counted from 1; found by itself when absent. */
    header: optional(number('cần số thứ tự của dòng tiêu đề, đếm từ 1')),
    /** Column of the workbook -> header in the office's sheet. */
    columns: optional(pairs()),
    /** Column of the workbook -> what every line says. */
    constants: optional(pairs()),
    /** Header in the office's sheet -> indicator: one line gives one figure for each. */
    figures: optional(pairs()),
    /** Header in the office's sheet -> the indicator whose target stands there. */
    targets: optional(pairs()),
    /** Lines that begin with one of these words are sums or signatures, not data. */
    skip: optional(array(words(), 'cần danh sách trong ngoặc vuông')),
  },
  'cần các thành viên from, header, columns…',
);

const MatchingSchema = object({
  info: optional(pairs()),
  /** Sheets that are not to be read, although they look like those that are. */
  ignore: optional(array(words(), 'cần danh sách tên trang tính')),
  sheets: optional(record(string(), SheetMatchSchema, 'cần "tên trang của mẫu": {…}')),
});

export type SheetMatch = InferOutput<typeof SheetMatchSchema>;
export type Matching = InferOutput<typeof MatchingSchema>;

/** Reads a matching file; a sentence where it is none. */
export function readMatching(text: string): Matching | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'Tệp ghép cột không phải JSON. Hãy tạo lại bằng lệnh tcns-data match.';
  }
  if (!isMatching(raw))
    return 'Tệp ghép cột sai: cần “sheets” hoặc “info” dạng {…}. Hãy tạo lại bằng lệnh tcns-data match.';
  const read = safeParse(MatchingSchema, raw);
  if (read.success) return read.output;
  const path = (read.issues[0].path ?? []).map(({ key }) => String(key)).join(' → ');
  return `Tệp ghép cột sai ở ${path || 'đầu tệp'}: ${read.issues[0].message}.`;
}

/** An object that says something of a table: `[]` and `{}` would match nothing without a word. */
function isMatching(raw: unknown): boolean {
  const { info, sheets } = membersOf(raw);
  const parts = [info, sheets].filter((part) => part !== undefined);
  return parts.length > 0 && parts.every(isObject);
}
