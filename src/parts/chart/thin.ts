/** Fewer points of a dense line that draw the same picture. */
import type { ChartPoint } from './chart-model.js';

/** Points of one column that show as much as all of its points: the first, the lowest, the highest, the last. */
const MOST = 4;

/**
 * The points that a line needs in a drawing of some columns, in their order: of each column the first,
 * the lowest, the highest and the last, and a gap where one is. All of them where they are few.
 */
export function thin(
  points: readonly ChartPoint[],
  columns: number,
  { min, max }: { readonly min: number; readonly max: number },
): readonly ChartPoint[] {
  if (points.length <= columns * MOST || !(max > min)) return points;
  const columnOf = ({ end }: ChartPoint) => Math.floor(((end - min) / (max - min)) * columns);
  const kept = new Set<number>();
  let column = NaN;
  let [low, high, last, gap] = [-1, -1, -1, -1];
  const close = () => [low, high, last, gap].forEach((i) => i >= 0 && kept.add(i));
  points.forEach((point, i) => {
    const now = columnOf(point);
    if (now !== column) {
      close();
      column = now;
      low = high = last = gap = -1;
      kept.add(i);
    }
    last = i;
    const { value } = point;
    if (value === null) {
      if (gap < 0) gap = i;
      return;
    }
    if (low < 0 || value < (points[low]?.value ?? 0)) low = i;
    if (high < 0 || value > (points[high]?.value ?? 0)) high = i;
  });
  close();
  return [...kept].sort((a, b) => a - b).flatMap((i) => points[i] ?? []);
}
