/** A line chart as a picture to share: drawn anew and sharp, its legend under it. On demand. */
import { chartOn, type LineSample } from '../share/painted.js';
import {
  DENSITY,
  inRows,
  LINE,
  MARGIN,
  save,
  type CanvasPicture,
} from '../download/canvas-picture.js';

/** px of a legend's line sample, from it to its words, and between two entries. */
const SAMPLE = 28;
const SIGN = SAMPLE + 8;
const GAP = 20;
/** px between the chart and its legend. */
const ABOVE = 10;

/** A chart with its legend, notes and foot, as a PNG file. */
export function saveChart(
  root: ParentNode,
  canvas: HTMLCanvasElement,
  picture: CanvasPicture,
): void {
  const chart = chartOn(canvas);
  if (!chart) return;
  const { width, height } = chart.extent;
  save(root, width, picture, (context) => {
    const { samples, surface } = chart;
    const entries = samples.map(({ name }) => ({ text: name, sign: SIGN }));
    const widthOf = (text: string) => context.measureText(text).width;
    const { placed, rows } = inRows(entries, { room: width, gap: GAP, widthOf });
    return {
      height: height + (rows > 0 ? ABOVE + rows * LINE : 0),
      draw: (on, top) => {
        chart.paint(on, { left: MARGIN, top, density: DENSITY });
        placed.forEach(({ x, row, lines }, i) => {
          const y = top + height + ABOVE + row * LINE;
          lines.forEach((line, n) => on.fillText(line, MARGIN + x + SIGN, y + 16 + n * LINE));
          const sample = samples[i];
          if (sample) drawSample(on, sample, [MARGIN + x, y + 5], surface);
        });
      },
    };
  });
}

/** A piece of the line with its dash and its mark, as the legend on the screen has it. */
function drawSample(
  context: CanvasRenderingContext2D,
  { colour, dash, mark, hollow }: LineSample,
  [left, top]: readonly [number, number],
  surface: string,
): void {
  context.save();
  context.translate(left, top);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = 2;
  context.setLineDash([...dash]);
  context.stroke(new Path2D(`M0 6H${SAMPLE}`));
  context.setLineDash([]);
  if (mark) {
    if (hollow) context.fillStyle = surface;
    context.fill(new Path2D(mark));
    context.stroke(new Path2D(mark));
  }
  context.restore();
}
