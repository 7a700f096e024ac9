/** On paper a picture has its table under it, because nobody can open a menu there. */
import { isServer, type LitElement, type ReactiveController } from 'lit';
import { whenIdle } from '../../data/timers.js';
import type { PaperFigures } from './figures-shown.js';

export class PaperTable implements ReactiveController {
  private isAsked = false;

  /** @param figures - the figures of the picture; `undefined` where there is no picture */
  constructor(
    private readonly host: LitElement,
    private readonly figures: () => PaperFigures | undefined,
  ) {
    host.addController(this);
  }

  /** The code comes before a print, because a page that calls `window.print()` waits for nothing. */
  hostUpdated(): void {
    if (isServer || this.isAsked || !this.host.renderRoot.querySelector('.footer')) return;
    this.isAsked = true;
    whenIdle(() => {
      import('../download/printed-table.js').then(
        ({ PrintedTable }) => new PrintedTable(this.host, this.figures),
        () => (this.isAsked = false),
      );
    });
  }
}
