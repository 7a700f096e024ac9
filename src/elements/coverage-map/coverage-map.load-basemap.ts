/** Which basemap a map gets: the built-in nation, borders that the page brings, or tiles. */
import type { Edition } from '../../domain/editions.js';
import { nationOutlines } from '../../maps/nation.js';
import type { BasemapRequest, Basemap } from './coverage-map.basemap.js';

/** Loads only what the request needs: the usual map of the nation at once, all else on demand. */
export async function loadBasemap(request: BasemapRequest): Promise<Basemap> {
  const basemap = await basemapOf(request);
  return request.rolledUp
    ? { ...basemap, rollUp: (await import('../../domain/roll-up.js')).rollUp }
    : basemap;
}

async function basemapOf(request: BasemapRequest): Promise<Basemap> {
  const { layout, parent, url, edition } = request;
  const builtIn = () => builtInBasemap(edition);
  if (layout === 'geo' && parent === 'vn' && !url) return builtIn();
  return (await import('./coverage-map.other-basemaps.js')).otherBasemap(request, builtIn);
}

async function builtInBasemap(edition: Edition): Promise<Basemap> {
  const { areas, former, known, mainland, archipelagos } = await nationOutlines(edition);
  return {
    provinces: areas,
    former,
    known,
    schematic: true,
    refused: false,
    bordering: edition,
    mainland: () => mainland,
    archipelagos,
  };
}
