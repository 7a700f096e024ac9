/** Tells its host when a new day begins in Viet Nam: one timer for all widgets of a page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { msUntilNextVietnamMidnight, vietnamDay } from '../../domain/calendar.js';
import { pageDocument } from '../../data/page-base.js';
import { after, type StopTimer } from '../../data/timers.js';

/** A computer that slept wakes with its timers late: the day is looked at again this often, in ms. */
const LONGEST = 600_000;

const clocks = new Set<DayClock>();
let stopTimer: StopTimer | undefined;
let day = '';

function look(): void {
  stopTimer?.();
  const now = Date.now();
  const today = vietnamDay(now);
  if (today !== day) {
    day = today;
    clocks.forEach((clock) => clock.host.requestUpdate());
  }
  stopTimer = after(Math.min(msUntilNextVietnamMidnight(now), LONGEST), look);
}

export class DayClock implements ReactiveController {
  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** This instant, in ms since 1970. */
  get now(): number {
    return Date.now();
  }

  /** Today in Viet Nam, `YYYY-MM-DD`, whatever the reader's clock is set to. */
  get today(): string {
    return vietnamDay(this.now);
  }

  hostConnected(): void {
    clocks.add(this);
    if (clocks.size > 1) return;
    pageDocument.addEventListener('visibilitychange', look);
    day = this.today;
    look();
  }

  hostDisconnected(): void {
    clocks.delete(this);
    if (clocks.size > 0) return;
    stopTimer?.();
    pageDocument.removeEventListener('visibilitychange', look);
  }
}
