/** A figure in large digits, and the lines under it that say how far it can be trusted. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Indicator, Observation } from '../../api/figures.js';
import { isMissing, isPair, isPercentage, type Figure } from '../../domain/observations.js';
import { correctionText } from '../../i18n/correction-text.js';
import { formatAt } from '../../i18n/dates.js';
import type { Subject } from '../../i18n/figure-subject.js';
import { figurePieces, figureText, pairText, unitText, type Wording } from '../../i18n/figures.js';

/** The figure with its approximation word and unit; "missing" in words where there is none. */
export function figureView(
  o: Observation,
  indicator: Indicator | undefined,
  w: Wording,
): TemplateResult {
  if (isMissing(o)) return html`<p class="figure missing" part="value">${w.t('missing')}</p>`;
  const unit = unitText(o, indicator, w.language);
  // "42,8%" is written together, "45.895 tổ" is not.
  const percent = isPercentage(indicator);
  const pieces = figurePieces(o, indicator, w).map(
    ({ text, digits }, i) =>
      html`${i > 0 && !text.startsWith('/') ? ' ' : ''}<span class=${digits ? 'digits' : 'word'}
          >${text}</span
        >`,
  );
  return html`<p class="figure" part="value">
    ${pieces}${unit ? html`${percent ? '' : ' '}<span class=${percent ? 'unit percent' : 'unit'}>${unit}</span>` : nothing}
  </p>`;
}

/**
 * What the figure is based on: its pair, whether it is an estimate, and the last known figure where it is
 * missing.
 */
export function factsView(figure: Figure, indicator: Indicator | undefined, w: Wording): unknown {
  const o = figure.observation;
  if (!o) return nothing;
  const pair = typeof o.value === 'number' && isPair(o) ? pairText(o, w) : '';
  const status = o.status === 'estimated' || o.status === 'provisional' ? w.t(o.status) : '';
  return html`${pair ? html`<p class="line pair">${pair}</p>` : nothing}
  ${status ? html`<p class="line muted">${status}</p>` : nothing}
  ${lastKnownView(figure, indicator, w)}`;
}

function lastKnownView(
  { lastKnown }: Figure,
  indicator: Indicator | undefined,
  w: Wording,
): unknown {
  if (!lastKnown) return nothing;
  const date = lastKnown.at
    ? formatAt(lastKnown.at, w.language, { approx: lastKnown.atApprox })
    : '';
  const text = w.t('lastKnown', { figure: figureText(lastKnown, indicator, w), date });
  return html`<p class="line muted">${text}</p>`;
}

/** What has changed since: the area's name of today, and a correction. */
export function laterView(o: Observation, { indicator, present }: Subject, w: Wording): unknown {
  return html`${present ? html`<p class="line muted">${present}</p>` : nothing}
  ${o.corrected ? html`<p class="line warn">${correctionText(o, indicator, w)}</p>` : nothing}`;
}
