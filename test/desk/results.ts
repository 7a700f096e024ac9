/** How the tests of the data desk look at what it made. */
import type ExcelJS from 'exceljs';
import type { DeskResult } from '../../src/desk/desk.js';
import type { Documents } from '../../src/desk/published.js';
import { GOOD, type Typed } from './workbooks.js';

export const DAY = 86_400_000;
export type Observation = {
  area: string;
  indicator: string;
  at: string;
  value: number;
  corrected?: unknown;
  [more: string]: unknown;
};
export const observations = (result: DeskResult, path: string) =>
  (result.documents[path] as unknown as { observations: Observation[] }).observations;
export const texts = (result: DeskResult) =>
  Object.fromEntries(result.files.map(({ path, text }) => [path, text]));
/** What the next build finds published. */
export const published = (result: DeskResult) => ({
  published: result.documents as Documents,
  texts: texts(result),
});
/** The good workbook with other cells. */
export function changed(sheet: string, cells: Record<string, ExcelJS.CellValue>): Typed {
  return { ...GOOD, [sheet]: { ...GOOD[sheet], ...cells } };
}
