/** What stands under a chart: its marks in words, and remarks on its scale. */
import { html, nothing } from 'lit';
import { capital } from '../../i18n/capital.js';
import type { Wording } from '../../i18n/figures.js';
import { isCut, type ChartMark, type LineChartModel } from './chart-model.js';
import type { SharedSpan } from './chart-siblings.js';

/** What happened, numbered as in the picture, and where figures cannot be compared. */
export function marksView(
  annotations: readonly ChartMark[],
  breaks: readonly ChartMark[],
  { t }: Wording,
): unknown {
  if (annotations.length + breaks.length === 0) return nothing;
  const entry = ({ at, text }: ChartMark) => t('chartDate', { date: at, figure: text });
  return html`<ol class="marks muted" part="marks" aria-label=${t('chartMarks')}>
    ${annotations.map((mark) => html`<li>${capital(entry(mark))}</li>`)}
    ${breaks.map((mark) => html`<li class="upright">${capital(entry(mark))}</li>`)}
  </ol>`;
}

/** One line of remarks; nothing where there is none to make. */
export function remarksView(model: LineChartModel, span: SharedSpan, { t }: Wording): unknown {
  const remarks = [
    model.series.some(({ points }) => points.some(({ estimated }) => estimated))
      ? t('chartEstimated')
      : '',
    isCut(model, span) ? t(model.reverse ? 'chartAxisRank' : 'chartAxis') : '',
    span.alone ? t('chartOwnScale') : '',
  ].filter(Boolean);
  return remarks.length > 0 ? html`<p class="remark muted">${remarks.join(' ')}</p>` : nothing;
}
