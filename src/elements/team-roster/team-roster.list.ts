/** The list: groups and teams in rows or cards, of which only the visible ones are drawn; and all of it as a page. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Team } from '../../api/teams.js';
import type { RosterItems, ShownGroup } from '../../domain/roster-items.js';
import { textOf } from '../../i18n/texts.js';
import type { Wording } from '../../i18n/figures.js';
import {
  contactView,
  countText,
  marked,
  membersText,
  peopleView,
  placeView,
  qrTarget,
  qrView,
  sampleBadge,
  teamCard,
  teamsText,
  type Drawn,
} from './team-roster.view.js';

export interface List {
  readonly drawn: Drawn;
  readonly view: 'list' | 'cards';
  /** The rows drawn: `from` up to before `to`. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** False while there are pages that have not been loaded: how many rows there are is not known. */
  readonly whole: boolean;
  /** The row that Tab comes to. */
  readonly active: number;
  readonly closed: ReadonlySet<string>;
  /** The team whose QR code is open. */
  readonly qrOf: number;
  readonly wide: boolean;
  readonly level: number;
  readonly toggle: (group: string) => void;
  readonly showQr: (team: number) => void;
  readonly scroll: (event: Event) => void;
  readonly key: (event: KeyboardEvent) => void;
}

/** The name of a row that stays when rows come before it. */
export function rowKey(items: RosterItems, index: number): string {
  const head = items.headAt(index);
  if (head) return `g:${head.group.id}`;
  const [first = -1] = items.teamsAt(index);
  return `t:${items.roster.teams[first]?.id ?? ''}`;
}

export function listView(list: List): TemplateResult {
  const { drawn, view, from, to } = list;
  const rows: number[] = [];
  for (let row = from; row < to; row++) rows.push(row);
  const { t } = drawn.wording;
  const table = view === 'list';
  const count = list.whole ? drawn.items.length + (table ? 1 : 0) : -1;
  return html`<div class="frame">
    <div
      class="rows ${view}"
      part="list"
      role=${table ? 'table' : 'list'}
      aria-label=${list.label}
      aria-rowcount=${table ? count : nothing}
      tabindex="-1"
      @scroll=${list.scroll}
      @keydown=${list.key}
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
  const { drawn, view } = list;
  const owner = drawn.items.headAt(index);
  if (owner) return headView(list, owner, index);
  const teams = drawn.items.teamsAt(index);
  return view === 'cards' ? cardsRow(list, teams, index) : teamRow(list, teams[0] ?? -1, index);
}

/** "Phường An Khê (cũ)", what it is part of now, and how many teams it has. */
export function groupTitle({ briefPlace, query }: Drawn, { group }: ShownGroup): unknown {
  const { name, above, present } = briefPlace(group.id);
  return html`<span class="group-name">${marked(name, query)}</span>${
      above ? html` <span class="muted">${marked(above, query)}</span>` : nothing
    }${present ? html` <span class="muted">(${present})</span>` : nothing}`;
}

function headView(list: List, owner: ShownGroup, index: number): TemplateResult {
  const { drawn, view, closed, toggle, active } = list;
  const { id } = owner.group;
  const open = !closed.has(id);
  const table = view === 'list';
  const button = html`<button
    class="group"
    data-focus
    tabindex=${index === active ? 0 : -1}
    aria-expanded=${open ? 'true' : 'false'}
    @click=${() => toggle(id)}
  >
    <span class="fold" aria-hidden="true">${open ? '−' : '+'}</span>
    <span class="group-title">${groupTitle(drawn, owner)}</span>
    <span class="group-count">${groupCount(drawn, owner)}</span>
  </button>`;
  return html`<div
    class="group-row"
    role=${table ? 'row' : 'listitem'}
    aria-rowindex=${table ? index + 2 : nothing}
    data-row=${index}
    data-key=${rowKey(drawn.items, index)}
  >
    ${
      table
        ? html`<div role="rowheader" aria-colspan="3">${button}</div>`
        : html`<div role="heading" aria-level=${list.level}>${button}</div>`
    }
  </div>`;
}

function groupCount({ wording, feed, items }: Drawn, owner: ShownGroup): string {
  const { t, language } = wording;
  let sum = 0;
  let whole = true;
  for (let i = owner.from; i < owner.to; i++) {
    const members = feed.roster.teams[items.flow[i] ?? -1]?.members;
    if (typeof members === 'number') sum += members;
    else whole = false;
  }
  const teams = teamsText(owner.to - owner.from, wording);
  return whole ? `${teams} · ${t('rosterMembers', { n: countText(sum, language) })}` : teams;
}

function teamRow(list: List, index: number, row: number): unknown {
  const { drawn, active } = list;
  const { wording: w, feed, query, items } = drawn;
  const team = feed.roster.teams[index];
  if (!team) return nothing;
  const name = textOf(team.name, w.language);
  const hamlet = drawn.hamletOf(team);
  const owner = items.ownerAt(row);
  const last = owner && items.flow[owner.to - 1] === index;
  return html`<div
    class="team-row ${team.level} ${last ? 'last' : ''}"
    role="row"
    aria-rowindex=${row + 2}
    data-row=${row}
    data-key=${rowKey(drawn.items, row)}
    data-focus
    tabindex=${row === active ? 0 : -1}
  >
    <div class="who" role="rowheader">
      <span class="team-name">${marked(name, query)}</span>${
        hamlet && !name.includes(hamlet)
          ? html`<span class="hamlet"> · ${marked(hamlet, query)}</span>`
          : nothing
      }${sampleBadge(drawn, team)}
      ${peopleView(drawn, team)}
    </div>
    <div class="size" role="cell">${sizeView(team, w)}</div>
    <div class="reach" role="cell">
      ${contactView(drawn, team)} ${qrToggle(list, team, index)}
      ${list.qrOf === index ? qrView(drawn, team) : nothing}
      ${team.contact?.place ? html`<p class="muted">${textOf(team.contact.place, w.language)}</p>` : nothing}
    </div>
  </div>`;
}

/** The button of the code: only where a second device is likely to read it. */
function qrToggle({ drawn, qrOf, showQr, wide }: List, team: Team, index: number): unknown {
  if (!wide || !qrTarget(team)) return nothing;
  const open = qrOf === index;
  const { t } = drawn.wording;
  return html`<button
    class="link qr-button"
    aria-expanded=${open ? 'true' : 'false'}
    @click=${() => showQr(open ? -1 : index)}
  >
    ${t(open ? 'rosterQrHide' : 'rosterQr')}
  </button>`;
}

function cardsRow(list: List, teams: readonly number[], row: number): TemplateResult {
  const { drawn, active } = list;
  return html`<div
    class="cards-row"
    role="presentation"
    data-row=${row}
    data-key=${rowKey(drawn.items, row)}
  >
    ${teams.map((index, i) => {
      const team = drawn.feed.roster.teams[index];
      if (!team) return nothing;
      const code = list.qrOf === index ? qrView(drawn, team) : nothing;
      return html`<div
        class="team-card"
        part="team"
        role="listitem"
        data-focus=${i === 0 ? '' : nothing}
        tabindex=${row === active && i === 0 ? 0 : -1}
      >
        ${teamCard(drawn, team, html`${qrToggle(list, team, index)} ${code}`)}
      </div>`;
    })}
    ${[...Array(drawn.items.columns - teams.length).keys()].map(() => html`<div class="no-card"></div>`)}
  </div>`;
}

/** "7"; on a narrow page, where no column says of what, "7 thành viên". */
function sizeView(team: Team, w: Wording): TemplateResult {
  const size = membersText(team, w);
  return size === undefined
    ? html`<span class="muted">${w.t('missing')}</span>`
    : html`${size}<span class="unit"> ${w.t('rosterMember').toLowerCase()}</span>`;
}

/** Everything as one table, for the browser's own search and for paper; `most` groups at first. */
export function plainView(drawn: Drawn, caption: string, most: number): TemplateResult {
  const { wording: w, items } = drawn;
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
    ${items.shown.slice(0, most).map(
      (owner) =>
        html`<tbody>
          <tr class="plain-group" role="row">
            <th scope="rowgroup" role="rowheader" colspan="4">
              ${groupTitle(drawn, owner)} <span class="muted">· ${groupCount(drawn, owner)}</span>
            </th>
          </tr>
          ${items.teamsOf(owner).map((index) => plainRow(drawn, index))}
        </tbody>`,
    )}
  </table>`;
}

function plainRow(drawn: Drawn, index: number): unknown {
  const { wording: w, query } = drawn;
  const team = drawn.feed.roster.teams[index];
  if (!team) return nothing;
  const name = textOf(team.name, w.language);
  const hamlet = drawn.hamletOf(team);
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      ${marked(name, query)}${hamlet && !name.includes(hamlet) ? html`<br />${marked(hamlet, query)}` : nothing}
      ${sampleBadge(drawn, team)}
    </th>
    <td class="number" role="cell">${sizeView(team, w)}</td>
    <td role="cell">${peopleView(drawn, team)}</td>
    <td role="cell">${contactView(drawn, team)}${placeView(drawn, team)}</td>
  </tr>`;
}
