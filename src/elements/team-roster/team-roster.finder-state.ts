/** The steps of a citizen to a team: the place, the team, and where the focus goes next. */
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { RosterFeed } from '../../data/roster-feed.js';
import type { Finder, Suggestion } from './team-roster.finder.js';
import type { RosterFilters } from './team-roster.filters.js';
import { itemsOfPlace } from './team-roster.items.js';
import type { RosterPlaces } from './team-roster.places.js';
import type { RosterSearch } from './team-roster.search.js';
import type { RosterContext } from './team-roster.view.js';

/** Places that the finder offers before anything is typed. */
const MOST_PLACES = 24;

type Host = ReactiveControllerHost & HTMLElement;

export class FinderState implements ReactiveController {
  /** The id of the team that the reader came to. */
  private team: string | undefined;
  private isCopied = false;
  private focusNext: '.search' | '.step-title' | undefined;

  constructor(
    private readonly host: Host,
    private readonly filters: RosterFilters,
    private readonly search: RosterSearch,
  ) {
    host.addController(this);
  }

  /** What the finder shows; `link` is the address of the page where it keeps the way. */
  model(
    feed: RosterFeed,
    places: RosterPlaces,
    context: Omit<RosterContext, 'items'>,
    level: number,
    hasLink: boolean,
  ): Finder {
    const { area, query } = this.filters.value;
    const { sorted } = places;
    const place = area ? sorted.find(({ id }) => id === area) : undefined;
    const items = itemsOfPlace(feed, places, place?.id);
    const teams = items.spans.flatMap((span) => items.teamsOf(span));
    const team = teams.find((i) => feed.roster.teams[i]?.id === this.team);
    return {
      context: { ...context, items },
      query,
      suggestions: context.query
        ? this.search.suggestions(feed, places, context.query)
        : sorted.slice(0, MOST_PLACES).map((p): Suggestion => ({ place: p, team: undefined })),
      total: sorted.length,
      place,
      teams,
      team,
      level,
      link: place && hasLink && !isServer ? location.href : undefined,
      copied: this.isCopied,
      search: (text) => this.find(feed, text),
      choose: (suggestion) => this.choose(feed, suggestion),
      back: () => this.back(teams.length > 1 && team !== undefined),
      copy: () => void this.copyLink(),
    };
  }

  /** Opens the place and the team of the page's address. */
  open(area: string, team: string): void {
    this.team = area && team ? team : undefined;
    this.filters.set({ area, query: '' });
  }

  hostUpdated(): void {
    const selector = this.focusNext;
    this.focusNext = undefined;
    if (selector) this.host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  private find(feed: RosterFeed, query: string): void {
    this.filters.set({ query });
    if (feed.hasMore && !feed.error) void feed.all();
  }

  private choose(feed: RosterFeed, { place, team }: Suggestion): void {
    const isOther = place.id !== this.filters.value.area;
    this.goTo(team === undefined ? undefined : feed.roster.teams[team]?.id, '.step-title');
    this.filters.set({ area: place.id });
    this.filters.writePlace(this.team);
    if (isOther) this.filters.announce();
  }

  /** Goes one step back: to the teams of the commune, or to the choice of a commune. */
  private back(toTeams: boolean): void {
    this.goTo(undefined, toTeams ? '.step-title' : '.search');
    if (!toTeams) this.filters.set({ area: '' });
    this.filters.writePlace(undefined);
    if (!toTeams) this.filters.announce();
  }

  private goTo(team: string | undefined, focusNext: '.search' | '.step-title'): void {
    this.team = team;
    this.isCopied = false;
    this.focusNext = focusNext;
    this.host.requestUpdate();
  }

  private async copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.isCopied = true;
      this.host.requestUpdate();
    } catch {
      // Some in-app browsers refuse to copy; then the address is selected.
      this.host.shadowRoot?.querySelector<HTMLInputElement>('.address')?.focus();
    }
  }
}
