/** The events of the widgets: bubbling and composed, so that a page can listen at any height. */
import type { DataError } from '../../api/errors.js';

/** The figures have arrived, or new ones have. */
export class TcnsLoadEvent extends Event {
  static readonly eventName = 'tcns-load';
  /** `document`: the document that is shown. */
  constructor(readonly detail: { readonly document: unknown }) {
    super(TcnsLoadEvent.eventName, { bubbles: true, composed: true });
  }
}

/** Loading failed; what was on the screen stays there. */
export class TcnsErrorEvent extends Event {
  static readonly eventName = 'tcns-error';
  /** `error`: what happened (`kind`, `url`, `path`, `reason`). */
  constructor(readonly detail: { readonly error: DataError }) {
    super(TcnsErrorEvent.eventName, { bubbles: true, composed: true });
  }
}

/** A reader chose an area, or took the choice back. */
export class TcnsSelectEvent extends Event {
  static readonly eventName = 'tcns-select';
  /** `area`: an id, `null` when cleared; `indicator`: what the widget shows. */
  constructor(readonly detail: { readonly area: string | null; readonly indicator: string }) {
    super(TcnsSelectEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tcns-load': TcnsLoadEvent;
    'tcns-error': TcnsErrorEvent;
    'tcns-select': TcnsSelectEvent;
  }
}
