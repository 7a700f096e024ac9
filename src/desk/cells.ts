/** What stands in a cell of a workbook, whichever program wrote it. */

/**
 * A date: the day that the file keeps, and how much of it the cell's format shows. `none` shows no
 * year, so that a reader of the sheet cannot know which date it is.
 */
export interface DateCell {
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  /** The text on the screen, where it is less than the date. */
  readonly shown?: string;
}
/** A number that the cell shows with a percent sign: 98,5 %, whatever the file keeps. */
export interface PercentCell {
  readonly percent: number;
}
/** A number whose cell shows something else: a fraction, a word, thousands, nothing at all. */
export interface MaskedCell {
  readonly kept: number;
  readonly shown: string;
}
/** What holds no value: `#REF!`, a formula that was never calculated, a part of a merged cell. */
export interface BrokenCell {
  readonly broken: 'error' | 'formula' | 'merged';
  readonly shown: string;
}

export type Cell =
  string | number | boolean | DateCell | PercentCell | MaskedCell | BrokenCell | undefined;

/** A merged range; lines and columns are counted from 0, both ends belong to it. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as it stands in the file: `rows[0]` is line 1. */
export interface SheetTable {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly Merge[];
  /** What Excel does not show: the sheet itself, lines and columns (counted from 0). */
  readonly hidden?: {
    readonly sheet: boolean;
    readonly lines: readonly number[];
    readonly columns: readonly number[];
  };
  /** `line` for tables without letters for columns (CSV): places are then told by line and header. */
  readonly places?: 'line';
}

/** True for a cell with a date. */
export const isDate = (cell: Cell): cell is DateCell => typeof cell === 'object' && 'date' in cell;
/** True for a number with a percent sign. */
export const isPercent = (cell: Cell): cell is PercentCell =>
  typeof cell === 'object' && 'percent' in cell;
/** True for a number whose cell shows something else. */
export const isMasked = (cell: Cell): cell is MaskedCell =>
  typeof cell === 'object' && 'kept' in cell;
/** True for a cell that holds no value. */
export const isBroken = (cell: Cell): cell is BrokenCell =>
  typeof cell === 'object' && 'broken' in cell;

/** Nothing to read: empty, or spaces. */
export function isBlank(cell: Cell): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** A number in Vietnamese writing, without the noise of binary fractions. */
export const numberText = (n: number): string =>
  String(Number(n.toPrecision(12))).replace('.', ',');

/** "05/8/2026", as people in Viet Nam write a day. */
export function dayWords(day: string): string {
  const [y = '', m = '', d = ''] = day.split('-');
  return `${d}/${+m < 3 ? m : +m}/${y}`;
}

/** What a reader sees in the cell. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(/\u00a0/g, ' ').trim();
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'Có' : 'Không';
  if (isDate(cell)) return dateText(cell);
  return isPercent(cell) ? `${numberText(cell.percent)}%` : cell.shown;
}

function dateText({ date, precision, shown }: DateCell): string {
  const [y = '', m = ''] = date.split('-');
  if (precision === 'none') return shown ?? dayWords(date);
  if (precision === 'year') return y;
  return precision === 'month' ? `tháng ${+m}/${y}` : dayWords(date);
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
