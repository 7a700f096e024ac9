/** The rows of the list: which there are, which group is closed, and which row has the focus of the keyboard. */
import type { LitElement, ReactiveController } from 'lit';
import type { RosterFeed } from '../../data/roster-feed.js';
import { RosterItems, type Order } from '../../domain/roster-items.js';
import type { Ranks } from '../../domain/search-text.js';
import { memo } from '../../parts/base/memo.js';
import type { Filters } from './team-roster.filters.js';
import { orderWords } from './team-roster.items.js';
import type { RosterPlaces } from './team-roster.places.js';
import { RowWindow } from './team-roster.row-window.js';

/** The number of rows that stay visible after Page Up or Page Down. */
const OVERLAP = 8;

export interface RowsRequest {
  readonly feed: RosterFeed;
  readonly places: RosterPlaces;
  readonly filters: Filters;
  readonly order: Order;
  /** The rank of each team in a search; undefined without a search. */
  readonly hits?: Ranks;
  /** Cards beside each other; 1 for a list. */
  readonly columns: number;
  /** How many teams are shown: only another number is a reason to make the rows again. */
  readonly count: number;
}

export class RosterRows implements ReactiveController {
  items: RosterItems | undefined;
  /** Ids of the groups that the reader closed. */
  closed: ReadonlySet<string> = new Set();
  /** The index of the team whose QR code is open, or -1. */
  qrTeam = -1;
  readonly window: RowWindow;
  /** The row that Tab comes to. */
  private activeRow = 0;
  private hits: Ranks | undefined;
  /** The key of the row that had the focus before a drawing. */
  private focusKey: string | undefined;

  constructor(
    private readonly host: LitElement,
    nearEnd: () => void,
  ) {
    this.window = new RowWindow(host, nearEnd);
    host.addController(this);
  }

  /** The row that Tab comes to: one that is drawn. */
  get active(): number {
    const { from, to } = this.window;
    return Math.min(Math.max(this.activeRow, from), Math.max(from, to - 1));
  }

  /** Makes new rows where an input has changed. */
  follow({ feed, places, filters, order, hits, columns, count }: RowsRequest): void {
    const items = this.itemsOf(feed, places, filters, order, hits, columns, this.closed, count);
    if (items !== this.items) this.show(items, hits);
  }

  clear(): void {
    this.items = undefined;
  }

  private readonly itemsOf = memo(
    (
      feed: RosterFeed,
      places: RosterPlaces,
      { level, area, contact }: Filters,
      order: Order,
      hits: Ranks | undefined,
      columns: number,
      closed: ReadonlySet<string>,
      _count: number,
    ): RosterItems =>
      new RosterItems(feed.roster, {
        ...orderWords(places),
        level,
        contact,
        hits,
        order,
        closed,
        columns,
        inArea: ({ id }) => (area ? id === area : places.includes(id)),
      }),
  );

  /** Shows other rows; the row on top and the active row stay the same, but not after another search. */
  private show(items: RosterItems, hits: Ranks | undefined): void {
    const old = hits === this.hits ? this.items : undefined;
    const topKey = old && this.window.isScrolled ? old.keyAt(this.window.top) : '';
    const activeKey = old ? old.keyAt(this.activeRow) : '';
    this.items = items;
    this.hits = hits;
    const top = topKey ? items.rowOfKey(topKey) : -1;
    this.activeRow = activeKey ? Math.max(0, items.rowOfKey(activeKey)) : 0;
    this.window.setRows(
      { length: items.length, isHead: (i) => items.headAt(i) !== undefined },
      top < 0 ? undefined : top,
    );
  }

  /** Opens or closes a group. */
  toggle(id: string): void {
    const closed = new Set(this.closed);
    if (!closed.delete(id)) closed.add(id);
    this.closed = closed;
    this.host.requestUpdate();
  }

  openAll(): void {
    if (this.closed.size > 0) this.closed = new Set();
  }

  /** Shows the QR code of a team; -1 closes it. */
  showQr(team: number): void {
    this.qrTeam = team;
    this.host.requestUpdate();
  }

  /* ---- Keys: one Tab stop in the rows, arrows between them ---- */

  readonly key = (event: KeyboardEvent): void => {
    const { items } = this;
    if (!items || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    const at = row ? Number(row.dataset['row']) : this.activeRow;
    const last = items.length - 1;
    const page = Math.max(1, this.window.to - this.window.from - OVERLAP);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      void this.goTo(Math.max(0, Math.min(last, to)));
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.fold(items, at, event);
  };

  /** Left closes a group, or goes to the head of the one a team is in; right opens it. */
  private fold(items: RosterItems, at: number, event: KeyboardEvent): void {
    const owner = items.ownerAt(at);
    if (!owner) return;
    event.preventDefault();
    const { id } = owner.group;
    const isHead = items.headAt(at) !== undefined;
    if (isHead && this.closed.has(id) === (event.key === 'ArrowRight')) this.toggle(id);
    else if (!isHead && event.key === 'ArrowLeft') void this.goTo(items.rowOf(-1, id));
  }

  private async goTo(index: number): Promise<void> {
    this.activeRow = index;
    this.window.reveal(index);
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.focusRow(index);
    const row = this.rowAt(index);
    if (row) this.window.show(row);
  }

  /* ---- Focus: it stays on its row when rows come or go before it ---- */

  hostUpdate(): void {
    this.focusKey = this.focusedRow?.dataset['key'];
  }

  hostUpdated(): void {
    const { focusKey, items } = this;
    this.focusKey = undefined;
    if (focusKey === undefined || !items || this.focusedRow?.dataset['key'] === focusKey) return;
    const { from, to } = this.window;
    for (let i = from; i < to; i++) if (items.keyAt(i) === focusKey) return this.focusRow(i);
    this.focus();
  }

  /** Gives the focus to the list itself. */
  focus(): void {
    this.host.renderRoot.querySelector<HTMLElement>('.rows')?.focus({ preventScroll: true });
  }

  private get focusedRow(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-row]');
  }

  private focusRow(index: number): void {
    const row = this.rowAt(index);
    const target = row?.matches('[data-focus]')
      ? row
      : row?.querySelector<HTMLElement>('[data-focus]');
    target?.focus({ preventScroll: true });
  }

  private rowAt(index: number): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(`[data-row="${index}"]`);
  }
}
