/** The basemaps that are not the built-in borders of the nation: tiles, and borders that a page brings. */
import { extentOf } from '../../domain/extent.js';
import { requestJson } from '../../data/request.js';
import type { Area } from '../../api/figures.js';
import { areaName } from '../../i18n/area-names.js';
import { DEFAULT_EDITION, type Edition } from '../../domain/editions.js';
import { matchArea } from '../../domain/names.js';
import { archipelagosOf, provincesOf, PROVINCES, tileGrid } from '../../maps/nation-common.js';
import type { ArchipelagoPoints } from '../../maps/drawing.js';
import { useTexts } from '../../i18n/translator.js';
import { viOtherBasemaps } from '../../i18n/vi.map-late.js';
import { gridOf, tiles, type TileCell } from '../../maps/tiles.js';
import { labels } from './coverage-map.tile-labels.js';
import { titleOf } from './coverage-map.places.js';
import { PathLayer } from './coverage-map.path-layer.js';
import type { BasemapRequest, Basemap } from './coverage-map.basemap.js';
import { pause } from '../../data/timers.js';

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
      return await ownBasemap(request, url);
    } catch (error) {
      refused = named;
      if (named) console.warn(`[tcns] "${url}": ${(error as Error).message}; drawn without it.`);
    }
  }
  if (parent !== 'vn') return childTiles(parent, edition, refused);
  return layout === 'geo' && !refused ? builtIn() : nationalTiles(edition, refused);
}

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
    refused,
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
    refused,
    labels,
    titleOf,
    pathLayer,
    mainland: (children, letters) => tiles(gridOf(children), letters),
    archipelagos: (language) => archipelagosOf(parent, edition, language),
  };
}

async function ownBasemap(request: BasemapRequest, url: string): Promise<Basemap> {
  const { parent, edition, key, object } = request;
  const [{ ownGeometry }, { raw }] = await Promise.all([
    import('../../maps/own-geometry.js'),
    requestJson(url),
  ]);
  // Thousands of borders are read, placed and drawn with a breath between.
  await pause(0);
  const provinces = parent === 'vn' ? provincesOf(edition) : undefined;
  const areas = provinces ?? request.areas;
  const match = (name: string) => matchId(name, areas, parent, edition);
  const { mainland, far, unmatched, project } = ownGeometry(raw, { key, object, match });
  await pause(0);
  if (unmatched.length > 0) {
    console.warn(`[tcns] "${url}": no area is known for ${unmatched.slice(0, 10).join(', ')}.`);
  }
  return {
    provinces,
    former: formerOf(parent, edition),
    known: PROVINCES,
    schematic: false,
    refused: false,
    titleOf: parent === 'vn' ? undefined : titleOf,
    pathLayer,
    mainland: () => mainland,
    archipelagos: (language) => {
      const islands = archipelagosOf(parent, edition, language, project);
      const inside = (group: (typeof far)[number]) => islands.find((own) => overlap(own, group));
      // Islands of the archipelagos that the file has itself are drawn as those; their area is its.
      const archipelagos = islands.map((own) => {
        const area = far.find((group) => inside(group) === own);
        return area ? { ...own, areaId: area.areaId } : own;
      });
      const others = far
        .filter((group) => !inside(group))
        .map((group) => ({ ...group, lines: [nameIn(areas, group.areaId, language)] }));
      return [...archipelagos, ...others];
    },
  };
}

const pathLayer = (group: SVGGElement) => new PathLayer(group);

type Points = Pick<ArchipelagoPoints, 'points'>;

/** True where the boxes around two groups of islands meet. */
function overlap(a: Points, b: Points): boolean {
  return [0, 1].every((axis) => {
    const [own, other] = [a, b].map(({ points }) => points.map((p) => p[axis] ?? 0));
    if (!own || !other) return false;
    const [[low, high], [otherLow, otherHigh]] = [extentOf(own), extentOf(other)];
    return low <= otherHigh && otherLow <= high;
  });
}

const formerOf = (parent: string, edition: Edition) =>
  parent === 'vn' && edition === '2025' ? provincesOf('2008') : undefined;

const nameIn = (areas: Readonly<Record<string, Area>>, id: string, language: string): string => {
  const area = areas[id];
  return area ? areaName(area, language) : id;
};

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
  const found = matchArea(name, areas, { parent });
  return found.kind === 'one' ? found.id : undefined;
}
