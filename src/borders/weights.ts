/**
 * How much each point of a line matters, after Visvalingam: the area of the triangle with its neighbours when it is
 * the next one to go, and never less than that of a point that goes before it.
 */
import type { Arcs } from './arcs.js';

/** The weights of all points; the ends of an arc stay whatever is asked. Squares of the arcs' unit. */
export function weightsOf({ starts, x, y }: Arcs): Float64Array {
  const weights = new Float64Array(x.length).fill(Infinity);
  let longest = 0;
  for (let arc = 0; arc + 1 < starts.length; arc++)
    longest = Math.max(longest, (starts[arc + 1] ?? 0) - (starts[arc] ?? 0));
  const line = new Line(longest);
  for (let arc = 0; arc + 1 < starts.length; arc++) {
    const start = starts[arc] ?? 0;
    const end = starts[arc + 1] ?? 0;
    if (end - start > 2)
      line.weigh(x.subarray(start, end), y.subarray(start, end), weights.subarray(start, end));
  }
  return weights;
}

/** A line whose points go one after another, the smallest triangle first: a heap in arrays that are used again. */
class Line {
  private readonly before: Int32Array;
  private readonly after: Int32Array;
  private readonly area: Float64Array;
  /** Points by their areas, and where each of them stands there. */
  private readonly heap: Int32Array;
  private readonly slot: Int32Array;
  private size = 0;

  constructor(longest: number) {
    this.before = new Int32Array(longest);
    this.after = new Int32Array(longest);
    this.area = new Float64Array(longest);
    this.heap = new Int32Array(longest);
    this.slot = new Int32Array(longest);
  }

  weigh(x: Float64Array, y: Float64Array, weights: Float64Array): void {
    const { before, after, area, heap, slot } = this;
    const last = x.length - 1;
    const areaAt = (i: number): number => {
      const a = before[i] ?? 0;
      const b = after[i] ?? 0;
      const ax = x[a] ?? 0;
      const ay = y[a] ?? 0;
      const across = ((x[i] ?? 0) - ax) * ((y[b] ?? 0) - ay);
      return Math.abs(across - ((x[b] ?? 0) - ax) * ((y[i] ?? 0) - ay)) / 2;
    };
    this.size = last - 1;
    for (let i = 1; i < last; i++) {
      before[i] = i - 1;
      after[i] = i + 1;
      area[i] = areaAt(i);
      heap[i - 1] = i;
      slot[i] = i - 1;
    }
    for (let at = (this.size >> 1) - 1; at >= 0; at--) this.sink(at);
    let least = 0;
    while (this.size > 0) {
      const point = this.pop();
      least = Math.max(least, area[point] ?? 0);
      weights[point] = least;
      const a = before[point] ?? 0;
      const b = after[point] ?? 0;
      after[a] = b;
      before[b] = a;
      if (a > 0) this.change(a, areaAt(a));
      if (b < last) this.change(b, areaAt(b));
    }
  }

  private pop(): number {
    const { heap, slot } = this;
    const top = heap[0] ?? 0;
    this.size -= 1;
    if (this.size > 0) {
      const moved = heap[this.size] ?? 0;
      heap[0] = moved;
      slot[moved] = 0;
      this.sink(0);
    }
    return top;
  }

  private change(point: number, area: number): void {
    const isLess = area < (this.area[point] ?? 0);
    this.area[point] = area;
    if (isLess) this.rise(this.slot[point] ?? 0);
    else this.sink(this.slot[point] ?? 0);
  }

  private rise(from: number): void {
    const { heap, slot, area } = this;
    let at = from;
    const point = heap[at] ?? 0;
    const weight = area[point] ?? 0;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const other = heap[up] ?? 0;
      if ((area[other] ?? 0) <= weight) break;
      heap[at] = other;
      slot[other] = at;
      at = up;
    }
    heap[at] = point;
    slot[point] = at;
  }

  private sink(from: number): void {
    const { heap, slot, area, size } = this;
    let at = from;
    const point = heap[at] ?? 0;
    const weight = area[point] ?? 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= size) break;
      const right = below + 1;
      if (right < size && (area[heap[right] ?? 0] ?? 0) < (area[heap[below] ?? 0] ?? 0))
        below = right;
      const other = heap[below] ?? 0;
      if ((area[other] ?? 0) >= weight) break;
      heap[at] = other;
      slot[other] = at;
      at = below;
    }
    heap[at] = point;
    slot[point] = at;
  }
}
