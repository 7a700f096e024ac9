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
  type InferOutput,
} from 'valibot';

const SheetMatchSchema = object({
  /** Name of the office's sheet; the first one when absent. */
  from: optional(string()),
  /** The line of its headers, counted from 1; found by itself when absent. */
  header: optional(number()),
  /** Column of the workbook -> header in the office's sheet. */
  columns: optional(record(string(), string())),
  /** Column of the workbook -> what every line says. */
  constants: optional(record(string(), string())),
  /** Header in the office's sheet -> indicator: one line gives one figure for each. */
  figures: optional(record(string(), string())),
  /** Lines that begin with one of these words are sums or signatures, not data. */
  skip: optional(array(string())),
});

const MatchingSchema = object({
  info: optional(record(string(), string())),
  sheets: optional(record(string(), SheetMatchSchema)),
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
  const read = safeParse(MatchingSchema, raw);
  if (read.success) return read.output;
  const path = (read.issues[0].path ?? []).map(({ key }) => String(key)).join(' → ');
  return `Tệp ghép cột sai ở ${path || 'đầu tệp'}: ${read.issues[0].message}.`;
}
