/** Writing the template as .xlsx: drop-down lists, text formats, frozen headers, remarks on cells. */
import type { DataValidation, Worksheet } from 'exceljs';
import { columnLetters } from './cells.js';
import { INFO_LINES, type Column, type List } from './columns.js';
import { helpOf, templateSheets, type TemplateSheet } from './template.js';

/** Lines below the headers that have lists and formats. */
const PREPARED = 1000;
const ACCENT = 'FF0A5EA8';
const LINE = 'FFD5DCE3';
const SUNKEN = 'FFF2F5F8';

/** Where the words of a drop-down list stand. */
const LIST_SHEETS: Readonly<Record<List, string>> = {
  areas: "'Địa bàn'!$B$2:$B$5000",
  indicators: "'Chỉ số'!$B$2:$B$500",
  sources: "'Nguồn'!$A$2:$A$200",
  teams: "'Tổ'!$B$2:$B$20000",
  campaigns: "'Chiến dịch'!$A$2:$A$100",
};

/** The bytes of a new workbook for an area. */
export async function templateXlsx(
  area: string,
  created: Date,
  edition?: string,
): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs').catch(() => {
    throw new Error('the template is written by exceljs: npm install exceljs');
  });
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'tcns-data';
  workbook.created = created;
  workbook.modified = created;
  for (const plan of templateSheets(area, edition)) fill(workbook.addWorksheet(plan.name), plan);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function fill(sheet: Worksheet, plan: TemplateSheet): void {
  const isData = plan.key !== 'info' && plan.key !== 'guide' && plan.key !== 'example';
  sheet.columns = plan.columns.map((column) => ({
    header: column.required && isData ? `${column.header} (*)` : column.header,
    key: column.key,
    width: column.width ?? 14,
  }));
  sheet.views = [{ state: 'frozen', ySplit: 1, xSplit: isData ? 1 : 0 }];
  const header = sheet.getRow(1);
  header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  header.alignment = { vertical: 'middle', wrapText: true };
  header.height = 32;
  header.eachCell((cell, index) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ACCENT } };
    const help = plan.columns[index - 1] && helpOf(plan.columns[index - 1] as Column);
    if (isData && help) cell.note = help;
  });
  plan.rows.forEach((values, i) => {
    const row = sheet.getRow(i + 2);
    values.forEach((value, column) => {
      const cell = row.getCell(column + 1);
      cell.value = value === '' ? null : value;
      cell.numFmt = '@';
      if (!isData) cell.alignment = { wrapText: true, vertical: 'top' };
      if (plan.key === 'guide' && values[1] === '')
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: SUNKEN } };
    });
  });
  if (isData) prepare(sheet, plan);
  if (plan.key === 'info') prepareInfo(sheet);
}

/** Every cell below the headers is text, so that Excel keeps what is typed; lists where there are any. */
function prepare(sheet: Worksheet, plan: TemplateSheet): void {
  plan.columns.forEach((column, index) => {
    sheet.getColumn(index + 1).numFmt = '@';
    sheet.getColumn(index + 1).border = { bottom: { style: 'hair', color: { argb: LINE } } };
    const rule = validation(column);
    const letters = columnLetters(index);
    if (rule) ranged(sheet).dataValidations.add(`${letters}2:${letters}${PREPARED + 1}`, rule);
  });
}

function prepareInfo(sheet: Worksheet): void {
  INFO_LINES.forEach(({ choices }, i) => {
    if (choices)
      sheet.getCell(i + 2, 2).dataValidation = listOf(`"${Object.keys(choices).join(',')}"`, true);
  });
}

/** exceljs has rules for a range, but its types do not say so. */
const ranged = (sheet: Worksheet) =>
  sheet as unknown as { dataValidations: { add(range: string, rule: DataValidation): void } };

function validation({ choices, list, header, help }: Column): DataValidation | undefined {
  const prompt = {
    showInputMessage: true,
    promptTitle: header.slice(0, 32),
    prompt: help.slice(0, 250),
  };
  // A list is an offer: the desk understands more than it holds, so Excel only warns.
  if (list) return { ...listOf(LIST_SHEETS[list], false), ...prompt };
  if (!choices) return undefined;
  // A comma would end a word of the list: `test/desk` sees to it that no word has one.
  return { ...listOf(`"${Object.keys(choices).join(',')}"`, true), ...prompt };
}

function listOf(formula: string, strict: boolean): DataValidation {
  return {
    type: 'list',
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: strict,
    errorStyle: 'warning',
    errorTitle: 'Không có trong danh sách',
    error: 'Hãy chọn một mục trong danh sách.',
  };
}
