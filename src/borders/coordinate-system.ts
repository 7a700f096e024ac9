/**
 * The system that a file says it is in: the numbers of a `.prj` (WKT 1 of ESRI and OGC, WKT 2) and the
 * `crs` of GeoJSON. No text of the file is handed to a library, because these read VN-2000 without its
 * shift of 200 m.
 */
import {
  systemOfEpsg,
  VN2000,
  WEB_MERCATOR,
  WGS84,
  sameSystem,
  zoneName,
  type System,
} from './systems.js';

/** What a text about a system means; `problem` is a Vietnamese sentence that says what to do. */
export type Stated = { readonly system: System } | { readonly problem: string } | undefined;

interface Node {
  readonly name: string;
  readonly values: readonly (string | number | Node)[];
}

/** `NAME["text",1.5,OTHER[…]]`, with either kind of bracket. */
function parseWkt(text: string): Node | undefined {
  let at = 0;
  const space = (): void => {
    while (/\s/.test(text[at] ?? '')) at += 1;
  };
  const node = (): Node | string | number | undefined => {
    space();
    if (text[at] === '"') {
      const end = text.indexOf('"', at + 1);
      if (end < 0) return undefined;
      const value = text.slice(at + 1, end);
      at = end + 1;
      return value;
    }
    const word = /^[^\s"[\](),]+/.exec(text.slice(at, at + 80))?.[0];
    if (!word) return undefined;
    at += word.length;
    space();
    if (text[at] !== '[' && text[at] !== '(')
      return Number.isNaN(Number(word)) ? word : Number(word);
    const values: (string | number | Node)[] = [];
    do {
      at += 1;
      const value = node();
      if (value === undefined) return undefined;
      values.push(value);
      space();
    } while (text[at] === ',');
    at += 1;
    return { name: word.toUpperCase(), values };
  };
  const root = node();
  return typeof root === 'object' ? root : undefined;
}

const nodesOf = ({ values }: Node): Node[] => values.filter((value) => typeof value === 'object');
/** The first node of one of the names, at any depth. */
function find(node: Node, ...names: readonly string[]): Node | undefined {
  for (const below of nodesOf(node)) {
    const found = names.includes(below.name) ? below : find(below, ...names);
    if (found) return found;
  }
  return undefined;
}
const textOf = (node: Node | undefined): string =>
  String(node?.values.find((value) => typeof value === 'string') ?? '');
const numberOf = (node: Node | undefined, index = 0): number | undefined =>
  node?.values.filter((value) => typeof value === 'number')[index];

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The system of a `.prj`. */
export function systemOfPrj(text: string): Stated {
  const cleaned = text.replace(/^\ufeff/, '').trim();
  if (!cleaned) return undefined;
  const root = parseWkt(cleaned);
  if (!root) return { problem: 'tệp .prj không đọc được (không phải WKT)' };
  return systemOfWkt(root);
}

const GEOGRAPHIC = /^(GEOGCS|GEOGCRS|GEODCRS|BASEGEOGCRS|BASEGEODCRS|GEODETICCRS|GEOGRAPHICCRS)$/;
const PROJECTED = /^(PROJCS|PROJCRS|PROJECTEDCRS)$/;

function systemOfWkt(given: Node): Stated {
  const compound = /^(COMPD_CS|COMPOUNDCRS|BOUNDCRS)$/.test(given.name);
  const root = compound
    ? (find(given, 'PROJCS', 'PROJCRS', 'PROJECTEDCRS') ??
      find(given, 'GEOGCS', 'GEOGCRS', 'GEODCRS', 'GEOGRAPHICCRS'))
    : given;
  if (!root) return { problem: 'tệp .prj không nói hệ tọa độ' };
  const datum = datumOf(root);
  if (typeof datum !== 'string') return datum;
  if (GEOGRAPHIC.test(root.name))
    return { system: datum === 'VN-2000' ? { kind: 'geographic', datum } : WGS84 };
  if (!PROJECTED.test(root.name))
    return { problem: `tệp .prj là hệ “${root.name}”, không phải hệ tọa độ của bản đồ` };
  return projected(root, datum);
}

/** The datum, by its ellipsoid and its name. */
function datumOf(root: Node): System['datum'] | { problem: string } {
  const ellipsoid = find(root, 'SPHEROID', 'ELLIPSOID');
  const [a, f] = [numberOf(ellipsoid) ?? 0, numberOf(ellipsoid, 1) ?? 0];
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
  if (/vietnam2000|vn2000/.test(name) || epsgIn(root) === 4756 || isShifted(root)) return 'VN-2000';
  if (/wgs84|wgs1984|worldgeodeticsystem1984/.test(name)) return 'WGS 84';
  return {
    problem: `tệp ở hệ tọa độ lạ (“${textOf(root)}”), không phải VN-2000 và không phải WGS 84`,
  };
}

/** Whether the shift to WGS 84 is that of VN-2000, whatever the signs of its rotations: lists on the web have both. */
function isShifted(root: Node): boolean {
  const shift = find(root, 'TOWGS84');
  return [-191.904, -39.303, -111.45].every(
    (n, i) => Math.abs((numberOf(shift, i) ?? 0) - n) < 0.01,
  );
}

/** The EPSG number of the geographic system, where the text has one. */
function epsgIn(root: Node): number | undefined {
  const base = GEOGRAPHIC.test(root.name)
    ? root
    : find(root, 'GEOGCS', 'BASEGEOGCRS', 'BASEGEODCRS');
  const own = base && nodesOf(base).find(({ name }) => name === 'AUTHORITY' || name === 'ID');
  return own && /epsg/i.test(textOf(own)) ? Number(own.values[1]) : undefined;
}

const NAMES = {
  meridian: /^(centralmeridian|longitudeofcenter|longitudeoforigin|longitudeofnaturalorigin)$/,
  scale: /^(scalefactor|scalefactoratnaturalorigin)$/,
  falseEasting: /^falseeasting$/,
  falseNorthing: /^falsenorthing$/,
  originLatitude: /^(latitudeoforigin|latitudeofcenter|latitudeofnaturalorigin)$/,
} as const;

function projected(root: Node, datum: System['datum']): Stated {
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
    datum,
    // "106.24999999999999" is 106°15′.
    meridian: Math.round(meridian * 1e7) / 1e7,
    scale: value(NAMES.scale) ?? 1,
    falseEasting: (value(NAMES.falseEasting) ?? 0) * unit,
    falseNorthing: (value(NAMES.falseNorthing) ?? 0) * unit,
    originLatitude: value(NAMES.originLatitude) ?? 0,
    ...(unit === 1 ? {} : { unit }),
  };
  return named(system);
}

/**
 * A zone of 3° of VN-2000 under the name of WGS 84: other programs write it so, and the shift of 200 m
 * is lost. Nobody guesses which of the two is right.
 */
function named(system: System): Stated {
  const asVn = { ...system, datum: 'VN-2000' } as const;
  const known = Object.values(VN2000).some((one) => one.scale === 0.9999 && sameSystem(one, asVn));
  if (system.datum === 'WGS 84' && known) {
    const name = zoneName(system.meridian ?? 0);
    return {
      problem: `tệp .prj ghi WGS 84, nhưng kinh tuyến trục ${name} và hệ số 0,9999 là múi chiếu của VN-2000 (hai hệ lệch nhau khoảng 200 m). Nếu đúng là VN-2000, hãy thêm --zone ${name}`,
    };
  }
  return { system };
}

/** Metres of the projected system's own unit. */
function unitOf(root: Node): number {
  const own = nodesOf(root).filter(({ name }) => name === 'UNIT' || name === 'LENGTHUNIT');
  const axis = nodesOf(root).find(({ name }) => name === 'AXIS');
  const unit = own[0] ?? (axis && find(axis, 'LENGTHUNIT', 'UNIT')) ?? find(root, 'LENGTHUNIT');
  const factor = numberOf(unit) ?? 1;
  return Math.abs(factor - 1) < 1e-9 ? 1 : factor;
}

/** The system of GeoJSON's `crs` member, as old files have it. */
export function systemOfCrs(crs: unknown): Stated {
  if (crs === undefined) return undefined;
  if (crs === null) return undefined;
  const properties = (crs as { properties?: Record<string, unknown> }).properties ?? {};
  const given = typeof crs === 'object' ? (properties['name'] ?? properties['code']) : crs;
  const name = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
  if (/crs:?(1\.3)?:?84$/i.test(name)) return { system: WGS84 };
  const epsg = /(?:epsg(?:\.xml#)?|^)[:/\s]*(?:[\d.]*[:/])?(\d{4,6})\]?$/i.exec(name.trim())?.[1];
  if (epsg === undefined) {
    return /^\s*(PROJ|GEOG|GEOD|COMPD|COMPOUND)/i.test(name)
      ? systemOfPrj(name)
      : { problem: `“crs” là “${name || JSON.stringify(crs)}”, không rõ hệ tọa độ nào` };
  }
  const system = systemOfEpsg(Number(epsg));
  if (system) return { system };
  return { problem: `“crs” là EPSG:${epsg}, không phải một hệ của VN-2000 hay WGS 84` };
}
