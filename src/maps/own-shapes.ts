/** The paths of areas, and the dots in place of islands too small to see. */
import { geoPath, geoTransform } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import type { DrawnShape, Mainland } from './drawing.js';
import type { Box, Part } from './own-parts.js';

/** px across: an island of fewer is drawn as a dot of this size. */
const DOT = 6;

/** One path an area, of all its parts. */
export function shapesOf(
  parts: readonly Part[],
  project: (lon: number, lat: number) => [number, number],
): DrawnShape[] {
  const byId = new Map<string, Part[]>();
  for (const part of parts) byId.set(part.id, [...(byId.get(part.id) ?? []), part]);
  // A planar transform: the winding of a ring, which d3's spherical projections depend on, is free.
  const path = geoPath(
    geoTransform({
      point(lon, lat) {
        const [x, y] = project(lon, lat);
        this.stream.point(Math.round(x * 10) / 10, Math.round(y * 10) / 10);
      },
    }),
  );
  return [...byId].map(([id, areaParts]) => {
    const geometry: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: areaParts.map((p) => p.polygon),
    };
    const [x, y] = path.centroid(geometry);
    return { id, path: path(geometry) ?? '', x, y };
  });
}

/** A mainland with dots: in place of islands that stand alone and have fewer px than a dot. */
export function withDots(
  mainland: Mainland,
  parts: readonly Part[],
  box: Box,
  k: number,
  project: (lon: number, lat: number) => [number, number],
): (pixels: number) => Mainland {
  const sized = parts
    .map((part) => ({
      part,
      x: ((part.box.west + part.box.east) / 2 - box.west) * k,
      y: (box.north - (part.box.south + part.box.north) / 2) * k,
      size: Math.max(part.box.east - part.box.west, part.box.north - part.box.south) * k,
    }))
    .sort((a, b) => b.size - a.size);
  let last: { pixels: number; drawn: Mainland } | undefined;
  return (pixels) => {
    if (last?.pixels === pixels) return last.drawn;
    const across = (DOT * mainland.width) / Math.max(1, pixels);
    const dots = new Map<string, string>();
    const rest: Part[] = [];
    const seen = new Map<string, typeof sized>();
    for (const one of sized) {
      const { part, x, y, size } = one;
      const earlier = seen.get(part.id) ?? [];
      // Beside a larger part, or another dot, of the same area it is no mark of its own.
      const isAlone = earlier.every(
        (other) => Math.hypot(other.x - x, other.y - y) >= across + other.size / 2,
      );
      if (isAlone) seen.set(part.id, [...earlier, one]);
      if (isAlone && size < across)
        dots.set(part.id, (dots.get(part.id) ?? '') + octagon(x, y, across / 2));
      else if (size >= across) rest.push(part);
    }
    const drawn =
      dots.size > 0 ? { ...mainland, shapes: dotted(mainland, dots, rest, project) } : mainland;
    last = { pixels, drawn };
    return drawn;
  };
}

function dotted(
  { shapes }: Mainland,
  dots: ReadonlyMap<string, string>,
  rest: readonly Part[],
  project: (lon: number, lat: number) => [number, number],
): DrawnShape[] {
  const large = new Map(
    shapesOf(
      rest.filter(({ id }) => dots.has(id)),
      project,
    ).map(({ id, path }) => [id, path]),
  );
  return shapes.map((shape) => {
    const dot = dots.get(shape.id);
    return dot ? { ...shape, path: (large.get(shape.id) ?? '') + dot } : shape;
  });
}

/** Straight lines, because rings and hatching are made of the corners of a path. */
function octagon(x: number, y: number, radius: number): string {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => {
    const turn = ((i + 0.5) * Math.PI) / 4;
    const [dx, dy] = [Math.cos(turn) * radius, Math.sin(turn) * radius];
    return `${Math.round((x + dx) * 10) / 10},${Math.round((y + dy) * 10) / 10}`;
  });
  return `M${corners.join('L')}Z`;
}
