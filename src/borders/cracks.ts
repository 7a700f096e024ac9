/**
 * Cracks and overlaps between units: stretches of their own borders that lie beside, or inside of, another
 * unit instead of being one line with it.
 */
import { numberOfArc, type Arcs, type UnitArcs } from './arcs.js';
import { Buckets } from './buckets.js';
import type { DetailedTopology } from './topology.js';

/** Two units that do not fit together, and on how many metres. */
export interface Misfit {
  readonly kind: 'crack' | 'overlap';
  readonly ids: readonly [string, string];
  readonly metres: number;
}

/** Metres: a wider gap is water or land of nobody, a shallower overlap is rounding. */
const WIDEST = 50;
const DEEPEST = 3;
/** Metres of border on which a crack is none: two coasts meet where a border ends. */
const SHORTEST = 300;
const METRES_OF_DEGREE = 111_320;

/** Finds what does not fit. */
export function misfits({ arcs, units, grid, latitude }: DetailedTopology): Misfit[] {
  const kx = grid * METRES_OF_DEGREE * Math.cos((latitude * Math.PI) / 180);
  const ky = grid * METRES_OF_DEGREE;
  const metres: Arcs = {
    starts: arcs.starts,
    x: arcs.x.map((x) => x * kx),
    y: arcs.y.map((y) => y * ky),
  };
  const lengths = new Map<string, number>();
  const add = (kind: Misfit['kind'], a: number, b: number, length: number): void => {
    const key = `${kind} ${Math.min(a, b)} ${Math.max(a, b)}`;
    lengths.set(key, (lengths.get(key) ?? 0) + length);
  };
  addSameSides(metres, units, add);
  const edges = lonelyEdges(metres, units);
  const inside = new UnitsByRows(metres, units);
  const near = new EdgesByCells(edges, metres);
  for (let i = 0; i < edges.unit.length; i++) {
    const unit = edges.unit[i] ?? 0;
    const from = edges.from[i] ?? 0;
    const ax = metres.x[from] ?? 0;
    const ay = metres.y[from] ?? 0;
    const bx = metres.x[from + 1] ?? 0;
    const by = metres.y[from + 1] ?? 0;
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    const x = (ax + bx) / 2;
    const y = (ay + by) / 2;
    near.look(x, y, unit);
    const other = inside.unitAt(x, y, unit);
    if (other >= 0) {
      if (near.metres > DEEPEST || near.unit !== other) add('overlap', unit, other, length);
    } else if (near.metres <= WIDEST && near.metres > 0.5) add('crack', unit, near.unit, length);
  }
  return misfitsOf(lengths, units);
}

/** The misfits by the length of their edges; both units have their own edge along each of them. */
function misfitsOf(lengths: ReadonlyMap<string, number>, units: readonly UnitArcs[]): Misfit[] {
  return [...lengths]
    .flatMap(([key, length]): Misfit[] => {
      const [kind = '', a = '', b = ''] = key.split(' ');
      const ids = [units[Number(a)]?.id ?? '', units[Number(b)]?.id ?? ''] as const;
      const metres = Math.round(length / 2);
      if (kind === 'overlap') return [{ kind, ids, metres: Math.max(1, metres) }];
      return length / 2 >= SHORTEST ? [{ kind: 'crack', ids, metres }] : [];
    })
    .sort((x, y) => y.metres - x.metres);
}

/** Two units on the same side of an arc lie over one another; neighbours have it on their two sides. */
function addSameSides(
  { starts, x, y }: Arcs,
  units: readonly UnitArcs[],
  add: (kind: Misfit['kind'], a: number, b: number, length: number) => void,
): void {
  const left = new Map<number, number>();
  units.forEach(({ polygons }, unit) => {
    for (const signed of polygons.flat().flat()) {
      const other = left.get(signed);
      if (other === undefined) left.set(signed, unit);
      else if (other !== unit) {
        const arc = numberOfArc(signed);
        let length = 0;
        for (let i = starts[arc] ?? 0; i + 1 < (starts[arc + 1] ?? 0); i++)
          length += Math.hypot((x[i + 1] ?? 0) - (x[i] ?? 0), (y[i + 1] ?? 0) - (y[i] ?? 0));
        // Once from each of the two, as other overlaps are.
        add('overlap', other, unit, length * 2);
      }
    }
  });
}

/** Edges that are the border of one unit alone: the unit, and the number of the point where each begins. */
interface Edges {
  readonly unit: Int32Array;
  readonly from: Int32Array;
}

const SHARED = -2;

function lonelyEdges({ starts }: Arcs, units: readonly UnitArcs[]): Edges {
  const owner = new Int32Array(starts.length).fill(-1);
  units.forEach(({ polygons }, unit) => {
    for (const signed of polygons.flat().flat()) {
      const arc = numberOfArc(signed);
      owner[arc] = owner[arc] === -1 ? unit : SHARED;
    }
  });
  const unit: number[] = [];
  const from: number[] = [];
  for (let arc = 0; arc + 1 < starts.length; arc++)
    if ((owner[arc] ?? -1) >= 0)
      for (let i = starts[arc] ?? 0; i + 1 < (starts[arc + 1] ?? 0); i++) {
        unit.push(owner[arc] ?? 0);
        from.push(i);
      }
  return { unit: Int32Array.from(unit), from: Int32Array.from(from) };
}

/** In which unit a point lies: the edges of all units by the rows of a grid that they pass. */
class UnitsByRows {
  private readonly south: number;
  private readonly height: number;
  /** Where the edges of each row begin, then their units and points. */
  private readonly rows: Int32Array;
  private readonly unit: Int32Array;
  private readonly from: Int32Array;
  /** For one question at a time: the units that edges turned, and whether the point lies in each. */
  private readonly seen: Int32Array;
  private readonly isInside: Uint8Array;

  constructor(
    private readonly arcs: Arcs,
    units: readonly UnitArcs[],
  ) {
    this.isInside = new Uint8Array(units.length);
    const { y } = arcs;
    let [south, north] = [Infinity, -Infinity];
    for (const value of y) {
      if (value < south) south = value;
      if (value > north) north = value;
    }
    const count = Math.max(1, Math.min(4000, Math.ceil(y.length / 40)));
    this.south = south;
    this.height = (north - south || 1) / count;
    // First how many edges each row has, then the edges themselves.
    const lines = units.flatMap(({ polygons }, unit) =>
      polygons.flat().flatMap((ring) => ring.map((signed) => [numberOfArc(signed), unit] as const)),
    );
    this.rows = new Int32Array(count + 2);
    for (const [arc] of lines) this.count(arc);
    for (let row = 1; row < this.rows.length; row++)
      this.rows[row] = (this.rows[row] ?? 0) + (this.rows[row - 1] ?? 0);
    const total = this.rows[count + 1] ?? 0;
    this.unit = new Int32Array(total);
    this.from = new Int32Array(total);
    let longest = 0;
    for (let row = 0; row + 1 < this.rows.length; row++)
      longest = Math.max(longest, (this.rows[row + 1] ?? 0) - (this.rows[row] ?? 0));
    this.seen = new Int32Array(longest);
    const filled = this.rows.slice();
    for (const [arc, unit] of lines) this.fill(arc, unit, filled);
  }

  /** Counts the edges of an arc in the rows that they pass. */
  private count(arc: number): void {
    const { starts, y } = this.arcs;
    const { rows } = this;
    const end = (starts[arc + 1] ?? 0) - 1;
    for (let i = starts[arc] ?? 0; i < end; i++) {
      const ay = y[i] ?? 0;
      const by = y[i + 1] ?? 0;
      if (ay === by) continue;
      const last = this.rowOf(ay > by ? ay : by);
      for (let row = this.rowOf(ay > by ? by : ay); row <= last; row++)
        rows[row + 1] = (rows[row + 1] ?? 0) + 1;
    }
  }

  /** Enters the edges of an arc of a unit into those rows. */
  private fill(arc: number, unit: number, filled: Int32Array): void {
    const { starts, y } = this.arcs;
    const end = (starts[arc + 1] ?? 0) - 1;
    for (let i = starts[arc] ?? 0; i < end; i++) {
      const ay = y[i] ?? 0;
      const by = y[i + 1] ?? 0;
      if (ay === by) continue;
      const last = this.rowOf(ay > by ? ay : by);
      for (let row = this.rowOf(ay > by ? by : ay); row <= last; row++) {
        const at = filled[row] ?? 0;
        filled[row] = at + 1;
        this.unit[at] = unit;
        this.from[at] = i;
      }
    }
  }

  private rowOf(y: number): number {
    return Math.floor((y - this.south) / this.height);
  }

  /** The unit other than `own` in which a point lies; -1 where it lies in none. */
  unitAt(px: number, py: number, ownUnit: number): number {
    const { x, y } = this.arcs;
    const { unit, from, isInside, seen } = this;
    const row = this.rowOf(py);
    const end = this.rows[row + 1] ?? 0;
    let count = 0;
    for (let at = this.rows[row] ?? 0; at < end; at++) {
      const i = from[at] ?? 0;
      const ay = y[i] ?? 0;
      const by = y[i + 1] ?? 0;
      if (ay > py === by > py) continue;
      const other = unit[at] ?? 0;
      if (other === ownUnit) continue;
      const ax = x[i] ?? 0;
      const bx = x[i + 1] ?? 0;
      if (px >= ((bx - ax) * (py - ay)) / (by - ay) + ax) continue;
      // Each edge to the east turns inside to outside.
      isInside[other] = 1 - (isInside[other] ?? 0);
      seen[count++] = other;
    }
    let least = -1;
    while (count > 0) {
      const other = seen[--count] ?? 0;
      if (isInside[other] === 1 && (least < 0 || other < least)) least = other;
      isInside[other] = 0;
    }
    return least;
  }
}

/** Edges by squares as wide as the widest crack. */
class EdgesByCells {
  /** The nearest edge of another unit, of the last look: its unit, and how far it is; Infinity for none. */
  unit = -1;
  metres = Infinity;
  private readonly cells: Buckets;
  /** The only unit that has edges at a place: most of a coast is near no other unit. */
  private readonly only: Int32Array;

  constructor(
    private readonly edges: Edges,
    private readonly arcs: Arcs,
  ) {
    const { x, y } = arcs;
    this.cells = new Buckets(edges.unit.length * 2);
    this.only = new Int32Array(this.cells.size).fill(-1);
    for (let edge = 0; edge < edges.from.length; edge++) {
      const i = edges.from[edge] ?? 0;
      const ax = x[i] ?? 0;
      const ay = y[i] ?? 0;
      const bx = x[i + 1] ?? 0;
      const by = y[i + 1] ?? 0;
      const squared = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
      const steps = Math.max(1, Math.ceil(Math.sqrt(squared) / WIDEST));
      let last = -1;
      for (let step = 0; step <= steps; step++) {
        const slot = this.slotOf(ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps);
        if (slot !== last) this.cells.add(slot, edge);
        const unit = edges.unit[edge] ?? 0;
        if (this.only[slot] !== unit) this.only[slot] = this.only[slot] === -1 ? unit : SHARED;
        last = slot;
      }
    }
  }

  private slotOf(x: number, y: number): number {
    return this.cells.slot(Math.floor(x / WIDEST), Math.floor(y / WIDEST));
  }

  /** Looks for the nearest edge. Without an object for an answer, because every lonely edge asks. */
  look(x: number, y: number, ownUnit: number): void {
    const { cells, edges, only } = this;
    this.unit = -1;
    this.metres = Infinity;
    const column = Math.floor(x / WIDEST);
    const row = Math.floor(y / WIDEST);
    for (let i = column - 1; i <= column + 1; i++)
      for (let j = row - 1; j <= row + 1; j++) {
        const slot = cells.slot(i, j);
        const one = only[slot];
        if (one === -1 || one === ownUnit) continue;
        for (let entry = cells.first(slot); entry > 0; entry = cells.after(entry)) {
          const edge = cells.thing(entry);
          const unit = edges.unit[edge] ?? -1;
          if (unit === ownUnit) continue;
          const metres = this.distance(edges.from[edge] ?? 0, x, y);
          if (metres >= this.metres) continue;
          this.metres = metres;
          this.unit = unit;
        }
      }
  }

  private distance(from: number, px: number, py: number): number {
    const { x, y } = this.arcs;
    const ax = x[from] ?? 0;
    const ay = y[from] ?? 0;
    const dx = (x[from + 1] ?? 0) - ax;
    const dy = (y[from + 1] ?? 0) - ay;
    const part = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1);
    const along = Math.max(0, Math.min(1, part));
    const offX = px - ax - along * dx;
    const offY = py - ay - along * dy;
    return Math.sqrt(offX * offX + offY * offY);
  }
}
