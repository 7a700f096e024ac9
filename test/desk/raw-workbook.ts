/** Workbooks out of raw parts: what programs write that no library of ours would. */
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A cell of the sheet: `{ v: 0.985, format: '0.0%' }`; a plain string is a text. */
export interface RawCell {
  readonly v?: string | number;
  /** The cell's type: `n`, `str`, `d`, `e`, `b`. */
  readonly t?: string;
  readonly f?: string;
  readonly format?: string;
}
export type RawRow = readonly (RawCell | string | number | undefined)[];

export interface RawSheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
  readonly merges?: readonly string[];
  readonly hiddenLines?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly state?: string;
}

export interface RawOptions {
  readonly date1904?: boolean;
  /** The prefix of the workbook's namespace: `x:`. */
  readonly prefix?: string;
  /** The folder and the names of the parts. */
  readonly folder?: string;
}

/** The bytes of a workbook. */
export function rawWorkbook(sheets: readonly RawSheet[], options: RawOptions = {}): Uint8Array {
  const { prefix: p = '', folder = 'xl', date1904 } = options;
  const formats: string[] = [];
  const style = (format: string | undefined): string => {
    if (format === undefined) return '';
    if (!formats.includes(format)) formats.push(format);
    return ` s="${formats.indexOf(format) + 1}"`;
  };
  const cell = (value: RawRow[number], at: string): string => {
    if (value === undefined || value === '') return '';
    if (typeof value === 'number') return `<${p}c r="${at}"><${p}v>${value}</${p}v></${p}c>`;
    if (typeof value === 'string')
      return `<${p}c r="${at}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escape(value)}</${p}t></${p}is></${p}c>`;
    const type = value.t === undefined ? '' : ` t="${value.t}"`;
    const formula = value.f === undefined ? '' : `<${p}f>${escape(value.f)}</${p}f>`;
    const v = value.v === undefined ? '' : `<${p}v>${escape(String(value.v))}</${p}v>`;
    return `<${p}c r="${at}"${style(value.format)}${type}>${formula}${v}</${p}c>`;
  };
  const xmlns = p === '' ? 'xmlns' : `xmlns:${p.replace(':', '')}`;
  const sheetXml = ({ rows, merges = [], hiddenLines = [], hiddenColumns = [] }: RawSheet) => {
    const cols = hiddenColumns.map((n) => `<${p}col min="${n}" max="${n}" hidden="1"/>`).join('');
    const lines = rows.map((row, r) => {
      const cells = row.map((value, c) => cell(value, `${String.fromCharCode(65 + c)}${r + 1}`));
      const hidden = hiddenLines.includes(r + 1) ? ' hidden="1"' : '';
      return `<${p}row r="${r + 1}"${hidden}>${cells.join('')}</${p}row>`;
    });
    const ranges = merges.map((range) => `<${p}mergeCell ref="${range}"/>`).join('');
    return `<${p}worksheet ${xmlns}="${MAIN}">${cols && `<${p}cols>${cols}</${p}cols>`}<${p}sheetData>${lines.join('')}</${p}sheetData>${ranges && `<${p}mergeCells>${ranges}</${p}mergeCells>`}</${p}worksheet>`;
  };
  const parts = Object.fromEntries(
    sheets.map((sheet, i) => [`${folder}/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]),
  );
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/${folder}/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', `/${folder}/workbook.xml`)),
    [`${folder}/workbook.xml`]: `<${p}workbook ${xmlns}="${MAIN}" xmlns:r="${RELATIONS}"><${p}workbookPr${date1904 ? ' date1904="1"' : ''}/><${p}sheets>${sheets.map(({ name, state }, i) => `<${p}sheet name="${escape(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i + 1}"/>`).join('')}</${p}sheets></${p}workbook>`,
    [`${folder}/_rels/workbook.xml.rels`]: relations(
      ...sheets.map((_, i) => relation(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      relation('st', 'styles', 'styles.xml'),
    ),
    ...parts,
    [`${folder}/styles.xml`]: `<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escape(format)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** The template's sheets with lines of figures: area, indicator, date, value, target. */
export function rawFigures(
  rows: readonly RawRow[],
  more: { sheets?: readonly RawSheet[] } & RawOptions = {},
): Uint8Array {
  const { sheets = [], ...options } = more;
  return rawWorkbook(
    [
      {
        name: 'Thông tin',
        rows: [
          ['Mục', 'Nội dung'],
          ['Địa bàn công bố', 'Tỉnh Quảng Trị'],
          ['Đơn vị hành chính', 'từ 01/7/2025 (34 đơn vị cấp tỉnh)'],
        ],
      },
      {
        name: 'Số liệu',
        rows: [['Địa bàn (*)', 'Chỉ số (*)', 'Thời điểm (*)', 'Giá trị', 'Chỉ tiêu'], ...rows],
      },
      ...sheets,
    ],
    options,
  );
}
