/** The base of the widgets that show a document: attributes, states, fallback content, footer. */
import { Task } from '@lit/task';
import {
  html,
  isServer,
  noChange,
  nothing,
  render,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Adapter } from '../../data/adapters.js';
import { DataError } from '../../api/errors.js';
import type { Envelope, Observation } from '../../api/figures.js';
import { settings } from '../../data/settings.js';
import type { SourcedObservation } from '../../domain/sourced-observation.js';
import type { Shape } from '../../api/document-shapes.js';
import { DocumentController, type DocumentState } from './document-controller.js';
import { TcnsElement } from './element.js';
import { TcnsErrorEvent, TcnsLoadEvent } from './events.js';
import { hasFallback, inlineData, swallowed } from './light-dom.js';
import { footer, type FooterFacts, type MenuItem } from './footer.js';
import { failureLine, staleLine } from './states.js';

/** What the one menu of a widget can open in place of its picture. */
export type Panel = 'table' | 'definition' | undefined;

/** The figures that the table view and the download show, each with its document. */
export interface FiguresShown {
  readonly figures: readonly SourcedObservation[];
  /** The place of each in an order, in words. */
  readonly places?: ReadonlyMap<Observation, string>;
}

/** A document in the state `ready` or `stale`. */
export type ShownState<D extends Envelope = Envelope> = Extract<
  DocumentState<D>,
  { read: unknown }
>;

/**
 * Base of the data widgets. A widget says which kind of document it shows and draws it
 * (`renderDocument`); all states, events and late parts are here.
 *
 * @fires tcns-load - The figures have arrived, or new ones have.
 * @fires tcns-error - Loading failed; what was on the screen stays.
 */
export abstract class DataElement<D extends Envelope = Envelope> extends TcnsElement {
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
  /** Own title instead of the data's. */
  @property() heading?: string;
  /** Level of the title, 2 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 3;
  /** Seconds between polls, 15 at least; absent: no polling. */
  @property({ type: Number }) refresh?: number;
  /** Hides the menu (table view, download, definition). */
  @property({ attribute: 'no-menu', type: Boolean }) noMenu = false;
  /** Hides the download of the figures as CSV. */
  @property({ attribute: 'no-download', type: Boolean }) noDownload = false;
  /** A document object, shown without a request; wins over every other source. */
  @property({ attribute: false }) data?: unknown;

  @state() protected panel: Panel;
  @state() protected menuOpen = false;

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
      area: this.documentArea,
      campaign: this.documentCampaign,
      adapter: this.adapter,
      refresh: this.refresh,
    }),
  );

  private announced: DocumentState<D> | undefined;

  /** The code of the table view loads when the table is first opened. */
  private readonly tableCode = new Task(this, {
    args: () => [this.panel === 'table'] as const,
    task: ([open]) => (open ? import('../download/table.js') : Promise.resolve(undefined)),
    autoRun: isServer ? false : 'afterUpdate',
  });

  /** Draws a document; `undefined` where it has nothing for this widget. */
  protected abstract renderDocument(shown: ShownState<D>): TemplateResult | undefined;
  /** The room that the widget will take, in quiet blocks. */
  protected abstract renderSkeleton(): unknown;
  /** Draws what there is to say where the document has nothing for this widget. */
  protected abstract renderEmpty(): TemplateResult;
  /** The figures shown, each with the document that explains it, for the table view and the download. */
  protected abstract figuresShown(shown: ShownState<D>): FiguresShown;

  /** The table view, once its code is there. */
  protected renderTable(shown: ShownState<D>, caption: string): unknown {
    const { t } = this.wording;
    return this.tableCode.render({
      pending: () => html`<p class="muted">${t('loading')}</p>`,
      error: () => html`<p class="muted" role="alert">${t('loadFailed')}</p>`,
      complete: (code) => {
        const { figures, places } = this.figuresShown(shown);
        return code?.tableView(code.observationTable(figures, caption, this.wording, places), this);
      },
    });
  }

  private async download(): Promise<void> {
    const now = this.documentState;
    if (!('read' in now)) return;
    const { downloadText, observationCsv } = await import('../download/table.js');
    const name = `tcns-${this.area ?? 'so-lieu'}.csv`.replace(/[^\w.-]+/g, '-');
    downloadText(name, observationCsv(this.figuresShown(now).figures, this.wording));
  }

  /** The area whose document is shown. */
  protected get documentArea(): string | undefined {
    return this.area;
  }

  /** The campaign whose document is shown. */
  protected get documentCampaign(): string | undefined {
    return undefined;
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

  /** Asks again; the focus of the button, which goes with a success, passes to the box. */
  private readonly retry = async (): Promise<void> => {
    const { shadowRoot: root } = this;
    const hadFocus = root?.activeElement;
    await this.reload();
    const box = root?.querySelector<HTMLElement>('.box');
    if (!hadFocus || root?.activeElement || !box) return;
    box.tabIndex = -1;
    box.focus();
  };

  /** True once a document is on the screen. */
  private drew = false;

  /**
   * A figure that no schema foresaw may make a drawing throw. Then the figures that were there stay; where
   * there were none, the fallback content and one sentence. Without this the box would be empty.
   */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      if (isServer) throw error;
      const reason = `the figures cannot be drawn: ${String(error)}`;
      console.warn(`[tcns] <${this.localName}> ${reason}`, error);
      if (!this.drew && this.renderRoot)
        render(this.renderRootOf(this.renderFailed()), this.renderRoot, this.renderOptions);
      this.dispatchEvent(new TcnsErrorEvent({ error: new DataError('shape', reason) }));
    }
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.drew ||= 'read' in this.resource.state;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.resource.follow();
  }

  /** What a server drew is better than a failure, too. */
  protected override get waits(): boolean {
    return !('read' in this.documentState) || super.waits;
  }

  protected override render(): unknown {
    return this.keeps ? noChange : this.renderRootOf(this.renderState(this.resource.state));
  }

  private renderRootOf(content: unknown): TemplateResult {
    return html`<div class=${this.rootClass} part="root" lang=${this.wording.language}>
      ${content}
    </div>`;
  }

  private renderState(now: DocumentState<D>): unknown {
    if (now.status === 'failed') return this.renderFailed();
    if (now.status === 'waiting' || now.status === 'unsourced' || !this.surroundings.languageReady)
      return this.renderWaiting();
    const drawn = this.renderDocument(now);
    if (!drawn) return this.renderNothing(now);
    return swallowed(this) ? html`${drawn}<slot></slot>` : drawn;
  }

  /** Tells the author on the console what the document has; late, because readers never need it. */
  protected noteNothing(doc: Envelope): void {
    if (isServer) return;
    void import('./nothing-note.js').then(({ noteNothing }) => noteNothing(this, doc));
  }

  /** What the author wrote is better than a sentence that there is nothing. */
  protected renderNothing({ read }: ShownState<D>): unknown {
    this.noteNothing(read.document);
    const empty = html`<slot @slotchange=${this.lightDomChanged}></slot>`;
    return hasFallback(this) ? empty : this.renderEmpty();
  }

  /** The box around everything; `busy` while it only keeps the room. */
  protected box(content: unknown, busy = false): TemplateResult {
    return html`<div
      class="box card ${this.boxClass} ${busy ? 'skeleton' : ''}"
      part="card"
      aria-busy=${busy ? 'true' : 'false'}
    >
      ${content}
    </div>`;
  }

  /** What the box is called beside that, for the styles of the widget. */
  protected get boxClass(): string {
    return '';
  }

  /** The level of the title: what the page says, 3 where that is no level. */
  protected get level(): number {
    const { headingLevel } = this;
    return headingLevel >= 2 && headingLevel <= 6 ? Math.round(headingLevel) : 3;
  }

  private renderWaiting(): unknown {
    const fallback = hasFallback(this);
    return html`<slot @slotchange=${this.lightDomChanged}></slot
      >${fallback ? nothing : this.renderSkeleton()}`;
  }

  /** The fallback content, and under it one quiet sentence with a way to try again. */
  protected renderFailed(): unknown {
    return html`<slot @slotchange=${this.lightDomChanged}></slot>${
        hasFallback(this)
          ? // A fault of the page is the console's matter: the author's text says enough.
            this.failureKind === 'config'
            ? nothing
            : this.failure()
          : html`<div class="box failed" part="card">${this.failure()}</div>`
      }`;
  }

  /** "Không tải được số liệu. Thử lại"; no button where nothing says what to load. */
  protected failure(): TemplateResult {
    const line =
      this.failureKind === 'config'
        ? this.wording.t('noSource')
        : failureLine(this.wording, () => void this.retry());
    return html`<div class="failure muted" role="status">${line}</div>`;
  }

  private get failureKind(): string | undefined {
    const { state } = this.resource;
    return state.status === 'failed' ? state.error.kind : undefined;
  }

  /** "Chưa cập nhật được…", where the figures could not be brought up to date. */
  protected renderStale(shown: ShownState<D>): unknown {
    if (shown.status !== 'stale' || shown.loadedAt === undefined) return nothing;
    return staleLine(shown.loadedAt, this.wording, () => void this.retry());
  }

  /** The foot of the widget; `extra` are the choices that only this widget has. */
  protected renderFooter(
    facts: FooterFacts,
    title: string,
    extra: readonly MenuItem[] = [],
  ): TemplateResult {
    const { t } = this.wording;
    const items: MenuItem[] = [
      {
        label: t(this.panel === 'table' ? 'tableClose' : 'table'),
        choose: () => (this.panel = this.panel === 'table' ? undefined : 'table'),
      },
      ...(this.noDownload ? [] : [{ label: t('download'), choose: () => void this.download() }]),
      ...extra,
    ];
    const toggle = (open: boolean) => (this.menuOpen = open);
    const menu = { title, open: this.menuOpen, items: this.noMenu ? [] : items, toggle };
    const brief = this.surroundings.width === 'narrow';
    return footer({ ...facts, brief }, menu, this.wording);
  }

  /** Data or fallback content that the parser delivered after the element. */
  private readonly lightDomChanged = (): void => this.requestUpdate();

  protected override updated(): void {
    const now = this.resource.state;
    if (now === this.announced) return;
    const before = this.announced;
    this.announced = now;
    if (now.status === 'ready' && !(before && 'read' in before && before.read === now.read)) {
      this.dispatchEvent(new TcnsLoadEvent({ document: now.read.document }));
    } else if ('error' in now) {
      this.dispatchEvent(new TcnsErrorEvent({ error: now.error }));
    }
  }
}
