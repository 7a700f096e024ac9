/** The figure under a pointer. */
import type { LineChartModel, PointRef } from './chart-model.js';
import { place, type Line } from './chart-request.js';

/** Nearest by date first, then by height: a finger rarely hits a line. */
export function nearest(
  chart: Line,
  { series }: LineChartModel,
  x: number,
  y: number,
): PointRef | undefined {
  let best: PointRef | undefined;
  let least = [Infinity, Infinity] as [number, number];
  series.forEach(({ points }, s) => {
    const distance = (p: number): [number, number] => {
      const [px, py] = place(chart, points[p]?.end ?? NaN, points[p]?.value ?? null) ?? [NaN, 0];
      return [Math.round(Math.abs(px - x)), Math.abs(py - y)];
    };
    const instant = chart.scales.x?.getValueForPixel(x) ?? 0;
    const from = firstAfter(points, instant);
    // To both sides as long as it comes no farther away by date.
    for (const step of [-1, 1]) {
      for (let p = step < 0 ? from - 1 : from; p >= 0 && p < points.length; p += step) {
        const [dx, dy] = distance(p);
        if (!(dx <= least[0])) break;
        if (
          dx < least[0] ||
          dy < least[1] ||
          (dy === least[1] && best?.series === s && p < best.point)
        ) {
          least = [dx, dy];
          best = { series: s, point: p };
        }
      }
    }
  });
  return best;
}

/** The index of the first point after an instant; points stand in the order of time. */
function firstAfter(points: readonly { readonly end: number }[], instant: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.end ?? Infinity) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
