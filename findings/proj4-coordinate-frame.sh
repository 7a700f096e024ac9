#!/usr/bin/env bash
# A national grid given as PROJJSON or WKT2 with its shift to WGS 84 (BoundCRS), as PROJ, QGIS and GDAL write it.
# EPSG Guidance Note 7-2 has two conventions for the three rotations, which differ in the sign: Position Vector
# (EPSG:9606) and Coordinate Frame (EPSG:9607); the method named in the definition says which one is meant. The shift of
# VN-2000 (EPSG:6960) is a Coordinate Frame one.
# proj4 2.22.0 (with wkt-parser 1.5.6) reads the numbers and not the method: it takes them for Position Vector ones. The
# same shift written both ways gives two places, and nothing is said: 29 m apart for the British shift below (rotations up
# to 0,84"), under a metre for VN-2000. On a map of hamlets or plots the borders lie beside the streets.
# Expected: both ways give the place that the +towgs84 text (Position Vector by definition) gives.
# Exits 0 while that is so. Our importer does not take a shift from such numbers: src/borders/wkt-system.ts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact proj4@2.22.0 wkt-parser@1.5.6
cat >run.mjs <<'JS'
import proj4 from 'proj4';

const arcSecond = { type: 'AngularUnit', name: 'arc-second', conversion_factor: 4.84813681109536e-6 };
const perMillion = { type: 'ScaleUnit', name: 'parts per million', conversion_factor: 1e-6 };
const axis = (name, abbreviation, direction) => ({ name, abbreviation, direction, unit: 'degree' });
const geographic = (name, ellipsoid) => ({
  type: 'GeographicCRS',
  name,
  datum: { type: 'GeodeticReferenceFrame', name, ellipsoid },
  coordinate_system: {
    subtype: 'ellipsoidal',
    axis: [axis('Geodetic latitude', 'Lat', 'north'), axis('Geodetic longitude', 'Lon', 'east')],
  },
});
/** The shift of EPSG:1314, whose rotations are -0.15, -0.247 and -0.842 as Coordinate Frame ones. */
function bound(method, code, sign) {
  const values = [446.448, -125.157, 542.06, 0.15 * sign, 0.247 * sign, 0.842 * sign, -20.489];
  const names = ['X-axis translation', 'Y-axis translation', 'Z-axis translation', 'X-axis rotation', 'Y-axis rotation',
    'Z-axis rotation', 'Scale difference'];
  return {
    $schema: 'https://proj.org/schemas/v0.7/projjson.schema.json',
    type: 'BoundCRS',
    source_crs: geographic('Airy', { name: 'Airy 1830', semi_major_axis: 6377563.396, inverse_flattening: 299.3249646 }),
    target_crs: geographic('World Geodetic System 1984', {
      name: 'WGS 84', semi_major_axis: 6378137, inverse_flattening: 298.257223563,
    }),
    transformation: {
      name: 'to WGS 84',
      method: { name: method, id: { authority: 'EPSG', code } },
      parameters: names.map((name, i) => ({
        name,
        value: values[i],
        unit: i < 3 ? 'metre' : i < 6 ? arcSecond : perMillion,
        id: { authority: 'EPSG', code: 8605 + i },
      })),
    },
  };
}
const place = [-1.5, 53];
const text = '+proj=longlat +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +no_defs';
const right = proj4(text, 'WGS84', place);
/** Metres between two places that are near each other. */
const metres = ([x, y]) =>
  Math.hypot((x - right[0]) * 111_320 * Math.cos((y * Math.PI) / 180), (y - right[1]) * 111_320);
const seen = {
  'Position Vector (9606)': bound('Position Vector transformation (geog2D domain)', 9606, 1),
  'Coordinate Frame (9607)': bound('Coordinate Frame rotation (geog2D domain)', 9607, -1),
};
console.log('expected: 0.0 m from the place of +towgs84 for both');
const found = Object.entries(seen).map(([name, crs]) => {
  const off = metres(proj4(crs, 'WGS84', place));
  console.log(`${name.padEnd(24)} ${off.toFixed(1)} m`);
  return off;
});
const asBefore = found[0] < 0.01 && Math.abs(found[1] - 28.8) < 1;
if (!asBefore) console.error('What these versions do has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "proj4 2.22.0, wkt-parser 1.5.6"
node run.mjs
