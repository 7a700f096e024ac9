/** The columns of a table of another API: areas, dates, figures. */
import { ownMember } from '../api/own-member.js';
import { fold } from '../domain/names.js';
import { HEADERS, isNoFigureHeader, isRunningHeader, roleOf, type ColumnRole } from './headers.js';
import { isNumberType, isNumericColumn, textIn } from './table-figures.js';

export interface Table {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** 45.895 is forty-five thousand. */
  readonly vietnamese: boolean;
  /** The types that a database says of its columns. */
  readonly types?: readonly unknown[] | undefined;
  /** The line of the first row. */
  readonly first: number;
}

/** Words behind the `#` that name no indicator. */
export const WORDS = ['edition', 'parent', 'of', 'source', 'numbers'];

const key = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');

/** Which column is what: by the words behind the `#` of the address, else by the headers. */
export class TableColumns {
  /** The words behind the `#`. */
  private readonly fragment: URLSearchParams;

  constructor(
    private readonly table: Table,
    url: string,
  ) {
    this.fragment = new URLSearchParams(/#(.*)$/.exec(url)?.[1] ?? '');
  }

  word(name: string): string | undefined {
    return this.fragment.get(name) ?? undefined;
  }

  /** Reads a column's cell, or the constant that stands for all of them; `undefined` for no such column. */
  reader(role: ColumnRole): ((row: readonly unknown[]) => unknown) | undefined {
    const choice = this.fragment.get(role);
    if (choice?.startsWith('=')) return () => choice.slice(1);
    if (choice === null && role === 'at') return this.dateReader();
    const index = this.indexOf(role);
    if (choice !== null && index < 0)
      throw new Error(`no column "${choice}"; there are: ${this.table.fields.join(', ')}`);
    return index < 0 ? undefined : (row) => row[index];
  }

  /** The column, or the constant, that the address names as the areas'. */
  chosenArea(): { read: (row: readonly unknown[]) => unknown; index: number } | undefined {
    const choice = this.fragment.get('area');
    const read = this.reader('area');
    return choice !== null && read ? { read, index: this.column(choice) ?? -1 } : undefined;
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
      const number = textIn(row[part]).replace(/^(tháng|quý|T|Q)\s*/i, '');
      return number === '' ? row[year] : `${word} ${number}/${textIn(row[year])}`;
    };
  }

  /** The name of a role's column, for messages. */
  fieldOf(role: ColumnRole): string {
    return this.table.fields[this.indexOf(role)] ?? '';
  }

  /** The column of a role, by the address or by its header; -1 where there is none. */
  private indexOf(role: ColumnRole): number {
    return (
      this.column(this.fragment.get(role) ?? undefined) ??
      this.table.fields.findIndex((field) => roleOf(field) === role)
    );
  }

  private column(name: string | undefined): number | undefined {
    if (name === undefined) return undefined;
    const exact = this.table.fields.indexOf(name);
    return exact >= 0 ? exact : this.table.fields.findIndex((field) => key(field) === key(name));
  }

  /** The words of the address that name an indicator's column: `teams=so_to`. */
  private get indicatorWords(): [name: string, field: string][] {
    return [...this.fragment].filter(
      ([name]) => !ownMember(HEADERS, name) && !WORDS.includes(name),
    );
  }

  /** Columns that each hold the figures of one indicator: as the address names them, else all that are numbers. */
  measures(): { name: string; index: number; label: string }[] {
    const { fields } = this.table;
    const { indicatorWords } = this;
    if (indicatorWords.length > 0)
      return indicatorWords.map(([name, field]) => {
        const index = this.column(field) ?? -1;
        if (index < 0) throw new Error(`no column "${field}"; there are: ${fields.join(', ')}`);
        return { name, index, label: fields[index] ?? name };
      });
    const isOther = (field: string): boolean =>
      /^_/.test(field) ||
      isRunningHeader(field) ||
      isNoFigureHeader(field) ||
      roleOf(field) !== undefined;
    return fields.flatMap((label, index) =>
      isOther(label) || !this.isNumeric(index) ? [] : [{ name: key(label), index, label }],
    );
  }

  /** Columns of codes, ranks, coordinates or dates, which become no indicators by themselves. */
  unread(): string[] {
    if (this.indicatorWords.length > 0) return [];
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
