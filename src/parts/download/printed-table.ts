/** The table under a picture on paper. It comes when the page has nothing else to do. */
import {
  css,
  html,
  nothing,
  render,
  type LitElement,
  type ReactiveController,
  type TemplateResult,
} from 'lit';
import { MOST_ROWS } from '../../api/limits.js';
import { listen, pageDocument, unlisten } from '../../data/page-base.js';
import { sourceOf } from '../../domain/sourced-observation.js';
import { capital } from '../../i18n/capital.js';
import { translator } from '../../i18n/translator.js';
import type { PaperFigures } from '../base/figures-shown.js';
import { addStyles } from '../base/late-styles.js';
import { observationTable, type Table, type TableRow } from './table.js';

/** From this many rows on, a table of few columns stands in two halves, because that keeps it under its picture. */
const MANY_ROWS = 12;
const FEW_COLUMNS = 3;
/** Up to this many rows a table stands on one page with its caption, as its two halves do with twice as many. */
const MOST_ON_A_PAGE = 24;
/** From this many areas without a figure on, their names stand in one sentence, because a row each fills a page. */
const MANY_BLANKS = 4;

const styles = css`
  @media screen {
    .paper {
      display: none;
    }
  }

  .paper {
    margin-top: calc(var(--_space) * 3);
    color: var(--_text);
    font-size: 12px;
    line-height: 1.3;
  }

  .paper .caption {
    margin: 0 0 calc(var(--_space) * 2);
    font-weight: 600;
    break-after: avoid;
  }

  /* What fits on a page is read on one. */
  .paper.short {
    break-inside: avoid;
  }

  .paper .halves {
    columns: 2;
    column-gap: calc(var(--_space) * 8);
  }

  .paper table {
    width: 100%;
    border-collapse: collapse;
    font: inherit;
    color: inherit;
  }

  .paper thead {
    display: table-header-group;
  }

  .paper tr {
    break-inside: avoid;
  }

  /* No page has the head and one row alone, and no page the last row alone. */
  .paper thead,
  .paper tbody tr:nth-child(-n + 3) {
    break-after: avoid;
  }

  .paper tbody tr:nth-last-child(-n + 3) {
    break-before: avoid;
  }

  .paper .blanks {
    margin-top: calc(var(--_space) * 2);
    break-before: avoid;
  }

  .paper th,
  .paper td {
    padding: 2px calc(var(--_space) * 2) 2px 0;
    border-bottom: 1px solid var(--_line);
    text-align: left;
    vertical-align: top;
    font-weight: 400;
  }

  .paper th {
    color: var(--_muted);
    font-weight: 600;
  }

  .paper .number {
    text-align: right;
  }
`;

/** The table that a widget has on paper only. */
export class PrintedTable implements ReactiveController {
  private shown: HTMLElement | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly figures: () => PaperFigures | undefined,
  ) {
    addStyles(host, styles);
    // A page that is paused makes no HTML of a template that was never drawn (Trusted Types).
    render(
      tableOnPaper(
        { caption: '', columns: [{ label: '' }], rows: [EMPTY_ROW], language: 'vi' },
        [],
        'x',
      ),
      pageDocument.createElement('div'),
    );
    host.addController(this);
  }

  hostConnected(): void {
    listen('beforeprint', this.show);
    listen('afterprint', this.hide);
  }

  hostDisconnected(): void {
    unlisten('beforeprint', this.show);
    unlisten('afterprint', this.hide);
    this.hide();
  }

  private readonly show = (): void => {
    this.hide();
    const printed = this.figures();
    const root = this.host.renderRoot.querySelector('.root');
    if (!printed?.figures.length || !root) return;
    const { figures, ranks, title, wording } = printed;
    const { t } = wording;
    const isSample = figures.some((figure) => sourceOf(figure)?.sample);
    const caption = isSample ? `${title} (${t('sample')})` : title;
    const table = observationTable(figures, caption, wording, ranks);
    const { rows, names } = apart(table, t('columnArea'), t('columnFigure'));
    const blanks = names.length > 0 ? `${t('missing')}: ${names.join(', ')}.` : '';
    this.shown = pageDocument.createElement('div');
    this.shown.className = 'paper';
    const common = ['columnDate', 'columnSource'] as const;
    const halves = rows.length >= MANY_ROWS ? 2 : 1;
    this.shown.classList.toggle('short', rows.length <= MOST_ON_A_PAGE * halves);
    render(
      tableOnPaper(
        { ...table, rows },
        common.map((key) => t(key)),
        blanks,
      ),
      this.shown,
    );
    root.append(this.shown);
  };

  private readonly hide = (): void => {
    this.shown?.remove();
    this.shown = undefined;
  };
}

const EMPTY_ROW = { cells: [''], keys: [''] };

/** Many areas of which nothing is known leave the table: the rows that stay, and their names. */
function apart(
  { columns, rows }: Table,
  areaLabel: string,
  figureLabel: string,
): { rows: Table['rows']; names: readonly string[] } {
  const [area, figure] = [areaLabel, figureLabel].map((one) =>
    columns.findIndex(({ label }) => label === one),
  ) as [number, number];
  const isBlank = ({ cells, keys }: TableRow) =>
    keys[figure] === undefined && cells.every((cell, i) => i === area || i === figure || !cell);
  const blanks = area < 0 || figure < 0 ? [] : rows.filter(isBlank);
  if (blanks.length < MANY_BLANKS) return { rows, names: [] };
  return {
    rows: rows.filter((row) => !isBlank(row)),
    names: blanks.map(({ cells }) => cells[area] ?? ''),
  };
}

/**
 * A table as it is printed.
 *
 * @param common - the columns that stand once, above the table, where all rows say the same
 * @param blanks - a sentence under the table; empty where there is none
 */
function tableOnPaper(table: Table, common: readonly string[], blanks: string): unknown {
  const { caption, columns, rows, language } = table;
  const once = sentencesOf(table, common);
  const sentences = once.filter(Boolean);
  const left = columns.map((_, i) => i).filter((i) => !once[i]);
  const isHalved = rows.length >= MANY_ROWS && left.length <= FEW_COLUMNS;
  return html`<p class="caption">${[caption, ...sentences].map(capital).join('. ')}</p>
    <div class=${isHalved ? 'halves' : ''} ?hidden=${rows.length === 0}>
      ${columnsOnPaper(table, left)}
    </div>
    ${
      rows.length > MOST_ROWS
        ? html`<p>${translator(language)('tableCut', { n: MOST_ROWS, total: rows.length })}</p>`
        : nothing
    }
    ${blanks ? html`<p class="blanks">${blanks}</p>` : nothing}`;
}

/** A sentence for each column that says the same in all rows, else an empty text. */
function sentencesOf({ columns, rows }: Table, common: readonly string[]): string[] {
  // What is missing has neither a date nor a source.
  const wordsIn = (column: number) =>
    new Set(rows.map(({ cells }) => cells[column]).filter(Boolean));
  return columns.map(({ label }, i) => {
    const words = common.includes(label) && rows.length > 1 ? [...wordsIn(i)] : [];
    return words.length === 1 ? `${label}: ${words[0] ?? ''}` : '';
  });
}

/** The columns of a table that are left, as many rows as paper takes. */
function columnsOnPaper({ columns, rows }: Table, left: readonly number[]): TemplateResult {
  const classOf = (i: number) => (columns[i]?.number ? 'number' : '');
  return html`<table>
    <thead>
      <tr>
        ${left.map((i) => html`<th scope="col" class=${classOf(i)}>${columns[i]?.label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.slice(0, MOST_ROWS).map(
        ({ cells }) =>
          html`<tr>
            ${left.map((i) => html`<td class=${classOf(i)}>${cells[i]}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
