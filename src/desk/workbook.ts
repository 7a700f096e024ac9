/** A workbook, or CSV files, made a model: what the office says, without any document yet. */
import type { Team } from '../api/teams.js';
import { headerKey, layoutOf, rowsOf, type Row } from './rows.js';
import {
  campaignIn,
  readCampaigns,
  readEvents,
  readGoals,
  readServices,
  type Campaigns,
  type PlacedService,
} from './campaigns.js';
import { cellText, isBlank, quote, type SheetTable } from './cells.js';
import {
  EXAMPLE_SHEET,
  GUIDE_SHEET,
  INFO_SHEET,
  planOf,
  SHEETS,
  type SheetKey,
  type SheetPlan,
} from './columns.js';
import { readFigures, type Placed } from './figures.js';
import type { Matching, SheetMatch } from './matching.js';
import type { Notes } from './notes.js';
import {
  openBook,
  readIndicators,
  readInfo,
  readSources,
  type Info,
  type Office,
} from './workbook-context.js';
import { readTeams } from './teams.js';

export interface Model {
  readonly office: Office;
  readonly figures: readonly Placed[];
  readonly progress: readonly Placed[];
  readonly teams: readonly Team[];
  readonly campaigns: Campaigns;
  readonly services: readonly PlacedService[];
}

export interface Given {
  /** Settings that win over the sheet "Thông tin". */
  readonly info?: Info;
  readonly matching?: Matching | undefined;
  /** The day in Viet Nam, `YYYY-MM-DD`: a consent after it does not count yet. */
  readonly today: string;
  readonly progress?: ((step: string) => void) | undefined;
}

/** Sheets of the template that are for people only. */
const SILENT = [GUIDE_SHEET, EXAMPLE_SHEET].map(headerKey);

/** Reads the sheets; `undefined` where not even the area is known. Faults are in `notes`. */
export function readWorkbook(
  tables: readonly SheetTable[],
  given: Given,
  notes: Notes,
): Model | undefined {
  const found = assign(tables, given.matching, notes);
  const rows = (key: SheetKey): Row[] => {
    const table = found.tables.get(key);
    given.progress?.(planOf(key).name);
    return table ? rowsOf(table, planOf(key), notes, found.matches.get(key)) : [];
  };
  const info = readInfo(found.info, { ...given.matching?.info, ...given.info });
  const book = openBook(found.info?.name ?? INFO_SHEET.name, info, rows('areas'), notes);
  if (!book) return undefined;
  const sources = readSources(rows('sources'), notes);
  const office: Office = {
    book,
    edition: book.edition,
    area: book.mainId,
    info: info.info,
    indicators: readIndicators(rows('indicators'), book.edition, notes),
    sources,
    source: Object.keys(sources)[0],
  };
  const campaigns = readCampaigns(office, rows('campaigns'), notes);
  readGoals(office, campaigns, rows('goals'), notes);
  readEvents(campaigns, rows('events'), notes);
  return {
    office,
    figures: readFigures(office, planOf('figures'), rows('figures'), notes),
    progress: readFigures(office, planOf('progress'), rows('progress'), notes, (line) =>
      campaignIn(campaigns, line),
    ),
    teams: readTeams(office, rows('teams'), rows('people'), given.today, notes),
    campaigns,
    services: readServices(office, rows('services'), notes),
  };
}

interface Assigned {
  readonly info: SheetTable | undefined;
  readonly tables: ReadonlyMap<SheetKey, SheetTable>;
  readonly matches: ReadonlyMap<SheetKey, SheetMatch>;
}

/** Which table is which sheet: by the matching, by its name, by its CSV file's name. */
function assign(
  tables: readonly SheetTable[],
  matching: Matching | undefined,
  notes: Notes,
): Assigned {
  const named = (name: string): SheetTable | undefined =>
    tables.find((table) => headerKey(table.name) === headerKey(name));
  const found = new Map<SheetKey, SheetTable>();
  const matches = new Map<SheetKey, SheetMatch>();
  for (const plan of SHEETS) {
    const match = matching?.sheets?.[plan.name] ?? matching?.sheets?.[plan.key];
    const table = match
      ? match.from === undefined
        ? tables[0]
        : named(match.from)
      : (named(plan.name) ?? named(plan.file));
    if (match) matches.set(plan.key, match);
    if (table) found.set(plan.key, table);
    else if (match)
      notes.fault(
        match.from ?? '',
        '',
        `tệp ghép cột nói có trang tính ${quote(match.from ?? '')}, nhưng tệp không có. Các trang có: ${tables.map(({ name }) => name).join('; ')}.`,
      );
  }
  const info = named(INFO_SHEET.name) ?? named(INFO_SHEET.file);
  const used = new Set([...found.values(), info]);
  const alone = tables.filter((table) => !used.has(table));
  if (found.size === 0 && alone.length === 1 && alone[0] && fitsFigures(alone[0]))
    found.set('figures', alone[0]);
  else alone.forEach((table) => noteUnknown(table, notes));
  if (found.size === 0)
    notes.fault(
      '',
      '',
      'không thấy trang tính nào của mẫu. Hãy tạo mẫu bằng lệnh tcns-data init, hoặc ghép cột bằng lệnh tcns-data match.',
    );
  return { info, tables: found, matches };
}

const fitsFigures = (table: SheetTable): boolean =>
  (layoutOf(table, planOf('figures').columns)?.places.size ?? 0) >= 3;

function noteUnknown(table: SheetTable, notes: Notes): void {
  if (SILENT.includes(headerKey(table.name))) return;
  if (!table.rows.some((row) => row.some((cell) => !isBlank(cell)))) return;
  notes.warn(table.name, '', 'trang tính này không có trong mẫu nên không được đọc.');
}

/** A first matching of an office's own table: headers that say what they are, and the rest as figures. */
export function proposeMatching(
  tables: readonly SheetTable[],
  indicatorOf: (header: string) => string | undefined,
): Matching {
  const plan: SheetPlan = planOf('figures');
  const table = tables.reduce<SheetTable | undefined>(
    (best, next) => (next.rows.length > (best?.rows.length ?? 0) ? next : best),
    undefined,
  );
  const layout = table && layoutOf(table, plan.columns);
  if (!table || !layout) return { info: { area: '', edition: '2025' }, sheets: {} };
  const header = (index: number): string => cellText(table.rows[layout.header]?.[index]);
  const columns = Object.fromEntries(
    [...layout.places].map(([key, index]) => [
      plan.columns.find((c) => c.key === key)?.header ?? key,
      header(index),
    ]),
  );
  const long = layout.places.has('indicator');
  const figures = Object.fromEntries(
    [...layout.others].map(([, name]) => [name, indicatorOf(name) ?? '']),
  );
  return {
    info: { area: '', edition: '2025' },
    sheets: {
      [plan.name]: {
        from: table.name,
        header: layout.header + 1,
        columns,
        constants: layout.places.has('at') ? {} : { 'Thời điểm': '' },
        ...(long ? {} : { figures }),
        skip: ['Tổng', 'Cộng', 'Người lập'],
      },
    },
  };
}
