/** The widget's side of its document: follows what the widget wants, draws it anew, polls while in view. */
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Shape } from '../../api/document-shapes.js';
import type { Envelope } from '../../api/figures.js';
import { DocumentResource, type DocumentState, type Wanted } from '../../data/document-resource.js';
import { observeTree, observeView, type StopObserving } from '../../data/observe.js';
import { pageDocument, parsedEnd } from '../../data/page-base.js';

export type { DocumentState, Wanted } from '../../data/document-resource.js';

type Host = ReactiveControllerHost & HTMLElement;

const BOARD = 'tcns-dashboard';

export class DocumentController<D extends Envelope> implements ReactiveController {
  private readonly resource: DocumentResource<D>;
  private inView = true;
  private stopView: StopObserving | undefined;
  private hasCome: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    shape: () => Shape<D>,
    private readonly wanted: () => Wanted,
  ) {
    const changed = (): void => {
      this.hasCome?.();
      host.requestUpdate();
    };
    this.resource = new DocumentResource({ shape, changed, name: host.localName ?? 'tcns' });
    host.addController(this);
  }

  get state(): DocumentState<D> {
    return this.resource.state;
  }

  hostConnected(): void {
    this.host.requestUpdate();
    if (!isServer && pageDocument.readyState === 'loading') this.followParser();
  }

  /**
   * Draws anew what the parser adds. It delivers the tag first, its content later, and of long data only half
   * at a time.
   */
  private followParser(): void {
    const update = (): void => {
      stop();
      this.host.requestUpdate();
    };
    const stop = observeTree(document, { childList: true, subtree: true }, () => {
      if (!this.isOpen()) update();
    });
    pageDocument.addEventListener('DOMContentLoaded', update, { once: true });
  }

  /** True where the parser is still inside the widget, and may find the widget's data there. */
  private isOpen(): boolean {
    return this.host.contains(parsedEnd() ?? null);
  }

  hostDisconnected(): void {
    this.resource.close();
    this.stopView?.();
    this.stopView = undefined;
  }

  /** Asks the source again, past the cache. */
  reload(): Promise<void> {
    return this.resource.reload();
  }

  /** Where a document comes soon: resolves when it is there, or has failed. */
  arrival(): Promise<void> | undefined {
    this.follow();
    if (!this.resource.comesSoon) return undefined;
    return new Promise((done) => (this.hasCome = done));
  }

  /** Brings the state in line with what the host wants now; called before each drawing. */
  hostUpdate(): void {
    if (!isServer) this.follow();
  }

  /** Follows what the host wants now. A server can draw only `data`. */
  follow(): void {
    const wanted = this.wanted();
    if (isServer) {
      if (wanted.data !== undefined) this.resource.show(wanted.data, '');
      return;
    }
    if (
      wanted.data === undefined &&
      (!this.host.isConnected || this.isOpen() || this.waitsForBoard(wanted))
    )
      return;
    this.resource.follow(wanted);
    if (wanted.refresh !== undefined && wanted.refresh > 0) this.followView();
  }

  /** The dashboard around a widget says what to load, and its module may come later. */
  private waitsForBoard({ src, api, bundle }: Wanted): boolean {
    if (src || api || bundle || !this.host.closest(BOARD) || customElements.get(BOARD))
      return false;
    void customElements.whenDefined(BOARD).then(() => this.host.requestUpdate());
    return true;
  }

  /** Polls only while the widget is in view. */
  private followView(): void {
    this.stopView ??= observeView(this.host, (inView) => {
      this.inView = inView;
      this.resource.poll(inView);
    });
    this.resource.poll(this.inView);
  }
}
