/**
 * A widget keeps room free before its figures are there, by a height that its page or its styles give. Where
 * it needs less, the rest is given back as soon as nobody can see that: what moves is then under the window.
 */
import { css, isServer, type LitElement, type ReactiveController } from 'lit';
import { addStyles } from './late-styles.js';

/** The id makes the rule stronger than that of a variant. */
const spareRoomStyles = css`
  :host(:not(#tcns)) {
    min-height: 0 !important;
  }
`;

/** A frame is as high as its content, so its end is seen by the page around it, which nothing here knows. */
const inFrame = (): boolean => !isServer && globalThis.parent !== globalThis.window;

export class SpareRoom implements ReactiveController {
  private view: IntersectionObserver | undefined;
  private isGiven = false;

  constructor(
    private readonly host: LitElement,
    /** True once the widget is as high as it will be. */
    private readonly isDrawn: () => boolean,
  ) {}

  hostUpdate(): void {
    const { root } = this;
    if (!root || !this.isGiven) return;
    // While other figures are on their way, the height of the last ones is kept.
    if (this.isDrawn()) root.style.removeProperty('min-height');
    else if (!root.style.minHeight) root.style.minHeight = `${root.offsetHeight}px`;
  }

  hostUpdated(): void {
    // The last update of a widget may end after it was removed: an observer would stay then.
    if (this.isGiven || this.view || !this.host.isConnected || !this.isDrawn()) return;
    if (inFrame()) return;
    try {
      // eslint-disable-next-line no-restricted-globals -- the entry's box is needed, which observeView does not tell
      this.view = new IntersectionObserver((entries) => this.look(entries[entries.length - 1]));
      this.view.observe(this.host);
    } catch {
      // A page without the observer, or with one that refuses: the room stays.
    }
  }

  hostDisconnected(): void {
    this.view?.disconnect();
    this.view = undefined;
  }

  private get root(): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.root') ?? null;
  }

  private look(entry: IntersectionObserverEntry | undefined): void {
    const { root } = this;
    // A polyfill may say less than a browser.
    const box = entry?.boundingClientRect;
    if (!entry || !root || !box?.height || !this.isDrawn()) return;
    const edge = entry.rootBounds?.bottom ?? innerHeight;
    // The room only moves the footer down: where it is seen with the room, nothing has to be laid out without.
    if (box.top < edge && (footerTop(root) < edge || footerWithoutRoom(root) < edge)) return;
    this.isGiven = true;
    this.hostDisconnected();
    addStyles(this.host, spareRoomStyles);
  }
}

const footerTop = (root: HTMLElement): number =>
  root.querySelector('.footer')?.getBoundingClientRect().top ?? 0;

/** Where the footer would begin without the room: it is the first part that moves. */
function footerWithoutRoom(root: HTMLElement): number {
  root.style.height = 'auto';
  root.style.minHeight = '0';
  const top = footerTop(root);
  root.style.removeProperty('height');
  root.style.removeProperty('min-height');
  // An empty attribute would stay; Chromium removes it only after it was read.
  if (!root.getAttribute('style')) root.removeAttribute('style');
  return top;
}
