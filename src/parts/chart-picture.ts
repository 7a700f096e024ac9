/** Pictures to share that are drawn on a canvas: title, date, source and notices burnt in. On demand. */

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
  const link = document.createElement('a');
  link.href = picture(textsIn(root), width, heading, body, look).toDataURL('image/png');
  link.download = `${name.replace(/[^\w.-]+/g, '-')}.png`;
  link.click();
}

/** The lines of a widget that belong under its picture. */
function textsIn(root: ParentNode): string[] {
  const lines: string[] = [];
  const selector = '.lines li, .marks li, .remark, .notices p, .footer p';
  root.querySelectorAll(selector).forEach((element) => {
    const text = element.textContent?.replace(/\s+/g, ' ').trim();
    if (text) lines.push(text);
  });
  return lines;
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
  const head = wrap(context, heading, width);
  context.font = fonts.foot;
  const foot = lines.map((line) => wrap(context, line, width)).reduce((a, b) => a.concat(b), []);
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

function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines[lines.length - 1] ?? ''} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
