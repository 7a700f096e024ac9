/** Announces on the page what became of a widget's document: `tcns-load` and `tcns-error`, once each. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Envelope } from '../../api/figures.js';
import type { DocumentState } from './document-controller.js';
import { TcnsErrorEvent, TcnsLoadEvent } from './events.js';

export class DocumentEvents<D extends Envelope> implements ReactiveController {
  private announced: DocumentState<D> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly state: () => DocumentState<D>,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const now = this.state();
    if (now === this.announced) return;
    const before = this.announced;
    this.announced = now;
    if (now.status === 'ready' && !(before && 'read' in before && before.read === now.read)) {
      this.host.dispatchEvent(new TcnsLoadEvent({ document: now.read.document }));
    } else if ('error' in now) {
      this.host.dispatchEvent(new TcnsErrorEvent({ error: now.error }));
    }
  }
}
