/**
 * Page-wide defaults: what `data-*` on the script tag and `tcns.configure()` say, or
 * `configure()` of the npm package. An element's own attribute always wins.
 */
import { registerAdapters, type Adapter } from './adapters.js';
import { ownGlobal, pageDocument } from './page-base.js';
import { sayOnce } from './say-once.js';

export interface Settings {
  /** Base URL of the API, its version included: `https://…/tcns/v1`. */
  api?: string | undefined;
  /** URL of a bundle file that holds all documents. */
  bundle?: string | undefined;
  /** Language of the widgets: `vi`, `en`, or a registered one. */
  lang?: string | undefined;
  /** `light` or `dark`. */
  theme?: 'light' | 'dark' | undefined;
  /**
   * Addresses below which a document has to lie, after redirects too; absent: anywhere. `embed.html` sets
   * what its configuration lists.
   */
  apis?: readonly string[] | undefined;
  /** Adapters by name, for APIs of another shape. */
  adapters?: Readonly<Record<string, Adapter>> | undefined;
}

/** The event on `document` with which the loader hands over what `tcns.configure()` was given. */
export const CONFIGURE_EVENT = 'tcns-configure';

let packageSettings: Settings = {};
const listeners = new Set<() => void>();

const TEXTS = ['api', 'bundle', 'lang', 'theme'];

/**
 * The defaults in force: the loader's, then the package's own. A value of another kind than `Settings` says
 * counts as absent, except that a wrong list of addresses allows none.
 */
export function settings(): Settings {
  const merged: Record<string, unknown> = { ...loaderSettings(), ...packageSettings };
  const { apis, adapters } = merged;
  for (const name of TEXTS) {
    if (merged[name] && typeof merged[name] !== 'string') refuse(merged, name, 'a text');
  }
  if (adapters && typeof adapters !== 'object')
    refuse(merged, 'adapters', 'an object of functions');
  if (
    apis !== undefined &&
    !(Array.isArray(apis) && apis.every((one) => typeof one === 'string'))
  ) {
    refuse(merged, 'apis', 'a list of addresses');
    merged['apis'] = [];
  }
  return merged;
}

function refuse(values: Record<string, unknown>, name: string, expected: string): void {
  values[name] = undefined;
  sayOnce(`configure: "${name}" has to be ${expected}`);
}

/** Sets page-wide defaults; members that are not named stay as they are. */
export function configure(more: Settings): void {
  packageSettings = { ...packageSettings, ...more };
  adopt();
}

/** Calls back whenever the defaults change; returns the way to stop it. */
export function onSettings(listener: () => void): () => void {
  if (listeners.size === 0) pageDocument.addEventListener(CONFIGURE_EVENT, adopt);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) pageDocument.removeEventListener(CONFIGURE_EVENT, adopt);
  };
}

function adopt(): void {
  registerAdapters(settings().adapters ?? {});
  listeners.forEach((listener) => listener());
}

/** What `tcns.configure()` was given. The page holds the object too, and may have put anything into it. */
function loaderSettings(): Settings {
  const copy: Record<string, unknown> = {};
  try {
    // The absence of `settings` throws no error, because an error is slow and the npm package has no global.
    const values = (ownGlobal('tcns') as { settings?: Record<string, unknown> } | undefined)
      ?.settings;
    for (const name of Object.keys(values ?? {})) {
      try {
        copy[name] = values?.[name];
      } catch {
        // A getter that throws gives nothing; for `apis` it gives an empty list, which allows no address.
        if (name === 'apis') copy[name] = [];
      }
    }
  } catch {
    // There is no global `tcns`, or the page has put something else in its place.
  }
  const { adapters } = copy as Settings;
  if (adapters && typeof adapters === 'object') registerAdapters(adapters);
  return copy;
}
