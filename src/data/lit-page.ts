/**
 * What the build gives to Lit for `globalThis` and `document` (`tools/build/build-plugins.ts`), because Lit
 * asks for names that an element of the page can take: `litHtmlVersions`, `ShadyCSS`, `createElement`. Lit
 * also keeps its own four lists here, so that the library makes no global beside `tcns`.
 */
import { ownGlobal } from './page-base.js';

export { pageDocument } from './page-base.js';

export const litPage = {
  ShadowRoot: globalThis.ShadowRoot,
  // The browser's own `trustedTypes` is a property of the window itself; an element of the page never is.
  trustedTypes:
    Object.getOwnPropertyDescriptor(globalThis, 'trustedTypes') &&
    (globalThis as { trustedTypes?: unknown }).trustedTypes,
  litNonce: ownGlobal('litNonce'),
};
