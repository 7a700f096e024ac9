/** The one global that the library makes: `tcns`. */
import { announce, findAll, ownGlobal, pageBase, pageDocument } from '../data/page-base.js';
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
  readonly early: Early;
  /** Sets page-wide defaults; members that are not named stay as they are. */
  configure(more: Settings): void;
  /** Looks at the page and says what its CMS or its policy broke (`src/embed/diagnose`). */
  diagnose?(): Promise<unknown>;
}

/** The global that a script has made: an element named `tcns` is none. */
export const madeGlobal = (): TcnsGlobal | undefined => {
  try {
    const made = ownGlobal('tcns') as
      { configure: Partial<CallableFunction>; settings: unknown } | undefined;
    // Not by an exception where there is none, which is each first visit: the first one costs a phone 4 ms.
    return made?.configure.call && made.settings ? (made as TcnsGlobal) : undefined;
  } catch {
    return undefined; // none, or one of the page that is something else
  }
};

/**
 * The global: of a first script where there is one, else a new one with the defaults that the script
 * tag and `<meta name="tcns-api">` name.
 */
export function installGlobal(script: HTMLScriptElement | undefined): TcnsGlobal {
  const made = madeGlobal();
  if (made) return made;
  const settings: Settings = {};
  for (const name of ['api', 'lang', 'theme', 'bundle'] as const) {
    const value = script?.dataset[name] ?? metaContent(name);
    // A theme that is none is nobody's: it is looked at where it is used.
    if (value) (settings as Record<string, string>)[name] = value;
  }
  return ((globalThis as { tcns?: TcnsGlobal }).tcns = {
    version: VERSION,
    settings,
    early: {},
    configure(more) {
      Object.assign(settings, more);
      announce(CONFIGURE_EVENT);
    },
  });
}

/**
 * The folder of the library's files: beside the script; where that cannot be told, where the page says.
 * Code is loaded from here, so nothing that a visitor may write is asked.
 */
export function findBase(script: HTMLScriptElement | undefined): string | undefined {
  try {
    const address =
      script?.src || metaContent('base') || (ownGlobal('tcnsBase') as string | undefined)?.trim();
    return address && new URL('.', new URL(address, pageBase())).href;
  } catch {
    // No address, no text, or one that names no folder (`data:`, `blob:`): the same as none.
    return script && findBase(undefined);
  }
}

/**
 * The content of `<meta name="tcns-…">` in the page's head. In the body it is not asked, because articles
 * and comments stand there.
 */
export function metaContent(name: string): string | undefined {
  return pageDocument.querySelector<HTMLMetaElement>(`head>meta[name="tcns-${name}"]`)?.content;
}

const FILE = /\/tcns(-all)?(\.min)?\.js([?#]|$)/;

/**
 * The script tag that this code came from. `currentScript` is null under optimizers, in modules
 * and in delayed scripts: then the tag is looked for by its file name.
 */
export function ownScript(): HTMLScriptElement | undefined {
  const current = pageDocument.currentScript as HTMLScriptElement | null;
  // Where every uploaded file gets an address of its own, its name says nothing.
  if (
    current?.src &&
    (FILE.test(current.src) || current.dataset['api'] || current.dataset['bundle'])
  )
    return current;
  return findAll<HTMLScriptElement>('script[src*="tcns"]').find((s) => FILE.test(s.src));
}
