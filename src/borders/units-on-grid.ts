/** Units as arcs on a grid: points that lie within some centimetres are one, and positions are whole steps. */
import { arcsOf, type Arcs, type UnitArcs } from './arcs.js';
import { joined } from './joined-units.js';
import type { Polygon } from './rings.js';
import { Vertices } from './vertices.js';

export interface UnitPolygons {
  readonly id: string;
  readonly polygons: readonly Polygon[];
}

/** Degrees: points nearer than this are one point. About 10 cm. */
const SAME = 1e-6;

/** Units whose rings are numbers of vertices. */
export interface NumberedUnits {
  readonly units: readonly { readonly id: string; readonly polygons: Int32Array[][] }[];
  readonly vertices: Vertices;
}

/** One number for points that lie within some centimetres: files of several zones meet so. */
export function numbered(units: readonly UnitPolygons[]): NumberedUnits {
  let total = 0;
  for (const { polygons } of units)
    for (const polygon of polygons) for (const ring of polygon) total += ring.length / 2;
  const vertices = new Vertices(total, SAME);
  return {
    vertices,
    units: units.map(({ id, polygons }) => ({
      id,
      polygons: polygons.map((polygon) => polygon.map((ring) => vertices.numbersOf(ring))),
    })),
  };
}

/** Units as arcs on a grid of whole steps. */
export interface GriddedUnits {
  readonly grid: number;
  /** Steps from 0, 0 to the south-western corner, from which the arcs count. */
  readonly origin: readonly [number, number];
  /** Degrees of latitude of the middle. */
  readonly latitude: number;
  readonly arcs: Arcs;
  readonly units: readonly UnitArcs[];
}

export async function gridded(
  { units, vertices }: NumberedUnits,
  grid: number,
): Promise<GriddedUnits> {
  const { x, y, count } = vertices;
  let [west, south, north] = [Infinity, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    west = Math.min(west, x[i] ?? NaN);
    south = Math.min(south, y[i] ?? NaN);
    north = Math.max(north, y[i] ?? NaN);
  }
  const origin = [Math.floor(west / grid), Math.floor(south / grid)] as const;
  const rings = units.flatMap(({ polygons }) => polygons.flat());
  // A ring smaller than a step gets four vertices of its own.
  const onGrid = new Vertices(count + rings.length * 4);
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++)
    numbers[i] = onGrid.numberOf(
      Math.round((x[i] ?? NaN) / grid) - origin[0],
      Math.round((y[i] ?? NaN) / grid) - origin[1],
    );
  const made = arcsOf(
    rings.map((ring) => onGridRing(ring, numbers, onGrid)),
    onGrid,
  );
  let next = 0;
  const snapped = units.map(({ id, polygons }) => ({
    id,
    polygons: polygons.map((polygon) => polygon.map(() => made.rings[next++] ?? [])),
  }));
  return {
    grid,
    origin,
    latitude: (south + north) / 2,
    arcs: made.arcs,
    units: await Promise.all(snapped.map((unit) => joined(unit, made.arcs))),
  };
}

/** A ring's vertices on the grid. A ring smaller than a step becomes the smallest one that has an area. */
function onGridRing(ring: Int32Array, numbers: Int32Array, onGrid: Vertices): Int32Array {
  const points = new Int32Array(ring.length);
  let count = 0;
  for (const vertex of ring) {
    const number = numbers[vertex] ?? 0;
    if (count === 0 || points[count - 1] !== number) points[count++] = number;
  }
  while (count > 1 && points[count - 1] === points[0]) count -= 1;
  const corners = points.subarray(0, count);
  if (count >= 3 && areaOfVertices(corners, onGrid) !== 0) return corners;
  const x = onGrid.x[points[0] ?? 0] ?? 0;
  const y = onGrid.y[points[0] ?? 0] ?? 0;
  return Int32Array.of(
    onGrid.numberOf(x - 1, y),
    onGrid.numberOf(x, y - 1),
    onGrid.numberOf(x + 1, y),
    onGrid.numberOf(x, y + 1),
  );
}

function areaOfVertices(ring: Int32Array, { x, y }: Vertices): number {
  const x0 = x[ring[0] ?? 0] ?? 0;
  const y0 = y[ring[0] ?? 0] ?? 0;
  let [sum, ax, ay] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const bx = (x[ring[i] ?? 0] ?? 0) - x0;
    const by = (y[ring[i] ?? 0] ?? 0) - y0;
    sum += ax * by - bx * ay;
    ax = bx;
    ay = by;
  }
  return sum / 2;
}
