/** The attributes of a layer as columns: names, words for kinds, numbers that only count the rows. */
import { tidy } from '../domain/names.js';
import type { Row } from './layer.js';
import { textReadings } from './text-readings.js';
import type { UnitList } from './unit-list.js';

/** Values of an attribute, with the word of the kind in front where that stands in a column of its own. */
export interface Column {
  readonly name: string;
  readonly values: ReadonlyMap<Row, string | number>;
}

/** An attribute taken as the codes or as the names of units, and the unit of each row. */
export interface Candidate {
  readonly column: Column;
  readonly kind: 'code' | 'name';
  readonly ids: Map<Row, string>;
  readonly count: number;
}

/** A sentence about a row; `0` for a sentence about the whole file. */
export interface RowNote {
  readonly row: number;
  readonly message: string;
}

const KIND_VALUE = /^(tỉnh|thành phố|xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|tp|x|p|tt)\.?$/iu;

export function columnsOf(rows: readonly Row[]): Column[] {
  const names = [...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes)))];
  return names.map((name) => ({
    name,
    values: new Map(
      rows.flatMap((row): [Row, string | number][] => {
        const value = row.attributes[name];
        return value === undefined || value === '' ? [] : [[row, value]];
      }),
    ),
  }));
}

/** The column that only says kinds ("Xã", "Phường"). */
export function kindColumn(columns: readonly Column[]): Column | undefined {
  return columns.find(({ values }) => {
    const texts = [...values.values()];
    return (
      texts.length > 0 &&
      texts.every((text) => textReadings(String(text)).some((one) => KIND_VALUE.test(tidy(one))))
    );
  });
}

/** The same values with the word of the kind in front, where they have none. */
export function withKinds(column: Column, kinds: Column): Column {
  const kindOf = (row: Row): string =>
    textReadings(String(kinds.values.get(row) ?? '')).find((one) => KIND_VALUE.test(tidy(one))) ??
    '';
  return {
    name: column.name,
    values: new Map(
      [...column.values].map(([row, value]) => {
        const hasLetters = typeof value === 'string' && /\p{L}/u.test(value);
        const has =
          hasLetters &&
          textReadings(value).some((one) =>
            /^(tỉnh|thành phố|xã|phường|đặc khu|thị trấn)\s/iu.test(tidy(one)),
          );
        // The kind may be Unicode where the name is not: each reading is tried with it.
        return [
          row,
          hasLetters && !has
            ? `${kindOf(row)} ${textReadings(value).length > 1 ? value : tidy(value)}`.trim()
            : value,
        ];
      }),
    ),
  };
}

/**
 * Whether numbers only count the rows: 1, 2, 3 … n, or from 0. From any number where there is an official list,
 * because its codes have gaps.
 */
export function isRunning({ values }: Column, { official }: UnitList): boolean {
  const numbers = [...values.values()].map(Number);
  if (numbers.length < 3 || !numbers.every((n) => Number.isInteger(n) && n >= 0)) return false;
  const sorted = [...numbers].sort((a, b) => a - b);
  const first = sorted[0] ?? 2;
  const mayStart = first <= 1 || (official !== undefined && numbers.length >= 10);
  return mayStart && sorted.every((n, i) => n === first + i);
}
