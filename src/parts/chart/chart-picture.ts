/** A line chart as a picture to share: drawn anew and sharp, its legend under it. On demand. */
import { chartOn } from '../share/painted.js';
import { DENSITY, MARGIN, save, type CanvasPicture } from '../download/canvas-picture.js';
import { legendUnder } from '../share/picture-legend.js';

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
    const legend = legendUnder(chart, context, width, MARGIN);
    return {
      height: height + legend.height,
      draw: (on, top) => {
        chart.paint(on, { left: MARGIN, top, density: DENSITY });
        legend.draw(on, top + height, width);
      },
    };
  });
}
