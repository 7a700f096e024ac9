/** What stands around the list: its numbers, its controls, what has to be said about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RosterFeed } from '../../data/roster-feed.js';
import { formatDay } from '../../i18n/dates.js';
import { isExact } from '../../domain/observations.js';
import type { Order } from '../../domain/roster-items.js';
import { nextReport, type Total } from '../../domain/roster-totals.js';
import { figureText, type Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import type { TextKey } from '../../i18n/vi.js';
import { countText, roleWord, teamsText } from './team-roster.view.js';

export interface Filters {
  readonly query: string;
  readonly level: string;
  readonly area: string;
  readonly contact: boolean;
  readonly order: Order;
}

export interface Controls {
  readonly filters: Filters;
  /** The areas to choose from; empty where there are too many, or one. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly bothLevels: boolean;
  readonly someContact: boolean;
  readonly searches: boolean;
  readonly filtered: boolean;
  readonly change: (change: Partial<Filters>) => void;
  /** The reader has written what is searched for. */
  readonly settle: () => void;
  /** "12 kết quả". */
  readonly found: string;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

export function controlsView(c: Controls, { t }: Wording): TemplateResult {
  const { filters, change } = c;
  return html`<div class="controls" part="controls">
    ${
      c.searches
        ? html`<input
            class="search"
            part="search"
            type="search"
            autocomplete="off"
            spellcheck="false"
            aria-label=${t('rosterSearch')}
            placeholder=${t('rosterSearch')}
            .value=${live(filters.query)}
            @input=${(e: Event) => change({ query: valueOf(e) })}
            @change=${c.settle}
          />`
        : nothing
    }
    ${
      c.areas.length > 1 && c.filtered
        ? select(
            t('rosterColumnArea'),
            filters.area,
            [['', t('rosterAllAreas')], ...c.areas.map(({ id, name }) => [id, name] as const)],
            (area) => change({ area }),
          )
        : nothing
    }
    ${
      c.bothLevels && c.filtered
        ? select(
            t('rosterLevel'),
            filters.level,
            [
              ['', t('rosterAnyLevel')],
              ['commune', t('rosterCommuneLevel')],
              ['hamlet', t('rosterHamletLevel')],
            ],
            (level) => change({ level }),
          )
        : nothing
    }
    ${
      c.filtered
        ? select(
            t('rosterOrder'),
            filters.order,
            [
              ['name', t('rosterOrderName')],
              ['members', t('rosterOrderMembers')],
              ['source', t('rosterOrderSource')],
            ],
            (order) => change({ order: order as Order }),
          )
        : nothing
    }
    ${
      c.someContact && c.filtered
        ? html`<label class="check"
            ><input
              type="checkbox"
              .checked=${filters.contact}
              @change=${(e: Event) => change({ contact: (e.target as HTMLInputElement).checked })}
            />
            ${t('rosterHasContact')}</label
          >`
        : nothing
    }
    <p class=${c.found ? 'found-line muted' : 'sr'} role="status">${c.found}</p>
  </div>`;
}

function select(
  label: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<label class="field"
    ><span class="sr">${label}</span>
    <select aria-label=${label} @change=${(e: Event) => choose(valueOf(e))}>
      ${options.map(
        ([value, text]) =>
          html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}
    </select></label
  >`;
}

/** "90 tổ · 450 thành viên", "Cấp xã: 14 tổ": what the data states, else what the list adds up to once it is whole. */
export function countsView(totals: readonly Total[], whole: boolean, w: Wording): unknown {
  const states = totals.some(({ stated }) => stated);
  const texts = totals.map((total) =>
    total.stated ? statedText(total, w) : whole && !states ? listedText(total, w) : '',
  );
  const said = texts.filter(Boolean).join(' · ');
  return said ? html`<p class="counts" part="counts">${said}</p>` : nothing;
}

const LEVELS: Readonly<Record<string, TextKey>> = {
  'teams.commune': 'rosterCommuneLevel',
  'teams.hamlet': 'rosterHamletLevel',
};

function statedText({ indicator, stated }: Total, w: Wording): string {
  if (!stated) return '';
  const n = isExact(stated)
    ? countText(stated.value, w.language)
    : figureText(stated, undefined, w, false);
  if (indicator === 'members') return w.t('rosterMembers', { n });
  const teams = w.t(isExact(stated) && stated.value === 1 ? 'rosterTeam' : 'rosterTeams', { n });
  const level = LEVELS[indicator];
  return level ? `${w.t(level)}: ${teams}` : teams;
}

function listedText({ indicator, listed, counted }: Total, w: Wording): string {
  if (indicator === 'teams') return teamsText(listed, w);
  if (indicator !== 'members' || listed === 0) return '';
  const n = w.t('rosterMembers', { n: countText(listed, w.language) });
  return counted === undefined
    ? n
    : w.t('rosterCounted', { n, teams: countText(counted, w.language) });
}

/** Where the list and the data's own totals do not agree. */
export function differencesOf(
  totals: readonly Total[],
  nameOf: (indicator: string) => string,
  w: Wording,
): string[] {
  return totals
    .filter(({ differs }) => differs)
    .map(({ indicator, listed, counted, stated }) => {
      const n = countText(listed, w.language);
      return w.t('rosterDiffers', {
        name: nameOf(indicator),
        listed:
          counted === undefined
            ? n
            : w.t('rosterCounted', { n, teams: countText(counted, w.language) }),
        stated: stated ? figureText(stated, undefined, w, false) : '',
      });
    });
}

/**
 * "Báo cáo ngày 20 hằng tháng, kỳ tới 20/12/2026, gửi UBND huyện". Of a list that is out of date, or of
 * an area that is no more, nobody knows the next report.
 */
export function reportText(
  { document }: RosterFeed,
  today: string,
  current: boolean,
  { t, language }: Wording,
): string {
  const { reporting } = document;
  const next = nextReport(reporting, today);
  if (!next || reporting?.day === undefined) return '';
  const to = textOf(reporting.to, language);
  return [
    t('rosterReport', { day: reporting.day }),
    current ? t('rosterReportNext', { date: formatDay(next, language) }) : '',
    to ? t('rosterReportTo', { to }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Who makes up a team at which level, on demand. */
export function structureView({ document }: RosterFeed, w: Wording): unknown {
  const { structure } = document;
  if (structure.length === 0) return nothing;
  const { t, language } = w;
  return html`<details class="structure" part="structure">
    <summary>${t('rosterStructure')}</summary>
    <ul>
      ${structure.map(({ level, role, label, count }) => {
        const at =
          level === 'commune'
            ? t('rosterCommuneLevel')
            : level === 'hamlet'
              ? t('rosterHamletLevel')
              : level;
        const figure =
          count === undefined
            ? ''
            : figureText(
                typeof count === 'number'
                  ? { area: 'vn', indicator: '-', value: count }
                  : { area: 'vn', indicator: '-', range: count },
                undefined,
                w,
              );
        const who = role ? roleWord(role, w) : '';
        const said = [figure, textOf(label, language)].filter(Boolean).join('; ');
        return html`<li>${at}${who ? `, ${who.toLowerCase()}` : ''}${said ? `: ${said}` : ''}</li>`;
      })}
    </ul>
  </details>`;
}

/** How much of the list is there, and what to do where the next page did not come. */
export function progressView(
  feed: RosterFeed,
  total: number | undefined,
  more: () => void,
  w: Wording,
): unknown {
  const { t, language } = w;
  const n = countText(feed.roster.teams.length, language);
  const loaded =
    total === undefined || total < feed.roster.teams.length
      ? t('rosterLoadedSome', { n })
      : t('rosterLoadedOf', { n, total: countText(total, language) });
  if (feed.error) {
    return html`<p class="progress warn" part="progress" role="status">
      ${t('rosterPageFailed')} ${loaded}.
      <button class="link" part="retry" @click=${more}>${t('retry')}</button>
    </p>`;
  }
  if (!feed.loading && !feed.hasMore) return nothing;
  return html`<p class="progress muted" part="progress" role="status">
    ${loaded}.
    ${feed.loading ? t('rosterLoading') : html`<button class="link" @click=${more}>${t('rosterMore')}</button>`}
  </p>`;
}
