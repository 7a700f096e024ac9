/** From attributes to the address of a document, and links that are safe to follow. */
import { documentKey } from '../domain/editions.js';
import type { DocumentKind } from '../api/document-kinds.js';

const FOLDERS: Readonly<Record<DocumentKind, string>> = {
  observations: 'observations',
  teams: 'teams',
  campaign: 'campaigns',
  services: 'services',
  areas: 'areas',
};

export interface SourceAttributes {
  readonly src?: string | undefined;
  readonly api?: string | undefined;
  readonly bundle?: string | undefined;
  readonly area?: string | undefined;
  readonly campaign?: string | undefined;
}

/** Where a document is: an address, and its key where that address is a bundle. */
export interface Source {
  readonly url: string;
  /** Path of the document below the API's base, without `.json`: `observations/44@2025`. */
  readonly key: string | undefined;
}

/**
 * The document that the attributes name: `src`, else `bundle`, else one made of `api` and the id.
 *
 * @param base - the page's base address
 * @returns `undefined` where nothing names a document
 */
export function sourceOf(
  kind: DocumentKind,
  from: SourceAttributes,
  base: string,
): Source | undefined {
  const key = keyOf(kind, from);
  if (from.src) return located(from.src, base, key);
  if (!key) return undefined;
  if (from.bundle) return located(from.bundle, base, key);
  if (!from.api) return undefined;
  return located(`${from.api.replace(/\/+$/, '')}/${key}.json`, base, key);
}

function keyOf(kind: DocumentKind, { area, campaign }: SourceAttributes): string | undefined {
  if (kind === 'campaign')
    return campaign ? `campaigns/${encodeURIComponent(campaign)}` : undefined;
  // A name is no id: `embed/forgive.ts` makes it one.
  return area && /[@\d]|^\s*vn\s*$/i.test(area)
    ? `${FOLDERS[kind]}/${documentKey(area)}`
    : undefined;
}

function located(address: string, base: string, key: string | undefined): Source | undefined {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? { url: url.href, key } : undefined;
  } catch {
    return undefined;
  }
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
