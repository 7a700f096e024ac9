/** The width that the picture is drawn for. */
import type { LitElement, ReactiveController } from 'lit';
import { observeSize, type StopObserving } from '../../data/observe.js';
import type { PageContext } from '../../parts/base/page-context.js';

/** px: from this width of the widget on, the legend and the figures stand beside the picture. */
const SPLIT = 720;
/** px: the largest width, because a wider picture shows nothing more and tiles would only become taller. */
const WIDEST = { geo: 640, tiles: 460 };
const NARROWEST = 120;

export class PictureWidth implements ReactiveController {
  private measured: { readonly at: number; readonly width: number } | undefined;
  private frame = 0;
  private observed: { readonly picture: Element; readonly stop: StopObserving } | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly pageContext: PageContext,
    private readonly layout: () => keyof typeof WIDEST,
    private readonly isPrinting: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const picture = this.host.renderRoot.querySelector('.picture') ?? undefined;
    if (picture !== this.observed?.picture) this.observe(picture);
    if (this.frame || !picture) return;
    // In the frame that shows the picture, and before it is painted: the browser lays it out there anyway, and a page
    // can answer between the drawing and that.
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.measure(this.observed?.picture.clientWidth ?? 0);
    });
  }

  hostDisconnected(): void {
    this.observe(undefined);
  }

  /** True where the legend stands beside the picture. */
  get split(): boolean {
    return this.pageContext.pixels >= SPLIT;
  }

  /** The width of the picture in px: as it was measured at the present width of the widget, else as estimated. */
  get pixels(): number {
    return this.measured?.at === this.pageContext.pixels ? this.measured.width : this.estimate;
  }

  private get estimate(): number {
    const room = this.pageContext.pixels - 34;
    return Math.max(
      NARROWEST,
      Math.min(WIDEST[this.layout()], this.split ? (room - 24) * 0.6 : room),
    );
  }

  /**
   * Observes the picture itself, because a floating element of the page makes the picture narrower while the
   * widget keeps its width.
   */
  private observe(picture: Element | undefined): void {
    this.observed?.stop();
    this.observed = undefined;
    // The last update of a widget may end after it was removed.
    if (!picture || !this.host.isConnected) return;
    // Not inside the callback of the observer, because a change of size there is reported as an error on the page.
    const stop = observeSize(picture, (width) => requestAnimationFrame(() => this.measure(width)));
    this.observed = { picture, stop };
  }

  /**
   * Draws again where the width differs from the estimate, because of larger letters, tokens of the page or
   * floating elements.
   */
  private measure(width: number): void {
    // Not while the widget changes its width, because the measured width would be kept for the old one, to
    // which the page may go back.
    if (width === 0 || this.isPrinting() || !this.pageContext.isSettled) return;
    const { pixels, estimate } = this;
    // `clientWidth` is rounded, an estimate is not.
    const isAsEstimated = width > estimate - 1 && width < estimate + 20;
    const rounded = Math.max(NARROWEST, Math.floor(width / 20) * 20);
    this.measured = isAsEstimated ? undefined : { at: this.pageContext.pixels, width: rounded };
    if (this.pixels !== pixels) this.host.requestUpdate();
  }
}
