/** Positions that rings have in common, each with one number. */
import { Buckets } from './buckets.js';
import type { Ring } from './rings.js';

/** Numbers positions: those that lie within a distance of one that is there take its number. */
export class Vertices {
  readonly x: Float64Array;
  readonly y: Float64Array;
  count = 0;
  private readonly cells: Buckets;

  /**
   * @param most - how many positions there may be
   * @param within - distance on each axis; 0 for equal ones
   */
  constructor(
    most: number,
    private readonly within = 0,
  ) {
    this.x = new Float64Array(most);
    this.y = new Float64Array(most);
    this.cells = new Buckets(most);
  }

  numberOf(x: number, y: number): number {
    const { within, cells } = this;
    // A cell is eight times as wide as the distance, so one cell is looked at as a rule.
    const cell = within === 0 ? 1 : within * 8;
    const cx = x / cell;
    const cy = y / cell;
    const margin = within === 0 ? 0 : 0.125;
    for (let i = Math.floor(cx - margin); i <= cx + margin; i++)
      for (let j = Math.floor(cy - margin); j <= cy + margin; j++)
        for (let entry = cells.first(cells.slot(i, j)); entry > 0; entry = cells.after(entry)) {
          const number = cells.thing(entry);
          if (
            Math.abs((this.x[number] ?? NaN) - x) <= within &&
            Math.abs((this.y[number] ?? NaN) - y) <= within
          )
            return number;
        }
    const number = this.count++;
    this.x[number] = x;
    this.y[number] = y;
    cells.add(cells.slot(Math.floor(cx), Math.floor(cy)), number);
    return number;
  }

  numbersOf(ring: Ring): Int32Array {
    const numbers = new Int32Array(ring.length / 2);
    for (let i = 0; i < numbers.length; i++)
      numbers[i] = this.numberOf(ring[i * 2] ?? NaN, ring[i * 2 + 1] ?? NaN);
    return numbers;
  }
}
