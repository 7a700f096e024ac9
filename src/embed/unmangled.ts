/** Values without what Word and editors put around and into them. */

/** What Word and editors put around a value: no attribute begins or ends with them. */
const QUOTES = /^[\s"'`´\\“”„‟‘’‚‛«»‹›″′]+|[\s"'`´\\“”„‟‘’‚‛«»‹›″′]+$/g;

/** Characters that nobody sees: of no width, soft hyphens, marks of direction. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** What the entities that editors write again stand for. */
const ENTITIES: readonly (readonly [names: RegExp, text: string])[] = [
  [/&amp;/gi, '&'],
  [/&([lrb]dquo|[lrs]b?quo|[lr]aquo|quot|apos|prime);/gi, '"'],
  [/&(nbsp|e[nm]sp|thinsp|zwn?j|shy);/gi, ' '],
  [/&commat;/gi, '@'],
  [/&(ndash|mdash|minus|hyphen|dash);/gi, '-'],
];
/** Text without the entities, percent codes and unseen characters that came in on its way. */
function plain(value: string): string {
  let text = value;
  // An editor that escapes what is escaped already does so at each saving.
  for (let before = ''; before !== text && text.includes('&');) {
    before = text;
    for (const [names, character] of ENTITIES) text = text.replace(names, character);
    text = text.replace(/&#(?:x([\da-f]{1,5})|(\d{1,6}));/gi, (_, hex: string, digits: string) => {
      const code = hex ? parseInt(hex, 16) : Number(digits);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
  }
  // Full-width letters and signs are the same as ours.
  return text.replace(/%40/g, '@').normalize('NFKC');
}

/** A value without what Word and editors put around and into it; of an address only what nobody sees. */
export function unmangled(value: string, isAddress = false): string {
  let text = value.replace(UNSEEN, '').replace(QUOTES, '');
  if (!isAddress) text = plain(text).replace(UNSEEN, '');
  return text.replace(QUOTES, '').replace(/\s+/g, ' ');
}
