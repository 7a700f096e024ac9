/** Whether the page is being printed: on paper the classes are hatched. */
import { media } from '../../data/observe.js';
import { listen, unlisten } from '../../data/page-base.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** px: the picture on paper, because a larger one leaves its table no room, and lies across pages in landscape. */
export const PAPER_WIDTH = { geo: 340, tiles: 460 };

export class PrintMedia implements ReactiveController {
  /** True while the page is being printed. */
  active = false;
  /** An old polyfill of a page has no events. */
  private query: Partial<MediaQueryList> | undefined;

  /** @param draw - draws the host at once, because the browser prints as soon as the listeners have returned */
  constructor(
    host: ReactiveControllerHost,
    private readonly draw: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.query = media('print');
    this.active = this.query.matches ?? false;
    this.query.addEventListener?.('change', this.changed);
    // Before the medium changes: Chromium counts the pages by what stands there then.
    listen('beforeprint', this.begin);
    listen('afterprint', this.end);
  }

  hostDisconnected(): void {
    this.query?.removeEventListener?.('change', this.changed);
    unlisten('beforeprint', this.begin);
    unlisten('afterprint', this.end);
  }

  private readonly begin = (): void => this.changed({ matches: true });

  private readonly end = (): void => this.changed({ matches: this.query?.matches ?? false });

  private readonly changed = ({ matches }: Pick<MediaQueryListEvent, 'matches'>): void => {
    if (this.active === matches) return;
    this.active = matches;
    this.draw();
  };
}
