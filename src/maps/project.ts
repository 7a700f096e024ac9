import type { Projection } from './types.js';

/** Where a place is on a built-in map, in its units: x to the right, y downwards. Not rounded. */
export function project(map: Projection, lon: number, lat: number): [x: number, y: number] {
  const ordinate = (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
  return [(lon - map.x0) * map.k, (map.y0 - ordinate) * map.k];
}
