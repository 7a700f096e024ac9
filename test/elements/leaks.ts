/** Counts what a widget opens on the page and has not closed. */

export interface Leaks {
  /** What is still open: `document visibilitychange`, `ResizeObserver`. */
  open(): string[];
  stop(): void;
}

type Observer = new (...args: never[]) => { observe(...args: never[]): void; disconnect(): void };

export function watchLeaks(): Leaks {
  const listening: [target: EventTarget, name: string, type: string, listener: unknown][] = [];
  const observing = new Map<object, string>();
  const undo: (() => void)[] = [];

  const proto = EventTarget.prototype;
  const { addEventListener, removeEventListener } = proto;
  const queries = new WeakSet<EventTarget>();
  const { matchMedia } = window;
  window.matchMedia = (query) => {
    const found = matchMedia.call(window, query);
    queries.add(found);
    return found;
  };
  const nameOf = (target: EventTarget | undefined): string | undefined => {
    if (target === document) return 'document';
    // `addEventListener(…)` alone is called on nothing, and means the window.
    if (target === window || target === undefined) return 'window';
    return queries.has(target) ? 'matchMedia' : undefined;
  };
  proto.addEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: unknown,
    ...more: unknown[]
  ) {
    const name = nameOf(this);
    if (name) listening.push([this ?? window, name, type, listener]);
    addEventListener.call(this ?? window, type, listener as EventListener, ...(more as []));
  };
  proto.removeEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: unknown,
    ...more: unknown[]
  ) {
    const target = this ?? window;
    const found = listening.findIndex(
      ([t, , ty, l]) => t === target && ty === type && l === listener,
    );
    if (found >= 0) listening.splice(found, 1);
    removeEventListener.call(target, type, listener as EventListener, ...(more as []));
  };
  undo.push(() => {
    Object.assign(proto, { addEventListener, removeEventListener });
    window.matchMedia = matchMedia;
  });

  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const) {
    const observer = (window[name] as unknown as Observer).prototype;
    const { observe, disconnect } = observer;
    observer.observe = function (...args: never[]) {
      observing.set(this, name);
      observe.apply(this, args);
    };
    observer.disconnect = function () {
      observing.delete(this);
      disconnect.call(this);
    };
    undo.push(() => Object.assign(observer, { observe, disconnect }));
  }

  return {
    open: () =>
      [...listening.map(([, name, type]) => `${name} ${type}`), ...observing.values()].sort(),
    stop: () => undo.forEach((step) => step()),
  };
}

/** Moves a widget about its page, as a page that builds itself again does. */
export async function moveAbout(widget: HTMLElement & { updateComplete: Promise<unknown> }) {
  const box = widget.parentElement!;
  for (let i = 0; i < 10; i++) {
    const other = document.createElement('div');
    box.append(other);
    other.append(widget);
    await widget.updateComplete;
  }
}
