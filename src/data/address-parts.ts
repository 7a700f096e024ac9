/** From an address to its parts: the API and the id of a document, the folder of the library. */
import { isFolder } from '../api/document-paths.js';

/** What the address of a document consists of. */
export interface DocumentAddress {
  readonly api: string;
  readonly id: string;
}

/**
 * The API and the id of a document: `/v1/observations/44@2025.json` -> `/v1` and `44@2025`. `undefined` for an
 * address that is not made like those of the API.
 */
export function documentAt(address: string): DocumentAddress | undefined {
  const [, api = '', folder = '', id = ''] = /^(.*)\/([^/]+)\/([^/?#]+)\.json$/.exec(address) ?? [];
  return isFolder(folder) ? { api, id } : undefined;
}

/** The base of an API without a slash at its end, so that one base is one text. */
export const apiBase = (api: string): string => api.replace(/\/+$/, '');

/** The folder that holds the folder of a version of the library: there are `embed.html` and its configuration. */
export const siteFolder = (base: string): string => base.replace(/\/v?\d+(\.\d+)*\/$/, '/');
