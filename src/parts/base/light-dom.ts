/**
 * The content between the tags of a widget: fallback, data, or (where a tag was not closed) the rest of a
 * column.
 */
import { warn } from '../../api/console.js';
import { isServer } from 'lit';
import { pageDocument } from '../../data/page-base.js';

/** Tells the author on the console what is wrong with a tag; the code for that is late, because readers never need it. */
export const tellAuthor = (widget: Element, hasSwallowed = false): void =>
  void import('./tag-note.js')
    .then((code) => code.noteTag(widget, hasSwallowed))
    .catch(() => undefined);

const IGNORED = /^(script|style|template|link|meta)$/;

/** True where there is something to show until the figures are there. */
export function hasFallback(host: Element): boolean {
  if (isServer) return false;
  for (let node = host.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) return true;
    if (node.nodeType === Node.ELEMENT_NODE && !IGNORED.test(node.nodeName.toLowerCase()))
      return true;
  }
  return false;
}

const DOCUMENT = 'script[type="application/json"]';
const parsed = new WeakMap<Element, { readonly text: string; readonly data: unknown }>();

/** The document in a `<script type="application/json">` child; wrong JSON is reported and ignored. */
export function inlineData(host: Element): unknown {
  if (isServer) return undefined;
  const script = host.querySelector(`:scope > ${DOCUMENT}`);
  if (!script) return undefined;
  const holder = holderOf(script as HTMLElement);
  const text = holder.textContent?.trim();
  // A page may take away the widget that held the document of others.
  if (!text) return parsed.get(script)?.data;
  const cached = parsed.get(holder) ?? parsed.get(script);
  if (cached?.text === text) {
    parsed.set(script, cached);
    return cached.data;
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // The parser may have delivered only half of a long script.
    if (pageDocument.readyState === 'loading') return undefined;
    warn(`<${host.localName}>: the JSON between its tags is wrong: ${String(error)}`);
  }
  const known = { text, data };
  parsed.set(script, known).set(holder, known);
  return data;
}

/** A prerendered page holds a document once: other widgets name that script by its id. */
function holderOf(script: HTMLElement): Element {
  const id = script.dataset['of'];
  const other = id && pageDocument.getElementById(id);
  return other && other.matches(DOCUMENT) ? other : script;
}

const noted = new WeakSet<Element>();
const OTHERS = 'main, nav, header, footer, aside, section, article, form, h1, h2, h3, h4, h5, h6';
const BLOCKS = /^(p|div|ul|ol|table)$/;
const LISTS = /^(ul|ol|dl|table)$/;

/**
 * `<tcns-kpi-card />` is no self-closing tag: it swallows the rest of its column. True where the
 * children are no fallback, so that they have to stay visible beside the figures.
 */
export function swallowed(host: Element): boolean {
  if (isServer || !host.firstChild || !holdsOthers(host)) return false;
  if (!noted.has(host)) {
    noted.add(host);
    tellAuthor(host, true);
  }
  return true;
}

/** Characters: what an author writes in the place of a figure is shorter than a column. */
const LONG = 300;
/** How the rest of a sentence begins: with a blank on the same line, or with a sign. */
const REST = /^[ \u00a0]\S|^[,.;:)!?]/;

/** Another widget, a part of a page, or what can be the rest of a sentence or of a column that ends with it. */
function holdsOthers(host: Element): boolean {
  const inside = [...host.querySelectorAll('*')];
  const isWidget = ({ localName }: Element): boolean => localName.startsWith('tcns-');
  // Forms first, because their fields take the names of their members.
  if (host.querySelector(OTHERS) || inside.some(isWidget)) return true;
  if (!isLast(host)) return false;
  const around = host.parentElement;
  if (around && isWidget(around) && around.localName !== 'tcns-dashboard') return true;
  const blocks = inside.filter((e) => e.parentElement === host && BLOCKS.test(e.localName));
  // A document as JSON is no text that anybody reads.
  const text = [...host.querySelectorAll('script')].reduce(
    (all, script) => all.replace(script.textContent ?? '', ''),
    host.textContent ?? '',
  );
  const isList = inside.some(({ localName }) => LISTS.test(localName));
  if (blocks.length > 0 && standsBeside(host)) return true;
  return blocks.length > 1 || REST.test(text) || (!isList && text.trim().length > LONG);
}

/** The end of a line and the indent of the next one, where a text has nothing else. */
const indentOf = (node: Node | null): string | undefined =>
  /^\s*?(\n[ \t]*)$/.exec(node?.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '')?.[1];

/**
 * True where the first child was written as what follows the tag: on a line of its own with the indent of the tag,
 * and the parent ends inside the tag, so that not even a line break stands behind it.
 */
function standsBeside(host: Element): boolean {
  const indent = indentOf(host.firstChild);
  return indent !== undefined && !host.nextSibling && indentOf(host.previousSibling) === indent;
}

/** True for the last element of its parent: after a closed tag, others would follow. */
function isLast(host: Element): boolean {
  for (let node = host.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === Node.ELEMENT_NODE || node.nodeValue?.trim()) return false;
  }
  return true;
}
