/** Which basemap a map gets: the built-in nation, borders that the page brings, or tiles. */
import { Task } from '@lit/task';
import { isServer, type ReactiveControllerHost } from 'lit';
import type { Edition } from '../../domain/editions.js';
import { nationOutlines } from '../../maps/nation.js';
import type { BasemapRequest, Basemap } from './coverage-map.basemap.js';

/** Loads the basemap of the host's request, and another one when the request changes. */
export const basemapTask = (
  host: ReactiveControllerHost,
  request: () => BasemapRequest | undefined,
) =>
  new Task(host, {
    args: () => {
      const wanted = request();
      return [wanted && JSON.stringify({ ...wanted, areas: undefined }), wanted] as const;
    },
    // Only the request decides the drawing: each answer brings new area objects, which are not compared.
    argsEqual: ([a], [b]) => a === b,
    task: ([, wanted]) => (wanted ? loadBasemap(wanted) : Promise.resolve(undefined)),
    // Starts before the drawing, because a task that starts after it draws the map once more.
    autoRun: !isServer,
  });

/** Loads what the request needs: the usual map of the nation at once, all other code on demand. */
async function loadBasemap(request: BasemapRequest): Promise<Basemap> {
  const basemap = await basemapOf(request);
  return request.rolledUp
    ? (await import('./coverage-map.roll-up.js')).withRollUp(basemap)
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
    bordering: edition,
    mainland: () => mainland,
    archipelagos,
  };
}
