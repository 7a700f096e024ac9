/** The finder: a citizen chooses a commune, then a team in it, and sees how to reach it. */
import { html, nothing, type TemplateResult } from 'lit';
import { capital } from '../../i18n/capital.js';
import { formatNumber } from '../../i18n/numbers.js';
import type { Place } from '../../i18n/places.js';
import { textOf } from '../../i18n/texts.js';
import { searchInput } from './team-roster.search-input.js';
import { marked, qrView, teamCard, type RosterContext } from './team-roster.view.js';

/** A place or a team that a reader may mean. */
export interface Suggestion {
  readonly place: Place;
  /** Index of a team; undefined where a whole commune is meant. */
  readonly team: number | undefined;
}

export interface Finder {
  readonly context: RosterContext;
  readonly query: string;
  readonly suggestions: readonly Suggestion[];
  /** How many places there are. */
  readonly total: number;
  /** The commune that was chosen. */
  readonly place: Place | undefined;
  /** Its teams, in order. */
  readonly teams: readonly number[];
  /** The team that was chosen. */
  readonly team: number | undefined;
  readonly level: number;
  /** The address of what is shown; undefined where the page does not keep it. */
  readonly link: string | undefined;
  readonly copied: boolean;
  readonly search: (query: string) => void;
  readonly choose: (suggestion: Suggestion) => void;
  readonly back: () => void;
  readonly copy: () => void;
}

/** The step of the finder that the reader has come to. */
export function finderView(finder: Finder): unknown {
  const { team, place, teams } = finder;
  const only = teams.length === 1 ? teams[0] : undefined;
  const target = team ?? only;
  if (place && target !== undefined) return reachStep(finder, place, target);
  return place ? teamStep(finder, place) : placeStep(finder);
}

const step = (finder: Finder, n: number, title: unknown): TemplateResult =>
  html`<p class="step muted">${finder.context.wording.t('rosterSteps', { n })}</p>
    <div class="step-title" role="heading" aria-level=${finder.level} tabindex="-1">${title}</div>`;

function placeStep(finder: Finder): TemplateResult {
  const { context, query, suggestions, total } = finder;
  const { t, language } = context.wording;
  const resultCount = query.trim()
    ? t('rosterFound', { n: formatNumber(suggestions.length, language) })
    : '';
  return html`<div class="finder" part="finder">
    ${step(finder, 1, t('rosterChooseArea'))}
    ${searchInput({
      query,
      label: t('rosterChooseArea'),
      hint: 'hint',
      search: finder.search,
      key: (event) => chooseFirst(event, finder),
    })}
    <p id="hint" class="muted hint">${t('rosterChooseHint')}</p>
    <p class="sr" role="status">${resultCount}</p>
    ${suggestionList(finder)}
    ${
      !query.trim() && total > suggestions.length
        ? html`<p class="muted">
            ${t('rosterMany', {
              n: formatNumber(suggestions.length, language),
              total: formatNumber(total, language),
            })}
          </p>`
        : nothing
    }
  </div>`;
}

/** Enter takes the first suggestion. */
function chooseFirst(event: KeyboardEvent, { suggestions, query, choose }: Finder): void {
  const [first] = suggestions;
  if (event.key !== 'Enter') return;
  event.preventDefault();
  if (first && query.trim()) choose(first);
}

/** The places and teams to choose from, or the sentence that a query found none. */
function suggestionList({ context, suggestions, query, choose }: Finder): unknown {
  if (suggestions.length === 0)
    return query.trim()
      ? html`<p role="alert">${context.wording.t('rosterNonePlace')}</p>`
      : nothing;
  return html`<ul class="places">
    ${suggestions.map(
      (suggestion) =>
        html`<li>
          <button class="place" @click=${() => choose(suggestion)}>
            ${placeText(context, suggestion, query)}
          </button>
        </li>`,
    )}
  </ul>`;
}

function placeText(
  context: RosterContext,
  { place, team }: Suggestion,
  query: string,
): TemplateResult {
  const chosen = team === undefined ? undefined : context.feed.roster.teams[team];
  if (chosen) {
    const hamlet = context.places.hamletOf(chosen) || textOf(chosen.name, context.wording.language);
    return html`<span class="place-name">${marked(hamlet, query)}</span>
      <span class="muted">${marked(place.name, query)}</span>`;
  }
  const more = [place.above, place.present].filter(Boolean).join('; ');
  return html`<span class="place-name">${marked(place.name, query)}</span>
    ${more ? html`<span class="muted">${marked(more, query)}</span>` : nothing}`;
}

function backButton({ back, context }: Finder): TemplateResult {
  return html`<button class="link back" @click=${back}>
    ‹ ${context.wording.t('rosterBack')}
  </button>`;
}

function teamStep(finder: Finder, place: Place): TemplateResult {
  const { context, teams } = finder;
  const { t, language } = context.wording;
  return html`<div class="finder" part="finder">
    ${backButton(finder)} ${step(finder, 2, t('rosterChooseTeam'))}
    <p>
      ${place.name}${place.present ? html` <span class="muted">(${place.present})</span>` : nothing}
    </p>
    <ul class="places many">
      ${teams.map((index) => {
        const team = context.feed.roster.teams[index];
        if (!team) return nothing;
        const name = textOf(team.name, language);
        const hamlet = context.places.hamletOf(team);
        return html`<li>
          <button class="place" @click=${() => finder.choose({ place, team: index })}>
            <span class="place-name">${hamlet || name}</span>
            ${hamlet && hamlet !== name ? html`<span class="muted">${name}</span>` : nothing}
          </button>
        </li>`;
      })}
    </ul>
  </div>`;
}

function reachStep(finder: Finder, place: Place, index: number): unknown {
  const { context, link, copied } = finder;
  const { t } = context.wording;
  const team = context.feed.roster.teams[index];
  if (!team) return nothing;
  const present = [place.above, place.present].filter(Boolean).join('; ');
  const share = link
    ? html`<p class="share">
          <button class="link" @click=${finder.copy}>
            ${t(copied ? 'rosterCopied' : 'rosterCopy')}
          </button>
        </p>
        <input
          class="address"
          readonly
          aria-label=${t('rosterLink')}
          .value=${link}
          @focus=${selectAll}
        />`
    : nothing;
  return html`<div class="finder" part="finder">
    ${backButton(finder)} ${step(finder, 3, place.name)}
    ${present ? html`<p class="muted">${capital(present)}</p>` : nothing}
    <div class="reach-team" part="team">
      <div class="reach-words">${teamCard({ ...context, query: '' }, team, share, true)}</div>
      ${qrView(context, team)}
    </div>
  </div>`;
}

const selectAll = (event: Event): void => (event.target as HTMLInputElement).select();
