/** Units of several rows as one: what two rows have in common is no border. */
import type { MultiPolygon, Topology } from 'topojson-specification';
import { numberOfArc, type ArcRing, type Arcs, type UnitArcs } from './arcs.js';
import { ringArea, ringOf } from './rings.js';

/** A unit whose rows meet along an arc becomes one: that arc is no border of it. A shape that is there twice is one. */
export async function joined(source: UnitArcs, arcs: Arcs): Promise<UnitArcs> {
  const unit = { id: source.id, polygons: different(source.polygons) };
  const all = unit.polygons.flat().flat().map(numberOfArc);
  if (new Set(all).size === all.length) return unit;
  const { mergeArcs } = await import('topojson-client');
  const positions: [number, number][][] = [];
  for (const arc of all) positions[arc] = positionsOf(arc, arcs);
  const topology: Topology = { type: 'Topology', objects: {}, arcs: positions };
  const geometry: MultiPolygon = { type: 'MultiPolygon', arcs: unit.polygons };
  const { arcs: merged } = mergeArcs(topology, [geometry]);
  // Shapes that lie over one another have no common border: to join them would lose what they have in common.
  const isLess = landOf(merged, positions) < landOf(unit.polygons, positions) * 0.999;
  return isLess ? unit : { id: unit.id, polygons: merged };
}

/** Polygons without those that have the same arcs as one before them. */
function different(polygons: readonly ArcRing[][]): ArcRing[][] {
  const seen = new Set<string>();
  return polygons.filter((polygon) => {
    const key = polygon
      .flat()
      .map(numberOfArc)
      .sort((a, b) => a - b)
      .join();
    return !seen.has(key) && seen.add(key);
  });
}

function positionsOf(arc: number, { starts, x, y }: Arcs): [number, number][] {
  const corners: [number, number][] = [];
  for (let i = starts[arc] ?? 0; i < (starts[arc + 1] ?? 0); i++)
    corners.push([x[i] ?? 0, y[i] ?? 0]);
  return corners;
}

/** The area of polygons, whichever way their rings run. */
function landOf(polygons: readonly ArcRing[][], positions: readonly [number, number][][]): number {
  const areaOf = (ring: ArcRing): number =>
    Math.abs(
      ringArea(
        ringOf(
          ring.flatMap((arc) => {
            const line = positions[numberOfArc(arc)] ?? [];
            return arc < 0 ? [...line].reverse() : line;
          }),
        ),
      ),
    );
  return polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + areaOf(outer) - holes.reduce((less, hole) => less + areaOf(hole), 0),
    0,
  );
}
