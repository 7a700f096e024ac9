/** The rows of a list and of one place of the finder. */
import type { Team } from '../../api/teams.js';
import type { RosterFeed } from '../../data/roster-feed.js';
import { RosterItems, type RosterChoices } from '../../domain/roster-items.js';
import { nameOrder } from '../../i18n/order.js';
import { textOf } from '../../i18n/texts.js';
import type { RosterPlaces } from './team-roster.places.js';

type Words = Pick<RosterChoices, 'nameOf' | 'teamName' | 'compare'>;

/** The names of groups and teams by which they are sorted. */
export function orderWords(places: RosterPlaces): Words {
  return {
    // The document's own area comes before the communes in it.
    nameOf: ({ id }) => (id === places.root ? '' : places.named(id).name),
    teamName: (team: Team) => `${places.hamletOf(team)} ${textOf(team.name, places.language)}`,
    compare: nameOrder(places.language),
  };
}

/** The teams of one place. */
export function itemsOfPlace(
  feed: RosterFeed,
  places: RosterPlaces,
  id: string | undefined,
): RosterItems {
  return new RosterItems(feed.roster, {
    ...orderWords(places),
    level: '',
    contact: false,
    hits: undefined,
    order: 'name',
    closed: new Set(),
    columns: 1,
    inArea: (group) => group.id === id,
  });
}

/** The number of cards in a row of so many pixels; 1 for a list. */
export function columnsOf(view: string, pixels: number): number {
  if (view !== 'cards') return 1;
  return pixels < 560 ? 1 : pixels < 860 ? 2 : 3;
}
