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
  const add: Add = (path, reason, warning = false) => {
    findings.push({ path, reason, warning });
  };
  const area = /^(vn|\d+)@\d{4}$/.test(name) ? documentKey(name) : undefined;
  checkHead(raw, name, area, add);
  const units = area ? unitsOf(area) : {};
  if (area && Object.keys(units).length > 0) checkUnits(raw, area, units, add);
  else {
    add('', 'no official list of units is known for this name: only the geometry is checked', true);
    read(raw, (key) => key, add);
  }
  return findings;
}

/** The coordinate system and the area that the file names. */
function checkHead(
  raw: Readonly<Record<string, unknown>>,
  name: string,
  area: string | undefined,
  add: Add,
): void {
  const { crs, properties } = raw as { crs?: unknown; properties?: { area?: unknown } | null };
  if (crs !== undefined && crs !== null && !/CRS:?84|4326/.test(JSON.stringify(crs)))
    add(
      'crs',
      'degrees of WGS 84 (RFC 7946 has no "crs"): "npx tcns-data borders FILE" writes them',
    );
  if (area && typeof properties?.area === 'string' && properties.area !== area)
    add('properties.area', `"${properties.area}" does not fit the name of the document, "${name}"`);
}

/** Units that the list has not, those without a border, and names that are another unit's. */
function checkUnits(raw: unknown, area: string, units: Areas, add: Add): void {
  const edition = editionOf(area);
  const match = (key: string): string | undefined => {
    if (units[key]) return key;
    if (units[`${key}@${edition}`]) return `${key}@${edition}`;
    const unit = matchArea(key, units);
    return unit.kind === 'one' ? unit.id : undefined;
  };
  const geometry = read(raw, match, add);
  if (!geometry) return;
  const { matched, unmatched } = geometry;
  for (const key of unmatched.slice(0, 20))
    add(
      '',
      `"${key}" is no unit of ${area}`,
      editionOf(key) === undefined || editionOf(key) === edition,
    );
  const share = matched.size / (matched.size + unmatched.length);
  checkMissing(units, new Set(matched.values()), share, add);
  for (const [{ properties }, id] of matched) {
    const name: unknown = (properties as { name?: unknown } | null)?.name;
    if (typeof name !== 'string') continue;
    const unit = matchArea(name, units);
    if (unit.kind === 'one' && unit.id !== id)
      add('', `"${id}" has the name "${name}", which is ${unit.id}`);
  }
}

/**
 * Units without a border.
 *
 * @param share - how much of the file are units of the area: where it is most, the finding is a warning only
 */
function checkMissing(units: Areas, drawn: ReadonlySet<string>, share: number, add: Add): void {
  const all = Object.keys(units);
  const missing = all.filter((id) => !drawn.has(id));
  if (missing.length === 0) return;
  const names = missing
    .slice(0, 10)
    .map((id) => `${areaName(units[id] as Area, 'vi')} (${codeOf(id)})`);
  add(
    '',
    `${missing.length} of ${all.length} units have no border: ${names.join(', ')}`,
    Math.max(drawn.size / all.length, share) >= LEAST_SHARE,
  );
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
        const geometry = ownGeometry(raw, { ...options, key });
        add('', `the features have no known id: a map needs geo-key="${key}"`, true);
        return geometry;
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
      ([id, unit]) => unit.parent === parent && editionOf(id) === editionOf(area),
    ),
  );
}
