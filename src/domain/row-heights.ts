/** Heights of many rows, measured one by one: sums and places in logarithmic time (a Fenwick tree). */

export class RowHeights {
  private readonly heights: Float32Array;
  private readonly tree: Float64Array;
  private readonly top: number;

  constructor(
    readonly length: number,
    estimate: (index: number) => number,
  ) {
    this.heights = new Float32Array(length);
    this.tree = new Float64Array(length + 1);
    for (let i = 0; i < length; i++) {
      const height = (this.heights[i] = estimate(i));
      this.tree[i + 1] = (this.tree[i + 1] ?? 0) + height;
      const parent = i + 1 + ((i + 1) & -(i + 1));
      if (parent <= length) this.tree[parent] = (this.tree[parent] ?? 0) + (this.tree[i + 1] ?? 0);
    }
    this.top = length > 0 ? 2 ** Math.floor(Math.log2(length)) : 0;
  }

  /** The height of one row. */
  of(index: number): number {
    return this.heights[index] ?? 0;
  }

  /** Stores a measured height; returns the difference to the estimate. */
  set(index: number, height: number): number {
    const change = height - this.of(index);
    if (change === 0 || index < 0 || index >= this.length) return 0;
    this.heights[index] = height;
    for (let i = index + 1; i <= this.length; i += i & -i)
      this.tree[i] = (this.tree[i] ?? 0) + change;
    return change;
  }

  /** The heights of all rows before one. */
  before(index: number): number {
    let sum = 0;
    for (let i = Math.min(index, this.length); i > 0; i -= i & -i) sum += this.tree[i] ?? 0;
    return sum;
  }

  get total(): number {
    return this.before(this.length);
  }

  /** The row at a distance from the top; the last one below the end. */
  rowAt(offset: number): number {
    let index = 0;
    let rest = Math.max(0, offset);
    for (let step = this.top; step > 0; step /= 2) {
      const sum = this.tree[index + step];
      if (index + step > this.length || sum === undefined || sum > rest) continue;
      index += step;
      rest -= sum;
    }
    return Math.max(0, Math.min(index, this.length - 1));
  }
}
