/**
 * Rings as arcs: a stretch of border that two units share is one arc. On typed arrays, because topojson-server takes
 * arrays of positions alone, which are four fifths of the time and the memory of this step.
 */

/** Arcs, one after another in flat arrays. */
export interface Arcs {
  /** Where each arc begins, and at last where the last one ends. */
  readonly starts: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A ring, by the numbers of its arcs; `~n` is arc n from its end to its beginning. */
export type ArcRing = number[];

/** A unit's polygons, as rings of arcs. */
export interface UnitArcs {
  readonly id: string;
  readonly polygons: ArcRing[][];
}

/** The number of an arc, whichever way it is taken. */
export const numberOfArc = (signed: number): number => (signed < 0 ? ~signed : signed);

/**
 * Cuts rings into arcs where they meet or part.
 *
 * @param rings - numbers of vertices; the last is not the first again, and no two that are the same follow each other
 */
export function arcsOf(
  rings: readonly Int32Array[],
  vertices: { readonly x: Float64Array; readonly y: Float64Array; readonly count: number },
): { arcs: Arcs; rings: ArcRing[] } {
  const isJunction = junctionsOf(rings, vertices.count);
  const total = rings.reduce((sum, ring) => sum + ring.length * 2 + 1, 0);
  const maker = new ArcMaker(vertices.count, total);
  const made = rings.map((ring) => maker.ring(turned(ring, isJunction, vertices), isJunction));
  const { numbers, starts } = maker.done();
  const x = new Float64Array(numbers.length);
  const y = new Float64Array(numbers.length);
  numbers.forEach((vertex, i) => {
    x[i] = vertices.x[vertex] ?? NaN;
    y[i] = vertices.y[vertex] ?? NaN;
  });
  return { arcs: { starts, x, y }, rings: made };
}

/** Vertices where the lines part: those that have other neighbours the second time. */
function junctionsOf(rings: readonly Int32Array[], count: number): Uint8Array {
  const one = new Int32Array(count).fill(-1);
  const other = new Int32Array(count).fill(-1);
  const isJunction = new Uint8Array(count);
  for (const ring of rings) {
    let before = ring[ring.length - 1] ?? -1;
    for (let i = 0; i < ring.length; i++) {
      const vertex = ring[i] ?? -1;
      const after = ring[i + 1 < ring.length ? i + 1 : 0] ?? -1;
      if (one[vertex] === -1) {
        one[vertex] = before;
        other[vertex] = after;
      } else if (
        (one[vertex] !== before || other[vertex] !== after) &&
        (one[vertex] !== after || other[vertex] !== before)
      )
        isJunction[vertex] = 1;
      before = vertex;
    }
  }
  return isJunction;
}

/** A ring from its first junction; without one from its south-western end, which no simplification may take away. */
function turned(
  ring: Int32Array,
  isJunction: Uint8Array,
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
): Int32Array {
  let start = ring.findIndex((vertex) => isJunction[vertex] === 1);
  if (start < 0) {
    start = 0;
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i] ?? 0;
      const b = ring[start] ?? 0;
      const west = (x[a] ?? 0) - (x[b] ?? 0);
      if (west < 0 || (west === 0 && (y[a] ?? 0) < (y[b] ?? 0))) start = i;
    }
  }
  const closed = new Int32Array(ring.length + 1);
  closed.set(ring.subarray(start));
  closed.set(ring.subarray(0, start), ring.length - start);
  closed[ring.length] = closed[0] ?? 0;
  return closed;
}

/** Collects arcs, each once. */
class ArcMaker {
  private readonly numbers: Int32Array;
  private filled = 0;
  private readonly starts: number[] = [];
  /** The arc of each vertex that is no junction: it lies on one arc only. Numbers from 1. */
  private readonly owner: Int32Array;
  /** Arcs without such a vertex, by their two ends. */
  private readonly byEnds = new Map<string, number>();

  constructor(vertices: number, most: number) {
    this.owner = new Int32Array(vertices);
    this.numbers = new Int32Array(most);
  }

  /** A closed ring, cut at its junctions. */
  ring(closed: Int32Array, isJunction: Uint8Array): ArcRing {
    const arcs: ArcRing = [];
    let from = 0;
    for (let i = 1; i < closed.length; i++)
      if (i === closed.length - 1 || isJunction[closed[i] ?? 0] === 1) {
        arcs.push(this.arc(closed.subarray(from, i + 1)));
        from = i;
      }
    return arcs;
  }

  done(): { numbers: Int32Array; starts: Int32Array } {
    return {
      numbers: this.numbers.slice(0, this.filled),
      starts: Int32Array.from([...this.starts, this.filled]),
    };
  }

  /** The number of a line's arc, as it is written here: a new one, or one that is there. */
  private arc(line: Int32Array): number {
    const isShort = line.length === 2;
    const [first = 0, second = 0] = line;
    const ends = isShort ? `${Math.min(first, second)} ${Math.max(first, second)}` : '';
    const known = isShort ? this.byEnds.get(ends) : (this.owner[second] ?? 0) - 1;
    if (known !== undefined && known >= 0) {
      if (this.isAt(known, line, false)) return known;
      if (this.isAt(known, line, true)) return ~known;
    }
    const number = this.starts.length;
    this.starts.push(this.filled);
    this.numbers.set(line, this.filled);
    this.filled += line.length;
    if (isShort) this.byEnds.set(ends, number);
    else for (let i = 1; i < line.length - 1; i++) this.owner[line[i] ?? 0] = number + 1;
    return number;
  }

  private isAt(arc: number, line: Int32Array, isTurned: boolean): boolean {
    const start = this.starts[arc] ?? 0;
    const end = this.starts[arc + 1] ?? this.filled;
    if (end - start !== line.length) return false;
    for (let i = 0; i < line.length; i++)
      if (this.numbers[isTurned ? end - 1 - i : start + i] !== line[i]) return false;
    return true;
  }
}
