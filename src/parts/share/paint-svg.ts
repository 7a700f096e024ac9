/** Draws an SVG of a widget into a canvas without loading an image: a page's policy may refuse those. */

/** From px of the window to px of the picture. */
export interface Frame {
  /** px of the window that become the left and the top edge. */
  readonly x: number;
  readonly y: number;
  /** px of the picture for one px of the window. */
  readonly scale: number;
}

const number = (value: string): number => parseFloat(value) || 0;

/** Paths, rectangles and words, as the style sheet of the widget has them now. */
export function paintSvg(context: CanvasRenderingContext2D, root: SVGElement, frame: Frame): void {
  const outer = context.getTransform();
  for (const element of root.querySelectorAll<SVGGraphicsElement>('path, rect, text')) {
    const style = getComputedStyle(element);
    const matrix = element.getScreenCTM();
    if (!matrix || style.display === 'none' || element.closest('.tip')) continue;
    const { scale } = frame;
    const placed = outer.multiply(
      new DOMMatrix([
        matrix.a * scale,
        matrix.b * scale,
        matrix.c * scale,
        matrix.d * scale,
        (matrix.e - frame.x) * scale,
        (matrix.f - frame.y) * scale,
      ]),
    );
    context.save();
    context.resetTransform();
    context.globalAlpha *= number(style.opacity);
    if (element.localName === 'text') paintWords(context, element, style, placed);
    else paintShape(context, element, style, placed, scale);
    context.restore();
  }
}

function paintShape(
  context: CanvasRenderingContext2D,
  element: SVGGraphicsElement,
  style: CSSStyleDeclaration,
  placed: DOMMatrix,
  scale: number,
): void {
  const path = new Path2D();
  path.addPath(pathOf(element), placed);
  if (style.fill !== 'none') {
    context.save();
    context.globalAlpha *= number(style.fillOpacity);
    context.fillStyle = style.fill;
    context.fill(path, style.fillRule as CanvasFillRule);
    context.restore();
  }
  if (style.stroke === 'none' || number(style.strokeWidth) === 0) return;
  context.strokeStyle = style.stroke;
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
  context.lineCap = style.strokeLinecap as CanvasLineCap;
  const fixed = style.getPropertyValue('vector-effect') === 'non-scaling-stroke';
  context.lineWidth = number(style.strokeWidth) * (fixed ? scale : Math.hypot(placed.a, placed.b));
  context.stroke(path);
}

function pathOf(element: SVGGraphicsElement): Path2D {
  if (element.localName === 'path') return new Path2D(element.getAttribute('d') ?? '');
  const { x, y, width, height } = element.getBBox();
  const r = Math.min(number(element.getAttribute('rx') ?? ''), width / 2, height / 2);
  const path = new Path2D();
  path.moveTo(x + r, y);
  path.arcTo(x + width, y, x + width, y + height, r);
  path.arcTo(x + width, y + height, x, y + height, r);
  path.arcTo(x, y + height, x, y, r);
  path.arcTo(x, y, x + width, y, r);
  path.closePath();
  return path;
}

const ALIGN: Readonly<Record<string, CanvasTextAlign>> = {
  start: 'left',
  middle: 'center',
  end: 'right',
};

function paintWords(
  context: CanvasRenderingContext2D,
  element: SVGGraphicsElement,
  style: CSSStyleDeclaration,
  { a, b, c, d, e, f }: DOMMatrix,
): void {
  context.setTransform(a, b, c, d, e, f);
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.fill;
  context.textAlign = ALIGN[style.textAnchor] ?? 'left';
  const at = (name: string) => number(element.getAttribute(name) ?? '');
  const text = element.textContent ?? '';
  // The seam that keeps a name off a hatch.
  if (style.stroke !== 'none') {
    context.strokeStyle = style.stroke;
    context.lineWidth = number(style.strokeWidth);
    context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
    context.strokeText(text, at('x'), at('y'));
  }
  context.fillText(text, at('x'), at('y'));
}
