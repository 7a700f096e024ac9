/**
 * What the browser tells of a widget's size, place and media. A page may have taken the browser's observers
 * away, or put a polyfill in their place that knows less: then the widget is drawn all the same.
 */
import { listen, unlisten, viewOf } from './page-base.js';

/** Ends an observation. */
export type StopObserving = () => void;

/**
 * Calls back with the width and the height of an element's content in px, first soon after the call. Without
 * observers they are measured once, and whenever the window changes its size.
 */
export function observeSize(
  element: Element,
  changed: (width: number, height: number) => void,
): StopObserving {
  const measure = (): void => changed(element.clientWidth, element.clientHeight);
  try {
    // Of the element's own window: one of another window reports it late or never.
    const { ResizeObserver: Observer } = viewOf(element) ?? globalThis;
    const observer = new Observer((entries) => {
      // A polyfill may say only that something changed.
      const box = (entries[entries.length - 1] as Partial<ResizeObserverEntry>).contentRect;
      if (box) changed(box.width, box.height);
      else measure();
    });
    observer.observe(element);
    return () => observer.disconnect();
  } catch {
    listen('resize', measure);
    void Promise.resolve().then(measure);
    return () => unlisten('resize', measure);
  }
}

/**
 * Calls back whenever an element comes into view or leaves it, `margin` px before; without observers it is in
 * view.
 */
export function observeView(
  element: Element,
  seen: (inView: boolean) => void,
  margin = 0,
): StopObserving {
  try {
    const { IntersectionObserver: Observer } = viewOf(element) ?? globalThis;
    const observer = new Observer(
      (entries) => seen(entries[entries.length - 1]?.isIntersecting ?? true),
      { rootMargin: `${margin}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  } catch {
    seen(true);
    return () => {};
  }
}

/**
 * Calls back after what the options name has changed below a node, once for all changes of a task; never
 * without observers.
 */
export function observeTree(
  node: Node,
  options: MutationObserverInit,
  changed: () => void,
): StopObserving {
  try {
    const observer = new MutationObserver(() => changed());
    observer.observe(node, options);
    return () => observer.disconnect();
  } catch {
    return () => {};
  }
}

/**
 * px of the screen for one px of the layout: an ancestor may have a `zoom` or a `transform`. What the browser says
 * of the window (`getBoundingClientRect`, `clientX`) is in px of the screen, styles are in px of the layout.
 */
export const zoomOf = (element: HTMLElement): number =>
  element.getBoundingClientRect().width / element.offsetWidth || 1;

/** A media query; one that nothing matches and that has no events, where the page's `matchMedia` is cut. */
export function media(query: string): Partial<MediaQueryList> {
  try {
    const list: MediaQueryList | null = matchMedia(query);
    return list ?? {};
  } catch {
    return {};
  }
}
