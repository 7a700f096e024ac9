/**
 * Tables of other APIs made documents: CKAN's datastore (`datastore_search`) and CSV. Which column
 * is what is known by its name, or said behind the `#` of the address, which no server ever sees:
 *
 *   …#area=ten_tinh&at=nam&teams=so_to&members=so_tv     a column for each indicator
 *   …#area=ma&indicator=chi_so&value=gia_tri&at==2026-08  one figure a line; `=` begins a constant
 *
 * Further words there: `edition` (2025), `parent` (whose communes the names are), `of` (the
 * document's area), `source` (title), `numbers` (`vi`: 45.895 is a count, `en`: a decimal). Without
 * `numbers` the column's other figures say it, see `writingOf`.
 */
import { warn } from '../api/console.js';
import { emptyRecord } from '../api/read-plain.js';
import { ownMember } from '../api/own-member.js';
import { membersOf } from '../api/raw-members.js';
import { parseAt } from '../domain/calendar.js';
import { fold } from '../domain/names.js';
import { HEADERS, isNoFigureHeader, isRunningHeader, roleOf, type ColumnRole } from './headers.js';
import { Places, type OfficialList, type PlaceFault } from './table-places.js';
import { parseTypedDate } from './typed-dates.js';
import { isCountName } from './count-names.js';
import { parseCsv, separatorOf } from './csv.js';
import {
  figureColumn,
  figureOf,
  isNumberType,
  isNumericColumn,
  textIn,
  type FigureColumn,
  type FigureFault,
  type ReadFigure,
} from './table-figures.js';
import type { Indicator, Observation, Source } from '../api/figures.js';

interface Table {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** 45.895 is forty-five thousand. */
  readonly vietnamese: boolean;
  /** The types that a database says of its columns. */
  readonly types?: readonly unknown[] | undefined;
  /** The line of the first row. */
  readonly first: number;
}

/** A row, or one of its cells, that no figure was made of. */
export interface Skipped {
  /** The row as spreadsheets count it; of CKAN, the record. */
  readonly line: number;
  readonly why: PlaceFault | 'empty' | FigureFault | 'date' | 'twin' | 'column' | 'shared';
  /** What stands in the cell, and the column it stands in. */
  readonly cell: string;
  readonly column: string;
  /** What may have been meant, in Vietnamese. */
  readonly hint?: string | undefined;
}
type Report = (row: Skipped) => void;

type Role = ColumnRole;
const WORDS = ['edition', 'parent', 'of', 'source', 'numbers'];

const key = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');

/** What `datastore_search` or `datastore_search_sql` answered. */
export function fromCkan(
  raw: unknown,
  url: string,
  report?: Report,
  official?: OfficialList,
): unknown {
  const answer = membersOf(raw);
  const result = membersOf(answer['result']);
  if (answer['success'] === false || !Array.isArray(result['records']))
    throw new Error('no "result.records": is this the address of datastore_search?');
  const records = result['records'] as unknown[];
  const described = Array.isArray(result['fields'])
    ? (result['fields'] as { id: string; type?: unknown }[])
    : undefined;
  const given = described?.map(({ id }) => id);
  const types = described?.map(({ type }) => type);
  const fields = given ?? Object.keys(membersOf(records[0]));
  const total = result['total'];
  // A part that the address does not ask for is one that nobody knows of.
  if (typeof total === 'number' && total > records.length && !/[?&](limit|offset)=/.test(url))
    throw new Error(`${records.length} of ${total} records: add "limit=${total}" to the address`);
  const rows = records.map((record) =>
    Array.isArray(record)
      ? (record as unknown[])
      : fields.map((field) => ownMember(membersOf(record), field)),
  );
  return documentOf({ fields, rows, types, vietnamese: false, first: 1 }, url, report, official);
}

/** A CSV file. Excel in Vietnamese writes semicolons, because the comma is its decimal mark. */
export function fromCsv(
  raw: unknown,
  url: string,
  report?: Report,
  official?: OfficialList,
): unknown {
  const text = String(raw);
  if (/^\s*</.test(text)) throw new Error('CSV is expected, this is an HTML or XML page');
  // A browser has made UTF-8 of it already, and letters are lost.
  if (/\u0000/.test(text)) throw new Error('CSV is expected in UTF-8, this is UTF-16');
  const lines = parseCsv(text);
  const head = lines.findIndex(isFilled);
  const table = { fields: lines[head] ?? [], rows: lines.slice(head + 1), first: head + 2 };
  return documentOf({ ...table, vietnamese: separatorOf(text) === ';' }, url, report, official);
}

class Plan {
  private readonly said: URLSearchParams;

  constructor(
    private readonly table: Table,
    url: string,
  ) {
    this.said = new URLSearchParams(/#(.*)$/.exec(url)?.[1] ?? '');
  }

  word(name: string): string | undefined {
    return this.said.get(name) ?? undefined;
  }

  /** Reads a column's cell, or the constant that stands for all of them; `undefined` for no such column. */
  reader(role: Role): ((row: readonly unknown[]) => unknown) | undefined {
    const said = this.said.get(role);
    if (said?.startsWith('=')) return () => said.slice(1);
    if (said === null && role === 'at') return this.dateReader();
    const index =
      this.column(said ?? undefined) ??
      this.table.fields.findIndex((field) => roleOf(field) === role);
    if (said !== null && index < 0)
      throw new Error(`no column "${said}"; there are: ${this.table.fields.join(', ')}`);
    return index < 0 ? undefined : (row) => row[index];
  }

  /** The column, or the constant, that the address names as the areas'. */
  saidArea(): { read: (row: readonly unknown[]) => unknown; index: number } | undefined {
    const said = this.said.get('area');
    const read = this.reader('area');
    return said !== null && read ? { read, index: this.column(said) ?? -1 } : undefined;
  }

  /** The date of a row: one column, or a year beside its month or quarter. */
  private dateReader(): ((row: readonly unknown[]) => unknown) | undefined {
    const { fields } = this.table;
    const dates = fields.flatMap((field, index) => (roleOf(field) === 'at' ? [index] : []));
    const [first, second] = dates;
    if (first === undefined) return undefined;
    if (second === undefined) return (row) => row[first];
    const named = (word: RegExp): number | undefined =>
      dates.find((index) => word.test(key(fields[index] ?? '')));
    const year = named(/^(nam|year)$/);
    const part = named(/^(thang|month)$/) ?? named(/^(quy|quarter)$/);
    if (dates.length > 2 || year === undefined || part === undefined)
      throw new Error(
        `the columns "${dates.map((index) => fields[index]).join('" and "')}" may both hold the date: say "at=…" behind "#"`,
      );
    const word = /^(quy|quarter)$/.test(key(fields[part] ?? '')) ? 'quý' : 'tháng';
    return (row) => {
      const own = textIn(row[part]).replace(/^(tháng|quý|T|Q)\s*/i, '');
      return own === '' ? row[year] : `${word} ${own}/${textIn(row[year])}`;
    };
  }

  /** The name of a role's column, for messages. */
  fieldOf(role: Role): string {
    const index =
      this.column(this.said.get(role) ?? undefined) ??
      this.table.fields.findIndex((field) => roleOf(field) === role);
    return this.table.fields[index] ?? '';
  }

  private column(name: string | undefined): number | undefined {
    if (name === undefined) return undefined;
    const exact = this.table.fields.indexOf(name);
    return exact >= 0 ? exact : this.table.fields.findIndex((field) => key(field) === key(name));
  }

  /** Columns that each hold the figures of one indicator: as said, else all that are numbers. */
  measures(): { name: string; index: number; label: string }[] {
    const { fields } = this.table;
    const said = [...this.said].filter(
      ([name]) => !ownMember(HEADERS, name) && !WORDS.includes(name),
    );
    if (said.length > 0)
      return said.map(([name, field]) => {
        const index = this.column(field) ?? -1;
        if (index < 0) throw new Error(`no column "${field}"; there are: ${fields.join(', ')}`);
        return { name, index, label: fields[index] ?? name };
      });
    const taken = (field: string): boolean =>
      /^_/.test(field) ||
      isRunningHeader(field) ||
      isNoFigureHeader(field) ||
      roleOf(field) !== undefined;
    return fields.flatMap((label, index) =>
      taken(label) || !this.isNumeric(index) ? [] : [{ name: key(label), index, label }],
    );
  }

  /** Columns of codes, ranks, coordinates or dates, which become no indicators by themselves. */
  unread(): string[] {
    const said = [...this.said].filter(
      ([name]) => !ownMember(HEADERS, name) && !WORDS.includes(name),
    );
    if (said.length > 0) return [];
    return this.table.fields.filter(
      (field, index) =>
        isNoFigureHeader(field) && roleOf(field) === undefined && this.isNumeric(index),
    );
  }

  private isNumeric(index: number): boolean {
    if (isNumberType(this.table.types?.[index])) return true;
    return isNumericColumn(this.table.rows.map((row) => row[index]));
  }
}

const isFilled = (row: readonly unknown[]): boolean => row.some((cell) => textIn(cell) !== '');

type Column = FigureColumn;

function columnOf(read: Column['read'], field: string, table: Table, plan: Plan): Column {
  const index = table.fields.indexOf(field);
  return figureColumn({
    field,
    read,
    rows: table.rows,
    said: plan.word('numbers'),
    vietnamese: table.vietnamese,
    isMachine: isNumberType(table.types?.[index]),
  });
}

/* ---- rows made observations ---- */

interface Measured {
  readonly name: string;
  readonly label: string;
  readonly column: Column;
}

/** The figures of a row: one for each column of figures, or the one that the row is about; and how many. */
function measuredIn(
  plan: Plan,
  table: Table,
): { count: number; of: (row: readonly unknown[]) => Measured[] } {
  const [indicator, value] = [plan.reader('indicator'), plan.reader('value')];
  const measures = value && indicator ? [] : plan.measures();
  if (!value || measures.length > 0) {
    const wide = measures.map(({ name, label, index }) => ({
      name,
      label,
      column: columnOf((row) => row[index], label, table, plan),
    }));
    return { count: wide.length, of: () => wide };
  }
  const column = columnOf(value, plan.fieldOf('value'), table, plan);
  return {
    count: 1,
    of: (row) => {
      const name = textIn(indicator?.(row)) || 'value';
      return [{ name, label: name, column }];
    },
  };
}

function documentOf(
  table: Table,
  url: string,
  report: Report | undefined,
  official: OfficialList | undefined,
): unknown {
  const plan = new Plan(table, url);
  const places = new Places({
    fields: table.fields,
    rows: table.rows.filter(isFilled),
    word: (name) => plan.word(name),
    said: plan.saidArea(),
    official,
  });
  const skipped: Skipped[] = [];
  const tell = report ?? ((row) => skipped.push(row));
  for (const column of plan.unread())
    tell({ line: table.first - 1, why: 'column', cell: column, column: '' });
  const lines = new Lines(plan, table, places, tell);
  table.rows.forEach((row, i) => {
    if (isFilled(row)) lines.read(row, table.first + i);
  });
  const { indicators, dropped } = lines;
  const observations = lines.observations.filter((own) => !dropped.has(own));
  if (observations.length === 0)
    throw new Error(`no row has an area and a figure; the columns are: ${table.fields.join(', ')}`);
  if (skipped.length > 0) warnOnce(url, skipped);
  const sources = { table: sourceOf(url, plan) };
  return {
    version: '1',
    area: places.whole(),
    areas: places.areas,
    indicators,
    sources,
    observations,
  };
}

const WHY: Readonly<Record<Skipped['why'], string>> = {
  area: 'is no area',
  which: 'may be one of several areas: write its kind and its diacritics, or its code',
  contradiction: 'are two areas: the code and the name of this row disagree',
  edition:
    'is of before 01/7/2025, when another province had this name: say "edition=2008" or "edition=2025" behind "#", or write ids such as 45@2008',
  empty: 'the row has no figure',
  figure: 'is no number',
  ambiguous: 'may be a thousand or a decimal: say "numbers=vi" or "numbers=en" behind "#"',
  whole: 'is counted, but is no whole number from 0 up',
  share: 'may be 1% or 100%: write the percent sign behind each number',
  date: 'is no date, so the row is left out',
  twin: 'is one of two figures of one area, indicator and date: keep one',
  shared: 'is a column of one of several indicators, and nothing tells of which',
  column: 'is a column of codes, ranks, coordinates or dates: no indicator by itself',
};
const warned = new Set<string>();

/** One note a table, however often it is polled. */
function warnOnce(url: string, skipped: readonly Skipped[]): void {
  const [first] = skipped;
  if (!first || warned.has(url)) return;
  warned.add(url);
  const what = first.cell && `"${first.cell}" `;
  warn(
    `"${url}": ${skipped.length} left out; the first: line ${first.line}: ${what}${WHY[first.why]}`,
  );
}

/** Line after line; what is left out is reported. */
class Lines {
  readonly indicators = emptyRecord<Indicator>();
  readonly observations: Observation[] = [];
  /** Those of the observations that another line contradicts. */
  readonly dropped = new Set<Observation>();
  private readonly seen = new Map<
    string,
    { observation: Observation; line: number; skip: () => void }
  >();
  private readonly measured: ReturnType<typeof measuredIn>;
  private readonly pairs: readonly (readonly ['num' | 'den' | 'target', Column])[];
  private readonly area = this.plan.reader('area');
  private readonly date = this.plan.reader('at');
  private readonly note = this.plan.reader('note');

  constructor(
    private readonly plan: Plan,
    table: Table,
    private readonly places: Places,
    private readonly report: Report,
  ) {
    this.measured = measuredIn(plan, table);
    const roles = ['num', 'den', 'target'] as const;
    const isOne = this.measured.count === 1;
    this.pairs = roles.flatMap((role) => {
      const read = plan.reader(role);
      if (read && !isOne)
        report({ line: table.first - 1, why: 'shared', cell: plan.fieldOf(role), column: '' });
      return read && isOne
        ? [[role, columnOf(read, plan.fieldOf(role), table, plan)] as const]
        : [];
    });
  }

  read(row: readonly unknown[], line: number): void {
    const place = this.places.of(row);
    const skip = (why: Skipped['why'], cell: unknown, column = ''): void =>
      this.report({ line, why, cell: textIn(cell), column });
    if ('why' in place) return this.report({ line, ...place });
    const { id } = place;
    const [when, note] = [this.date?.(row), textIn(this.note?.(row))];
    const at = dateOf(when);
    // A figure whose date was spoilt is no figure without a date.
    if (at === undefined && textIn(when) !== '') return skip('date', when, this.plan.fieldOf('at'));
    const lastDay = at && parseAt(at)?.lastDay;
    if (lastDay && this.places.isDoubtful(place, lastDay))
      return skip('edition', `${textIn(when)}, ${textIn(this.area?.(row))}`);
    const measures = this.measured.of(row);
    if (measures.every(({ column }) => textIn(column.read(row)) === '')) return skip('empty', '');
    for (const { name, label, column } of measures) {
      const isCount = isCountName(label) || isCountName(name);
      const figure = figureIn(column, row, isCount, skip);
      if (!figure) continue;
      const isRate = figure.percent || column.isPercent;
      this.indicators[name] ??= { name: label, ...(isRate ? { unit: '%' } : {}) };
      const observation: Observation = {
        area: id,
        indicator: name,
        ...(at ? { at } : {}),
        ...figure.observation,
        ...this.pairOf(row, isCount, skip),
        source: 'table',
        ...(note ? { note } : {}),
      };
      this.add(observation, line, () => skip('twin', column.read(row), column.field));
    }
  }

  /** Two figures of one area and date: the same one stands once, two others are both left out. */
  private add(observation: Observation, line: number, skip: () => void): void {
    const { area, indicator, at = '' } = observation;
    const key = `${area}|${indicator}|${at}`;
    const twin = this.seen.get(key);
    if (!twin) {
      this.seen.set(key, { observation, line, skip });
      this.observations.push(observation);
      return;
    }
    if (JSON.stringify(twin.observation) === JSON.stringify(observation)) return;
    if (!this.dropped.has(twin.observation)) twin.skip();
    this.dropped.add(twin.observation);
    skip();
  }

  /** Numerator and denominator are counts; a target is what its figure is. */
  private pairOf(row: readonly unknown[], isCount: boolean, skip: Skip): Record<string, number> {
    const pair: Record<string, number> = {};
    for (const [role, column] of this.pairs) {
      const value = figureIn(column, row, isCount || role !== 'target', skip)?.observation.value;
      if (typeof value === 'number') pair[role] = value;
    }
    return pair;
  }
}

type Skip = (why: Skipped['why'], cell: unknown, column?: string) => void;

/** The figure of a cell; none, and said so, where it cannot be read in one way. */
function figureIn(
  column: Column,
  row: readonly unknown[],
  isCount: boolean,
  skip: Skip,
): ReadFigure | undefined {
  const cell = column.read(row);
  const figure = figureOf(cell, column, isCount);
  if (typeof figure !== 'string') return figure;
  skip(figure, cell, column.field);
  return undefined;
}

function dateOf(cell: unknown): string | undefined {
  const text = textIn(cell);
  if (text === '') return undefined;
  const moment = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d/.exec(text)?.[1];
  const read = parseTypedDate(moment ?? text);
  return 'at' in read ? read.at : undefined;
}

function sourceOf(url: string, plan: Plan): Source {
  const address = url.replace(/#.*$/, '');
  const host = /^https?:\/\/([^/?]+)/.exec(address)?.[1];
  return {
    title: plan.word('source') ?? host ?? 'CSV',
    ...(host ? { publisher: host, url: address } : {}),
  };
}
