/** The parts around the list: counts, notices, structure, progress, and the facts of the footer. */
import { html, nothing } from 'lit';
import type { Observation } from '../../api/figures.js';
import type { RosterDocument } from '../../api/roster-document.js';
import type { Team } from '../../api/teams.js';
import type { RosterFeed } from '../../data/roster-feed.js';
import { formatAt, formatDay } from '../../i18n/dates.js';
import { DOT } from '../../i18n/dot.js';
import { parseAt } from '../../domain/calendar.js';
import { isExact } from '../../domain/observations.js';
import { isOld, nextReport, totalsOf, type Total } from '../../domain/roster-totals.js';
import { figureText, type Wording } from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import { textOf } from '../../i18n/texts.js';
import type { TextKey } from '../../i18n/vi.js';
import type { FooterFacts } from '../../parts/base/footer.js';
import type { RosterPlaces } from './team-roster.places.js';
import { countOfMembers, roleWord, teamsText } from './team-roster.view.js';

/** "90 tổ · 450 thành viên", "Cấp xã: 14 tổ": what the data states, else what the list adds up to once it is whole. */
export function countsView(totals: readonly Total[], whole: boolean, w: Wording): unknown {
  const states = totals.some(({ stated }) => stated);
  const texts = totals.map((total) =>
    total.stated ? statedText(total, w) : whole && !states ? listedText(total, w) : '',
  );
  const line = texts.filter(Boolean).join(DOT);
  return line ? html`<p class="counts" part="counts">${line}</p>` : nothing;
}

const LEVELS: ReadonlyMap<string, TextKey> = new Map<string, TextKey>([
  ['teams.commune', 'rosterCommuneLevel'],
  ['teams.hamlet', 'rosterHamletLevel'],
]);

function statedText({ indicator, stated }: Total, w: Wording): string {
  if (!stated) return '';
  const n = isExact(stated)
    ? formatNumber(stated.value, w.language)
    : figureText(stated, undefined, w, false);
  if (indicator === 'members') return countOfMembers(n, w);
  const teams = w.t(isExact(stated) && stated.value === 1 ? 'rosterTeam' : 'rosterTeams', { n });
  const level = LEVELS.get(indicator);
  return level ? `${w.t(level)}: ${teams}` : teams;
}

function listedText({ indicator, listed, counted }: Total, w: Wording): string {
  // A list without teams says so in its sentence; "0 tổ" would be a figure.
  if (listed === 0) return '';
  if (indicator === 'teams') return teamsText(listed, w);
  if (indicator !== 'members') return '';
  const n = countOfMembers(formatNumber(listed, w.language), w);
  return counted === undefined
    ? n
    : w.t('rosterCounted', { n, teams: formatNumber(counted, w.language) });
}

/** The differences between the list and the totals in the data. */
function differencesOf(
  totals: readonly Total[],
  nameOf: (indicator: string) => string,
  w: Wording,
): string[] {
  return totals
    .filter(({ differs }) => differs)
    .map(({ indicator, listed, counted, stated }) => {
      const n = formatNumber(listed, w.language);
      return w.t('rosterDiffers', {
        name: nameOf(indicator),
        listed:
          counted === undefined
            ? n
            : w.t('rosterCounted', { n, teams: formatNumber(counted, w.language) }),
        stated: stated ? figureText(stated, undefined, w, false) : '',
      });
    });
}

/**
 * "Báo cáo ngày 20 hằng tháng, kỳ tới 20/12/2026, gửi UBND huyện". Of a list that is out of date, or of
 * an area that is no more, nobody knows the next report.
 */
function reportText(
  { reporting }: RosterDocument,
  today: string,
  isCurrent: boolean,
  { t, language }: Wording,
): string {
  const next = nextReport(reporting, today);
  if (!next || reporting?.day === undefined) return '';
  const to = textOf(reporting.to, language);
  return [
    t('rosterReport', { day: reporting.day }),
    isCurrent ? t('rosterReportNext', { date: formatDay(next, language) }) : '',
    to ? t('rosterReportTo', { to }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The structure of a team at each level; loaded on demand. */
function structureView({ doc }: RosterFeed, w: Wording): unknown {
  const { structure } = doc;
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
        const rest = [figure, textOf(label, language)].filter(Boolean).join('; ');
        return html`<li>${at}${who ? `, ${who.toLowerCase()}` : ''}${rest ? `: ${rest}` : ''}</li>`;
      })}
    </ul>
  </details>`;
}

/** What stands between a list and its footer. */
export function belowView(
  feed: RosterFeed,
  totals: readonly Total[],
  { isFinder, load }: { readonly isFinder: boolean; readonly load: () => void },
  w: Wording,
): unknown {
  return html`${progressView(feed, statedTeams(totals), load, w)}
  ${isFinder ? nothing : detailsView(feed, totals, w)}`;
}

/** The part of the list that is loaded, and a button where the next page failed. */
function progressView(
  feed: RosterFeed,
  total: number | undefined,
  more: () => void,
  w: Wording,
): unknown {
  const { t, language } = w;
  const n = formatNumber(feed.roster.teams.length, language);
  const loaded =
    total === undefined || total < feed.roster.teams.length
      ? t('rosterLoadedSome', { n })
      : t('rosterLoadedOf', { n, total: formatNumber(total, language) });
  if (feed.error) {
    return html`<p class="progress warn" part="progress" role="status">
      ${t('rosterPageFailed')} ${loaded}.
      <button class="link" part="retry" @click=${more}>${t('retry')}</button>
    </p>`;
  }
  // The line keeps its space, because the footer would jump under the finger of a reader who scrolls.
  if (!feed.loading && !feed.hasMore)
    return feed.pages > 1 ? html`<p class="progress" aria-hidden="true">&nbsp;</p>` : nothing;
  return html`<p class="progress muted" part="progress" role="status">
    ${loaded}.
    ${feed.loading ? t('rosterLoading') : html`<button class="link" @click=${more}>${t('rosterMore')}</button>`}
  </p>`;
}

/** The notices of a list: its age, its next report, and what the area is part of now. */
export function noticesView(
  { doc }: RosterFeed,
  places: RosterPlaces,
  totals: readonly Total[],
  today: string,
  w: Wording,
): unknown {
  const { t, language } = w;
  // The totals have a date of their own, because a file that was written anew may hold an old list.
  const written = [doc.updated, statedOf(totals)?.at]
    .find((date) => isOld(date, today))
    ?.replace(/T.*/, '');
  const isDay = written?.length === '2022-08-31'.length;
  const old = written
    ? t(isDay ? 'rosterOldDay' : 'rosterOld', { date: formatAt(written, language) })
    : '';
  const isCurrent = !places.presentLine && !old;
  const lines = [places.presentLine, reportText(doc, today, isCurrent, w)].filter(Boolean);
  if (lines.length === 0 && !old) return nothing;
  return html`<div class="notices" part="notices">
    ${lines.map((line) => html`<p class="muted">${line}</p>`)}
    ${old ? html`<p class="warn">◆ ${old}</p>` : nothing}
  </div>`;
}

/** Where list and published totals differ, and how teams are made up. */
function detailsView(feed: RosterFeed, totals: readonly Total[], w: Wording): unknown {
  const name = (key: string): string => textOf(feed.indicators[key]?.name, w.language) || key;
  const differences = feed.isWhole ? differencesOf(totals, name, w) : [];
  return html`${differences.map((line) => html`<p class="muted line">${line}</p>`)}
  ${structureView(feed, w)}`;
}

/** The date and the source of a list: those of its published totals, else those of its document. */
export function footerFacts(
  { doc }: RosterFeed,
  totals: readonly Total[],
): Omit<FooterFacts, 'url'> {
  const stated = totals.find(({ stated: o }) => o?.source)?.stated ?? totals[0]?.stated;
  const first = doc.teams[0] as Team | undefined;
  return {
    at: stated?.at ?? (first && doc.updated ? parseAt(doc.updated)?.lastDay : undefined),
    atApprox: stated?.atApprox,
    source: doc.sources[stated?.source ?? first?.source ?? ''],
  };
}

/** The total that the data states of all its teams. */
function statedTeams(totals: readonly Total[]): number | undefined {
  const stated = totals.find(({ indicator }) => indicator === 'teams')?.stated;
  return stated && !stated.approx && typeof stated.value === 'number' ? stated.value : undefined;
}

const statedOf = (totals: readonly Total[]): Observation | undefined =>
  totals.find(({ stated }) => stated?.at)?.stated;

/** The totals of a list as far as they are known: those it adds up to only once it is whole. */
export function rosterTotals(feed: RosterFeed, places: RosterPlaces): Total[] {
  return totalsOf(feed.isWhole ? places.teams : [], feed.doc.observations, places.scope);
}
