/** Opens all folded parts for a print, because nobody can unfold paper. */
import { listen, unlisten } from '../../data/page-base.js';
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

export class OpenForPrint implements ReactiveController {
  /** True while the browser prints. */
  isOpen = false;
  private opened: HTMLDetailsElement[] = [];

  /** @param draw - draws the host at once, where it draws more while `isOpen`: the browser waits for nothing */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    private readonly draw?: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (isServer) return;
    listen('beforeprint', this.open);
    listen('afterprint', this.close);
  }

  hostDisconnected(): void {
    unlisten('beforeprint', this.open);
    unlisten('afterprint', this.close);
  }

  private readonly open = (): void => {
    this.close();
    this.isOpen = true;
    this.draw?.();
    this.opened = [
      ...this.host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])'),
    ];
    this.opened.forEach((details) => (details.open = true));
  };

  private readonly close = (): void => {
    this.opened.forEach((details) => (details.open = false));
    this.opened = [];
    this.isOpen = false;
    this.host.requestUpdate();
  };
}
