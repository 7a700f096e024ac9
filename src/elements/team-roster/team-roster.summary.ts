/** Facts of a roster that are computed once for a list: places, totals, and whether it is invented. */
import type { RosterFeed } from '../../data/roster-feed.js';
import type { Total } from '../../domain/roster-totals.js';
import { memo } from '../../parts/base/memo.js';
import { rosterTotals } from './team-roster.panels.js';
import { RosterPlaces } from './team-roster.places.js';

interface SummaryInputs {
  readonly language: () => string;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** The area that the page asks for. */
  readonly area: () => string | undefined;
}

export class RosterSummary {
  constructor(private readonly inputs: SummaryInputs) {}

  /** The names of the places of a list, and which of them are shown. */
  places(feed: RosterFeed): RosterPlaces {
    const { language, today, area } = this.inputs;
    return this.placesOf(feed, language(), today(), area(), feed.isWhole);
  }

  /** How many teams and members a list has: as its source says, and as counted. */
  totals(feed: RosterFeed): Total[] {
    return this.totalsOf(feed, this.places(feed), feed.isWhole);
  }

  /** True where every team is invented: then the title says so, and not each team. */
  isSample(feed: RosterFeed): boolean {
    return this.isSampleOf(feed, feed.roster.teams.length);
  }

  private readonly placesOf = memo(
    (
      feed: RosterFeed,
      language: string,
      today: string,
      area: string | undefined,
      _isWhole: boolean,
    ) =>
      // Anew for the whole list, because a later page may have brought what an area is part of.
      new RosterPlaces(feed, language, today, area),
  );

  private readonly totalsOf = memo((feed: RosterFeed, places: RosterPlaces, _isWhole: boolean) =>
    rosterTotals(feed, places),
  );

  private readonly isSampleOf = memo(
    ({ roster, sources }: RosterFeed, count: number): boolean =>
      count > 0 && roster.teams.every(({ source }) => sources[source ?? '']?.sample),
  );
}
