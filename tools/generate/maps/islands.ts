/** Small islands: which are drawn as outlines, which as dots, which not at all. */
import {
  area,
  contains,
  distanceToRing,
  largest,
  type Point,
  type Ring,
  type Shapes,
} from './geometry.ts';

export interface CoastalIsland {
  name: string;
  /** The code of its province in the edition 2025. */
  province: string;
  lon: number;
  lat: number;
}

/** Square units under which an outline says nothing (1 unit is about 1.7 km). */
const LEAST = 10;

/** Square units under which an island of the list is a dot: its outline would be a speck. */
const LEAST_LISTED = 25;

/** An outline within this many units of the point on the list is the island meant. */
const NEAR = 4;

/** Islands of the list whose province had another code before, by the legal acts of the merger. */
const BEFORE: Readonly<Record<string, string>> = {
  'Cồn Cỏ': '45', // Quảng Trị
  'Cù Lao Chàm': '49', // Quảng Nam
  'Phú Quý': '60', // Bình Thuận
  'Côn Đảo': '77', // Bà Rịa - Vũng Tàu
};

/** The code of an island's province in the edition 2008. */
export function provinceBefore(island: CoastalIsland, heirs: ReadonlyMap<string, string>): string {
  const code = BEFORE[island.name] ?? island.province;
  if (heirs.get(code) !== island.province) throw new Error(`whose is ${island.name}?`);
  return code;
}

export interface Islands {
  shapes: Shapes;
  dots: [code: string, point: Point][];
}

/**
 * The shapes (in a map's units) without the islands too small for an outline, and a dot for each
 * island of the list that has no outline then.
 */
export function placeIslands(
  source: Shapes,
  list: readonly { code: string; point: Point }[],
): Islands {
  const shapes: Shapes = new Map();
  const dots: Islands['dots'] = [];
  for (const [code, rings] of source) {
    const listed = list.filter((island) => island.code === code).map((island) => island.point);
    const leastOf = (ring: Ring): number =>
      listed.some((point) => isNear(ring, point)) ? LEAST_LISTED : LEAST;
    const drawn = rings.filter((ring) => ring === largest(rings) || area(ring) >= leastOf(ring));
    shapes.set(code, drawn);
    for (const point of listed)
      if (!drawn.some((ring) => isNear(ring, point))) dots.push([code, whole(point)]);
  }
  return { shapes, dots };
}

const whole = ([x, y]: Point): Point => [Math.round(x), Math.round(y)];

const isNear = (ring: Ring, point: Point): boolean =>
  contains(ring, point) || distanceToRing(point, ring) < NEAR;
