/** A picture to share: the drawing with its title, date, source and notices burnt in. On demand. */
import { handOver, linesUnder, wrap } from './files.js';

export interface PictureRequest {
  readonly svg: SVGSVGElement;
  readonly heading: string;
  /** Notices, date and source, a line each. */
  readonly lines: readonly string[];
}

const COPIED = [
  'fill',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'vector-effect',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
];
const NAMESPACE = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
/** The picture is drawn for a screen of this many dots a px. */
const DENSITY = 2;

/** Takes the map of a widget with its notices, date and source, and hands it over as a file. */
export async function savePicture(
  root: ParentNode,
  { type, name, heading }: Pick<PictureRequest, 'heading'> & { type: 'png' | 'svg'; name: string },
): Promise<void> {
  const svg = root.querySelector<SVGSVGElement>('svg.map');
  if (!svg) return;
  const text = pictureSvg({ svg, heading, lines: linesUnder(root) });
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  handOver(`${name}.${type}`, type === 'svg' ? source : await pngOf(source));
}

/** The whole picture as the text of an SVG file that needs nothing else. */
export function pictureSvg({ svg, heading, lines }: PictureRequest): string {
  const { width, height } = svg.getBoundingClientRect();
  const font = Math.max(12, Math.round(width / 44));
  const wide = Math.round(width) + 2 * MARGIN;
  const head = wrap(heading, fitting(wide, font * 1.3));
  const foot = lines.flatMap((line) => wrap(line, fitting(wide, font)));
  const top = MARGIN + head.length * font * 1.8;
  const tall = Math.round(top + height + foot.length * font * 1.5 + 2 * MARGIN);
  const style = getComputedStyle(svg);
  const outer = document.createElementNS(NAMESPACE, 'svg');
  outer.setAttribute('xmlns', NAMESPACE);
  outer.setAttribute('width', String(wide));
  outer.setAttribute('height', String(tall));
  outer.setAttribute('viewBox', `0 0 ${wide} ${tall}`);
  outer.setAttribute('font-family', style.fontFamily);
  const surface = getComputedStyle(svg.closest('.box') ?? svg).backgroundColor;
  outer.append(shape('rect', { width: '100%', height: '100%', fill: surface }));
  const ink = { fill: style.color, x: String(MARGIN) };
  head.forEach((line, i) => {
    const y = String(MARGIN + font * 1.3 * (1 + i * 1.3));
    outer.append(
      shape('text', { ...ink, y, 'font-size': String(font * 1.3), 'font-weight': '600' }, line),
    );
  });
  const copy = inlined(svg);
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(top));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  outer.append(copy);
  foot.forEach((line, i) => {
    const y = String(top + height + MARGIN + font * 1.5 * (i + 0.7));
    outer.append(shape('text', { ...ink, y, 'font-size': String(font) }, line));
  });
  return new XMLSerializer().serializeToString(outer);
}

/** A copy in which each colour is written out: the styles of the shadow root do not travel along. */
function inlined(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>('*');
  const copies = copy.querySelectorAll<SVGElement>('*');
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    const target = copies[i];
    if (!target) return;
    for (const name of COPIED) {
      if (!(name === 'font-size' && original.hasAttribute('font-size'))) {
        target.setAttribute(name, style.getPropertyValue(name));
      }
    }
    for (const { name } of [...target.attributes]) {
      if (/^(class|role|aria-|data-|tabindex|part|id$)/.test(name)) target.removeAttribute(name);
    }
  });
  copy.querySelectorAll('.tip').forEach((tip) => tip.remove());
  for (const name of ['class', 'part', 'role', 'tabindex', 'aria-label', 'aria-activedescendant']) {
    copy.removeAttribute(name);
  }
  return copy;
}

function shape(
  name: string,
  attributes: Readonly<Record<string, string>>,
  text?: string,
): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Whether a line fits a width, by a generous width of a letter: an SVG file is read with any font. */
const fitting = (width: number, font: number) => {
  const most = Math.max(10, Math.floor((width - 2 * MARGIN) / (font * 0.56)));
  return (line: string): boolean => line.length <= most;
};

async function pngOf(source: string): Promise<string> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * DENSITY;
  canvas.height = image.naturalHeight * DENSITY;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
