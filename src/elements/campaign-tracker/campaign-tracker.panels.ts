/** The parts under the goals: standings, highlights, milestones, activities. */
import { extentOf } from '../../domain/extent.js';
import { html, nothing, type TemplateResult } from 'lit';
import { safeLink } from '../../data/addresses.js';
import type { Campaign } from '../../api/campaign.js';
import type { Indicator } from '../../api/figures.js';
import { formatAt } from '../../i18n/dates.js';
import { DOT } from '../../i18n/dot.js';
import { compareAt, periodEnd } from '../../domain/calendar.js';
import { isMissing, isPercentage } from '../../domain/observations.js';
import type { Standings, StandingsRow } from '../../domain/standings.js';
import { figureText, markedFigureText, unitText, type Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import { hostName } from '../../parts/base/host-name.js';
import { selectField } from '../../parts/base/select-field.js';
import type { GoalModel, TrackerModel } from './campaign-tracker.model.js';
import { arrivalWords } from './campaign-tracker.words.js';

/** A part of the tracker under a heading of its own. */
export function sectionView(
  title: string,
  level: number,
  part: string,
  content: unknown,
): TemplateResult {
  const below = Math.min(6, level + 1);
  return html`<div class="section" part=${part}>
    <div class="section-title" role="heading" aria-level=${below}>${title}</div>
    ${content}
  </div>`;
}

/** The choice of the goal whose history and standings are shown. */
export function goalChoice(
  goals: readonly GoalModel[],
  chosen: string,
  choose: (key: string) => void,
  { t }: Wording,
): unknown {
  const options = goals.map(({ key, title }) => [key, title] as const);
  return selectField(t('goalChoice'), options, chosen, choose);
}

export interface StandingsShown {
  readonly standings: Standings;
  readonly indicator: Indicator | undefined;
  readonly nameOf: (id: string) => string;
  /** The area that is marked. */
  readonly area: string;
  /** How many rows are shown; the rest after a click. */
  readonly limit: number;
  readonly all: boolean;
  readonly toggle: () => void;
}

/** The standings of a goal: a row for each area, and the areas without a place. */
export function standingsView(s: StandingsShown, w: Wording): unknown {
  const { rows, since } = s.standings;
  const { t } = w;
  const foldable = rows.length > s.limit + 1;
  const shown =
    foldable && !s.all ? rows.filter((row, i) => i < s.limit || row.area === s.area) : rows;
  const [, highest] = extentOf(rows.map(({ observation }) => observation.value));
  // Percentages are drawn as shares of 100, counts as shares of the largest.
  const most = isPercentage(s.indicator) ? Math.max(100, highest) : highest;
  return html`${
      since
        ? html`<p class="muted">${t('standingsSince', { date: formatAt(since, w.language) })}</p>`
        : nothing
    }
    <ol class="ranks">
      ${shown.map(
        (row) =>
          html`<li
            class="rank"
            data-area=${row.area}
            aria-current=${row.area === s.area ? 'true' : nothing}
          >
            ${rankView(row, s, most, w)}
          </li>`,
      )}
    </ol>
    ${
      foldable
        ? html`<button class="link" aria-expanded=${s.all ? 'true' : 'false'} @click=${s.toggle}>
            ${s.all ? t('showFewer') : t('showAll', { n: rows.length })}
          </button>`
        : nothing
    }
    ${apartView(s, w)}`;
}

/** The areas whose figures have no place in the order. */
function apartView({ standings, nameOf, indicator }: StandingsShown, w: Wording): unknown {
  const { apart } = standings;
  if (apart.length === 0) return nothing;
  const names = apart.map(({ area, observation: o }) => {
    const figure = o && !isMissing(o) ? markedFigureText(o, indicator, w) : w.t('missingInText');
    return `${nameOf(area)} (${figure})`;
  });
  return html`<p class="apart muted">${w.t('standingsApart')}: ${names.join(', ')}.</p>`;
}

function rankView(
  { rank, tied, moved, observation, area }: StandingsRow,
  { standings, indicator, nameOf }: StandingsShown,
  most: number,
  w: Wording,
): TemplateResult {
  const { t } = w;
  const { value } = observation;
  const hasBar = most > 0 && value >= 0 && indicator?.better !== 'lower';
  return html`<span class="place" aria-hidden="true">${rank}</span>
    <span class="sr">${t(tied ? 'rankTied' : 'rankPlace', { n: rank })}: </span>
    <span class="who"
      >${nameOf(area)}${tied ? html` <span class="tied muted" aria-hidden="true">${t('rankTied', { n: rank }).toLowerCase()}</span>` : nothing}</span
    >
    <span class="moved muted">${movedView(moved, standings.since, w)}</span>
    <strong class="rank-figure" data-figure=${area}
      >${markedFigureText(observation, indicator, w)}</strong
    >
    ${
      hasBar
        ? html`<svg class="rank-bar" aria-hidden="true">
            <rect class="track" width="100%" height="4" rx="2"></rect>
            <rect
              class="fill moves"
              width="${Math.round((value / most) * 1000) / 10}%"
              height="4"
              rx="2"
            ></rect>
          </svg>`
        : nothing
    }`;
}

/** "▲ lên 2 bậc": the sign always has words. */
function movedView(moved: number | undefined, since: string | undefined, { t }: Wording): unknown {
  if (!since || moved === 0) return nothing;
  if (moved === undefined) return t('newInStandings');
  const [sign, key] = moved > 0 ? (['▲', 'movedUp'] as const) : (['▼', 'movedDown'] as const);
  return html`<span aria-hidden="true">${sign} </span>${t(key, { n: Math.abs(moved) })}`;
}

/** The results of the campaign so far, in large figures. */
export function highlightsView({ highlights, newest }: TrackerModel, w: Wording): TemplateResult {
  return html`<dl class="highlights">
    ${highlights.map(
      ({ key, title, observation: o, indicator }) =>
        html`<div class="highlight">
          <dt class="muted">${title}</dt>
          <dd data-figure=${key}>
            ${
              o && !isMissing(o)
                ? html`<strong>${figureText(o, indicator, w, false)}</strong>
                    <span class="unit"
                      >${isPercentage(indicator) ? '' : unitText(o, indicator, w.language)}${o.corrected ? ` (${w.t('correctedMark')})` : ''}</span
                    >`
                : html`<span class="muted">${w.t('missing')}</span>`
            }
          </dd>
          ${
            o?.at && o.at !== newest?.at
              ? html`<dd class="muted own-date">
                  ${w.t('figureDate', { date: formatAt(o.at, w.language, { approx: o.atApprox, brief: true }) })}
                </dd>`
              : nothing
          }
        </div>`,
    )}
  </dl>`;
}

/** The milestones in the order of their dates; those that are over say so. */
export function milestonesView({ milestones }: Campaign, now: number, w: Wording): TemplateResult {
  const sorted = [...milestones].sort((a, b) => compareAt(a.at, b.at));
  return html`<ol class="milestones">
    ${sorted.map(({ at, title }) => {
      const over = periodEnd(at) <= now;
      return html`<li class=${over ? 'over' : 'ahead'}>
        <span class="muted when">${formatAt(at, w.language)}</span>
        <span
          >${textOf(title, w.language)}${over ? html`<span class="sr"> (${w.t('milestonePassed')})</span>` : nothing}</span
        >
      </li>`;
    })}
  </ol>`;
}

/** The lessons of the review, folded: readers come for the figures. */
export function lessonsView({ lessons }: Campaign, { t, language }: Wording): TemplateResult {
  return html`<details class="section lessons" part="lessons">
    <summary>${t('lessons', { n: lessons.length })}</summary>
    <ul class="activities">
      ${lessons.map(({ title, detail }) => {
        const more = textOf(detail, language);
        return html`<li>
          ${textOf(title, language)}${more ? html`<p class="muted">${more}</p>` : nothing}
        </li>`;
      })}
    </ul>
  </details>`;
}

/** "Nếu giữ tốc độ bình quân … đạt vào khoảng ngày …", with how that was worked out. */
export function arrivalView(goal: GoalModel, w: Wording): unknown {
  const words = arrivalWords(goal, w);
  return words ? html`<p class="remark muted" part="arrival">${words}</p>` : nothing;
}

/** The activities with their platforms; a link shows its host. */
export function activitiesView({ activities }: Campaign, base: string, w: Wording): TemplateResult {
  return html`<ul class="activities">
    ${activities.map(({ title, url, platforms }) => {
      const text = textOf(title, w.language);
      const href = safeLink(url, base || (url ?? ''));
      const on = (platforms ?? []).map((one) => textOf(one, w.language)).filter(Boolean);
      return html`<li>
        ${href ? html`<a href=${href} target="_blank" rel="noopener">${text}</a> <span class="muted">(${hostName(href)})</span>` : text}${
          on.length > 0 ? html`<span class="muted">${DOT}${on.join(', ')}</span>` : nothing
        }
      </li>`;
    })}
  </ul>`;
}
