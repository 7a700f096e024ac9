/** Loads the teams of a document, and keeps the old list on the screen while a new document loads its pages. */
import { isServer } from 'lit';
import type { RosterDocument } from '../../api/roster-document.js';
import type { Team } from '../../api/teams.js';
import { adapterNamed, type Adapter } from '../../data/adapters.js';
import { RosterFeed } from '../../data/roster-feed.js';
import { shownName } from '../../domain/people.js';
import { FIELD } from '../../domain/search-text.js';

export interface LoaderOptions {
  readonly adapter: () => Adapter | string | undefined;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Called when there are more teams, and when a page failed. */
  readonly changed: () => void;
}

export class RosterLoader {
  /** The teams on the screen. */
  feed: RosterFeed | undefined;
  /** The teams of a newer document, of which too few pages are loaded. */
  private nextFeed: RosterFeed | undefined;

  constructor(private readonly options: LoaderOptions) {}

  /** Reads a document that is not read yet; relative addresses in it resolve against `url`. */
  follow(doc: RosterDocument, url: string): void {
    const { feed: old, nextFeed } = this;
    if ((nextFeed ?? old)?.doc === doc) return;
    nextFeed?.close();
    const feed = this.open(doc, url);
    const hasSameArea = old?.doc.area === doc.area;
    if (old && old.pages > 1 && hasSameArea && feed.hasMore) {
      this.nextFeed = feed;
      void feed.more();
    } else this.show(feed);
  }

  close(): void {
    this.feed?.close();
    this.nextFeed?.close();
    this.feed = this.nextFeed = undefined;
  }

  private open(doc: RosterDocument, url: string): RosterFeed {
    const adapter = this.options.adapter();
    const feed: RosterFeed = new RosterFeed(doc, {
      url: url || 'https://page.invalid/',
      adapter: typeof adapter === 'string' ? adapterNamed(adapter) : adapter,
      searchable: (team) => searchableText(team, this.options.today()),
      changed: () => this.take(feed),
      atOnce: isServer,
    });
    return feed;
  }

  private show(feed: RosterFeed): void {
    this.feed?.close();
    this.feed = feed;
    this.nextFeed = undefined;
  }

  /** A new list takes the place of the old one when it has as many pages; not when a page failed. */
  private take(feed: RosterFeed): void {
    if (feed === this.nextFeed && this.feed && !feed.loading && !feed.error) {
      if (feed.pages < this.feed.pages && feed.hasMore) return void feed.more();
      this.show(feed);
    }
    this.options.changed();
  }
}

/** The words of a team that a search may find: of its people only those who agreed. */
function searchableText({ name, hamlet, people }: Team, today: string): string {
  let line = joined(name);
  if (hamlet) line += FIELD + joined(hamlet);
  if (people)
    for (const person of people) {
      const name = person.consent && shownName(person, today);
      if (name) line += FIELD + name;
    }
  return line;
}

const joined = (text: Team['name']): string =>
  typeof text === 'string' ? text : Object.values(text).join(FIELD);
