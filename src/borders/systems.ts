/**
 * Coordinate systems in which offices keep borders: VN-2000 in its projected zones and in degrees, WGS 84
 * and its projected zones, Web Mercator. A system is numbers; its name is only for messages.
 */
import { shiftToWgs84, unproject } from './projection.js';

/** A coordinate system, by its numbers. */
export interface System {
  readonly kind: 'geographic' | 'transverse-mercator' | 'web-mercator';
  readonly datum: 'VN-2000' | 'WGS 84';
  /** Degrees of the central meridian. */
  readonly meridian?: number;
  /** Scale on the central meridian. */
  readonly scale?: number;
  /** Metres. */
  readonly falseEasting?: number;
  readonly falseNorthing?: number;
  /** Degrees. */
  readonly originLatitude?: number;
  /** Metres of a unit of the file; 1 where absent. */
  readonly unit?: number;
}

const zone = (meridian: number, scale = 0.9999): System => ({
  kind: 'transverse-mercator',
  datum: 'VN-2000',
  meridian,
  scale,
});

const TM3 = [
  103, 104, 104.5, 104.75, 105.5, 105.75, 106, 106.25, 106.5, 107, 107.25, 107.5, 108.25,
];

/** The systems of VN-2000 that have a number of EPSG. */
export const VN2000: Readonly<Record<number, System>> = {
  3405: zone(105, 0.9996),
  3406: zone(111, 0.9996),
  5896: zone(102),
  5897: zone(105),
  5898: zone(108),
  5899: zone(107.75),
  ...Object.fromEntries([...TM3, 108.5].map((meridian, i) => [9205 + i, zone(meridian)])),
  4756: { kind: 'geographic', datum: 'VN-2000' },
};

export const WGS84: System = { kind: 'geographic', datum: 'WGS 84' };
export const WEB_MERCATOR: System = { kind: 'web-mercator', datum: 'WGS 84' };

/** The system of an EPSG number; `undefined` for one that is not read. */
export function systemOfEpsg(code: number): System | undefined {
  if (code === 4326 || code === 4979) return WGS84;
  if (code === 3857 || code === 900913 || code === 102100) return WEB_MERCATOR;
  const utm = /^326(\d\d)$/.exec(String(code))?.[1];
  const number = Number(utm);
  if (utm && number >= 1 && number <= 60)
    return {
      kind: 'transverse-mercator',
      datum: 'WGS 84',
      meridian: number * 6 - 183,
      scale: 0.9996,
    };
  return VN2000[code];
}

const near = (a: number | undefined, b: number | undefined, by: number): boolean =>
  Math.abs((a ?? 0) - (b ?? 0)) <= by;

/** Whether two systems have the same numbers. */
export const sameSystem = (a: System, b: System): boolean =>
  a.kind === b.kind &&
  a.datum === b.datum &&
  near(a.meridian, b.meridian, 1e-6) &&
  near(a.scale ?? 1, b.scale ?? 1, 1e-9) &&
  near(a.falseEasting ?? 500_000, b.falseEasting ?? 500_000, 1e-3) &&
  near(a.falseNorthing, b.falseNorthing, 1e-3) &&
  near(a.originLatitude, b.originLatitude, 1e-9) &&
  near(a.unit ?? 1, b.unit ?? 1, 1e-9);

/** The EPSG number of a system of VN-2000, where it has one. */
export const epsgOf = (system: System): number | undefined => {
  const entry = Object.entries(VN2000).find(([, known]) => sameSystem(known, system));
  return entry && Number(entry[0]);
};

/** `105-45`: degrees and minutes of a central meridian. */
export function zoneName(meridian: number): string {
  const minutes = Math.round((meridian % 1) * 60);
  return `${Math.floor(meridian)}-${String(minutes).padStart(2, '0')}`;
}

/** "VN-2000, kinh tuyến trục 105°45′, múi 3° (EPSG:9210)". */
export function systemWords(system: System): string {
  if (system.kind === 'web-mercator') return 'Web Mercator (EPSG:3857)';
  // A zone's number in front of its eastings makes no other zone.
  const epsg = epsgOf({ ...system, falseEasting: (system.falseEasting ?? 500_000) % 1e6 });
  const number = epsg === undefined ? '' : ` (EPSG:${epsg})`;
  if (system.kind === 'geographic') return `${system.datum}, độ kinh vĩ${number}`;
  const [degrees, minutes] = zoneName(system.meridian ?? 0).split('-');
  const width = near(system.scale, 0.9999, 1e-9)
    ? ', múi 3°'
    : near(system.scale, 0.9996, 1e-9)
      ? ', múi 6°'
      : '';
  return `${system.datum}, kinh tuyến trục ${degrees}°${minutes}′${width}${number}`;
}

/**
 * The system that a person typed: `105-45`, `105°45′`, `105.75`, `EPSG:9210`, `9210`, `48N` (múi 6°),
 * `WGS84`, `VN2000` (degrees).
 */
export function systemTyped(typed: string): System | undefined {
  const text = typed.trim();
  const epsg = /^(?:epsg:)?(\d{4,6})$/i.exec(text)?.[1];
  if (epsg) return systemOfEpsg(Number(epsg));
  if (/^(wgs[\s_-]*84|crs[\s_-]*84)$/i.test(text)) return WGS84;
  if (/^vn[\s_-]*2000$/i.test(text)) return VN2000[4756];
  const utm = /^(?:utm[\s_-]*)?(48|49)[\s_-]*n?$/i.exec(text)?.[1];
  if (utm) return VN2000[utm === '48' ? 3405 : 3406];
  const parts = /^(1[01]\d)(?:\s*[-°:\s]\s*(\d{1,2})\s*['′’]?)?$/.exec(text);
  const decimal = /^(1[01]\d)[.,](\d{1,4})\s*°?$/.exec(text);
  const meridian = decimal
    ? Number(`${decimal[1]}.${decimal[2]}`)
    : parts
      ? Number(parts[1]) + Number(parts[2] ?? 0) / 60
      : NaN;
  return Object.values(VN2000).find(
    (system) => system.scale === 0.9999 && near(system.meridian, meridian, 1e-9),
  );
}

/** Degrees a metre of Web Mercator. */
const MERCATOR = 180 / 20037508.342789244;

/**
 * Brings coordinates of a system to longitude and latitude of WGS 84, in degrees, in place.
 *
 * @param xy - positions one after another: x, y, x, y …
 * @param swapped - y stands in front of x
 */
export function convertToDegrees(xy: Float64Array, system: System, swapped = false): void {
  if (swapped)
    for (let i = 0; i < xy.length; i += 2) [xy[i], xy[i + 1]] = [xy[i + 1] ?? NaN, xy[i] ?? NaN];
  if (system.kind === 'web-mercator') {
    for (let i = 0; i < xy.length; i += 2) {
      const north = ((xy[i + 1] ?? NaN) * MERCATOR * Math.PI) / 180;
      xy[i] = (xy[i] ?? NaN) * MERCATOR;
      xy[i + 1] = (Math.atan(Math.exp(north)) * 360) / Math.PI - 90;
    }
    return;
  }
  if (system.kind === 'transverse-mercator')
    unproject(xy, {
      meridian: system.meridian ?? 0,
      scale: system.scale ?? 1,
      falseEasting: system.falseEasting ?? 500_000,
      falseNorthing: system.falseNorthing ?? 0,
      originLatitude: system.originLatitude ?? 0,
      unit: system.unit ?? 1,
    });
  if (system.datum === 'VN-2000') shiftToWgs84(xy);
}
