declare const __TCNS_VERSION__: string | undefined;

/** The library's version; `dev` where no build has written it in. */
export const VERSION = typeof __TCNS_VERSION__ === 'undefined' ? 'dev' : __TCNS_VERSION__;
