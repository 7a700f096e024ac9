/**
 * Attributes forgiven like HTML's own: capitals, outer spaces and quotes, a word that is none of the list (the
 * default is used), an area given by its name. Each with one note on the console.
 */
import { ATTRIBUTES } from './attributes.generated.js';
import { pageSettings, note } from './context.js';
import { folderOf } from '../api/document-paths.js';
import { entryOfTag } from '../api/widget-catalogue.js';
import { isAreaId } from '../domain/editions.js';
import { watched } from './watched.js';

/** What Word and editors put around a value: no attribute begins or ends with them. */
const QUOTES = /^[\s"'`´\\“”„‟‘’‚‛«»‹›″′]+|[\s"'`´\\“”„‟‘’‚‛«»‹›″′]+$/g;

/** Those of them that are no straight ones: Word writes them. */
const CURLY = /[´“”„‟‘’‚‛«»‹›″′]/;

/** Characters that nobody sees: of no width, soft hyphens, marks of direction. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Hyphens, dashes and the minus sign. */
const DASHES = /[\u2010-\u2015\u2212]/g;
/** What the entities that editors write again stand for. */
const ENTITIES: readonly (readonly [names: RegExp, text: string])[] = [
  [/&amp;/gi, '&'],
  [/&([lrb]dquo|[lrs]b?quo|[lr]aquo|quot|apos|prime);/gi, '"'],
  [/&(nbsp|e[nm]sp|thinsp|zwn?j|shy);/gi, ' '],
  [/&commat;/gi, '@'],
  [/&(ndash|mdash|minus|hyphen|dash);/gi, '-'],
];
/** Attributes that hold an address, whose characters all mean something. */
const ADDRESSES = new Set(['api', 'src']);

/** Elements whose name of an area is on its way, with that name. */
const asked = new WeakMap<Element, string>();

/** Mends the attributes of a widget; resolves when names are ids. */
export async function forgive(widget: Element): Promise<void> {
  const kinds = ATTRIBUTES[widget.localName.slice('tcns-'.length)];
  if (!kinds) return;
  for (const name of watched()) {
    const value = widget.getAttribute(name);
    if (value === null) continue;
    const right = mended(widget, name, value, kinds[name]);
    if (right === value) continue;
    if (CURLY.test(value))
      note(`<${widget.localName} ${name}="${value}">: read as "${right}"; write straight quotes.`);
    widget.setAttribute(name, right);
  }
  const area = widget.getAttribute('area') ?? '';
  // Ids are what nearly every page writes: the code that knows names is loaded for a name.
  if (!area || isAreaId(area) || asked.get(widget) === area) return;
  asked.set(widget, area);
  await nameToId(widget, area);
}

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

function mended(
  widget: Element,
  name: string,
  value: string,
  kind: string | readonly string[] | undefined,
): string {
  let text = unmangled(value, ADDRESSES.has(name));
  // The name of an area keeps its dash: "Bà Rịa – Vũng Tàu".
  if (!ADDRESSES.has(name) && (name !== 'area' || isAreaId(text))) text = text.replace(DASHES, '-');
  if (!Array.isArray(kind)) return text;
  const words = kind as readonly string[];
  const word = text.toLowerCase();
  if (!word || words.includes(word)) return word;
  const [first = ''] = words;
  const used = name === 'theme' ? '' : first;
  note(
    `<${widget.localName} ${name}="${value}">: the words are ${words.join(', ')}; ${used ? `"${used}" is used` : 'it is ignored'}.`,
  );
  return used;
}

async function nameToId(widget: Element, name: string): Promise<void> {
  const around = widget.closest('tcns-dashboard');
  const attributeOf = (attribute: string): string | undefined =>
    widget.getAttribute(attribute) ?? around?.getAttribute(attribute) ?? undefined;
  const api = attributeOf('api');
  const { resolveAreaName } = await import('./area-names.js');
  const resolved = await resolveAreaName(name, {
    folder: folderOf(entryOfTag(widget.localName)?.document ?? 'observations'),
    src: widget.getAttribute('src') ?? undefined,
    bundle: attributeOf('bundle') ?? (api ? undefined : pageSettings().bundle),
    api: api ?? pageSettings().api,
    at: attributeOf('at'),
    edition: widget.getAttribute('edition') ?? undefined,
  });
  if (widget.getAttribute('area') !== name) return; // changed meanwhile
  const tag = `<${widget.localName} area="${name}">`;
  if ('id' in resolved) {
    widget.setAttribute('area', resolved.id);
    note(`${tag}: the name means ${resolved.id}; write the id, it is clear for ever.`);
  } else if ('many' in resolved) {
    note(`${tag}: the name means ${resolved.many.join(' or ')}; write the id that is meant.`);
  } else {
    note(`${tag}: no area has this name; write its id, such as 48@2025.`);
  }
}
