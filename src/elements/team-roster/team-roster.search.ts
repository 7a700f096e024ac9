/** The searches of a roster: teams by a query, places for the finder; near matches load on demand. */
import type { RosterFeed } from '../../data/roster-feed.js';
import { NEAR_RANK, searchLines, searchRoster } from '../../domain/roster-search.js';
import { FIELD, NOWHERE, SearchText, type Ranks } from '../../domain/search-text.js';
import type { Place } from '../../i18n/places.js';
import { memo } from '../../parts/base/memo.js';
import type { nearLines } from '../../parts/fuzzy.js';
import type { Suggestion } from './team-roster.finder.js';
import type { RosterPlaces } from './team-roster.places.js';
import { ShownTeams } from './team-roster.shown.js';

/** Suggestions that the finder shows for a query. */
const MOST_SUGGESTIONS = 8;

interface Found {
  /** The rank of each team. */
  readonly hits: Ranks;
  /** True where no text has the query as it was typed, and texts near it are shown. */
  readonly near: boolean;
}

export interface SearchResult extends Partial<Found> {
  /** How many teams of the list are shown: only another number is a reason to make its rows again. */
  readonly count: number;
}

const lineOf = ({ name, above, present }: Place): string => [name, above, present].join(FIELD);

export class RosterSearch {
  private near: typeof nearLines | undefined;
  private isLoading = false;
  private readonly shown = new ShownTeams();

  constructor(private readonly changed: () => void) {}

  /**
   * The teams that a query finds among those that are loaded; without a query all of them.
   *
   * @param atOnce - true where all that is loaded has to be shown now
   */
  teams(feed: RosterFeed, places: RosterPlaces, query: string, atOnce: boolean): SearchResult {
    // While page follows page, each is read in slices of its own.
    if (query && !feed.isFilling) feed.finishReading();
    const count = this.shown.count(feed, atOnce);
    return query ? { count, ...this.resultOf(feed, places, query, count, this.near) } : { count };
  }

  private readonly resultOf = memo(
    (feed: RosterFeed, places: RosterPlaces, query: string, ..._state: unknown[]): Found => {
      const groupText = this.groupText(feed, places);
      const hits = searchRoster(feed.roster, feed.text, groupText, query);
      return hits.some((rank) => rank !== NOWHERE)
        ? { hits, near: false }
        : { hits: this.nearTeams(feed, groupText, query), near: true };
    },
  );

  /** Indexes the areas before the first search. */
  prepare(feed: RosterFeed, places: RosterPlaces): void {
    this.groupText(feed, places);
  }

  /** A line a group: all the names under which its area may be looked for. */
  private groupText(feed: RosterFeed, places: RosterPlaces): SearchText {
    return this.groupTextOf(feed, places, feed.roster.groups.length);
  }

  private readonly groupTextOf = memo(
    (feed: RosterFeed, places: RosterPlaces, _groups: number): SearchText => {
      const lines = new Map<string, string>();
      for (const place of places.all) {
        const line = lines.get(place.id);
        lines.set(place.id, line === undefined ? lineOf(place) : line + FIELD + lineOf(place));
      }
      const text = new SearchText();
      text.add(feed.roster.groups.map(({ id }) => lines.get(id) ?? id));
      return text;
    },
  );

  private nearTeams(feed: RosterFeed, groupText: SearchText, query: string): Ranks {
    const hits = new Uint8Array(feed.roster.teams.length).fill(NOWHERE);
    if (!this.load()) return hits;
    const linesNear = (text: SearchText) => this.near?.(text.lines(), query) ?? [];
    for (const group of linesNear(groupText))
      for (const team of feed.roster.groups[group]?.teams ?? []) hits[team] = NEAR_RANK;
    if (!hits.includes(NEAR_RANK)) for (const team of linesNear(feed.text)) hits[team] = NEAR_RANK;
    return hits;
  }

  /** True once the code for near matches is there. */
  private load(): boolean {
    if (!this.near && !this.isLoading) {
      this.isLoading = true;
      import('../../parts/fuzzy.js')
        .then((code) => {
          this.near = code.nearLines;
          this.changed();
        })
        .catch(() => undefined)
        .finally(() => (this.isLoading = false));
    }
    return this.near !== undefined;
  }

  /** Suggestions for a citizen: places first, then hamlets and teams. */
  suggestions(feed: RosterFeed, places: RosterPlaces, query: string): Suggestion[] {
    feed.finishReading();
    const { sorted } = places;
    const text = this.placeText(sorted);
    const placesAt = (lines: readonly number[]): Suggestion[] =>
      lines.slice(0, MOST_SUGGESTIONS).flatMap((i) => {
        const place = sorted[i];
        return place ? [{ place, team: undefined }] : [];
      });
    const suggestions = [
      ...placesAt(searchLines(text, query)),
      ...this.hamlets(feed, sorted, query),
    ];
    if (suggestions.length > 0 || !this.load()) return suggestions;
    return placesAt(this.near?.(text.lines(), query) ?? []);
  }

  private readonly placeText = memo((places: readonly Place[]): SearchText => {
    const text = new SearchText();
    text.add(places.map(lineOf));
    return text;
  });

  private hamlets(feed: RosterFeed, places: readonly Place[], query: string): Suggestion[] {
    const byId = new Map(places.map((place) => [place.id, place]));
    return searchLines(feed.text, query)
      .slice(0, MOST_SUGGESTIONS)
      .flatMap((team) => {
        const place = byId.get(feed.roster.groupOf[team]?.id ?? '');
        return place ? [{ place, team }] : [];
      });
  }
}
