/** What is read of a sheet, of any format, made the table that the desk works on. */
import { isBlank, type Cell, type Merge, type SheetTable } from './cells.js';

export interface ReadSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Lines may be missing (holes), and cells in them. */
  readonly rows: Cell[][];
  readonly merges: readonly Merge[];
  readonly hiddenLines: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The table of a sheet, whichever format it was read from. */
export function sheetTable(read: ReadSheet): SheetTable {
  const rows = [...read.rows].map((row) => row ?? []);
  for (const merge of read.merges) markMerged(rows, merge);
  const isFilled = (column: number): boolean => rows.some((row) => !isBlank(row[column]));
  return {
    name: read.name,
    rows,
    merges: read.merges,
    hidden: {
      sheet: read.isHidden,
      lines: read.hiddenLines.filter((line) => rows[line]?.some((cell) => !isBlank(cell))),
      columns: read.hiddenColumns.filter(isFilled),
    },
  };
}

/**
 * The cells of a merged range but the first hold no value of their own. Where the range is one line
 * with a text (a title, a group of communes) they are blank; a figure over two cells is a question.
 */
function markMerged(rows: Cell[][], { top, left, bottom, right }: Merge): void {
  const first = rows[top]?.[left];
  const isTitle = top === bottom && (first === undefined || typeof first === 'string');
  for (let line = top; line <= Math.min(bottom, rows.length - 1); line++) {
    const row = rows[line] ?? [];
    for (let column = left; column <= right; column++) {
      if (line === top && column === left) continue;
      if (isTitle) row[column] = undefined;
      else if (first !== undefined) row[column] = { broken: 'merged', shown: '' };
    }
  }
}
