/** The basemaps that are not the built-in borders of the nation: tiles, and borders that a page brings. */
import { warn } from '../../api/console.js';
import type { DataError } from '../../api/errors.js';
import type { Edition } from '../../domain/editions.js';
import { archipelagosOf, provincesOf, PROVINCES } from '../../maps/nation-common.js';
import { useTexts } from '../../i18n/translator.js';
import { viOtherBasemaps } from '../../i18n/vi.map-late.js';
import { tileGrid } from '../../maps/tile-grid.js';
import { gridOf, tiles, type TileCell } from '../../maps/tiles.js';
import { labels } from './coverage-map.tile-labels.js';
import { titleOf } from './coverage-map.places.js';
import { formerOf, nameIn, pathLayer, withZones } from './coverage-map.late-parts.js';
import type { BasemapRequest, Basemap } from './coverage-map.basemap.js';

/** Where no borders were found, and where the reader was offered some before that was known. */
const [without, offered] = [new Set<string>(), new Set<string>()];

/** Borders that the page brings, where they can be used; else the built-in ones, or tiles. */
export async function otherBasemap(
  request: BasemapRequest,
  builtIn: () => Promise<Basemap>,
): Promise<Basemap> {
  const { layout, parent, url, edition, named } = request;
  let refused = false;
  useTexts(viOtherBasemaps);
  if (layout === 'geo' && url) {
    try {
      const basemap = await (
        await import('./coverage-map.own-basemap.js')
      ).ownBasemap(request, url);
      without.delete(url);
      return basemap;
    } catch (error) {
      without.add(url);
      refused = named;
      if (named || isBorders(error as Partial<DataError>))
        warn(`"${url}": ${reasonOf(error as Error, url)}; drawn without it.`);
    }
  }
  if (parent !== 'vn')
    return { ...childTiles(parent, edition, refused), tilesOnly: hasNoBorders(url) };
  return layout === 'geo' && !refused ? builtIn() : nationalTiles(edition, refused);
}

/**
 * Whether tiles are the only picture of an area. A button that the reader had before borders were asked for stays,
 * because it would go from under the key that pressed it.
 */
function hasNoBorders(url: string | undefined): boolean {
  if (!url) return true;
  if (!without.has(url)) offered.add(url);
  return !offered.has(url);
}

/** The page's own file could not be used. */
const notUsed: NonNullable<Basemap['notes']> = (_rows, _isTable, { t }) => [t('geoFailed')];

async function nationalTiles(edition: Edition, refused: boolean): Promise<Basemap> {
  const grid = await tileGrid(edition);
  const provinces = provincesOf(edition);
  const cells = grid.provinces.map(([code, row, column]): TileCell => {
    const id = `${code}@${edition}`;
    return { id, name: nameIn(provinces, id, 'vi'), row, column };
  });
  return {
    provinces,
    former: formerOf('vn', edition),
    known: PROVINCES,
    schematic: false,
    ...(refused ? { notes: notUsed } : {}),
    labels,
    mainland: (_children, letters) => tiles(cells, letters),
    archipelagos: (language) => archipelagosOf('vn', edition, language),
  };
}

function childTiles(parent: string, edition: Edition, refused: boolean): Basemap {
  return {
    provinces: undefined,
    former: undefined,
    known: PROVINCES,
    schematic: false,
    ...(refused ? { notes: notUsed } : {}),
    labels,
    titleOf,
    pathLayer,
    mainland: (children, letters) => tiles(gridOf(children), letters),
    archipelagos: (language, children) =>
      withZones(archipelagosOf(parent, edition, language), children),
  };
}

/**
 * Whether something that may be meant as borders is where the API has them. Most provinces have none yet: a 404
 * says so, and some servers answer each address with one document.
 */
const isBorders = ({ path, kind }: Partial<DataError>): boolean =>
  path ? path !== 'type' : kind === 'format';

/** A file that is no JSON, by the end of its name: which one, and what makes borders of it. */
function reasonOf({ message }: Error, url: string): string {
  const ending = /\.(zip|shp|dbf|gpkg|km[lz]|tab|mif|dgn|dwg|dxf|gml|gdb|fgb)$/i.exec(
    url.split(/[?#]/)[0] ?? '',
  )?.[1];
  const command = '"npx tcns-data borders FILE --area AREA --out v1" writes it';
  if (ending)
    return `a .${ending} file, where GeoJSON or TopoJSON in degrees is expected: ${command}`;
  if (message.endsWith('HTML or XML page'))
    return `${message}: KML and GML become GeoJSON with "ogr2ogr -f GeoJSON FILE.geojson FILE", then ${command}; an address without borders answers 404`;
  return message.endsWith('this is not JSON')
    ? `${message}: ${command} of an office's file`
    : message;
}
