/**
 * Attributes forgiven like HTML's own: capitals, outer spaces and quotes, a word that is none of the list (the
 * default is used), an area given by its name. Each with one note on the console.
 */
import { ATTRIBUTES } from './attributes.generated.js';
import { pageSettings, note } from './context.js';
import { folderOf } from '../api/document-paths.js';
import { entryOfTag } from '../api/widget-catalogue.js';
import { isAreaId, isAreaName } from '../domain/editions.js';
import { unmangled } from './unmangled.js';
import { watched } from './watched.js';

/** Those of them that are no straight ones: Word writes them. */
const CURLY = /[´“”„‟‘’‚‛«»‹›″′]/;

/** Hyphens, dashes and the minus sign. */
const DASHES = /[\u2010-\u2015\u2212]/g;
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
  if (!area || !isAreaName(area) || asked.get(widget) === area) return;
  asked.set(widget, area);
  await nameToId(widget, area).catch((error: unknown) => {
    asked.delete(widget);
    throw error;
  });
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
  } else if (!isAreaId(name)) {
    note(
      `${tag}: no area has this name; write its id, such as 48@2025, or a name and 2008 or 2025: Da Nang@2008.`,
    );
  }
}
