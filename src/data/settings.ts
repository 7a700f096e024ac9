/**
 * Page-wide defaults: what `data-*` on the script tag and `tcns.configure()` say, or
 * `configure()` of the npm package. An element's own attribute always wins.
 */
import { registerAdapters, type Adapter } from './adapters.js';
import { ownGlobal, pageDocument } from './page-base.js';

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

/** The defaults in force: the loader's, then the package's own. */
export function settings(): Settings {
  return { ...loaderSettings(), ...packageSettings };
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

function loaderSettings(): Settings {
  const loaderSettings = (ownGlobal('tcns') as { settings?: Settings } | undefined)?.settings ?? {};
  if (loaderSettings.adapters) registerAdapters(loaderSettings.adapters);
  return loaderSettings;
}
