/**
 * From metres of a transverse Mercator projection, and from VN-2000, to longitude and latitude of WGS 84: series of
 * Krüger to the fourth order of the third flattening (Karney 2011, below a micrometre within a zone) and the seven
 * parameters of EPSG:6960. In place over typed arrays, because libraries take one position at a time.
 */

/** WGS 84, which VN-2000 has as its ellipsoid too. */
const A = 6_378_137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const B = A * (1 - F);
/** Third flattening. */
const N = F / (2 - F);
const RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const BETA = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4,
  N ** 2 / 48 + N ** 3 / 15 - (437 / 1440) * N ** 4,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4,
  (4397 / 161_280) * N ** 4,
] as const;
const DELTA = [
  2 * N - (2 / 3) * N ** 2 - 2 * N ** 3 + (116 / 45) * N ** 4,
  (7 / 3) * N ** 2 - (8 / 5) * N ** 3 - (227 / 45) * N ** 4,
  (56 / 15) * N ** 3 - (136 / 35) * N ** 4,
  (4279 / 630) * N ** 4,
] as const;

const DEGREES = 180 / Math.PI;

/** The numbers of a transverse Mercator projection: degrees, metres. */
export interface TransverseMercator {
  readonly meridian: number;
  readonly scale: number;
  readonly falseEasting: number;
  readonly falseNorthing: number;
  readonly originLatitude: number;
  /** Metres of a unit of the file. */
  readonly unit: number;
}

/** The sum of a series of sines of the multiples 2, 4, 6, 8 of an angle, by Clenshaw. */
function sines(terms: readonly [number, number, number, number], angle: number): number {
  const a = terms[0];
  const b = terms[1];
  const c = terms[2];
  const d = terms[3];
  const double = 2 * Math.cos(2 * angle);
  const third = c + double * d;
  const second = b + double * third - d;
  return Math.sin(2 * angle) * (a + double * second - third);
}

const latitudeOf = (conformal: number): number => conformal + sines(DELTA, conformal);

/** The northing of a latitude on the central meridian, over the scaled radius. */
function northingOf(latitude: number): number {
  let angle = latitude;
  // Each step is a thousand times nearer.
  for (let i = 0; i < 8; i++) angle += latitude - latitudeOf(angle - sines(BETA, angle));
  return angle;
}

/** Metres to degrees, in place: x, y, x, y … becomes longitude, latitude, longitude, latitude … */
export function unproject(xy: Float64Array, projection: TransverseMercator): void {
  const { meridian, scale, falseEasting, falseNorthing, originLatitude, unit } = projection;
  const per = 1 / (scale * RADIUS);
  const origin = originLatitude === 0 ? 0 : northingOf(originLatitude / DEGREES);
  const [b1, b2, b3, b4] = BETA;
  for (let i = 0; i < xy.length; i += 2) {
    const eta = ((xy[i] ?? NaN) * unit - falseEasting) * per;
    const xi = ((xy[i + 1] ?? NaN) * unit - falseNorthing) * per + origin;
    // The complex sine of twice the angle, and of its multiples by the rule for sums.
    const grown = Math.exp(2 * eta);
    const s = Math.sin(2 * xi);
    const c = Math.cos(2 * xi);
    const sh = (grown - 1 / grown) / 2;
    const ch = (grown + 1 / grown) / 2;
    const s2 = 2 * s * c;
    const c2 = 1 - 2 * s * s;
    const sh2 = 2 * sh * ch;
    const ch2 = 1 + 2 * sh * sh;
    const s3 = s2 * c + c2 * s;
    const c3 = c2 * c - s2 * s;
    const sh3 = sh2 * ch + ch2 * sh;
    const ch3 = ch2 * ch + sh2 * sh;
    const s4 = 2 * s2 * c2;
    const c4 = 1 - 2 * s2 * s2;
    const sh4 = 2 * sh2 * ch2;
    const ch4 = 1 + 2 * sh2 * sh2;
    const north = xi - (b1 * s * ch + b2 * s2 * ch2 + b3 * s3 * ch3 + b4 * s4 * ch4);
    const east = eta - (b1 * c * sh + b2 * c2 * sh2 + b3 * c3 * sh3 + b4 * c4 * sh4);
    const far = Math.exp(east);
    const sine = (far - 1 / far) / 2;
    const cosine = Math.cos(north);
    const conformal = Math.atan2(Math.sin(north), Math.sqrt(sine * sine + cosine * cosine));
    xy[i] = meridian + Math.atan2(sine, cosine) * DEGREES;
    xy[i + 1] = latitudeOf(conformal) * DEGREES;
  }
}

const SECOND = Math.PI / 648_000;
/** EPSG:6960, VN-2000 to WGS 84, with the signs of PROJ: metres, radians, scale. */
const [TX, TY, TZ] = [-191.90441429, -39.30318279, -111.45032835];
const [RX, RY, RZ] = [0.00928836 * SECOND, -0.01975479 * SECOND, 0.00427372 * SECOND];
const SCALE = 1 + 0.252906278e-6;

/** Degrees of VN-2000 to degrees of WGS 84, in place. */
export function shiftToWgs84(xy: Float64Array): void {
  for (let i = 0; i < xy.length; i += 2) {
    const longitude = (xy[i] ?? NaN) / DEGREES;
    const latitude = (xy[i + 1] ?? NaN) / DEGREES;
    const sine = Math.sin(latitude);
    const cosine = Math.cos(latitude);
    const across = A / Math.sqrt(1 - E2 * sine * sine);
    const x = across * cosine * Math.cos(longitude);
    const y = across * cosine * Math.sin(longitude);
    const z = across * (1 - E2) * sine;
    const toX = TX + SCALE * (x - RZ * y + RY * z);
    const toY = TY + SCALE * (RZ * x + y - RX * z);
    const toZ = TZ + SCALE * (-RY * x + RX * y + z);
    // Bowring: one step is exact to a micrometre near the ground.
    const far = Math.sqrt(toX * toX + toY * toY);
    const angle = Math.atan2(toZ * A, far * B);
    const s = Math.sin(angle);
    const c = Math.cos(angle);
    xy[i] = Math.atan2(toY, toX) * DEGREES;
    xy[i + 1] =
      Math.atan2(toZ + (E2 / (1 - E2)) * B * s * s * s, far - E2 * A * c * c * c) * DEGREES;
  }
}
