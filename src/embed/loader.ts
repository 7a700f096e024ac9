/**
 * `tcns.js`: one small classic script. It finds the widgets on the page, also those that come
 * later, and loads just their modules from beside itself; where modules are refused it loads
 * `tcns-all.js`, one classic script with everything. It never throws into the page.
 */
import { givenBase, installGlobal, metaContent, ownScript } from './global.js';
import { ROOM, WIDGETS } from './widgets.js';

const script = ownScript();
const base = findBase();
const waiting = new Set(WIDGETS);
let observer: MutationObserver | undefined;
let scheduled = false;
let fallenBack = false;

installGlobal(script);
reserveRoom();
if (base === undefined) {
  note('tcns.js cannot tell its own address. Add <meta name="tcns-base" content="https://…/">.');
} else {
  observer = new MutationObserver(schedule);
  // Of the document: scripts that rewrite it (`document.open`) leave no element of it.
  observer.observe(document, { childList: true, subtree: true });
  scan();
}

function note(message: string): void {
  console.info(`[tcns] ${message}`);
}

/** The folder of the modules: beside the script, or where the page says. */
function findBase(): string | undefined {
  const given = metaContent('base') ?? givenBase() ?? script?.src;
  return given && new URL('.', new URL(given, document.baseURI)).href;
}

/** Many insertions in one task are looked at once. */
function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  void Promise.resolve().then(() => {
    scheduled = false;
    scan();
  });
}

function scan(): void {
  waiting.forEach((name) => {
    if (!document.querySelector(`tcns-${name}`)) return;
    waiting.delete(name);
    load(name);
  });
  if (waiting.size === 0) observer?.disconnect();
}

function load(name: string): void {
  import(/* @vite-ignore */ `${base}${name}.js`).catch((error: unknown) => {
    if (fallenBack) return;
    fallenBack = true;
    note(`modules cannot be loaded here (${String(error)}); loading tcns-all.js instead.`);
    loadAll();
  });
}

function loadAll(): void {
  const all = document.createElement('script');
  all.src = trusted(`${base}tcns-all.js`);
  all.async = true;
  if (script?.nonce) all.nonce = script.nonce;
  all.onerror = () => note('tcns-all.js cannot be loaded either; the fallback content stays.');
  document.head.appendChild(all);
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** Pages with Trusted Types take a script's address only from a policy (`tcns#loader`). */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  try {
    return trustedTypes
      ? trustedTypes.createPolicy('tcns#loader', { createScriptURL: (u) => u }).createScriptURL(url)
      : url;
  } catch {
    return url;
  }
}

/** Keeps the room of each widget free before its module is there, so that nothing jumps. */
function reserveRoom(): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      Object.entries(ROOM)
        .map(
          ([name, height]) =>
            `tcns-${name}{display:block;box-sizing:border-box;min-height:var(--tcns-${name.replace(/\[.*/, '')}-min-height,${height}px)}`,
        )
        .join(''),
    );
    // eslint-disable-next-line compat/compat -- older browsers land in the catch
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // Browsers without constructable sheets: the page's own reserved height has to do.
  }
}
