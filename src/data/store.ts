/**
 * The store behind all widgets of a page: one request an address however many widgets use it, retries, polling,
 * and the last good answer through any failure and across a reload. It holds answers, not documents: a widget
 * reads its document out of an answer (`api/read-document.ts`).
 */
import { adapt, type Adapter } from './adapters.js';
import { attempts } from './retry.js';
import type { DataError } from '../api/errors.js';
import { LARGEST_KEPT } from '../api/limits.js';
import { isEarly, parseJson, requestJson } from './request.js';
import type { StoredAnswer } from './answer-cache.js';
import { after, pause, whenIdle, type StopTimer } from './timers.js';
import { listen, pageDocument, unlisten } from './page-base.js';

/** Seconds: polling more often than this helps no reader and burdens the source. */
export const SHORTEST_PERIOD = 15;
/** Milliseconds after which an answer of an earlier visit is shown, although the newest is on its way. */
const MOMENT = 300;
/** Milliseconds that a failure waits at most for the answer of an earlier visit: some browsers' databases hang. */
const LONGEST_RECALL = 2000;
/**
 * Milliseconds for which an answer is kept after its last widget left, because that widget may only be
 * moving.
 */
const AFTERLIFE = 60_000;

/** An answer of a source. The object stays the same until the source says something else. */
export interface Loaded {
  /** Parsed JSON, after the adapter where there is one. */
  readonly raw: unknown;
  /** The address after redirects. */
  readonly url: string;
}

/** What is known about an address. */
export interface Snapshot {
  readonly loaded: Loaded | undefined;
  /** When the answer was received, in milliseconds since the epoch. */
  readonly loadedAt: number;
  /** Why the newest attempt failed; absent after a success. */
  readonly error: DataError | undefined;
  readonly fetching: boolean;
}

export interface Request {
  readonly url: string;
  /** Named in the key, so that two adapters on one address do not share an answer. */
  readonly adapterName?: string | undefined;
  readonly adapter?: Adapter | undefined;
}

/** A widget's subscription to an address. */
export interface Watch {
  readonly snapshot: Snapshot;
  /** True where the loader asked for the answer before the first widget did, so that it comes soon. */
  readonly isEarly: boolean;
  /** Asks again at once, past the browser's cache; resolves when answered or given up. */
  reload(): Promise<void>;
  /** Seconds between polls; absent for none, or while the widget is out of view. */
  poll(seconds: number | undefined): void;
  /** The answer kept from an earlier visit, where there is one; never waits long. */
  recall(): Promise<StoredAnswer | undefined>;
  /** Says that the answer is a good document: only then is it kept across a reload. */
  accept(): void;
  close(): void;
}

interface Watcher {
  readonly notify: () => void;
  seconds: number | undefined;
}

const NOTHING: Snapshot = { loaded: undefined, loadedAt: 0, error: undefined, fetching: false };
const addresses = new Map<string, Address>();

/** Watches an address: `notify` is called whenever its snapshot changes. */
export function watch(request: Request, notify: () => void): Watch {
  const key = request.adapterName ? `${request.adapterName} ${request.url}` : request.url;
  let address = addresses.get(key);
  if (!address) addresses.set(key, (address = new Address(key, request)));
  return address.open(notify);
}

class Address {
  private snapshot = NOTHING;
  private readonly watchers = new Set<Watcher>();
  private isEarly = false;
  private request: Promise<void> | undefined;
  private revalidate = false;
  /** The text of the newest answer: the same text is the same answer. */
  private text = '';
  /** The newest answer, until it is kept for a later visit: with `raw` only where an adapter made it. */
  private unkept:
    (Omit<Loaded, 'raw'> & { readonly raw?: unknown; readonly text: string }) | undefined;
  /** Milliseconds from one poll to the next; `Infinity` for none. */
  private period = Infinity;
  private stopTimer: StopTimer | undefined;
  private stopFarewell: StopTimer | undefined;

  constructor(
    private readonly key: string,
    private readonly source: Request,
  ) {}

  open(notify: () => void): Watch {
    const watcher: Watcher = { notify, seconds: undefined };
    this.watchers.add(watcher);
    if (this.watchers.size === 1) this.begin();
    const snapshot = () => this.snapshot;
    return {
      get snapshot() {
        return snapshot();
      },
      isEarly: this.isEarly,
      reload: () => this.reload(),
      accept: () => this.accept(),
      recall: () => soon(this.recall()),
      poll: (seconds) => {
        watcher.seconds = seconds;
        this.schedule();
      },
      close: () => {
        this.watchers.delete(watcher);
        this.schedule();
        if (this.watchers.size === 0) this.end();
      },
    };
  }

  private begin(): void {
    this.stopFarewell?.();
    pageDocument.addEventListener('visibilitychange', this.wake);
    listen('online', this.wake);
    if (this.snapshot.loaded || this.request) return;
    this.isEarly = isEarly(this.source.url);
    const coming = this.load();
    // An answer that is on its way is there sooner than the one of an earlier visit, and the code for that.
    if (this.isEarly) void Promise.race([coming, pause(MOMENT)]).then(() => this.showStored());
    else void this.showStored();
  }

  private end(): void {
    pageDocument.removeEventListener('visibilitychange', this.wake);
    unlisten('online', this.wake);
    this.stopFarewell = after(AFTERLIFE, () => addresses.delete(this.key));
  }

  private set(change: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.watchers.forEach(({ notify }) => notify());
  }

  private reload(): Promise<void> {
    this.revalidate = true;
    return this.load();
  }

  /** One run of attempts at a time, whoever asks. */
  private load(): Promise<void> {
    if (!this.request) {
      this.request = this.answer().then((news) => {
        // Cleared first, because a listener may ask again at once.
        this.request = undefined;
        this.set({ ...news, fetching: false });
        this.setTimer();
      });
      this.set({ fetching: true });
    }
    return this.request;
  }

  private async answer(): Promise<Partial<Snapshot>> {
    try {
      return await attempts(
        (limit) => this.ask(limit),
        () => this.watchers.size === 0,
      );
    } catch (error) {
      // Else a returning reader would see the failure for a moment before the figures of the earlier visit.
      await soon(this.showStored());
      return { error: error as DataError };
    }
  }

  private async ask(limit: number): Promise<Partial<Snapshot>> {
    const { url, adapter } = this.source;
    const answer = await requestJson(url, this.revalidate, limit, adapter?.reads === 'text');
    const news = { loadedAt: Date.now(), error: undefined };
    this.revalidate = true;
    if (answer.text === this.text) return news;
    const raw = adapter ? await adapt(adapter, answer.raw, url) : answer.raw;
    const { text, url: final } = answer;
    const isKept = text.length <= LARGEST_KEPT;
    this.text = isKept ? text : '';
    this.unkept = isKept ? { text, url: final, raw: adapter && raw } : undefined;
    return { ...news, loaded: { raw, url: final } };
  }

  /** Draws the answer of an earlier visit at once, unless the source has answered first. */
  private async showStored(): Promise<void> {
    if (this.snapshot.loaded) return;
    const stored = await this.recall(() => !this.snapshot.loaded);
    if (!stored || this.snapshot.loaded) return;
    const { raw, url, loadedAt } = stored;
    this.set({ loaded: { raw, url }, loadedAt });
  }

  private async recall(isWanted?: () => boolean): Promise<StoredAnswer | undefined> {
    return (await answerCache())?.recall(this.key, isWanted);
  }

  private accept(): void {
    const { unkept, key } = this;
    if (!unkept) return;
    this.unkept = undefined;
    const { url, raw, text } = unkept;
    const { loadedAt } = this.snapshot;
    // Of the text, and not of the document, which the page may have changed until then.
    const keepNow = (): void =>
      void answerCache().then((cache) =>
        cache?.keep(key, { raw: raw ?? parseJson(text, url), url, loadedAt }),
      );
    // A copy of a document takes as long as a part of its picture, so the picture comes first.
    if (raw === undefined) whenIdle(keepNow);
    else keepNow();
  }

  /** One poll an address, at the shortest period that a widget in view asks for. */
  private schedule(): void {
    // A value that is no period (`refresh="often"`, 0) is ignored and does not stop the polls of others.
    const periods = [...this.watchers].map(({ seconds = 0 }) => (seconds > 0 ? seconds : Infinity));
    const period = Math.max(SHORTEST_PERIOD, Math.min(...periods)) * 1000;
    if (period === this.period) return;
    this.period = period;
    if (period < Infinity) this.wake();
    else this.stopTimer?.();
  }

  private setTimer(): void {
    this.stopTimer?.();
    if (isAway()) return;
    // Spread over a tenth of the period, so that a million readers do not ask in one second.
    const wait = this.period * (0.95 + Math.random() / 10);
    this.stopTimer = after(wait, () => !isAway() && void this.reload());
  }

  /** Asks at once, where a poll is overdue, after the page was hidden, offline or out of view. */
  private readonly wake = (): void => {
    const { loaded, loadedAt, error } = this.snapshot;
    const overdue = loaded && Date.now() - loadedAt > this.period;
    // A page whose last attempt failed mends itself when the connection is back.
    if ((overdue || error?.passing) && !isAway()) void this.reload();
    else this.setTimer();
  };
}

/** What comes of an earlier visit, or nothing after `LONGEST_RECALL`. */
const soon = <T>(coming: Promise<T>): Promise<T | undefined> =>
  Promise.race([coming, pause(LONGEST_RECALL) as Promise<undefined>]);

/** The answers of earlier visits: their code comes after the picture, and no first picture needs it. */
const answerCache = () => import('./answer-cache.js').catch(() => undefined);

/** Nobody is looking, or nothing can be asked. */
function isAway(): boolean {
  return pageDocument.visibilityState === 'hidden' || navigator.onLine === false;
}
