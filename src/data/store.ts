/**
 * The store behind all widgets of a page: one request an address however many widgets use it,
 * retries, polling, and the last good answer through any failure and across a reload.
 *
 * TanStack Query holds the answers (de-duplication, retries, structural sharing); an `Address`
 * adds what readers of a page need: one poll for all widgets in view, and the stored answer.
 */
import { QueryClient, QueryObserver, focusManager, onlineManager } from '@tanstack/query-core';
import type { Adapter } from './adapters.js';
import { DataError } from './errors.js';
import { readDocument, type ReadDocument } from './read-document.js';
import { requestJson, TIME_LIMIT } from './request.js';
import { keep, recall } from './vault.js';

/** Seconds: polling more often than this helps no reader and burdens the source. */
export const SHORTEST_PERIOD = 15;
/** Milliseconds after which no further attempt begins. */
const DEADLINE = 15_000;
const MOST_RETRIES = 3;
/** Characters: larger answers are not kept across a reload. */
const LARGEST_KEPT = 2_000_000;

/** A document, or a bundle of documents (`bundle`), as the store holds it. */
export interface Loaded {
  readonly read: ReadDocument | undefined;
  readonly bundle: Readonly<Record<string, unknown>> | undefined;
  /** The address after redirects. */
  readonly url: string;
}

/** What is known about an address. */
export interface Snapshot {
  readonly loaded: Loaded | undefined;
  /** When the answer was received, in milliseconds since the epoch. */
  readonly loadedAt: number;
  /** Why the newest attempt failed; absent while one is under way and after a success. */
  readonly error: DataError | undefined;
  readonly fetching: boolean;
}

export interface Request {
  readonly url: string;
  /** Named in the key, so that two adapters on one address do not share an answer. */
  readonly adapterName?: string | undefined;
  readonly adapter?: Adapter | undefined;
}

/** One widget's hold on an address. */
export interface Watch {
  readonly snapshot: Snapshot;
  /** Asks again at once, past the browser's cache; resolves when answered or given up. */
  reload(): Promise<void>;
  /** Seconds between polls while `inView`; absent for none. */
  poll(seconds: number | undefined, inView: boolean): void;
  close(): void;
}

interface Watcher {
  readonly notify: () => void;
  seconds: number | undefined;
}

const client = new QueryClient();
const addresses = new Map<string, Address>();
let mounted = false;

/** Watches an address: `notify` is called whenever its snapshot changes. */
export function watch(request: Request, notify: () => void): Watch {
  if (!mounted) client.mount();
  mounted = true;
  const key = request.adapterName ? `${request.adapterName} ${request.url}` : request.url;
  let address = addresses.get(key);
  if (!address) addresses.set(key, (address = new Address(key, request)));
  return address.open(notify);
}

class Address {
  private readonly watchers = new Set<Watcher>();
  private readonly observer: QueryObserver<Loaded, DataError>;
  private readonly stops: (() => void)[] = [];
  private firstDone = false;
  private startedAt = 0;
  private period: number | undefined;

  constructor(
    private readonly key: string,
    private readonly request: Request,
  ) {
    this.observer = new QueryObserver<Loaded, DataError>(client, {
      queryKey: [key],
      queryFn: () => this.load(),
      staleTime: Infinity,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      // A page whose last attempt failed mends itself when the connection is back.
      refetchOnReconnect: (query) => (query.state.status === 'error' ? 'always' : false),
      retry: (count, error) => count < MOST_RETRIES && this.mayRetry(count, error),
      retryDelay: (count, error) => delayOf(count, error),
    });
  }

  open(notify: () => void): Watch {
    const watcher: Watcher = { notify, seconds: undefined };
    this.watchers.add(watcher);
    if (this.watchers.size === 1) this.start();
    const snapshot = (): Snapshot => this.snapshot();
    return {
      get snapshot() {
        return snapshot();
      },
      reload: () => this.reload(),
      poll: (seconds, inView) => {
        watcher.seconds = inView ? seconds : undefined;
        this.schedule();
      },
      close: () => {
        this.watchers.delete(watcher);
        this.schedule();
        if (this.watchers.size === 0) this.stop();
      },
    };
  }

  private start(): void {
    const failed = this.observer.getCurrentQuery().state.status === 'error';
    this.stops.push(
      this.observer.subscribe(() => this.watchers.forEach((w) => w.notify())),
      focusManager.subscribe(() => this.catchUp()),
      onlineManager.subscribe(() => this.catchUp()),
    );
    if (!failed) void this.showStored();
  }

  private stop(): void {
    this.stops.splice(0).forEach((stop) => stop());
  }

  private snapshot(): Snapshot {
    const { data, dataUpdatedAt, error, fetchStatus } = this.observer.getCurrentResult();
    const fetching = fetchStatus !== 'idle';
    return {
      loaded: data,
      loadedAt: dataUpdatedAt,
      error: fetching ? undefined : (error ?? undefined),
      fetching,
    };
  }

  private async load(): Promise<Loaded> {
    const query = this.observer.getCurrentQuery();
    const now = Date.now();
    if (query.state.fetchFailureCount === 0) this.startedAt = now;
    const left = this.startedAt + DEADLINE - now;
    const { url, adapter } = this.request;
    const answer = await requestJson(url, this.firstDone, Math.min(TIME_LIMIT, left));
    const raw = adapter ? adapt(adapter, answer.raw, url) : answer.raw;
    const loaded = readAnswer(raw, answer.url);
    this.firstDone = true;
    if (answer.size <= LARGEST_KEPT)
      void keep(this.key, { raw, url: answer.url, loadedAt: Date.now() });
    return loaded;
  }

  private mayRetry(count: number, error: DataError): boolean {
    return error.passing && Date.now() + delayOf(count, error) - this.startedAt < DEADLINE;
  }

  /** Draws the answer of an earlier visit at once, unless the source has answered first. */
  private async showStored(): Promise<void> {
    const { state } = this.observer.getCurrentQuery();
    if (state.data) return;
    const stored = await recall(this.key);
    if (!stored || this.observer.getCurrentQuery().state.data) return;
    try {
      const loaded = readAnswer(stored.raw, stored.url);
      const failed = this.observer.getCurrentQuery().state.status === 'error';
      client.setQueryData([this.key], loaded, { updatedAt: stored.loadedAt });
      // The stored answer does not undo the failure that came before it.
      if (failed) void this.reload();
    } catch {
      // What an older version stored may no longer be a document: then there is none.
    }
  }

  private async reload(): Promise<void> {
    this.firstDone = true;
    await this.observer.refetch({ cancelRefetch: false });
  }

  private schedule(): void {
    const periods = [...this.watchers]
      .map((w) => w.seconds)
      .filter((s): s is number => s !== undefined);
    const period =
      periods.length > 0 ? Math.max(SHORTEST_PERIOD, Math.min(...periods)) * 1000 : undefined;
    if (period === this.period) return;
    this.period = period;
    this.setTimer();
    this.catchUp();
  }

  private setTimer(): void {
    const { period } = this;
    this.observer.setOptions({
      ...this.observer.options,
      // Spread over a tenth of the period, so that a million readers do not ask in one second.
      refetchInterval:
        period !== undefined && onlineManager.isOnline() && period * (0.95 + Math.random() / 10),
    });
  }

  /** After hidden, off line or out of view: asks at once where the answer is older than the period. */
  private catchUp(): void {
    if (this.period === undefined) return;
    this.setTimer();
    const { dataUpdatedAt, fetchStatus } = this.observer.getCurrentResult();
    const overdue = Date.now() - dataUpdatedAt > this.period;
    if (
      overdue &&
      dataUpdatedAt > 0 &&
      fetchStatus === 'idle' &&
      focusManager.isFocused() &&
      onlineManager.isOnline()
    ) {
      void this.reload();
    }
  }
}

/** Half a second, one, two, each spread by a half; the server's own wish where it has one. */
function delayOf(count: number, error: DataError): number {
  return error.retryAfter ?? 500 * 2 ** count * (0.75 + spread(error) / 2);
}

const spreads = new WeakMap<DataError, number>();
/** One random number an error: the decision to wait and the waiting use the same delay. */
function spread(error: DataError): number {
  let value = spreads.get(error);
  if (value === undefined) spreads.set(error, (value = Math.random()));
  return value;
}

function adapt(adapter: Adapter, raw: unknown, url: string): unknown {
  try {
    return adapter(raw);
  } catch (error) {
    throw new DataError('shape', `the adapter failed: ${String(error)}`, { url });
  }
}

/** A bundle is kept whole (its documents are read when a widget asks for one). */
export function readAnswer(raw: unknown, url: string): Loaded {
  const documents = (raw as { documents?: unknown } | null)?.documents;
  if (typeof documents === 'object' && documents !== null) {
    return { read: undefined, bundle: documents as Record<string, unknown>, url };
  }
  return { read: readDocument(raw, url), bundle: undefined, url };
}
