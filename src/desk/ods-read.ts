/**
 * Reading OpenDocument spreadsheets (.ods, .fods), as LibreOffice keeps them. A cell holds its value
 * and, as `text:p`, what it shows: the same rule as for .xlsx holds, what is shown is what counts.
 */
import { unzipSync } from 'fflate';
import { isMasked, type Cell, type DateCell, type Merge, type SheetTable } from './cells.js';
import { sheetTable } from './sheet-table.js';
import { shownNumber } from './shown-cells.js';
import { attribute, readXml, type Attributes, type XmlHandlers } from './xml-stream.js';

/** Elements inside a cell whose text is not the cell's: remarks, drawings, readings of words. */
const ASIDE = new Set([
  'annotation',
  'ruby-text',
  'frame',
  'custom-shape',
  'shape',
  'g',
  'control',
]);
/** Lines and columns of a sheet; more of them in a file are no sheet. */
const MOST_LINES = 1_048_576;
const MOST_COLUMNS = 16_384;

/** How much of a date a style shows, and whether words of its own stand around it. */
interface DateForm {
  year?: boolean;
  month?: boolean;
  day?: boolean;
  inWords?: boolean;
}

/** The styles that say something of cells and sheets. */
class Styles {
  readonly dates = new Map<string, DateForm>();
  readonly hiddenSheets = new Set<string>();
  private readonly cells = new Map<string, { form?: string; parent?: string }>();
  private style = '';
  private form: DateForm | undefined;
  private isText = false;

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'style') this.startStyle(attributes);
      else if (name === 'date-style') {
        this.form = {};
        this.dates.set(attribute(attributes, 'name') ?? '', this.form);
      } else if (name === 'table-properties' && attribute(attributes, 'display') === 'false')
        this.hiddenSheets.add(this.style);
      else if (this.form) {
        if (name === 'year' || name === 'month' || name === 'day') this.form[name] = true;
        if (name === 'quarter') this.form.inWords = true;
        this.isText = name === 'text';
      }
    },
    text: (text) => {
      if (this.form && this.isText && /[\p{L}\d]/u.test(text)) this.form.inWords = true;
    },
    close: (name) => {
      if (name === 'date-style') this.form = undefined;
      if (name === 'text') this.isText = false;
    },
  };

  private startStyle(attributes: Attributes): void {
    this.style = attribute(attributes, 'name') ?? '';
    const form = attribute(attributes, 'data-style-name');
    const parent = attribute(attributes, 'parent-style-name');
    if (form !== undefined || parent !== undefined)
      this.cells.set(this.style, {
        ...(form === undefined ? {} : { form }),
        ...(parent === undefined ? {} : { parent }),
      });
  }

  /** The form of the dates in cells of a style; `undefined` where no style says it. */
  dateForm(name: string | undefined): DateForm | undefined {
    for (let at = name, depth = 0; at !== undefined && depth < 20; depth++) {
      const style = this.cells.get(at);
      if (style?.form !== undefined) return this.dates.get(style.form);
      at = style?.parent;
    }
    return undefined;
  }
}

/** A cell as it stands in the file. */
interface RawCell {
  readonly attributes: Attributes;
  readonly isCovered: boolean;
  readonly paragraphs: string[];
}

class SheetsReader {
  readonly sheets: SheetTable[] = [];
  private name = '';
  private isHidden = false;
  private isForeign = false;
  private rows: Cell[][] = [];
  private merges: Merge[] = [];
  private hiddenLines: number[] = [];
  private hiddenColumns: number[] = [];
  private columnStyles: (string | undefined)[] = [];
  private line = 0;
  private row: Cell[] = [];
  private rowAttributes: Attributes = {};
  private column = 0;
  private cell: RawCell | undefined;
  /** Depth of elements whose text is not the cell's. */
  private aside = 0;
  private depth = 0;
  private isInTable = false;

  constructor(
    private readonly styles: Styles,
    /** Whether the program that wrote the file says what cells show. */
    private readonly showsTexts: boolean,
  ) {}

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (this.aside > 0 || (this.cell && ASIDE.has(name))) this.aside += 1;
      else if (name === 'table') this.startSheet(attributes);
      else if (!this.isInTable) return;
      else if (name === 'table-source') this.isForeign = true;
      else if (name === 'table-column') this.addColumns(attributes);
      else if (name === 'table-row') this.startRow(attributes);
      else if (name === 'table-cell' || name === 'covered-table-cell')
        this.cell = { attributes, isCovered: name !== 'table-cell', paragraphs: [] };
      else if (this.cell) this.openText(name, attributes);
    },
    text: (text) => {
      if (this.cell && this.aside === 0 && this.depth > 0) this.write(text.replace(/\s+/g, ' '));
    },
    close: (name) => {
      if (this.aside > 0) this.aside -= 1;
      else if (name === 'table') this.endSheet();
      else if (name === 'table-row') this.endRow();
      else if (name === 'table-cell' || name === 'covered-table-cell') this.endCell();
      else if (name === 'p' && this.depth > 0) this.depth -= 1;
    },
  };

  private startSheet(attributes: Attributes): void {
    if (this.isInTable) return;
    this.isInTable = true;
    this.name = attribute(attributes, 'name') ?? '';
    this.isHidden = this.styles.hiddenSheets.has(attribute(attributes, 'style-name') ?? '');
    this.isForeign = false;
    [this.rows, this.merges, this.hiddenLines, this.hiddenColumns] = [[], [], [], []];
    [this.columnStyles, this.line] = [[], 0];
  }

  private endSheet(): void {
    this.isInTable = false;
    // What LibreOffice keeps of another file that a formula refers to is no sheet of this one.
    if (this.isForeign) return;
    const { name, isHidden, rows, merges, hiddenLines, hiddenColumns } = this;
    this.sheets.push(sheetTable({ name, isHidden, rows, merges, hiddenLines, hiddenColumns }));
  }

  private addColumns(attributes: Attributes): void {
    const count = Math.min(countOf(attributes, 'number-columns-repeated'), MOST_COLUMNS);
    const isHidden = isHiddenPart(attributes);
    const style = attribute(attributes, 'default-cell-style-name');
    for (let i = 0; i < count; i++) {
      // The last columns of a sheet are often hidden all at once: 16.384 of them say nothing.
      if (isHidden && this.columnStyles.length < 500)
        this.hiddenColumns.push(this.columnStyles.length);
      this.columnStyles.push(style);
    }
  }

  private startRow(attributes: Attributes): void {
    this.rowAttributes = attributes;
    this.row = [];
    this.column = 0;
  }

  private endRow(): void {
    const count = countOf(this.rowAttributes, 'number-rows-repeated');
    if (this.row.length > 0) {
      if (this.line + count > MOST_LINES) throw new Error('more lines than a sheet has');
      const isHidden = isHiddenPart(this.rowAttributes);
      for (let i = 0; i < count; i++) {
        this.rows[this.line + i] = i === 0 ? this.row : [...this.row];
        if (isHidden) this.hiddenLines.push(this.line + i);
      }
    }
    this.line += count;
  }

  private openText(name: string, attributes: Attributes): void {
    if (name === 'p') {
      if (this.depth === 0) this.cell?.paragraphs.push('');
      this.depth += 1;
    } else if (name === 's') this.write(' '.repeat(Math.min(countOf(attributes, 'c'), 1000)));
    else if (name === 'tab') this.write('\t');
    else if (name === 'line-break') this.write('\n');
  }

  private write(text: string): void {
    const { paragraphs } = this.cell ?? { paragraphs: [''] };
    paragraphs[paragraphs.length - 1] += text;
  }

  private endCell(): void {
    const raw = this.cell;
    this.cell = undefined;
    if (!raw) return;
    const count = countOf(raw.attributes, 'number-columns-repeated');
    if (!raw.isCovered) {
      this.addMerge(raw.attributes);
      const cell = this.read(raw);
      if (cell !== undefined)
        for (let i = 0; i < count && this.column + i < MOST_COLUMNS; i++)
          this.row[this.column + i] = cell;
    }
    this.column += count;
  }

  private addMerge(attributes: Attributes): void {
    const columns = countOf(attributes, 'number-columns-spanned');
    const lines = countOf(attributes, 'number-rows-spanned');
    if (columns === 1 && lines === 1) return;
    this.merges.push({
      top: this.line,
      left: this.column,
      bottom: this.line + lines - 1,
      right: this.column + columns - 1,
    });
  }

  private read({ attributes, paragraphs }: RawCell): Cell {
    const shown = paragraphs.map((text) => text.trim()).join('\n');
    const types = Object.entries(attributes).flatMap(([name, value]) =>
      /(^|:)value-type$/.test(name) ? [value] : [],
    );
    const formula = attribute(attributes, 'formula');
    if (types.includes('error') || (formula !== undefined && ERROR.test(shown)))
      return { broken: 'error', shown };
    const [type] = types;
    if (type === 'boolean') return attribute(attributes, 'boolean-value') === 'true';
    if (type === 'date') return this.dateOf(attributes, shown);
    if (type === 'float' || type === 'percentage' || type === 'currency') {
      const value = Number(attribute(attributes, 'value') ?? NaN);
      if (Number.isNaN(value)) return { broken: 'error', shown };
      return numberOf(value, paragraphs.length > 0 || this.showsTexts ? shown : undefined, type);
    }
    if (type === undefined && formula !== undefined && shown === '')
      return { broken: 'formula', shown: formula.replace(/^\w+:(?==)/, '') };
    const text = shown || (attribute(attributes, 'string-value') ?? '');
    return text === '' ? undefined : text;
  }

  private dateOf(attributes: Attributes, shown: string): Cell {
    const value = attribute(attributes, 'date-value') ?? '';
    const date = /^\d{4}-\d\d-\d\d/.exec(value)?.[0];
    if (date === undefined || Number.isNaN(Date.parse(date))) return { broken: 'error', shown };
    const style = attribute(attributes, 'style-name') ?? this.styleHere();
    const form = this.styles.dateForm(style);
    if (!form) return { date, precision: 'day' };
    // "Quý III/2026" is the office's own word for its date: it is read as if it had been typed.
    if (form.inWords && shown !== '') return shown;
    const precision = precisionOf(form);
    return precision === 'none' ? { date, precision, shown } : { date, precision };
  }

  /** The style of a cell that has none of its own: its line's, else its column's. */
  private styleHere(): string | undefined {
    return (
      attribute(this.rowAttributes, 'default-cell-style-name') ?? this.columnStyles[this.column]
    );
  }
}

const ERROR = /^(#(REF|DIV\/0|N\/A|NAME|VALUE|NUM|NULL)[!?]?|(Err|Lỗi):\d+)$/i;

const precisionOf = ({ year, month, day }: DateForm): DateCell['precision'] =>
  !year ? 'none' : day && month ? 'day' : month ? 'month' : day ? 'none' : 'year';

/** A number and what its cell shows, which is in the writing of the office's language. */
function numberOf(value: number, shown: string | undefined, type: string): Cell {
  if (shown === undefined)
    return type === 'percentage'
      ? { percent: Number((value * 100).toPrecision(12)) }
      : Number(value.toPrecision(12));
  const text = shown.replace(/[\u00a0\u202f]/g, ' ').trim();
  const number = shownNumber(value, text);
  if (!isMasked(number)) return number;
  // 1,234.5 in a file of an English office: the number that is kept tells which mark is which.
  const other = shownNumber(
    value,
    text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')),
  );
  return isMasked(other) ? number : other;
}

function countOf(attributes: Attributes, name: string): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

const isHiddenPart = (attributes: Attributes): boolean =>
  ['collapse', 'filter'].includes(attribute(attributes, 'visibility') ?? 'visible');

/** The sheets out of XML: the content of a package, or a flat file (.fods) that is all of it. */
function sheetsIn(content: Uint8Array, styles: Styles): SheetTable[] {
  let showsTexts = false;
  let isNumber = false;
  readXml(content, {
    ...styles.handlers,
    open(name, attributes) {
      styles.handlers.open(name, attributes);
      if (name === 'table-cell') isNumber = attribute(attributes, 'value') !== undefined;
      else if (name === 'p' && isNumber) showsTexts = true;
    },
  });
  const reader = new SheetsReader(styles, showsTexts);
  readXml(content, reader.handlers);
  return reader.sheets;
}

/** A spreadsheet with a password; the caller says so. */
export class LockedFile extends Error {}

/** All sheets of a spreadsheet, those that are hidden too; throws for what is none. */
export function readOds(bytes: Uint8Array): SheetTable[] {
  const styles = new Styles();
  if (bytes[0] !== 0x50) return sheetsIn(bytes, styles);
  const parts = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml']);
  const files = unzipSync(bytes, { filter: ({ name }) => parts.has(name) });
  const manifest = files['META-INF/manifest.xml'];
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw new LockedFile();
  const content = files['content.xml'];
  if (!content) throw new Error('no content part');
  if (files['styles.xml']) readXml(files['styles.xml'], styles.handlers);
  return sheetsIn(content, styles);
}
