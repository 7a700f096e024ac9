/** What the downloads of the widgets share; it comes with them, on demand. */
import { pageDocument } from '../../data/page-base.js';

export interface CanvasPicture {
  readonly heading: string;
  readonly name: string;
}

/** What stands between the title and the foot of a picture that is drawn on a canvas. */
export interface Body {
  readonly height: number;
  draw(context: CanvasRenderingContext2D, top: number, width: number): void;
}

interface Look {
  readonly ink: string;
  readonly surface: string;
  readonly font: string;
}

/** px around a picture. */
export const MARGIN = 16;
/** A picture is drawn for a screen of this many dots a px. */
export const DENSITY = 2;
/** px from one line of the foot to the next. */
export const LINE = 21;

/** Hands an address over to the reader as a file. */
export function handOver(name: string, href: string): void {
  const link = pageDocument.createElement('a');
  link.href = href;
  link.download = name.replace(/[^\w.-]+/g, '-');
  link.click();
}

/** The words of a widget that belong under its picture: marks, notices, date and source, a line each. */
export function linesUnder(
  root: ParentNode,
  which = '.marks li, .remark, .stale, .notices p, .footer p',
): string[] {
  const elements = root.querySelectorAll(which);
  return [...elements]
    .map((element) => ({ sign: signOf(element), text: wordsOf(element) }))
    .filter(({ text }) => text)
    .map(({ sign, text }) => sign + text);
}

/** What a list says by its signs alone: the number of a mark in the chart, the line of a break. */
function signOf(element: Element): string {
  const list = element.closest('ol');
  if (!list) return '';
  return element.matches('.upright') ? '┆ ' : `${[...list.children].indexOf(element) + 1}. `;
}

/** The words of an element without those of its buttons: nobody can press a picture. */
function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll('button').forEach((button) => button.remove());
  return oneLine(copy);
}

/** Where a line may end: at blanks, but for those that hold two words together. */
const BLANKS = /[^\S\u00a0]+/g;

/** What an element says, on one line. */
export const oneLine = ({ textContent }: Element): string =>
  (textContent ?? '').replace(BLANKS, ' ').trim();

/** A text in lines that fit; a word that fits nowhere has a line of its own. */
export function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(BLANKS)) {
    const last = lines[lines.length - 1];
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** An entry of a legend: words, and the room that the sign before them takes. */
export interface Entry {
  readonly text: string;
  readonly sign: number;
}

export interface PlacedEntry {
  readonly x: number;
  /** The first of its lines, counted from the top of the legend. */
  readonly row: number;
  readonly lines: readonly string[];
}

/** How a legend is laid out, in px. */
export interface Layout {
  readonly room: number;
  readonly gap: number;
  widthOf(text: string): number;
  /** The least width of an entry: as wide as the widest, they stand in columns. */
  readonly column?: number;
}

/** A legend in rows: as many entries beside each other as fit, one that is too long on several lines. */
export function inRows(
  entries: readonly Entry[],
  { room, gap, widthOf, column = 0 }: Layout,
): { readonly placed: readonly PlacedEntry[]; readonly rows: number } {
  let [x, row, rows] = [0, 0, 0];
  const placed = entries.map(({ text, sign }) => {
    const lines = wrap(text, (line) => sign + widthOf(line) <= room);
    const width = Math.max(column, ...lines.map((line) => sign + widthOf(line)));
    if (x > 0 && x + width > room) [x, row] = [0, rows];
    const entry = { x, row, lines };
    x += width + gap;
    rows = Math.max(rows, row + lines.length);
    return entry;
  });
  return { placed, rows };
}

/* ---- Pictures on a canvas: title, date, source and notices burnt in ---- */

/** Draws a picture of a width and hands it over as a file. The body may measure its words first. */
export function save(
  root: ParentNode,
  width: number,
  { heading, name }: CanvasPicture,
  bodyOf: (context: CanvasRenderingContext2D) => Body,
): void {
  const box = root.querySelector('.box');
  const canvas = pageDocument.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!box || !context) return;
  const style = getComputedStyle(box);
  const look = { ink: style.color, surface: style.backgroundColor, font: style.fontFamily };
  paint(context, { lines: linesUnder(root), width, heading, bodyOf, look });
  handOver(`${name}.png`, canvas.toDataURL('image/png'));
}

interface Painting {
  readonly lines: readonly string[];
  readonly width: number;
  readonly heading: string;
  readonly bodyOf: (context: CanvasRenderingContext2D) => Body;
  readonly look: Look;
}

function paint(
  context: CanvasRenderingContext2D,
  { lines, width, heading, bodyOf, look }: Painting,
): void {
  const { canvas } = context;
  const fonts = { head: `600 18px ${look.font}`, foot: `14px ${look.font}` };
  const fits = (line: string) => context.measureText(line).width <= width;
  context.font = fonts.head;
  const head = wrap(heading, fits);
  context.font = fonts.foot;
  const foot = lines.map((line) => wrap(line, fits)).reduce((a, b) => a.concat(b), []);
  const body = bodyOf(context);
  const top = MARGIN + head.length * 26 + 8;
  canvas.width = (width + 2 * MARGIN) * DENSITY;
  canvas.height = (top + body.height + foot.length * LINE + 2 * MARGIN) * DENSITY;
  context.scale(DENSITY, DENSITY);
  context.fillStyle = look.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = look.ink;
  context.font = fonts.head;
  head.forEach((line, i) => context.fillText(line, MARGIN, MARGIN + 18 + i * 26));
  context.font = fonts.foot;
  context.save();
  body.draw(context, top, width);
  context.restore();
  foot.forEach((line, i) =>
    context.fillText(line, MARGIN, top + body.height + MARGIN + 10 + i * LINE),
  );
}
