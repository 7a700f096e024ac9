/**
 * The system that a file says it is in: the numbers of a `.prj` (WKT, PROJJSON, a PROJ string, a number of EPSG) and the
 * `crs` of GeoJSON. No text of the file is handed to a library, because these read VN-2000 without its
 * shift of 200 m.
 */
import { systemOfProjString } from './proj-string.js';
import { nodeOfProjjson } from './projjson.js';
import type { Stated } from './stated-system.js';
import { systemOfEpsg, systemTyped, WGS84 } from './systems.js';
import { parseWkt, type Node } from './wkt.js';
import { systemOfWkt } from './wkt-system.js';

export type { Stated } from './stated-system.js';

/** The system of a `.prj`. */
export function systemOfPrj(text: string): Stated {
  const cleaned = withPoints(text.replace(/^\ufeff/, '').trim());
  if (!cleaned) return undefined;
  const root = cleaned.startsWith('{') ? nodeInJson(cleaned) : parseWkt(cleaned);
  if (root) return systemOfWkt(root);
  const stated = systemOfProjString(cleaned) ?? systemOfNumber(cleaned);
  return stated ?? { problem: 'tệp .prj không đọc được (không phải WKT)' };
}

/** `PARAMETER["Central_Meridian",107,5]` of a program with Vietnamese settings, with points for its decimal commas. */
const withPoints = (wkt: string): string =>
  /PARAMETER\s*[[(]\s*"[^"]*"\s*,\s*-?\d+,\d+\s*[\])]/i.test(wkt)
    ? wkt
        .replace(
          /((?:PARAMETER|UNIT|PRIMEM)\s*[[(]\s*"[^"]*"\s*,\s*-?\d+),(\d+)(?=\s*[\]),])/gi,
          '$1.$2',
        )
        .replace(
          /((?:SPHEROID|ELLIPSOID)\s*[[(]\s*"[^"]*"\s*,\s*\d+),(\d+)\s*,\s*(\d+),(\d+)(?=\s*[\]),])/gi,
          '$1.$2,$3.$4',
        )
        .replace(
          /((?:SPHEROID|ELLIPSOID)\s*[[(]\s*"[^"]*"\s*,\s*\d+)\s*,\s*(\d+),(\d{6,})(?=\s*[\]),])/gi,
          '$1,$2.$3',
        )
    : wkt;

function nodeInJson(text: string): Node | undefined {
  try {
    return nodeOfProjjson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** `EPSG:9210`, as a name, an address or a number alone. */
const EPSG =
  /(?:(?:epsg(?:\.xml#|\.io)?|esri)|^)[:/\s]*(?:[\d.]*[:/])?(\d{4,6})\]?(?:\/\w*\/?|\.\w+)?$/i;
/** A vertical system behind the horizontal one: "EPSG:9218+5773", "urn:ogc:def:crs,crs:EPSG::9218,crs:EPSG::5773". */
const HEIGHTS = /(\d{4})\s*[+,]\s*(?:crs:)?(?:epsg:+)?\d{4,5}$/i;

function systemOfNumber(text: string): Stated {
  const epsg = EPSG.exec(text.trim().replace(HEIGHTS, '$1'))?.[1];
  if (epsg === undefined) return undefined;
  const system = systemOfEpsg(Number(epsg));
  return system
    ? { system }
    : { problem: `tệp ghi EPSG:${epsg}, không phải một hệ của VN-2000 hay WGS 84` };
}

/** The names of EPSG for zones without their meridian. */
const NAMED_ZONES: Readonly<Record<string, string>> = {
  'zone 481': '5896',
  'zone 482': '5897',
  'zone 491': '5898',
  'da nang zone': '5899',
};

/** "VN-2000 / TM-3 105-45", "VN2000 / UTM zone 48N", "WGS 84": a name alone, with the zone in it. */
function systemOfName(crsName: string): Stated {
  const name = crsName.replaceAll('_', ' ').trim();
  const utm = /^wgs[\s-]*(?:19)?84\D*?zone\s*(48|49)\s*n$/i.exec(name)?.[1];
  const official = /^vn-?2000 \/ tm-3 (.*)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const plainly = systemTyped(
    utm === undefined
      ? (NAMED_ZONES[official] ?? name.replace(/^gcs\s+|\s*\(?crs:?84h?\)?$/i, ''))
      : `326${utm}`,
  );
  if (plainly) return { system: plainly };
  const zone =
    /vn[\s-]*2000\D*?(?:3[\s-]+)?(?:độ\D*)?(?:zone\s*)?(1[01]\d[-°.,\s]\d{1,4}['′]?|1[01]\d°|4[89][\s-]*n)\s*$/i.exec(
      name,
    );
  const system = zone?.[1] === undefined ? undefined : systemTyped(zone[1].replace(/°$/, ''));
  return system && { system };
}

/** The system of GeoJSON's `crs` member, as old files have it. */
export function systemOfCrs(crs: unknown): Stated {
  if (crs === undefined || crs === null) return undefined;
  const root = nodeOfProjjson(crs);
  if (root) return systemOfWkt(root);
  const properties = (crs as { properties?: Record<string, unknown> }).properties ?? {};
  const reference =
    typeof crs === 'object'
      ? (properties['name'] ?? properties['code'] ?? properties['href'] ?? properties['urn'])
      : crs;
  const name =
    typeof reference === 'string' || typeof reference === 'number' ? String(reference).trim() : '';
  if (/crs:?(1\.3)?:?84h?$/i.test(name)) return { system: WGS84 };
  if (/^(PROJ|GEOG|GEOD|COMPD|COMPOUND|BOUND)[A-Z_]*\s*[[(]|^\{/i.test(name))
    return systemOfPrj(name);
  return (
    systemOfProjString(name) ??
    systemOfNumber(name) ??
    systemOfName(name) ?? {
      problem: `“crs” là “${name || JSON.stringify(crs)}”, không rõ hệ tọa độ nào`,
    }
  );
}
