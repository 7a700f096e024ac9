/** The list as one page: for the browser's own search, and for paper. A long page grows frame by frame. */
import { isServer, type LitElement, type ReactiveController } from 'lit';
import type { RosterFeed } from '../../data/roster-feed.js';
import { listen, unlisten } from '../../data/page-base.js';
import { whenIdle } from '../../data/timers.js';

/** Groups that a page begins with. */
const FIRST_GROUPS = 40;

export interface PrintOptions {
  /** True where the page author wants one page. */
  readonly plain: () => boolean;
  /** The list that is shown; undefined where there is none to print. */
  readonly feed: () => RosterFeed | undefined;
  /** How many groups the list has. */
  readonly groups: () => number;
  /** Draws the host at once. */
  readonly draw: () => void;
  /** Draws a page of a few teams that have all that a team can have, where nobody sees it. */
  readonly rehearse: () => void;
}

export class RosterPrint implements ReactiveController {
  /** True while the browser prints. */
  isPrinting = false;
  /** How many groups are drawn. */
  groups = FIRST_GROUPS;
  private isChosen = false;
  private isRehearsed = false;

  constructor(
    private readonly host: LitElement,
    private readonly options: PrintOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    listen('beforeprint', this.beforePrint);
    listen('afterprint', this.afterPrint);
  }

  hostDisconnected(): void {
    unlisten('beforeprint', this.beforePrint);
    unlisten('afterprint', this.afterPrint);
  }

  /** True where the list is drawn as one page. */
  get isPage(): boolean {
    return this.options.plain() || this.isChosen || this.isPrinting;
  }

  /** Shows the list as one page, or as a list again. */
  show(asPage: boolean): void {
    this.isChosen = asPage;
    this.groups = FIRST_GROUPS;
    this.host.requestUpdate();
    if (asPage) void this.options.feed()?.all();
  }

  /** Loads and draws the whole list, and opens the print dialog. */
  async print(): Promise<void> {
    await this.options.feed()?.all();
    this.isChosen = true;
    this.groups = Infinity;
    this.host.requestUpdate();
    await this.host.updateComplete;
    print();
  }

  hostUpdated(): void {
    const feed = this.options.feed();
    if (isServer || !feed) return;
    this.rehearseLater();
    if (!this.isPage) return;
    if (this.options.plain() && feed.hasMore && !feed.error && !feed.loading) void feed.all();
    if (this.groups < this.options.groups()) requestAnimationFrame(this.grow);
  }

  /**
   * Makes the templates of the page before it is needed, because a page that calls `window.print()` is
   * paused: then Trusted Types make no HTML of a template that was never drawn, and the drawing fails.
   */
  private rehearseLater(): void {
    if (this.isRehearsed) return;
    this.isRehearsed = true;
    whenIdle(this.options.rehearse);
  }

  /** False where the page is paused and the templates are not made: then the rows that are drawn are printed. */
  private canDraw(): boolean {
    try {
      this.options.rehearse();
      return true;
    } catch {
      return false;
    }
  }

  private readonly grow = (): void => {
    this.groups += FIRST_GROUPS * 2;
    this.host.requestUpdate();
  };

  /** Draws all that is loaded before the browser prints, because there is no scrolling on paper. */
  private readonly beforePrint = (): void => {
    const feed = this.options.feed();
    if (!feed || this.isPage || !this.canDraw()) return;
    feed.finishReading();
    this.isPrinting = true;
    this.groups = Infinity;
    this.host.requestUpdate();
    this.options.draw();
  };

  private readonly afterPrint = (): void => {
    if (!this.isPrinting) return;
    this.isPrinting = false;
    this.groups = FIRST_GROUPS;
    this.host.requestUpdate();
  };
}
