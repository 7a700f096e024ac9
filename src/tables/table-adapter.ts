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
import { parseAt } from '../domain/calendar.js';
import { fold } from '../domain/names.js';
import { HEADERS, isRunningHeader, roleOf, type ColumnRole } from './headers.js';
import { Places, type OfficialList, type PlaceFault } from './table-places.js';
import { parseTypedDate } from './typed-dates.js';
import { parseFigure } from './typed-numbers.js';
import { isCountName } from './count-names.js';
import { AMBIGUOUS, parseCsv, separatorOf, writingOf, type Writing } from './csv.js';
import type { Indicator, Observation, Source } from '../api/figures.js';

interface Table {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** 45.895 is forty-five thousand. */
  readonly vietnamese: boolean;
  /** The line of the first row. */
  readonly first: number;
}

/** A row, or one of its cells, that no figure was made of. */
export interface Skipped {
  /** The row as spreadsheets count it; of CKAN, the record. */
  readonly line: number;
  readonly why: PlaceFault | 'empty' | 'figure' | 'ambiguous' | 'date';
  /** What stands in the cell, and the column it stands in. */
  readonly cell: string;
  readonly column: string;
}
type Report = (row: Skipped) => void;

type Role = ColumnRole;
const WORDS = ['edition', 'parent', 'of', 'source', 'numbers'];

const key = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What `datastore_search` or `datastore_search_sql` answered. */
export function fromCkan(
  raw: unknown,
  url: string,
  report?: Report,
  official?: OfficialList,
): unknown {
  const answer = isObject(raw) ? raw : {};
  const result = isObject(answer['result']) ? answer['result'] : {};
  if (answer['success'] === false || !Array.isArray(result['records']))
    throw new Error('no "result.records": is this the address of datastore_search?');
  const records = result['records'] as unknown[];
  const given = Array.isArray(result['fields'])
    ? (result['fields'] as { id: string }[]).map(({ id }) => id)
    : undefined;
  const fields = given ?? Object.keys(isObject(records[0]) ? records[0] : {});
  const total = result['total'];
  // A part that the address does not ask for is one that nobody knows of.
  if (typeof total === 'number' && total > records.length && !/[?&](limit|offset)=/.test(url))
    throw new Error(`${records.length} of ${total} records: add "limit=${total}" to the address`);
  const rows = records.map((record) =>
    Array.isArray(record)
      ? (record as unknown[])
      : fields.map((field) => (record as Record<string, unknown>)[field]),
  );
  return documentOf({ fields, rows, vietnamese: false, first: 1 }, url, report, official);
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
    const said = [...this.said].filter(([name]) => !(name in HEADERS) && !WORDS.includes(name));
    if (said.length > 0)
      return said.map(([name, field]) => {
        const index = this.column(field) ?? -1;
        if (index < 0) throw new Error(`no column "${field}"; there are: ${fields.join(', ')}`);
        return { name, index, label: fields[index] ?? name };
      });
    const taken = (field: string): boolean =>
      /^_/.test(field) || isRunningHeader(field) || roleOf(field) !== undefined;
    return fields.flatMap((label, index) =>
      taken(label) || !this.isNumeric(index) ? [] : [{ name: key(label), index, label }],
    );
  }

  private isNumeric(index: number): boolean {
    const filled = this.table.rows
      .map((row) => row[index])
      .filter((cell) => cell !== '' && cell != null);
    return (
      filled.length > 0 &&
      filled.every((cell) => typeof cell === 'number' || /^[-+\d][\d.,\s%]*$/.test(String(cell)))
    );
  }
}

/** A cell as a text; an object is none. */
const textIn = (cell: unknown): string =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell).trim()
    : '';

const isFilled = (row: readonly unknown[]): boolean => row.some((cell) => textIn(cell) !== '');

interface Column {
  readonly field: string;
  readonly writing: Writing;
  readonly read: (row: readonly unknown[]) => unknown;
}

function columnOf(read: Column['read'], field: string, table: Table, plan: Plan): Column {
  const said = plan.word('numbers');
  const own = (): Writing => (table.vietnamese ? 'vi' : writingOf(table.rows.map(read)));
  return { read, field, writing: said === undefined ? own() : said === 'vi' ? 'vi' : 'en' };
}

/* ---- rows made observations ---- */

interface Measured {
  readonly name: string;
  readonly label: string;
  readonly column: Column;
}

/** The figures of a row: one for each column of figures, or the one that the row is about. */
function measuredIn(
  plan: Plan,
  table: Table,
): { long: boolean; of: (row: readonly unknown[]) => Measured[] } {
  const [indicator, value] = [plan.reader('indicator'), plan.reader('value')];
  const measures = value && indicator ? [] : plan.measures();
  if (!value || measures.length > 0) {
    const wide = measures.map(({ name, label, index }) => ({
      name,
      label,
      column: columnOf((row) => row[index], label, table, plan),
    }));
    return { long: false, of: () => wide };
  }
  const column = columnOf(value, plan.fieldOf('value'), table, plan);
  return {
    long: true,
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
  const lines = new Lines(plan, table, places, report ?? ((row) => skipped.push(row)));
  table.rows.forEach((row, i) => {
    if (isFilled(row)) lines.read(row, table.first + i);
  });
  const { observations, indicators } = lines;
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
  date: 'is no date',
};
const warned = new Set<string>();

/** One note a table, however often it is polled. */
function warnOnce(url: string, skipped: readonly Skipped[]): void {
  const [first] = skipped;
  if (!first || warned.has(url)) return;
  warned.add(url);
  const what = first.cell && `"${first.cell}" `;
  console.warn(
    `[tcns] "${url}": ${skipped.length} left out; the first: line ${first.line}: ${what}${WHY[first.why]}`,
  );
}

/** Line after line; what is left out is reported. */
class Lines {
  readonly indicators: Record<string, Indicator> = {};
  readonly observations: Observation[] = [];
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
    const roles = this.measured.long ? (['num', 'den', 'target'] as const) : [];
    this.pairs = roles.flatMap((role) => {
      const read = plan.reader(role);
      return read ? [[role, columnOf(read, plan.fieldOf(role), table, plan)] as const] : [];
    });
  }

  read(row: readonly unknown[], line: number): void {
    const place = this.places.of(row);
    const skip = (why: Skipped['why'], cell: unknown, column = ''): void =>
      this.report({ line, why, cell: textIn(cell), column });
    if ('why' in place) return skip(place.why, place.cell, place.column);
    const { id } = place;
    const [when, note] = [this.date?.(row), textIn(this.note?.(row))];
    const at = dateOf(when);
    if (at === undefined && textIn(when) !== '') skip('date', when, this.plan.fieldOf('at'));
    const lastDay = at && parseAt(at)?.lastDay;
    if (lastDay && this.places.isDoubtful(place, lastDay))
      return skip('edition', `${textIn(when)}, ${textIn(this.area?.(row))}`);
    const measures = this.measured.of(row);
    if (measures.every(({ column }) => textIn(column.read(row)) === '')) return skip('empty', '');
    for (const { name, label, column } of measures) {
      const isCount = isCountName(label) || isCountName(name);
      const figure = figureIn(column, row, isCount, skip);
      if (!figure) continue;
      this.indicators[name] ??= { name: label, ...(figure.percent ? { unit: '%' } : {}) };
      this.observations.push({
        area: id,
        indicator: name,
        ...(at ? { at } : {}),
        ...figure.observation,
        ...this.pairOf(row, isCount, skip),
        source: 'table',
        ...(note ? { note } : {}),
      });
    }
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
  { read, field, writing }: Column,
  row: readonly unknown[],
  isCount: boolean,
  skip: Skip,
): Read | undefined {
  const cell = read(row);
  const figure = figureOf(cell, writing, isCount);
  if (typeof figure !== 'string') return figure;
  skip(figure, cell, field);
  return undefined;
}

function dateOf(cell: unknown): string | undefined {
  const text = textIn(cell);
  if (text === '') return undefined;
  const moment = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d/.exec(text)?.[1];
  const read = parseTypedDate(moment ?? text);
  return 'at' in read ? read.at : undefined;
}

interface Read {
  readonly observation: Pick<Observation, 'value' | 'range' | 'num' | 'den' | 'approx' | 'status'>;
  readonly percent: boolean;
}

/** `undefined` for an empty cell: a row without a figure is no observation. */
function figureOf(
  cell: unknown,
  writing: Writing,
  isCount: boolean,
): Read | 'figure' | 'ambiguous' | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? exactly(cell) : undefined;
  const text = textIn(cell);
  if (text === '') return undefined;
  if (writing === undefined && AMBIGUOUS.test(text))
    return isCount ? exactly(Number(text.replace(/[.,]/, ''))) : 'ambiguous';
  if (writing !== 'vi' && /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text))
    return exactly(Number(text.replace(/,/g, '')));
  const read = parseFigure(text);
  if ('fault' in read) return 'figure';
  const { value, range, num, den, approx, missing, percent } = read.figure;
  if (missing) return { observation: { value: null, status: 'missing' }, percent: false };
  return {
    observation: {
      ...(value !== undefined ? { value } : {}),
      ...(range ? { range: [range[0], range[1]] } : {}),
      ...(num !== undefined && den !== undefined ? { num, den } : {}),
      ...(approx ? { approx } : {}),
    },
    percent: percent === true,
  };
}

const exactly = (value: number): Read => ({ observation: { value }, percent: false });

function sourceOf(url: string, plan: Plan): Source {
  const address = url.replace(/#.*$/, '');
  const host = /^https?:\/\/([^/?]+)/.exec(address)?.[1];
  return {
    title: plan.word('source') ?? host ?? 'CSV',
    ...(host ? { publisher: host, url: address } : {}),
  };
}
