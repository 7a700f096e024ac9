/**
 * Administrative editions: 63 provinces until 30/6/2025 (`2008`), 34 since 01/7/2025 (`2025`).
 * Codes were reused with other meanings, so an area id is `code@edition`; the nation is `vn`.
 */

/** The year in which an edition of the administrative map came into force. */
export type Edition = '2008' | '2025';

/** The edition of a code without an edition; it stays the same for all of version 1 of the API. */
export const DEFAULT_EDITION: Edition = '2025';

/** The last day (`YYYY-MM-DD`) of the edition 2008. */
export const LAST_DAY_OF_2008 = '2025-06-30';

/** Whether a text is an edition known here. */
export const isEdition = (text: string | undefined): text is Edition =>
  text === '2008' || text === '2025';

/** The edition of an area id; undefined for `vn`, a bare code and an edition unknown here. */
export function editionOf(id: string): Edition | undefined {
  const edition = id.split('@')[1];
  return isEdition(edition) ? edition : undefined;
}

/** The code of an area id without its edition: `45@2008` -> `45`, `vn` -> `vn`. */
export function codeOf(id: string): string {
  return id.split('@')[0] ?? '';
}

/** The code at the front of one id, or of several with blanks between them. */
const CODE = /^\s*(vn|\d[\w.-]*)(?![^\s@,;.])/i;
const beginsWithCode = (text: string): boolean => CODE.test(text) || CODE.test(tidied(text));
/** A word of ASCII with an edition: the id of an area that an API has invented. */
const WORD = /^\s*[a-z][\w.-]*@/i;

/**
 * Whether what a page wrote as an area is an id (`vn`, `44`, `45@2008`, `mau@2025`) or a name ("Đà Nẵng", "Quận 1",
 * "Đà Nẵng@2008").
 */
export const isAreaId = (text: string): boolean => beginsWithCode(text) || WORD.test(text);

/** Whether it may be a name: "Hue@2008" is one where a province has it, and the id of an area otherwise. */
export const isAreaName = (text: string): boolean => !beginsWithCode(text);

/** A name and the edition behind it: "Đà Nẵng@2008" -> "Đà Nẵng", "2008". */
export function nameAndEdition(text: string): [name: string, edition: string | undefined] {
  const [name = '', edition] = text.split('@');
  return [name.trim(), edition?.trim()];
}

/** The editions of some ids. A map cannot draw more than one. */
export function editionsOf(ids: Iterable<string>): Set<Edition> {
  const editions = new Set<Edition>();
  for (const id of ids) {
    const edition = editionOf(id);
    if (edition) editions.add(edition);
  }
  return editions;
}

/** An id without blanks and quotes, and without the comma, semicolon or full stop of a sentence that came along behind it. */
export const tidied = (id: string): string =>
  id.replace(/[\s\u200b-\u200d\ufeff"'`\\]|[,;.]+\s*$/g, '');

/**
 * The id of an area as observations carry it, from what a page wrote: `44` -> `44@2025`,
 * ` 45 @2008` -> `45@2008`, `VN`, `vn@2025` and `vn@2008` -> `vn`, `1` -> `01@2025`.
 * A comma or a full stop of the sentence behind it is left out. What is blank stays blank. The case of a hamlet's short name is the publisher's and stays.
 */
export function canonicalAreaId(raw: string): string {
  const id = tidied(raw);
  if (!id || /^vn(@|$)/i.test(id)) return id && 'vn';
  // Province codes have two digits and commune codes five, but a spreadsheet drops the leading zero.
  const code = codeOf(id).replace(/^(\d|\d{4})(?=\.|$)/, '0$1');
  return `${code}@${id.split('@')[1] || DEFAULT_EDITION}`;
}

/**
 * The name of an area's document. The nation has one an edition, as its children differ:
 * `vn` -> `vn@2025`, `vn@2008` -> `vn@2008`, `44` -> `44@2025`.
 */
export function documentKey(areaId: string): string {
  const id = canonicalAreaId(areaId);
  return id === 'vn' ? `vn@${editionOf(tidied(areaId)) ?? DEFAULT_EDITION}` : id;
}

/**
 * True for a province code without an edition that names different provinces in the two editions. False for
 * an id with its edition, because that is clear.
 */
export function isReusedCode(code: string): boolean {
  return /^(15|24|44|52|80|82|91)$/.test(code.trim());
}

/** Whether a province of 2008 went on alone, with no other province joined to it. */
export function isUnmergedProvince(id: string): boolean {
  return /^(01|04|11|12|14|20|22|38|40|42|46)@2008$/.test(id);
}
