/** Lines of a sheet by the workbook's columns, wherever the columns stand and whatever they are called. */
import { fold } from '../domain/fold.js';
import { placeAreas } from './area-columns.js';
import { cellAddress, cellText, isBlank, quote, type Cell, type SheetTable } from './cells.js';
import type { Column, SheetPlan } from './columns.js';
import type { SheetMatch } from './matching.js';
import type { Notes } from './notes.js';

/** One line of data. */
export interface Row {
  readonly sheet: string;
  /** Counted from 1. */
  readonly line: number;
  cell(key: string): Cell;
  /** "C7"; the line's first cell where the sheet lacks the column. */
  place(key: string): string;
}

/** Where the columns of a plan stand in a sheet. */
export interface Layout {
  readonly header: number;
  /** Column key -> index. */
  readonly places: ReadonlyMap<string, number>;
  /** Columns that no plan knows: index -> header. */
  readonly others: ReadonlyMap<number, string>;
}

/** A header without its star, its remark in brackets, marks and case: "Số tổ (*)" -> "so to". */
export function headerKey(text: string): string {
  return fold(text.replace(/\([^)]*\)/g, ' '))
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}

const namesOf = (column: Column): string[] =>
  [column.header, ...(column.also ?? []), column.key].map(headerKey);

/** Looks for the line of headers among the first lines. */
export function layoutOf(
  table: SheetTable,
  columns: readonly Column[],
  match: SheetMatch = {},
): Layout | undefined {
  const wanted = new Map<string, string>();
  for (const column of columns)
    for (const name of namesOf(column)) if (!wanted.has(name)) wanted.set(name, column.key);
  for (const column of columns) wanted.set(headerKey(column.header), column.key);
  for (const [name, theirs] of Object.entries(match.columns ?? {})) {
    const column = columns.find((c) => headerKey(c.header) === headerKey(name) || c.key === name);
    if (column) wanted.set(headerKey(theirs), column.key);
  }
  const more = new Set(Object.keys(match.figures ?? {}).map(headerKey));
  const lines = match.header ? [match.header - 1] : table.rows.slice(0, 15).map((_, i) => i);
  let best: Layout | undefined;
  let most = 0;
  for (const line of lines) {
    const layout = layoutIn(table.rows[line] ?? [], line, wanted);
    const theirs = [...layout.others.values()].filter((name) => more.has(headerKey(name))).length;
    const found = layout.places.size + theirs;
    if (found > most) [best, most] = [layout, found];
  }
  return best;
}

function layoutIn(
  cells: readonly Cell[],
  header: number,
  wanted: ReadonlyMap<string, string>,
): Layout {
  const places = new Map<string, number>();
  const others = new Map<number, string>();
  cells.forEach((cell, index) => {
    const text = cellText(cell);
    const key = wanted.get(headerKey(text));
    if (key && !places.has(key)) places.set(key, index);
    else if (text) others.set(index, text);
  });
  placeAreas(places, others, (index) => cellText(cells[index]));
  return { header, places, others };
}

/** The lines below the headers that are not blank. Says which columns are missing or unknown. */
export function rowsOf(
  table: SheetTable,
  plan: SheetPlan,
  notes: Notes,
  match: SheetMatch = {},
): Row[] {
  const layout = layoutOf(table, plan.columns, match);
  const constants = constantsOf(plan.columns, match);
  if (!layout) {
    const filled = table.rows.some((row) => row.some((cell) => !isBlank(cell)));
    if (filled)
      notes.fault(
        table.name,
        '',
        `không thấy dòng tiêu đề nào giống mẫu. Hãy giữ dòng tiêu đề của mẫu, hoặc ghép cột bằng lệnh tcns-data match.`,
      );
    return [];
  }
  noteColumns(table, plan, layout, constants, notes, match);
  const rows: Row[] = [];
  for (let line = layout.header + 1; line < table.rows.length; line++) {
    const cells = table.rows[line] ?? [];
    const known = [...layout.places.values(), ...figureColumns(layout, match).keys()];
    if (known.every((index) => isBlank(cells[index])) || isSkipped(cells, match)) continue;
    rows.push(...rowsIn(table.name, line, cells, layout, constants, match));
  }
  return rows;
}

function isSkipped(cells: readonly Cell[], { skip }: SheetMatch): boolean {
  const first = fold(cellText(cells.find((cell) => !isBlank(cell))));
  return !!skip?.some((word) => first.startsWith(fold(word)));
}

function constantsOf(columns: readonly Column[], match: SheetMatch): Map<string, string> {
  const constants = new Map<string, string>();
  for (const [name, value] of Object.entries(match.constants ?? {})) {
    const column = columns.find((c) => headerKey(c.header) === headerKey(name) || c.key === name);
    if (column) constants.set(column.key, value);
  }
  return constants;
}

/** Index of an office's column -> the indicator whose figures it holds. */
function figureColumns(layout: Layout, match: SheetMatch): Map<number, string> {
  const wanted = new Map(
    Object.entries(match.figures ?? {}).map(([name, key]) => [headerKey(name), key]),
  );
  const found = new Map<number, string>();
  for (const [index, name] of layout.others) {
    const indicator = wanted.get(headerKey(name));
    if (indicator) found.set(index, indicator);
  }
  return found;
}

function rowsIn(
  sheet: string,
  line: number,
  cells: readonly Cell[],
  layout: Layout,
  constants: ReadonlyMap<string, string>,
  match: SheetMatch,
): Row[] {
  const make = (own: ReadonlyMap<string, Cell>, places: ReadonlyMap<string, number>): Row => ({
    sheet,
    line: line + 1,
    cell(key) {
      const index = places.get(key);
      return own.get(key) ?? (index === undefined ? constants.get(key) : cells[index]);
    },
    place: (key) =>
      cellAddress(
        places.get(key) ?? Math.min(...layout.places.values(), ...layout.others.keys()),
        line,
      ),
  });
  const wide = figureColumns(layout, match);
  if (wide.size === 0) return [make(new Map(), layout.places)];
  return [...wide]
    .filter(([index]) => !isBlank(cells[index]))
    .map(([index, indicator]) =>
      make(new Map([['indicator', indicator]]), new Map([...layout.places, ['value', index]])),
    );
}

function noteColumns(
  table: SheetTable,
  plan: SheetPlan,
  layout: Layout,
  constants: ReadonlyMap<string, string>,
  notes: Notes,
  match: SheetMatch,
): void {
  const wide = figureColumns(layout, match);
  for (const { key, header, required } of plan.columns) {
    if (!required || layout.places.has(key) || constants.has(key)) continue;
    if (wide.size > 0 && (key === 'indicator' || key === 'value')) continue;
    notes.fault(
      table.name,
      cellAddress(0, layout.header),
      `thiếu cột ${quote(header)}. Hãy thêm lại cột này như trong mẫu.`,
    );
  }
  for (const name of Object.keys(match.figures ?? {})) {
    if (![...layout.others.values()].some((other) => headerKey(other) === headerKey(name)))
      notes.fault(
        table.name,
        cellAddress(0, layout.header),
        `tệp ghép cột nói có cột ${quote(name)}, nhưng trang tính không có. Hãy sửa tên cột hoặc tệp ghép cột.`,
      );
  }
  if (match.columns || match.figures) return;
  for (const [index, name] of layout.others) {
    const address = cellAddress(index, layout.header);
    if (
      plan.key === 'people' &&
      /dien thoai|\bsdt\b|so dt|e ?mail|thu dien tu|zalo|cccd|can cuoc|cmnd|dia chi/.test(
        headerKey(name),
      )
    ) {
      notes.fault(
        table.name,
        address,
        `cột ${quote(name)} là dữ liệu cá nhân, không được đưa vào đây (Luật Bảo vệ dữ liệu cá nhân). Hãy xóa cột này; liên hệ chung của tổ ghi ở trang “Tổ”.`,
      );
    } else {
      notes.warn(table.name, address, `cột ${quote(name)} không có trong mẫu nên không được đọc.`);
    }
  }
}
