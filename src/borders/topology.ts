/**
 * Units as a TopoJSON file of a given size. Borders that two units share are one arc, which is simplified
 * once, so neighbours keep their common border. No ring is lost: where a ring would lose its area, turn
 * round or cross another one, its arcs keep more of their points.
 */
import { numberOfArc, type ArcRing, type Arcs, type UnitArcs } from './arcs.js';
import { crossingArcs } from './crossings.js';
import { gridded, numbered, type GriddedUnits, type UnitPolygons } from './units-on-grid.js';
import { weightsOf } from './weights.js';

export interface TopologyOptions {
  /** Bytes that the text may have. */
  readonly size: number;
  /** The text around the arcs: what every unit and the file say of themselves. */
  readonly properties: (id: string) => Readonly<Record<string, unknown>>;
  readonly head: Readonly<Record<string, unknown>>;
}

/** What became of a unit. */
export interface UnitResult {
  readonly id: string;
  /** Rings before and after: always the same number. */
  readonly rings: number;
  /** Parts that do not touch: 1 for a unit without islands. */
  readonly parts: number;
  /** Relative change of its area. */
  readonly change: number;
}

export interface TopologyResult {
  readonly text: string;
  readonly units: readonly UnitResult[];
  /** Points of the file's arcs, before and after. */
  readonly points: readonly [before: number, after: number];
  /** Degrees of a step of the grid. */
  readonly grid: number;
  /** The units' rings before they were simplified, in steps of the grid: for the search of cracks. */
  readonly detailed: DetailedTopology;
}

/** A topology before it is simplified. */
export interface DetailedTopology {
  readonly arcs: Arcs;
  readonly units: readonly UnitArcs[];
  readonly grid: number;
  /** Degrees of latitude of the middle. */
  readonly latitude: number;
}

/** A ring with this many points left has its area and its winding. */
const SAFE_POINTS = 60;
/** Degrees of a step: 1 m where a file is simplified, finer where all of its points fit in. */
const GRIDS = [1e-8, 1e-7, 1e-6, 1e-5];

/** Makes the file. */
export async function unitsTopology(
  units: readonly UnitPolygons[],
  options: TopologyOptions,
): Promise<TopologyResult> {
  const source = numbered(units);
  const total = source.units.reduce(
    (sum, { polygons }) => sum + polygons.flat().reduce((n, ring) => n + ring.length, 0),
    0,
  );
  // A point takes six bytes at least: a finer grid is tried only where all of them may fit.
  const grids = total * 6 < options.size * 2 ? GRIDS : GRIDS.slice(-1);
  for (const grid of grids) {
    const isLast = grid === grids[grids.length - 1];
    const topology = new SizedTopology(await gridded(source, grid), options);
    const result = topology.make(isLast);
    if (result) return result;
  }
  throw new Error('không có hình nào');
}

/** A ring with what it must not lose. */
interface KnownRing {
  readonly arcs: ArcRing;
  /** Its area in detail. */
  readonly area: number;
}

/** A topology that is simplified until its text has a size. */
class SizedTopology {
  private readonly starts: Int32Array;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly count: number;
  /** How much each point of the arcs matters. */
  private readonly weights: Float64Array;
  private readonly units: readonly UnitArcs[];
  private readonly rings: readonly KnownRing[];
  /** The arcs that a unit has, in their new order. */
  private readonly used: ReadonlyMap<number, number>;
  /** Bytes of the text without its arcs. */
  private readonly headSize: number;
  /** The weights of each arc in their order. */
  private readonly sorted: (Float64Array | undefined)[] = [];

  constructor(
    private readonly source: GriddedUnits,
    private readonly options: TopologyOptions,
  ) {
    const { arcs } = source;
    this.starts = arcs.starts;
    this.x = arcs.x;
    this.y = arcs.y;
    this.count = arcs.starts.length - 1;
    this.weights = weightsOf(arcs);
    this.units = source.units;
    this.wind();
    const rings = this.units.flatMap(({ polygons }) => polygons.flat());
    this.rings = rings.map((ringArcs) => ({ arcs: ringArcs, area: this.areaOf(ringArcs, 0) }));
    const used = new Map<number, number>();
    for (const ring of rings)
      for (const arc of ring)
        if (!used.has(numberOfArc(arc))) used.set(numberOfArc(arc), used.size);
    this.used = used;
    this.headSize = new TextEncoder().encode(this.text(undefined)).length;
  }

  /** RFC 7946: outer rings against the clock, holes with it. */
  private wind(): void {
    for (const { polygons } of this.units)
      for (const polygon of polygons)
        polygon.forEach((ring, i) => {
          if (this.areaOf(ring, 0) > 0 !== (i === 0))
            polygon[i] = [...ring].reverse().map((arc) => ~arc);
        });
  }

  /** The area of a ring of the points whose weight reaches what each arc asks for. */
  private areaOf(ring: ArcRing, least: number | Float64Array): number {
    const { starts, x, y, weights } = this;
    let [x0, y0, ax, ay, sum] = [NaN, NaN, 0, 0, 0];
    for (const signed of ring) {
      const arc = numberOfArc(signed);
      const start = starts[arc] ?? 0;
      const end = starts[arc + 1] ?? 0;
      const weight = typeof least === 'number' ? least : (least[arc] ?? 0);
      for (let i = 0; i < end - start; i++) {
        const at = signed < 0 ? end - 1 - i : start + i;
        if ((weights[at] ?? 0) < weight) continue;
        if (Number.isNaN(x0)) {
          x0 = x[at] ?? 0;
          y0 = y[at] ?? 0;
        }
        const bx = (x[at] ?? 0) - x0;
        const by = (y[at] ?? 0) - y0;
        sum += ax * by - bx * ay;
        ax = bx;
        ay = by;
      }
    }
    return sum / 2;
  }

  /** The file, in full detail where that fits; `undefined` where it does not and a coarser grid is left. */
  make(isLast: boolean): TopologyResult | undefined {
    const full = new Float64Array(this.count);
    const size = this.sizeOf(full);
    if (size <= this.options.size) return this.result(full);
    return isLast ? this.result(this.search(size)) : undefined;
  }

  /** The lowest weight, the same for all arcs, with which the file has its size. */
  private search(fullSize: number): Float64Array {
    const { size } = this.options;
    const weights = this.weights.filter((weight) => weight !== Infinity).sort();
    let best = this.guarded(Infinity);
    let low = 0;
    let high = weights.length;
    let tooLarge = fullSize;
    let fits = this.sizeOf(best);
    // The size is nearly a line of the number of points, so a look between the two is soon there.
    while (high - low > Math.max(1, weights.length / 4096) && fits < size * 0.998) {
      const share = (tooLarge - size) / Math.max(1, tooLarge - fits);
      const middle = low + Math.ceil((high - low) * Math.min(0.95, Math.max(0.05, share)));
      const tried = this.guarded(weights[middle] ?? Infinity);
      const bytes = this.sizeOf(tried);
      if (bytes > size) {
        low = middle;
        tooLarge = bytes;
      } else {
        high = middle;
        fits = bytes;
        best = tried;
      }
    }
    // Lines that cross are mended last, because that costs a little of the size.
    let weight = weights[high] ?? Infinity;
    for (let tries = 0; ; tries++) {
      const mended = this.uncrossed(best);
      if (tries >= 6 || this.sizeOf(mended) <= this.options.size) return mended;
      weight *= 1.05;
      best = this.guarded(weight);
    }
  }

  /** A weight for each arc: the one given, less where a ring would be lost. */
  private guarded(weight: number): Float64Array {
    const least = new Float64Array(this.count).fill(weight);
    // A ring that keeps many points keeps its shape: only small ones are looked at.
    let waiting = this.rings.filter(({ arcs }) => this.keptPoints(arcs, weight) < SAFE_POINTS);
    while (waiting.length > 0) {
      const bad = waiting.filter(({ arcs, area }) => {
        const left = this.areaOf(arcs, least);
        return !(left * area > 0 && Math.abs(left) >= Math.abs(area) * 0.25);
      });
      const open = bad.filter(({ arcs }) => arcs.some((arc) => (least[numberOfArc(arc)] ?? 0) > 0));
      for (const { arcs } of open) for (const arc of arcs) refine(least, numberOfArc(arc));
      waiting = open;
    }
    return least;
  }

  /** How many points of some arcs have at least a weight. */
  private keptPoints(arcs: ArcRing, weight: number): number {
    let count = 0;
    for (const signed of arcs) {
      const arc = numberOfArc(signed);
      const sorted = (this.sorted[arc] ??= this.weights
        .slice(this.starts[arc], this.starts[arc + 1])
        .sort());
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? 0) < weight) low = middle + 1;
        else high = middle;
      }
      count += sorted.length - low;
    }
    return count;
  }

  /** Mends lines that cross because points are missing; what crosses in the file itself stays. */
  private uncrossed(given: Float64Array): Float64Array {
    const least = given.slice();
    let ofSource: ReadonlySet<number> | undefined;
    for (let round = 0; round < 10; round++) {
      const crossed = crossingArcs(this.kept(least));
      // Whole arcs are looked at only where the simplified ones cross.
      if (!ofSource) {
        const whole = new Float64Array(this.count).fill(Infinity);
        for (const arc of crossed) whole[arc] = 0;
        ofSource = new Set(crossed.length > 0 ? crossingArcs(this.kept(whole)) : []);
      }
      const crossing = crossed.filter((arc) => (least[arc] ?? 0) > 0 && !ofSource?.has(arc));
      if (crossing.length === 0) break;
      for (const arc of crossing) refine(least, arc, 2);
    }
    return least;
  }

  /** The arcs with the points that are left. */
  private kept(least: Float64Array): Arcs {
    const { starts, x, y, weights } = this;
    const kept = { starts: new Int32Array(starts.length), x: [] as number[], y: [] as number[] };
    for (let arc = 0; arc < this.count; arc++) {
      const weight = least[arc] ?? 0;
      for (let i = starts[arc] ?? 0; i < (starts[arc + 1] ?? 0); i++)
        if ((weights[i] ?? 0) >= weight) {
          kept.x.push(x[i] ?? 0);
          kept.y.push(y[i] ?? 0);
        }
      kept.starts[arc + 1] = kept.x.length;
    }
    return {
      starts: kept.starts,
      x: Float64Array.from(kept.x),
      y: Float64Array.from(kept.y),
    };
  }

  /** Bytes of the file; every character is ASCII but those of names, which are counted once. */
  private sizeOf(least: Float64Array): number {
    const { starts, x, y, weights } = this;
    let size = this.headSize;
    for (const arc of this.used.keys()) {
      size += 3;
      const weight = least[arc] ?? 0;
      let [px, py] = [0, 0];
      for (let i = starts[arc] ?? 0; i < (starts[arc + 1] ?? 0); i++) {
        if ((weights[i] ?? 0) < weight) continue;
        const nx = x[i] ?? 0;
        const ny = y[i] ?? 0;
        size += digits(nx - px) + digits(ny - py) + 4;
        px = nx;
        py = ny;
      }
    }
    return size;
  }

  private text(least: Float64Array | undefined): string {
    const { grid, origin } = this.source;
    const renumber = (arc: number): number =>
      arc < 0 ? ~(this.used.get(~arc) ?? 0) : (this.used.get(arc) ?? 0);
    const geometries = this.units.map(({ id, polygons }) => {
      const arcs = polygons.map((polygon) => polygon.map((ring) => ring.map(renumber)));
      const one = arcs.length === 1;
      return {
        type: one ? 'Polygon' : 'MultiPolygon',
        id,
        properties: this.options.properties(id),
        arcs: one ? arcs[0] : arcs,
      };
    });
    const [x, y] = origin.map((n) => Number((n * grid).toFixed(8)));
    return JSON.stringify({
      type: 'Topology',
      ...this.options.head,
      transform: { scale: [grid, grid], translate: [x, y] },
      objects: { units: { type: 'GeometryCollection', geometries } },
      arcs: least ? this.steps(this.kept(least)) : [],
    });
  }

  /** The arcs that are used, each position as a step from the one before it. */
  private steps({ starts, x, y }: Arcs): [number, number][][] {
    return [...this.used.keys()].map((arc) => {
      const steps: [number, number][] = [];
      let [px, py] = [0, 0];
      for (let i = starts[arc] ?? 0; i < (starts[arc + 1] ?? 0); i++) {
        const nx = x[i] ?? 0;
        const ny = y[i] ?? 0;
        steps.push([nx - px, ny - py]);
        px = nx;
        py = ny;
      }
      return steps;
    });
  }

  private result(least: Float64Array): TopologyResult {
    let [before, after] = [0, 0];
    for (const arc of this.used.keys())
      for (let i = this.starts[arc] ?? 0; i < (this.starts[arc + 1] ?? 0); i++) {
        before += 1;
        if ((this.weights[i] ?? 0) >= (least[arc] ?? 0)) after += 1;
      }
    const areaOf = (polygons: ArcRing[][], weight: number | Float64Array): number =>
      polygons.flat().reduce((sum, ring) => sum + this.areaOf(ring, weight), 0);
    const { arcs, units, grid, latitude } = this.source;
    return {
      text: `${this.text(least)}\n`,
      points: [before, after],
      grid,
      units: units.map(({ id, polygons }) => ({
        id,
        rings: polygons.flat().length,
        parts: polygons.length,
        change: areaOf(polygons, least) / areaOf(polygons, 0) - 1,
      })),
      detailed: { arcs, units, grid, latitude },
    };
  }
}

/** Lets an arc keep more of its points. */
function refine(least: Float64Array, arc: number, by = 4): void {
  const now = Math.min(least[arc] ?? 0, 1e12) / by;
  least[arc] = now < 0.5 ? 0 : now;
}

/** Characters of a whole number. */
function digits(n: number): number {
  const size = Math.abs(n);
  let count = n < 0 ? 2 : 1;
  for (let power = 10; power <= size; power *= 10) count += 1;
  return count;
}
