/**
 * The borders that a newspaper finds ready-made: the package @svg-maps/vietnam (CC BY 4.0) as GeoJSON of
 * about 5,000 corners. Drawn by the peers that take GeoJSON, and only measured: it is no source of borders.
 */

/** Corners, about; the package itself has ten times as many. */
const CORNERS = 5000;
/** Where the package's drawing lies, about: degrees of its left and upper rim, and degrees a unit. */
const [WEST, NORTH, DEGREES] = [102.14, 23.4, 0.0189];

/** The rings of an SVG path; of a curve only where it ends. */
function ringsOf(path) {
  const rings = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of path.matchAll(/([mlcz])([^mlcz]*)/gi)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (/z/i.test(command)) [x, y] = rings.at(-1)[0];
    if (/m/i.test(command)) rings.push([]);
    const step = /c/i.test(command) ? 6 : 2;
    for (let i = step; i <= numbers.length; i += step) {
      const [right, down] = [numbers[i - 2], numbers[i - 1]];
      [x, y] = /[A-Z]/.test(command) ? [right, down] : [x + right, y + down];
      rings.at(-1).push([x, y]);
    }
  }
  return rings;
}

/** A ring on a grid, closed and clockwise; undefined where nothing is left of it. */
function snapped(ring, grid) {
  const points = ring.map((point) => point.map((n) => Math.round(n / grid) * grid));
  const corners = points.filter(([x, y], i) => {
    const [px, py] = points.at(i - 1);
    return x !== px || y !== py;
  });
  if (corners.length < 3) return undefined;
  const closed = [...corners, corners[0]];
  let area = 0;
  for (let i = 1; i < closed.length; i++)
    area += closed[i - 1][0] * closed[i][1] - closed[i][0] * closed[i - 1][1];
  return area > 0 ? closed : closed.reverse();
}

/** A feature for each of the ids; which province has which id is not told, the figures are made up. */
export async function foundBorders(ids) {
  const { default: drawing } = await import('@svg-maps/vietnam');
  const provinces = drawing.locations
    .filter(({ id }) => !['hoangsa', 'truongsa'].includes(id))
    .map(({ path }) => ringsOf(path));
  const at = (grid) =>
    provinces.map((rings) => rings.map((ring) => snapped(ring, grid)).filter(Boolean));
  let grid = 0.5;
  while (at(grid).flat(2).length > CORNERS) grid += 0.05;
  const degrees = ([x, y]) =>
    [WEST + x * DEGREES, NORTH - y * DEGREES].map((n) => Number(n.toFixed(3)));
  return {
    type: 'FeatureCollection',
    features: at(grid).map((rings, i) => ({
      type: 'Feature',
      id: ids[i],
      properties: { id: ids[i] },
      geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring.map(degrees)]) },
    })),
  };
}
