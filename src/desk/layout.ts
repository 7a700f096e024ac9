/** Where a sheet has its headers, and which column holds what. */
import { fold } from '../domain/fold.js';
import { columnsOfAreas } from './area-columns.js';
import { cellAddress, cellText, isBlank, type Cell, type SheetTable } from './cells.js';
import type { Column } from './columns.js';
import type { SheetMatch } from './matching.js';

/** A header without its star, its remark in brackets, marks and case: "Số tổ (*)" -> "so to". */
export function headerKey(text: string): string {
  return exactKey(text.replace(/\([^)]*\)/g, ' '));
}

/** The same with what stands in brackets: "Số tổ (mới)" and "Số tổ (tổng)" are two columns. */
export function exactKey(text: string): string {
  return fold(text.replace(/\(\*\)/g, ' '))
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}

/** Where the columns of a plan stand in a sheet. */
export interface Layout {
  /** The first line of the headers, and the last one: reports have two. */
  readonly header: number;
  readonly last: number;
  /** Column key -> index. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Columns that no plan knows: index -> header. */
  readonly others: ReadonlyMap<number, string>;
  /** Column keys that several columns claim, with all of them. */
  readonly doubles: ReadonlyMap<string, readonly number[]>;
  /** All headers: index -> text. */
  readonly texts: ReadonlyMap<number, string>;
}

const namesOf = (column: Column): string[] => [column.header, ...(column.also ?? []), column.key];

/** The column that a matching file means: its header, a former header, or its key. */
export const columnNamed = (columns: readonly Column[], name: string): Column | undefined =>
  columns.find((c) => headerKey(c.header) === headerKey(name) || c.key === name) ??
  columns.find((c) => (c.also ?? []).some((also) => headerKey(also) === headerKey(name)));

/** Names of the plan's columns, folded; `exact` ones are looked up before `loose` ones, which have no brackets. */
interface HeaderNames {
  readonly loose: ReadonlyMap<string, string>;
  readonly exact: ReadonlyMap<string, string>;
}

function headerNamesOf(columns: readonly Column[], match: SheetMatch): HeaderNames {
  const loose = new Map<string, string>();
  const exact = new Map<string, string>();
  for (const column of columns)
    for (const name of namesOf(column))
      if (!loose.has(headerKey(name))) loose.set(headerKey(name), column.key);
  for (const column of columns) {
    loose.set(headerKey(column.header), column.key);
    exact.set(exactKey(column.header), column.key);
  }
  for (const [name, header] of Object.entries(match.columns ?? {})) {
    const column = columnNamed(columns, name);
    if (!column) continue;
    loose.set(headerKey(header), column.key);
    exact.set(exactKey(header), column.key);
  }
  return { loose, exact };
}

/** Headers of columns that hold figures and their targets, whatever the plan calls such a column. */
const figureHeaders = ({ figures, targets }: SheetMatch): Set<string> =>
  new Set(Object.keys({ ...figures, ...targets }).map(exactKey));

/** Looks for the line of headers among the first lines. */
export function layoutOf(
  table: SheetTable,
  columns: readonly Column[],
  match: SheetMatch = {},
): Layout | undefined {
  const names = headerNamesOf(columns, match);
  const more = figureHeaders(match);
  const lines = match.header ? [match.header - 1] : table.rows.slice(0, 25).map((_, i) => i);
  let best: Layout | undefined;
  let most = 0;
  for (const line of lines) {
    const layout = layoutIn(table, line, names, match);
    const figures = [...layout.others.values()].filter((name) => more.has(exactKey(name)));
    const count = layout.columnOf.size + figures.length;
    if (count > most) [best, most] = [layout, count];
  }
  return best;
}

function layoutIn(
  table: SheetTable,
  header: number,
  names: HeaderNames,
  match: SheetMatch,
): Layout {
  const { texts, last } = headersAt(table, header);
  const claims = new Map<string, number[]>();
  const others = new Map<number, string>();
  const figures = figureHeaders(match);
  for (const [index, text] of texts) {
    if (table.hidden?.columns.includes(index)) continue;
    const exact = exactKey(text);
    const key = figures.has(exact)
      ? undefined
      : (names.exact.get(exact) ?? names.loose.get(headerKey(text)));
    if (key === undefined) others.set(index, text);
    else claims.set(key, [...(claims.get(key) ?? []), index]);
  }
  const columnOf = new Map<string, number>();
  const doubles = new Map<string, readonly number[]>();
  for (const [key, indexes] of claims) {
    const exact = indexes.filter((i) => names.exact.get(exactKey(texts.get(i) ?? '')) === key);
    const claimed = exact.length > 0 ? exact : indexes;
    if (claimed[0] !== undefined) columnOf.set(key, claimed[0]);
    // Columns of areas are put in order below: a commune beside its province is no question.
    if (claimed.length > 1 && key !== 'area') doubles.set(key, claimed);
    const used = key === 'area' ? claimed.slice(0, 1) : claimed;
    for (const i of indexes) if (!used.includes(i)) others.set(i, texts.get(i) ?? '');
  }
  columnsOfAreas(columnOf, others, (index) => texts.get(index) ?? '');
  return { header, last, columnOf, others, doubles, texts };
}

/* ---- headers of one line or two ---- */

/** A cell's text, or that of the merged range it lies in. */
function textAt({ rows, merges = [] }: SheetTable, line: number, column: number): string {
  const text = cellText(rows[line]?.[column]).replace(/\s+/g, ' ');
  if (text !== '') return text;
  const range = merges.find(
    ({ top, left, bottom, right }) =>
      line >= top && line <= bottom && column >= left && column <= right,
  );
  return range ? cellText(rows[range.top]?.[range.left]).replace(/\s+/g, ' ') : '';
}

/** The headers that begin at a line: "Số tổ" over "Cấp xã" is "Số tổ - Cấp xã". */
function headersAt(table: SheetTable, line: number): { texts: Map<number, string>; last: number } {
  const last = lastHeaderLine(table, line);
  const texts = new Map<number, string>();
  const width = Math.max(0, ...table.rows.slice(line, last + 1).map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const words: string[] = [];
    for (let at = line; at <= last; at++) {
      const text = textAt(table, at, column) || (at < last ? leftText(table, at, column) : '');
      if (text !== '' && words[words.length - 1] !== text) words.push(text);
    }
    // A header over empty cells is a title of the columns beside it, not of this one.
    if (words.length > 0 && (line === last || hasOwnText(table, line, last, column)))
      texts.set(column, words.join(' - '));
  }
  return { texts, last };
}

const hasOwnText = (table: SheetTable, line: number, last: number, column: number): boolean =>
  [...Array(last - line + 1).keys()].some((i) => textAt(table, line + i, column) !== '');

/** In a file without merged cells (CSV) the upper header stands over its first column only. */
function leftText({ rows, merges }: SheetTable, line: number, column: number): string {
  if (merges && merges.length > 0) return '';
  for (let i = column; i >= 0; i--) {
    const text = cellText(rows[line]?.[i]).replace(/\s+/g, ' ');
    if (text !== '') return isBlank(rows[line + 1]?.[i]) ? '' : text;
  }
  return '';
}

/** The second line of a header has words only, all of them under a header that spans columns. */
function lastHeaderLine(table: SheetTable, line: number): number {
  const { rows, merges = [] } = table;
  const spans = merges.filter(({ top }) => top === line);
  const deep = Math.max(line, ...spans.map(({ bottom }) => bottom));
  if (deep > line) return Math.min(deep, line + 3);
  const below = rows[line + 1] ?? [];
  const filled = below.flatMap((cell, i) => (isBlank(cell) ? [] : [i]));
  if (filled.length < 2 || !filled.every((i) => isWord(below[i]))) return line;
  const first = rows[line]?.findIndex((cell) => !isBlank(cell)) ?? -1;
  const isUnder = (i: number): boolean => {
    if (spans.some(({ left, right }) => right > left && i >= left && i <= right)) return true;
    return merges.length === 0 && (isBlank(rows[line]?.[i]) || isBlank(rows[line]?.[i + 1]));
  };
  return first >= 0 && !filled.includes(first) && filled.every(isUnder) ? line + 1 : line;
}

const isWord = (cell: Cell): boolean => typeof cell === 'string' && !/^[\s\d.,%()=+-]*$/.test(cell);

/* ---- the columns of figures of an office's own table ---- */

export interface FigureColumns {
  /** Index -> the indicator whose figures the column holds. */
  readonly figures: ReadonlyMap<number, string>;
  /** Indicator, as the matching names it -> index of the column of its targets. */
  readonly targets: ReadonlyMap<string, number>;
  /**
   * Headers of the matching that several columns have, each with the cells of those columns; or that no column
   * has.
   */
  readonly unclear: readonly { readonly header: string; readonly cells: readonly string[] }[];
  /** Headers that the matching names without an indicator. */
  readonly open: readonly number[];
}

/** The columns of figures of an office's own table, as a matching names them. */
export function figureColumns(layout: Layout, match: SheetMatch): FigureColumns {
  const figures = new Map<number, string>();
  const unclear: { header: string; cells: string[] }[] = [];
  const open: number[] = [];
  for (const [header, indicator] of Object.entries(match.figures ?? {})) {
    const indexes = columnsNamed(layout, header);
    const [only] = indexes;
    if (indicator === '') open.push(...indexes);
    else if (indexes.length === 1 && only !== undefined) figures.set(only, indicator);
    else unclear.push({ header, cells: indexes.map((i) => cellAddress(i, layout.header)) });
  }
  const targets = new Map<string, number>();
  for (const [header, indicator] of Object.entries(match.targets ?? {})) {
    const indexes = columnsNamed(layout, header);
    const [only] = indexes;
    if (indicator === '') continue;
    if (indexes.length === 1 && only !== undefined) targets.set(indicator, only);
    else unclear.push({ header, cells: indexes.map((i) => cellAddress(i, layout.header)) });
  }
  return { figures, targets, unclear, open };
}

/** The columns of a header: those that are called exactly so, else those alike but for brackets. */
function columnsNamed({ others }: Layout, header: string): number[] {
  const all = [...others];
  const exact = all.filter(([, text]) => exactKey(text) === exactKey(header));
  const named =
    exact.length > 0 ? exact : all.filter(([, text]) => headerKey(text) === headerKey(header));
  return named.map(([index]) => index);
}
