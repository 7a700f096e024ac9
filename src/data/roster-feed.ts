/**
 * The teams of a document and of the pages that follow it: read in slices, so that the page stays
 * quick, and page after page through `next`. What is there stays there when a page fails.
 */
import { warn } from '../api/console.js';
import { MOST_OBSERVATIONS } from '../api/limits.js';
import { emptyRecord } from '../api/read-plain.js';
import { EqualValues } from '../domain/equal-values.js';
import { Roster } from '../domain/roster.js';
import { SearchText } from '../domain/search-text.js';
import type { Adapter } from './adapters.js';
import { DataError } from '../api/errors.js';
import type { Fault } from '../api/faults.js';
import { PageChain, PageRequests } from './page-chain.js';
import {
  IN_DOUBT,
  loadRosterReader,
  readAreas,
  readRosterPage,
  readTeam,
  SHORT_LIST,
  type RosterDocument,
} from '../api/roster-document.js';
import type { Area, Indicator, Source } from '../api/figures.js';
import type { Team } from '../api/teams.js';
import { after, pause } from './timers.js';

/** The number of teams of a longer list that are read before the first drawing. */
const FIRST_SLICE = 200;
/** Milliseconds of work before the page may do something else. */
const SLICE = 8;
const MOST_REPORTED = 20;
/**
 * Milliseconds between two drawings while page after page arrives, because each drawing searches in all teams
 * that are there.
 */
const PICTURES = 1000;

export interface FeedOptions {
  readonly url: string;
  readonly adapter: Adapter | undefined;
  /** What of a team can be searched for. */
  readonly searchable: (team: Team, feed: RosterFeed) => string;
  /** Something changed: more teams, a failure, the end. */
  readonly changed: () => void;
  /** True on a server, where everything is read at once. */
  readonly atOnce?: boolean;
}

export class RosterFeed {
  readonly roster: Roster;
  readonly text = new SearchText();
  readonly areas: Record<string, Area>;
  readonly sources: Record<string, Source>;
  readonly indicators: Record<string, Indicator>;
  /** Pages read, the first included. */
  pages = 1;
  loading = false;
  /** Why the next page did not come. */
  error: DataError | undefined;
  /** True for a list that is too long to be put in order at once: it keeps the order of its source. */
  readonly isLong: boolean;
  private readonly chain: PageChain;
  private closed = false;
  private reported = 0;
  private busy: Promise<void> = Promise.resolve();
  /** While all pages are asked for. */
  private run: Promise<boolean> | undefined;
  private readonly requests: PageRequests;
  private saidAt = -Infinity;
  /** Shares equal values between the teams of fetched pages; a document that the page itself set is not changed. */
  private readonly equal = new EqualValues();
  /** The page that is being read, and how far. */
  private list: readonly unknown[];
  private at = 0;

  constructor(
    readonly doc: RosterDocument,
    private readonly options: FeedOptions,
  ) {
    this.areas = readAreas(doc, this.report);
    // The page gets the document in an event and expects the areas there.
    doc.areas = this.areas;
    this.sources = emptyRecord(doc.sources);
    this.indicators = doc.indicators;
    this.roster = new Roster(this.areas);
    this.list = within(doc.teams, this.report);
    this.chain = new PageChain(options.url);
    this.requests = new PageRequests(options.adapter, () => this.closed);
    this.chain.setNext(doc.next, options.url);
    this.isLong = this.list.length > SHORT_LIST || this.hasMore;
    const whole = options.atOnce === true || !this.isLong;
    this.readUntil(whole ? this.list.length : FIRST_SLICE);
    if (!options.atOnce) this.busy = this.readRest();
  }

  /** True while teams of what has arrived are still being read. */
  get isReading(): boolean {
    return this.at < this.list.length;
  }

  /** True where there are pages that have not been asked for. */
  get hasMore(): boolean {
    return this.chain.next !== undefined;
  }

  /** True while all pages are asked for, one after the other. */
  get isFilling(): boolean {
    return this.run !== undefined;
  }

  /** True once every team of every page is there. */
  get isWhole(): boolean {
    return !this.isReading && !this.hasMore && !this.loading;
  }

  /** Reads what has arrived to its end at once: a search asks for all of it. */
  finishReading(): void {
    this.readUntil(this.list.length);
    this.index(Infinity);
  }

  /** Asks for the next page; one at a time, whoever asks. Resolves also when it failed. */
  more(): Promise<void> {
    if (!this.loading && this.hasMore && !this.closed) {
      this.loading = true;
      this.error = undefined;
      this.say();
      this.busy = this.busy.then(() => this.page());
    }
    return this.busy;
  }

  /** Asks for all pages; ends at the first that fails. */
  all(): Promise<boolean> {
    this.run ??= this.askAll().then((isWhole) => {
      this.run = undefined;
      this.say();
      return isWhole;
    });
    return this.run;
  }

  private async askAll(): Promise<boolean> {
    do await this.more();
    while (this.hasMore && !this.error && !this.closed);
    return !this.hasMore;
  }

  /** Reports a change; while pages follow each other, only once in `PICTURES` ms. */
  private say(): void {
    const time = now();
    if (this.run && time - this.saidAt < PICTURES) return;
    this.saidAt = time;
    this.options.changed();
  }

  /** Stops: another list is shown. */
  close(): void {
    this.closed = true;
  }

  private async page(): Promise<void> {
    const url = this.chain.next ?? '';
    try {
      const { raw, url: final } = await this.requests.take(url);
      if (this.closed) return;
      const doc = await readRosterPage(raw, final);
      if (this.closed) return;
      this.chain.visited(url, final);
      Object.assign(this.areas, readAreas(doc, this.report));
      Object.assign(this.sources, doc.sources);
      this.pages++;
      this.list = within(doc.teams, this.report);
      this.at = 0;
      this.chain.setNext(doc.next, final);
      // While all pages are asked for, the next is on its way before this one is read.
      if (this.run && this.chain.next) this.requests.askAhead(this.chain.next);
      await this.readRest();
      if (!this.hasMore) this.equal.clear();
    } catch (error) {
      this.error =
        error instanceof DataError ? error : new DataError('network', String(error), { url });
      warn(`${this.error.message}`);
    }
    this.loading = false;
    this.say();
  }

  private async readRest(): Promise<void> {
    const long = this.at < this.list.length;
    // Draws first, and reads the rest of the list and its index afterwards. A later page has no picture to wait for.
    await (this.pages === 1 ? painted() : pause(0));
    for (;;) {
      if (this.closed) return;
      const end = now() + SLICE;
      while (this.at < this.list.length && now() < end) {
        if (!this.readUntil(this.at + 250)) await loadRosterReader();
      }
      if (this.at >= this.list.length && this.index(end)) break;
      await pause(0);
    }
    // A later page reports its end in `page`.
    if (long && this.pages === 1) this.options.changed();
  }

  /** False where it stopped at a team that only the schemas can judge, which are not there yet. */
  private readUntil(end: number): boolean {
    const { list, roster } = this;
    for (; this.at < Math.min(end, list.length); this.at++) {
      const team = readTeam(list, this.at, this.report);
      if (team === IN_DOUBT) return false;
      if (!team) continue;
      if (this.pages > 1 && !this.options.adapter) this.equal.share(team);
      roster.add(team);
    }
    return true;
  }

  private readonly report = ({ path, reason }: Fault): void => {
    if (this.reported++ < MOST_REPORTED) {
      warn(`"${this.options.url}": left out ${path}: ${reason}`);
    }
  };

  /** Makes teams searchable until a time has come; true when all are. */
  private index(end: number): boolean {
    const { teams } = this.roster;
    while (this.text.length < teams.length) {
      const from = this.text.length;
      const some = teams.slice(from, end === Infinity ? undefined : from + 1500);
      this.text.add(some.map((team) => this.options.searchable(team, this)));
      if (now() >= end) break;
    }
    return this.text.length >= teams.length;
  }
}

/** As many teams of a page as are read. */
function within(teams: readonly unknown[], report: (fault: Fault) => void): readonly unknown[] {
  if (teams.length <= MOST_OBSERVATIONS) return teams;
  report({
    path: 'teams',
    reason: `${teams.length} items, and ${MOST_OBSERVATIONS} are the limit`,
  });
  return teams.slice(0, MOST_OBSERVATIONS);
}

/** Milliseconds that pass; a page may have cut `performance`. */
const now = (): number =>
  (globalThis.performance as Partial<Performance> | undefined)?.now?.() ?? Date.now();

/** Resolves after the next frame; soon in a tab that is not drawn. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => after(0, () => done())));
    after(300, () => done());
  });
}
