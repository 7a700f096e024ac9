/** The list as rows or cards, of which only those in view are drawn, and the whole list as one page. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Team } from '../../api/teams.js';
import type { GroupSpan } from '../../domain/roster-items.js';
import { DOT } from '../../i18n/dot.js';
import { textOf } from '../../i18n/texts.js';
import type { Wording } from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import type { RosterRows } from './team-roster.rows.js';
import {
  contactView,
  hamletBeside,
  marked,
  membersText,
  peopleView,
  placeView,
  qrTarget,
  qrView,
  sampleBadge,
  teamCard,
  countOfMembers,
  teamsText,
  type RosterContext,
} from './team-roster.view.js';

export interface List {
  readonly context: RosterContext;
  readonly rows: RosterRows;
  readonly view: 'list' | 'cards';
  /** The name of the list, for readers who cannot see it. */
  readonly label: string;
  /** True where there is room for columns. */
  readonly wide: boolean;
  /** The level of the headings of groups. */
  readonly level: number;
}

/** The list: the rows that are drawn, and the head of the columns. */
export function listView(list: List): TemplateResult {
  const { context, view, rows: controller } = list;
  const { from, to, scroll } = controller.window;
  const rows: number[] = [];
  for (let row = from; row < to; row++) rows.push(row);
  const { t } = context.wording;
  const table = view === 'list';
  const count = !context.feed.hasMore ? context.items.length + (table ? 1 : 0) : -1;
  return html`<div class="frame">
    <div
      class="rows ${view}"
      part="list"
      role=${table ? 'table' : 'list'}
      aria-label=${list.label}
      aria-rowcount=${table ? count : nothing}
      tabindex="-1"
      @scroll=${scroll}
      @keydown=${controller.key}
    >
      ${
        table
          ? html`<div class="head-row" role="row" aria-rowindex="1">
              <span role="columnheader">${t('rosterColumnTeam')}</span>
              <span role="columnheader" class="size">${t('rosterColumnMembers')}</span>
              <span role="columnheader">${t('rosterColumnContact')}</span>
            </div>`
          : nothing
      }
      <div class="above" role="presentation"></div>
      ${repeat(
        rows,
        (index) => index,
        (index) => rowView(list, index),
      )}
      <div class="below" role="presentation"></div>
    </div>
  </div>`;
}

function rowView(list: List, index: number): unknown {
  const { context, view } = list;
  const owner = context.items.headAt(index);
  if (owner) return headView(list, owner, index);
  const teams = context.items.teamsAt(index);
  return view === 'cards' ? cardsRow(list, teams, index) : teamRow(list, teams[0] ?? -1, index);
}

/** "Phường An Khê (cũ)", what it is part of now, and how many teams it has. */
function groupTitle({ places, query }: RosterContext, { group }: GroupSpan): unknown {
  const { name, above, present } = places.brief(group.id);
  return html`<span class="group-name">${marked(name, query)}</span>${
      above ? html` <span class="muted">${marked(above, query)}</span>` : nothing
    }${present ? html` <span class="muted">(${present})</span>` : nothing}`;
}

function headView(list: List, owner: GroupSpan, index: number): TemplateResult {
  const { context, view, rows } = list;
  const { id } = owner.group;
  const open = !rows.closed.has(id);
  const table = view === 'list';
  const button = html`<button
    class="group"
    data-focus
    tabindex=${index === rows.active ? 0 : -1}
    aria-expanded=${open ? 'true' : 'false'}
    @click=${() => rows.toggle(id)}
  >
    <span class="fold" aria-hidden="true">${open ? '−' : '+'}</span>
    <span class="group-title">${groupTitle(context, owner)}</span>
    <span class="group-count">${groupCount(context, owner)}</span>
  </button>`;
  return html`<div
    class="group-row ${index === context.items.length - 1 ? 'end' : ''}"
    role=${table ? 'row' : 'listitem'}
    aria-rowindex=${table ? index + 2 : nothing}
    data-row=${index}
    data-key=${context.items.keyAt(index)}
  >
    ${
      table
        ? html`<div role="rowheader" aria-colspan="3">${button}</div>`
        : html`<div role="heading" aria-level=${list.level}>${button}</div>`
    }
  </div>`;
}

function groupCount({ wording, feed, items }: RosterContext, owner: GroupSpan): string {
  const { language } = wording;
  let sum = 0;
  let whole = true;
  for (let i = owner.from; i < owner.to; i++) {
    const members = feed.roster.teams[items.teamIndexes[i] ?? -1]?.members;
    if (typeof members === 'number') sum += members;
    else whole = false;
  }
  const teams = teamsText(owner.to - owner.from, wording);
  return whole ? `${teams}${DOT}${countOfMembers(formatNumber(sum, language), wording)}` : teams;
}

function teamRow(list: List, index: number, row: number): unknown {
  const { context, rows } = list;
  const { wording: w, feed, query, items } = context;
  const team = feed.roster.teams[index];
  if (!team) return nothing;
  const name = textOf(team.name, w.language);
  const hamlet = hamletBeside(context, team);
  const owner = items.ownerAt(row);
  const isLast = owner && items.teamIndexes[owner.to - 1] === index;
  const isEnd = row === items.length - 1;
  return html`<div
    class="team-row ${team.level} ${isLast ? 'last' : ''} ${isEnd ? 'end' : ''}"
    role="row"
    aria-rowindex=${row + 2}
    data-row=${row}
    data-key=${context.items.keyAt(row)}
    data-focus
    tabindex=${row === rows.active ? 0 : -1}
  >
    <div class="who" role="rowheader">
      <span class="team-name">${marked(name, query)}</span>${
        hamlet ? html`<span class="hamlet">${DOT}${marked(hamlet, query)}</span>` : nothing
      }${sampleBadge(context, team)}
      ${peopleView(context, team)}
    </div>
    <div class="size" role="cell">${sizeView(team, w)}</div>
    <div class="reach" role="cell">
      ${contactView(context, team)} ${qrToggle(list, team, index)}
      ${rows.qrTeam === index ? qrView(context, team) : nothing}
      ${team.contact?.place ? html`<p class="muted">${textOf(team.contact.place, w.language)}</p>` : nothing}
    </div>
  </div>`;
}

/** The button of the code: only where a second device is likely to read it. */
function qrToggle({ context, rows, wide }: List, team: Team, index: number): unknown {
  if (!wide || !qrTarget(team)) return nothing;
  const open = rows.qrTeam === index;
  const { t } = context.wording;
  return html`<button
    class="link qr-button"
    aria-expanded=${open ? 'true' : 'false'}
    @click=${() => rows.showQr(open ? -1 : index)}
  >
    ${t(open ? 'rosterQrHide' : 'rosterQr')}
  </button>`;
}

function cardsRow(list: List, teams: readonly number[], row: number): TemplateResult {
  const { context, rows } = list;
  return html`<div
    class="cards-row"
    role="presentation"
    data-row=${row}
    data-key=${context.items.keyAt(row)}
  >
    ${teams.map((index, i) => {
      const team = context.feed.roster.teams[index];
      if (!team) return nothing;
      const code = rows.qrTeam === index ? qrView(context, team) : nothing;
      return html`<div
        class="team-card"
        part="team"
        role="listitem"
        data-focus=${i === 0 ? '' : nothing}
        tabindex=${row === rows.active && i === 0 ? 0 : -1}
      >
        ${teamCard(context, team, html`${qrToggle(list, team, index)} ${code}`)}
      </div>`;
    })}
    ${[...Array(context.items.columns - teams.length).keys()].map(() => html`<div class="no-card"></div>`)}
  </div>`;
}

/** "7"; on a narrow page "7 thành viên", or whose figure is missing, because no column head says what is counted. */
function sizeView(team: Team, w: Wording): TemplateResult {
  const size = membersText(team, w);
  return size === undefined
    ? html`<span class="muted"
        >${w.t('missing')}<span class="unit"> ${w.t('rosterMembersMissing')}</span></span
      >`
    : html`${size}<span class="unit"> ${w.t('rosterMember').toLowerCase()}</span>`;
}

/** The whole list as one page, with its first `most` groups; `close` goes back to the list. */
export function pageView(
  context: RosterContext,
  caption: string,
  most: number,
  close: (() => void) | undefined,
): TemplateResult {
  const { t } = context.wording;
  return html`<p class="muted line screen">
      ${t('rosterPlainNote')}
      ${close ? html`<button class="link" @click=${close}>${t('rosterPlainClose')}</button>` : nothing}
    </p>
    <div class="plain-page">${plainView(context, caption, most)}</div>`;
}

function plainView(context: RosterContext, caption: string, most: number): TemplateResult {
  const { wording: w, items } = context;
  const { t } = w;
  // The roles are named because a narrow page shows the cells of a row one below the other.
  return html`<table class="plain" part="table" role="table">
    <caption class="sr">
      ${caption}
    </caption>
    <thead>
      <tr role="row">
        <th scope="col" role="columnheader">${t('rosterColumnTeam')}</th>
        <th scope="col" role="columnheader" class="number">${t('rosterColumnMembers')}</th>
        <th scope="col" role="columnheader">${t('rosterColumnPeople')}</th>
        <th scope="col" role="columnheader">${t('rosterColumnContact')}</th>
      </tr>
    </thead>
    ${items.spans.slice(0, most).map(
      (owner) =>
        html`<tbody>
          <tr class="plain-group" role="row">
            <th scope="rowgroup" role="rowheader" colspan="4">
              ${groupTitle(context, owner)}<span class="muted"
                >${DOT}${groupCount(context, owner)}</span
              >
            </th>
          </tr>
          ${items.teamsOf(owner).map((index) => plainRow(context, index))}
        </tbody>`,
    )}
  </table>`;
}

function plainRow(context: RosterContext, index: number): unknown {
  const { wording: w, query } = context;
  const team = context.feed.roster.teams[index];
  if (!team) return nothing;
  const name = textOf(team.name, w.language);
  const hamlet = hamletBeside(context, team);
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      ${marked(name, query)}${hamlet ? html`<br />${marked(hamlet, query)}` : nothing}
      ${sampleBadge(context, team)}
    </th>
    <td class="number" role="cell">${sizeView(team, w)}</td>
    <td role="cell">${peopleView(context, team)}</td>
    <td role="cell">${contactView(context, team)}${placeView(context, team)}</td>
  </tr>`;
}
