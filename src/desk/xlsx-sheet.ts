/** The cells of one sheet, out of its XML. */
import type { Cell, Merge, SheetTable } from './cells.js';
import { sheetTable } from './sheet-table.js';
import { daySerial, isDatePattern, numberCell, textCell } from './shown-cells.js';
import { isOn, readXml, type Attributes } from './xml-stream.js';

/** What cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** Number formats by the cell's style. */
  readonly patterns: readonly string[];
  /** Days are counted from 1904, as Excel on old Macs did. */
  readonly is1904: boolean;
}

/** Days between the two calendars of Excel. */
const DAYS_TO_1904 = 1462;

/** Gathers the text of a string item: its runs, without the readings of East Asian words. */
export function textReader(): {
  start(): void;
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  end(): string;
} {
  let gathered = '';
  let isText = false;
  let isReading = false;
  return {
    start: () => (gathered = ''),
    open(name) {
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text(text) {
      if (isText) gathered += text;
    },
    close(name) {
      if (name === 'rPh') isReading = false;
      if (name === 't') isText = false;
    },
    end: () => unescaped(gathered),
  };
}

/** `_x000D_` stands for a character that XML cannot hold, or that the file writes so. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text;

/** "AB12" -> 27; -1 where no letters are. */
function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Hidden, or so narrow that nothing can be seen. */
const isHiddenColumn = ({ hidden, width }: Attributes): boolean =>
  isOn(hidden) || (width !== undefined && Number(width) === 0);

class SheetBuilder {
  readonly rows: Cell[][] = [];
  readonly merges: Merge[] = [];
  readonly hiddenLines: number[] = [];
  readonly hiddenColumns: number[] = [];
  private readonly inline = textReader();
  private line = -1;
  private column = -1;
  private row: Cell[] = [];
  private type = '';
  private style = 0;
  private value = '';
  private formula: string | undefined;
  private target: 'v' | 'f' | 'is' | undefined;

  constructor(private readonly context: SheetContext) {}

  open = (name: string, attributes: Attributes): void => {
    if (name === 'c') this.startCell(attributes);
    else if (name === 'v') this.target = 'v';
    else if (name === 'row') this.startRow(attributes);
    else if (name === 'f') {
      this.target = 'f';
      this.formula = '';
    } else if (name === 'is') {
      this.target = 'is';
      this.inline.start();
    } else if (this.target === 'is') this.inline.open(name);
    else if (name === 'mergeCell') this.addMerge(attributes['ref'] ?? '');
    else if (name === 'col' && isHiddenColumn(attributes)) this.hideColumns(attributes);
  };

  text = (text: string): void => {
    if (this.target === 'v') this.value += text;
    else if (this.target === 'f') this.formula = (this.formula ?? '') + text;
    else if (this.target === 'is') this.inline.text(text);
  };

  close = (name: string): void => {
    if (name === 'c') this.endCell();
    else if (name === 'is') {
      this.value = this.inline.end();
      this.target = undefined;
    } else if (this.target === 'is') this.inline.close(name);
    else if (name === 'v' || name === 'f') this.target = undefined;
  };

  private startRow(attributes: Attributes): void {
    this.line = attributes['r'] === undefined ? this.line + 1 : Number(attributes['r']) - 1;
    this.column = -1;
    this.row = this.rows[this.line] ??= [];
    const isFlat = attributes['ht'] !== undefined && Number(attributes['ht']) === 0;
    if (isFlat || isOn(attributes['hidden'])) this.hiddenLines.push(this.line);
  }

  private startCell({ r, t = 'n', s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.type = t;
    this.style = s === undefined ? 0 : Number(s);
    this.value = '';
    this.formula = undefined;
  }

  private endCell(): void {
    const cell = this.read();
    if (cell !== undefined) this.row[this.column] = cell;
  }

  private read(): Cell {
    const { type, value, formula, context } = this;
    const pattern = context.patterns[this.style] ?? 'General';
    if (type === 's')
      return value === '' ? undefined : textCell(context.strings[Number(value)] ?? '', pattern);
    if (type === 'inlineStr') return textCell(value, pattern);
    // The empty text is a result: "" of =IF(A1="","",A1).
    if (type === 'str') return value === '' ? undefined : textCell(unescaped(value), pattern);
    if (value === '')
      return formula === undefined ? undefined : { broken: 'formula', shown: `=${formula}` };
    if (type === 'b') return isOn(value);
    if (type === 'e') return { broken: 'error', shown: value };
    if (type === 'd') return this.dateOf(value, pattern);
    const number = Number(value);
    if (Number.isNaN(number)) return { broken: 'error', shown: value };
    const later = context.is1904 && isDatePattern(pattern) ? DAYS_TO_1904 : 0;
    return numberCell(number + later, pattern);
  }

  /** A cell that holds its date as a text of ISO 8601. */
  private dateOf(value: string, pattern: string): Cell {
    const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0];
    if (day === undefined || Number.isNaN(Date.parse(day)))
      return { broken: 'error', shown: value };
    const cell = numberCell(daySerial(day), pattern);
    return typeof cell === 'number' ? { date: day, precision: 'day' } : cell;
  }

  private addMerge(range: string): void {
    const [, from = '', top = '', to = '', bottom = ''] =
      /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(range) ?? [];
    if (from === '') return;
    this.merges.push({
      top: Number(top) - 1,
      left: columnOf(from),
      bottom: Number(bottom) - 1,
      right: columnOf(to),
    });
  }

  private hideColumns({ min, max }: Attributes): void {
    // The last columns of a sheet are often hidden all at once: 16.384 of them say nothing.
    for (let i = Number(min); i <= Math.min(Number(max), 500); i++) this.hiddenColumns.push(i - 1);
  }

  finish(name: string, isHidden: boolean): SheetTable {
    return sheetTable({ ...this, name, isHidden });
  }
}

/** A sheet out of its part. */
export function readSheetXml(
  bytes: Uint8Array,
  name: string,
  hidden: boolean,
  context: SheetContext,
): SheetTable {
  const builder = new SheetBuilder(context);
  readXml(bytes, builder);
  return builder.finish(name, hidden);
}
