/** The sentence, the picture with its handlers, and beside it the legend and the figures of one area. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Wording } from '../../i18n/figures.js';
import type { MapFigures } from './coverage-map.content.js';
import type { MapControllers } from './coverage-map.controllers.js';
import { legendView } from './coverage-map.legend.js';
import { archipelagosText, summaryText } from './coverage-map.model.js';
import { detailView } from './coverage-map.panels.js';
import { pictureView, type Picture } from './coverage-map.view.js';

function pictureOf(
  { content, pointing, selection, filter, details, print, layer }: MapControllers,
  { model, drawing, title, whole }: MapFigures,
  { t }: Wording,
): Picture {
  return {
    model,
    drawing,
    layer,
    labels: content.basemap?.labels,
    label: `${t('mapOf', { title })}. ${t('keyHelp')}`,
    active: pointing.active,
    selected: selection.area,
    filter: filter.index,
    tip: details.part?.tipView,
    bare: !whole,
    printing: print.active,
  };
}

/** The sentence above the map, the picture, the legend and the figures of one area. */
export function stageView(
  controllers: MapControllers,
  map: MapFigures,
  legend: boolean,
  w: Wording,
): TemplateResult {
  const { pointing, choices, width, filter, print, details, content } = controllers;
  const { model, of, drawing, whole } = map;
  // The text for screen readers is a paragraph of its own, because inside the visible one it would change where
  // the lines break.
  return html`<p class="summary">${summaryText(model, of, w)}</p>
    ${whole ? html`<p class="sr">${archipelagosText(drawing.archipelagos, w)}</p>` : nothing}
    <div class="stage ${width.split ? 'split' : ''} ${content.isForPaper ? 'paper' : ''}">
      <div
        class="picture ${choices.layout}"
        @pointerenter=${details.need}
        @pointerover=${pointing.over}
        @pointerleave=${pointing.leave}
        @click=${pointing.click}
        @focusin=${pointing.focus}
        @keydown=${pointing.key}
        @focusout=${pointing.leave}
      >
        ${pictureView(pictureOf(controllers, map, w), w)}
      </div>
      <div class="aside">
        ${whole && legend ? legendView(model, filter, print.active, w) : nothing}
        ${whole ? detailView(controllers, map, w) : nothing}
      </div>
    </div>`;
}
