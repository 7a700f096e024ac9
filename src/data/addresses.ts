/** From attributes to the address of a document, and links that are safe to follow. */
import type { DocumentKind } from '../api/document-kinds.js';
import { bordersPath, folderOf } from '../api/document-paths.js';
import { documentKey, isAreaId, tidied } from '../domain/editions.js';

export interface SourceAttributes {
  readonly src?: string | undefined;
  readonly api?: string | undefined;
  readonly bundle?: string | undefined;
  readonly area?: string | undefined;
  readonly campaign?: string | undefined;
}

/** Where a document is: an address, and its path where that address is a bundle. */
export interface Source {
  readonly url: string;
  /** Path of the document below the API's base, without `.json`: `observations/44@2025`. */
  readonly key: string | undefined;
}

/**
 * The address of a document below the base of an API: `/v1/` and `geo/44@2025` -> `/v1/geo/44@2025.json`. The
 * slashes are removed here and not by `apiBase`, because the loader has no bytes for a second function.
 */
export const addressIn = (api: string, path: string): string =>
  `${api.replace(/\/+$/, '')}/${path}.json`;

/** The address of the borders of an area's children: `/v1/geo/44@2025.json`. */
export const bordersIn = (api: string, area: string): string => addressIn(api, bordersPath(area));

/**
 * The document that the attributes name: `src`, else `bundle`, else one made of `api` and the id.
 * `bundle.json#observations/44@2025` as `src` is that document of a bundle, whatever the id is.
 *
 * @param base - the page's base address
 * @returns `undefined` where nothing names a document
 */
export function sourceOf(
  kind: DocumentKind,
  from: SourceAttributes,
  base: string,
): Source | undefined {
  const key = pathOf(kind, from);
  const [file, part = key] = from.src?.split(/#(?=.+\/)/) ?? [];
  if (file) return located(file, base, part);
  if (!key) return undefined;
  if (from.bundle) return located(from.bundle, base, key);
  if (!from.api) return undefined;
  return located(addressIn(from.api, key), base, key);
}

/** The path of a document below the API's base (`observations/44@2025`); `undefined` without an id. */
export function pathOf(
  kind: DocumentKind,
  { area, campaign }: Pick<SourceAttributes, 'area' | 'campaign'>,
): string | undefined {
  const folder = folderOf(kind);
  if (kind === 'campaign')
    return campaign ? `${folder}/${encodeURIComponent(tidied(campaign))}` : undefined;
  // A name is no id: `embed/normalize-attributes.ts` makes it one.
  return area && isAreaId(area) ? `${folder}/${documentKey(area)}` : undefined;
}

function located(address: string, base: string, key: string | undefined): Source | undefined {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? { url: url.href, key } : undefined;
  } catch {
    return undefined;
  }
}

/** A whole address; what is no address stays as it is written, so that asking for it fails with a reason. */
export function wholeAddress(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

/** True where an address lies below one of the entries (a folder, or a document itself). */
export function liesBelow(address: string, entries: readonly string[]): boolean {
  const url = new URL(address);
  // An encoded slash is one folder to a browser and two to many servers.
  if (url.username || url.password || /%2f|%5c/i.test(url.pathname)) return false;
  return entries.some((entry) => {
    const listed = new URL(entry);
    const folder = listed.pathname.replace(/\/?$/, '/');
    return (
      url.origin === listed.origin && `${url.pathname.replace(/\/?$/, '/')}`.startsWith(folder)
    );
  });
}

const SAFE = /^(https?|tel|mailto|zalo):$/;

/** An address that may become a link (http, https, tel, mailto, zalo), or `undefined`. */
export function safeLink(address: string | undefined, base: string): string | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address, base);
    return SAFE.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
