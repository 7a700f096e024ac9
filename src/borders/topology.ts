/**
 * Units as a TopoJSON file of a given size. Borders that two units share are one arc, which is simplified
 * once, so neighbours keep their common border. No ring is lost: where a ring would lose its area, turn
 * round or cross another one, its arcs keep more of their points.
 */
import type { GeoJsonObject, MultiPolygon as Geo, Position } from 'geojson';
import { mergeArcs } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon,
  Topology,
} from 'topojson-specification';
import { crossingArcs } from './crossings.js';
import { ringArea, type Polygon, type Ring } from './rings.js';

export interface UnitPolygons {
  readonly id: string;
  readonly polygons: readonly Polygon[];
}

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
  readonly arcs: readonly Position[][];
  readonly units: readonly {
    readonly id: string;
    readonly polygons: readonly (readonly number[][])[];
  }[];
  readonly grid: number;
  /** Degrees of latitude of the middle. */
  readonly latitude: number;
}

/** A point and the area of the triangle that goes with it. */
type Weighted = [x: number, y: number, weight: number];

/** A ring with this many points left has its area and its winding. */
const SAFE_POINTS = 60;
/** Degrees: points nearer than this are one point. About 10 cm. */
const SAME = 1e-6;
/** Degrees of a step: 1 m where a file is simplified, finer where all of its points fit in. */
const GRIDS = [1e-8, 1e-7, 1e-6, 1e-5];

/** Makes the file. Loads topojson-server and topojson-simplify. */
export async function unitsTopology(
  units: readonly UnitPolygons[],
  options: TopologyOptions,
): Promise<TopologyResult> {
  const [server, simplify] = await Promise.all([
    import('topojson-server'),
    import('topojson-simplify'),
  ]).catch(() => {
    throw new Error(
      'thu gọn ranh giới cần gói topojson-server và topojson-simplify: npm install topojson-server topojson-simplify',
    );
  });
  const snapped = snap(units);
  const total = snapped.reduce(
    (sum, { polygons }) => sum + polygons.flat().reduce((n, ring) => n + ring.length, 0),
    0,
  );
  // A point takes six bytes at least: a finer grid is tried only where all of them may fit.
  const grids = total * 6 < options.size * 2 ? GRIDS : GRIDS.slice(-1);
  let result: TopologyResult | undefined;
  for (const grid of grids) {
    const isLast = grid === grids[grids.length - 1];
    const work = new Work(snapped, grid, options, server.topology, simplify.presimplify);
    result = work.make(isLast);
    if (result) return result;
  }
  throw new Error('không có hình nào');
}

/** One position for points that lie within some centimetres: files of several zones meet so. */
function snap(units: readonly UnitPolygons[]): UnitPolygons[] {
  const cells = new Map<number, Position[]>();
  const cell = SAME * 8;
  const columns = 2 ** 26;
  const near = (position: Position): Position => {
    const [x = 0, y = 0] = position;
    const [cx, cy] = [x / cell, y / cell];
    for (let i = Math.floor(cx - 0.125); i <= cx + 0.125; i++)
      for (let j = Math.floor(cy - 0.125); j <= cy + 0.125; j++) {
        const found = cells
          .get(i * columns + j)
          ?.find(([ox = 0, oy = 0]) => Math.abs(ox - x) <= SAME && Math.abs(oy - y) <= SAME);
        if (found) return found;
      }
    const key = Math.floor(cx) * columns + Math.floor(cy);
    const there = cells.get(key);
    if (there) there.push(position);
    else cells.set(key, [position]);
    return position;
  };
  return units.map(({ id, polygons }) => ({
    id,
    polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(near))),
  }));
}

type MakeTopology = (objects: Record<string, GeoJsonObject>) => Topology;
type Presimplify = (topology: Plain) => Plain;
type Plain = Topology<Record<string, GeometryObject<object>>>;

class Work {
  private readonly origin: readonly [number, number];
  private readonly arcs: Weighted[][];
  private readonly units: { id: string; polygons: number[][][] }[];
  /** Every ring: its arcs, its area in detail, the arcs' numbers. */
  private readonly rings: { arcs: readonly number[]; area: number }[];
  private readonly latitude: number;
  private readonly headText: string;

  constructor(
    given: readonly UnitPolygons[],
    private readonly grid: number,
    private readonly options: TopologyOptions,
    topology: MakeTopology,
    presimplify: Presimplify,
  ) {
    const all = given.flatMap(({ polygons }) => polygons.flat());
    let [west, south, north] = [Infinity, Infinity, -Infinity];
    for (const ring of all)
      for (const [x = 0, y = 0] of ring) {
        west = Math.min(west, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
      }
    this.origin = [Math.floor(west / grid), Math.floor(south / grid)];
    this.latitude = (south + north) / 2;
    const geometries = given.map(({ polygons }): Geo => ({
      type: 'MultiPolygon',
      coordinates: polygons.map((polygon) => polygon.map((ring) => this.onGrid(ring))),
    }));
    const units = { type: 'GeometryCollection' as const, geometries };
    const made = topology({ units });
    const object = made.objects['units'] as GeometryCollection;
    this.units = (object.geometries as MultiPolygon[]).map((geometry, i) => ({
      id: given[i]?.id ?? '',
      polygons: joined(made, geometry),
    }));
    this.arcs = presimplify(made as Plain).arcs as unknown as Weighted[][];
    this.wind();
    this.rings = this.units.flatMap(({ polygons }) =>
      polygons.flat().map((arcs) => ({ arcs, area: ringArea(this.points(arcs, 0)) })),
    );
    this.headText = this.text(undefined);
  }

  /** Whole steps of the grid. A ring smaller than a step becomes the smallest one that has an area. */
  private onGrid(ring: Ring): Ring {
    const points: Ring = [];
    for (const [x = 0, y = 0] of ring) {
      const point = [
        Math.round(x / this.grid) - this.origin[0],
        Math.round(y / this.grid) - this.origin[1],
      ];
      const last = points[points.length - 1];
      if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
    }
    if (points.length >= 4 && ringArea(points) !== 0) return points;
    const [x = 0, y = 0] = points[0] ?? [];
    return [
      [x - 1, y],
      [x, y - 1],
      [x + 1, y],
      [x, y + 1],
      [x - 1, y],
    ];
  }

  /** RFC 7946: outer rings against the clock, holes with it. */
  private wind(): void {
    for (const { polygons } of this.units)
      for (const polygon of polygons)
        polygon.forEach((ring, i) => {
          const area = ringArea(this.points(ring, 0));
          if (area > 0 !== (i === 0)) polygon[i] = [...ring].reverse().map((arc) => ~arc);
        });
  }

  /** The points of a ring whose weight reaches what each arc asks for. */
  private points(ring: readonly number[], least: number | Float64Array): Position[] {
    const points: Position[] = [];
    for (const signed of ring) {
      const index = signed < 0 ? ~signed : signed;
      const arc = this.arcs[index] ?? [];
      const weight = typeof least === 'number' ? least : (least[index] ?? 0);
      const before = points.length;
      for (const point of arc) if (point[2] >= weight) points.push(point);
      if (signed < 0) {
        const own = points.splice(before).reverse();
        points.push(...own);
      }
      points.pop();
    }
    const [first] = points;
    if (first) points.push(first);
    return points;
  }

  /** The file, in full detail where that fits; `undefined` where it does not and a coarser grid is left. */
  make(isLast: boolean): TopologyResult | undefined {
    const full = new Float64Array(this.arcs.length);
    if (this.sizeOf(full) <= this.options.size) return this.result(full);
    return isLast ? this.result(this.search()) : undefined;
  }

  /** The lowest weight, the same for all arcs, with which the file has its size. */
  private search(): Float64Array {
    const weights = new Float64Array(
      this.arcs.reduce((sum, arc) => sum + Math.max(0, arc.length - 2), 0),
    );
    let at = 0;
    for (const arc of this.arcs)
      for (let i = 1; i < arc.length - 1; i++) weights[at++] = arc[i]?.[2] ?? 0;
    weights.sort();
    let [low, high] = [0, weights.length];
    let best = this.guarded(Infinity);
    while (high - low > Math.max(1, weights.length / 4096)) {
      const middle = (low + high) >> 1;
      const tried = this.guarded(weights[middle] ?? Infinity);
      if (this.sizeOf(tried) > this.options.size) low = middle;
      else {
        high = middle;
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
    const least = new Float64Array(this.arcs.length).fill(weight);
    // A ring that keeps many points keeps its shape: only small ones are looked at.
    let waiting = this.rings.filter(({ arcs }) => this.keptPoints(arcs, weight) < SAFE_POINTS);
    while (waiting.length > 0) {
      const bad = waiting.filter(({ arcs, area }) => {
        const left = ringArea(this.points(arcs, least));
        return !(left * area > 0 && Math.abs(left) >= Math.abs(area) * 0.25);
      });
      const open = bad.filter(({ arcs }) =>
        arcs.some((arc) => (least[arc < 0 ? ~arc : arc] ?? 0) > 0),
      );
      for (const { arcs } of open) for (const arc of arcs) refine(least, arc < 0 ? ~arc : arc);
      waiting = open;
    }
    return least;
  }

  private readonly weights: (Float64Array | undefined)[] = [];
  /** How many points of some arcs have at least a weight. */
  private keptPoints(arcs: readonly number[], weight: number): number {
    let count = 0;
    for (const signed of arcs) {
      const index = signed < 0 ? ~signed : signed;
      const sorted = (this.weights[index] ??= Float64Array.from(
        (this.arcs[index] ?? []).map((point) => point[2]),
      ).sort());
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
      const found = crossingArcs(this.kept(least));
      // Whole arcs are looked at only where the simplified ones cross.
      ofSource ??= new Set(crossingArcs(this.arcs.map((arc, i) => (found.includes(i) ? arc : []))));
      const crossing = found.filter((arc) => (least[arc] ?? 0) > 0 && !ofSource?.has(arc));
      if (crossing.length === 0) break;
      for (const arc of crossing) refine(least, arc, 2);
    }
    return least;
  }

  private kept(least: Float64Array): Position[][] {
    return this.arcs.map((arc, i) => arc.filter(([, , weight]) => weight >= (least[i] ?? 0)));
  }

  /** Bytes of the file; every character is ASCII but those of names, which are counted once. */
  private sizeOf(least: Float64Array): number {
    let size = new TextEncoder().encode(this.headText).length;
    const used = this.usedArcs();
    for (let i = 0; i < this.arcs.length; i++) {
      if (!used.has(i)) continue;
      size += 3;
      let [px, py] = [0, 0];
      for (const [x, y, weight] of this.arcs[i] ?? []) {
        if (weight < (least[i] ?? 0)) continue;
        size += digits(x - px) + digits(y - py) + 4;
        [px, py] = [x, y];
      }
    }
    return size;
  }

  private used: Map<number, number> | undefined;
  /** The arcs that a unit has, in their new order. */
  private usedArcs(): Map<number, number> {
    if (!this.used) {
      this.used = new Map();
      for (const { polygons } of this.units)
        for (const arc of polygons.flat().flat()) {
          const index = arc < 0 ? ~arc : arc;
          if (!this.used.has(index)) this.used.set(index, this.used.size);
        }
    }
    return this.used;
  }

  private text(least: Float64Array | undefined): string {
    const used = this.usedArcs();
    const renumber = (arc: number): number =>
      arc < 0 ? ~(used.get(~arc) ?? 0) : (used.get(arc) ?? 0);
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
    const arcs = [...used.keys()].map((i) => {
      let [px, py] = [0, 0];
      const kept = (this.arcs[i] ?? []).filter(
        ([, , weight]) => least && weight >= (least[i] ?? 0),
      );
      return kept.map(([x, y]) => {
        const step = [x - px, y - py];
        [px, py] = [x, y];
        return step;
      });
    });
    const [x, y] = this.origin.map((n) => Number((n * this.grid).toFixed(8)));
    return JSON.stringify({
      type: 'Topology',
      ...this.options.head,
      transform: { scale: [this.grid, this.grid], translate: [x, y] },
      objects: { units: { type: 'GeometryCollection', geometries } },
      arcs: least ? arcs : [],
    });
  }

  private result(least: Float64Array): TopologyResult {
    const used = [...this.usedArcs().keys()];
    const after = used.reduce(
      (sum, i) => sum + (this.arcs[i] ?? []).filter(([, , w]) => w >= (least[i] ?? 0)).length,
      0,
    );
    const before = used.reduce((sum, i) => sum + (this.arcs[i] ?? []).length, 0);
    const areaOf = (polygons: number[][][], weight: number | Float64Array): number =>
      polygons.flat().reduce((sum, ring) => sum + ringArea(this.points(ring, weight)), 0);
    return {
      text: `${this.text(least)}\n`,
      points: [before, after],
      grid: this.grid,
      units: this.units.map(({ id, polygons }) => ({
        id,
        rings: polygons.flat().length,
        parts: polygons.length,
        change: areaOf(polygons, least) / areaOf(polygons, 0) - 1,
      })),
      detailed: { arcs: this.arcs, units: this.units, grid: this.grid, latitude: this.latitude },
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

/** The polygons of a unit, joined where two of its rows meet along an arc. */
function joined(topology: Topology, geometry: MultiPolygon): number[][][] {
  const seen = new Set<number>();
  let meets = false;
  for (const arc of geometry.arcs.flat().flat()) {
    const index = arc < 0 ? ~arc : arc;
    if (seen.has(index)) meets = true;
    seen.add(index);
  }
  return meets ? mergeArcs(topology, [geometry]).arcs : geometry.arcs;
}
