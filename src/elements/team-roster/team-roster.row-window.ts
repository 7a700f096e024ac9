/** The part of a long list that is drawn: which rows, and how much room the others take. */
import type { LitElement, ReactiveController } from 'lit';
import { RowHeights } from '../../domain/row-heights.js';

/** px of rows above and below the visible ones that are drawn ahead. */
const AHEAD = 320;
/** Lists up to this length are drawn whole. */
const ALL = 40;
/** px: what is thought of a list that has not been measured. */
const ROOM = 520;

export interface WindowRows {
  readonly length: number;
  /** True for the head of a group, which is lower than a team. */
  readonly isHead: (index: number) => boolean;
}

export class RowWindow implements ReactiveController {
  /** The rows that are drawn: `from` up to before `to`. */
  from = 0;
  to = 0;
  private rows: WindowRows = { length: 0, isHead: () => false };
  private heights: RowHeights | undefined;
  private room = ROOM;
  private scrolled = 0;
  /** Heights of a head and of a team, as they were measured last. */
  private usual = { head: 45, team: 96 };
  private scroller: HTMLElement | undefined;
  private observer: ResizeObserver | undefined;
  private frame = 0;
  /** False for the first picture of other rows, which has to be quick: only what is visible is in it. */
  private measured = false;

  constructor(
    private readonly host: LitElement,
    /** Called when a reader comes near the end. */
    private readonly nearEnd: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = this.scroller = undefined;
    cancelAnimationFrame(this.frame);
  }

  /** Other rows; `at` is where the row that was on top stands now, to keep it there. */
  setRows(rows: WindowRows, at: number | undefined): void {
    const offset = this.scrolled - (this.heights?.before(this.top) ?? 0);
    this.rows = rows;
    const { head, team } = this.usual;
    this.heights =
      rows.length > ALL
        ? new RowHeights(rows.length, (i) => (rows.isHead(i) ? head : team))
        : undefined;
    this.scrolled = at === undefined ? 0 : (this.heights?.before(at) ?? 0) + offset;
    this.moveTo = this.scrolled;
    this.measured = false;
    this.place();
  }

  private moveTo: number | undefined;

  /** The first row that is visible. */
  get top(): number {
    return this.heights?.rowAt(this.scrolled) ?? 0;
  }

  get isScrolled(): boolean {
    return this.scrolled > 0;
  }

  readonly scroll = (event: Event): void => {
    const scroller = event.currentTarget as HTMLElement;
    if (scroller.scrollTop === this.scrolled) return;
    this.scrolled = scroller.scrollTop;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      if (this.place()) this.host.requestUpdate();
    });
  };

  /** Brings a row into the window; it is drawn with the next update. */
  reveal(index: number): void {
    const { heights } = this;
    if (!heights) return;
    const [start, end] = [heights.before(index), heights.before(index + 1)];
    if (start < this.scrolled) this.scrolled = start;
    else if (end > this.scrolled + this.room) this.scrolled = end - this.room;
    else return;
    this.moveTo = this.scrolled;
    this.place();
  }

  /** Works out which rows are drawn; true where others are than before. */
  private place(): boolean {
    const { heights, rows } = this;
    const before = [this.from, this.to];
    const ahead = this.measured ? AHEAD : 0;
    this.from = heights ? heights.rowAt(this.scrolled - ahead) : 0;
    this.to = heights
      ? Math.min(rows.length, heights.rowAt(this.scrolled + this.room + ahead) + 1)
      : rows.length;
    if (this.to >= rows.length) this.nearEnd();
    return this.from !== before[0] || this.to !== before[1];
  }

  /** After each drawing: measures what is drawn, and keeps what is on top where it is. */
  hostUpdated(): void {
    const scroller = this.host.renderRoot.querySelector<HTMLElement>('.rows');
    if (!scroller) {
      this.observer?.disconnect();
      this.scroller = undefined;
      return;
    }
    this.follow(scroller);
    const { heights } = this;
    if (!heights) return this.space(scroller, 0, 0);
    const top = this.top;
    const offset = this.scrolled - heights.before(top);
    let changed = 0;
    scroller.querySelectorAll<HTMLElement>('[data-row]').forEach((row) => {
      const { height } = row.getBoundingClientRect();
      const index = Number(row.dataset['row']);
      if (height === 0) return;
      this.usual[this.rows.isHead(index) ? 'head' : 'team'] = height;
      changed += Math.abs(heights.set(index, height));
    });
    this.space(scroller, heights.before(this.from), heights.total - heights.before(this.to));
    const place = heights.before(top) + offset;
    if (this.moveTo !== undefined || Math.abs(place - this.scrolled) >= 1) {
      this.moveTo = undefined;
      scroller.scrollTop = place;
      this.scrolled = scroller.scrollTop;
    }
    const bare = heights.before(this.to) < this.scrolled + this.room;
    if (!this.measured || (changed > 0 && !bare)) this.later();
    else if (changed > 0 && this.place()) this.host.requestUpdate();
  }

  /** More rows than are visible come after the picture. */
  private later(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.frame = requestAnimationFrame(() => {
        this.measured = true;
        if (this.place()) this.host.requestUpdate();
      });
    });
  }

  private space(scroller: HTMLElement, above: number, below: number): void {
    const [first, last] = [
      scroller.querySelector<HTMLElement>('.above'),
      scroller.querySelector<HTMLElement>('.below'),
    ];
    first?.style.setProperty('height', `${above}px`);
    last?.style.setProperty('height', `${Math.max(0, below)}px`);
  }

  private follow(scroller: HTMLElement): void {
    if (scroller === this.scroller) return;
    this.scroller = scroller;
    this.observer?.disconnect();
    this.observer = new ResizeObserver(() => {
      const { clientHeight } = scroller;
      // A hidden tab has no height: what was drawn stays.
      if (clientHeight === 0 || clientHeight === this.room) return;
      this.room = clientHeight;
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => {
        this.place();
        this.host.requestUpdate();
      });
    });
    this.observer.observe(scroller);
  }
}
