/** Rows of a table of another API made observations. */
import type { Indicator, Observation } from '../api/figures.js';
import { emptyRecord } from '../api/read-plain.js';
import { parseAt } from '../domain/calendar.js';
import { isCountName } from './count-names.js';
import type { Table, TableColumns } from './table-columns.js';
import {
  figureColumn,
  figureOf,
  isNumberType,
  textIn,
  type FigureColumn,
  type FigureFault,
  type ReadFigure,
} from './table-figures.js';
import type { PlaceFault, Places } from './table-places.js';
import { parseTypedDate } from './typed-dates.js';

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
export type Report = (row: Skipped) => void;

function columnOf(
  read: FigureColumn['read'],
  field: string,
  table: Table,
  columns: TableColumns,
): FigureColumn {
  const index = table.fields.indexOf(field);
  return figureColumn({
    field,
    read,
    rows: table.rows,
    numbers: columns.word('numbers'),
    vietnamese: table.vietnamese,
    isMachine: isNumberType(table.types?.[index]),
  });
}

interface Measured {
  readonly name: string;
  readonly label: string;
  readonly column: FigureColumn;
}

/** The figures of a row: one for each column of figures, or the one that the row is about; and how many. */
function measuredIn(
  columns: TableColumns,
  table: Table,
): { count: number; of: (row: readonly unknown[]) => Measured[] } {
  const [indicator, value] = [columns.reader('indicator'), columns.reader('value')];
  const measures = value && indicator ? [] : columns.measures();
  if (!value || measures.length > 0) {
    const wide = measures.map(({ name, label, index }) => ({
      name,
      label,
      column: columnOf((row) => row[index], label, table, columns),
    }));
    return { count: wide.length, of: () => wide };
  }
  const column = columnOf(value, columns.fieldOf('value'), table, columns);
  return {
    count: 1,
    of: (row) => {
      const name = textIn(indicator?.(row)) || 'value';
      return [{ name, label: name, column }];
    },
  };
}

/** Reads a table row after row; what is left out is reported. */
export class TableRows {
  readonly indicators = emptyRecord<Indicator>();
  readonly observations: Observation[] = [];
  /** The observations that another line contradicts. */
  readonly dropped = new Set<Observation>();
  private readonly seen = new Map<
    string,
    { observation: Observation; line: number; skip: () => void }
  >();
  private readonly measured: ReturnType<typeof measuredIn>;
  private readonly pairs: readonly (readonly ['num' | 'den' | 'target', FigureColumn])[];
  private readonly area = this.columns.reader('area');
  private readonly date = this.columns.reader('at');
  private readonly note = this.columns.reader('note');

  constructor(
    private readonly columns: TableColumns,
    table: Table,
    private readonly places: Places,
    private readonly report: Report,
  ) {
    this.measured = measuredIn(columns, table);
    const roles = ['num', 'den', 'target'] as const;
    const isOne = this.measured.count === 1;
    this.pairs = roles.flatMap((role) => {
      const read = columns.reader(role);
      if (read && !isOne)
        report({ line: table.first - 1, why: 'shared', cell: columns.fieldOf(role), column: '' });
      return read && isOne
        ? [[role, columnOf(read, columns.fieldOf(role), table, columns)] as const]
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
    // A row whose date cannot be read is left out, because its figure would count as one without a date.
    if (at === undefined && textIn(when) !== '')
      return skip('date', when, this.columns.fieldOf('at'));
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
  column: FigureColumn,
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
