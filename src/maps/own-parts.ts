/** The polygons of a file of borders, and which of them lie together. */
import type { Position } from 'geojson';

/** One polygon of an area. */
export interface Part {
  readonly id: string;
  readonly polygon: Position[][];
  readonly box: Box;
}

/** Longitudes in degrees, and Mercator's ordinates. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A part farther from the rest than this share of the rest's size goes to an inset. */
const FAR = 0.6;

/** Mercator's ordinate, in degrees, so that both axes have one unit. */
export const ordinate = (lat: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

/** The box around a ring of longitudes and latitudes. */
export function boxOfRing(ring: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of ring) {
    const y = ordinate(lat);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

/** The box around two boxes. */
export const union = (a: Box, b: Box): Box => ({
  west: Math.min(a.west, b.west),
  south: Math.min(a.south, b.south),
  east: Math.max(a.east, b.east),
  north: Math.max(a.north, b.north),
});

/** Degrees: the mainland of the country ends at 109.5° E, the archipelagos begin at 111° E. */
const EAST = 110.5;

/** The parts of the nation's mainland and of the islands near it. */
export function mainlandParts(parts: readonly Part[]): Set<Part> {
  const inland = parts.filter(({ box }) => box.west < EAST);
  return inland.length > 0 ? new Set(inland) : nearParts(parts);
}

/** The parts that lie together: beginning with the largest, those not far from what is gathered. */
export function nearParts(parts: readonly Part[]): Set<Part> {
  const size = ({ box }: Part) => (box.east - box.west) * (box.north - box.south);
  const bySize = [...parts].sort((a, b) => size(b) - size(a));
  const first = bySize[0];
  if (!first) return new Set();
  const near = new Set([first]);
  let box = first.box;
  for (let grown = true; grown;) {
    grown = false;
    for (const part of bySize) {
      if (
        near.has(part) ||
        gapBetween(box, part.box) > FAR * Math.max(box.east - box.west, box.north - box.south)
      ) {
        continue;
      }
      near.add(part);
      box = union(box, part.box);
      grown = true;
    }
  }
  return near;
}

function gapBetween(a: Box, b: Box): number {
  const x = Math.max(0, a.west - b.east, b.west - a.east);
  const y = Math.max(0, a.south - b.north, b.south - a.north);
  return Math.hypot(x, y);
}
