/** The parts of the map around its picture: controls, breadcrumb, the chosen area's figures, notices. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatAt } from '../../i18n/dates.js';
import type { Wording } from '../../i18n/figures.js';
import { otherSources, type FooterFacts } from '../../parts/base/footer.js';
import { knownWords } from '../../parts/base/word-list.js';
import { selectField } from '../../parts/base/select-field.js';
import type { ReaderChoices } from './coverage-map.choices.js';
import type { MapContent, MapFigures } from './coverage-map.content.js';
import type { MapControllers } from './coverage-map.controllers.js';
import { archipelagosText, indicatorTitle } from './coverage-map.model.js';

interface ControlOptions {
  /** True where the table stands in place of the picture. */
  readonly table: boolean;
  /** False where the page hides the search. */
  readonly search: boolean;
  readonly showTable: (shown: boolean) => void;
}

/** The search, the choices of indicator and date, and the views. */
export function controlsView(
  controllers: MapControllers,
  map: MapFigures,
  { table, search, showTable }: ControlOptions,
  w: Wording,
): TemplateResult {
  const { t } = w;
  const { doc, model, whole } = map;
  const { choices, picker } = controllers;
  return html`<div class="controls" part="controls">
    ${search ? (whole ? picker.render(w) : html`<div class="picker"></div>`) : nothing}
    ${selectField(
      t('byIndicator'),
      knownWords(choices.indicators, choices.indicator, doc).map((key) => [
        key,
        indicatorTitle(doc, key, w),
      ]),
      choices.indicator,
      (key) => controllers.chooseIndicator(key),
    )}
    ${model.dates.length > 1 ? dateField(choices, model.dates, w) : nothing}
    ${viewButtons(controllers, table, showTable, w)}
  </div>`;
}

function dateField(choices: ReaderChoices, dates: readonly string[], w: Wording): unknown {
  return selectField(
    w.t('byDate'),
    [['', w.t('dateNewest')], ...dates.map((at) => [at, formatAt(at, w.language)] as const)],
    choices.date ?? '',
    (at) => choices.chooseDate(at || undefined),
  );
}

/** The views of the figures: borders, tiles, table. */
function viewButtons(
  { choices, content }: MapControllers,
  isTable: boolean,
  showTable: ControlOptions['showTable'],
  { t }: Wording,
): TemplateResult {
  const tilesOnly = content.basemap?.tilesOnly;
  const views = (
    [
      ['geo', t('mapView')],
      ['tiles', t('tilesView')],
      ['table', t('tableView')],
    ] as const
  ).slice(tilesOnly ? 1 : 0);
  const shown = isTable ? 'table' : tilesOnly ? 'tiles' : choices.layout;
  return html`<div class="views" role="group" aria-label=${t('viewChoice')}>
    ${views.map(
      ([view, label]) =>
        html`<button
          aria-pressed=${view === shown ? 'true' : 'false'}
          @click=${() => {
            showTable(view === 'table');
            if (view !== 'table') choices.chooseLayout(view);
          }}
        >
          ${label}
        </button>`,
    )}
  </div>`;
}

/** The figures of the area that is pointed at or chosen. Its space is always kept. */
export function detailView(
  { pointing, selection, details, drill }: MapControllers,
  map: MapFigures,
  w: Wording,
): TemplateResult {
  const id = pointing.active ?? selection.area;
  const row = id === undefined ? undefined : map.model.byId.get(id);
  const figures =
    row && details.part?.detailView(row, id === selection.area ? drill : undefined, map, w);
  return html`<div class="detail ${figures ? '' : 'hint'}" part="detail">
    ${figures ?? html`<p class="muted">${w.t('pickHint')}</p>`}
  </div>`;
}

/** The notices on the borders, the editions and the dates, and the sources beside the one of the foot. */
export function noticesView(
  content: MapContent,
  { doc, url, model }: MapFigures,
  foot: FooterFacts,
  isTable: boolean,
  w: Wording,
): unknown {
  const { t } = w;
  const { basemap } = content;
  const former = content.editionsOf(doc).edition === '2008';
  const notices = [
    ...(basemap?.notes?.(model.rows, isTable, w) ?? []),
    content.rollsUp(doc) ? t('rolledUp') : former ? t('oldUnits') : '',
    basemap?.schematic ? t('schematic') : '',
    model.mixed ? t('datesDiffer') : '',
  ].filter(Boolean);
  const sources = otherSources(model.credits(url), foot, w);
  if (notices.length + sources.length === 0) return nothing;
  return html`<div class="notices muted" part="notices">
    ${notices.map((n) => html`<p>${n}</p>`)} ${sources}
  </div>`;
}

/** The sentence in place of a map whose figures are of two editions, which no map can show together. */
export const mixedView = ({ drill }: MapControllers, w: Wording): TemplateResult =>
  html`${drill?.crumbs(w)}
    <p class="warn" role="alert">${w.t('editionMixed')}</p>`;

/** The table, and under it the archipelagos of the map. */
export function tableView(table: unknown, { drawing }: MapFigures, w: Wording): TemplateResult {
  const islands = archipelagosText(drawing.archipelagos, w);
  return html`<div class="panel stretch">
    ${table} ${islands ? html`<p class="muted line">${islands}</p>` : nothing}
  </div>`;
}
