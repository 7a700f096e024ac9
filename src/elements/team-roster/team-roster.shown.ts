/** How many teams the list shows while its pages come. */
import type { RosterFeed } from '../../data/roster-feed.js';

/** While all pages come, the list is made again for so many times the teams that it showed last. */
const GROWTH = 3;

type Growing = Pick<RosterFeed, 'isFilling'> & {
  readonly roster: { readonly teams: { readonly length: number } };
};

export class ShownTeams {
  private feed: Growing | undefined;
  private last = 0;

  /**
   * How many teams of a list are to be shown. Each other number is a search in all teams and a list of all rows, so
   * that a list of n teams would cost n² where each page made them again; the number that was read stands below the
   * list in the meantime.
   *
   * @param atOnce - true where all that is loaded has to be shown now: on paper
   */
  count(feed: Growing, atOnce: boolean): number {
    const { length } = feed.roster.teams;
    const isDue = atOnce || feed !== this.feed || !feed.isFilling || length >= GROWTH * this.last;
    if (isDue) this.last = length;
    this.feed = feed;
    return this.last;
  }
}
