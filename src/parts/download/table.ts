/** The figures of a widget as an accessible table and as CSV: one model for both; loaded on demand. */
import { html, type TemplateResult } from 'lit';
import type { Envelope, Indicator, Observation, Source } from '../../api/figures.js';
import { areaName } from '../../i18n/area-names.js';
import { formatAt } from '../../i18n/dates.js';
import { isMissing } from '../../domain/observations.js';
import {
  correctionText,
  figureText,
  pairText,
  valueText,
  type Wording,
} from '../../i18n/figures.js';
import { handOver } from './canvas-picture.js';
import { textOf } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/translator.js';
import { viTable } from '../../i18n/vi.table.js';

/** A table of texts, as it is drawn. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly number?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Observations as a table, of one series newest first; columns that would be empty, or say one area in every row, are left out. */
export function observationTable(
  observations: readonly Observation[],
  { areas, indicators, sources }: Envelope,
  caption: string,
  w: Wording,
  places?: ReadonlyMap<Observation, string>,
): Table {
  useTexts(viTable);
  const { t, language } = w;
  const all = [
    { label: t('columnPlace'), of: (o: Observation) => places?.get(o) ?? '' },
    { label: t('columnDate'), of: (o: Observation) => dateOf(o, language) },
    {
      label: t('columnArea'),
      of: (o: Observation) => {
        const area = areas[o.area];
        return area ? areaName(area, language, o.at) : o.area;
      },
    },
    {
      label: t('columnIndicator'),
      of: (o: Observation) => textOf(indicators[o.indicator]?.name, language) || o.indicator,
    },
    {
      label: t('columnFigure'),
      number: true,
      of: (o: Observation) => figureCell(o, indicators[o.indicator], w),
    },
    {
      label: t('columnTarget'),
      number: true,
      of: (o: Observation) =>
        o.target === undefined ? '' : valueText(o.target, indicators[o.indicator], w),
    },
    { label: t('columnNote'), of: (o: Observation) => noteCell(o, indicators[o.indicator], w) },
    {
      label: t('columnSource'),
      of: (o: Observation) => {
        const source = sources[o.source ?? ''];
        return textOf(source?.publisher ?? source?.title, language);
      },
    },
  ];
  const oneArea = observations.every((o) => o.area === observations[0]?.area);
  const oneIndicator = observations.every((o) => o.indicator === observations[0]?.indicator);
  // A history is read from its newest figure back; areas keep their order.
  const ordered = oneArea && oneIndicator ? [...observations].reverse() : observations;
  const columns = all.filter(
    ({ label, of }) =>
      ordered.some((o) => of(o) !== '') &&
      !(oneArea && label === t('columnArea')) &&
      !(oneIndicator && label === t('columnIndicator')),
  );
  return { caption, columns, rows: ordered.map((o) => columns.map(({ of }) => of(o))) };
}

const dateOf = (o: Observation, language: string): string =>
  o.at ? formatAt(o.at, language, { approx: o.atApprox }) : '';

function figureCell(o: Observation, indicator: Indicator | undefined, w: Wording): string {
  if (isMissing(o)) return w.t('missing');
  const figure = figureText(o, indicator, w);
  return typeof o.value === 'number' && o.num !== undefined
    ? `${figure} (${pairText(o, w)})`
    : figure;
}

function noteCell(o: Observation, indicator: Indicator | undefined, w: Wording): string {
  const { t, language } = w;
  const status = o.status === 'estimated' || o.status === 'provisional' ? t(o.status) : '';
  const note = textOf(o.note, language);
  return [status, note, correctionText(o, indicator, w)].filter(Boolean).join('; ');
}

/** A table that can be scrolled with the keyboard, selected and copied. */
export function tableView({ caption, columns, rows }: Table): TemplateResult {
  return html`<div class="scroll" role="region" aria-label=${caption} tabindex="0">
    <table part="table">
      <caption class="sr">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((c) => html`<th scope="col" class=${c.number ? 'number' : ''}>${c.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((text, i) => html`<td class=${columns[i]?.number ? 'number' : ''}>${text}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
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
] as const;

/** Observations as CSV for spreadsheets and programs: raw values, a row an observation. */
export function observationCsv(
  observations: readonly Observation[],
  { areas, indicators, sources }: Envelope,
  { language, t }: Wording,
): string {
  const rows = observations.map((o): readonly Cell[] => {
    const indicator = indicators[o.indicator];
    const source = sources[o.source ?? ''];
    const area = areas[o.area];
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
    ];
  });
  return toCsv([CSV_COLUMNS, ...rows]);
}

/** The source's name; what is invented says so in every line of a download. */
function sourceText(source: Source | undefined, language: string, sample: string): string {
  const name = textOf(source?.publisher ?? source?.title, language);
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
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
