/**
 * Cracks and overlaps between units: stretches of their own borders that lie beside, or inside of, another
 * unit instead of being one line with it.
 */
import type { Position } from 'geojson';
import { boxOf, isInBox, isInPolygon, type Box } from './rings.js';
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

interface Edge {
  readonly unit: number;
  readonly a: Position;
  readonly b: Position;
}

/** Finds what does not fit. */
export function misfits({ arcs, units, grid, latitude }: DetailedTopology): Misfit[] {
  const [kx, ky] = [
    grid * METRES_OF_DEGREE * Math.cos((latitude * Math.PI) / 180),
    grid * METRES_OF_DEGREE,
  ];
  const metres = (points: readonly Position[]): Position[] =>
    points.map(([x = 0, y = 0]) => [x * kx, y * ky]);
  const owners = ownersOf(units);
  const shapes = units.map(({ polygons }) => {
    const rings = polygons.map((polygon) => polygon.map((ring) => metres(ringPoints(ring, arcs))));
    return { rings, box: boxOf(rings.flat()) };
  });
  const edges: Edge[] = [];
  arcs.forEach((points, arc) => {
    const own = owners.get(arc);
    if (own?.length !== 1 || own[0] === undefined) return;
    const line = metres(points);
    for (let i = 1; i < line.length; i++)
      edges.push({ unit: own[0], a: line[i - 1] ?? [], b: line[i] ?? [] });
  });
  const cells = cellsOf(edges);
  const lengths = new Map<string, number>();
  const add = (kind: Misfit['kind'], a: number, b: number, length: number): void => {
    const key = `${kind} ${Math.min(a, b)} ${Math.max(a, b)}`;
    lengths.set(key, (lengths.get(key) ?? 0) + length);
  };
  for (const { unit, a, b } of edges) {
    const [ax = 0, ay = 0] = a;
    const [bx = 0, by = 0] = b;
    const length = Math.hypot(bx - ax, by - ay);
    const middle: [number, number] = [(ax + bx) / 2, (ay + by) / 2];
    const beside = nearest(cells, middle, unit);
    const inside = shapes.findIndex((shape, other) => other !== unit && contains(shape, ...middle));
    if (inside >= 0) {
      if (beside.metres > DEEPEST || beside.unit !== inside) add('overlap', unit, inside, length);
    } else if (beside.metres <= WIDEST && beside.metres > 0.5)
      add('crack', unit, beside.unit, length);
  }
  return [...lengths]
    .flatMap(([key, length]): Misfit[] => {
      const [kind = '', a = '', b = ''] = key.split(' ');
      const ids = [units[Number(a)]?.id ?? '', units[Number(b)]?.id ?? ''] as const;
      const both = length / 2;
      if (kind === 'overlap') return [{ kind, ids, metres: Math.max(1, Math.round(both)) }];
      return both >= SHORTEST ? [{ kind: 'crack', ids, metres: Math.round(both) }] : [];
    })
    .sort((x, y) => y.metres - x.metres);
}

/** The units on both sides of each arc. */
function ownersOf(units: DetailedTopology['units']): Map<number, number[]> {
  const owners = new Map<number, number[]>();
  units.forEach(({ polygons }, unit) => {
    for (const signed of polygons.flat().flat()) {
      const arc = signed < 0 ? ~signed : signed;
      owners.set(arc, [...(owners.get(arc) ?? []), unit]);
    }
  });
  return owners;
}

function ringPoints(ring: readonly number[], arcs: readonly Position[][]): Position[] {
  return ring.flatMap((signed) => {
    const arc = arcs[signed < 0 ? ~signed : signed] ?? [];
    return signed < 0 ? [...arc].reverse() : arc;
  });
}

const contains = (
  { rings, box }: { rings: readonly Position[][][]; box: Box },
  x: number,
  y: number,
): boolean => isInBox(box, x, y) && rings.some((polygon) => isInPolygon(polygon, x, y));

/** Edges by squares as wide as the widest crack. */
function cellsOf(edges: readonly Edge[]): Map<number, Edge[]> {
  const cells = new Map<number, Edge[]>();
  for (const edge of edges) {
    const [ax = 0, ay = 0] = edge.a;
    const [bx = 0, by = 0] = edge.b;
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / WIDEST));
    let last = NaN;
    for (let i = 0; i <= steps; i++) {
      const key = cellKey(ax + ((bx - ax) * i) / steps, ay + ((by - ay) * i) / steps);
      if (key === last) continue;
      last = key;
      const there = cells.get(key);
      if (there) there.push(edge);
      else cells.set(key, [edge]);
    }
  }
  return cells;
}

const cellKey = (x: number, y: number): number =>
  Math.floor(x / WIDEST) * 2 ** 26 + Math.floor(y / WIDEST);

function nearest(
  cells: Map<number, Edge[]>,
  [x, y]: [number, number],
  unit: number,
): { unit: number; metres: number } {
  let best = { unit: -1, metres: Infinity };
  for (const dx of [-WIDEST, 0, WIDEST])
    for (const dy of [-WIDEST, 0, WIDEST])
      for (const edge of cells.get(cellKey(x + dx, y + dy)) ?? []) {
        if (edge.unit === unit) continue;
        const metres = distance(edge, x, y);
        if (metres < best.metres) best = { unit: edge.unit, metres };
      }
  return best;
}

function distance({ a, b }: Edge, x: number, y: number): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(
    0,
    Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)),
  );
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
