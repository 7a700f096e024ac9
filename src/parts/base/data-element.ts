/** The base of the widgets that show a document: title, menu, one drawing a state, fallback content. */
import { warn } from '../../api/console.js';
import {
  html,
  isServer,
  noChange,
  nothing,
  render,
  type LitElement,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import { DataError } from '../../api/errors.js';
import type { Envelope } from '../../api/figures.js';
import { isAreaId } from '../../domain/editions.js';
import type { Wording } from '../../i18n/figures.js';
import { nextFrame, nextTask, pause } from '../../data/timers.js';
import type { DocumentState } from './document-controller.js';
import { TcnsErrorEvent } from './events.js';
import { keepFocus } from './keep-focus.js';
import type { Empty } from './empty.js';
import { Late } from './late.js';
import { hasFallback, swallowed } from './light-dom.js';
import { hasDocument, SourceElement, type ShownState } from './source-element.js';
import { SpareRoom } from './spare-room.js';
import type { TextKey } from '../../i18n/vi.js';
import { absent, emptyLine, failureLine, ghost, staleLine } from './states.js';
import type { ShareMenu } from '../share/share-menu.js';
import { WidgetMenu, type FiguresShown, type Named } from './widget-menu.js';

export type { ShownState } from './source-element.js';
export type { FiguresShown } from './widget-menu.js';

/** Milliseconds that the first drawing waits at most for what comes soon. */
const MOMENT = 300;

/**
 * Base of the data widgets. A widget says which kind of document it shows and draws it (`renderDocument`);
 * the drawings of all other states are here.
 */
export abstract class DataElement<D extends Envelope = Envelope> extends SourceElement<D> {
  /** Own title instead of the data's. */
  @property() heading?: string;
  /** Level of the title, 2 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 3;
  /** Hides the menu (table view, download, definition). */
  @property({ attribute: 'no-menu', type: Boolean }) noMenu = false;
  /** Hides the download of the figures as CSV. */
  @property({ attribute: 'no-download', type: Boolean }) noDownload = false;

  protected readonly menu = new WidgetMenu(this, {
    wording: () => this.wording,
    isNarrow: () => this.pageContext.width === 'narrow',
    back: () => this.tableBack,
    figures: () => {
      const now = this.documentState;
      return hasDocument(now) ? this.figuresShown(now) : undefined;
    },
    share: () => this.loadShare(),
  });

  /** The text that leads from the table back to the widget's own picture. */
  protected readonly tableBack: TextKey = 'tableClose';

  /** The words of a widget that has nothing to show: late, because nearly every page has its figures. */
  private readonly emptyWords = new Late(
    this,
    () => import('./empty.js'),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    this.addController(
      new SpareRoom(
        this,
        () => (this.isWhole && !this.waits) || this.documentState.status === 'failed',
      ),
    );
  }

  /** What the menu offers to share; a widget may have more of it. */
  protected async loadShare(): Promise<ShareMenu> {
    return new (await import('../share/share-menu.js')).ShareMenu(this);
  }

  /** Draws a document; `undefined` where it has nothing for this widget. */
  protected abstract renderDocument(shown: ShownState<D>): TemplateResult | undefined;
  /** Classes of the shapes that stand in the place of the figures, under that of the title; none: nothing is drawn. */
  protected abstract readonly shapes: readonly string[];
  /** The figures shown, each with the document that explains it, for the table view and the download. */
  protected abstract figuresShown(shown: ShownState<D>): FiguresShown;

  /**
   * The first drawing is no placeholder where the figures come in a moment, because drawing it takes as long as they
   * would. What a page or its author wrote in the place of the figures is never hidden for that. It is drawn in a task
   * of its own, because with the answer's reading or the widget's code it would be a long one.
   */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const draw = (): void => void super.scheduleUpdate();
    const arrival =
      isServer || this.hasUpdated || this.keeps || hasFallback(this) ? undefined : this.arrival();
    if (arrival)
      return Promise.race([arrival, pause(MOMENT)])
        .then(nextTask)
        .then(() => this.drawInTasks(draw));
    // The first figures in the place of a server's drawing or of an author's text.
    if (this.prepare && this.hasUpdated && !this.hasFigures && !this.waits)
      return nextTask().then(() => this.drawInTasks(draw));
    draw();
    return undefined;
  }

  /** True once figures were drawn. */
  private hasFigures = false;

  /** Works out what the next drawing needs and keeps it, in a task before that of the drawing. */
  protected prepare?(): void;

  /** True where the first drawing may leave out what is not seen first. */
  protected get inSteps(): boolean {
    return false;
  }

  /** False in a first drawing that leaves out what is drawn when the frame with it is out. */
  protected isWhole = true;

  /** The page hears of figures when all of them are drawn, because it may measure or print the widget then. */
  protected override updated(): void {
    this.hasFigures ||= !this.waits;
    if (this.isWhole) super.updated();
  }

  private async drawInTasks(draw: () => void): Promise<void> {
    const ready = async (): Promise<void> => {
      if (!this.prepare || this.waits) return;
      try {
        this.prepare();
      } catch {
        // The drawing fails in the same way, and says so.
      }
      await nextTask();
    };
    await ready();
    this.isWhole = this.waits || !this.inSteps || this.hasUpdated;
    draw();
    if (this.isWhole) return;
    const isFailed = failedDrawings.has(this);
    if (!isFailed) {
      // The second frame is for what a reader does meanwhile, and for the first pictures of other widgets.
      await nextFrame().then(nextFrame);
      await ready();
    }
    this.isWhole = true;
    // It would fail again in the same way.
    if (isFailed) return;
    this.requestUpdate();
    this.performUpdate();
  }

  /**
   * A figure that no schema foresaw may make a drawing throw. Then the figures that were there stay; where
   * there were none, the fallback content and one sentence. Without this the box would be empty.
   */
  protected override performUpdate(): void {
    const focused = this.shadowRoot?.activeElement;
    try {
      super.performUpdate();
      failedDrawings.delete(this);
    } catch (error) {
      if (isServer) throw error;
      const reason = `the figures cannot be drawn: ${String(error)}`;
      warn(`<${this.localName}> ${reason}`, error);
      failedDrawings.set(this, drawingKey(this, this.documentState));
      if (!hasDocument(this.announced) && this.renderRoot)
        render(
          rootView(this.rootClass, this.wording, this.renderFailed()),
          this.renderRoot,
          this.renderOptions,
        );
      this.dispatchEvent(new TcnsErrorEvent({ error: new DataError('shape', reason) }));
    }
    keepFocus(this, focused);
  }

  protected override render(): unknown {
    if (this.keeps) return noChange;
    const now = this.documentState;
    const root = (content: unknown): TemplateResult =>
      rootView(this.rootClass, this.wording, content);
    if (now.status === 'failed') return root(this.renderFailed());
    if (now.status === 'waiting' || now.status === 'unsourced' || !this.pageContext.languageReady)
      return root(this.renderWaiting());
    const content = this.renderDocument(now);
    if (!content) return root(this.renderNothing(now));
    return root(swallowed(this) ? html`${content}<slot></slot>` : content);
  }

  /** What stands until the figures can be drawn: what the author wrote, else a placeholder. */
  protected renderWaiting(): TemplateResult {
    const slot = fallbackSlot(this, () => this.documentState);
    return html`${slot}${hasFallback(this) ? nothing : this.renderSkeleton()}`;
  }

  /** Keeps what the author wrote, because it is better than a sentence that there is nothing. */
  protected renderNothing({ read }: ShownState<D>): unknown {
    noteNothing(this, read.document);
    return hasFallback(this) ? this.told() : this.box(html`${this.renderEmpty()}${absent}`);
  }

  /** What was asked for, where the sentence that there is nothing may name figure and place. */
  protected get emptyFacts(): Empty | undefined {
    return undefined;
  }

  /** One sentence where the document has nothing for this widget. */
  protected renderEmpty(): unknown {
    const { emptyFacts, emptyWords } = this;
    if (!emptyFacts) return emptyLine(this.wording);
    if (!emptyWords.hasFailed) emptyWords.need();
    if (emptyWords.part) return emptyWords.part.emptyView(emptyFacts, this.wording);
    // Another sentence for a moment would be read as the last one.
    return emptyWords.hasFailed ? emptyLine(this.wording) : nothing;
  }

  /** A placeholder that keeps the space of the widget while it loads. */
  protected renderSkeleton(): unknown {
    const words = html`<p class="sr">${this.wording.t('loading')}</p>`;
    return this.box(html`${words}${ghost(this.shapes)}`, true);
  }

  /** What the author wrote, a sentence, and the room that is left. */
  private told(sentence: unknown = nothing): TemplateResult {
    const slot = fallbackSlot(this, () => this.documentState);
    return html`<div class="told">${slot}${sentence}${absent}</div>`;
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

  /** A further class of the box, for the styles of the widget. */
  protected get boxClass(): string {
    return '';
  }

  /** The title: the page's own, else what the widget is of in the words of its data. */
  protected named(of: string): Named {
    return { title: this.heading ?? of, of };
  }

  /** The level of the title; 3 where the attribute is not a level from 2 to 6. */
  protected get level(): number {
    const { headingLevel } = this;
    return headingLevel >= 2 && headingLevel <= 6 ? Math.round(headingLevel) : 3;
  }

  /** The fallback content, and under it one quiet sentence with a way to try again. */
  protected renderFailed(): unknown {
    if (!hasFallback(this))
      return html`${fallbackSlot(this, () => this.documentState)}${this.box(html`${this.failure()}${absent}`)}`;
    // A fault of the page is reported on the console alone, because readers have the author's text.
    return this.told(hasNoSource(this.documentState, this) ? nothing : this.failure());
  }

  /** "Không tải được số liệu. Thử lại"; no button where asking again is no help. */
  protected failure(): TemplateResult {
    const now = this.documentState;
    const isAbsent = now.status === 'failed' && now.error.absent;
    const line = hasNoSource(now, this)
      ? this.wording.t('noSource')
      : failureLine(this.wording, isAbsent ? undefined : () => void this.reload());
    return html`<div class="failure" role="status">${line}</div>`;
  }

  /** "Chưa cập nhật được…", where the figures could not be brought up to date. */
  protected renderStale(shown: ShownState<D>): unknown {
    if (shown.status !== 'stale' || shown.loadedAt === undefined) return nothing;
    return staleLine(shown.loadedAt, this.wording, () => void this.reload());
  }
}

const rootView = (rootClass: string, { language }: Wording, content: unknown): TemplateResult =>
  html`<div class=${rootClass} part="root" lang=${language}>${content}</div>`;

/**
 * The drawing of a widget that failed last. The fallback's slot that takes its place reports a change, and the
 * same drawing would fail again, without end.
 */
const failedDrawings = new WeakMap<Element, string>();

/** What the drawing is made of, as far as the slot can tell. */
const drawingKey = (widget: Element, { status }: DocumentState<Envelope>): string =>
  `${status} ${widget.textContent ?? ''}`;

/** The slot of the author's content. Content or data that the parser delivers late draws the element anew. */
function fallbackSlot(widget: LitElement, stateNow: () => DocumentState<Envelope>): TemplateResult {
  const drawAgain = ({ target }: Event): void => {
    // A slot that the figures have taken the place of reports a change, too.
    if (!(target as Node).isConnected) return;
    if (failedDrawings.get(widget) !== drawingKey(widget, stateNow())) widget.requestUpdate();
  };
  return html`<slot @slotchange=${drawAgain}></slot>`;
}

/** True where the page does not say what to load, or names an area by what is no id: to try again is no help. */
const hasNoSource = (
  state: DocumentState<Envelope>,
  { src, area = 'vn' }: { src?: string; area?: string },
): boolean =>
  state.status === 'failed' && (state.error.kind === 'config' || (!src && !isAreaId(area)));

/** Tells the author on the console what a document has; its code is late, because readers never need it. */
export function noteNothing(host: Element, doc: Envelope): void {
  if (isServer) return;
  import('./nothing-note.js').then((code) => code.noteNothing(host, doc)).catch(() => undefined);
}
