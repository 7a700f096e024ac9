/** A workbook, or CSV files, made a model: what the office says, without any document yet. */
import type { Team } from '../api/teams.js';
import type { AreaBook } from './area-book.js';
import { figureColumns, headerKey, layoutOf } from './layout.js';
import { rowsOf, type PlaceFinder, type Row } from './rows.js';
import {
  campaignIn,
  readCampaigns,
  readEvents,
  readGoals,
  readServices,
  type Campaigns,
  type PlacedService,
} from './campaigns.js';
import { isBlank, quote, type SheetTable, cellText } from './cells.js';
import {
  EXAMPLE_SHEET,
  GUIDE_SHEET,
  INFO_SHEET,
  planOf,
  SHEETS,
  type SheetKey,
  type SheetPlan,
} from './columns.js';
import { readFigures, type SheetFigure } from './figures.js';
import type { Matching, SheetMatch } from './matching.js';
import type { Notes } from './notes.js';
import {
  openBook,
  readIndicators,
  readInfo,
  readSources,
  type Info,
  type WorkbookContext,
} from './workbook-context.js';
import { readTeams } from './teams.js';

export interface Model {
  readonly context: WorkbookContext;
  readonly figures: readonly SheetFigure[];
  readonly progress: readonly SheetFigure[];
  readonly teams: readonly Team[];
  readonly campaigns: Campaigns;
  readonly services: readonly PlacedService[];
}

export interface WorkbookOptions {
  /** Settings that win over the sheet "Thông tin". */
  readonly info?: Info;
  readonly matching?: Matching | undefined;
  /** Ids of areas that are published now. */
  readonly published?: ReadonlySet<string>;
  /** The day in Viet Nam, `YYYY-MM-DD`: a consent after it does not count yet. */
  readonly today: string;
  readonly progress?: ((step: string) => void) | undefined;
}

/** Sheets of the template that are for people only. */
const SILENT = [GUIDE_SHEET, EXAMPLE_SHEET].map(headerKey);

/** Reads the sheets; `undefined` where not even the area is known. Faults are in `notes`. */
export function readWorkbook(
  tables: readonly SheetTable[],
  options: WorkbookOptions,
  notes: Notes,
): Model | undefined {
  const assigned = assign(tables, options.matching, notes);
  const rows = (key: SheetKey, placeOf?: PlaceFinder): Row[] => {
    options.progress?.(planOf(key).name);
    const match = assigned.matches.get(key);
    return (assigned.tables.get(key) ?? []).flatMap((table) =>
      rowsOf(table, planOf(key), notes, match, placeOf),
    );
  };
  const info = readInfo(assigned.info, { ...options.matching?.info, ...options.info });
  const sheet = assigned.info?.name ?? INFO_SHEET.name;
  const book = openBook(sheet, info, rows('areas'), notes, options.published);
  if (!book) return undefined;
  book.open(() =>
    textsOf([...assigned.tables].flatMap(([key, all]) => (key === 'areas' ? [] : all))),
  );
  const placeOf: PlaceFinder = (label) =>
    book.find(label).kind !== 'none' ? 'place' : book.similar(label) ? 'like-a-place' : 'none';
  return modelOf(book, info.info, (key) => rows(key, placeOf), options.today, notes);
}

/** What the rows of all sheets say, once the areas are known. */
function modelOf(
  book: AreaBook,
  info: Info,
  rows: (key: SheetKey) => Row[],
  today: string,
  notes: Notes,
): Model {
  const sources = readSources(rows('sources'), notes);
  const context: WorkbookContext = {
    book,
    edition: book.edition,
    area: book.mainId,
    info,
    indicators: readIndicators(rows('indicators'), book.edition, notes),
    sources,
    source: Object.keys(sources)[0],
  };
  const campaigns = readCampaigns(context, rows('campaigns'), notes);
  readGoals(context, campaigns, rows('goals'), notes);
  readEvents(campaigns, rows('events'), notes);
  return {
    context,
    figures: readFigures(context, planOf('figures'), rows('figures'), notes),
    progress: readFigures(context, planOf('progress'), rows('progress'), notes, (line) =>
      campaignIn(campaigns, line),
    ),
    teams: readTeams(context, rows('teams'), rows('people'), today, notes),
    campaigns,
    services: readServices(context, rows('services'), notes),
  };
}

/** The texts of all cells, each once. */
function* textsOf(tables: readonly SheetTable[]): Generator<string> {
  const texts = new Set<string>();
  for (const { rows } of tables)
    for (const cells of rows)
      for (const cell of cells) {
        const text = cellText(cell);
        if (!text || texts.has(text)) continue;
        texts.add(text);
        yield text;
      }
}

interface Assigned {
  readonly info: SheetTable | undefined;
  readonly tables: ReadonlyMap<SheetKey, readonly SheetTable[]>;
  readonly matches: ReadonlyMap<SheetKey, SheetMatch>;
}

/** Which tables are which sheet: by the matching, by their names, by their CSV files' names. */
function assign(
  tables: readonly SheetTable[],
  matching: Matching | undefined,
  notes: Notes,
): Assigned {
  const named = (name: string): SheetTable | undefined =>
    tables.find((table) => headerKey(table.name) === headerKey(name));
  const sheets = new Map<SheetKey, readonly SheetTable[]>();
  const matches = new Map<SheetKey, SheetMatch>();
  for (const plan of SHEETS) {
    const match = matching?.sheets?.[plan.name] ?? matching?.sheets?.[plan.key];
    if (match) matches.set(plan.key, match);
    const candidates = match
      ? matchedTables(match, tables, named, notes)
      : [named(plan.name) ?? named(plan.file)];
    const there = candidates.flatMap((table) => (table ? [table] : []));
    if (there.length > 0) sheets.set(plan.key, there);
  }
  const info = named(INFO_SHEET.name) ?? named(INFO_SHEET.file);
  const used = new Set([...[...sheets.values()].flat(), info]);
  const ignored = (matching?.ignore ?? []).map(headerKey);
  const alone = tables.filter(
    (table) => !used.has(table) && !ignored.includes(headerKey(table.name)) && isFilledTable(table),
  );
  if (sheets.size === 0 && alone.length === 1 && alone[0] && fitsFigures(alone[0]))
    sheets.set('figures', [alone[0]]);
  else alone.forEach((table) => noteUnread(table, { tables: sheets, matches }, notes));
  if (sheets.size === 0)
    notes.fault(
      '',
      '',
      'không thấy trang tính nào của mẫu. Hãy tạo mẫu bằng lệnh tcns-data init, hoặc ghép cột bằng lệnh tcns-data match.',
    );
  return { info, tables: sheets, matches };
}

/** The tables that a matching names: one, or several of one form. */
function matchedTables(
  { from }: SheetMatch,
  tables: readonly SheetTable[],
  named: (name: string) => SheetTable | undefined,
  notes: Notes,
): (SheetTable | undefined)[] {
  if (from === undefined) return [tables[0]];
  return [from].flat().map((name) => {
    const table = named(name);
    if (!table)
      notes.fault(
        name,
        '',
        `tệp ghép cột nói có trang tính ${quote(name)}, nhưng tệp không có. Các trang có: ${tables.map((other) => other.name).join('; ')}.`,
      );
    return table;
  });
}

const isFilledTable = (table: SheetTable): boolean =>
  table.rows.some((row) => row.some((cell) => !isBlank(cell)));

const fitsFigures = (table: SheetTable): boolean =>
  (layoutOf(table, planOf('figures').columns)?.columnOf.size ?? 0) >= 3;

/** A sheet that is not read: a warning, and a fault where it has the form of one that is. */
function noteUnread(
  table: SheetTable,
  { tables, matches }: Pick<Assigned, 'tables' | 'matches'>,
  notes: Notes,
): void {
  if (SILENT.includes(headerKey(table.name))) return;
  for (const [key, match] of matches) {
    const [twin] = tables.get(key) ?? [];
    if (!twin || !isOfOneForm(twin, table, planOf(key), match)) continue;
    notes.fault(
      table.name,
      '',
      `trang tính này có cùng tiêu đề với ${quote(twin.name)} nhưng tệp ghép cột không nói đến. Để đọc cả hai, hãy ghi "from": [${[...(tables.get(key) ?? []), table].map(({ name }) => JSON.stringify(name)).join(', ')}]; để bỏ qua, hãy ghi "ignore": [${JSON.stringify(table.name)}].`,
    );
    return;
  }
  const hidden = table.hidden?.sheet ? ' (đang ẩn)' : '';
  notes.warn(table.name, '', `trang tính này${hidden} không có trong mẫu nên không được đọc.`);
}

function isOfOneForm(a: SheetTable, b: SheetTable, plan: SheetPlan, match: SheetMatch): boolean {
  const { header: _, ...anyLine } = match;
  const keys = (table: SheetTable): string => {
    const layout = layoutOf(table, plan.columns, anyLine);
    if (!layout?.columnOf.size) return '';
    const figures = [...figureColumns(layout, match).figures.values()];
    return JSON.stringify([[...layout.columnOf.keys()].sort(), figures.sort()]);
  };
  return keys(b) !== '' && keys(a) === keys(b);
}
