/** What the tests of the maps share. */
import { MAP as MAP_2008 } from '../../src/maps/provinces-2008.generated.ts';
import { MAP as MAP_2025 } from '../../src/maps/provinces-2025.generated.ts';
import type { BuiltInMap, Projection } from '../../src/maps/types.ts';
import { ringsOf } from '../../tools/generate/maps/drawing.ts';
import { sides, signedArea, type Point, type Ring } from '../../tools/generate/maps/geometry.ts';

export const MAPS: readonly BuiltInMap[] = [MAP_2008, MAP_2025];
export { MAP_2008, MAP_2025 };

export function ringsOfProvince(map: BuiltInMap, code: string): Ring[] {
  const path = map.provinces.find(([id]) => id === code)?.[1];
  if (!path) throw new Error(`no province ${code}`);
  return ringsOf(path);
}

/** `project` backwards: longitude and latitude of a place on a map. */
export function unproject({ k, x0, y0 }: Projection, [x, y]: Point): Point {
  const ordinate = ((y0 - y / k) * Math.PI) / 180;
  return [x / k + x0, (Math.atan(Math.exp(ordinate)) * 360) / Math.PI - 90];
}

const EARTH_KM = 6371.0072; // of a sphere with the earth's surface

/** The area on the globe, in km². */
export function squareKilometres(map: BuiltInMap, rings: readonly Ring[]): number {
  const rad = Math.PI / 180;
  const areas = rings.map((ring) => {
    const places = ring.map((p) => unproject(map, p));
    const strips = sides(places).map(
      ([[lon, lat], [lon2, lat2]]) =>
        (lon2 - lon) * rad * (Math.sin(lat * rad) + Math.sin(lat2 * rad)),
    );
    return Math.abs(strips.reduce((sum, strip) => sum + strip, 0) / 2);
  });
  return areas.reduce((sum, one) => sum + one, 0) * EARTH_KM ** 2;
}

export const areaInUnits = (rings: readonly Ring[]): number =>
  rings.reduce((sum, ring) => sum + Math.abs(signedArea(ring)), 0);
