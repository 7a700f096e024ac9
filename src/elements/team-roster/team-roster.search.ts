/** The searches of a roster: teams by a query, places for the finder; near matches load on demand. */
import type { RosterFeed } from '../../data/roster-feed.js';
import { NEAR_RANK, searchLines, searchRoster } from '../../domain/roster-search.js';
import type { Place } from '../../i18n/places.js';
import { FIELD, NOWHERE, SearchText, type Ranks } from '../../domain/search-text.js';
import type { nearLines } from '../../parts/fuzzy.js';
import type { Suggestion } from './team-roster.finder.js';

/** What a query found. */
export interface Found {
  readonly hits: Ranks;
  /** True where nothing was found as it was written, only near it. */
  readonly near: boolean;
}

const lineOf = ({ name, above, present }: Place): string => [name, above, present].join(FIELD);

export class RosterSearch {
  private near: typeof nearLines | undefined;
  private loading = false;
  private groups:
    { readonly of: RosterFeed; readonly n: number; readonly text: SearchText } | undefined;
  private known:
    { readonly key: string; readonly feed: RosterFeed; readonly found: Found } | undefined;
  private placeText: { readonly of: readonly Place[]; readonly text: SearchText } | undefined;

  constructor(private readonly changed: () => void) {}

  /** The teams that a query finds among what has arrived. */
  teams(feed: RosterFeed, query: string, places: () => readonly Place[]): Found {
    feed.finishReading();
    const key = `${feed.roster.teams.length} ${this.near ? 1 : 0} ${query}`;
    if (this.known?.key === key && this.known.feed === feed) return this.known.found;
    const hits = searchRoster(feed.roster, feed.text, this.groupText(feed, places), query);
    const found = hits.some((rank) => rank !== NOWHERE)
      ? { hits, near: false }
      : { hits: this.nearTeams(feed, query), near: true };
    this.known = { key, feed, found };
    return found;
  }

  /** Makes the areas searchable before anybody searches. */
  prepare(feed: RosterFeed, places: () => readonly Place[]): void {
    this.groupText(feed, places);
  }

  /** A line a group: all the names under which its area may be looked for. */
  private groupText(feed: RosterFeed, places: () => readonly Place[]): SearchText {
    const { groups } = feed.roster;
    if (this.groups?.of !== feed || this.groups.n !== groups.length) {
      const lines = new Map<string, string>();
      for (const place of places()) {
        const line = lines.get(place.id);
        lines.set(place.id, line === undefined ? lineOf(place) : line + FIELD + lineOf(place));
      }
      const text = new SearchText();
      text.add(groups.map(({ id }) => lines.get(id) ?? id));
      this.groups = { of: feed, n: groups.length, text };
    }
    return this.groups.text;
  }

  private nearTeams(feed: RosterFeed, query: string): Ranks {
    const hits = new Uint8Array(feed.roster.teams.length).fill(NOWHERE);
    if (!this.load()) return hits;
    const found = (text: SearchText) => this.near?.(text.lines(), query) ?? [];
    const { roster } = feed;
    if (this.groups)
      for (const group of found(this.groups.text))
        for (const team of roster.groups[group]?.teams ?? []) hits[team] = NEAR_RANK;
    if (!hits.includes(NEAR_RANK)) for (const team of found(feed.text)) hits[team] = NEAR_RANK;
    return hits;
  }

  /** True once the code for near matches is there. */
  private load(): boolean {
    if (!this.near && !this.loading) {
      this.loading = true;
      import('../../parts/fuzzy.js')
        .then((code) => {
          this.near = code.nearLines;
          this.changed();
        })
        .catch(() => undefined)
        .finally(() => (this.loading = false));
    }
    return this.near !== undefined;
  }

  /** What a citizen may mean: places first, then hamlets and teams. */
  suggestions(feed: RosterFeed, places: readonly Place[], query: string, most = 8): Suggestion[] {
    feed.finishReading();
    if (this.placeText?.of !== places) {
      const text = new SearchText();
      text.add(places.map(lineOf));
      this.placeText = { of: places, text };
    }
    const { text } = this.placeText;
    const of = (lines: readonly number[]): Suggestion[] =>
      lines.slice(0, most).flatMap((i) => {
        const place = places[i];
        return place ? [{ place, team: undefined }] : [];
      });
    const found = [...of(searchLines(text, query)), ...this.hamlets(feed, places, query, most)];
    if (found.length > 0 || !this.load()) return found;
    return of(this.near?.(text.lines(), query) ?? []);
  }

  private hamlets(
    feed: RosterFeed,
    places: readonly Place[],
    query: string,
    most: number,
  ): Suggestion[] {
    const byId = new Map(places.map((place) => [place.id, place]));
    return searchLines(feed.text, query)
      .slice(0, most)
      .flatMap((team) => {
        const place = byId.get(feed.roster.groupOf[team]?.id ?? '');
        return place ? [{ place, team }] : [];
      });
  }
}
