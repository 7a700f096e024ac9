import { html, noChange, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AT } from '../../api/patterns.js';
import type { Observation, Observations } from '../../api/figures.js';
import { isMissing, type Figure } from '../../domain/observations.js';
import { formatAt } from '../../i18n/dates.js';
import { figureText } from '../../i18n/figures.js';
import { useTexts } from '../../i18n/translator.js';
import { viStat } from '../../i18n/vi.stat.js';
import { tokens } from '../../parts/styles/base.styles.js';
import { noteNothing, type ShownState } from '../../parts/base/data-element.js';
import { FigureElement } from '../../parts/base/figure-element.js';
import { swallowed } from '../../parts/base/light-dom.js';
import { styles } from './stat.styles.js';
import { tipView } from './stat.view.js';
import { zoomOf } from '../../data/observe.js';
import { pageDocument } from '../../data/page-base.js';
import { after, type StopTimer } from '../../data/timers.js';

/** A character without width, which keeps the next one on the same line. */
const WORD_JOINER = '\u2060';

useTexts(viStat);

/** Characters: a longer figure may break anywhere. */
const LONGEST_KEPT = 40;
/** Milliseconds that a pointer may be away before the note closes. */
const PATIENCE = 200;

/**
 * @summary A live figure inside a sentence: it inherits the text's font and colour, and tells its date and source on hover, focus and tap.
 *
 * @slot - The figure as the journalist wrote it; shown until the data is there, and kept if it never comes.
 * @fires {TcnsLoadEvent} tcns-load - The figure has arrived, or a new one has; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 *
 * @csspart value - The figure.
 * @csspart corrected - "(đã đính chính)", after a figure that was corrected.
 * @csspart tip - The note with the figure's date and source.
 * @csspart date - The date of the figure.
 * @csspart source - The source of the figure.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 */
export class TcnsStat extends FigureElement {
  static override styles = [tokens, styles];

  protected override readonly shapes: readonly string[] = [];

  /** Adds the indicator's unit: "hơn 15.000 người". */
  @property({ type: Boolean }) unit = false;

  @state() private open = false;
  @state() private showNewest = false;

  private stopLeaving: StopTimer | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopLeaving?.();
    this.open = false;
  }

  protected override render(): unknown {
    if (this.keeps) return noChange;
    return html`<span
      class="stat"
      lang=${this.wording.language}
      @pointerenter=${this.enter}
      @pointerleave=${this.leave}
      @focusout=${this.focusOut}
      @keydown=${this.keyDown}
      >${this.renderInline()}</span
    >`;
  }

  private renderInline(): unknown {
    const now = this.documentState;
    const { languageReady } = this.pageContext;
    const content = 'read' in now && languageReady && this.renderDocument(now);
    if (content && swallowed(this)) return html`${content}<slot></slot>`;
    if (content) return content;
    // A sentence with a hole in it would not say that something is missing.
    if (now.status !== 'failed' || !languageReady || this.hasText) return this.inPlace(nothing);
    const { t } = this.wording;
    return this.inPlace(
      `(${now.error.kind === 'config' ? t('missingInText') : small(t('error'))})`,
    );
  }

  /** What the author wrote or, where that is nothing, words in the place of the figure. */
  private inPlace(words: unknown): TemplateResult {
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot
      >${words === nothing ? nothing : html`<span part="value">${words}</span>`}`;
  }

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    const { document: doc } = shown.read;
    const figure = this.figureIn(doc);
    const observation = figure.observation;
    // Without a figure the journalist's text stays.
    if (!observation || (isMissing(observation) && this.hasText)) {
      if (!observation) noteNothing(this, doc);
      return observation || this.hasText ? undefined : this.renderEmpty();
    }
    const indicator = doc.indicators[this.indicator];
    const text = figureText(observation, indicator, this.wording, this.unit);
    return html`<span class=${text.length > LONGEST_KEPT ? nothing : 'keep'}
        ><button
          class="value"
          part="value"
          aria-expanded=${this.open ? 'true' : 'false'}
          @focus=${this.focusIn}
          @click=${this.press}
        >
          ${text}</button
        >${observation.corrected ? nothing : WORD_JOINER}</span
      >${observation.corrected ? html`<span part="corrected"> (${this.wording.t('correctedMark')})</span>` : nothing}${this.open ? this.renderTip(shown, figure, observation) : nothing}`;
  }

  private renderTip(
    shown: ShownState<Observations>,
    figure: Figure,
    observation: Observation,
  ): TemplateResult {
    const { document: doc } = shown.read;
    const { theme } = this.pageContext;
    return html`<span class="tip tokens ${theme}" part="tip"
      >${tipView(
        {
          figure,
          observation,
          subject: this.subjectOf(doc, observation),
          source: doc.sources[observation.source ?? ''],
          url: shown.url,
          showNewest: this.showNewest,
          revealNewest: this.revealNewest,
        },
        this.wording,
      )}${this.renderStale(shown)}</span
    >`;
  }

  protected override renderSkeleton(): unknown {
    return nothing;
  }

  protected override renderEmpty(): TemplateResult {
    const date = this.at && AT.test(this.at) ? formatAt(this.at, this.wording.language) : '';
    const { t } = this.wording;
    return this.inPlace(date ? small(t('emptyAt', { date })) : `(${t('missingInText')})`);
  }

  private get hasText(): boolean {
    return (this.textContent ?? '').trim() !== '';
  }

  private readonly enter = (event: PointerEvent): void => {
    this.stopLeaving?.();
    // A finger taps; only a pointer that can hover opens without a click.
    if (event.pointerType === 'mouse') this.setOpen(true);
  };

  private readonly leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    this.stopLeaving?.();
    this.stopLeaving = after(PATIENCE, () => {
      if (!this.shadowRoot?.activeElement) this.setOpen(false);
    });
  };

  private readonly focusIn = (): void => {
    if (this.shadowRoot?.activeElement?.matches(':focus-visible')) this.setOpen(true);
  };

  private readonly focusOut = (event: FocusEvent): void => {
    if (!this.shadowRoot?.contains(event.relatedTarget as Node | null)) this.setOpen(false);
  };

  private readonly press = (event: PointerEvent): void => {
    // A mouse has already opened the note by hovering, so its click keeps it open; a tap opens or closes it.
    this.setOpen(event.pointerType === 'mouse' || !this.open);
  };

  private readonly keyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    this.shadowRoot?.querySelector<HTMLElement>('.value')?.focus();
    this.setOpen(false);
  };

  /**
   * Shows the newest figure. The pressed button disappears, so the focus moves to the figure and the note
   * stays open.
   */
  private readonly revealNewest = (): void => {
    this.shadowRoot?.querySelector<HTMLElement>('.value')?.focus();
    this.showNewest = true;
  };

  private setOpen(open: boolean): void {
    this.open = open;
    if (!open) this.showNewest = false;
  }

  protected override updated(): void {
    super.updated();
    const tip = this.shadowRoot?.querySelector<HTMLElement>('.tip');
    if (tip) keepInWindow(tip);
  }
}

/** A sentence as it stands inside another one. */
const small = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** Moves a note sideways so that it stays inside the window. */
function keepInWindow(tip: HTMLElement): void {
  tip.style.setProperty('--_shift', '0px');
  const { left, right } = tip.getBoundingClientRect();
  const most = pageDocument.documentElement.clientWidth - 8;
  const shift = Math.max(8 - left, Math.min(0, most - right)) / zoomOf(tip);
  // Up to a px, so that what is rounded on a scaled page does not stand out either.
  tip.style.setProperty('--_shift', `${shift < 0 ? Math.floor(shift) : Math.ceil(shift)}px`);
}
