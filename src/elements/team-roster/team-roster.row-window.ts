/**
 * The rows of a long list that are drawn: those in view and some around them; empty boxes take the room of
 * the others. All lengths are layout pixels (`offsetTop`, `scrollTop`), because those of the screen are others
 * where the page is zoomed or scaled.
 */
import { observeSize, type StopObserving } from '../../data/observe.js';
import type { LitElement, ReactiveController } from 'lit';
import { RowHeights } from '../../domain/row-heights.js';

/** px of rows above and below the visible ones that are drawn. */
const AHEAD = 320;
/** Lists up to this length are drawn whole. */
const SHORT_LIST = 40;
/** px: the visible height of a list that is not measured yet. */
const USUAL_ROOM = 520;
/** px: rounding moves rows by less than this. */
const ROUNDING = 2;

export interface WindowRows {
  readonly length: number;
  /** True for the head of a group, which is lower than a team. */
  readonly isHead: (index: number) => boolean;
}

/** A row whose distance from the top of the visible part is kept. */
interface Anchor {
  readonly row: number;
  readonly distance: number;
}

export class RowWindow implements ReactiveController {
  /** The rows that are drawn: `from` up to before `to`. */
  from = 0;
  to = 0;
  private rows: WindowRows = { length: 0, isHead: () => false };
  private heights: RowHeights | undefined;
  /** Height of the visible part. */
  private room = USUAL_ROOM;
  private scrollTop = 0;
  /** The row that the next drawing keeps in place. */
  private anchor: Anchor | undefined;
  /** Heights of a head and of a team that were measured last. */
  private readonly usual = { head: 45, team: 96 };
  private scroller: HTMLElement | undefined;
  private stopSize: StopObserving | undefined;
  private frame = 0;
  /** False for the first drawing of new rows, which has only the visible rows, because it must be quick. */
  private drawsAhead = false;
  /** True while a list that will be drawn whole has only the rows that fill its visible part. */
  private isCut = false;

  constructor(
    private readonly host: LitElement,
    /** Called when the last rows are drawn. */
    private readonly nearEnd: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stopSize?.();
    this.stopSize = this.scroller = undefined;
    cancelAnimationFrame(this.frame);
  }

  /** Shows other rows; `at` is the new index of the row on top, which keeps its position. */
  setRows(rows: WindowRows, at: number | undefined): void {
    const { heights: old, scrollTop } = this;
    const distance = (old?.before(this.top) ?? 0) - scrollTop;
    this.rows = rows;
    this.heights =
      rows.length > SHORT_LIST ? new RowHeights(rows.length, (i) => this.usualOf(i)) : undefined;
    this.anchor = at === undefined ? { row: 0, distance: 0 } : { row: at, distance };
    this.scrollTop = this.placeOf(this.anchor);
    this.drawsAhead = false;
    this.choose();
  }

  /** Draws only the rows of a short list that are seen first, or all of them. */
  cut(isCut: boolean): void {
    if (isCut === this.isCut) return;
    this.isCut = isCut;
    this.choose();
  }

  /** The first row that is visible. */
  get top(): number {
    return this.heights?.rowAt(this.scrollTop) ?? 0;
  }

  get isScrolled(): boolean {
    return this.scrollTop > 0;
  }

  readonly scroll = (event: Event): void => {
    const { scrollTop } = event.currentTarget as HTMLElement;
    if (scrollTop === this.scrollTop) return;
    this.scrollTop = scrollTop;
    this.later(1);
  };

  /** Draws a row with the next update, at the edge of the visible part that is nearer to it. */
  reveal(row: number): void {
    const { heights } = this;
    if (!heights) return;
    const [start, end] = [heights.before(row), heights.before(row + 1)];
    if (start < this.scrollTop) this.anchor = { row, distance: 0 };
    else if (end > this.scrollTop + this.room)
      this.anchor = { row, distance: this.room - (end - start) };
    else return;
    this.scrollTop = this.placeOf(this.anchor);
    this.choose();
  }

  /** Scrolls a row that is drawn into view, below the head of the columns that covers the first rows. */
  show(row: HTMLElement): void {
    const { scroller } = this;
    if (!scroller) return;
    const start = row.offsetTop - this.lead(scroller);
    const end = row.offsetTop + row.offsetHeight;
    if (start < scroller.scrollTop) scroller.scrollTop = start;
    else if (end > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = end - scroller.clientHeight;
    this.scrollTop = scroller.scrollTop;
    this.later(1);
  }

  /** Chooses the rows that are drawn; true where they are others than before. */
  private choose(): boolean {
    const { heights, rows, scrollTop, from, to } = this;
    const ahead = this.drawsAhead ? AHEAD : 0;
    this.from = heights ? heights.rowAt(scrollTop - ahead) : 0;
    this.to = heights
      ? Math.min(rows.length, heights.rowAt(scrollTop + this.room + ahead) + 1)
      : this.isCut
        ? this.fitting()
        : rows.length;
    if (this.to >= rows.length) this.nearEnd();
    return this.from !== from || this.to !== to;
  }

  /** How many rows fill the visible part. */
  private fitting(): number {
    let to = 0;
    for (let height = 0; to < this.rows.length && height < this.room; to++)
      height += this.usualOf(to);
    return to;
  }

  private usualOf(row: number): number {
    return this.rows.isHead(row) ? this.usual.head : this.usual.team;
  }

  private placeOf({ row, distance }: Anchor): number {
    return Math.max(0, (this.heights?.before(row) ?? 0) - distance);
  }

  /** Before each drawing: the reader may have scrolled since the last event. */
  hostUpdate(): void {
    if (!this.anchor && this.scroller?.offsetHeight) this.scrollTop = this.scroller.scrollTop;
  }

  /** After each drawing: measures what is drawn, and keeps the row on top where it is. */
  hostUpdated(): void {
    const scroller = this.host.renderRoot.querySelector<HTMLElement>('.rows');
    if (!scroller) {
      this.stopSize?.();
      this.scroller = undefined;
      return;
    }
    this.follow(scroller);
    const { heights, top } = this;
    if (!heights) return this.fill(scroller, 0, this.leftOut());
    const anchor = this.anchor ?? { row: top, distance: heights.before(top) - this.scrollTop };
    this.anchor = undefined;
    // Before anything is measured, because a list that is too short for a moment loses its place.
    this.fillAround(scroller, heights);
    const changed = this.measure(scroller, heights);
    if (changed) this.fillAround(scroller, heights);
    const place = this.placeOf(anchor);
    if (Math.abs(place - scroller.scrollTop) >= ROUNDING) scroller.scrollTop = place;
    this.scrollTop = scroller.scrollTop;
    const isBare = heights.before(this.to) < this.scrollTop + this.room;
    if (!this.drawsAhead || (changed && !isBare)) this.later(2);
    else if (changed && this.choose()) this.host.requestUpdate();
  }

  /** Measures the rows that are drawn; true where a height differs from its estimate. */
  private measure(scroller: HTMLElement, heights: RowHeights): boolean {
    const rows = scroller.querySelectorAll<HTMLElement>('[data-row]');
    const starts = [...rows].map((row) => row.offsetTop);
    const last = rows[rows.length - 1];
    starts.push((starts[starts.length - 1] ?? 0) + (last?.offsetHeight ?? 0));
    let changed = false;
    rows.forEach((row, i) => {
      const height = (starts[i + 1] ?? 0) - (starts[i] ?? 0);
      const index = Number(row.dataset['row']);
      // A hidden list has no heights, so the measured ones are kept.
      if (height <= 0) return;
      this.usual[this.rows.isHead(index) ? 'head' : 'team'] = height;
      if (heights.set(index, height) !== 0) changed = true;
    });
    return changed;
  }

  /** Draws more rows some frames later, because the first picture comes first. */
  private later(frames: number): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      if (frames > 1) return this.later(frames - 1);
      this.drawsAhead = true;
      if (this.choose()) this.host.requestUpdate();
    });
  }

  /** Room of the rows of a short list that are not drawn yet. */
  private leftOut(): number {
    let height = 0;
    for (let row = this.to; row < this.rows.length; row++) height += this.usualOf(row);
    return height;
  }

  /** Height of the head of the columns, which stays on top of the list. */
  private lead(scroller: HTMLElement): number {
    return scroller.querySelector<HTMLElement>('.above')?.offsetTop ?? 0;
  }

  private fillAround(scroller: HTMLElement, heights: RowHeights): void {
    this.fill(scroller, heights.before(this.from), heights.total - heights.before(this.to));
  }

  private fill(scroller: HTMLElement, above: number, below: number): void {
    const box = (name: string) => scroller.querySelector<HTMLElement>(name)?.style;
    box('.above')?.setProperty('height', `${above}px`);
    box('.below')?.setProperty('height', `${Math.max(0, below)}px`);
  }

  private follow(scroller: HTMLElement): void {
    if (scroller === this.scroller) return;
    this.scroller = scroller;
    this.stopSize?.();
    this.stopSize = observeSize(scroller, () => {
      const { clientHeight } = scroller;
      // A hidden tab has no height, so the drawn rows are kept.
      if (clientHeight === 0 || clientHeight === this.room) return;
      this.room = clientHeight;
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => {
        if (this.choose()) this.host.requestUpdate();
        else if (!this.drawsAhead) this.later(1);
      });
    });
  }
}
