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
  const cleaned = text.replace(/^\ufeff/, '').trim();
  if (!cleaned) return undefined;
  const root = cleaned.startsWith('{') ? nodeInJson(cleaned) : parseWkt(cleaned);
  if (root) return systemOfWkt(root);
  const stated = systemOfProjString(cleaned) ?? systemOfNumber(cleaned);
  return stated ?? { problem: 'tệp .prj không đọc được (không phải WKT)' };
}

function nodeInJson(text: string): Node | undefined {
  try {
    return nodeOfProjjson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** `EPSG:9210`, as a name, an address or a number alone. */
const EPSG = /(?:(?:epsg(?:\.xml#)?|esri)|^)[:/\s]*(?:[\d.]*[:/])?(\d{4,6})\]?(?:\/\w*\/?)?$/i;

function systemOfNumber(text: string): Stated {
  const epsg = EPSG.exec(text.trim())?.[1];
  if (epsg === undefined) return undefined;
  const system = systemOfEpsg(Number(epsg));
  return system
    ? { system }
    : { problem: `tệp ghi EPSG:${epsg}, không phải một hệ của VN-2000 hay WGS 84` };
}

/** "VN-2000 / TM-3 105-45", "VN2000 / UTM zone 48N": a name alone, with the zone in it. */
function systemOfName(name: string): Stated {
  const zone =
    /vn[\s_-]*2000\D*?(?:3[\s_-]+)?(?:zone\s*)?(1[01]\d[-°.,]\d{1,4}['′]?|4[89][\s_-]*n)\s*$/i.exec(
      name,
    );
  const system = zone?.[1] === undefined ? undefined : systemTyped(zone[1]);
  return system && { system };
}

/** The system of GeoJSON's `crs` member, as old files have it. */
export function systemOfCrs(crs: unknown): Stated {
  if (crs === undefined || crs === null) return undefined;
  const root = nodeOfProjjson(crs);
  if (root) return systemOfWkt(root);
  const properties = (crs as { properties?: Record<string, unknown> }).properties ?? {};
  const given =
    typeof crs === 'object'
      ? (properties['name'] ?? properties['code'] ?? properties['href'])
      : crs;
  const name = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  if (/crs:?(1\.3)?:?84$/i.test(name)) return { system: WGS84 };
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
