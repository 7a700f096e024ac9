/**
 * `tcns.js`: one small classic script. It finds the widgets on the page, also those that come
 * later, and loads just their modules from beside itself; where modules are refused it loads
 * `tcns-all.js`, one classic script with everything. What few pages have (placeholders, links,
 * frames, attributes to be mended) is the matter of `late.ts`, which is loaded where it is met.
 * It never throws into the page.
 */
import { announce, findAll, pageDocument, parsedEnd } from '../data/page-base.js';
import { findBase, installGlobal, ownScript } from './global.js';
import { askEarly, TABLE } from './early.js';
import { FORMS, hasOdd } from './watched.js';

const WIDGETS = Object.keys(TABLE);
const ALL = WIDGETS.map((name) => `tcns-${name}`).join();
const script = ownScript();
const page = installGlobal(script);
const base = findBase(script);
const waiting = new Set(WIDGETS);
/** Modules on their way, by name. */
const coming: Record<string, Promise<unknown>> = {};
let scheduled: unknown;
let forms: Promise<unknown> | undefined;
let all: Promise<unknown> | undefined;

reserveRoom();
if (base === undefined) {
  note('No address: add <meta name="tcns-base">.');
} else if (page.base) {
  // The script a second time: the first one serves the page.
  if (page.base !== base) note(`${page.base} is here already.`);
} else {
  page.base = base;
  // The module puts its own in this place.
  page.diagnose = () => load('check').then(() => page.diagnose?.());
  scan();
  if (/[?&]tcns-check/.test(location.search)) void load('check');
  if (pageDocument.readyState === 'loading')
    pageDocument.addEventListener('DOMContentLoaded', ready);
  else ready();
  // Of the document: scripts that rewrite it (`document.open`) leave no element of it.
  try {
    // eslint-disable-next-line no-restricted-globals -- observeTree of observe.ts is too long for the loader
    new MutationObserver(() => {
      // Many insertions in one task are looked at once.
      scheduled ??= Promise.resolve().then(scan);
    }).observe(document, { childList: true, subtree: true, attributeFilter: ['area', 'src'] });
  } catch {
    // Without observers the widgets of the page itself are found, and no later ones.
  }
}

function note(message: string): void {
  // A page may have put a console of fewer methods in the place of the browser's.
  (console as Partial<Console> | undefined)?.info?.(`[tcns] ${message}`);
}

function scan(): void {
  scheduled = undefined;
  if (!forms && (pageDocument.querySelector(FORMS) || findAll(ALL).some(hasOdd)))
    forms = load('forms').then((code) => (code as { started?: unknown } | undefined)?.started);
  // All elements of a page are only counted where one of them is a widget.
  const end = findAll(ALL)[0] && parsedEnd();
  waiting.forEach((name) => {
    // No such widget, or the first one is open.
    if (findAll(`tcns-${name}`)[0]?.contains(end as Element) ?? true) return;
    waiting.delete(name);
    try {
      askEarly(name, base ?? '', page.settings, page.early, end);
    } catch {
      // The widget asks by itself.
    }
    // An area given by its name is an id before the widget asks for its document.
    void Promise.resolve(forms).then(() => load(name));
  });
}

function load(name: string): Promise<unknown> {
  return (coming[name] ??= import(/* @vite-ignore */ `${base}${name}.js`).catch(
    (error: unknown) =>
      (all ??= new Promise((done) => {
        note(`${error as string}; loading tcns-all.js`);
        const tag = pageDocument.createElement('script');
        tag.src = trusted(`${base}tcns-all.js`);
        tag.nonce = script?.nonce ?? '';
        // Where it fails too, the browser itself says so.
        tag.onload = done;
        pageDocument.head.appendChild(tag);
      })),
  ));
}

/** The page is parsed, and the widgets that it holds are defined. */
function ready(): void {
  scan();
  void Promise.resolve(forms)
    .then(() => Promise.all(Object.values(coming)))
    .then(() => announce('tcns-ready'));
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
  try {
    return (globalThis as unknown as { trustedTypes: Policies }).trustedTypes
      .createPolicy('tcns#loader', { createScriptURL: (u) => u })
      .createScriptURL(url);
  } catch {
    return url; // no such types here, an element of that name, or they refuse
  }
}

/** Keeps the room of each widget free before its module is there, so that nothing jumps. */
function reserveRoom(): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      Object.entries(TABLE)
        .map(([name, [, heights]]) =>
          Object.entries(heights)
            .map(
              ([selector, height]) =>
                `tcns-${name}${selector}{display:block;box-sizing:border-box;min-height:var(--tcns-${name}-min-height,${height}px)}`,
            )
            .join(''),
        )
        .join(''),
    );
    // An element of that name costs the room alone.
    // eslint-disable-next-line compat/compat, no-restricted-syntax -- older browsers land in the catch
    document.adoptedStyleSheets = [...pageDocument.adoptedStyleSheets, sheet];
  } catch {
    // Browsers without constructable sheets: the page's own reserved height has to do.
  }
}
