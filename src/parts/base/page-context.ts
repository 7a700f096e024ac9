/** What a widget takes from the page around it: language, theme and width. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onSettings, settings } from '../../data/settings.js';
import { hasLanguage, languageFor, loadLanguage } from '../../i18n/translator.js';
import { media, observeSize, observeTree, type StopObserving } from '../../data/observe.js';
import { listen, pageDocument, unlisten } from '../../data/page-base.js';
import { today, watchDay } from './day-clock.js';

/** The classes of a theme; `inked`: dark on the screen, light on paper. */
export type Theme = 'light' | 'dark' | 'light inked';
/** `narrow` under 260 px, `wide` from 480 px. */
export type Width = 'narrow' | 'medium' | 'wide';

type Host = ReactiveControllerHost & HTMLElement;

/** Lit keeps this from all but its classes. */
interface Drawn {
  performUpdate(): void;
}

const NARROW = 260;
const WIDE = 480;

/**
 * The widgets that follow the page, with one observer for all: of its languages, themes, settings and days.
 */
const listeners = new Set<PageContext>();
let stopWatching: (() => void) | undefined;

/** True while the page is printed. Paper is light: what is light on a dark screen would be pale on it, or black bars. */
let onPaper = false;

const PRINT_EVENTS = ['beforeprint', 'afterprint'];

const followPrint = ({ type }: Event): void => {
  onPaper = type === 'beforeprint';
  listeners.forEach((one) => one.look());
};

function watchPage(): () => void {
  const notify = () => listeners.forEach((one) => one.look());
  // Before those of the widgets, so that what they draw for paper has its colours.
  PRINT_EVENTS.forEach((name) => listen(name, followPrint));
  const stopTree = [
    observeTree(document, { subtree: true, attributeFilter: ['lang'] }, notify),
    // Theme switches set a class or an attribute on the root or the body.
    ...[pageDocument.documentElement, pageDocument.body].map((element) =>
      observeTree(element, { attributes: true }, notify),
    ),
  ];
  const dark = media('(prefers-color-scheme: dark)');
  // An old polyfill of a page has no events.
  dark.addEventListener?.('change', notify);
  const resetAll = (): void => listeners.forEach((one) => one.reset());
  const stopSettings = onSettings(resetAll);
  const stopDay = watchDay(resetAll);
  return () => {
    stopTree.forEach((stop) => stop());
    PRINT_EVENTS.forEach((name) => unlisten(name, followPrint));
    dark.removeEventListener?.('change', notify);
    stopSettings();
    stopDay();
  };
}

/** Keeps `language`, `theme` and `width` of its host right while the page changes. */
export class PageContext implements ReactiveController {
  /** The language whose texts are used; `vi` until others are loaded. */
  language = 'vi';
  theme: Theme = 'light';
  width: Width = 'medium';
  /** The width in px, to the next 20 below, so that dragging a window does not redraw at each pixel. */
  pixels = 340;
  /** False while the texts of the page's language are on their way. */
  languageReady = true;
  /** While the texts are on their way: resolves when they are there, or have failed. */
  texts: Promise<void> | undefined;
  private stopResize: StopObserving | undefined;
  private failedLanguage = '';

  constructor(
    private readonly host: Host,
    private readonly ownTheme: () => string | undefined,
    /** True where the host draws to measure (`pixels`), and not only in steps (`width`). */
    private readonly exact = false,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    listeners.add(this);
    stopWatching ??= watchPage();
    this.stopResize = observeSize(this.host, (width) => this.measure(width));
    // The width is taken before the first drawing, because figures that are there at once would move in the next
    // frame, and a map would be drawn twice.
    this.adopt(this.host.clientWidth);
    this.look();
  }

  hostDisconnected(): void {
    this.stopResize?.();
    listeners.delete(this);
    if (listeners.size === 0) {
      stopWatching?.();
      stopWatching = undefined;
    }
  }

  /** Today in Viet Nam, `YYYY-MM-DD`; the host is drawn anew when the next day begins. */
  get today(): string {
    return today();
  }

  /** Reads language and theme again. */
  readonly look = (): void => {
    const wanted = languageFor(wantedLanguage(this.host));
    const ready = hasLanguage(wanted);
    const onScreen = themeOf(this.host, this.ownTheme());
    const theme = onPaper && onScreen === 'dark' ? 'light inked' : onScreen;
    if (!ready && wanted !== this.failedLanguage) {
      this.texts = loadLanguage(wanted)
        .catch(() => void (this.failedLanguage = wanted))
        .finally(this.look);
    }
    const languageReady = ready || wanted === this.failedLanguage;
    // Names and sentences are kept by their language: none may be made of the words of another one.
    const language = languageReady ? wanted : this.language;
    if (
      language !== this.language ||
      theme !== this.theme ||
      languageReady !== this.languageReady
    ) {
      this.language = language;
      this.theme = theme;
      this.languageReady = languageReady;
      this.host.requestUpdate();
      // The browser prints as soon as its listeners have returned.
      if (onPaper) (this.host as unknown as Drawn).performUpdate();
    }
  };

  /** After a change of the page's defaults, or of the day: the document may be another, and so may its words. */
  reset(): void {
    this.look();
    this.host.requestUpdate();
  }

  /**
   * False while the host has another width than the one that was taken. The observer reports the new width
   * later, or nothing where the old one comes back.
   */
  get isSettled(): boolean {
    return stepOf(this.host.clientWidth) === this.pixels;
  }

  private measure(pixels: number): void {
    // Not inside the callback of the observer, because a change of size there is reported as an error on the
    // page.
    if (this.adopt(pixels)) requestAnimationFrame(() => this.host.requestUpdate());
  }

  /** Takes the width in px; true where the widget has to be drawn again. */
  adopt(pixels: number): boolean {
    // A hidden tab has no width, so the last one is kept.
    if (pixels === 0) return false;
    const width: Width = pixels < NARROW ? 'narrow' : pixels < WIDE ? 'medium' : 'wide';
    const rounded = stepOf(pixels);
    if (width === this.width && (!this.exact || rounded === this.pixels)) return false;
    this.width = width;
    this.pixels = rounded;
    return true;
  }
}

/** A width in px to the next 20 below; rounded first, as the browser does for `clientWidth`. */
const stepOf = (pixels: number): number => Math.max(20, Math.floor(Math.round(pixels) / 20) * 20);

function wantedLanguage(host: Element): string | null | undefined {
  return (
    host.getAttribute('lang') ||
    nearest(host, 'tcns-dashboard[lang]')?.getAttribute('lang') ||
    settings().lang ||
    languageOf(nearest(host, '[lang]'))
  );
}

/** The `lang` of an element that may be a form of the page: its fields take the names of its members. */
const languageOf = (element: Element | null): string | null =>
  element && Element.prototype.getAttribute.call(element, 'lang');

/** `closest`, through the shadow roots around an element. */
function nearest(element: Element, selector: string): Element | null {
  for (let from: Element | null = element; from;) {
    const match = from.closest(selector);
    if (match) return match;
    const root = from.getRootNode();
    from = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/**
 * The theme: the element's own, else the page's default, else the computed `color-scheme` of the parent (dark
 * where it is `dark`, or allows both while the system is dark). The system alone does not decide, because
 * most portals are white.
 */
function themeOf(host: Element, ownTheme: string | undefined): 'light' | 'dark' {
  const chosen = [ownTheme, settings().theme].find((t) => t === 'light' || t === 'dark');
  if (chosen) return chosen;
  const root = host.getRootNode();
  const parent = host.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  return parent ? themeInside(parent) : 'light';
}

/**
 * The themes that were computed in this task, because ninety cards under one parent need one computed style.
 */
const read = new Map<Element, 'light' | 'dark'>();

function themeInside(parent: Element): 'light' | 'dark' {
  let theme = read.get(parent);
  if (!theme) {
    if (read.size === 0) void Promise.resolve().then(() => read.clear());
    read.set(parent, (theme = computedTheme(parent)));
  }
  return theme;
}

function computedTheme(parent: Element): 'light' | 'dark' {
  const scheme = (getComputedStyle(parent) as CSSStyleDeclaration | null)?.colorScheme ?? '';
  if (!/\bdark\b/.test(scheme)) return 'light';
  const both = /\blight\b/.test(scheme);
  return !both || media('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
