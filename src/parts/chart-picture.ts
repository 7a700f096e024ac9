/** Pictures to share that are drawn on a canvas: title, date, source and notices burnt in. On demand. */
import { handOver, linesUnder, wrap } from './files.js';

export interface CanvasPicture {
  readonly heading: string;
  readonly name: string;
}

/** What stands between the title and the foot. */
export interface Body {
  readonly height: number;
  draw(context: CanvasRenderingContext2D, top: number, width: number): void;
}

interface Look {
  readonly ink: string;
  readonly surface: string;
  readonly font: string;
}

const MARGIN = 16;
const DENSITY = 2;

/** A chart with its legend, notes and foot, as a PNG file. */
export function saveChart(
  root: ParentNode,
  canvas: HTMLCanvasElement,
  picture: CanvasPicture,
): void {
  const { width, height } = canvas.getBoundingClientRect();
  save(root, width, picture, {
    height,
    draw: (context, top) => context.drawImage(canvas, MARGIN, top, width, height),
  });
}

/** Draws a picture of a width and hands it over as a file. */
export function save(
  root: ParentNode,
  width: number,
  { heading, name }: CanvasPicture,
  body: Body,
): void {
  const box = root.querySelector('.box');
  if (!box) return;
  const style = getComputedStyle(box);
  const look = { ink: style.color, surface: style.backgroundColor, font: style.fontFamily };
  const canvas = picture(linesUnder(root), width, heading, body, look);
  handOver(`${name}.png`, canvas.toDataURL('image/png'));
}

function picture(
  lines: readonly string[],
  width: number,
  heading: string,
  body: Body,
  look: Look,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const fonts = { head: `600 18px ${look.font}`, foot: `14px ${look.font}` };
  context.font = fonts.head;
  const fits = (line: string) => context.measureText(line).width <= width;
  const head = wrap(heading, fits);
  context.font = fonts.foot;
  const foot = lines.map((line) => wrap(line, fits)).reduce((a, b) => a.concat(b), []);
  const top = MARGIN + head.length * 26 + 8;
  canvas.width = (width + 2 * MARGIN) * DENSITY;
  canvas.height = (top + body.height + foot.length * 21 + 2 * MARGIN) * DENSITY;
  context.scale(DENSITY, DENSITY);
  context.fillStyle = look.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = look.ink;
  context.font = fonts.head;
  head.forEach((line, i) => context.fillText(line, MARGIN, MARGIN + 18 + i * 26));
  context.save();
  body.draw(context, top, width);
  context.restore();
  context.fillStyle = look.ink;
  context.font = fonts.foot;
  foot.forEach((line, i) =>
    context.fillText(line, MARGIN, top + body.height + MARGIN + 10 + i * 21),
  );
  return canvas;
}
