/**
 * The late part of `tcns.js` (and a part of `tcns-all.js`): placeholders, links, frames and
 * attributes to be mended, now and whenever the page changes. Loaded where the page has one of them.
 */
import { ATTRIBUTES } from './attributes.generated.js';
import { note } from './context.js';
import { forgive } from './normalize-attributes.js';
import { ownScript } from './global.js';
import { followFrames, greetFrames } from './frames.js';
import { upgradeAll } from './upgrade.js';
import { hasOdd, watched } from './watched.js';
import { whenBack } from '../data/when-back.js';
import { observeTree } from '../data/observe.js';
import { pageDocument } from '../data/page-base.js';
import { isInText } from './in-text.js';

const TAGS = Object.keys(ATTRIBUTES)
  .map((name) => `tcns-${name}`)
  .join();

async function settle(): Promise<void> {
  try {
    // In an editor the widgets are drawn, and what the author writes stays as it is.
    if (ownScript()?.dataset['editor'] !== undefined) return;
    greetFrames();
    await upgradeAll();
    const odd = [...pageDocument.querySelectorAll<HTMLElement>(TAGS)].filter(
      (widget) => hasOdd(widget) && !isInText(widget),
    );
    await Promise.all(odd.map(forgive));
  } catch (error) {
    note(`the page could not be read: ${String(error)}`);
    whenBack(() => void settle());
  }
}

let scheduled: Promise<void> | undefined;

function start(): Promise<void> {
  followFrames();
  // Changes of one task are looked at once.
  observeTree(
    document,
    {
      childList: true,
      subtree: true,
      attributeFilter: [...watched(), 'data-tcns', 'data-embed', 'href', 'src'],
    },
    () => {
      scheduled ??= Promise.resolve().then(() => {
        scheduled = undefined;
        void settle();
      });
    },
  );
  return settle();
}

/** Settled when what the page has now is upgraded and mended. */
export const started: Promise<void> = start();
