/**
 * What a reader chose, in the page's address: `tcns-area`, `tcns-q`, `tcns-indicator`, prefixed by
 * the element's id where it has one. Other parameters and the hash stay as they are.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type UrlKey = 'area' | 'q' | 'indicator';

type Host = ReactiveControllerHost & HTMLElement;

export class UrlState implements ReactiveController {
  constructor(
    private readonly host: Host,
    private readonly on: () => boolean,
    /** Called when the reader goes back or forward. */
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.pop);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.pop);
  }

  /** The value in the address, or `null`. */
  get(key: UrlKey): string | null {
    return this.on() ? new URLSearchParams(location.search).get(this.name(key)) : null;
  }

  /** Writes a choice as a new entry of the history; `undefined` takes it out. */
  set(key: UrlKey, value: string | undefined): void {
    this.setAll({ [key]: value });
  }

  /** Writes choices that belong together as one entry. */
  setAll(values: Readonly<Partial<Record<UrlKey, string | undefined>>>): void {
    if (!this.on()) return;
    const url = new URL(location.href);
    for (const [key, value] of Object.entries(values)) {
      if (value) url.searchParams.set(this.name(key as UrlKey), value);
      else url.searchParams.delete(this.name(key as UrlKey));
    }
    if (url.href === location.href) return;
    try {
      history.pushState(history.state, '', url);
    } catch {
      // The choice still holds where a sandboxed frame cannot write its address.
    }
  }

  private name(key: UrlKey): string {
    return `${this.host.id ? `${this.host.id}-` : ''}tcns-${key}`;
  }

  private readonly pop = (): void => {
    if (this.on()) this.changed();
  };
}
