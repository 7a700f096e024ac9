/** The parts of a KPI card, top to bottom. */
import { html, nothing, svg } from 'lit';
import type { Indicator, Observation } from '../../api/figures.js';
import { changeText } from '../../i18n/change-text.js';
import { around } from '../../i18n/around.js';
import { formatAt } from '../../i18n/dates.js';
import type { Figure } from '../../domain/observations.js';
import { progressOf, type Progress } from '../../domain/progress.js';
import { sparkline, type SparkPoint } from '../../domain/sparkline.js';
import { figureText, valueText, type Wording } from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import { textOf } from '../../i18n/texts.js';
import type { Subject } from '../../i18n/figure-subject.js';
import { factsView, figureView, laterView } from '../../parts/base/figure-lines.js';

export interface CardBody {
  readonly figure: Figure;
  readonly subject: Subject;
  readonly compact: boolean;
  /** True while the definition of the indicator is open. */
  readonly definition: boolean;
}

/** Everything between the title and the foot. */
export function bodyView({ figure, subject, compact, definition }: CardBody, w: Wording): unknown {
  const o = figure.observation;
  if (!o) return nothing;
  const { indicator } = subject;
  return html`
    ${figureView(o, indicator, w)} ${changeView(figure, indicator, w)}
    ${factsView(figure, indicator, w)} ${compact ? nothing : targetView(o, indicator, w)}
    ${compact ? nothing : noteView(o, w)} ${laterView(o, subject, w)}
    ${definition ? html`<p class="line definition">${textOf(indicator?.definition, w.language)}</p>` : nothing}
    ${compact ? nothing : sparklineView(figure, indicator, w)}
  `;
}

function changeView(figure: Figure, indicator: Indicator | undefined, w: Wording): unknown {
  const change = changeText(figure, indicator, w);
  if (!change) return nothing;
  const { sign, words, judgement, since } = change;
  const strong = html`<strong
    >${sign ? html`<span aria-hidden="true">${sign} </span>` : nothing}${words}</strong
  >`;
  // The language decides the position of the change in the sentence.
  const [before, after] = since
    ? around(w.t, 'change', 'change', { date: formatAt(since, w.language) })
    : ['', ''];
  return html`<p class="line" part="change">
    ${before}${strong}<span class="muted">${after}${judgement ? ` (${judgement})` : ''}</span>
  </p>`;
}

const VERDICTS = {
  met: { sign: '●', tone: 'good' },
  exceeded: { sign: '●', tone: 'good' },
  under: { sign: '◆', tone: 'warn' },
} as const;

function targetView(o: Observation, indicator: Indicator | undefined, w: Wording): unknown {
  const progress = progressOf(o, indicator);
  if (!progress) return nothing;
  const { verdict, target } = progress;
  const look = verdict && VERDICTS[verdict];
  const [before, after] = around(w.t, 'target', 'n');
  return html`<div class="line target" part="target">
    ${barView(progress, look?.tone ?? 'plain', w)}
    <p class="against">
      <span>${before}<strong class="ink">${valueText(target, indicator, w)}</strong>${after}</span>
      ${
        look && verdict
          ? html`<span class=${look.tone}
              ><span aria-hidden="true">${look.sign} </span>${w.t(verdict)}</span
            >`
          : nothing
      }
    </p>
  </div>`;
}

/** No bar without a result, because an empty bar would read as 0. */
function barView({ share }: Progress, tone: string, w: Wording): unknown {
  if (share === undefined) return nothing;
  const percent = Math.round(share * 1000) / 10;
  return html`<svg
    class="bar ${tone}"
    role="img"
    aria-label="${w.t('progress')}: ${w.t('shareOfTarget', { share: `${formatNumber(percent, w.language)}%` })}"
  >
    <rect class="track" width="100%" height="8" rx="4"></rect>
    <rect class="fill" width="${Math.min(100, percent)}%" height="8" rx="4"></rect>
  </svg>`;
}

function noteView(o: Observation, w: Wording): unknown {
  const note = textOf(o.note, w.language);
  return note ? html`<p class="line muted" part="note">${w.t('note', { note })}</p>` : nothing;
}

/** Points of a line that have room for a mark each. */
const MOST_MARKS = 60;

function sparklineView({ trail }: Figure, indicator: Indicator | undefined, w: Wording): unknown {
  const runs = sparkline(trail);
  const [first, last] = [trail[0], trail[trail.length - 1]];
  if (runs.length === 0 || !first || !last) return nothing;
  const date = (o: Observation) => (o.at ? formatAt(o.at, w.language) : '');
  const label = w.t('sparkline', {
    first: figureText(first, indicator, w),
    firstDate: date(first),
    last: figureText(last, indicator, w),
    lastDate: date(last),
  });
  const points = runs.flatMap((run) => run);
  return html`<svg
    class="sparkline"
    part="sparkline"
    role="img"
    aria-label=${label}
    viewBox="0 0 100 36"
    preserveAspectRatio="none"
  >
    <path class="stroke" d=${runs.map((run) => `M${run.map(pointOf).join('L')}`).join('')}></path>
    ${
      // No marks where they would touch each other.
      points.length > MOST_MARKS
        ? nothing
        : svg`<path class="marks" d=${points.map((p) => `M${pointOf(p)}h0`).join('')}></path>`
    }
  </svg>`;
}

/** A point of the 1 × 1 box in the drawing's units, with room for its mark. */
const pointOf = ({ x, y }: SparkPoint): string =>
  `${(2 + x * 96).toFixed(2)} ${(32 - y * 28).toFixed(2)}`;
