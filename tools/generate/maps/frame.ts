/** Where on the paper the country lies. */
import { project } from '../../../src/maps/nation.ts';
import type { Projection } from '../../../src/maps/types.ts';
import type { Point, Shapes } from './geometry.ts';

export const HEIGHT = 1000;

export interface Frame extends Projection {
  width: number;
}

/** Constants with few digits: the same on every machine, and short. */
const digits = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The frame that some places (longitude, latitude) fill from top to bottom and side to side. */
export function frameOf(places: readonly Point[]): Frame {
  const plain = { k: 1, x0: 0, y0: 0 };
  const points = places.map(([lon, lat]) => project(plain, lon, lat));
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const k = digits(HEIGHT / (bottom - top));
  return { k, x0: digits(west), y0: digits(-top), width: Math.ceil((east - west) * k) };
}

/** Outlines in degrees as outlines in units. */
export const projectShapes = (frame: Projection, shapes: Shapes): Shapes =>
  new Map(
    [...shapes].map(([code, rings]) => [
      code,
      rings.map((ring) => ring.map(([lon, lat]): Point => project(frame, lon, lat))),
    ]),
  );
