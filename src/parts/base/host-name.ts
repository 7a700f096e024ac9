/** The visible target of a link. */

/**
 * The host of an address as a reader recognises it ("dichvucong.gov.vn"). A name in other letters
 * stays in the ASCII form (`xn--…`), which cannot imitate another; what is no web address is shown
 * as it is ("tel:", "mailto:" and "zalo:" without their scheme).
 */
export function hostName(href: string): string {
  try {
    const { protocol, host, pathname, search } = new URL(href);
    if (/^https?:$/.test(protocol)) return host.replace(/^www\./, '');
    return decodeURIComponent(`${host}${pathname}${search}`.replace(/^\/+/, ''));
  } catch {
    return href;
  }
}
