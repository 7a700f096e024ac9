/** The end of `tcns-all.js` where it stands alone: `tcns-ready` once the page is parsed. */
import { started } from './late.js';

const announce = (): void =>
  void started.then(() => document.dispatchEvent(new Event('tcns-ready', { bubbles: true })));

// Loaded by tcns.js, which announces by itself, it is never the script of the page.
if (!document.querySelector('script[src*="/tcns.js"]')) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', announce);
  else announce();
}
