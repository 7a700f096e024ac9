/** The tags of a page and where they stand: parsed by what browsers parse by, changed by offsets. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface Span {
  readonly startOffset: number;
  readonly endOffset: number;
}

/** As much of parse5's tree as is read here. */
export interface Node {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly sourceCodeLocation?:
    (Span & { readonly startTag?: Span; readonly endTag?: Span }) | null;
}

/** A tag of ours on a page. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Right behind its start tag. */
  readonly inside: number;
  /** The text of the page's own JSON between the tags. */
  readonly json: string | undefined;
  /** What the page itself says between the tags. */
  readonly text: string;
  /** The nearest `lang` at or above the tag. */
  readonly lang: string | undefined;
  /** The attributes of the dashboard around it. */
  readonly board: ReadonlyMap<string, string> | undefined;
}

export interface PageTags {
  /** The page without what an earlier run put in. */
  readonly html: string;
  readonly tags: readonly Tag[];
  /** Where the page's own styles begin in its head, or its head ends; undefined in a page without one. */
  readonly styles: number | undefined;
  /** `data-…` of the loader's script, and `<meta name="tcns-…">`, by name. */
  readonly defaults: ReadonlyMap<string, string>;
}

/** What marks the nodes that this tool puts in. */
export const MARK = 'data-tcns-prerendered';

/** How a tag is named to the author. */
export function nameOf({ name, attributes }: Tag): string {
  const id = attributes.get('area') ?? attributes.get('campaign') ?? '';
  return `<${name}${id && ` ${id}`}>`;
}

/** The dashboards that would be a frame without a figure: none of the widgets inside them is among the tags. */
export const emptyBoards = (tags: readonly Tag[]): Tag[] =>
  tags.filter(
    ({ name, attributes }) =>
      name === 'tcns-dashboard' && !tags.some(({ board }) => board === attributes),
  );

type Parse = (html: string, options: { sourceCodeLocationInfo: boolean }) => Node;

/** parse5 comes with @lit-labs/ssr: it is looked for beside it, where strict package managers keep it. */
export async function parser(): Promise<Parse> {
  const ssr = createRequire(import.meta.url).resolve('@lit-labs/ssr');
  const path = createRequire(ssr).resolve('parse5');
  const module = (await import(pathToFileURL(path).href)) as { parse: Parse };
  return module.parse;
}

/** The attributes of an element by name. */
export const attributesOf = (node: Node): Map<string, string> =>
  new Map((node.attrs ?? []).map(({ name, value }) => [name, value]));

/** The text of a node and of all nodes inside it. */
export const textOf = (node: Node): string =>
  (node.childNodes ?? []).map(({ value }) => value).join('');

/** Finds the tags of a page, in the order of the page. */
export async function readPage(source: string): Promise<PageTags> {
  const parse = await parser();
  const html = withoutMarked(source, parse(source, { sourceCodeLocationInfo: true }));
  const tags: Tag[] = [];
  const defaults = new Map<string, string>();
  const visit = (node: Node, lang: string | undefined, board: Tag['board']): void => {
    const attributes = attributesOf(node);
    const language = attributes.get('lang') ?? lang;
    readDefaults(node, attributes, defaults);
    const span = node.sourceCodeLocation?.startTag;
    if (node.tagName?.startsWith('tcns-') && span) {
      tags.push({
        name: node.tagName,
        attributes,
        inside: span.endOffset,
        json: jsonIn(node),
        text: wordsIn(node).trim(),
        lang: language,
        board,
      });
    }
    const inside = node.tagName === 'tcns-dashboard' ? attributes : board;
    for (const child of node.childNodes ?? []) visit(child, language, inside);
  };
  const root = parse(html, { sourceCodeLocationInfo: true });
  visit(root, undefined, undefined);
  return { html, tags, defaults, styles: stylesIn(root) };
}

function stylesIn(root: Node): number | undefined {
  const page = root.childNodes?.find(({ tagName }) => tagName === 'html');
  const head = page?.childNodes?.find(({ tagName }) => tagName === 'head');
  const first = head?.childNodes?.find(
    (node) =>
      node.tagName === 'style' ||
      (node.tagName === 'link' && /\bstylesheet\b/i.test(attributesOf(node).get('rel') ?? '')),
  );
  return (first?.sourceCodeLocation ?? head?.sourceCodeLocation?.endTag)?.startOffset;
}

/** The text that readers see. */
const wordsIn = (node: Node): string =>
  node.value ??
  (node.childNodes ?? [])
    .filter(({ tagName }) => !/^(script|style|template)$/.test(tagName ?? ''))
    .map(wordsIn)
    .join('');

function jsonIn(node: Node): string | undefined {
  const script = node.childNodes?.find(
    (child) => child.tagName === 'script' && attributesOf(child).get('type') === 'application/json',
  );
  return script && textOf(script);
}

function readDefaults(
  { tagName }: Node,
  attributes: Map<string, string>,
  defaults: Map<string, string>,
): void {
  const name = attributes.get('name');
  const content = attributes.get('content');
  if (tagName === 'meta' && name?.startsWith('tcns-') && content && !defaults.has(name.slice(5)))
    defaults.set(name.slice(5), content);
  if (
    tagName !== 'script' ||
    !/\/?tcns(-all)?(\.min)?\.js([?#]|$)/.test(attributes.get('src') ?? '')
  )
    return;
  for (const [key, value] of attributes)
    if (key.startsWith('data-')) defaults.set(key.slice(5), value);
}

/** Takes out what an earlier run put in, so that a page can be made anew in place. */
function withoutMarked(html: string, root: Node): string {
  const spans: Span[] = [];
  const visit = (node: Node): void => {
    const span = node.sourceCodeLocation;
    if (span && attributesOf(node).has(MARK)) spans.push(span);
    else for (const child of node.childNodes ?? []) visit(child);
  };
  visit(root);
  return spans
    .sort((a, b) => b.startOffset - a.startOffset)
    .reduce(
      (text, { startOffset, endOffset }) => text.slice(0, startOffset) + text.slice(endOffset),
      html,
    );
}

/** Puts pieces into a page, each at its offset. */
export function insertInto(
  html: string,
  pieces: readonly { readonly at: number; readonly text: string }[],
): string {
  return [...pieces]
    .sort((a, b) => b.at - a.at)
    .reduce((page, { at, text }) => page.slice(0, at) + text + page.slice(at), html);
}
