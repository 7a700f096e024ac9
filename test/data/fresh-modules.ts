/** What `freshPage` loads: an entry of its own, because a page has no other way into a bundle. */
export * as store from '../../src/data/store.js';
export * as vault from '../../src/data/answer-cache.js';
