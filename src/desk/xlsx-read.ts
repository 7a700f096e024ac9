/** Reading .xlsx by exceljs, which is loaded only here and in `xlsx-write.ts`. */
import type { Cell as ExcelCell, CellValue, Workbook, Worksheet } from 'exceljs';
import type { Cell, SheetTable } from './cells.js';

/** The sheets of a workbook that can be seen or that the template hides itself. */
export async function readXlsx(bytes: ArrayBuffer): Promise<SheetTable[]> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook: Workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes, {
    ignoreNodes: ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'extLst'],
  });
  return workbook.worksheets.map(readSheet);
}

function readSheet(sheet: Worksheet): SheetTable {
  const rows: Cell[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      cells[column - 1] = readCell(cell);
    });
    rows[number - 1] = cells;
  });
  return { name: sheet.name, rows: [...rows].map((row) => row ?? []) };
}

function readCell(cell: ExcelCell): Cell {
  if (cell.isMerged && cell.master !== cell)
    return { broken: 'merged', shown: String(cell.text ?? '') };
  return readValue(cell.value, cell.numFmt ?? '');
}

const DAY_FORMAT = /d/i;

function readValue(value: CellValue, format: string): Cell {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return format.includes('%') ? { percent: value * 100 } : value;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return { broken: 'error', shown: '#DATE' };
    const shown = format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
    return {
      date: value.toISOString().slice(0, 10),
      precision: DAY_FORMAT.test(shown) ? 'day' : 'month',
    };
  }
  if ('error' in value) return { broken: 'error', shown: value.error };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value;
    if (result === undefined || result === null)
      return {
        broken: 'formula',
        shown: `=${'formula' in value ? value.formula : value.sharedFormula}`,
      };
    return readValue(result, format);
  }
  if ('hyperlink' in value) {
    const text: unknown = value.text;
    return typeof text === 'string' ? text : readValue(text as CellValue, format);
  }
  return undefined;
}
