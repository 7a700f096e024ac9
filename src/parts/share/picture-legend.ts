/** The legend of a line chart in a picture to share. On demand. */
import type { Body } from '../download/canvas-picture.js';
import { inRows, LINE } from '../download/canvas-picture.js';
import type { LineSample, PaintedChart } from './painted.js';

/** px of a line sample, from it to its words, and between two entries. */
const SAMPLE = 28;
const SIGN = SAMPLE + 8;
const GAP = 20;
/** px between the chart and its legend. */
const ABOVE = 10;

/**
 * The legend under a chart that is drawn `width` px wide. Its words have the font and the colour of the context.
 *
 * @param left - px from the left of the picture
 */
export function legendUnder(
  chart: Pick<PaintedChart, 'surface' | 'samplesAt'>,
  context: CanvasRenderingContext2D,
  width: number,
  left: number,
): Body {
  const samples = chart.samplesAt(width);
  const entries = samples.map(({ name }) => ({ text: name, sign: SIGN }));
  const widthOf = (text: string) => context.measureText(text).width;
  const { placed, rows } = inRows(entries, { room: width, gap: GAP, widthOf });
  return {
    height: rows > 0 ? ABOVE + rows * LINE : 0,
    draw: (on, top) => {
      placed.forEach(({ x, row, lines }, i) => {
        const y = top + ABOVE + row * LINE;
        lines.forEach((line, n) => on.fillText(line, left + x + SIGN, y + 16 + n * LINE));
        const sample = samples[i];
        if (sample) drawSample(on, sample, [left + x, y + 5], chart.surface);
      });
    },
  };
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
