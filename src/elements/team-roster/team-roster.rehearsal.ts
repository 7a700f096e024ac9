/** A page of invented teams that have all that a team can have: drawn unseen, so that its templates are made. */
import { render } from 'lit';
import type { Team } from '../../api/teams.js';
import type { RosterFeed } from '../../data/roster-feed.js';
import { RosterItems } from '../../domain/roster-items.js';
import { Roster } from '../../domain/roster.js';
import { pageView } from './team-roster.list.js';
import type { RosterPlaces } from './team-roster.places.js';
import type { RosterContext } from './team-roster.view.js';
import { pageDocument } from '../../data/page-base.js';

const WORD = 'x';

const contacts: readonly (Team['contact'] | undefined)[] = [
  { phone: '0900000000', zalo: '0900000000', email: 'x@mau.example', place: WORD, note: WORD },
  // Contacts that are no links.
  { phone: WORD, zalo: WORD, email: WORD },
  undefined,
];

const teams: readonly Team[] = contacts.map((contact, i) => ({
  id: `${i}`,
  name: WORD,
  level: 'hamlet',
  area: WORD,
  source: WORD,
  ...(contact ? { contact, founded: '2022', members: 1 } : {}),
  people: [{ role: 'leader', name: WORD, consent: '2022-01-01' }],
}));

/** Draws every template of the page once. */
export function rehearsePage(context: Omit<RosterContext, 'items'>): void {
  const roster = new Roster({});
  for (const team of teams) roster.add(team);
  const items = new RosterItems(roster, {
    level: '',
    inArea: () => true,
    contact: false,
    hits: undefined,
    order: 'source',
    closed: new Set(),
    columns: 1,
    nameOf: () => WORD,
    teamName: () => WORD,
    compare: () => 0,
  });
  const place = { id: WORD, name: WORD, above: WORD, present: WORD };
  const places = { brief: () => place, hamletOf: () => 'y' } as unknown as RosterPlaces;
  const sources = { [WORD]: { title: WORD, sample: true } };
  const feed = { roster, sources } as unknown as RosterFeed;
  const rehearsal = { ...context, feed, items, places, isSample: false, query: WORD };
  const page = pageDocument.createElement('div');
  render(
    pageView(rehearsal, WORD, 1, () => undefined),
    page,
  );
}
