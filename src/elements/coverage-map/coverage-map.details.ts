/** The figures of the area that is pointed at or chosen. Loaded when a reader comes to the map. */
import { css, html, nothing, svg, type LitElement, type TemplateResult } from 'lit';
import type { MapRow } from '../../domain/choropleth.js';
import { isMissing, isPair } from '../../domain/observations.js';
import { capital } from '../../i18n/capital.js';
import { asOf } from '../../i18n/dates.js';
import { figureText, pairText, type Wording } from '../../i18n/figures.js';
import type { DrawnShape, Drawing } from '../../maps/drawing.js';
import { sourceLine } from '../../parts/base/footer.js';
import { addStyles } from '../../parts/base/late-styles.js';
import type { MapFigures } from './coverage-map.content.js';
import type { Drill } from './coverage-map.drill.js';
import { placeOf } from './coverage-map.places.js';

/**
 * The name, the figure, its date and its source, and the way to the area's own map.
 *
 * @param drill - offers that way; absent where the area is only pointed at
 */
export function detailView(
  row: MapRow,
  drill: Drill | undefined,
  { doc, url, areas, today, model: { indicator } }: MapFigures,
  w: Wording,
): TemplateResult {
  const { name, present } = placeOf(row, areas, today, w);
  const o = row.figure.observation;
  const source = doc.sources[o?.source ?? ''];
  const hasFigure = o !== undefined && !isMissing(o);
  return html`<p>
      <span class="name">${name}</span>
      <span class="value">${hasFigure ? figureText(o, indicator, w) : w.t('missing')}</span>
      ${hasFigure && typeof o.value === 'number' && isPair(o) ? html`<span class="muted">${pairText(o, w)}</span>` : nothing}
    </p>
    ${present ? html`<p class="muted">${capital(present)}</p>` : nothing}
    ${o?.at ? html`<p class="muted">${asOf(o.at, w.language, { approx: o.atApprox })}</p>` : nothing}
    ${source ? html`<p class="muted">${sourceLine(source, url, w)}</p>` : nothing}
    ${drill?.opener(row.id, name, w)}`;
}

/** The name and the figure of the area beside the pointer, because a screen magnifier shows only that place. */
export function tipView(
  { x, y }: DrawnShape,
  { width, height, fontSize }: Drawing,
  text: string,
): unknown {
  const size = fontSize * 1.15;
  const box = { width: Math.min(width, text.length * size * 0.56 + size * 1.4), height: size * 2 };
  const left = Math.max(0, Math.min(width - box.width, x - box.width / 2));
  const above = y - box.height - size;
  const top = above >= 0 ? above : Math.min(height - box.height, y + size);
  return svg`<g class="tip" aria-hidden="true">
    <rect x=${left} y=${top} width=${box.width} height=${box.height} rx=${size / 3}></rect>
    <text x=${left + box.width / 2} y=${top + box.height * 0.66} font-size=${size}>${text}</text>
  </g>`;
}

/** How the strip and the sign beside the pointer look. */
const styles = css`
  .detail .name {
    margin-right: calc(var(--_space) * 2);
    font-weight: 600;
  }

  .detail .value {
    margin-right: calc(var(--_space) * 2);
    font-size: calc(18px * var(--_k));
    font-weight: 600;
  }

  .open {
    min-height: calc(40px * var(--_k));
    margin-top: calc(var(--_space) * 2);
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) / 2);
    background: none;
    color: var(--_accent);
  }

  .tip rect {
    fill: var(--_text);
  }

  .tip text {
    fill: var(--_surface);
    font-weight: 600;
  }

  .tip {
    pointer-events: none;
  }
`;

/** Adds the look of the strip and of the sign to a map. */
export const dress = (host: LitElement): void => addStyles(host, styles);
