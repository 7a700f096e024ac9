/** Borders that a page brings: loaded, checked against the areas of the data, and what has to be said of them. */
import { warn } from '../../api/console.js';
import type { Area } from '../../api/figures.js';
import { requestJson } from '../../data/request.js';
import { pause } from '../../data/timers.js';
import { DEFAULT_EDITION, editionOf, type Edition } from '../../domain/editions.js';
import { extentOf } from '../../domain/extent.js';
import { matchArea } from '../../domain/names.js';
import { formatAt } from '../../i18n/dates.js';
import type { Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import type { ArchipelagoPoints } from '../../maps/drawing.js';
import { archipelagosOf, provincesOf, PROVINCES } from '../../maps/nation-common.js';
import {
  GeometryError,
  ownGeometry,
  type Feature,
  type Geometry,
  type OwnGeometry,
} from '../../maps/own-geometry.js';
import type { Basemap, BasemapRequest } from './coverage-map.basemap.js';
import { formerOf, nameIn, pathLayer, withZones } from './coverage-map.late-parts.js';
import { titleOf } from './coverage-map.places.js';

type Areas = Readonly<Record<string, Area>>;

/** The least share of a file's features, or of the areas, that must match each other. */
const LEAST_SHARE = 0.6;
/** The largest share of the matched features whose name may be that of another area. */
const MOST_CLASHES = 0.2;
/** Names that are printed in one line. */
const MOST_NAMES = 200;

/** The basemap of a file of borders at an address. Throws where the file cannot be used. */
export async function ownBasemap(request: BasemapRequest, url: string): Promise<Basemap> {
  const { parent, edition, key, object } = request;
  const { raw } = await requestJson(url);
  // A pause between reading, placing and drawing, because thousands of borders would block the page.
  await pause(0);
  const provinces = parent === 'vn' ? provincesOf(edition) : undefined;
  const areas = provinces ?? request.areas;
  const match = (name: string) => matchId(name, areas, parent, edition);
  refuseOtherArea(raw, request);
  const geometry = ownGeometry(raw, { key, object, match, isNation: parent === 'vn' });
  const { unmatched, project } = geometry;
  refuseOtherEdition(geometry, request, areas);
  refuseOtherNames(geometry, areas, parent, edition);
  refuseOtherPlace(geometry);
  await pause(0);
  if (unmatched.length > 0) {
    warn(`"${url}": no area is known for ${unmatched.slice(0, 10).join(', ')}.`);
  }
  return {
    provinces,
    former: formerOf(parent, edition),
    known: PROVINCES,
    schematic: propertiesOf(raw)['sample'] === true,
    notes: notesOf(raw, geometry, areas, parent, edition),
    titleOf: parent === 'vn' ? undefined : titleOf,
    pathLayer,
    mainland: (_children, _letters, pixels) => geometry.mainlandAt(pixels),
    archipelagos: (language, children) =>
      archipelagosWith(
        geometry,
        withZones(archipelagosOf(parent, edition, language, project), children),
        (id) => nameIn(areas, id, language),
      ),
  };
}

/** The archipelagos of the nation, each with the area of the file that it is, and far groups of the file beside. */
function archipelagosWith(
  { far }: OwnGeometry,
  islands: readonly ArchipelagoPoints[],
  nameOf: (areaId: string) => string,
): ArchipelagoPoints[] {
  const islandOf = (group: (typeof far)[number]) =>
    islands.find((island) => overlap(island, group));
  // Where the file itself has islands of an archipelago, the archipelago takes their area.
  const archipelagos = islands.map((island) => {
    const area = far.find((group) => islandOf(group) === island);
    return area ? { ...island, areaId: area.areaId } : island;
  });
  const others = far
    .filter((group) => !islandOf(group))
    .map((group) => ({ ...group, lines: [nameOf(group.areaId)] }));
  return [...archipelagos, ...others];
}

type Points = Pick<ArchipelagoPoints, 'points'>;

/** True where the boxes around two groups of islands meet. */
function overlap(a: Points, b: Points): boolean {
  return [0, 1].every((axis) => {
    const [first, second] = [a, b].map(({ points }) => points.map((p) => p[axis] ?? 0));
    if (!first || !second) return false;
    const [[low, high], [otherLow, otherHigh]] = [extentOf(first), extentOf(second)];
    return low <= otherHigh && otherLow <= high;
  });
}

const propertiesOf = (raw: unknown): Readonly<Record<string, unknown>> =>
  (raw as { properties?: Record<string, unknown> } | null)?.properties ?? {};

/** An id, a bare code of the data's edition, or a name inside the parent. */
function matchId(
  name: string,
  areas: Readonly<Record<string, Area>>,
  parent: string,
  edition: Edition | undefined,
): string | undefined {
  if (areas[name]) return name;
  const coded = `${name}@${edition ?? DEFAULT_EDITION}`;
  if (areas[coded]) return coded;
  const result = matchArea(name, areas, { parent });
  return result.kind === 'one' ? result.id : undefined;
}

/* ---- what is refused ---- */

/** Borders that say themselves which area they are of. */
function refuseOtherArea(raw: unknown, { parent, edition }: BasemapRequest): void {
  const { area } = propertiesOf(raw);
  if (typeof area !== 'string') return;
  const fileEdition = editionOf(area);
  if (fileEdition && fileEdition !== edition)
    throw new GeometryError(
      'properties.area',
      `borders of the edition ${edition}, not of "${area}"`,
    );
  if (parent !== 'vn' && area !== parent)
    throw new GeometryError('properties.area', `borders of "${parent}", not of "${area}"`);
}

/** Units that only the other edition has, and too few that go together. */
function refuseOtherEdition(
  { matched, unmatched }: OwnGeometry,
  { parent, edition }: BasemapRequest,
  areas: Areas,
): void {
  const other: Edition = edition === '2008' ? '2025' : '2008';
  const others = unmatched.filter(
    (name) =>
      editionOf(name) === other ||
      (parent === 'vn' && matchArea(name, provincesOf(other)).kind === 'one'),
  );
  if (others.length > 0)
    throw new GeometryError(
      'features',
      `units of the edition ${edition}: ${others.slice(0, 5).join(', ')} ${others.length > 1 ? 'are' : 'is'} of the edition ${other}`,
    );
  const children = Object.values(areas).filter((area) => area.parent === parent).length;
  const ofFile = matched.size / (matched.size + unmatched.length);
  const ofAreas = new Set(matched.values()).size / Math.max(1, children);
  if (Math.max(ofFile, ofAreas) < LEAST_SHARE)
    throw new GeometryError(
      'features',
      `only ${matched.size} of ${matched.size + unmatched.length} features are areas of the data, such as not ${unmatched.slice(0, 5).join(', ')}`,
    );
}

/** A kind in front of a name; a township is only of the edition 2008. */
const KIND = /^(xã|phường|thị trấn|đặc khu|tỉnh|thành phố)\s/iu;

/**
 * A code that the two editions share, beside a name that is no name of its area: the file is of other
 * units, and a map of it would look right and be wrong.
 */
function refuseOtherNames(
  { matched }: OwnGeometry,
  areas: Areas,
  parent: string,
  edition: Edition,
): void {
  const features = [...matched.keys()];
  for (const property of Object.keys(features[0]?.properties ?? {})) {
    const names = features.map((item) => nameFrom(item, property));
    const looksNamed = names.filter((name) => KIND.test(name)).length * 2 >= names.length;
    const matches = names.map((name) => (name ? matchArea(name, areas, { parent }) : undefined));
    const mostMatch = matches.filter((match) => match?.kind === 'one').length * 2 >= names.length;
    // A property that holds the name of the area above has few different values, so it is no name of the
    // features.
    const isOfEach = new Set(names).size >= 0.9 * names.length;
    if (!isOfEach || (!looksNamed && !mostMatch)) continue;
    const clashes = names.filter((_, i) => {
      const match = matches[i];
      const id = matched.get(features[i] as Feature);
      return match?.kind === 'one' ? match.id !== id : match?.kind === 'none';
    });
    const former = edition === '2025' && clashes.some((name) => /^thị trấn\s/iu.test(name));
    if (former || (clashes.length > 0 && clashes.length >= MOST_CLASHES * names.length))
      throw new GeometryError(
        `features[].properties.${property}`,
        `the names of the areas that the codes mean, not ${clashes.slice(0, 5).join(', ')}${edition === '2025' ? ' (units of before 01/7/2025?)' : ''}`,
      );
    if (clashes.length > 0)
      warn(`borders: "${property}" differs from the data at ${clashes.join(', ')}.`);
  }
}

/** Degrees around Viet Nam with its archipelagos, wide enough for any datum. */
const [WEST, SOUTH, EAST, NORTH] = [100, 4, 120, 26];

/** Degrees of another part of the world: another system without its name, or a point at the wrong digit. */
function refuseOtherPlace({ matched }: OwnGeometry): void {
  const points = [...matched].flatMap(([{ geometry }, id]) =>
    somePoints(geometry).map(([lon, lat]) => ({ lon, lat, id })),
  );
  const outside = points.filter(
    ({ lon, lat }) => lon < WEST || lon > EAST || lat < SOUTH || lat > NORTH,
  );
  const words = outside
    .slice(0, 5)
    .map(({ lon, lat, id }) => `[${lon}, ${lat}] of "${id}"`)
    .join(', ');
  if (outside.length * 2 > points.length)
    throw new GeometryError(
      'features',
      `degrees in Viet Nam (${WEST} to ${EAST} east, ${SOUTH} to ${NORTH} north), not ${words}; "npx tcns-data borders FILE --area AREA --out v1" names the system`,
    );
  if (outside.length > 0) warn(`borders: far outside of Viet Nam: ${words}.`);
}

function nameFrom({ properties }: Feature, property: string): string {
  const value: unknown = properties?.[property];
  return typeof value === 'string' && /\p{L}/u.test(value) ? value : '';
}

/* ---- what has to be said ---- */

/** The sentences of a file of borders: what has none, where they come from, what the widget added. */
function notesOf(
  raw: unknown,
  { matched, far }: OwnGeometry,
  areas: Areas,
  parent: string,
  edition: Edition,
): NonNullable<Basemap['notes']> {
  const areasWithBorders = new Set([...matched.values(), ...far.map(({ areaId }) => areaId)]);
  const { source, at } = propertiesOf(raw);
  const title = typeof source === 'object' ? (source as { title?: unknown } | null)?.title : source;
  const added = addedArchipelagos([...matched.keys()], parent, edition);
  return (rows, isTable, w) => {
    const { t, language } = w;
    const missing = rows.filter(({ id }) => !areasWithBorders.has(id));
    const names = missing.slice(0, MOST_NAMES).map(({ id }) => nameIn(areas, id, language));
    const from = textIn(title, language);
    const date = typeof at === 'string' ? formatAt(at, language) : '';
    return [
      missing.length === 0
        ? ''
        : isTable
          ? t('noBorderNames', { n: missing.length, names: names.join(', ') })
          : t('noBorder', { n: missing.length }),
      from && t('bordersFrom', { source: date ? `${from}, ${date}` : from }),
      added.length > 0
        ? t('archipelagoAdded', { names: added.map((one) => one(w)).join(', ') })
        : '',
    ];
  };
}

function textIn(title: unknown, language: string): string {
  if (typeof title === 'string') return title;
  return typeof title === 'object' && title !== null
    ? textOf(title as Record<string, string>, language)
    : '';
}

/** One position of each polygon. */
function somePoints(geometry: Geometry | null): [number, number][] {
  if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(somePoints);
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.map(([outer]) => [outer?.[0]?.[0] ?? NaN, outer?.[0]?.[1] ?? NaN]);
}

/** The archipelagos that the file does not contain, and that the widget therefore draws itself. */
function addedArchipelagos(
  features: readonly Feature[],
  parent: string,
  edition: Edition,
): ((w: Wording) => string)[] {
  const inDegrees = (lon: number, lat: number): [number, number] => [lon, lat];
  const points = features.flatMap(({ geometry }) => somePoints(geometry));
  return archipelagosOf(parent, edition, 'vi', inDegrees).flatMap((group) => {
    const { key } = group;
    const has = points.some((point) => overlap(group, { points: [point] }));
    return has
      ? []
      : [
          ({ language }: Wording) =>
            archipelagosOf(parent, edition, language, inDegrees).find((one) => one.key === key)
              ?.lines[0] ?? '',
        ];
  });
}
