/**
 * One document as a widget follows it: which address is open, what was read, accepted, stale or failed.
 * It keeps the last good document through every failure. It knows no pixels: the widget's side of it is
 * `parts/base/document-controller.ts`.
 */
import { sayOnce } from './say-once.js';
import type { Shape } from '../api/document-shapes.js';
import { DataError } from '../api/errors.js';
import type { Envelope } from '../api/figures.js';
import type { Read } from '../api/read-plain.js';
import { adapterNamed, type Adapter } from './adapters.js';
import { sourceOf, type Source, type SourceAttributes } from './addresses.js';
import { fairChance } from './fair-chance.js';
import { pageBase } from './page-base.js';
import { isPromise } from './promises.js';
import { watch, type Loaded, type Snapshot, type Watch } from './store.js';

/** A document on the screen. */
interface Shown<D extends Envelope> {
  readonly read: Read<D>;
  /** When it was received, in milliseconds since the epoch; absent for what the page itself gave. */
  readonly loadedAt: number | undefined;
  /** What relative addresses inside the document resolve against. */
  readonly url: string;
}

/**
 * Every state that a widget's document can be in.
 *
 * - `unsourced`: nothing names a document; attributes or data may still come
 * - `waiting`: the document is asked for
 * - `ready`: the document is on the screen
 * - `stale`: the last good document is on the screen, and the newest attempt failed
 * - `failed`: there is no document, and why
 */
export type DocumentState<D extends Envelope = Envelope> =
  | { readonly status: 'unsourced' }
  | { readonly status: 'waiting' }
  | ({ readonly status: 'ready' } & Shown<D>)
  | ({ readonly status: 'stale'; readonly error: DataError } & Shown<D>)
  | { readonly status: 'failed'; readonly error: DataError };

/** A document that was read, and the answer that it came with. */
interface Accepted<D extends Envelope> {
  readonly loaded: Loaded;
  readonly read: Read<D>;
  /** Only of an answer kept from an earlier visit. */
  readonly loadedAt?: number;
}

/** What a widget wants to show. */
export interface Wanted extends SourceAttributes {
  /** A document that needs no request. */
  readonly data: unknown;
  readonly adapter: Adapter | string | undefined;
  /** Seconds between polls. */
  readonly refresh: number | undefined;
}

export interface ResourceOptions<D extends Envelope> {
  /** How the document is read, and which kind it is. */
  readonly shape: () => Shape<D>;
  /** Called when `state` is another. */
  readonly changed: () => void;
  /** The name of the widget in console messages: its tag. */
  readonly name: string;
}

const UNSOURCED = { status: 'unsourced' } as const;
const WAITING = { status: 'waiting' } as const;
/** Seconds: a period of 27 hours or more was probably meant in milliseconds. */
const LIKELY_MILLISECONDS = 100_000;
const NOTHING =
  'nothing to load: give "src", or "api" (or data-api) and an id; where an editor deletes them, paste in its HTML view';

export class DocumentResource<D extends Envelope> {
  state: DocumentState<D> = UNSOURCED;
  private watch: Watch | undefined;
  /** What is followed: an address with its adapter, or a document that the page gave. */
  private target: unknown;
  private key: string | undefined;
  private period: number | undefined;
  private polls = true;
  private stopWaiting: (() => void) | undefined;
  private accepted: Accepted<D> | undefined;
  private refused: { readonly loaded: Loaded; readonly error: DataError } | undefined;
  /** The answer that is being read, because its schemas are on their way; and the end of that. */
  private reading: Loaded | undefined;
  private readingOver: Promise<void> | undefined;

  constructor(private readonly options: ResourceOptions<D>) {}

  /** Updates `state` for what the widget wants now. */
  follow(wanted: Wanted): void {
    this.takePeriod(wanted.refresh);
    if (wanted.data !== undefined) this.show(wanted.data, pageBase());
    else this.open(wanted, sourceOf(this.options.shape().kind, wanted, pageBase()));
  }

  private takePeriod(seconds: number | undefined): void {
    if (seconds !== this.period && seconds !== undefined && seconds >= LIKELY_MILLISECONDS)
      (console as Partial<Console>).info?.(
        `[tcns] <${this.options.name}>: refresh="${seconds}" is in seconds (${Math.round(seconds / 3600)} hours). ` +
          `If milliseconds were meant, write refresh="${Math.round(seconds / 1000)}".`,
      );
    this.period = seconds;
  }

  /** Shows a document that the page itself gave. */
  show(data: unknown, url: string): void {
    if (data === this.target) return;
    this.begin(data);
    const shown = (read: Read<D>): void => {
      reportFaults(read, 'data');
      this.state = { status: 'ready', read, loadedAt: undefined, url };
    };
    const late = (action: () => void): void => {
      if (this.target !== data) return;
      action();
      this.options.changed();
    };
    try {
      const read = this.options.shape().read(data);
      if (!isPromise(read)) return shown(read);
      read.then(
        (result) => late(() => shown(result)),
        (error: unknown) => late(() => this.fail(errorOf(error))),
      );
    } catch (error) {
      this.fail(errorOf(error));
    }
  }

  /** True while there is no document, and one comes soon, because the loader asked for it before the widget did. */
  get comesSoon(): boolean {
    return this.state === WAITING && !!this.watch?.isEarly;
  }

  /** Asks the source again, past the cache; resolves when the answer has been read. */
  async reload(): Promise<void> {
    this.refused = undefined;
    await this.watch?.reload();
    for (let over; over !== this.readingOver;) await (over = this.readingOver);
  }

  /** Starts or stops polling; a widget that is out of view does not poll. */
  poll(polls: boolean): void {
    this.polls = polls;
    this.watch?.poll(polls ? this.period : undefined);
  }

  /** Releases the source. The document stays on the screen, and the next `follow` opens the source again. */
  close(): void {
    this.watch?.close();
    this.watch = undefined;
    this.stopWaiting?.();
    this.stopWaiting = undefined;
  }

  private begin(target: unknown): void {
    this.close();
    if (target === this.target) return;
    this.target = target;
    this.accepted = this.refused = this.reading = undefined;
    this.state = WAITING;
  }

  private open(wanted: Wanted, source: Source | undefined): void {
    const { adapter } = wanted;
    const name = typeof adapter === 'string' ? adapter : adapter && nameOf(adapter);
    const used = typeof adapter === 'string' ? adapterNamed(adapter) : adapter;
    if (!source) return this.waitForSource();
    const unknownMark = name && !used ? 'unknown' : '';
    const target = `${unknownMark} ${name ?? ''} ${source.url} ${source.key ?? ''}`;
    if (target === this.target && (this.watch || unknownMark)) return this.poll(this.polls);
    this.begin(target);
    if (unknownMark)
      return this.fail(new DataError('config', `no adapter named "${name}" is registered`));
    this.key = source.key;
    this.watch = watch({ url: source.url, adapter: used, adapterName: name }, () => this.take());
    this.poll(this.polls);
    this.take();
  }

  /** Nothing names a document: a framework may set data a moment later, so that is no fault at once. */
  private waitForSource(): void {
    const isNew = this.target !== UNSOURCED;
    if (!isNew && (this.stopWaiting || this.state.status === 'failed')) return;
    this.begin(UNSOURCED);
    if (isNew) this.state = UNSOURCED;
    this.stopWaiting = fairChance(() => {
      this.fail(new DataError('config', NOTHING));
      this.options.changed();
    });
  }

  private take(): void {
    if (!this.watch) return;
    const next = this.stateOf(this.watch.snapshot);
    if (isSame(next, this.state)) return;
    this.state = next;
    this.options.changed();
  }

  private stateOf({ loaded, loadedAt, error }: Snapshot): DocumentState<D> {
    const fault = (loaded && this.accept(loaded)) ?? error;
    if (fault) sayOnce(fault.message);
    // A failure stays on the screen while it is asked again, and with it the button just pressed.
    if (!this.accepted && fault) return { status: 'failed', error: fault };
    if (!this.accepted) return this.reading && 'error' in this.state ? this.state : WAITING;
    const { read, loaded: answer } = this.accepted;
    const shown = { read, loadedAt: this.accepted.loadedAt ?? loadedAt, url: answer.url };
    return fault ? { status: 'stale', error: fault, ...shown } : { status: 'ready', ...shown };
  }

  /** Reads a new answer; returns the fault of one that is refused, while the last good one stays. */
  private accept(loaded: Loaded): DataError | undefined {
    if (loaded === this.accepted?.loaded || loaded === this.reading) return undefined;
    if (loaded === this.refused?.loaded) return this.refused.error;
    try {
      const read = this.readIn(loaded);
      if (!isPromise(read)) {
        this.keep({ loaded, read });
        return undefined;
      }
      this.reading = loaded;
      const over = (action: () => void): void => {
        if (this.reading !== loaded) return;
        this.reading = undefined;
        action();
        this.take();
      };
      this.readingOver = read.then(
        (result) => over(() => this.keep({ loaded, read: result })),
        (error: unknown) => over(() => this.refuse(loaded, errorOf(error))),
      );
      return undefined;
    } catch (error) {
      return this.refuse(loaded, errorOf(error));
    }
  }

  private keep(accepted: Accepted<D>): void {
    this.accepted = accepted;
    this.watch?.accept();
    reportFaults(accepted.read, accepted.loaded.url);
  }

  /** The fault of an answer, once there is nothing of an earlier visit to show: else it would flash before that. */
  private refuse(loaded: Loaded, error: DataError): DataError | undefined {
    if (this.accepted) {
      this.refused = { loaded, error };
      return error;
    }
    this.reading = loaded;
    this.readingOver = this.acceptStored().then(() => {
      if (this.reading !== loaded) return;
      this.reading = undefined;
      this.refused = { loaded, error };
      this.take();
    });
    return undefined;
  }

  /** The answer of an earlier visit, where the first one of this visit is refused. */
  private async acceptStored(): Promise<void> {
    const { watch } = this;
    const stored = await watch?.recall();
    if (!stored || this.accepted || watch !== this.watch) return;
    try {
      const read = await this.readIn(stored);
      if (this.accepted || watch !== this.watch) return;
      this.accepted = { loaded: stored, read, loadedAt: stored.loadedAt };
    } catch {
      // There is no good answer at all.
    }
  }

  private readIn(loaded: Loaded): Read<D> | Promise<Read<D>> {
    return this.options.shape().read(this.documentIn(loaded), loaded.url);
  }

  private documentIn({ raw, url }: Loaded): unknown {
    const documents = (raw as { documents?: Record<string, unknown> } | null)?.documents;
    if (!documents) return raw;
    const key = this.key ?? '';
    if (Object.prototype.hasOwnProperty.call(documents, key)) return documents[key];
    // A bundle lacks a document as a folder of files does.
    const details = { url, path: 'documents', status: 404 };
    throw new DataError('shape', `the bundle has no document "${key}"`, details);
  }

  private fail(error: DataError): void {
    sayOnce(`<${this.options.name}> ${error.message}`);
    this.state = { status: 'failed', error };
  }
}

/** Makes a fault of the document of everything that reading throws. */
const errorOf = (error: unknown): DataError =>
  error instanceof DataError ? error : new DataError('shape', String(error));

function reportFaults(read: Read, where: string): void {
  for (const { path, reason } of read.faults) sayOnce(`"${where}": left out ${path}: ${reason}`);
}

const names = new WeakMap<Adapter, string>();
let adapters = 0;

/** A name for an adapter that has none: two functions on one address are two answers. */
function nameOf(adapter: Adapter): string {
  let name = names.get(adapter);
  if (!name) names.set(adapter, (name = `custom-${++adapters}`));
  return name;
}

function isSame(a: DocumentState, b: DocumentState): boolean {
  if (a.status !== b.status) return false;
  if (a.status === 'failed') return 'error' in b && a.error === b.error;
  if (!('read' in a) || !('read' in b)) return true;
  return a.read === b.read && a.loadedAt === b.loadedAt;
}
