/** The system of a text in WKT (1 of ESRI and OGC, 2), by its numbers. */
import { asked, isVnShift, withoutDatum, type Stated } from './stated-system.js';
import { WEB_MERCATOR, WGS84, type System } from './systems.js';
import { find, nodesOf, numberOf, plain, textOf, type Node } from './wkt.js';

const GEOGRAPHIC = /^(GEOGCS|GEOGCRS|GEODCRS|BASEGEOGCRS|BASEGEODCRS|GEODETICCRS|GEOGRAPHICCRS)$/;
const PROJECTED = /^(PROJCS|PROJCRS|PROJECTEDCRS)$/;

/** The system of a tree of WKT; its shift to WGS 84 tells VN-2000 where the datum has no name. */
export function systemOfWkt(given: Node): Stated {
  const compound = /^(COMPD_CS|COMPOUNDCRS|BOUNDCRS)$/.test(given.name);
  const root = compound
    ? (find(given, 'PROJCS', 'PROJCRS', 'PROJECTEDCRS') ??
      find(given, 'GEOGCS', 'GEOGCRS', 'GEODCRS', 'GEOGRAPHICCRS'))
    : given;
  if (!root) return { problem: 'tệp .prj không nói hệ tọa độ' };
  const datum = datumOf(root, given);
  if (typeof datum !== 'string') return datum;
  if (GEOGRAPHIC.test(root.name))
    return datum === '' ? withoutDatum(WGS84) : { system: { kind: 'geographic', datum } };
  if (!PROJECTED.test(root.name))
    return { problem: `tệp .prj là hệ “${root.name}”, không phải hệ tọa độ của bản đồ` };
  return projected(root, datum);
}

/** The datum, by its ellipsoid and its name; empty where a name says the ellipsoid alone. */
function datumOf(root: Node, whole: Node): System['datum'] | '' | { problem: string } {
  const ellipsoid = find(root, 'SPHEROID', 'ELLIPSOID');
  const [a, f] = [numberOf(ellipsoid) ?? 0, numberOf(ellipsoid, 1) ?? 0];
  if (!ellipsoid)
    return { problem: `tệp .prj chỉ ghi tên “${textOf(root)}”, không có thông số của hệ tọa độ` };
  const name = plain(
    `${textOf(find(root, 'DATUM', 'ENSEMBLE'))} ${textOf(find(root, 'GEOGCS', 'BASEGEOGCRS'))} ${GEOGRAPHIC.test(root.name) ? textOf(root) : ''}`,
  );
  if (Math.abs(a - 6378245) < 1)
    return {
      problem:
        'tệp ở hệ HN-72 hoặc Pulkovo (ellipsoid Krasovsky), không phải VN-2000. Hãy chuyển sang VN-2000 bằng phần mềm của ngành (GeoTool) rồi chạy lại',
    };
  if (Math.abs(a - 6377276.345) < 5 || Math.abs(a - 6377301.243) < 5)
    return {
      problem:
        'tệp ở hệ Indian 1960/1975 (ellipsoid Everest), không phải VN-2000. Hãy chuyển sang VN-2000 rồi chạy lại',
    };
  if (Math.abs(a - 6378137) > 0.01 || Math.abs(f - 298.2572) > 0.001)
    return { problem: `tệp ở hệ tọa độ lạ (“${textOf(root)}”), ellipsoid không phải WGS 84` };
  if (/vietnam2000|vn2000/.test(name) || epsgIn(root) === 4756 || isShifted(whole))
    return 'VN-2000';
  // "Unknown based on WGS 84 ellipsoid" of PROJ, "Not specified (based on WGS 84 spheroid)" of GDAL 2.
  if (/basedonwgs/.test(name)) return hasNoShift(whole) ? 'WGS 84' : '';
  if (/wgs84|wgs1984|worldgeodeticsystem1984/.test(name)) return 'WGS 84';
  return {
    problem: `tệp ở hệ tọa độ lạ (“${textOf(root)}”), không phải VN-2000 và không phải WGS 84`,
  };
}

/**
 * Whether the shift to WGS 84 is that of VN-2000, whatever the signs of its rotations: lists on the web have both.
 * It stands in TOWGS84, in the parameters of a BOUNDCRS, or in the name that a program made of it
 * ("D_MIF_9999_28_-191_90441429_…" of MapInfo's zones).
 */
function isShifted(whole: Node): boolean {
  const towgs84 = find(whole, 'TOWGS84');
  const parameters = nodesOf(find(whole, 'ABRIDGEDTRANSFORMATION') ?? NOTHING)
    .filter(({ name }) => name === 'PARAMETER')
    .map((node) => numberOf(node));
  const numbers = towgs84 ? [0, 1, 2].map((i) => numberOf(towgs84, i)) : parameters;
  return isVnShift(numbers) || isVnShift(numbersInName(textOf(find(whole, 'DATUM'))));
}

/** Whether the shift to WGS 84 is said to be none. */
function hasNoShift(whole: Node): boolean {
  const towgs84 = find(whole, 'TOWGS84');
  return towgs84 !== undefined && towgs84.values.every((metres) => metres === 0);
}

const NOTHING: Node = { name: '', values: [] };

/** "D_MIF_9999_28_-191_90441429_-39_30318279_…": numbers whose points became low lines. */
const numbersInName = (name: string): number[] =>
  (
    /-?191[._]\d+[_, ]+-?39[._]\d+[_, ]+-?111[._]\d+/.exec(name)?.[0].match(/-?\d+[._]\d+/g) ?? []
  ).map((text) => Number(text.replace('_', '.')));

/** The EPSG number of the geographic system, where the text has one. */
function epsgIn(root: Node): number | undefined {
  const base = GEOGRAPHIC.test(root.name)
    ? root
    : find(root, 'GEOGCS', 'BASEGEOGCRS', 'BASEGEODCRS');
  const authority = base && nodesOf(base).find(({ name }) => name === 'AUTHORITY' || name === 'ID');
  return authority && /epsg/i.test(textOf(authority)) ? Number(authority.values[1]) : undefined;
}

const NAMES = {
  meridian: /^(centralmeridian|longitudeofcenter|longitudeoforigin|longitudeofnaturalorigin)$/,
  scale: /^(scalefactor|scalefactoratnaturalorigin)$/,
  falseEasting: /^falseeasting$/,
  falseNorthing: /^falsenorthing$/,
  originLatitude: /^(latitudeoforigin|latitudeofcenter|latitudeofnaturalorigin)$/,
} as const;

function projected(root: Node, datum: System['datum'] | ''): Stated {
  const method = plain(textOf(find(root, 'PROJECTION', 'METHOD')));
  if (/mercatorauxiliarysphere|popularvisualisation|popularvisualization|mercator1sp/.test(method))
    return { system: WEB_MERCATOR };
  if (!/^(transversemercator|gausskruger|gausskrueger|transversemercatorcomplex|utm)$/.test(method))
    return {
      problem: `phép chiếu “${textOf(find(root, 'PROJECTION', 'METHOD'))}” không phải phép chiếu của VN-2000`,
    };
  const conversion = find(root, 'CONVERSION') ?? root;
  const parameters = nodesOf(conversion).filter(({ name }) => name === 'PARAMETER');
  const value = (pattern: RegExp): number | undefined =>
    numberOf(parameters.find((node) => pattern.test(plain(textOf(node)))));
  const unit = unitOf(root);
  const meridian = value(NAMES.meridian);
  if (meridian === undefined) return { problem: 'tệp .prj không nói kinh tuyến trục' };
  const system: System = {
    kind: 'transverse-mercator',
    datum: datum === '' ? 'WGS 84' : datum,
    // "106.24999999999999" is 106°15′.
    meridian: Math.round(meridian * 1e7) / 1e7,
    scale: value(NAMES.scale) ?? 1,
    falseEasting: (value(NAMES.falseEasting) ?? 0) * unit,
    falseNorthing: (value(NAMES.falseNorthing) ?? 0) * unit,
    originLatitude: value(NAMES.originLatitude) ?? 0,
    ...(unit === 1 ? {} : { unit }),
  };
  return datum === '' ? withoutDatum(system) : asked(system);
}

/** Metres of the projected system's own unit. */
function unitOf(root: Node): number {
  const units = nodesOf(root).filter(({ name }) => name === 'UNIT' || name === 'LENGTHUNIT');
  const axis = nodesOf(root).find(({ name }) => name === 'AXIS');
  const unit = units[0] ?? (axis && find(axis, 'LENGTHUNIT', 'UNIT')) ?? find(root, 'LENGTHUNIT');
  const factor = numberOf(unit) ?? 1;
  return Math.abs(factor - 1) < 1e-9 ? 1 : factor;
}
