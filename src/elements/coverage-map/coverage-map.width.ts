/** The width that the picture is drawn for. */
import type { PageContext } from '../../parts/base/page-context.js';

/** px: from this width of the widget on, the legend and the figures stand beside the picture. */
const SPLIT = 720;
/** px: the largest width, because a wider picture shows nothing more and tiles would only become taller. */
const WIDEST = { geo: 640, tiles: 460 };
const NARROWEST = 120;

export class PictureWidth {
  private measured: { readonly at: number; readonly width: number } | undefined;

  constructor(
    private readonly pageContext: PageContext,
    private readonly layout: () => keyof typeof WIDEST,
    private readonly changed: () => void,
  ) {}

  /** True where the legend stands beside the picture. */
  get split(): boolean {
    return this.pageContext.pixels >= SPLIT;
  }

  /** px: the width measured at this width of the widget; an estimate until then. */
  get pixels(): number {
    const { pixels } = this.pageContext;
    if (this.measured?.at === pixels) return this.measured.width;
    const room = pixels - 34;
    return Math.max(
      NARROWEST,
      Math.min(WIDEST[this.layout()], this.split ? (room - 24) * 0.6 : room),
    );
  }

  /** Draws again where the width differs from the estimate: larger letters, tokens of the page. */
  measure(width: number): void {
    // What is measured on the way to another width would stay for the old one, if the page goes back to that.
    if (width === 0 || !this.pageContext.isSettled) return;
    if (width >= this.pixels && width < this.pixels + 20) return;
    const rounded = Math.max(NARROWEST, Math.floor(width / 20) * 20);
    if (rounded === this.pixels) return;
    this.measured = { at: this.pageContext.pixels, width: rounded };
    this.changed();
  }
}
