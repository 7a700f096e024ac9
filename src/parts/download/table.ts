/** The figures of a widget as an accessible table and as CSV: one model for both; loaded on demand. */
import { MOST_ROWS } from '../../api/limits.js';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Observation, Source } from '../../api/figures.js';
import { correctionText } from '../../i18n/correction-text.js';
import { areaName, nameBeside, sharedNames } from '../../i18n/area-names.js';
import { formatAt } from '../../i18n/dates.js';
import { isMissing } from '../../domain/observations.js';
import {
  areaOf,
  indicatorOf,
  sourceOf,
  type SourcedObservation,
} from '../../domain/sourced-observation.js';
import { figureText, pairText, valueText, type Wording } from '../../i18n/figures.js';
import { addStyles } from '../base/late-styles.js';
import { tableStyles } from '../styles/table.styles.js';
import { handOver } from './canvas-picture.js';
import { nameOrder } from '../../i18n/order.js';
import { textOf } from '../../i18n/texts.js';
import type { FiguresShown } from '../base/figures-shown.js';
import { translator, useTexts } from '../../i18n/translator.js';
import { viTable } from '../../i18n/vi.table.js';
import { after } from '../../data/timers.js';

/** What a row is sorted by in one column; `undefined` for a cell without a figure or a text. */
type SortKey = string | number | undefined;

/** A table of texts, as it is drawn. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly number?: boolean }[];
  readonly rows: readonly TableRow[];
  /** The language in whose order its texts are sorted. */
  readonly language: string;
}

export interface TableRow {
  readonly cells: readonly string[];
  /** What each cell is sorted by. */
  readonly keys: readonly SortKey[];
}

/**
 * Observations as a table: of one series newest first, of several areas in the order of their names with
 * figures before blanks. Columns that would be empty, or say one area in every row, are left out.
 */
export function observationTable(
  figures: readonly SourcedObservation[],
  caption: string,
  w: Wording,
  ranks?: ReadonlyMap<Observation, string>,
): Table {
  useTexts(viTable);
  const { t, language } = w;
  const isSame = (of: (figure: SourcedObservation) => string) =>
    figures.every((figure) => figures[0] && of(figure) === of(figures[0]));
  const oneArea = isSame(({ observation }) => observation.area);
  const oneIndicator =
    isSame(({ observation }) => observation.indicator) &&
    isSame((figure) => indicatorCell(figure, language));
  const areaCell = areaCells(figures, language);
  const ordered =
    oneArea && oneIndicator
      ? [...figures].reverse()
      : oneArea || ranks
        ? figures
        : byArea(figures, areaCell, language);
  const isArea = ({ label }: Column) => label === t('columnArea');
  const columns = columnsOf(w, areaCell, ranks).filter(
    ({ label, of }) =>
      ordered.some((figure) => of(figure) !== '') &&
      !(oneArea && label === t('columnArea')) &&
      !(oneIndicator && label === t('columnIndicator')),
  );
  // Of many areas a reader looks up a name, so it comes first; of one area a date.
  const isOfAreas = oneIndicator && !oneArea && !ranks;
  if (isOfAreas) columns.sort((a, b) => Number(isArea(b)) - Number(isArea(a)));
  const rows = ordered.map((figure) => ({
    cells: columns.map(({ of }) => of(figure)),
    keys: columns.map(({ of, key }) =>
      key ? (key(figure) ?? undefined) : of(figure) || undefined,
    ),
  }));
  return { caption, columns, rows, language };
}

/** All columns, from the left. */
function columnsOf(
  w: Wording,
  areaCell: AreaCell,
  ranks: ReadonlyMap<Observation, string> | undefined,
): readonly Column[] {
  const { t, language } = w;
  return [
    { label: t('columnPlace'), of: ({ observation }) => ranks?.get(observation) ?? '' },
    {
      label: t('columnDate'),
      of: ({ observation }) => dateOf(observation, language),
      key: ({ observation }) => observation.at,
    },
    { label: t('columnArea'), of: areaCell },
    { label: t('columnIndicator'), of: (figure) => indicatorCell(figure, language) },
    {
      label: t('columnFigure'),
      number: true,
      of: (figure) => figureCell(figure, w),
      key: ({ observation }) => observation.value ?? observation.range?.[0],
    },
    {
      label: t('columnTarget'),
      number: true,
      of: (figure) => targetCell(figure, w),
      key: ({ observation }) => observation.target,
    },
    { label: t('columnNote'), of: (figure) => noteCell(figure, w) },
    { label: t('columnSource'), of: (figure) => sourceName(sourceOf(figure), language) },
  ];
}

/** Areas by name, figures before blanks; figures of one area keep their order. */
function byArea(
  figures: readonly SourcedObservation[],
  areaCell: AreaCell,
  language: string,
): SourcedObservation[] {
  const rows = figures.map((figure) => ({ figure, name: areaCell(figure) }));
  const compare = nameOrder(language);
  rows.sort(
    (a, b) =>
      +isMissing(a.figure.observation) - +isMissing(b.figure.observation) ||
      compare(a.name, b.name),
  );
  return rows.map(({ figure }) => figure);
}

interface Column {
  readonly label: string;
  readonly number?: boolean;
  readonly of: (figure: SourcedObservation) => string;
  /** What the column is sorted by, where that is not its text. */
  readonly key?: (figure: SourcedObservation) => SortKey | null;
}

const dateOf = (o: Observation, language: string): string =>
  o.at ? formatAt(o.at, language, { approx: o.atApprox }) : '';

type AreaCell = (figure: SourcedObservation) => string;

/** The names of the areas of a table: with their kind where two areas of it have one name. */
function areaCells(figures: readonly SourcedObservation[], language: string): AreaCell {
  const shared = sharedNames(
    figures.map((figure) => [figure.observation.area, areaOf(figure), figure.observation.at]),
    language,
  );
  return (figure) => {
    const area = areaOf(figure);
    const { area: id, at } = figure.observation;
    return area ? nameBeside(area, language, at, shared, (above) => figure.doc.areas[above]) : id;
  };
}

const indicatorCell = (figure: SourcedObservation, language: string): string =>
  textOf(indicatorOf(figure)?.name, language) || figure.observation.indicator;

function figureCell(sourced: SourcedObservation, w: Wording): string {
  const o = sourced.observation;
  if (isMissing(o)) return w.t('missing');
  const figure = figureText(o, indicatorOf(sourced), w);
  return typeof o.value === 'number' && o.num !== undefined
    ? `${figure} (${pairText(o, w)})`
    : figure;
}

function targetCell(figure: SourcedObservation, w: Wording): string {
  const { target } = figure.observation;
  return target === undefined ? '' : valueText(target, indicatorOf(figure), w);
}

function noteCell(figure: SourcedObservation, w: Wording): string {
  const { t, language } = w;
  const o = figure.observation;
  const status = o.status === 'estimated' || o.status === 'provisional' ? t(o.status) : '';
  const note = textOf(o.note, language);
  return [status, note, correctionText(o, indicatorOf(figure), w)].filter(Boolean).join('; ');
}

const sourceName = (source: Source | undefined, language: string): string =>
  textOf(source?.publisher ?? source?.title, language);

interface SortOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** The order that a reader chose, by widget. */
const orders = new WeakMap<object, SortOrder>();

/** The rows in the order of one column; cells without a figure or a text come last in both directions. */
function sortRows(
  rows: readonly TableRow[],
  { column, descending }: SortOrder,
  language: string,
): TableRow[] {
  const compare = nameOrder(language);
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [one.keys[column], other.keys[column]];
    if (a === undefined || b === undefined) return +(a === undefined) - +(b === undefined);
    return (
      sign *
      (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)))
    );
  });
}

/**
 * A table that can be scrolled with the keyboard, sorted by each column, selected and copied.
 *
 * @param host - the widget, which is drawn anew when a reader chooses an order
 */
export function tableView({ caption, columns, rows, language }: Table, host: LitElement): unknown {
  addStyles(host, tableStyles);
  const order = orders.get(host);
  const sort = (column: number): void => {
    orders.set(host, { column, descending: order?.column === column && !order.descending });
    host.requestUpdate();
  };
  // A group, not a landmark, because two widgets of a page may have one title.
  return html`<div class="scroll" role="group" aria-label=${caption} tabindex="0">
    <table part="table">
      <caption class="sr">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((c, column) => headCell(c, order?.column === column ? order : undefined, () => sort(column)))}
        </tr>
      </thead>
      <tbody>
        ${(order ? sortRows(rows, order, language) : rows).slice(0, MOST_ROWS).map(
          ({ cells }) =>
            html`<tr>
              ${cells.map((text, i) => html`<td class=${columns[i]?.number ? 'number' : ''}>${text}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      rows.length > MOST_ROWS
        ? html`<p class="muted">
            ${translator(language)('tableCut', { n: MOST_ROWS, total: rows.length })}
          </p>`
        : nothing
    }
  </div>`;
}

/** @param order - where the table is sorted by this column */
function headCell(
  { label, number }: Table['columns'][number],
  order: SortOrder | undefined,
  sort: () => void,
): TemplateResult {
  const direction = order?.descending ? 'descending' : 'ascending';
  return html`<th
    scope="col"
    class=${number ? 'number' : ''}
    aria-sort=${order ? direction : nothing}
  >
    <button class="link" @click=${sort}>
      ${label}${order ? html`<span aria-hidden="true"> ${order.descending ? '▼' : '▲'}</span>` : nothing}
    </button>
  </th>`;
}

const CSV_COLUMNS = [
  'area',
  'area_name',
  'indicator',
  'indicator_name',
  'unit',
  'at',
  'at_approx',
  'value',
  'approx',
  'range_from',
  'range_to',
  'num',
  'den',
  'status',
  'target',
  'note',
  'source',
  'source_url',
  'sample',
  'corrected_at',
  'corrected_was',
] as const;

/** Saves the figures on the screen as a CSV file that is named by their area or campaign. */
export function saveFigures(
  {
    area,
    campaign,
  }: { readonly area?: string | undefined; readonly campaign?: string | undefined },
  shown: FiguresShown | undefined,
  w: Wording,
): void {
  if (!shown) return;
  const about = area ?? campaign ?? shown.figures[0]?.observation.area ?? 'so-lieu';
  downloadText(`tcns-${about}.csv`.replace(/[^\w.-]+/g, '-'), observationCsv(shown.figures, w));
}

/** Observations as CSV for spreadsheets and programs: raw values, a row an observation. */
export function observationCsv(
  figures: readonly SourcedObservation[],
  { language, t }: Wording,
): string {
  const rows = figures.map((figure): readonly Cell[] => {
    const o = figure.observation;
    const indicator = indicatorOf(figure);
    const source = sourceOf(figure);
    const area = areaOf(figure);
    return [
      o.area,
      area && areaName(area, language, o.at),
      o.indicator,
      textOf(indicator?.name, language),
      textOf(indicator?.unit, language),
      o.at,
      o.atApprox,
      o.value,
      o.approx,
      o.range?.[0],
      o.range?.[1],
      o.num,
      o.den,
      o.status,
      o.target,
      textOf(o.note, language),
      sourceText(source, language, source?.sample ? t('sample') : ''),
      source?.url,
      source?.sample,
      o.corrected?.at,
      o.corrected?.was,
    ];
  });
  return toCsv([CSV_COLUMNS, ...rows]);
}

/** The source's name; what is invented says so in every line of a download. */
function sourceText(source: Source | undefined, language: string, sample: string): string {
  const name = sourceName(source, language);
  return sample && !name.includes(sample) ? `${name} (${sample})` : name;
}

/** What a cell of a CSV file can hold. */
export type Cell = string | number | boolean | null | undefined;

/** RFC 4180 with a byte order mark, without which Excel misreads Vietnamese. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === undefined || value === null) return '';
  let text = String(value);
  // A text that begins like a formula would be run by a spreadsheet.
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  handOver(name, url);
  after(10_000, () => URL.revokeObjectURL(url));
}
