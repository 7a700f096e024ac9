/** The title of a widget, and the badge of invented figures. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Wording } from '../../i18n/figures.js';

export interface Title {
  readonly title: unknown;
  /** 2 to 6. */
  readonly level: number;
  /** True where an invented figure is shown: "Số liệu minh họa". */
  readonly sample: boolean;
  /** True over a widget with controls of its own. */
  readonly big?: boolean;
}

/** The title as a heading of its level, with the badge of invented figures. */
export function titleView(
  { title, level, sample, big = false }: Title,
  { t }: Wording,
): TemplateResult {
  return html`<div
    class="title ${big ? 'big' : ''}"
    part="title"
    role="heading"
    aria-level=${level}
  >
    ${title} ${sample ? html`<span class="badge">${t('sample')}</span>` : nothing}
  </div>`;
}
