/** Which drawing a map gets: the built-in nation, borders that the page brings, or tiles. */
import { requestJson } from '../../data/request.js';
import type { Area } from '../../data/schemas.js';
import { areaName } from '../../domain/areas.js';
import { DEFAULT_EDITION, type Edition } from '../../domain/editions.js';
import { matchArea } from '../../domain/names.js';
import type { ArchipelagoPoints, Mainland } from '../../maps/drawing.js';
import { archipelagosOf, hasArchipelago, nationOutlines, nationTiles } from '../../maps/nation.js';
import { gridOf, tiles, type TileCell } from '../../maps/tiles.js';

export interface GeometryRequest {
  readonly layout: 'geo' | 'tiles';
  /** The area whose children are drawn; `vn` for the nation. */
  readonly parent: string;
  readonly edition: Edition;
  /** Address of a file of borders, where there is one. */
  readonly url: string | undefined;
  /** True where the page named the file, so that its faults are the page's. */
  readonly named: boolean;
  readonly key: string;
  readonly object: string | undefined;
  /** The children that the document knows. */
  readonly areas: Readonly<Record<string, Area>>;
}

/** What a map is drawn from, once it is loaded. */
export interface Ground {
  /** The provinces of the edition, for a map of the nation. */
  readonly provinces: Readonly<Record<string, Area>> | undefined;
  /** True for the built-in borders, which must be called schematic. */
  readonly schematic: boolean;
  /** True where the page's own file could not be used. */
  readonly refused: boolean;
  readonly mainland: (children: readonly Child[], letters: number) => Mainland;
  readonly archipelagos: (language: string) => ArchipelagoPoints[];
}

interface Child {
  readonly id: string;
  readonly name: string;
}

/** Loads only what the request needs; rejects only where even tiles cannot be drawn. */
export async function loadGround(request: GeometryRequest): Promise<Ground> {
  const { layout, parent, url } = request;
  let refused = false;
  if (layout === 'geo' && url) {
    try {
      return await ownGround(request, url);
    } catch (error) {
      refused = request.named;
      if (request.named)
        console.warn(`[tcns] "${url}": ${(error as Error).message}; the map is drawn without it.`);
    }
  }
  if (parent !== 'vn') return childTiles(parent, refused);
  if (layout === 'tiles' || refused) return nationalTiles(request.edition, refused);
  const nation = await nationOutlines(request.edition);
  return {
    provinces: nation.areas,
    schematic: true,
    refused,
    mainland: () => nation.mainland,
    archipelagos: nation.archipelagos,
  };
}

async function nationalTiles(edition: Edition, refused: boolean): Promise<Ground> {
  const { grid, areas, archipelagos } = await nationTiles(edition);
  const cells = grid.provinces.map(([code, row, column]): TileCell => {
    const id = `${code}@${edition}`;
    const area = areas[id];
    return { id, name: area ? areaName(area, 'vi') : code, row, column };
  });
  return {
    provinces: areas,
    schematic: false,
    refused,
    mainland: (_children, letters) => tiles(cells, letters),
    archipelagos,
  };
}

async function childTiles(parent: string, refused: boolean): Promise<Ground> {
  const archipelagos = hasArchipelago(parent) ? await archipelagosOf(parent) : () => [];
  return {
    provinces: undefined,
    schematic: false,
    refused,
    mainland: (children, letters) => tiles(gridOf(children), letters),
    archipelagos,
  };
}

async function ownGround(request: GeometryRequest, url: string): Promise<Ground> {
  const { parent, edition, key, object } = request;
  const [{ ownGeometry }, { raw }, nation] = await Promise.all([
    import('../../maps/own-geometry.js'),
    requestJson(url),
    parent === 'vn' ? nationTiles(edition) : undefined,
  ]);
  const areas = nation?.areas ?? request.areas;
  const geometry = ownGeometry(raw, {
    key,
    object,
    match: (name) => matchId(name, areas, parent, edition),
  });
  if (geometry.unmatched.length > 0) {
    console.warn(
      `[tcns] "${url}": no area is known for ${geometry.unmatched.slice(0, 10).join(', ')}.`,
    );
  }
  const own = await (parent === 'vn' || hasArchipelago(parent)
    ? archipelagosIn(parent, edition)
    : undefined);
  return {
    provinces: nation?.areas,
    schematic: false,
    refused: false,
    mainland: () => geometry.mainland,
    archipelagos: (language) => {
      const islands = (own?.(language) ?? []).map((group) => ({
        ...group,
        points: group.points.map(([lon, lat]) => geometry.project(lon, -lat)),
      }));
      const known = new Set(islands.map((group) => group.areaId));
      const far = geometry.far
        .filter(({ areaId }) => !known.has(areaId) && areaId !== parent && islands.length === 0)
        .map((group) => ({ ...group, lines: [nameIn(areas, group.areaId, language)] }));
      return [...islands, ...far];
    },
  };
}

async function archipelagosIn(parent: string, edition: Edition) {
  if (parent !== 'vn') return archipelagosOf(parent);
  const both = await Promise.all(['48', '56'].map((code) => archipelagosOf(`${code}@${edition}`)));
  return (language: string) => both.flatMap((of) => of(language));
}

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
