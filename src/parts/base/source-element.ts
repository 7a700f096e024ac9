/** What a widget knows of its document: the attributes that say where it comes from, its state, its events. */
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Shape } from '../../api/document-shapes.js';
import type { Envelope } from '../../api/figures.js';
import type { Adapter } from '../../data/adapters.js';
import { settings } from '../../data/settings.js';
import { DocumentController, type DocumentState, type Wanted } from './document-controller.js';
import { TcnsElement } from './element.js';
import { TcnsErrorEvent, TcnsLoadEvent } from './events.js';
import { inlineData } from './light-dom.js';

/** A document in the state `ready` or `stale`. */
export type ShownState<D extends Envelope = Envelope> = Extract<
  DocumentState<D>,
  { read: unknown }
>;

/** True where there is a document to draw. */
export const hasDocument = <D extends Envelope>(
  state: DocumentState<D> | undefined,
): state is ShownState<D> => !!state && 'read' in state;

/**
 * Base of the elements that load a document. It draws nothing; `DataElement` does.
 *
 * @fires tcns-load - The figures have arrived, or new ones have.
 * @fires tcns-error - Loading failed; what was on the screen stays.
 */
export abstract class SourceElement<D extends Envelope = Envelope> extends TcnsElement {
  /** URL of the one document to show. */
  @property() src?: string;
  /** Base URL of the API, from which the document's URL is made; `data-api` of the script when absent. */
  @property() api?: string;
  /** Id of the area, such as `44@2025`; with `src`, which of the document's areas is meant. */
  @property() area?: string;
  /** URL of a bundle file that holds all documents. */
  @property() bundle?: string;
  /** Name of an adapter for an API of another shape; as a property also the function itself. */
  @property() adapter?: string | Adapter;
  /** Pins the figure to a date: `2022-08`, `2023`. */
  @property() at?: string;
  /** Seconds between polls, 15 at least; absent: no polling. */
  @property({ type: Number }) refresh?: number;
  /** A document object, shown without a request; wins over every other source. */
  @property({ attribute: false }) data?: unknown;

  /** How the widget's document is read, and which kind it is. */
  protected abstract readonly shape: Shape<D>;

  private readonly resource = new DocumentController<D>(
    this,
    () => this.shape,
    () => ({
      data: this.data ?? inlineData(this),
      src: this.src,
      api: this.api ?? settings().api,
      bundle: this.bundle ?? (this.api ? undefined : settings().bundle),
      ...this.documentIds,
      adapter: this.adapter,
      refresh: this.refresh,
    }),
  );

  /** The last state that was drawn and announced to the page. */
  protected announced: DocumentState<D> | undefined;

  /** Whose document is shown: that of an area, or of a campaign. */
  protected get documentIds(): Pick<Wanted, 'area' | 'campaign'> {
    return { area: this.area };
  }

  /** The state of the document. */
  protected get documentState(): DocumentState<D> {
    return this.resource.state;
  }

  /** Asks the source again, past the browser's cache; resolves when it has answered or failed. */
  async reload(): Promise<void> {
    await this.resource.reload();
    await this.updateComplete;
  }

  /** What the first drawing waits for, a moment at most; `undefined` where nothing comes soon. */
  protected arrival(): Promise<unknown> | undefined {
    const doc = this.resource.arrival();
    const { languageReady, texts } = this.pageContext;
    return languageReady ? doc : Promise.all([doc, texts]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.resource.follow();
  }

  /** The drawing of a server stays until a document can be drawn, because it is better than a failure. */
  protected override get waits(): boolean {
    return !('read' in this.documentState) || super.waits;
  }

  protected override updated(): void {
    const { announced: before, documentState: now } = this;
    if (now === before) return;
    this.announced = now;
    if ('error' in now) this.dispatchEvent(new TcnsErrorEvent({ error: now.error }));
    else if (hasDocument(now) && !(hasDocument(before) && before.read === now.read))
      this.dispatchEvent(new TcnsLoadEvent({ document: now.read.document }));
  }
}
