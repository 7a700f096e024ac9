/**
 * `tcns-prerender`, and the same as a function: puts the figures of a page's tags into its HTML, as
 * declarative shadow DOM, so that search engines and readers without JavaScript have them.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { safeParse } from 'valibot';
import { whyNot } from './file-faults.js';
import {
  emptyBoards,
  insertInto,
  MARK,
  nameOf,
  readPage,
  type PageTags,
  type Tag,
} from './prerender-page.js';
import { allStyles, namesIn, stylesFor, type Styles } from './prerender-css.js';
import { withoutNeedless, withShortClasses } from './prerender-short.js';
import { ServerWidget, type Drawn } from './prerender-element.js';
import { loadWholeReader } from '../api/document-shapes.js';
import { loadRosterReader } from '../api/roster-document.js';
import { adapt, adapterNamed } from '../data/adapters.js';
import { apiBase } from '../data/address-parts.js';
import { sourceOf } from '../data/addresses.js';
import { requestJson } from '../data/request.js';
import { vietnamDay } from '../domain/calendar.js';
import { PersonSchema } from '../api/teams.js';
import { publishedPerson } from '../desk/personal.js';
import '../register.js';

/** How a page is made; all members may be left out. */
export interface PrerenderOptions {
  /** Base URL of the API, where neither the page nor a tag names one. */
  readonly api?: string | undefined;
  /** Folder with the files of that API: nothing is asked of the network then. */
  readonly from?: string | undefined;
  /** Address of the page, which relative addresses in it resolve against. */
  readonly base?: string | undefined;
  /** Leaves the documents out: the browser asks the API and shows newer figures. */
  readonly live?: boolean | undefined;
  /** Leaves the names of people out. */
  readonly noPeople?: boolean | undefined;
  /** Folder of the style sheets on the site, for pages that allow no inline style; see `css`. */
  readonly cssUrl?: string | undefined;
  /** Reads a document in a way of its own. */
  readonly read?: ((url: string) => Promise<unknown>) | undefined;
}

/** A page with its figures. */
export interface Prerendered {
  readonly html: string;
  /** How many widgets were drawn. */
  readonly drawn: number;
  /** The tags that stayed as they were, and why. */
  readonly left: readonly { readonly tag: string; readonly reason: string }[];
  /** The style sheets by file name, with `cssUrl`. */
  readonly css: ReadonlyMap<string, string>;
  /** Hashes of the inline styles for `style-src`, without `cssUrl`. */
  readonly styleHashes: readonly string[];
}

type Json = Record<string, unknown>;

/** What a dashboard hands to the widgets inside it. */
const HANDED = ['api', 'bundle', 'adapter', 'theme', 'area'] as const;

/** Puts the figures into a page. */
export async function prerender(
  html: string,
  options: PrerenderOptions = {},
): Promise<Prerendered> {
  // The schemas are loaded first, because a server cannot wait for them in the middle of a widget.
  await Promise.all([loadWholeReader(), loadRosterReader()]);
  const page = await readPage(html);
  const read = reader(page, options);
  const all: TagDrawn[] = [];
  const left: { tag: string; reason: string }[] = [];
  for (const tag of page.tags) {
    try {
      all.push(await drawTag(tag, page, options, read));
    } catch (error) {
      left.push({ tag: nameOf(tag), reason: (error as Error).message });
    }
  }
  const boards = emptyBoards(all.map(({ tag }) => tag));
  left.push(...boards.map((tag) => ({ tag: nameOf(tag), reason: 'nothing inside it was drawn' })));
  const drawings = all.filter(({ tag }) => !boards.includes(tag));
  const { cssUrl } = options;
  const drawn = drawings.length;
  if (cssUrl !== undefined) {
    const files = new Map(drawings.map((drawing) => [fileOf(drawing), allStyles(drawing.css)]));
    const links = new Map(drawings.map(({ tag }) => [tag.name, linkTo(cssUrl, tag.name)]));
    return { html: pageWith(page, drawings, links), drawn, left, css: files, styleHashes: [] };
  }
  const { styles, short } = stylesOf(drawings);
  const once = styles.map(([, { page: rules }]) => rules).join('');
  const inline = new Map(styles.map(([name, { root }]) => [name, `<style>${root}</style>`]));
  const texts = [once, ...styles.map(([, { root }]) => root)];
  return {
    html: pageWith(page, short, inline, once),
    drawn,
    left,
    css: new Map(),
    styleHashes: drawings.length > 0 ? [...new Set(texts.map(hashOf))] : [],
  };
}

/** The page with its drawings; `styles` by tag stand in each shadow root, `once` stands in the head. */
function pageWith(
  page: PageTags,
  drawings: readonly TagDrawn[],
  styles: ReadonlyMap<string, string>,
  once = '',
): string {
  const documents = new Set<string>();
  const ours = once && `<style ${MARK}>${once}</style>`;
  const pieces = drawings.map((drawing, i) => ({
    at: drawing.tag.inside,
    text:
      // A piece of a page has no head.
      (i === 0 && page.styles === undefined ? ours : '') +
      pieceOf(drawing, styles.get(drawing.tag.name) ?? '', documents),
  }));
  if (ours && page.styles !== undefined) pieces.push({ at: page.styles, text: ours });
  return insertInto(page.html, pieces);
}

const linkTo = (folder: string, name: string): string =>
  `<link rel="stylesheet" href="${folder.replace(/\/?$/, '/')}${name}.css">`;

/** A tag with its drawing and the text of its document. */
interface TagDrawn extends Drawn {
  readonly tag: Tag;
  readonly document: string | undefined;
}

const fileOf = ({ tag }: TagDrawn): string => `${tag.name}.css`;

/** The styles by tag, one a kind of widget, and the drawings with the short classes of these styles. */
function stylesOf(drawings: readonly TagDrawn[]): {
  readonly styles: readonly (readonly [string, Styles])[];
  readonly short: readonly TagDrawn[];
} {
  const markups = new Map<TagDrawn, string>();
  const properties = new Map<string, string>();
  const styles = [...new Set(drawings.map(({ tag }) => tag.name))].map((name) => {
    const all = drawings.filter(({ tag }) => tag.name === name);
    const names = namesIn(all.map(htmlOf).join(''));
    const { page, root } = stylesFor(all[0]?.css ?? '', name, names, properties);
    const short = withShortClasses(
      root,
      all.map(({ markup }) => markup),
    );
    all.forEach((drawing, i) => markups.set(drawing, short.markups[i] ?? drawing.markup));
    return [name, { page, root: short.css }] as const;
  });
  const short = drawings.map((drawing) => ({
    ...drawing,
    markup: markups.get(drawing) ?? drawing.markup,
  }));
  return { styles, short };
}

const htmlOf = ({ tag, markup }: TagDrawn): string =>
  `<${[tag.name, ...tag.attributes.keys()].join(' ')}>${markup}`;

/** What is put into a tag. A document stands once a page; further widgets name it by its hash. */
function pieceOf(drawing: TagDrawn, style: string, documents: Set<string>): string {
  const inside = style + withoutNeedless(drawing.markup);
  const root = `<template shadowrootmode="open" ${MARK}>${inside}</template>`;
  if (drawing.document === undefined) return root;
  const id = `tcns-${createHash('sha256').update(drawing.document).digest('hex').slice(0, 12)}`;
  const isFirst = !documents.has(id);
  documents.add(id);
  const script = `script type="application/json" ${MARK}`;
  return isFirst
    ? `${root}<${script} id="${id}">${drawing.document}</script>`
    : `${root}<${script} data-of="${id}"></script>`;
}

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function drawTag(
  tag: Tag,
  { defaults }: PageTags,
  options: PrerenderOptions,
  read: (url: string) => Promise<unknown>,
): Promise<TagDrawn> {
  if (!customElements.get(tag.name)) throw new Error('no widget has this name');
  const attributes = handed(tag);
  const widget = new ServerWidget(tag.name, {
    attributes,
    text: tag.text,
    lang: tag.attributes.get('lang') ?? tag.board?.get('lang') ?? defaults.get('lang') ?? tag.lang,
    theme: attributes.get('theme') ?? defaults.get('theme'),
  });
  const data =
    widget.kind &&
    (await documentFor(widget, widget.kind, tag, attributes, defaults, options, read));
  const drawing = await widget.draw(data);
  const isLeftOut = options.live || data === undefined || tag.json !== undefined;
  const json = isLeftOut ? undefined : JSON.stringify(data).replaceAll('<', '\\u003c');
  return { ...drawing, tag, document: json };
}

function handed({ attributes, board, name }: Tag): Map<string, string> {
  const all = new Map(attributes);
  if (name === 'tcns-dashboard' || !board) return all;
  for (const key of HANDED) {
    const value = board.get(key);
    if (value !== undefined && !all.has(key)) all.set(key, value);
  }
  return all;
}

const NOWHERE = 'https://page.invalid/';

const apiOf = (defaults: PageTags['defaults'], { api }: PrerenderOptions): string | undefined =>
  defaults.get('api') ?? api;

async function documentFor(
  widget: ServerWidget,
  kind: NonNullable<ServerWidget['kind']>,
  { json }: Tag,
  attributes: ReadonlyMap<string, string>,
  defaults: PageTags['defaults'],
  options: PrerenderOptions,
  read: (url: string) => Promise<unknown>,
): Promise<unknown> {
  if (json !== undefined) return JSON.parse(json) as unknown;
  const api = attributes.get('api');
  const from = {
    ...widget.subject,
    src: attributes.get('src'),
    api: api ?? apiOf(defaults, options) ?? (options.from === undefined ? undefined : NOWHERE),
    bundle: attributes.get('bundle') ?? (api ? undefined : defaults.get('bundle')),
  };
  const source = sourceOf(kind, from, options.base ?? NOWHERE);
  if (!source) throw new Error('nothing to load: it names no document, or the API is not known');
  const raw = await read(source.url);
  const adapter = attributes.get('adapter');
  const registered = adapter === undefined ? undefined : adapterNamed(adapter);
  if (adapter !== undefined && !registered)
    throw new Error(`no adapter named "${adapter}" is registered`);
  const adapted = registered ? await adapt(registered, raw, source.url) : raw;
  const documents = (adapted as { documents?: Json } | null)?.documents;
  const doc = documents ? documents[source.key ?? ''] : adapted;
  if (doc === undefined) throw new Error(`the bundle has no document "${source.key}"`);
  return publishable(doc, source.url, options.noPeople ?? false);
}

/** A copy with absolute addresses, and without the names of people who have not agreed. */
function publishable(doc: unknown, url: string, noPeople: boolean): unknown {
  const today = vietnamDay(Date.now());
  return JSON.parse(JSON.stringify(doc), (key, value: unknown) => {
    if (key === 'people' && Array.isArray(value))
      return value.map((one) => named(one, today, noPeople));
    const isAddress = (key === 'url' || key === 'next') && typeof value === 'string';
    return isAddress && URL.canParse(value, url) ? new URL(value, url).href : value;
  }) as unknown;
}

function named(person: unknown, today: string, noPeople: boolean): unknown {
  // The document is not checked yet: an entry that is no person is left out.
  const checked = safeParse(PersonSchema, person);
  // An empty day is before every consent, so no name is published.
  return checked.success ? publishedPerson(checked.output, noPeople ? '' : today) : null;
}

/** Reads each address once: from the folder where it is of the API, else from the network. */
function reader(
  { defaults }: PageTags,
  options: PrerenderOptions,
): (url: string) => Promise<unknown> {
  const answers = new Map<string, Promise<unknown>>();
  const api = apiOf(defaults, options) ?? NOWHERE;
  const root = new URL(`${apiBase(api)}/`, options.base ?? NOWHERE).href;
  const readNew = async (url: string): Promise<unknown> => {
    if (options.read) return options.read(url);
    if (options.from !== undefined && url.startsWith(root)) {
      const file = join(
        options.from,
        decodeURIComponent(new URL(url).pathname.slice(new URL(root).pathname.length)),
      );
      return JSON.parse(readFileSync(file, 'utf8')) as unknown;
    }
    return (await requestJson(url)).raw;
  };
  return (url) => {
    let promise = answers.get(url);
    if (!promise) answers.set(url, (promise = readNew(url)));
    return promise;
  };
}

const HELP = `tcns-prerender: ghi sẵn số liệu vào HTML của trang

Cách dùng:  npx tcns-prerender TRANG.html… [--out THƯ-MỤC] [--from THƯ-MỤC-API]
Thẻ <tcns-…> vẫn giữ nguyên; bên trong có thêm hình vẽ (declarative shadow DOM) và tài liệu JSON.
Chạy lại trên trang đã ghi: phần cũ được thay bằng phần mới. Tên người đã rút đồng ý chỉ mất khỏi
trang sau khi chạy lại: hãy chạy ít nhất mỗi giờ, hoặc dùng --no-people. Mã thoát: 0 vẽ hết, 1 có thẻ
để nguyên, 2 gọi sai cách, 3 có trang không đọc hoặc ghi được (các trang khác vẫn được ghi).

tcns-prerender: puts the figures of a page's tags into its HTML

Usage:  npx tcns-prerender PAGE.html… [options]
  --out FOLDER     where the pages go; absent: in place
  --from FOLDER    files of the API, instead of asking its address
  --api URL        base URL of the API, where the page names none
  --base URL       address of the page, for relative addresses
  --live           without the documents: the browser asks the API for newer figures
  --no-people      without the names of people
  --css FOLDER     style sheets as files, for pages without inline styles (style-src 'self')
  --css-url URL    where that folder is on the site; absent: its name
  --csp            prints the hashes of the inline styles for style-src
  --help           shows this

A name whose consent is withdrawn leaves the page when this is run again: at least once an hour, or
use --no-people. Exit code: 0 all drawn, 1 some tags were left as they are, 2 wrong usage,
3 a page could not be read or written (the others are made).
`;

const OPTIONS = {
  out: { type: 'string' },
  from: { type: 'string' },
  api: { type: 'string' },
  base: { type: 'string' },
  live: { type: 'boolean' },
  'no-people': { type: 'boolean' },
  css: { type: 'string' },
  'css-url': { type: 'string' },
  csp: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Makes the pages that the arguments name, prints, and returns the exit code. */
export async function main(
  args: readonly string[],
  print: (line: string) => void = (line) => console.log(line),
): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    print(`tcns-prerender: ${(error as Error).message}\n`);
    print(HELP.trimEnd());
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help || positionals.length === 0) {
    print(HELP.trimEnd());
    return values.help ? 0 : 2;
  }
  const hashes = new Set<string>();
  const totals = { left: 0, failed: 0 };
  for (const file of positionals) {
    try {
      const { left, styleHashes } = await writePage(file, values, print);
      totals.left += left.length;
      styleHashes.forEach((hash) => hashes.add(hash));
    } catch (error) {
      totals.failed += 1;
      print(`${file}: ${whyNot(error as NodeJS.ErrnoException)}`);
    }
  }
  if (values.csp) print(`style-src ${[...hashes].join(' ')}`);
  return totals.failed > 0 ? 3 : totals.left > 0 ? 1 : 0;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function writePage(
  file: string,
  values: Values,
  print: (line: string) => void,
): Promise<Prerendered> {
  const { css: cssFolder } = values;
  const result = await prerender(readFileSync(file, 'utf8'), {
    ...values,
    noPeople: values['no-people'],
    cssUrl: values['css-url'] ?? (cssFolder && basename(cssFolder)),
  });
  const target = values.out === undefined ? file : join(values.out, basename(file));
  writeFile(target, result.html);
  if (cssFolder) result.css.forEach((text, name) => writeFile(join(cssFolder, name), text));
  print(`${target}: ${result.drawn} drawn, ${result.left.length} left as they are`);
  for (const { tag, reason } of result.left) print(`${target}: ${tag}: ${reason}`);
  return result;
}

function writeFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
