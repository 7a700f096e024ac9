/** A first matching of an office's own table: headers that say what they are, and the rest as figures. */
import { fold } from '../domain/fold.js';
import { isNoFigureHeader, isRunningHeader } from '../tables/headers.js';
import { parseTypedDate } from '../tables/typed-dates.js';
import { parseFigure } from '../tables/typed-numbers.js';
import { isBlank, isDate, isPercent, type Cell, type SheetTable } from './cells.js';
import { INFO_SHEET, planOf, SHEETS } from './columns.js';
import { headerKey, layoutOf, type Layout } from './layout.js';
import { isNumberLine } from './left-out.js';
import type { Matching } from './matching.js';
import { mayBeOneDate, titleDates } from './title-dates.js';

const NOTHING: Matching = { info: { area: '', edition: '2025' }, sheets: {} };

/** Sheets of the template itself need no matching. */
const OWN_SHEETS = new Set([...SHEETS.map(({ name }) => name), INFO_SHEET.name].map(headerKey));

/** Words that a header of a report says of all its columns. */
const COMMON = /\b(cnscd|cong nghe so cong dong)\b/g;
/** Titles over all columns of a report, which say nothing of one. */
const TITLE =
  /^(ket qua( thuc hien)?|(cac )?(chi tieu|noi dung|chi so)|so lieu|thuc hien|to (cnscd|cong nghe so( cong dong)?)) - /;

/** A sheet whose columns are known, at least that of the areas. */
interface ReadableSheet {
  readonly table: SheetTable;
  readonly layout: Layout;
}

/** The matching to begin with; `indicatorOf` knows the standard indicators by their names. */
export function proposeMatching(
  tables: readonly SheetTable[],
  indicatorOf: (header: string) => string | undefined,
): Matching {
  const plan = planOf('figures');
  const sheets = readableSheets(tables);
  const [main] = [...sheets].sort((a, b) => b.table.rows.length - a.table.rows.length);
  if (!main) return NOTHING;
  const { table, layout } = main;
  const twins = sheets.filter((sheet) => isTwin(main, sheet));
  const isOneLine = twins.every((twin) => twin.layout.header === layout.header);
  const figures = proposedFigures(table, layout, indicatorOf);
  // A target beside several figures is of one of them: the clerk says of which.
  const isShared = Object.keys(figures).length > 1;
  const target = isShared ? layout.columnOf.get('target') : undefined;
  const [at = ''] = titleDates(table, layout.header);
  return {
    info: { area: '', edition: '2025' },
    sheets: {
      [plan.name]: {
        from: twins.length > 1 ? twins.map((twin) => twin.table.name) : table.name,
        ...(isOneLine ? { header: layout.header + 1 } : {}),
        columns: proposedColumns(layout, target),
        constants: layout.columnOf.has('at') ? {} : { 'Thời điểm': at },
        ...(layout.columnOf.has('indicator') ? {} : { figures }),
        ...(target === undefined ? {} : { targets: { [layout.texts.get(target) ?? '']: '' } }),
        skip: ['Tổng', 'Cộng', 'Người lập'],
      },
    },
  };
}

function readableSheets(tables: readonly SheetTable[]): ReadableSheet[] {
  return tables.flatMap((table) => {
    if (OWN_SHEETS.has(headerKey(table.name))) return [];
    const layout = layoutOf(table, planOf('figures').columns);
    return layout?.columnOf.has('area') ? [{ table, layout }] : [];
  });
}

/**
 * Whether two sheets are read as one: they have the same headers, and their titles no two dates. A sheet of
 * another month is of one form, but not of one date: `build` asks about it.
 */
function isTwin(main: ReadableSheet, sheet: ReadableSheet): boolean {
  const [at = '', otherAt = ''] = [main, sheet].map(
    ({ table, layout }) => titleDates(table, layout.header)[0] ?? '',
  );
  return formOf(sheet.layout) === formOf(main.layout) && mayBeOneDate(at, otherAt);
}

/** The columns of the template with the headers of the sheet, without that of the target. */
function proposedColumns(layout: Layout, target: number | undefined): Record<string, string> {
  return Object.fromEntries(
    [...layout.columnOf].flatMap(([key, index]) => {
      if (index === target) return [];
      const column = planOf('figures').columns.find((one) => one.key === key);
      return column ? [[column.header, layout.texts.get(index) ?? ''] as const] : [];
    }),
  );
}

/** The columns of figures with their indicators; empty where the header does not say exactly one. */
function proposedFigures(
  table: SheetTable,
  layout: Layout,
  indicatorOf: (header: string) => string | undefined,
): Record<string, string> {
  const headers = [...layout.others].flatMap(([index, header]) =>
    isFigureColumn(table, layout, index) ? [header] : [],
  );
  const meanings = headers.map((header) => indicatorOf(header) ?? indicatorOf(simpler(header)));
  // Of two columns of one indicator nobody knows which one is meant.
  const isTwice = (key: string): boolean =>
    meanings.filter((meaning) => meaning === key).length > 1;
  return Object.fromEntries(
    headers.map((header, i) => {
      const key = meanings[i];
      return [header, key === undefined || isTwice(key) ? '' : key];
    }),
  );
}

const formOf = ({ texts }: Layout): string => JSON.stringify([...texts.values()].map(fold));

/** A unit in brackets says nothing else of a column; "(mới)", "(kế hoạch)", "(lũy kế)" do. */
const UNIT =
  /\(\s*(?:(?:don vi( tinh)?|dvt)\s*:?\s*)?(?:\*|%|to|nguoi|thanh vien|luot( nguoi)?|ho so|ho|tong so|tong cong)\s*\)/g;

/** "Số tổ CNSCĐ - Cấp xã" -> "so to cap xa": the name of a standard indicator, if it is one. */
const simpler = (header: string): string =>
  withoutTitles(fold(header))
    .replace(COMMON, ' ')
    .replace(/ - (tong so|tong cong|tong)$/, '')
    .replace(UNIT, ' ')
    .replace(/[-:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function withoutTitles(text: string): string {
  const rest = text.replace(TITLE, '');
  return rest === text ? text : withoutTitles(rest);
}

function isFigureColumn({ rows }: SheetTable, layout: Layout, index: number): boolean {
  const header = layout.texts.get(index) ?? '';
  if (isRunningHeader(header) || isNoFigureHeader(header)) return false;
  const cells = rows
    .slice(layout.last + 1)
    .filter((row) => !isNumberLine(row))
    .map((row) => row[index])
    .filter((cell) => !isBlank(cell));
  const figures = cells.filter(isFigure).length;
  return figures > 0 && figures * 2 >= cells.length;
}

const isFigure = (cell: Cell): boolean => {
  if (typeof cell === 'number' || isPercent(cell)) return true;
  if (typeof cell !== 'string' || isDate(cell) || 'at' in parseTypedDate(cell)) return false;
  const read = parseFigure(cell.replace(/\./g, ''));
  return 'figure' in read;
};
