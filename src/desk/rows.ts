/** Lines of a sheet by the workbook's columns, wherever the columns stand and whatever they are called. */
import { isRunningHeader } from '../tables/headers.js';
import {
  cellAddress,
  cellText,
  isBlank,
  isBroken,
  quote,
  type Cell,
  type SheetTable,
} from './cells.js';
import { WITHIN } from './area-columns.js';
import type { Column, SheetPlan } from './columns.js';
import {
  columnNamed,
  exactKey,
  figureColumns,
  headerKey,
  layoutOf,
  type FigureColumns,
  type Layout,
} from './layout.js';
import {
  isGroupLine,
  isNumberLine,
  isTotalLabel,
  LeftOut,
  noteHidden,
  startsWithWord,
} from './left-out.js';
import type { SheetMatch } from './matching.js';
import type { Notes } from './notes.js';
import { mayBeOneDate, titleDates } from './title-dates.js';

/** One line of data. */
export interface Row {
  readonly sheet: string;
  /** Counted from 1. */
  readonly line: number;
  cell(key: string): Cell;
  /** "C7"; the line's first cell where the sheet lacks the column, nothing for a constant. */
  cellOf(key: string): string;
}

/** What a label of a line is: lines of places are data, whatever word they begin with. */
export type PlaceFinder = (label: string) => 'place' | 'like-a-place' | 'none';

/** The lines below the headers that are data. Says which columns are missing, and what is left out. */
export function rowsOf(
  table: SheetTable,
  plan: SheetPlan,
  notes: Notes,
  match: SheetMatch = {},
  placeOf: PlaceFinder = () => 'none',
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
  const wide = figureColumns(layout, match);
  const sheet = { table, plan, layout, constants, match, wide, notes };
  noteColumns(sheet);
  noteHidden(table, layout.texts, notes);
  const isUnclear = wide.unclear.length > 0 && wide.figures.size === 0;
  if (noteOpen(sheet) || noteShared(sheet) || noteOtherDate(sheet) || isUnclear) return [];
  const leftOut = new LeftOut();
  const lines = dataLines(sheet, leftOut, placeOf);
  leftOut.say(table.name, notes);
  return lines.flatMap((line) => rowsIn(sheet, line));
}

/** A sheet with what is known of it. */
interface OwnSheet {
  readonly table: SheetTable;
  readonly plan: SheetPlan;
  readonly layout: Layout;
  readonly constants: ReadonlyMap<string, string>;
  readonly match: SheetMatch;
  readonly wide: FigureColumns;
  readonly notes: Notes;
}

function dataLines(sheet: OwnSheet, leftOut: LeftOut, placeOf: PlaceFinder): number[] {
  const { table, layout, wide } = sheet;
  const known = [...layout.columnOf.values(), ...wide.figures.keys()];
  const end = wide.figures.size > 0 ? lastFigureLine(sheet) : table.rows.length - 1;
  const lines: number[] = [];
  const hidden = new Set(table.hidden?.lines);
  for (let line = layout.last + 1; line < table.rows.length; line++) {
    const cells = table.rows[line] ?? [];
    const isEmpty = known.every((index) => isBlank(cells[index]));
    if (hidden.has(line)) continue;
    if (isEmpty && (line <= end || cells.every(isBlank))) continue;
    const label = labelOf(cells, layout);
    if (line <= layout.last + 2 && isNumberLine(cells)) leftOut.add('numbers', line, '');
    else if (isRepeated(sheet, line)) leftOut.add('repeated', line, '');
    else if (line > end) leftOut.add('below', line, label);
    else if (isSum(sheet, label, line, placeOf)) leftOut.add('total', line, label);
    else if (wide.figures.size > 0 && [...wide.figures.keys()].every((i) => isBlank(cells[i])))
      leftOut.add('empty', line, label);
    else if (isMatched(sheet) && isGroupLine(cells, label) && placeOf(label) === 'none')
      leftOut.add('group', line, label);
    else lines.push(line);
  }
  return lines;
}

const isMatched = ({ match }: OwnSheet): boolean => (match.columns ?? match.figures) !== undefined;

/** What a line is about: its area, or the first thing that stands in it. */
function labelOf(cells: readonly Cell[], { columnOf }: Layout): string {
  const area = columnOf.get('area');
  const areaCell = area === undefined ? undefined : cells[area];
  return cellText(isBlank(areaCell) ? cells.find((cell) => !isBlank(cell)) : areaCell);
}

/** The last line that holds a figure: below it come notes and signatures. */
function lastFigureLine({ table, layout, wide }: OwnSheet): number {
  for (let line = table.rows.length - 1; line > layout.last; line--)
    if ([...wide.figures.keys()].some((i) => isFigureLike(table.rows[line]?.[i]))) return line;
  return layout.last;
}

/** A figure, however it was typed; the line of place and date above a signature is none. */
const isFigureLike = (cell: Cell): boolean =>
  typeof cell === 'string'
    ? /^\s*[-–x.…]+\s*$/i.test(cell) ||
      (/\d/.test(cell) && cell.length <= 30 && !DATELINE.test(cell))
    : cell !== undefined && !(isBroken(cell) && cell.broken === 'merged');
const DATELINE = /ngày\s+\S*\s*tháng|ngày\s+\d|^\s*tháng\s+\d/iu;

/** A total, or a line that the matching says to skip; a place is neither, whatever it is called. */
function isSum(sheet: OwnSheet, label: string, line: number, placeOf: PlaceFinder): boolean {
  const { table, match, notes, layout } = sheet;
  const isWord = startsWithWord(label, match.skip);
  const isTotal = isMatched(sheet) && isTotalLabel(label);
  if (!isWord && !isTotal) return false;
  const place = placeOf(label);
  if (place === 'place') return false;
  if (place === 'none' || isTotalLabel(label)) return true;
  notes.fault(
    table.name,
    cellAddress(layout.columnOf.get('area') ?? 0, line),
    `${quote(label)} có thể là một dòng tổng, hoặc một địa bàn ghi sai tên. Nếu là dòng tổng, hãy ghi “Tổng cộng”; nếu là địa bàn, hãy sửa tên.`,
  );
  return true;
}

/** The line of headers again, on each printed page. */
function isRepeated({ table, layout }: OwnSheet, line: number): boolean {
  const cells = table.rows[line] ?? [];
  return (
    layout.texts.size > 1 &&
    [...layout.texts].every(([i, text]) => cellText(cells[i]).replace(/\s+/g, ' ') === text)
  );
}

function constantsOf(columns: readonly Column[], match: SheetMatch): Map<string, string> {
  const constants = new Map<string, string>();
  for (const [name, value] of Object.entries(match.constants ?? {})) {
    const column = columnNamed(columns, name);
    if (column) constants.set(column.key, value);
  }
  return constants;
}

function rowsIn(sheet: OwnSheet, line: number): Row[] {
  const { table, wide } = sheet;
  if (wide.figures.size === 0) return [new SheetRow(sheet, line)];
  const cells = table.rows[line] ?? [];
  return [...wide.figures]
    .filter(([index]) => !isBlank(cells[index]))
    .map(([index, indicator]) => new SheetRow(sheet, line, indicator, index));
}

/** A line of a sheet, or one of its figures: a nation's sheets have tens of thousands of them. */
class SheetRow implements Row {
  constructor(
    private readonly read: OwnSheet,
    private readonly at: number,
    private readonly indicator?: string,
    /** The column of the figure. */
    private readonly value?: number,
  ) {}

  get sheet(): string {
    return this.read.table.name;
  }
  get line(): number {
    return this.at + 1;
  }

  private columnOf(key: string): number | undefined {
    if (key === 'value' && this.value !== undefined) return this.value;
    const { wide, layout } = this.read;
    const target = key === 'target' ? wide.targets.get(this.indicator ?? '') : undefined;
    return target ?? layout.columnOf.get(key);
  }

  cell(key: string): Cell {
    if (key === 'indicator' && this.indicator !== undefined) return this.indicator;
    const index = this.columnOf(key);
    if (index === undefined) return this.read.constants.get(key);
    const { table } = this.read;
    const cell = table.rows[this.at]?.[index];
    return isBroken(cell) && cell.broken === 'merged' && SHARED.has(key)
      ? spanningText(table, this.at, index)
      : cell;
  }

  cellOf(key: string): string {
    const { layout, constants } = this.read;
    // What the matching says for the whole column is mended once, at its header.
    if (key === 'indicator' && this.value !== undefined)
      return cellAddress(this.value, layout.last);
    const index = this.columnOf(key);
    if (index === undefined && constants.has(key)) return '';
    const first = (): number => Math.min(...layout.columnOf.values(), ...layout.others.keys());
    return cellAddress(index ?? first(), this.at);
  }
}

/** What a range of several lines says of each of them: "Huyện Cam Lộ" beside its communes. */
const SHARED = new Set([WITHIN, 'at', 'indicator', 'source']);

function spanningText({ rows, merges = [] }: SheetTable, line: number, column: number): Cell {
  const range = merges.find(
    ({ top, left, bottom, right }) =>
      left === column && right === column && line > top && line <= bottom,
  );
  return range ? rows[range.top]?.[column] : rows[line]?.[column];
}

/* ---- what is said of the columns ---- */

function noteColumns(sheet: OwnSheet): void {
  const { table, plan, layout, constants, notes, match, wide } = sheet;
  const header = cellAddress(0, layout.header);
  for (const { key, header: name, required } of plan.columns) {
    if (!required || layout.columnOf.has(key) || constants.has(key)) continue;
    const isWide = wide.figures.size + wide.open.length + wide.unclear.length > 0;
    if (isWide && (key === 'indicator' || key === 'value')) continue;
    notes.fault(
      table.name,
      header,
      `thiếu cột ${quote(name)}. Hãy thêm lại cột này như trong mẫu.`,
    );
  }
  noteDoubles(sheet);
  for (const { header: name, cells } of wide.unclear)
    notes.fault(
      table.name,
      cells[0] ?? header,
      cells.length === 0
        ? `tệp ghép cột nói có cột ${quote(name)}, nhưng trang tính không có. Hãy sửa tên cột hoặc tệp ghép cột.`
        : `tệp ghép cột nói đến cột ${quote(name)}, mà có ${cells.length} cột như vậy: ${cells.join(', ')}. Hãy ghi đủ cả phần trong ngoặc, hoặc đổi tên một cột.`,
    );
  if (match.columns || match.figures) noteUnread(sheet);
  else for (const [index, name] of layout.others) noteUnknown(sheet, index, name);
}

/** What the matching leaves to be filled in: said once, because no line can be read without it. */
function noteOpen({ table, plan, layout, constants, wide, notes }: OwnSheet): boolean {
  const open = plan.columns.filter(
    ({ key, required }) =>
      required && constants.get(key)?.trim() === '' && !layout.columnOf.has(key),
  );
  for (const { header } of open)
    notes.fault(
      table.name,
      '',
      `tệp ghép cột chưa ghi ${quote(header)}. Hãy điền vào "constants", ví dụ ${header === 'Thời điểm' ? '"tháng 10/2026"' : 'tên hoặc mã'}.`,
    );
  const isUnread = wide.figures.size === 0 && wide.unclear.length === 0 && wide.open.length > 0;
  if (isUnread) {
    const [first = 0] = wide.open;
    const names = wide.open.map((i) => quote(layout.texts.get(i) ?? ''));
    notes.fault(
      table.name,
      cellAddress(first, layout.header),
      `tệp ghép cột chưa nói cột nào là chỉ số nào: ${names.join(', ')}. Hãy điền mã chỉ số vào "figures", ví dụ "Số tổ": "teams".`,
    );
  }
  return open.length > 0 || isUnread;
}

/** Columns that speak of one figure: beside several they would be everyone's. */
const OF_ONE_FIGURE = ['approx', 'from', 'to', 'num', 'den', 'target', 'status'];

/** Says which column belongs to an unknown one of several indicators; no line can be read then. */
function noteShared({ table, layout, wide, notes }: OwnSheet): boolean {
  const indicators = [...new Set(wide.figures.values())];
  const named = indicators.map(quote).join(', ');
  const lost = [...wide.targets.keys()].filter((name) => !indicators.includes(name));
  for (const name of lost)
    notes.fault(
      table.name,
      cellAddress(wide.targets.get(name) ?? 0, layout.header),
      `tệp ghép cột nói cột này là chỉ tiêu của ${quote(name)}, nhưng "figures" không có chỉ số ấy (có: ${named}). Hãy ghi đúng như trong "figures".`,
    );
  const shared =
    indicators.length > 1 ? OF_ONE_FIGURE.filter((key) => layout.columnOf.has(key)) : [];
  for (const key of shared) {
    const index = layout.columnOf.get(key) ?? 0;
    const header = layout.texts.get(index) ?? '';
    notes.fault(
      table.name,
      cellAddress(index, layout.header),
      `cột ${quote(header)} đứng cạnh ${indicators.length} chỉ số (${named}) nên có thể là của chỉ số nào cũng được. ${
        key === 'target'
          ? `Hãy ghi vào tệp ghép cột "targets": {${JSON.stringify(header)}: ${JSON.stringify(indicators[0])}}, hoặc "" để không đọc cột này.`
          : 'Hãy tách thành hai trang tính, hoặc đổi tên cột.'
      }`,
    );
  }
  return lost.length + shared.length > 0;
}

/** A matching of last month beside the report of this one: which date is meant is asked. */
function noteOtherDate({ table, layout, constants, notes }: OwnSheet): boolean {
  const constant = constants.get('at');
  if (!constant || layout.columnOf.has('at')) return false;
  const dates = titleDates(table, layout.header);
  if (dates.length === 0 || dates.some((date) => mayBeOneDate(date, constant))) return false;
  notes.fault(
    table.name,
    '',
    `tệp ghép cột ghi thời điểm ${quote(constant)}, còn tên biểu ghi ${dates.map(quote).join(', ')}. Hãy sửa "constants" của tệp ghép cột, hoặc sửa tên biểu, tên trang tính; trang tính của kỳ khác thì ghi vào "ignore".`,
  );
  return true;
}

/** Two columns that both say the date, or both the figure: which one is meant is asked. */
function noteDoubles({ table, plan, layout, notes }: OwnSheet): void {
  for (const [key, indexes] of layout.doubles) {
    const name = plan.columns.find((column) => column.key === key)?.header ?? key;
    const headers = indexes.map(
      (i) => `${cellAddress(i, layout.header)} ${quote(layout.texts.get(i) ?? '')}`,
    );
    notes.fault(
      table.name,
      cellAddress(indexes[0] ?? 0, layout.header),
      `có ${indexes.length} cột đều có thể là ${quote(name)}: ${headers.join(', ')}. Hãy đổi tên hoặc xóa cột không dùng, hoặc ghi cột đúng vào tệp ghép cột.`,
    );
  }
}

/** Columns of an office's table that the matching gives no meaning. */
function noteUnread({ table, layout, wide, notes }: OwnSheet): void {
  const unread = [...layout.others].filter(
    ([index, text]) =>
      !wide.figures.has(index) &&
      ![...wide.targets.values()].includes(index) &&
      !wide.unclear.some(({ header }) => exactKey(header) === exactKey(text)) &&
      !isRunningHeader(text),
  );
  if (unread.length === 0) return;
  const names = unread.map(([i, text]) => `${cellAddress(i, layout.header)} ${quote(text)}`);
  notes.warn(
    table.name,
    '',
    `${unread.length} cột chưa ghép với chỉ số nào nên không được đọc: ${names.join(', ')}.`,
  );
}

function noteUnknown({ table, plan, layout, notes }: OwnSheet, index: number, name: string): void {
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
