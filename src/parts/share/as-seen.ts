/** A picture of a widget as it stands on the screen: its words, lines, bars and codes. On demand. */
import { zoomOf } from '../../data/observe.js';
import { pageDocument } from '../../data/page-base.js';
import { DENSITY, handOver } from '../download/canvas-picture.js';
import { paintSvg } from './paint-svg.js';

/** px around the picture. */
const MARGIN = 8;

/**
 * Hands the box of a widget over as a PNG file.
 *
 * @param kind - a class that the root has while it is drawn: `share.styles.ts` says what it hides
 */
export function saveAsSeen(root: ParentNode, name: string, kind: string): void {
  const outer = root.querySelector<HTMLElement>('.root');
  const box = root.querySelector<HTMLElement>('.box');
  const canvas = pageDocument.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!outer || !box || !context) return;
  // Nothing of this is seen: the browser shows the page again only when the class has gone.
  outer.classList.add('picturing', kind);
  try {
    paintBox(context, box);
  } finally {
    outer.classList.remove('picturing', kind);
  }
  handOver(`${name}.png`, canvas.toDataURL('image/png'));
}

function paintBox(context: CanvasRenderingContext2D, box: HTMLElement): void {
  const { canvas } = context;
  const { left, top, width } = box.getBoundingClientRect();
  // The box may be as high as the room that is kept for it.
  const ends = [...box.children].map((child) => child.getBoundingClientRect().bottom);
  const height = Math.max(...ends) - top + 8;
  // The picture has the px of the layout.
  const unit = 1 / zoomOf(box);
  canvas.width = Math.ceil((width * unit + 2 * MARGIN) * DENSITY);
  canvas.height = Math.ceil((height * unit + 2 * MARGIN) * DENSITY);
  context.fillStyle = getComputedStyle(box).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const scale = unit * DENSITY;
  const margin = MARGIN / unit;
  paintElement(context, box, { x: left - margin, y: top - margin, scale, line: DENSITY });
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** px of the picture for one px of a line. */
  readonly line: number;
}

const CLEAR = /^(transparent|rgba\(.*, 0\))$/;

function paintElement(context: CanvasRenderingContext2D, element: Element, place: Place): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  if (element.matches('.sr, button, input, .choice, slot')) return;
  if (element.localName === 'svg') return paintSvg(context, element as SVGElement, place);
  paintGround(context, element, style, place);
  if (element.localName === 'canvas') {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { x, y, scale } = place;
    const at = [(left - x) * scale, (top - y) * scale, width * scale, height * scale] as const;
    context.drawImage(element as HTMLCanvasElement, ...at);
    return;
  }
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) paintText(context, node as Text, style, place);
    else if (node.nodeType === Node.ELEMENT_NODE) paintElement(context, node as Element, place);
  }
}

/** The background and the lines of a box. */
function paintGround(
  context: CanvasRenderingContext2D,
  element: Element,
  style: CSSStyleDeclaration,
  { x, y, scale, line: thick }: Place,
): void {
  const box = element.getBoundingClientRect();
  const [left, top] = [(box.left - x) * scale, (box.top - y) * scale];
  const [width, height] = [box.width * scale, box.height * scale];
  if (!CLEAR.test(style.backgroundColor)) {
    context.fillStyle = style.backgroundColor;
    context.fillRect(left, top, width, height);
  }
  const line = (side: string) =>
    style.getPropertyValue(`border-${side}-style`) === 'none'
      ? 0
      : parseFloat(style.getPropertyValue(`border-${side}-width`)) * thick || 0;
  const strokes = [
    ['top', left, top, width, line('top')],
    ['bottom', left, top + height - line('bottom'), width, line('bottom')],
    ['left', left, top, line('left'), height],
    ['right', left + width - line('right'), top, line('right'), height],
  ] as const;
  for (const [side, ...rect] of strokes) {
    context.fillStyle = style.getPropertyValue(`border-${side}-color`);
    context.fillRect(...rect);
  }
}

/** The words of a text where the browser has put them. */
function paintText(
  context: CanvasRenderingContext2D,
  node: Text,
  style: CSSStyleDeclaration,
  { x, y, scale }: Place,
): void {
  for (const { 0: whole, index } of node.data.matchAll(/\S+/g)) {
    for (const { word, box } of onLines(node, index, index + whole.length)) {
      context.save();
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      context.fillStyle = style.color;
      const {
        width,
        fontBoundingBoxAscent: up = 0,
        fontBoundingBoxDescent: down = 0,
      } = context.measureText(word);
      // On a zoomed page the letters are as much larger as their box.
      const grown = width > 0 ? box.width / width : 1;
      context.translate(box.left - x, box.top - y);
      context.scale(grown, grown);
      context.fillText(word, 0, (box.height / grown - (up + down)) / 2 + up);
      context.restore();
    }
  }
}

interface Piece {
  readonly word: string;
  readonly box: DOMRect;
}

/** A word where the browser has put it: in pieces where it goes on in the next line, as "e-commerce" does after its hyphen. */
function onLines(node: Text, start: number, end: number): Piece[] {
  const range = pageDocument.createRange();
  const boxes = (from: number, to: number): DOMRect[] => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };
  const piece = (from: number, to: number): Piece[] =>
    boxes(from, to)
      .slice(0, 1)
      .map((box) => ({ word: node.data.slice(from, to), box }));
  if (boxes(start, end).length < 2) return piece(start, end);
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start + 1; at < end; at++) {
    const [before, next] = [boxes(at - 1, at)[0], boxes(at, at + 1)[0]];
    // The letters of two lines may overlap a little.
    if (!before || !next || next.top < before.top + before.height / 2) continue;
    pieces.push(...piece(from, at));
    from = at;
  }
  return [...pieces, ...piece(from, end)];
}
