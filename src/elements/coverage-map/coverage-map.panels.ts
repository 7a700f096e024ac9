/** The parts of the map around its picture: controls, breadcrumb, the chosen area's figures, notices. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Area, Observations } from '../../api/figures.js';
import type { MapRow } from '../../domain/choropleth.js';
import { capital } from '../../i18n/capital.js';
import { asOf, formatAt } from '../../i18n/dates.js';
import { isMissing, isPair } from '../../domain/observations.js';
import { figureText, pairText, type Wording } from '../../i18n/figures.js';
import { sourceLine } from '../../parts/base/footer.js';
import { placeOf, type MapModel } from './coverage-map.model.js';

export type View = 'geo' | 'tiles' | 'table';

export interface Controls {
  readonly view: View;
  readonly indicators: readonly { readonly key: string; readonly title: string }[];
  readonly indicator: string;
  readonly dates: readonly string[];
  /** Empty for the newest of each area. */
  readonly date: string;
  readonly search: unknown;
  readonly chooseView: (view: View) => void;
  readonly chooseIndicator: (key: string) => void;
  readonly chooseDate: (date: string) => void;
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;

export function controlsView(c: Controls, w: Wording): TemplateResult {
  const { t } = w;
  const views = [
    ['geo', t('mapView')],
    ['tiles', t('tilesView')],
    ['table', t('tableView')],
  ] as const;
  return html`<div class="controls" part="controls">
    ${c.search}
    ${
      c.indicators.length > 1
        ? html`<label class="field"
            ><span>${t('byIndicator')}</span>
            <select @change=${(e: Event) => c.chooseIndicator(valueOf(e))}>
              ${c.indicators.map(
                ({ key, title }) =>
                  html`<option value=${key} .selected=${key === c.indicator}>${title}</option>`,
              )}
            </select></label
          >`
        : nothing
    }
    ${
      c.dates.length > 1
        ? html`<label class="field"
            ><span>${t('byDate')}</span>
            <select @change=${(e: Event) => c.chooseDate(valueOf(e))}>
              <option value="" .selected=${c.date === ''}>${t('dateNewest')}</option>
              ${c.dates.map(
                (at) =>
                  html`<option value=${at} .selected=${at === c.date}>
                    ${formatAt(at, w.language)}
                  </option>`,
              )}
            </select></label
          >`
        : nothing
    }
    <div class="views" role="group" aria-label=${t('viewChoice')}>
      ${views.map(
        ([view, label]) =>
          html`<button
            aria-pressed=${view === c.view ? 'true' : 'false'}
            @click=${() => c.chooseView(view)}
          >
            ${label}
          </button>`,
      )}
    </div>
  </div>`;
}

/** "Cả nước › Quảng Trị": the way back from an area's own map. */
export function crumbsView(
  names: readonly string[],
  back: (depth: number) => void,
  { t }: Wording,
): TemplateResult {
  const last = names.length - 1;
  return html`<nav class="crumbs" aria-label=${t('breadcrumb')}>
    ${names.map((name, depth) =>
      depth === last
        ? html`<span aria-current="location">${name}</span>`
        : html`<button class="link" @click=${() => back(depth)}>${name}</button
            ><span aria-hidden="true"> › </span>`,
    )}
  </nav>`;
}

export interface Detail {
  readonly row: MapRow | undefined;
  readonly model: MapModel;
  readonly document: Observations;
  readonly areas: Readonly<Record<string, Area>>;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
  /** Opens the area's own map, where that is offered. */
  readonly open: (() => void) | undefined;
}

/** The strip with the figures of the area that is pointed at or chosen; its room is always kept. */
export function detailView(
  { row, model, document, areas, today, open }: Detail,
  w: Wording,
): TemplateResult {
  return html`<div class="detail ${row ? '' : 'hint'}" part="detail">
    ${
      row
        ? rowDetail(row, model, document, placeOf(row, areas, today, w), w)
        : html`<p class="muted">${w.t('pickHint')}</p>`
    }
    ${
      row && open
        ? html`<button class="open" @click=${open}>
            ${w.t('openArea', { area: placeOf(row, areas, today, w).name })}
          </button>`
        : nothing
    }
  </div>`;
}

function rowDetail(
  { figure }: MapRow,
  { indicator }: MapModel,
  document: Observations,
  { name, present }: ReturnType<typeof placeOf>,
  w: Wording,
): TemplateResult {
  const o = figure.observation;
  const source = document.sources[o?.source ?? ''];
  const known = o !== undefined && !isMissing(o);
  return html`<p>
      <span class="name">${name}</span>
      <span class="value">${known ? figureText(o, indicator, w) : w.t('missing')}</span>
      ${known && typeof o.value === 'number' && isPair(o) ? html`<span class="muted">${pairText(o, w)}</span>` : nothing}
    </p>
    ${present ? html`<p class="muted">${capital(present)}</p>` : nothing}
    ${o?.at ? html`<p class="muted">${asOf(o.at, w.language, { approx: o.atApprox })}</p>` : nothing}
    ${source ? html`<p class="muted">${sourceLine(source, window.document.baseURI, w)}</p>` : nothing}`;
}

export function noticesView(
  notices: readonly string[],
  sources: readonly TemplateResult[],
): unknown {
  if (notices.length + sources.length === 0) return nothing;
  return html`<div class="notices muted" part="notices">
    ${notices.map((n) => html`<p>${n}</p>`)} ${sources}
  </div>`;
}
