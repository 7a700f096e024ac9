/** The one global that the library makes: `tcns`. */
import { CONFIGURE_EVENT, type Settings } from '../data/settings.js';
import { VERSION } from '../version.js';
import type { Early } from './early.js';

/**
 * What a page can say and ask: `tcns.configure({ api, lang, theme, adapters })`, `tcns.version`,
 * `tcns.diagnose()`.
 */
export interface TcnsGlobal {
  readonly version: string;
  /** The folder of the library's files; absent where it could not be told. */
  base?: string | undefined;
  /** The page-wide defaults in force. */
  readonly settings: Settings;
  /** Documents that the loader has asked for before their widgets were there. */
  early?: Early;
  /** Sets page-wide defaults; members that are not named stay as they are. */
  configure(more: Settings): void;
  /** Looks at the page and says what its CMS or its policy broke (`src/embed/diagnose`). */
  diagnose?(): Promise<unknown>;
}

type Page = typeof globalThis & { tcns?: Partial<TcnsGlobal>; tcnsBase?: string };

/** The page's `tcnsBase`, which is only ever read. */
export const givenBase = (): string | undefined => (globalThis as Page).tcnsBase;

/**
 * The global: of a first script where there is one, else a new one with the defaults that the script
 * tag and `<meta name="tcns-api">` name.
 */
export function installGlobal(script: HTMLScriptElement | undefined): TcnsGlobal {
  const page = globalThis as Page;
  if (page.tcns?.configure) return page.tcns as TcnsGlobal;
  const settings: Settings = {};
  for (const name of ['api', 'lang', 'theme', 'bundle'] as const) {
    const value = script?.dataset[name] ?? metaContent(name);
    if (value) settings[name] = value;
  }
  return (page.tcns = {
    version: VERSION,
    settings,
    configure(more) {
      Object.assign(settings, more);
      document.dispatchEvent(new Event(CONFIGURE_EVENT));
    },
  });
}

/** The folder of the library's files: beside the script, or where the page says. */
export function findBase(script: HTMLScriptElement | undefined): string | undefined {
  try {
    const given = metaContent('base') ?? givenBase() ?? script?.src;
    return given && new URL('.', new URL(given, document.baseURI)).href;
  } catch {
    return undefined; // no address at all: the same as none
  }
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
  // Where every uploaded file gets an address of its own, its name says nothing.
  if (current instanceof HTMLScriptElement) {
    const { api, bundle } = current.dataset;
    if (FILE.test(current.src) || (current.src && (api ?? bundle))) return current;
  }
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[src*="tcns"]');
  // An array first: Prototype.js has a `find` of its own, which nothing else can use.
  return [...scripts].find((s) => FILE.test(s.src));
}
