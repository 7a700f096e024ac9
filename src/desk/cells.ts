/** What stands in a cell of a workbook, whichever program wrote it. */

/** Excel kept a date: `day` and, where its format shows no day, only `month`. */
export interface DateCell {
  readonly date: string;
  readonly precision: 'day' | 'month';
}
/** A number under a percent format: 0,985 shown as 98,5 %. */
export interface PercentCell {
  readonly percent: number;
}
/** What holds no value: `#REF!`, a formula that was never calculated, a part of a merged cell. */
export interface BrokenCell {
  readonly broken: 'error' | 'formula' | 'merged';
  readonly shown: string;
}

export type Cell = string | number | boolean | DateCell | PercentCell | BrokenCell | undefined;

/** A sheet as it stands in the file: `rows[0]` is line 1. */
export interface SheetTable {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export const isDate = (cell: Cell): cell is DateCell => typeof cell === 'object' && 'date' in cell;
export const isPercent = (cell: Cell): cell is PercentCell =>
  typeof cell === 'object' && 'percent' in cell;
export const isBroken = (cell: Cell): cell is BrokenCell =>
  typeof cell === 'object' && 'broken' in cell;

/** Nothing to read: empty, or spaces. */
export function isBlank(cell: Cell): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

const number = (n: number): string => String(Number(n.toPrecision(12))).replace('.', ',');

/** "05/8/2026", as people in Viet Nam write a day. */
export function dayWords(day: string): string {
  const [y = '', m = '', d = ''] = day.split('-');
  return `${d}/${+m < 3 ? m : +m}/${y}`;
}

/** What a reader sees in the cell. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(/\u00a0/g, ' ').trim();
  if (typeof cell === 'number') return number(cell);
  if (typeof cell === 'boolean') return cell ? 'Có' : 'Không';
  if (isDate(cell)) {
    const [y = '', m = ''] = cell.date.split('-');
    return cell.precision === 'month' ? `tháng ${+m}/${y}` : dayWords(cell.date);
  }
  return isPercent(cell) ? `${number(cell.percent)}%` : cell.shown;
}

/** A text in a message: short, in Vietnamese quotes. */
export function quote(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  return `“${clean.length > 60 ? `${clean.slice(0, 57)}…` : clean}”`;
}

/** The letters of a column: 0 -> A, 26 -> AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** "C7", of a column and a line that are counted from 0. */
export const cellAddress = (column: number, line: number): string =>
  `${columnLetters(column)}${line + 1}`;
