/** Names of documents: they become paths of files, so only those of the API are taken. */

/** An identity as the schemas allow it; with no way out of its folder. */
const ID = String.raw`(?!.*\.\.)[0-9A-Za-z][\w.@-]*`;
const KEY = new RegExp(
  `^(?:(?:observations|teams|services|geo|campaigns)/${ID}|teams/${ID}/[1-9]\\d{0,4}|areas/\\d{4})$`,
);
const SAFE_ID = new RegExp(`^${ID}$`);

/** `observations/44@2025`, `teams/44@2025/2`, `campaigns/index`: no path of anything else. */
export const isDocumentKey = (key: string): boolean => KEY.test(key);

/** Whether a campaign's id can stand in an address; `index` is the list's. */
export const isCampaignId = (id: string): boolean => SAFE_ID.test(id) && id !== 'index';

/** `campaigns/index`: the one document that lists others and is of no area. */
export const INDEX_KEY = 'campaigns/index';
