/** A team and a group as a reader sees them: in a row of the list, on a card, on a page to print. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { RosterFeed } from '../../data/roster-feed.js';
import type { Team } from '../../api/teams.js';
import { emailLink, phoneLink, zaloLink, type ContactLink } from '../../domain/contacts.js';
import { formatAt } from '../../i18n/dates.js';
import { shownPeople, type Role, type ShownPerson } from '../../domain/people.js';
import { fold } from '../../domain/fold.js';
import { membersOf } from '../../domain/roster.js';
import type { RosterItems } from '../../domain/roster-items.js';
import { markMatches } from '../../domain/search-text.js';
import { figureText, type Wording } from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import { nameOrder } from '../../i18n/order.js';
import { textOf } from '../../i18n/texts.js';
import type { TextKey } from '../../i18n/vi.js';
import type { RosterPlaces } from './team-roster.places.js';
import type { QrCodes } from './team-roster.qr-codes.js';

/** The inputs of every part of the list. */
export interface RosterContext {
  readonly feed: RosterFeed;
  readonly items: RosterItems;
  readonly wording: Wording;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
  /** The text that is searched for. */
  readonly query: string;
  readonly places: RosterPlaces;
  /** True where the whole list is invented: then its title says so, and not every team. */
  readonly isSample: boolean;
  readonly qrCodes: QrCodes;
}

const ROLE_KEYS: ReadonlyMap<string, TextKey> = new Map<Role, TextKey>([
  ['leader', 'rosterLeader'],
  ['deputy', 'rosterDeputy'],
  ['member', 'rosterMember'],
  ['collaborator', 'rosterCollaborator'],
]);

/** The word for a role of a team; a role without a text is shown as the data write it. */
export function roleWord(role: string, { t }: Wording): string {
  const key = ROLE_KEYS.get(role);
  return key ? t(key) : role;
}

/** "90 tổ", "1 team". */
export function teamsText(n: number, { t, language }: Wording): string {
  return t(n === 1 ? 'rosterTeam' : 'rosterTeams', { n: formatNumber(n, language) });
}

/** "450 thành viên", "1 member", "5 to 8 members". */
export const countOfMembers = (n: string, { t }: Wording): string =>
  t(n === '1' ? 'rosterMembersOne' : 'rosterMembers', { n });

/** The people of a team that may be shown, by role. */
export function leadersOf({ today, wording }: RosterContext, { people }: Team): ShownPerson[] {
  return shownPeople(people, today, nameOrder(wording.language));
}

/** "Tổ trưởng: Nguyễn Thị Mẫu (Bí thư chi đoàn)", "Thành viên: 3 người", "Tổ phó". */
export function roleText({ role, name, label, count }: ShownPerson, w: Wording): string {
  const word = roleWord(role, w);
  const post = textOf(label, w.language);
  const who =
    name ??
    (count === undefined
      ? ''
      : w.t('rosterPeople', { role: '', n: formatNumber(count, w.language) }));
  const text = name ? `${word}: ${name}` : who ? `${word}${who}` : word;
  return post ? (name || who ? `${text} (${post})` : `${text}: ${post}`) : text;
}

/** "5 thành viên", "từ 5 đến 10", "hơn 20"; undefined where the data does not say. */
export function membersText(team: Team, w: Wording): string | undefined {
  const members = membersOf(team);
  if (!members) return undefined;
  const { value, range, approx } = members;
  if (value !== undefined && !range && !approx) return formatNumber(value, w.language);
  return figureText(
    {
      area: 'vn',
      indicator: '-',
      value,
      range: range as [number, number | null] | undefined,
      approx,
    },
    undefined,
    w,
  );
}

/** A text with what was searched for marked. */
export function marked(text: string, query: string): unknown {
  if (!query) return text;
  return markMatches(text, query).map(({ text: piece, hit }) =>
    hit ? html`<mark>${piece}</mark>` : piece,
  );
}

/** The people of a team, one line for each role. */
export function peopleView(context: RosterContext, team: Team): unknown {
  const people = leadersOf(context, team);
  if (people.length === 0) return nothing;
  return html`<ul class="people" part="people">
    ${people.map((p) => html`<li>${marked(roleText(p, context.wording), p.name ? context.query : '')}</li>`)}
  </ul>`;
}

/** The hamlet of a team, where the name of the team does not say it already. */
export function hamletBeside({ places, wording }: RosterContext, team: Team): string {
  const hamlet = places.hamletOf(team);
  return fold(textOf(team.name, wording.language)).includes(fold(hamlet)) ? '' : hamlet;
}

/** "Số liệu minh họa" at a team that is invented. */
export function sampleBadge({ feed, wording, isSample }: RosterContext, team: Team): unknown {
  return !isSample && feed.sources[team.source ?? '']?.sample
    ? html` <span class="badge">${wording.t('sample')}</span>`
    : nothing;
}

/** The ways to reach a team, as links where they are good ones; in the same window, for in-app browsers. */
export function contactView({ wording }: RosterContext, team: Team, big = false): unknown {
  const { t, language } = wording;
  const name = textOf(team.name, language);
  const { contact = {} } = team;
  const phone = phoneLink(contact.phone);
  const zalo = zaloLink(contact.zalo);
  const email = emailLink(contact.email);
  if (!phone && !zalo && !email) return html`<span class="muted">${t('rosterNoContact')}</span>`;
  const style = big ? 'action' : 'contact';
  const callLabel = phone && t('rosterCallTeam', { team: name, phone: phone.text });
  return html`<span class="contacts ${big ? 'big' : ''}">
    ${wayView(phone, {
      part: 'call',
      style: `${style} primary`,
      label: callLabel ?? '',
      words: big && phone ? html`${t('rosterCall')} <span class="number">${phone.text}</span>` : '',
    })}
    ${wayView(zalo, {
      part: 'zalo',
      style,
      label: t('rosterWriteTeam', { team: name }),
      words: big ? t('rosterWrite') : 'Zalo',
      rel: 'noopener',
    })}
    ${wayView(email, {
      part: 'email',
      style,
      label: t('rosterEmailTeam', { team: name }),
      words: big ? t('rosterEmail') : '',
    })}
  </span>`;
}

interface Way {
  readonly part: string;
  readonly style: string;
  /** What the link does, for readers who hear it. */
  readonly label: string;
  /** The words of the link; empty for the contact itself. */
  readonly words: unknown;
  readonly rel?: string;
}

/** One way to reach a team: a link, or its text where no link can be made of it. */
function wayView(contact: ContactLink | undefined, way: Way): unknown {
  if (!contact) return nothing;
  const { text, href } = contact;
  if (!href) return html`<span>${text}</span>`;
  return html`<a
    class=${way.style}
    part=${way.part}
    href=${href}
    rel=${way.rel ?? nothing}
    aria-label=${way.label}
    >${way.words || text}</a
  >`;
}

/** The target of a team's QR code: its Zalo, else its phone. */
export function qrTarget({ contact }: Team): string | undefined {
  return zaloLink(contact?.zalo)?.href ?? phoneLink(contact?.phone)?.href;
}

/** The QR code, and under it its visible target. */
export function qrView(context: RosterContext, team: Team): unknown {
  const target = qrTarget(team);
  const code = target && context.qrCodes.of(target);
  if (!target || !code) return nothing;
  const where = target.replace(/^(https:\/\/|tel:|zalo:\/\/)/, '');
  const side = code.size + 8;
  return html`<figure class="qr" part="qr">
    <svg
      viewBox="-4 -4 ${side} ${side}"
      role="img"
      aria-label=${context.wording.t('rosterQrOf', { host: where })}
    >
      ${svg`<rect class="quiet" x="-4" y="-4" width=${side} height=${side}></rect><path d=${code.path}></path>`}
    </svg>
    <figcaption>${where}</figcaption>
  </figure>`;
}

/** The meeting place and time of a team, and its other details. */
export function placeView({ wording }: RosterContext, team: Team): unknown {
  const { t, language } = wording;
  const place = textOf(team.contact?.place, language);
  const note = textOf(team.contact?.note, language);
  return html`${place ? html`<p>${t('rosterPlace')}: ${place}</p>` : nothing}
  ${note ? html`<p class="muted">${note}</p>` : nothing}
  ${
    team.founded
      ? html`<p class="muted">${t('rosterFounded', { date: formatAt(team.founded, language) })}</p>`
      : nothing
  }`;
}

/** All details of a team: a card of the list, and the last step of the finder. */
export function teamCard(
  context: RosterContext,
  team: Team,
  extra: unknown = nothing,
  big = false,
): TemplateResult {
  const { wording: w, query } = context;
  const hamlet = hamletBeside(context, team);
  const members = membersText(team, w);
  return html`<div class="team-name">
      ${marked(textOf(team.name, w.language), query)}${sampleBadge(context, team)}
    </div>
    ${hamlet ? html`<p>${marked(hamlet, query)}</p>` : nothing}
    ${members ? html`<p class="muted">${countOfMembers(members, w)}</p>` : nothing}
    ${peopleView(context, team)} ${placeView(context, team)} ${contactView(context, team, big)}
    ${extra}`;
}
