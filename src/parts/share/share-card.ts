/**
 * The picture that networks and chats show of a link: 1200 × 630, with title, figure, date, source and
 * corrections burnt in. On demand.
 */
import { pageDocument } from '../../data/page-base.js';
import { DOT } from '../../i18n/dot.js';
import { legendUnder } from './picture-legend.js';
import { chartOn, type PaintedChart } from './painted.js';
import { handOver, linesUnder, oneLine, wrap } from '../download/canvas-picture.js';
import { paintSvg } from './paint-svg.js';

const SHARE_WIDTH = 1200;
const SHARE_HEIGHT = 630;
const MARGIN = 56;
const ROOM = SHARE_WIDTH - 2 * MARGIN;
/** px between two columns. */
const GAP = 40;
/** px: how large a chart of a widget is drawn, in its own px. */
const CHART_SCALE = 1.6;
/** px of the foot at most. */
const FOOT = 190;

interface Look {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly surface: string;
  readonly font: string;
}

/** px where something is drawn. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws a widget's map for a picture; `undefined` where the map on the screen is used. */
export type MapAt = () => { readonly svg: SVGSVGElement; remove(): void } | undefined;

export interface ShareRequest {
  readonly heading: string;
  readonly name: string;
  readonly mapAt?: MapAt | undefined;
}

/** Hands the share picture of a widget over as a PNG file. */
export function saveShareCard(root: ParentNode, { heading, name, mapAt }: ShareRequest): void {
  const box = root.querySelector<HTMLElement>('.box');
  const canvas = pageDocument.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!box || !context) return;
  canvas.width = SHARE_WIDTH;
  canvas.height = SHARE_HEIGHT;
  const style = getComputedStyle(box);
  const token = (key: string) => style.getPropertyValue(`--_${key}`).trim();
  const look = {
    ink: token('text'),
    muted: token('muted'),
    line: token('line'),
    accent: token('accent'),
    surface: token('surface'),
    font: style.fontFamily,
  };
  const pen = new Pen(context, look);
  context.fillStyle = look.surface;
  context.fillRect(0, 0, SHARE_WIDTH, SHARE_HEIGHT);
  context.fillStyle = look.accent;
  context.fillRect(0, 0, SHARE_WIDTH, 10);
  const width = root.querySelector('svg.map') ? paintMap(root, pen, mapAt) : ROOM;
  const title = { size: 40, bold: true, most: 3 };
  const head = pen.paragraph(heading, title, MARGIN, MARGIN + 40, width);
  const foot = footOf(root, pen, width);
  const bottom = SHARE_HEIGHT - 30 - foot.height;
  context.fillStyle = look.line;
  context.fillRect(MARGIN, bottom, width, 2);
  foot.draw(bottom + 12);
  const top = head - 20;
  paintBody(root, pen, { left: MARGIN, top, width, height: bottom - 20 - top });
  handOver(`${name}.png`, canvas.toDataURL('image/png'));
}

interface Manner {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** Lines at most; the last ends in "…". */
  readonly most?: number;
}

/** Writes into the picture. */
class Pen {
  constructor(
    readonly on: CanvasRenderingContext2D,
    readonly look: Look,
  ) {}

  dip({ size, bold, colour }: Manner): void {
    this.on.font = `${bold ? '600 ' : ''}${size}px ${this.look.font}`;
    this.on.fillStyle = colour ?? this.look.ink;
  }

  lines(text: string, manner: Manner, width: number): string[] {
    this.dip(manner);
    const fits = (line: string) => this.on.measureText(line).width <= width;
    const all = wrap(text, fits);
    const { most = all.length } = manner;
    if (all.length <= most) return all;
    let last = all.slice(most - 1).join(' ');
    while (last.length > 1 && !fits(`${last}…`))
      last = last.replace(/\s*\S+$/, '') || last.slice(0, -1);
    return [...all.slice(0, most - 1), `${last}…`];
  }

  /** Writes a paragraph from a first line on; returns where the next one may begin. */
  paragraph(text: string, manner: Manner, x: number, y: number, width: number): number {
    const lines = this.lines(text, manner, width);
    const step = manner.size * 1.35;
    lines.forEach((line, i) => this.on.fillText(line, x, y + i * step));
    return y + lines.length * step;
  }
}

/** Date, source, notices and corrections, as small as they have to be. */
function footOf(
  root: ParentNode,
  pen: Pen,
  width: number,
): { height: number; draw(top: number): void } {
  const chart = root.querySelector('.plot canvas') ? linesUnder(root, '.marks li, .remark') : [];
  const all = ['.stale', '.notices p', '.footer p']
    .map((which) => linesUnder(root, which))
    .concat([chart])
    // What belongs together stands on one line where it fits.
    .map((lines) => lines.join(DOT))
    .filter(Boolean);
  for (let size = 24; ; size -= 1) {
    const manner = { size, colour: pen.look.muted };
    const lines = all.flatMap((line) => pen.lines(line, manner, width));
    const step = size * 1.35;
    if (lines.length * step > FOOT && size > 13) continue;
    return {
      height: lines.length * step + 12,
      draw: (top) => {
        pen.dip(manner);
        lines.forEach((line, i) => pen.on.fillText(line, MARGIN, top + (i + 0.85) * step));
      },
    };
  }
}

/** What is seen of an element's words: without buttons and what only screen readers get. */
function wordsFor(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll('button, select, .sr').forEach((hidden) => hidden.remove());
  return oneLine(copy);
}

function paintBody(root: ParentNode, pen: Pen, area: Area): void {
  const canvas = root.querySelector<HTMLCanvasElement>('.plot canvas');
  const chart = canvas && chartOn(canvas);
  const figure = root.querySelector('.figure[part~=value]');
  if (root.querySelector('svg.map')) paintLegend(root, pen, area);
  else if (root.querySelector('.rows .row')) paintRows(root, pen, area);
  else if (figure) paintFigure(root, figure, pen, area);
  else {
    const lines = bodyLines(root);
    const half = chart && lines.length > 2 ? (area.width - GAP) * 0.45 : area.width;
    const end = paintLines(lines, pen, { ...area, width: half });
    if (!chart) return;
    const beside = half < area.width;
    const top = beside ? area.top : end;
    const left = beside ? area.left + half + GAP : area.left;
    const width = area.left + area.width - left;
    const height = area.top + area.height - top;
    if (height > 120) paintChart(chart, pen, { left, top, width, height });
  }
}

/** A chart with its legend, both larger than on the screen. */
function paintChart(chart: PaintedChart, { on, look }: Pen, { left, top, width, height }: Area) {
  on.save();
  on.translate(left, top);
  on.scale(CHART_SCALE, CHART_SCALE);
  on.font = `14px ${look.font}`;
  on.fillStyle = look.ink;
  const room = width / CHART_SCALE;
  const legend = legendUnder(chart, on, room, 0);
  const drawn = height / CHART_SCALE - legend.height;
  legend.draw(on, drawn, room);
  on.restore();
  chart.paint(on, { left, top, density: 1, scale: CHART_SCALE, width: room, height: drawn });
}

/** Sentences and entries of widgets that are lists: as many as there is room for. */
const BODY = '.said, .facts, .summary, .counts, .state, .goal, .highlight, .service, ul.sr li';

/** What stands beside or under each other on the screen: "Ngày 37/92 · Còn 55 ngày". */
const PIECES: Record<string, string> = {
  '.state': '.state > *',
  '.goal': '.goal-name, .goal-figure, .goal-words',
  '.service': '.service-name, .adoption > *',
};

function bodyLines(root: ParentNode): string[] {
  return [...root.querySelectorAll(BODY)].map((element) => {
    const [, pieces] = Object.entries(PIECES).find(([which]) => element.matches(which)) ?? [];
    return pieces ? piecesOf(element, pieces) : wordsFor(element);
  });
}

/** "Cổng Dịch vụ công quốc gia · Tỷ lệ sử dụng · 40%". */
const piecesOf = (element: Element, pieces: string): string =>
  [...element.querySelectorAll(pieces)].map(wordsFor).filter(Boolean).join(DOT);

function paintLines(
  lines: readonly string[],
  pen: Pen,
  { left, top, width, height }: Area,
): number {
  let y = top + 28;
  for (const line of lines.filter(Boolean)) {
    const manner = { size: 27, most: 4 };
    const room = pen.lines(line, manner, width).length * manner.size * 1.35;
    if (y + room - 28 > top + height) break;
    y = pen.paragraph(line, manner, left, y, width) + 8;
  }
  return y - 16;
}

/** A card: its figure large, then what stands under it. */
function paintFigure(root: ParentNode, figure: Element, pen: Pen, area: Area): void {
  const { on, look } = pen;
  const pieces = [...figure.querySelectorAll('.digits, .word, .unit')];
  const parts = (pieces.length > 0 ? pieces : [figure]).map((piece) => ({
    text: oneLine(piece),
    share: piece.matches('.digits') ? 1 : 0.5,
    colour: piece.matches('.unit') ? look.muted : look.ink,
    joined: piece.matches('.percent') || oneLine(piece).startsWith('/'),
  }));
  const widthAt = (size: number) =>
    parts.reduce((sum, { text, share, joined }, i) => {
      pen.dip({ size: size * share, bold: share === 1 });
      return sum + (i > 0 && !joined ? size * 0.16 : 0) + on.measureText(text).width;
    }, 0);
  const size = Math.min(132, (132 * area.width) / Math.max(1, widthAt(132)));
  let x = area.left;
  const y = area.top + size * 1.05;
  parts.forEach(({ text, share, colour, joined }, i) => {
    pen.dip({ size: size * share, bold: share === 1, colour });
    if (i > 0 && !joined) x += size * 0.16;
    on.fillText(text, x, y);
    x += on.measureText(text).width;
  });
  const lines = [...root.querySelectorAll('.line')];
  // A correction goes before everything else.
  lines.sort((a, b) => Number(b.matches('.warn')) - Number(a.matches('.warn')));
  const top = y + 16;
  paintLines(lines.map(wordsFor), pen, { ...area, top, height: area.top + area.height - top });
}

/** A ranking: its first rows. */
function paintRows(root: ParentNode, pen: Pen, { left, top, width, height }: Area): void {
  const rows = [...root.querySelectorAll('.rows .row')];
  const step = 50;
  const most = Math.max(1, Math.floor(height / step));
  rows.slice(0, most).forEach((row, i) => {
    const words = (selector: string) => {
      const element = row.querySelector(selector);
      return element ? wordsFor(element) : '';
    };
    const y = top + i * step + 30;
    const isMarked = row.matches('.own');
    pen.dip({ size: 26, colour: pen.look.muted });
    pen.on.fillText(words('.place'), left, y);
    const figure = words('.figure');
    pen.dip({ size: 26, bold: true });
    const taken = pen.on.measureText(figure).width;
    pen.on.fillText(figure, left + width - taken, y);
    const [name = ''] = pen.lines(
      words('.name'),
      { size: 26, bold: isMarked, most: 1 },
      width - 80 - taken,
    );
    pen.on.fillText(name, left + 56, y);
    const fill = row.querySelector('.fill')?.getAttribute('width');
    if (!fill) return;
    pen.on.fillStyle = pen.look.accent;
    pen.on.fillRect(left + 56, y + 8, ((width - 56) * parseFloat(fill)) / 100, 6);
  });
}

/** A map at the right over the whole height; returns the width that is left beside it. */
function paintMap(root: ParentNode, pen: Pen, mapAt: MapAt | undefined): number {
  const drawn = mapAt?.();
  const svg = drawn?.svg ?? root.querySelector<SVGSVGElement>('svg.map');
  if (!svg) return ROOM;
  const box = svg.getBoundingClientRect();
  const height = SHARE_HEIGHT - 60;
  const scale = Math.min(height / box.height, (ROOM * 0.5) / box.width);
  const left = SHARE_WIDTH - 40 - box.width * scale;
  pen.on.save();
  pen.on.translate(left, 36 + (height - box.height * scale) / 2);
  paintSvg(pen.on, svg, { x: box.left, y: box.top, scale });
  pen.on.restore();
  drawn?.remove();
  return left - GAP - MARGIN;
}

/** px of a line of the legend at most, and of its letters. */
const LEGEND_LINE = 34;
const LEGEND_SIZE = 23;

/** A legend in columns: as small as it has to be for every entry to be whole. */
function legendIn(
  columns: number,
  labels: readonly string[],
  pen: Pen,
  width: number,
  room: number,
) {
  const rows = Math.ceil(labels.length / columns);
  const step = Math.min(LEGEND_LINE, room / rows);
  const column = width / columns;
  pen.dip({ size: 100 });
  const widest = Math.max(...labels.map((label) => pen.on.measureText(label).width)) / 100;
  const size = Math.min(LEGEND_SIZE, step * 0.7, column / (widest + 1.9));
  return { rows, step, column, size };
}

/** The sentence of a map and its legend, all of it: in two columns where its letters are larger so. */
function paintLegend(root: ParentNode, pen: Pen, area: Area): void {
  const summary = root.querySelector('.summary');
  const end = paintLines(summary ? [wordsFor(summary)] : [], pen, area);
  const items = [...root.querySelectorAll('.legend li')];
  const room = area.top + area.height - end;
  const labels = items.map(oneLine);
  const [one, two] = [1, 2].map((n) => legendIn(n, labels, pen, area.width, room)) as [
    ReturnType<typeof legendIn>,
    ReturnType<typeof legendIn>,
  ];
  const { rows, step, column, size } = one.size < two.size ? two : one;
  items.forEach((item, i) => {
    const x = area.left + Math.floor(i / rows) * column;
    const y = end + ((i % rows) + 1) * step;
    const swatch = item.querySelector('svg');
    if (!swatch) return;
    const place = swatch.getBoundingClientRect();
    pen.on.save();
    pen.on.translate(x, y - size * 0.87);
    paintSvg(pen.on, swatch, { x: place.left, y: place.top, scale: (size * 1.04) / place.width });
    pen.on.restore();
    pen.dip({ size });
    pen.on.fillText(labels[i] ?? '', x + size * 1.65, y);
  });
}
