/** What a new workbook holds: sheets as rows of texts, for .xlsx and for CSV alike. */
import { ownMember } from '../api/own-member.js';
import type { Area, Indicator } from '../api/figures.js';
import { areaKind } from '../domain/areas.js';
import { fullAreaName } from '../i18n/area-names.js';
import { codeOf, editionOf } from '../domain/editions.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import {
  BETTER,
  EXAMPLE_SHEET,
  GUIDE_SHEET,
  INFO_LINES,
  INFO_SHEET,
  KINDS,
  SHEETS,
  type Column,
  type SheetKey,
} from './columns.js';
import { EXAMPLE_FIGURES } from './example.js';
import { standardIndicators } from './indicators.js';

export interface TemplateSheet {
  readonly name: string;
  readonly file: string;
  readonly key: SheetKey | 'info' | 'guide' | 'example';
  readonly columns: readonly Column[];
  /** Below the headers. */
  readonly rows: readonly (readonly string[])[];
}

/** A workbook for an area: `44@2025`; with `example`, figures of it that can be built at once. */
export function templateSheets(area: string, defaultEdition = '2025'): TemplateSheet[] {
  const edition = editionOf(area) ?? defaultEdition;
  const data = SHEETS.map(({ key, name, file, columns }): TemplateSheet => ({
    key,
    name,
    file,
    columns,
    rows: rowsOf(key, area, edition),
  }));
  return [guideSheet(), infoSheet(area, edition), ...data, exampleSheet()];
}

function rowsOf(key: SheetKey, area: string, edition: string): string[][] {
  if (key === 'areas') return areaRows(area, edition);
  if (key === 'indicators') return Object.entries(standardIndicators(edition)).map(indicatorRow);
  return [];
}

const say = (text: Indicator['name'] | undefined, language: string): string =>
  text === undefined
    ? ''
    : typeof text === 'string'
      ? language === 'vi'
        ? text
        : ''
      : (text[language] ?? '');
const wordFor = (words: Readonly<Record<string, string>>, meaning: string | undefined): string =>
  Object.entries(words).find(([, value]) => value === meaning)?.[0] ?? '';

function indicatorRow([id, indicator]: [string, Indicator]): string[] {
  const { name, unit, better, aggregate, of, decimals, definition } = indicator;
  return [
    id,
    say(name, 'vi'),
    say(name, 'en'),
    say(unit, 'vi'),
    say(unit, 'en'),
    wordFor(BETTER, better),
    aggregate ? 'Có' : 'Không',
    of === undefined ? '' : String(of),
    decimals === undefined ? '' : String(decimals),
    say(definition, 'vi'),
  ];
}

function infoSheet(area: string, edition: string): TemplateSheet {
  const province = ownMember(PROVINCES, area);
  const values: Readonly<Record<string, string>> = {
    area: area === 'vn' ? 'Cả nước' : province ? provinceName(province) : area,
    edition: wordFor(INFO_LINES[1]?.choices ?? {}, edition),
    term: 'Tổ công nghệ số cộng đồng',
  };
  const columns: Column[] = [
    { key: 'label', header: 'Mục', help: '', width: 30 },
    { key: 'value', header: 'Nội dung', help: '', width: 42 },
    { key: 'help', header: 'Giải thích', help: '', width: 70 },
  ];
  const rows = INFO_LINES.map(({ key, header, help }) => [header, values[key] ?? '', help]);
  return { ...INFO_SHEET, key: 'info', columns, rows };
}

function guideSheet(): TemplateSheet {
  const columns: Column[] = [
    { key: 'sheet', header: 'Trang tính', help: '', width: 24 },
    { key: 'column', header: 'Cột', help: '', width: 26 },
    { key: 'required', header: 'Bắt buộc', help: '', width: 12 },
    { key: 'help', header: 'Cách ghi', help: '', width: 100 },
  ];
  const rows = SHEETS.flatMap(({ name, help, columns: all }) => [
    [name, '', '', help],
    ...all.map((column) => [name, column.header, column.required ? 'Có' : '', helpOf(column)]),
  ]);
  return { name: GUIDE_SHEET, file: 'huong-dan', key: 'guide', columns, rows };
}

/** The help of a column with the words of its list. */
export function helpOf({ help, choices }: Column): string {
  return choices ? `${help} Các lựa chọn: ${Object.keys(choices).join('; ')}.`.trim() : help;
}

/** Filled lines from newspaper articles: what each form of a figure looks like. Never read. */
function exampleSheet(): TemplateSheet {
  const columns = (SHEETS[0]?.columns ?? []).map((column) => ({ ...column }));
  return { name: EXAMPLE_SHEET, file: 'vi-du', key: 'example', columns, rows: EXAMPLE_FIGURES };
}

/** "Tỉnh Quảng Trị", "Thành phố Đà Nẵng": with its kind, as a commune may have the same name. */
function provinceName(area: Area): string {
  return fullAreaName(area, 'vi')
    .replace(/^TP\. ?/, 'Thành phố ')
    .replace(/^./, (first) => first.toUpperCase());
}

/** The provinces that a line may name, for the drop-down list: the area itself, or all of them. */
function areaRows(area: string, edition: string): string[][] {
  const province = ownMember(PROVINCES, area);
  const listed =
    area === 'vn'
      ? Object.entries(PROVINCES).filter(([id]) => editionOf(id) === edition)
      : province
        ? [[area, province] as const]
        : [];
  return listed.map(([id, item]) => [
    codeOf(id),
    provinceName(item),
    wordFor(KINDS, areaKind(item)),
    '',
  ]);
}
