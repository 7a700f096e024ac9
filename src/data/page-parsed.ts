/** Waiting for the end of a page; in a file of its own, because only late code waits. */
import { pageDocument } from './page-base.js';

/** Resolves when the parser has come to the end of the page. */
export const pageParsed = (): Promise<unknown> =>
  new Promise((done) => {
    if (pageDocument.readyState !== 'loading') done(undefined);
    else pageDocument.addEventListener('DOMContentLoaded', done, { once: true });
  });
