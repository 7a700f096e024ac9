/** Where documents stand below the API's base, and which names of documents may become paths of files. */
import type { DocumentKind } from './document-kinds.js';

const FOLDERS: Readonly<Record<DocumentKind, string>> = {
  observations: 'observations',
  teams: 'teams',
  campaign: 'campaigns',
  services: 'services',
  areas: 'areas',
};

/** The folder of a kind of document: `campaign` -> `campaigns`. */
export const folderOf = (kind: DocumentKind): string => FOLDERS[kind];

/** True for the folder of a kind of document. */
export const isFolder = (name: string): boolean => Object.values(FOLDERS).includes(name);

/** The pattern of an id, as the schemas allow it; `..` is excluded, because it would leave the folder. */
const ID = '(?!.*\\.\\.)[0-9A-Za-z][\\w.@-]*';
const PATH = /* @__PURE__ */ new RegExp(
  `^(?:(?:observations|teams|services|geo|campaigns)/${ID}|teams/${ID}/[1-9]\\d{0,4}|areas/\\d{4})$`,
);
const SAFE_ID = /* @__PURE__ */ new RegExp(`^${ID}$`);

/**
 * True for the path of a document (`observations/44@2025`, `teams/44@2025/2`, `campaigns/index`), and for no
 * other path.
 */
export const isDocumentPath = (path: string): boolean => PATH.test(path);

/** True for a campaign's id that can be part of an address; `index` is reserved for the list of campaigns. */
export const isCampaignId = (id: string): boolean => SAFE_ID.test(id) && id !== 'index';

/** The path of the list of campaigns: the only document that belongs to no area. */
export const INDEX_PATH = 'campaigns/index';

/** The borders of an area's children: `geo/44@2025`. */
export const bordersPath = (area: string): string => `geo/${area}`;
