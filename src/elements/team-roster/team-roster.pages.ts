import { isServer } from 'lit';
import { state } from 'lit/decorators.js';
import type { RosterFeed } from '../../data/roster-feed.js';
import type { Team } from '../../api/teams.js';
import { canonicalAreaId } from '../../domain/editions.js';
import type { RosterItems } from '../../domain/roster-items.js';
import type { Suggestion } from './team-roster.finder.js';
import { rowKey } from './team-roster.list.js';
import { TeamRosterState } from './team-roster.state.js';

/** Groups that a plain page begins with; the rest follow frame by frame. */
const FIRST_GROUPS = 40;

/** What a reader does with a roster: keys, the finder's steps, the plain page, file and print. */
export abstract class TeamRosterPages extends TeamRosterState {
  @state() private plainChosen = false;
  @state() protected printing = false;
  @state() protected plainGroups = FIRST_GROUPS;
  @state() protected copied = false;
  /** The row that had the focus before a drawing. */
  private focused: string | undefined;
  private stepTo: 'search' | 'title' | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.beforePrint);
    addEventListener('afterprint', this.afterPrint);
  }

  override disconnectedCallback(): void {
    removeEventListener('beforeprint', this.beforePrint);
    removeEventListener('afterprint', this.afterPrint);
    super.disconnectedCallback();
  }

  protected get isPlain(): boolean {
    return this.plain || this.plainChosen || this.printing;
  }

  protected showPlain(plain: boolean): void {
    this.plainChosen = plain;
    this.plainGroups = FIRST_GROUPS;
    if (plain) void this.feed?.all();
  }

  /** On paper there is no scrolling: all that is there is drawn, before the browser looks. */
  private readonly beforePrint = (): void => {
    if (this.shownView === 'finder' || !this.feed || this.isPlain) return;
    this.feed.finishReading();
    this.printing = true;
    this.plainGroups = Infinity;
    this.performUpdate();
  };

  private readonly afterPrint = (): void => {
    if (!this.printing) return;
    this.printing = false;
    this.plainGroups = FIRST_GROUPS;
  };

  /** A long page grows frame by frame, so that the browser can answer meanwhile. */
  protected growPlain(): void {
    const groups = this.items?.shown.length ?? 0;
    if (isServer || !this.isPlain) return;
    if (this.plain && this.feed?.hasMore && !this.feed.error && !this.feed.loading)
      void this.feed.all();
    if (this.plainGroups < groups)
      requestAnimationFrame(() => (this.plainGroups += FIRST_GROUPS * 2));
  }

  protected async saveList(): Promise<void> {
    const { feed } = this;
    if (!feed) return;
    const [{ saveCsv }] = await Promise.all([import('./team-roster.csv.js'), feed.all()]);
    feed.finishReading();
    this.requestUpdate();
    await this.updateComplete;
    const { items } = this;
    if (items) saveCsv(`tcns-${this.scopeOf(feed.document)}-to`, this.drawn(feed, items));
  }

  protected async printList(): Promise<void> {
    await this.feed?.all();
    this.plainChosen = true;
    this.plainGroups = Infinity;
    await this.updateComplete;
    print();
  }

  protected toggle(id: string): void {
    const closed = new Set(this.closed);
    if (!closed.delete(id)) closed.add(id);
    this.closed = closed;
  }

  protected teamsIn(feed: RosterFeed, scope: string): Team[] {
    const { teams, groupOf } = feed.roster;
    if (scope === canonicalAreaId(feed.document.area)) return teams;
    return teams.filter((_, i) => this.isInside(feed, groupOf[i]?.id ?? '', scope));
  }

  /* ---- Keys: one Tab stop in the rows, arrows between them ---- */

  protected readonly scrolled = (event: Event): void => {
    this.window.scroll(event);
  };

  protected readonly key = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-row]');
    const { items } = this;
    if (!items || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = row ? Number(row.dataset['row']) : this.active;
    const page = Math.max(1, this.window.to - this.window.from - 8);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: items.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      void this.goTo(Math.max(0, Math.min(items.length - 1, to)));
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.fold(items, at, event);
  };

  /** Left closes a group, or goes to the head of the one a team is in; right opens it. */
  private fold(items: RosterItems, at: number, event: KeyboardEvent): void {
    const owner = items.ownerAt(at);
    if (!owner) return;
    event.preventDefault();
    const { id } = owner.group;
    const isHead = items.headAt(at) !== undefined;
    if (isHead && this.closed.has(id) === (event.key === 'ArrowRight')) this.toggle(id);
    else if (!isHead && event.key === 'ArrowLeft') void this.goTo(items.rowOf(-1, id));
  }

  private async goTo(index: number): Promise<void> {
    this.active = index;
    this.window.reveal(index);
    this.requestUpdate();
    await this.updateComplete;
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-row="${index}"]`);
    const target = row?.matches('[data-focus]')
      ? row
      : row?.querySelector<HTMLElement>('[data-focus]');
    target?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  override performUpdate(): void {
    const active = isServer ? null : this.shadowRoot?.activeElement;
    const row = active?.closest<HTMLElement>('[data-row]');
    this.focused = row ? row.dataset['key'] : undefined;
    super.performUpdate();
  }

  /** The row that had the focus keeps it when rows come or go before it; one that left gives it to the list. */
  protected keepFocus(): void {
    const { focused, items } = this;
    this.focused = undefined;
    if (this.stepTo) this.focusStep();
    if (focused === undefined || !items) return;
    const active = this.shadowRoot?.activeElement;
    const now = active?.closest<HTMLElement>('[data-row]')?.dataset['key'];
    if (now === focused) return;
    const { from, to } = this.window;
    for (let i = from; i < to; i++) {
      if (rowKey(items, i) !== focused) continue;
      const row = this.renderRoot.querySelector<HTMLElement>(`[data-row="${i}"]`);
      const target = row?.matches('[data-focus]')
        ? row
        : row?.querySelector<HTMLElement>('[data-focus]');
      return target?.focus({ preventScroll: true });
    }
    this.renderRoot.querySelector<HTMLElement>('.rows')?.focus({ preventScroll: true });
  }

  /* ---- The finder ---- */

  protected searchPlace(feed: RosterFeed, query: string): void {
    this.filters = { ...this.filters, query };
    if (feed.hasMore && !feed.error) void feed.all();
  }

  protected choosePlace(feed: RosterFeed, { place, team }: Suggestion): void {
    const id = team === undefined ? undefined : feed.roster.teams[team]?.id;
    const other = place.id !== this.filters.area;
    this.filters = { ...this.filters, area: place.id };
    this.chosenTeam = id;
    this.copied = false;
    this.stepTo = 'title';
    this.url.setAll({ area: place.id, q: id });
    if (other) this.say(place.id);
  }

  /** One step back: to the teams of the commune, or to the choice of the commune. */
  protected leavePlace(toTeams: boolean): void {
    this.chosenTeam = undefined;
    this.copied = false;
    this.stepTo = toTeams ? 'title' : 'search';
    if (toTeams) return this.url.setAll({ area: this.filters.area, q: undefined });
    this.filters = { ...this.filters, area: '' };
    this.url.setAll({ area: undefined, q: undefined });
    this.say(null);
  }

  private focusStep(): void {
    const selector = this.stepTo === 'search' ? '.search' : '.step-title';
    this.stepTo = undefined;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected async copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.copied = true;
    } catch {
      // Some in-app browsers refuse: the address is there to be selected.
      this.renderRoot.querySelector<HTMLInputElement>('.address')?.focus();
    }
  }
}
