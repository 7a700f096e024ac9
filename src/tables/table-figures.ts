/** Cells of a table of another API made figures: what can be read in two ways is named, not read. */
import type { Observation } from '../api/figures.js';
import { isRateName } from './count-names.js';
import { AMBIGUOUS, writingOf, type Writing } from './csv.js';
import { parseFigure } from './typed-numbers.js';

/**
 * - `figure`: no number
 * - `ambiguous`: a thousand and more, or a decimal
 * - `share`: 1 among percentages: 1 % or 100 %
 * - `whole`: a count with decimals, or below 0
 */
export type FigureFault = 'figure' | 'ambiguous' | 'share' | 'whole';

export interface FigureColumn {
  readonly field: string;
  readonly writing: Writing;
  /** The address says how numbers are written. */
  readonly isStated: boolean;
  /** A type of a database says that a point is a decimal mark, as machines write it. */
  readonly isMachine: boolean;
  /** The header or one of the cells has a percent sign. */
  readonly isPercent: boolean;
  readonly read: (row: readonly unknown[]) => unknown;
}

export interface ReadFigure {
  readonly observation: Pick<Observation, 'value' | 'range' | 'num' | 'den' | 'approx' | 'status'>;
  readonly percent: boolean;
}

/** A cell as a text; an object is none. */
export const textIn = (cell: unknown): string =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell).trim()
    : '';

interface ColumnOptions {
  readonly field: string;
  readonly read: FigureColumn['read'];
  readonly rows: readonly (readonly unknown[])[];
  /** How numbers are written, by the address: `vi`, `en`. */
  readonly numbers: string | undefined;
  /** The file's separator says that the comma is the decimal mark. */
  readonly vietnamese: boolean;
  readonly isMachine: boolean;
}

/** How the cells of a column of figures are read. */
export function figureColumn(options: ColumnOptions): FigureColumn {
  const { field, read, rows, numbers, vietnamese, isMachine } = options;
  const cells = rows.map(read);
  const writingInCells = (): Writing => (vietnamese ? 'vi' : writingOf(cells));
  return {
    field,
    read,
    isMachine,
    isStated: numbers !== undefined,
    isPercent: field.includes('%') || cells.some((cell) => /%\s*$/.test(textIn(cell))),
    writing: numbers === undefined ? writingInCells() : numbers === 'vi' ? 'vi' : 'en',
  };
}

const MACHINE = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const ENGLISH = /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/** `undefined` for an empty cell: a row without a figure is no observation. */
export function figureOf(
  cell: unknown,
  column: FigureColumn,
  isCount: boolean,
): ReadFigure | FigureFault | undefined {
  const read = readCell(cell, column, isCount);
  if (!isCount || column.isStated || column.isPercent || typeof read !== 'object') return read;
  const { value, range } = read.observation;
  const isWhole = (n: number | null | undefined): boolean =>
    n === undefined || n === null || (n >= 0 && Number.isInteger(n));
  return [value, ...(range ?? [])].every(isWhole) ? read : 'whole';
}

function readCell(
  cell: unknown,
  column: FigureColumn,
  isCount: boolean,
): ReadFigure | FigureFault | undefined {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? plain(cell, false, column) : undefined;
  const text = textIn(cell);
  if (text === '') return undefined;
  const body = text.replace(/\s*%$/, '');
  const hasSign = body !== text;
  if (column.isMachine)
    return MACHINE.test(body) ? plain(Number(body), hasSign, column) : typed(text, column);
  if (AMBIGUOUS.test(body)) return thousandOrDecimal(body, hasSign, column, isCount);
  if (column.writing !== 'vi' && ENGLISH.test(body))
    return plain(Number(body.replace(/,/g, '')), hasSign, column);
  // A comma among English numbers is no decimal mark, unless its column mixes both.
  if (column.writing === 'en' && body.includes(',')) return 'figure';
  return typed(text, column);
}

/** 1.234 by what the column's other cells say; a rate of 99.125 % is no 99125 %. */
function thousandOrDecimal(
  body: string,
  hasSign: boolean,
  column: FigureColumn,
  isCount: boolean,
): ReadFigure | FigureFault {
  const mark = body.includes('.') ? '.' : ',';
  const { writing } = column;
  const isDecimal = writing === undefined ? undefined : (writing === 'vi') === (mark === ',');
  if (isDecimal === undefined && (!isCount || column.isPercent)) return 'ambiguous';
  if (isDecimal === true)
    return isCount && !column.isStated
      ? 'ambiguous'
      : plain(Number(body.replace(',', '.')), hasSign, column);
  if (hasSign || column.isPercent || isRateName(column.field)) return 'ambiguous';
  return plain(Number(body.replace(mark, '')), hasSign, column);
}

function plain(
  value: number,
  hasSign: boolean,
  { isPercent }: FigureColumn,
): ReadFigure | FigureFault {
  if (isPercent && !hasSign && value > 0 && value <= 1) return 'share';
  return { observation: { value }, percent: hasSign };
}

function typed(text: string, column: FigureColumn): ReadFigure | FigureFault {
  const read = parseFigure(text);
  if ('fault' in read) return 'figure';
  const { value, range, num, den, approx, missing, percent } = read.figure;
  if (missing) return { observation: { value: null, status: 'missing' }, percent: false };
  if (value !== undefined && approx === undefined) return plain(value, percent === true, column);
  return {
    observation: {
      ...(value !== undefined ? { value } : {}),
      ...(range ? { range: [range[0], range[1]] } : {}),
      ...(num !== undefined && den !== undefined ? { num, den } : {}),
      ...(approx ? { approx } : {}),
    },
    percent: percent === true,
  };
}

/** Types of databases that are numbers: PostgreSQL's, CKAN's, Frictionless'. */
const NUMBER_TYPE =
  /^(numeric|number|decimal|float\d*|double( precision)?|real|int\d*|integer|bigint|smallint|serial)$/i;
/** True for a database's type of numbers. */
export const isNumberType = (type: unknown): boolean =>
  typeof type === 'string' && NUMBER_TYPE.test(type);

/** Whether most cells of a column are numbers; one that is none does not take the others with it. */
export function isNumericColumn(cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => textIn(cell) !== '');
  const numbers = filled.filter(
    (cell) => typeof cell === 'number' || /^[-+\d][\d.,\s]*%?$/.test(textIn(cell)),
  );
  return numbers.length > 0 && numbers.length * 2 >= filled.length;
}
