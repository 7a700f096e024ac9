import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { RosterFeed } from '../../data/roster-feed.js';
import type { RosterDocument } from '../../api/roster-document.js';
import type { Observation } from '../../api/figures.js';
import type { Team } from '../../api/teams.js';
import { areaKind } from '../../domain/areas.js';
import { formerAndPresent, fullAreaName } from '../../i18n/area-names.js';
import { parseAt } from '../../domain/calendar.js';
import { formatAt } from '../../i18n/dates.js';
import { hasContact } from '../../domain/roster.js';
import { sourced } from '../../domain/sourced-observation.js';
import type { RosterItems } from '../../domain/roster-items.js';
import { isOld, totalsOf, type Total } from '../../domain/roster-totals.js';
import { textOf } from '../../i18n/texts.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fields } from '../../parts/styles/fields.styles.js';
import type { FiguresShown, ShownState } from '../../parts/base/data-element.js';
import { footer, type MenuItem } from '../../parts/base/footer.js';
import { titleView } from '../../parts/base/title.js';
import { finderView, type Suggestion } from './team-roster.finder.js';
import { listView, plainView } from './team-roster.list.js';
import {
  controlsView,
  countsView,
  differencesOf,
  progressView,
  reportText,
  structureView,
} from './team-roster.panels.js';
import { TeamRosterPages } from './team-roster.pages.js';
import { countText } from './team-roster.view.js';
import { finder } from './team-roster.finder.styles.js';
import { plain } from './team-roster.plain.styles.js';
import { styles } from './team-roster.styles.js';

/** More areas than a list to choose from can hold. */
const MOST_AREAS = 150;
/** Places that the finder offers before anything is typed. */
const MOST_PLACES = 24;

/**
 * @summary The teams of an area: a list or cards by commune, or a finder for a citizen. People are named only with a recorded consent.
 *
 * @slot - Shown until the teams are there, and kept if they never come.
 * @fires {TcnsLoadEvent} tcns-load - The teams have arrived, or new ones have; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 * @fires {TcnsSelectEvent} tcns-select - A reader chose an area or cleared the choice; `detail.area`.
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart counts - How many teams and members there are.
 * @csspart notices - What has to be said about the list: its age, when is reported, where totals differ.
 * @csspart controls - The search and the choices of area, level and order.
 * @csspart search - The box to type in.
 * @csspart list - The list, which scrolls.
 * @csspart team - A team's card.
 * @csspart people - The people of a team.
 * @csspart call - The link that calls the team.
 * @csspart zalo - The link that opens the team's Zalo.
 * @csspart email - The link that writes to the team.
 * @csspart qr - A QR code and the name of what it opens.
 * @csspart finder - The finder.
 * @csspart structure - How teams are made up.
 * @csspart progress - How much of the list has been loaded.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the figures.
 * @csspart source - The source of the figures.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The whole list on one page.
 *
 * @cssproperty --tcns-team-roster-min-height - Height kept free before the teams arrive (default 560px).
 * @cssproperty --tcns-team-roster-list-height - Height of the list, which scrolls inside it (default 520px).
 */
export class TcnsTeamRoster extends TeamRosterPages {
  static override styles = [base, frame, fields, styles, finder, plain];

  protected override renderDocument(shown: ShownState<RosterDocument>): TemplateResult | undefined {
    const { feed } = this;
    if (!feed) return undefined;
    const w = this.wording;
    const { document } = shown.read;
    const totals = this.totals(feed);
    const title = this.heading ?? this.titleOf(feed);
    const empty = feed.isWhole && feed.roster.teams.length === 0;
    return this.box(html`
      <div class="head">
        ${titleView({ title, level: this.level, sample: false, big: true }, w)}
        ${countsView(totals, feed.isWhole, w)}
      </div>
      ${this.notices(feed)}
      ${empty ? html`<p class="muted line">${w.t('rosterEmpty')}</p>` : this.main(feed, title)}
      ${progressView(feed, statedTeams(totals), () => void feed.all(), w)}
      ${this.shownView === 'finder' ? nothing : this.details(feed, totals)}
      ${this.renderStale(shown)} ${this.foot(document, totals, shown.url, title)}
    `);
  }

  private main(feed: RosterFeed, title: string): unknown {
    if (this.shownView === 'finder') return this.finder(feed);
    const { items } = this;
    if (!items) return nothing;
    return html`${this.isPlain && this.printing ? nothing : this.controls(feed, items)}
    ${this.isPlain ? this.page(feed, items, title) : this.list(feed, items, title)}`;
  }

  private list(feed: RosterFeed, items: RosterItems, title: string): unknown {
    const { window: rows } = this;
    if (items.length === 0) return nothing;
    return listView({
      drawn: this.drawn(feed, items),
      view: this.shownView === 'cards' ? 'cards' : 'list',
      from: rows.from,
      to: rows.to,
      label: title,
      whole: !feed.hasMore,
      active: Math.min(Math.max(this.active, rows.from), Math.max(rows.from, rows.to - 1)),
      closed: this.closed,
      qrOf: this.qrOf,
      wide: this.surroundings.width === 'wide',
      level: Math.min(6, this.level + 1),
      toggle: (id) => this.toggle(id),
      showQr: (team) => (this.qrOf = team),
      scroll: this.scrolled,
      key: this.key,
    });
  }

  private page(feed: RosterFeed, items: RosterItems, title: string): TemplateResult {
    const { t } = this.wording;
    return html`<p class="muted line screen">
        ${t('rosterPlainNote')}
        ${this.plain ? nothing : html`<button class="link" @click=${() => this.showPlain(false)}>${t('rosterPlainClose')}</button>`}
      </p>
      <div class="plain-page">${plainView(this.drawn(feed, items), title, this.plainGroups)}</div>`;
  }

  private controls(feed: RosterFeed, items: RosterItems): unknown {
    const { filters } = this;
    const w = this.wording;
    const { teams, groups } = feed.roster;
    const many = groups.length > MOST_AREAS || (feed.isLong && !feed.isWhole);
    const levels = new Set(teams.slice(0, 2000).map(({ level }) => level));
    const found = items.flow.length;
    const asked = !!(filters.query.trim() || filters.level || filters.area || filters.contact);
    const n = countText(found, w.language);
    return controlsView(
      {
        filters: { ...filters, order: feed.isLong && !this.ordered ? 'source' : filters.order },
        areas: many
          ? groups
              .filter(({ id }) => id === filters.area)
              .flatMap(({ id }) => [{ id, name: this.placeNamed(id).name }])
          : this.places(feed).filter((p, i, all) => all.findIndex(({ id }) => id === p.id) === i),
        bothLevels: levels.size > 1,
        someContact: teams.slice(0, 2000).some(hasContact),
        searches: !this.noSearch,
        filtered: !this.noFilters,
        change: (change) => this.change(change),
        settle: () => this.url.set('q', this.filters.query.trim() || undefined),
        found: !asked
          ? ''
          : found === 0
            ? w.t('rosterNone')
            : w.t(this.found?.near ? 'rosterFoundNear' : 'rosterFound', { n }),
      },
      w,
    );
  }

  private finder(feed: RosterFeed): unknown {
    const { filters } = this;
    const query = filters.query.trim();
    const places = this.places(feed);
    const suggestions = query
      ? this.search.suggestions(feed, places, query)
      : places.slice(0, MOST_PLACES).map((place): Suggestion => ({ place, team: undefined }));
    const place = filters.area ? places.find(({ id }) => id === filters.area) : undefined;
    const items = this.itemsOfPlace(feed, place?.id);
    const teams = items.shown.flatMap((owner) => items.teamsOf(owner));
    const team = teams.find((i) => feed.roster.teams[i]?.id === this.chosenTeam);
    return finderView({
      drawn: { ...this.drawn(feed, items), query },
      query: filters.query,
      suggestions,
      total: places.length,
      place,
      teams,
      team,
      wide: this.surroundings.width === 'wide',
      level: Math.min(6, this.level + 1),
      link: place && this.urlState && !isServer ? location.href : undefined,
      copied: this.copied,
      search: (text) => this.searchPlace(feed, text),
      choose: (suggestion) => this.choosePlace(feed, suggestion),
      back: () => this.leavePlace(teams.length > 1 && team !== undefined),
      copy: () => void this.copyLink(),
    });
  }

  /** Its age, when is reported, and what the area is part of now. */
  private notices(feed: RosterFeed): unknown {
    const w = this.wording;
    const { language, t } = w;
    const { document } = feed;
    // A file that was written anew may still hold an old list, whose totals say of when they are.
    const dates = [document.updated, statedAt(this.totals(feed))];
    const written = dates.find((date) => isOld(date, this.today));
    const scope = this.scopeOf(document);
    const { present } = formerAndPresent(scope, (id) => feed.areas[id], language, {
      today: this.today,
    });
    const old = written
      ? t('rosterOld', { date: formatAt(written.replace(/T.*/, ''), language) })
      : '';
    const lines = [
      present ? present.charAt(0).toUpperCase() + present.slice(1) : '',
      reportText(feed, this.today, !present && !old, w),
    ].filter(Boolean);
    if (lines.length === 0 && !old) return nothing;
    return html`<div class="notices" part="notices">
      ${lines.map((line) => html`<p class="muted">${line}</p>`)}
      ${old ? html`<p class="warn">◆ ${old}</p>` : nothing}
    </div>`;
  }

  private details(feed: RosterFeed, totals: readonly Total[]): unknown {
    const w = this.wording;
    const name = (key: string): string => textOf(feed.indicators[key]?.name, w.language) || key;
    const differences = feed.isWhole ? differencesOf(totals, name, w) : [];
    return html`${differences.map((line) => html`<p class="muted line">${line}</p>`)}
    ${structureView(feed, w)}`;
  }

  /** Counted once for a list, not with every drawing. */
  private totals(feed: RosterFeed): Total[] {
    const scope = this.scopeOf(feed.document);
    const key = `${scope} ${feed.isWhole ? feed.roster.teams.length : ''}`;
    if (this.counted?.feed !== feed || this.counted.key !== key) {
      const teams = feed.isWhole ? this.teamsIn(feed, scope) : [];
      this.counted = { feed, key, totals: totalsOf(teams, feed.document.observations, scope) };
    }
    return this.counted.totals;
  }

  private counted:
    { readonly feed: RosterFeed; readonly key: string; readonly totals: Total[] } | undefined;

  private foot(
    document: RosterDocument,
    totals: readonly Total[],
    url: string,
    title: string,
  ): TemplateResult {
    const stated = totals.find(({ stated: o }) => o?.source)?.stated ?? totals[0]?.stated;
    const first = document.teams[0] as Team | undefined;
    const source = document.sources[stated?.source ?? first?.source ?? ''];
    return footer(
      {
        at: stated?.at ?? (document.updated && parseAt(document.updated)?.lastDay),
        atApprox: stated?.atApprox,
        source,
        url,
        brief: this.surroundings.width === 'narrow',
      },
      {
        title,
        open: this.menuOpen,
        items: this.noMenu || this.shownView === 'finder' ? [] : this.menu(),
        toggle: (open) => (this.menuOpen = open),
      },
      this.wording,
    );
  }

  private menu(): MenuItem[] {
    const { t } = this.wording;
    return [
      {
        label: t(this.isPlain ? 'rosterPlainClose' : 'rosterPlain'),
        choose: () => this.showPlain(!this.isPlain),
      },
      ...(this.noDownload ? [] : [{ label: t('download'), choose: () => void this.saveList() }]),
      { label: t('rosterPrint'), choose: () => void this.printList() },
    ];
  }

  /** "Tổ công nghệ số cộng đồng, phường An Khê": the place's own term for its teams. */
  private titleOf({ document, areas }: RosterFeed): string {
    const { language, t } = this.wording;
    const id = this.scopeOf(document);
    const area = areas[id];
    const title = textOf(document.term, language) || t('rosterTerm');
    const { former } = formerAndPresent(id, (a) => areas[a], language, { today: this.today });
    const name =
      !area || areaKind(area) === 'country'
        ? id === 'vn'
          ? t('nationwide')
          : id
        : (former ?? fullAreaName(area, language));
    return t('titleWithArea', { title, area: name });
  }

  protected override renderSkeleton(): TemplateResult {
    return this.box(
      html`<p class="sr">${this.wording.t('loading')}</p>
        <div class="block wide" aria-hidden="true"></div>
        <div class="block box-block" aria-hidden="true"></div>
        <div class="block stretch" aria-hidden="true"></div>`,
      true,
    );
  }

  protected override renderEmpty(): TemplateResult {
    return this.box(html`<p class="muted">${this.wording.t('rosterEmpty')}</p>`);
  }

  protected override figuresShown({ read, url }: ShownState<RosterDocument>): FiguresShown {
    return { figures: sourced(read.document.observations, read.document, url) };
  }

  protected override updated(changed?: PropertyValues): void {
    super.updated();
    this.keepFocus();
    this.growPlain();
    void changed;
  }

  protected override get boxClass(): string {
    return `view-${this.shownView}`;
  }
}

const statedTeams = (totals: readonly Total[]): number | undefined => {
  const stated = totals.find(({ indicator }) => indicator === 'teams')?.stated;
  return stated && !stated.approx && typeof stated.value === 'number' ? stated.value : undefined;
};

const statedAt = (totals: readonly Total[]): Observation['at'] =>
  totals.find(({ stated }) => stated?.at)?.stated?.at;
