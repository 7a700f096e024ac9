/** The head, the goals and the one-line form of the tracker. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Campaign } from '../../api/campaign.js';
import { timeShare } from '../../domain/campaign.js';
import { capital } from '../../i18n/capital.js';
import { asOf, formatAt, formatDay } from '../../i18n/dates.js';
import { DOT } from '../../i18n/dot.js';
import { isMissing } from '../../domain/observations.js';
import { correctionText } from '../../i18n/correction-text.js';
import {
  figureDate,
  figureText,
  markedFigureText,
  valueText,
  type Wording,
} from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import { textOf } from '../../i18n/texts.js';
import { sourceLine } from '../../parts/base/footer.js';
import { titleView } from '../../parts/base/title.js';
import type { GoalModel, TrackerModel } from './campaign-tracker.model.js';
import {
  paceWords,
  planWords,
  spanWords,
  stateWords,
  summaryWords,
  verdictWords,
  type VerdictWords,
} from './campaign-tracker.words.js';

export interface Head {
  readonly title: string;
  readonly level: number;
  readonly doc: Campaign;
  readonly model: TrackerModel;
}

/** Name, place, plan and dates on one side; the day and what is left on the other. */
export function headView({ title, level, doc, model }: Head, w: Wording): TemplateResult {
  const { main, more } = stateWords(model.state, w);
  const basis = textOf(doc.basis, w.language);
  const facts = [model.areaName, basis, spanWords(doc, model.state, w)].filter(Boolean);
  return html`<div class="head">
      <div class="name-side">
        ${titleView({ title, level, sample: model.sample, big: true }, w)}
        <p class="muted facts" part="facts">
          ${facts.map((fact, i) => html`<span class="fact">${i > 0 ? fact : capital(fact)}${i < facts.length - 1 ? html`<span class="sr">, </span><span aria-hidden="true">&nbsp;·</span>` : nothing}</span> `)}
        </p>
        ${model.present ? html`<p class="muted">${model.present}</p>` : nothing}
      </div>
      ${
        main
          ? html`<p class="state" part="state" data-state=${model.state.state}>
              <strong>${main}</strong>
              ${more ? html`<span class="muted left">${more}</span>` : nothing}
            </p>`
          : nothing
      }
    </div>
    ${model.state.state === 'running' ? timeView(timeShare(model.state)) : nothing}`;
}

/** A bar of the time that is over; the words beside it say the same. */
function timeView(share: number): TemplateResult {
  return html`<svg class="time" aria-hidden="true">
    <rect class="rest" width="100%" height="4" rx="2"></rect>
    <rect class="gone moves" width="${percent(share)}%" height="4" rx="2"></rect>
  </svg>`;
}

const percent = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;

/** The sentence about all goals; nothing for a campaign without goals. */
export function summaryView(model: TrackerModel, w: Wording): unknown {
  const words = summaryWords(model, w);
  return words ? html`<p class="summary" part="summary">${words}.</p>` : nothing;
}

/** The goals, each with its figure, its bar and its verdict. `brief`: without the lesser lines. */
export function goalsView(model: TrackerModel, brief: boolean, w: Wording): unknown {
  if (model.goals.length === 0) return nothing;
  const common = model.newest?.at;
  return html`<ul class="goals" part="goals" aria-label=${w.t('goals')}>
    ${model.goals.map(
      (goal) =>
        html`<li class="goal" part="goal" data-key=${goal.key}>
          ${goalView(goal, brief, common, w)}
        </li>`,
    )}
  </ul>`;
}

function goalView(
  goal: GoalModel,
  brief: boolean,
  common: string | undefined,
  w: Wording,
): TemplateResult {
  const { result, title, observation: o, indicator } = goal;
  const missing = result.verdict === 'missing' || !o;
  const words = verdictWords(goal, w);
  return html`<div class="goal-head">
      <p class="goal-name">${title}</p>
      <p class="goal-figure" part="goal-figure" data-figure=${goal.key}>
        ${missing ? html`<span class="muted">${w.t('missing')}</span>` : resultView(goal, brief ? markedFigureText : figureText, w)}
      </p>
    </div>
    ${barView(goal, words, w)}
    <p class="goal-words" part="verdict">
      ${verdictView(goal, words, brief ? undefined : { common }, w)}
    </p>
    ${paceView(goal, w)} ${brief || !o ? nothing : goalNotes(goal, common, w)}
    ${missing && goal.figure.lastKnown ? html`<p class="muted">${w.t('lastKnown', { figure: figureText(goal.figure.lastKnown, indicator, w), date: formatAt(goal.figure.lastKnown.at ?? '', w.language, { approx: goal.figure.lastKnown.atApprox }) })}</p>` : nothing}`;
}

function paceView(goal: GoalModel, w: Wording): unknown {
  const words = paceWords(goal, w);
  return words ? html`<p class="muted" part="pace">${capital(words)}</p>` : nothing;
}

/** "52% / 80%". */
function resultView(
  { observation, indicator, result }: GoalModel,
  wordsOf: typeof figureText,
  w: Wording,
): TemplateResult {
  const target = valueText(result.target, indicator, w);
  return html`<strong>${observation ? wordsOf(observation, indicator, w) : ''}</strong>${
      result.share === undefined
        ? nothing
        : html`<span class="muted"
            ><span aria-hidden="true"> / ${target}</span
            ><span class="sr">, ${w.t('goalOf', { n: target })}</span></span
          >`
    }`;
}

/** The verdict; where there is no bar, the target in words; the plan and the due date. */
function verdictView(
  goal: GoalModel,
  words: VerdictWords,
  full: { common: string | undefined } | undefined,
  w: Wording,
): unknown {
  const { result, indicator } = goal;
  const verdict = words.text
    ? html`<span class=${words.tone} data-verdict=${result.verdict}
        >${words.sign ? html`<span aria-hidden="true">${words.sign} </span>` : nothing}${words.text}</span
      >`
    : nothing;
  // "Cao hơn chỉ tiêu 9 hồ sơ" reads as a target of nine, so a target of none stands as a bare 0.
  const target =
    result.share === undefined &&
    (result.target === 0 && result.unit === 'count'
      ? w.t('goalOfNone')
      : w.t('goalOf', { n: valueText(result.target, indicator, w) }));
  const due = !full ? '' : w.t('goalDue', { date: formatDay(result.due, w.language) });
  const plan = full ? planWords(goal, full.common, w) : '';
  const more = [target && due ? `${target} ${due}` : target, plan].filter(Boolean).join('; ');
  if (!words.text) return more ? html`<span class="muted">${capital(more)}</span>` : nothing;
  return html`${verdict}${more ? html`<span class="muted"> (${more})</span>` : nothing}`;
}

/** Bars show the plan as a tick and the result as the fill; without a result there is no bar. */
function barView({ result }: GoalModel, { tone }: VerdictWords, w: Wording): unknown {
  const { share, plan, target } = result;
  if (share === undefined) return nothing;
  const number = (n: number) => `${formatNumber(Math.round(n * 1000) / 10, w.language)}%`;
  const tick = plan === undefined || target <= 0 ? undefined : plan / target;
  const label = `${w.t('progress')}: ${w.t('shareOfTarget', { share: number(share) })}`;
  return html`<svg
    class="bar ${tone}"
    role="img"
    aria-label=${tick === undefined ? label : `${label}, ${w.t('planShare', { share: number(tick) })}`}
  >
    <rect class="track" y="2" width="100%" height="8" rx="4"></rect>
    <rect class="fill moves" y="2" width="${percent(share)}%" height="8" rx="4"></rect>
    ${tick === undefined ? nothing : tickView(tick)}
  </svg>`;
}

const tickView = (share: number): TemplateResult =>
  html`<svg class="tick-place" x="${percent(share)}%" overflow="visible">
    <rect class="tick moves" x="-1" width="2" height="12"></rect>
  </svg>`;

/** Notes of the source: the date where it differs, an estimate, the source's words, a correction. */
function goalNotes(
  { observation: o, indicator }: GoalModel,
  common: string | undefined,
  w: Wording,
): unknown {
  if (!o) return nothing;
  const note = textOf(o.note, w.language);
  const lines = [
    o.at && o.at !== common && !isMissing(o)
      ? asOf(o.at, w.language, { approx: o.atApprox, brief: true })
      : '',
    o.status === 'estimated' || o.status === 'provisional' ? w.t(o.status) : '',
    note && w.t('note', { note }),
    correctionText(o, indicator, w),
  ].filter(Boolean);
  return lines.length > 0 ? html`<p class="muted">${lines.join('. ')}</p>` : nothing;
}

export interface Headline extends Head {
  /** The base of the source's address. */
  readonly url: string;
}

/** One line for a newspaper: name, day, what is left, how the goals stand; date and source. */
export function headlineView({ title, doc, model, url }: Headline, w: Wording): TemplateResult {
  const { main, more } = stateWords(model.state, w);
  const state = [main, more.charAt(0).toLowerCase() + more.slice(1)].filter(Boolean).join(', ');
  const words = summaryWords(model, w);
  const { newest } = model;
  const date = newest ? figureDate({ ...newest, missing: isMissing(newest) }, w, true) : '';
  const source = doc.sources[newest?.source ?? ''];
  return html`<div class="headline" part="card">
    <p>
      <strong part="title">${title}</strong
      >${model.areaName ? html`<span class="muted">, ${model.areaName}</span>` : nothing}${
        state ? html`: <span part="state" data-state=${model.state.state}>${state}</span>` : nothing
      }${words ? html`. <span part="summary">${words}</span>` : nothing}.
      ${model.sample ? html`<span class="badge">${w.t('sample')}</span>` : nothing}
    </p>
    <p class="muted small" part="footer">
      ${date ? html`<span part="date">${date}</span>` : nothing}${
        date && source ? html`<span aria-hidden="true">${DOT}</span>` : nothing
      }${source ? html`<span part="source">${sourceLine(source, url, w)}</span>` : nothing}
    </p>
  </div>`;
}
