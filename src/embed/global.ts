/** The one global that the library makes: `tcns`. */
import { CONFIGURE_EVENT, type Settings } from '../data/settings.js';
import { VERSION } from '../version.js';

/** What a page can say and ask: `tcns.configure({ api, lang, theme, adapters })`, `tcns.version`. */
export interface TcnsGlobal {
  readonly version: string;
  /** The page-wide defaults in force. */
  readonly settings: Settings;
  /** Sets page-wide defaults; members that are not named stay as they are. */
  configure(more: Settings): void;
}

type Page = typeof globalThis & { tcns?: Partial<TcnsGlobal>; tcnsBase?: string };

/** The page's `tcnsBase`, which is only ever read. */
export const givenBase = (): string | undefined => (globalThis as Page).tcnsBase;

/**
 * Makes the global, unless a first script has, with the defaults that the script tag and
 * `<meta name="tcns-api">` name.
 */
export function installGlobal(script: HTMLScriptElement | undefined): void {
  const page = globalThis as Page;
  if (page.tcns?.configure) return;
  const settings: Settings = {};
  for (const name of ['api', 'lang', 'theme', 'bundle'] as const) {
    const value = script?.dataset[name] ?? metaContent(name);
    if (value) settings[name] = value;
  }
  page.tcns = {
    version: VERSION,
    settings,
    configure(more) {
      Object.assign(settings, more);
      document.dispatchEvent(new Event(CONFIGURE_EVENT));
    },
  };
}

/** The content of `<meta name="tcns-…">`. */
export function metaContent(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="tcns-${name}"]`)?.content;
}

const FILE = /\/tcns(-all)?(\.min)?\.js([?#]|$)/;

/**
 * The script tag that this code came from. `currentScript` is null under optimizers, in modules
 * and in delayed scripts: then the tag is looked for by its file name.
 */
export function ownScript(): HTMLScriptElement | undefined {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && FILE.test(current.src)) return current;
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[src*="tcns"]');
  // An array first: Prototype.js has a `find` of its own, which nothing else can use.
  return [...scripts].find((s) => FILE.test(s.src));
}
