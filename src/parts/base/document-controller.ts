/** The one data resource of a widget: which document it shows, and in what state that is. */
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { adapterNamed, type Adapter } from '../../data/adapters.js';
import { sourceOf, type SourceAttributes } from '../../data/addresses.js';
import { DataError } from '../../api/errors.js';
import { readDocument, type Read } from '../../api/read-document.js';
import type { Envelope } from '../../api/figures.js';
import type { Shape } from '../../api/document-kinds.js';
import { watch, type Loaded, type Snapshot, type Watch } from '../../data/store.js';

/** A document on the screen. */
interface Shown<D extends Envelope> {
  readonly read: Read<D>;
  /** When it was received, in milliseconds since the epoch; absent for what the page itself gave. */
  readonly loadedAt: number | undefined;
  /** What relative addresses inside the document resolve against. */
  readonly url: string;
}

/** Every state that a widget's document can be in. */
export type DocumentState<D extends Envelope = Envelope> =
  | { readonly status: 'waiting' }
  | ({ readonly status: 'ready' } & Shown<D>)
  | ({ readonly status: 'stale'; readonly error: DataError } & Shown<D>)
  | { readonly status: 'failed'; readonly error: DataError };

/** What a widget wants to show. */
export interface Wanted extends SourceAttributes {
  readonly data: unknown;
  readonly adapter: Adapter | string | undefined;
  /** Seconds between polls. */
  readonly refresh: number | undefined;
}

type Host = ReactiveControllerHost & HTMLElement;

const WAITING = { status: 'waiting' } as const;
const reported = new Set<string>();

/** Says a fault once a page, however many widgets show the document. */
function report(message: string): void {
  if (reported.has(message)) return;
  reported.add(message);
  console.warn(`[tcns] ${message}`);
}

/**
 * Follows what its host wants: opens the document's address, closes it when another is wanted, and
 * keeps the last good document through every failure.
 */
export class DocumentController<D extends Envelope> implements ReactiveController {
  state: DocumentState<D> = WAITING;
  private watch: Watch | undefined;
  private target: string | undefined;
  private key: string | undefined;
  private data: unknown;
  private refresh: number | undefined;
  private inView = true;
  private view: IntersectionObserver | undefined;
  private picked:
    { readonly loaded: Loaded; readonly read: Read<D>; readonly loadedAt?: number } | undefined;
  private refused: Loaded | undefined;

  constructor(
    private readonly host: Host,
    private readonly shape: () => Shape<D>,
    private readonly wanted: () => Wanted,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
    this.view?.disconnect();
    this.view = undefined;
  }

  /** Asks the source again, past the cache. */
  async reload(): Promise<void> {
    await this.watch?.reload();
  }

  /** Brings `state` in line with what the host wants now; called before each drawing. */
  hostUpdate(): void {
    if (!isServer) this.follow();
  }

  /** The same, on a server: only `data` can be drawn there. */
  follow(): void {
    const wanted = this.wanted();
    if (wanted.data !== undefined) this.showData(wanted.data);
    else if (!isServer && this.host.isConnected) this.open(wanted);
  }

  private showData(data: unknown): void {
    if (data === this.data) return;
    this.close();
    this.data = data;
    this.target = undefined;
    try {
      const read = readDocument(this.shape(), data);
      this.reportFaults(read, 'data');
      this.state = {
        status: 'ready',
        read,
        loadedAt: undefined,
        url: isServer ? '' : document.baseURI,
      };
    } catch (error) {
      this.fail(error as DataError);
    }
  }

  private open(wanted: Wanted): void {
    this.data = undefined;
    const source = sourceOf(this.shape().kind, wanted, document.baseURI);
    const { adapter: given } = wanted;
    const name = typeof given === 'string' ? given : given && nameOf(given);
    const target = source ? `${name ?? ''} ${source.url} ${source.key ?? ''}` : '';
    this.refresh = wanted.refresh;
    if (target === this.target && (this.watch || !source)) return this.poll();
    this.close();
    // A widget that was only moved keeps what it shows.
    if (target !== this.target) {
      this.picked = undefined;
      this.state = WAITING;
    }
    this.target = target;
    if (!source) return this.nothingToShow();
    const adapter =
      typeof wanted.adapter === 'string' ? adapterNamed(wanted.adapter) : wanted.adapter;
    if (name && !adapter) {
      return this.fail(new DataError('config', `no adapter named "${name}" is registered`));
    }
    this.key = source.key;
    this.watch = watch({ url: source.url, adapter, adapterName: name }, () => this.take());
    this.poll();
    this.take();
  }

  /** The page's parser may still be on its way to the attributes' script child. */
  private nothingToShow(): void {
    this.state = WAITING;
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.host.requestUpdate(), {
        once: true,
      });
      return;
    }
    // The dashboard around it will say what to load; its module may come later.
    const board = 'tcns-dashboard';
    if (this.host.closest(board) && !customElements.get(board)) {
      void customElements.whenDefined(board).then(() => this.host.requestUpdate());
      return;
    }
    this.fail(
      new DataError('config', 'nothing to load: give "src", or "api" (or data-api) and an id'),
    );
  }

  private close(): void {
    this.watch?.close();
    this.watch = undefined;
  }

  private poll(): void {
    const polls = this.refresh !== undefined && this.refresh > 0;
    if (polls && !this.view && 'IntersectionObserver' in globalThis) {
      this.view = new IntersectionObserver((entries) => {
        this.inView = entries[entries.length - 1]?.isIntersecting ?? true;
        this.poll();
      });
      this.view.observe(this.host);
    }
    this.watch?.poll(polls && this.inView ? this.refresh : undefined);
  }

  private take(): void {
    if (!this.watch) return;
    const next = this.stateOf(this.watch.snapshot);
    if (sameState(next, this.state)) return;
    this.state = next;
    this.host.requestUpdate();
  }

  private stateOf({ loaded, loadedAt, error }: Snapshot): DocumentState<D> {
    const fault = (loaded && this.pick(loaded)) ?? error;
    if (fault) report(fault.message);
    // A failure stays on the screen while it is asked again, and with it the button just pressed.
    if (!this.picked) return fault ? { status: 'failed', error: fault } : WAITING;
    const { read, loaded: shownAnswer } = this.picked;
    const shown = { read, loadedAt: this.picked.loadedAt ?? loadedAt, url: shownAnswer.url };
    return fault ? { status: 'stale', error: fault, ...shown } : { status: 'ready', ...shown };
  }

  /** Reads a new answer; the fault of one that is refused, while the last good one stays. */
  private pick(loaded: Loaded): DataError | undefined {
    if (loaded === this.picked?.loaded) return undefined;
    try {
      const read = readDocument(this.shape(), this.documentIn(loaded), loaded.url);
      this.picked = { loaded, read };
      this.watch?.accept();
      this.reportFaults(read, loaded.url);
      return undefined;
    } catch (error) {
      if (!this.picked) void this.pickStored(loaded);
      return error as DataError;
    }
  }

  /** The answer of an earlier visit, where the first one of this visit is refused. */
  private async pickStored(refused: Loaded): Promise<void> {
    const { watch } = this;
    if (this.refused === refused) return;
    this.refused = refused;
    const stored = await watch?.recall();
    if (!stored || this.picked || watch !== this.watch) return;
    try {
      this.picked = {
        loaded: stored,
        read: readDocument(this.shape(), this.documentIn(stored), stored.url),
        loadedAt: stored.loadedAt,
      };
      this.take();
    } catch {
      // Then there is no good answer at all.
    }
  }

  private documentIn({ raw, url }: Loaded): unknown {
    const documents = (raw as { documents?: Record<string, unknown> } | null)?.documents;
    if (!documents) return raw;
    const key = this.key ?? '';
    if (documents[key] !== undefined) return documents[key];
    throw new DataError('shape', `the bundle has no document "${key}"`, { url, path: 'documents' });
  }

  private reportFaults(read: Read, where: string): void {
    for (const { path, reason } of read.faults) report(`"${where}": left out ${path}: ${reason}`);
  }

  private fail(error: DataError): void {
    report(`<${this.host.localName ?? 'tcns'}> ${error.message}`);
    this.state = { status: 'failed', error };
  }
}

const names = new WeakMap<Adapter, string>();
let adapters = 0;

/** A name for an adapter that has none: two functions on one address are two answers. */
function nameOf(adapter: Adapter): string {
  let name = names.get(adapter);
  if (!name) names.set(adapter, (name = `custom-${++adapters}`));
  return name;
}

function sameState(a: DocumentState, b: DocumentState): boolean {
  if (a.status !== b.status) return false;
  if (a.status === 'waiting' || b.status === 'waiting') return true;
  if (a.status === 'failed' || b.status === 'failed')
    return 'error' in a && 'error' in b && a.error === b.error;
  return a.read === b.read && a.loadedAt === b.loadedAt;
}
