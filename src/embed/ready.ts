/** The end of `tcns-all.js` where it stands alone: `tcns-ready` once the page is parsed. */
import { started } from './late.js';
import { announce, pageDocument } from '../data/page-base.js';

const ready = (): void => void started.then(() => announce('tcns-ready'));

// Loaded by tcns.js, which announces by itself, it is never the script of the page.
if (!pageDocument.querySelector('script[src*="/tcns.js"]')) {
  if (pageDocument.readyState === 'loading')
    pageDocument.addEventListener('DOMContentLoaded', ready);
  else ready();
}
