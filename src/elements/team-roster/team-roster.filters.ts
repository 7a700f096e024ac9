/** The search and the filters of the reader; on request also in the page's address. */
import type { ReactiveControllerHost } from 'lit';
import type { Order } from '../../domain/roster-items.js';
import { TcnsSelectEvent } from '../../parts/base/events.js';
import { UrlState } from '../../parts/base/url-state.js';

export interface Filters {
  readonly query: string;
  /** `commune`, `hamlet`, or empty for both. */
  readonly level: string;
  /** The id of an area, or empty for all. */
  readonly area: string;
  /** True for teams with a contact only. */
  readonly contact: boolean;
  readonly order: Order;
}

export interface FilterOptions {
  /** True where the address of the page keeps search and choice. */
  readonly inUrl: () => boolean;
  /** The reader went back or forward, or the element was connected: takes what the address says. */
  readonly read: (area: string, query: string) => void;
}

type Host = ReactiveControllerHost & HTMLElement;

export class RosterFilters {
  value: Filters = { query: '', level: '', area: '', contact: false, order: 'name' };
  /** True after the reader chose an order: before that a long list keeps the order of its source. */
  private hasOrder = false;
  private readonly url: UrlState;

  constructor(
    private readonly host: Host,
    private readonly options: FilterOptions,
  ) {
    this.url = new UrlState(host, options.inUrl, () => this.readUrl());
    host.addController(this);
  }

  hostConnected(): void {
    this.readUrl();
  }

  /** The text that is searched for. */
  get query(): string {
    return this.value.query.trim();
  }

  /** True where something is searched for or left out. */
  get isActive(): boolean {
    const { level, area, contact } = this.value;
    return !!(this.query || level || area || contact);
  }

  /** The order of the list; `isLong` for a list that is too long to be sorted before a reader asks. */
  orderOf(isLong: boolean): Order {
    return this.value.order === 'name' && isLong && !this.hasOrder ? 'source' : this.value.order;
  }

  /** Takes a change without writing it into the address. */
  set(change: Partial<Filters>): void {
    this.value = { ...this.value, ...change };
    if (change.order) this.hasOrder = true;
    this.host.requestUpdate();
  }

  /** Takes a change of the reader; a change of the area is written and announced. */
  change(change: Partial<Filters>): void {
    this.set(change);
    if (change.area === undefined) return;
    this.url.set('area', change.area || undefined);
    this.announce();
  }

  /** Writes the search into the address, once the reader has finished typing. */
  writeQuery(): void {
    this.url.set('q', this.query || undefined);
  }

  /** Writes the chosen area and the id of a team as one entry of the history. */
  writePlace(team: string | undefined): void {
    this.url.setAll({ area: this.value.area || undefined, q: team });
  }

  /** Tells the page which area is chosen now. */
  announce(): void {
    const area = this.value.area || null;
    this.host.dispatchEvent(new TcnsSelectEvent({ area, indicator: 'teams' }));
  }

  private readUrl(): void {
    if (!this.options.inUrl()) return;
    this.options.read(this.url.get('area') ?? '', this.url.get('q') ?? '');
  }
}
