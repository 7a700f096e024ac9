/** The events of the widgets: bubbling and composed, so that a page can listen at any height. */
import { isServer } from 'lit';
import type { DataError } from '../../api/errors.js';

/**
 * The browser's own `Event`. The global of that name may be another: MooTools with its compatibility layer
 * replaces it, and what that makes no element can dispatch.
 */
const PageEvent = (isServer ? Event : nativeEvent()) as typeof Event;

function nativeEvent(): unknown {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to it that no script replaces
  return Document.prototype.createEvent.call(document, 'Event').constructor;
}

/** The figures have arrived, or new ones have. */
export class TcnsLoadEvent extends PageEvent {
  static readonly eventName = 'tcns-load';
  /** `document`: the document that is shown. */
  constructor(readonly detail: { readonly document: unknown }) {
    super(TcnsLoadEvent.eventName, { bubbles: true, composed: true });
  }
}

/** Loading failed; what was on the screen stays there. */
export class TcnsErrorEvent extends PageEvent {
  static readonly eventName = 'tcns-error';
  /** `error`: what happened (`kind`, `url`, `path`, `reason`). */
  constructor(readonly detail: { readonly error: DataError }) {
    super(TcnsErrorEvent.eventName, { bubbles: true, composed: true });
  }
}

/** A reader chose an area, or took the choice back. */
export class TcnsSelectEvent extends PageEvent {
  static readonly eventName = 'tcns-select';
  /** `area`: an id, `null` when cleared; `indicator`: what the widget shows. */
  constructor(readonly detail: { readonly area: string | null; readonly indicator: string }) {
    super(TcnsSelectEvent.eventName, { bubbles: true, composed: true });
  }
}

/** The events by their names, as `addEventListener` of an element, the document and the window know them. */
export interface TcnsEventMap {
  'tcns-load': TcnsLoadEvent;
  'tcns-error': TcnsErrorEvent;
  'tcns-select': TcnsSelectEvent;
}

/* eslint-disable @typescript-eslint/no-empty-object-type -- they only join the events to the DOM's own lists */
declare global {
  interface ElementEventMap extends TcnsEventMap {}
  interface DocumentEventMap extends TcnsEventMap {}
  interface ShadowRootEventMap extends TcnsEventMap {}
  interface WindowEventMap extends TcnsEventMap {}
}
