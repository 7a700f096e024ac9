/** Whether what a live widget shows has become old: no good answer for twice its period. */
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { SHORTEST_PERIOD } from '../../data/store.js';
import { pageDocument } from '../../data/page-base.js';
import { after, type StopTimer } from '../../data/timers.js';

/** ms that an answer may take before what it replaces is called old: a page that comes back asks first. */
const GRACE = 15_000;

export class Freshness implements ReactiveController {
  /** True once twice the period has passed since the last answer. */
  late = false;
  private stopTimer: StopTimer | undefined;
  private since: number | undefined;
  private due = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Called before each drawing. `refresh`: seconds between polls; absent: nothing grows old. */
  follow(loadedAt: number | undefined, refresh: number | undefined): void {
    if (isServer) return;
    const live = loadedAt !== undefined && refresh !== undefined && refresh > 0;
    const due = live ? loadedAt + 2000 * Math.max(SHORTEST_PERIOD, refresh) : 0;
    if (loadedAt === this.since && due === this.due) return;
    this.since = loadedAt;
    this.due = due;
    this.late = false;
    this.arm();
  }

  hostConnected(): void {
    pageDocument.addEventListener('visibilitychange', this.arm);
    this.arm();
  }

  hostDisconnected(): void {
    this.stopTimer?.();
    pageDocument.removeEventListener('visibilitychange', this.arm);
  }

  private readonly arm = (): void => {
    this.stopTimer?.();
    if (!this.due || this.late || pageDocument.visibilityState === 'hidden') return;
    const wait = Math.max(this.due - Date.now(), GRACE);
    this.stopTimer = after(wait, () => {
      this.late = true;
      this.host.requestUpdate();
    });
  };
}
