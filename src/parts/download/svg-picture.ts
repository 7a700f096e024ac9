/** A picture to share: the drawing with its title, legend, date, source and notices burnt in. On demand. */
import { DENSITY, handOver, inRows, linesUnder, MARGIN, oneLine, wrap } from './canvas-picture.js';
import { pageDocument } from '../../data/page-base.js';

export interface PictureRequest {
  readonly svg: SVGSVGElement;
  readonly heading: string;
  /** Notices, date and source, a line each. */
  readonly lines: readonly string[];
  /** The colours and signs with what they stand for; absent: none. */
  readonly legend?: readonly LegendEntry[];
  /** What the legend counts in, such as `%`; said over it unless each class says it. */
  readonly unit?: string | undefined;
}

export interface LegendEntry {
  readonly swatch: SVGSVGElement;
  readonly text: string;
}

const COPIED = [
  'fill',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'paint-order',
  'vector-effect',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
];
const NAMESPACE = 'http://www.w3.org/2000/svg';
/** A letter's width at most, in its height: an SVG file is read with any font. */
const LETTER = 0.56;
/** In letters: a line of the foot, of the legend, a swatch, and what lies between two entries. */
const LINE = 1.5;
const LEGEND_LINE = 1.7;
const SWATCH = 1.1;
const GAP = 1.2;

/** Takes the map of a widget with its legend, notices, date and source, and hands it over as a file. */
export async function savePicture(
  root: ParentNode,
  {
    type,
    name,
    ...words
  }: Pick<PictureRequest, 'heading' | 'unit'> & { type: 'png' | 'svg'; name: string },
): Promise<void> {
  const svg = root.querySelector<SVGSVGElement>('svg.map');
  if (!svg) return;
  const text = pictureSvg({ svg, ...words, lines: linesUnder(root), legend: legendOf(root) });
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  handOver(`${name}.${type}`, type === 'svg' ? source : await pngOf(source));
}

/** The legend of a widget as it stands there; empty where the page hides it. */
function legendOf(root: ParentNode): LegendEntry[] {
  return [...root.querySelectorAll('.legend li')]
    .map((item) => ({ swatch: item.querySelector('svg'), text: oneLine(item) }))
    .filter((entry): entry is LegendEntry => entry.swatch !== null);
}

/** The whole picture as the text of an SVG file that needs nothing else. */
export function pictureSvg({ svg, heading, lines, legend = [], unit }: PictureRequest): string {
  const style = getComputedStyle(svg);
  // Not the box in the window, because that is of another size on a zoomed page.
  const [width, height] = [parseFloat(style.width) || 0, parseFloat(style.height) || 0];
  const font = Math.max(12, Math.round(width / 44));
  const wide = Math.round(width) + 2 * MARGIN;
  const write = { font, room: wide - 2 * MARGIN, ink: style.color };
  const top = MARGIN + wrap(heading, fitting(write.room, font * 1.3)).length * font * 1.8;
  const key = legendGroup(legend, unit, top + height + MARGIN / 2, write);
  const foot = lines.flatMap((line) => wrap(line, fitting(write.room, font)));
  const under = top + height + key.height + MARGIN;
  const tall = Math.round(under + foot.length * font * LINE + MARGIN);
  const outer = shape('svg', {
    xmlns: NAMESPACE,
    width: wide,
    height: tall,
    viewBox: `0 0 ${wide} ${tall}`,
    'font-family': style.fontFamily,
  });
  const surface = getComputedStyle(svg.closest('.box') ?? svg).backgroundColor;
  outer.append(
    shape('rect', { width: '100%', height: '100%', fill: surface }),
    ...headTexts(heading, write),
    placed(inlined(svg), { x: MARGIN, y: top, width, height }),
    ...key.shapes,
    ...foot.map((line, i) => words(line, { y: under + font * LINE * (i + 0.7) }, write)),
  );
  return new XMLSerializer().serializeToString(outer);
}

/** How words are written: their size in px, the width they have, and their colour. */
interface Writing {
  readonly font: number;
  readonly room: number;
  readonly ink: string;
}

function headTexts(heading: string, write: Writing): SVGElement[] {
  const size = write.font * 1.3;
  return wrap(heading, fitting(write.room, size)).map((line, i) =>
    words(line, { y: MARGIN + size * (1 + i * 1.3), 'font-size': size, 'font-weight': 600 }, write),
  );
}

/** The swatches with their words, in columns under the map; the unit above them. */
function legendGroup(
  legend: readonly LegendEntry[],
  unit: string | undefined,
  top: number,
  write: Writing,
): { readonly shapes: readonly SVGElement[]; readonly height: number } {
  const { font, room } = write;
  const sign = font * (SWATCH + 0.5);
  const widthOf = (text: string) => text.length * font * LETTER;
  const entries = legend.map(({ text }) => ({ text, sign }));
  // In columns it does not show that the widths are guesses.
  const column = Math.min(room, Math.max(0, ...entries.map(({ text }) => sign + widthOf(text))));
  const { placed: entryBoxes, rows } = inRows(entries, { room, gap: font * GAP, widthOf, column });
  // What is hatched has no figure.
  const silent =
    unit &&
    legend.some(({ swatch, text }) => !swatch.querySelector('path') && !text.includes(unit));
  const first = silent ? 1 : 0;
  const yOf = (row: number) => top + (first + row) * font * LEGEND_LINE;
  const shapes = entryBoxes.flatMap(({ x, row, lines }, i) => {
    const at = { x: MARGIN + x, y: yOf(row) + font * 0.3 };
    const size = font * SWATCH;
    const swatch = legend[i]?.swatch;
    return [
      ...(swatch ? [placed(inlined(swatch), { ...at, width: size, height: size })] : []),
      ...lines.map((line, n) =>
        words(line, { x: at.x + sign, y: yOf(row + n) + font * 1.2 }, write),
      ),
    ];
  });
  return {
    shapes: [...(silent ? [words(`(${unit})`, { y: top + font * 1.2 }, write)] : []), ...shapes],
    height: rows > 0 ? (first + rows) * font * LEGEND_LINE + MARGIN / 2 : 0,
  };
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
  for (const { name } of [...copy.attributes]) {
    if (/^(class|part|role|tabindex|aria-)/.test(name)) copy.removeAttribute(name);
  }
  return copy;
}

type Attributes = Readonly<Record<string, string | number>>;

function shape(name: string, attributes: Attributes): SVGElement {
  return placed(pageDocument.createElementNS(NAMESPACE, name), attributes);
}

function placed<E extends SVGElement>(element: E, attributes: Attributes): E {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function words(text: string, at: Attributes, { font, ink }: Writing): SVGElement {
  const element = shape('text', { fill: ink, x: MARGIN, 'font-size': font, ...at });
  element.textContent = text;
  return element;
}

/** Whether a line fits a width. */
const fitting = (room: number, font: number) => {
  const most = Math.max(10, Math.floor(room / (font * LETTER)));
  return (line: string): boolean => line.length <= most;
};

async function pngOf(source: string): Promise<string> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = pageDocument.createElement('canvas');
  canvas.width = image.naturalWidth * DENSITY;
  canvas.height = image.naturalHeight * DENSITY;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
