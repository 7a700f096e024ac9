/** What is wrong with a file of borders of the API (`geo/44@2025.json`), against the official list of its area. */
import type { Area } from '../api/figures.js';
import { codeOf, documentKey, editionOf } from '../domain/editions.js';
import { matchArea } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { areaName } from '../i18n/area-names.js';
import { officialAreasIn, provinceOf } from '../desk/gazetteer.js';
import { ownGeometry } from '../maps/own-geometry.js';

type Areas = Readonly<Record<string, Area>>;

/** A line of the report. */
interface Finding {
  readonly path: string;
  readonly reason: string;
  readonly warning: boolean;
}

/** Share of the area's units that a file has at least. */
const LEAST_SHARE = 0.6;

/**
 * Reads borders as the map does, and counts them against the official units of the area in the file's name.
 *
 * @param name - the name of the file without `.json`: `44@2025`
 */
export function bordersFindings(raw: Readonly<Record<string, unknown>>, name: string): Finding[] {
  const findings: Finding[] = [];
  const add = (path: string, reason: string, warning = false): void => {
    findings.push({ path, reason, warning });
  };
  const { crs, properties } = raw as { crs?: unknown; properties?: { area?: unknown } | null };
  if (crs !== undefined && crs !== null && !/CRS:?84|4326/.test(JSON.stringify(crs)))
    add(
      'crs',
      'degrees of WGS 84 (RFC 7946 has no "crs"): "npx tcns-data borders FILE" writes them',
    );
  const area = /^(vn|\d+)@\d{4}$/.test(name) ? documentKey(name) : undefined;
  if (area && typeof properties?.area === 'string' && properties.area !== area)
    add('properties.area', `"${properties.area}" does not fit the name of the document, "${name}"`);
  const units = area ? unitsOf(area) : {};
  const edition = area && editionOf(area);
  const all = Object.keys(units);
  if (all.length === 0) {
    add('', 'no official list of units is known for this name: only the geometry is checked', true);
    read(raw, (key) => key, add);
    return findings;
  }
  const match = (key: string): string | undefined => {
    if (units[key]) return key;
    if (units[`${key}@${edition}`]) return `${key}@${edition}`;
    const found = matchArea(key, units);
    return found.kind === 'one' ? found.id : undefined;
  };
  const own = read(raw, match, add);
  if (!own) return findings;
  const { matched, unmatched } = own;
  for (const key of unmatched.slice(0, 20))
    add(
      '',
      `"${key}" is no unit of ${area}`,
      editionOf(key) === undefined || editionOf(key) === edition,
    );
  const drawn = new Set(matched.values());
  const missing = all.filter((id) => !drawn.has(id));
  if (missing.length > 0)
    add(
      '',
      `${missing.length} of ${all.length} units have no border: ${missing
        .slice(0, 10)
        .map((id) => `${areaName(units[id] as Area, 'vi')} (${codeOf(id)})`)
        .join(', ')}`,
      Math.max(drawn.size / all.length, matched.size / (matched.size + unmatched.length)) >=
        LEAST_SHARE,
    );
  for (const [{ properties: about }, id] of matched) {
    const said: unknown = (about as { name?: unknown } | null)?.name;
    if (typeof said !== 'string') continue;
    const meant = matchArea(said, units);
    if (meant.kind === 'one' && meant.id !== id)
      add('', `"${id}" has the name "${said}", which is ${meant.id}`);
  }
  return findings;
}

type Add = (path: string, reason: string, warning?: boolean) => void;

/** Reads with the features' ids, as a map does; else with the property that says the units. */
function read(raw: unknown, match: (key: string) => string | undefined, add: Add) {
  const options = { object: undefined, match };
  try {
    return ownGeometry(raw, { ...options, key: 'id' });
  } catch (error) {
    for (const key of propertyNames(raw))
      try {
        const own = ownGeometry(raw, { ...options, key });
        add('', `the features have no known id: a map needs geo-key="${key}"`, true);
        return own;
      } catch {
        // The next property may say the units.
      }
    const { path = '', reason = String(error) } = error as { path?: string; reason?: string };
    add(path, reason);
    return undefined;
  }
}

function propertyNames(raw: unknown): string[] {
  const { features, objects } = raw as {
    features?: unknown;
    objects?: Record<string, { geometries?: unknown }>;
  };
  const items = features ?? Object.values(objects ?? {})[0]?.geometries;
  const [first] = Array.isArray(items) ? (items as ({ properties?: object | null } | null)[]) : [];
  return Object.keys(first?.properties ?? {});
}

function unitsOf(area: string): Areas {
  const all = area.startsWith('vn')
    ? PROVINCES
    : officialAreasIn(area in PROVINCES ? area : (provinceOf(area) ?? ''));
  const parent = area.startsWith('vn') ? 'vn' : area;
  return Object.fromEntries(
    Object.entries(all).filter(
      ([id, own]) => own.parent === parent && editionOf(id) === editionOf(area),
    ),
  );
}
