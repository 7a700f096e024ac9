/** Which basemap a map gets: the built-in nation, borders that the page brings, or tiles. */
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Edition } from '../../domain/editions.js';
import { nationOutlines } from '../../maps/nation.js';
import type { BasemapRequest, Basemap } from './coverage-map.basemap.js';

/** Loads the basemap of the host's request, and another one when the request changes. */
export class BasemapLoader implements ReactiveController {
  /** Absent until it is there, and where it has failed. */
  basemap: Basemap | undefined;
  /** True until the basemap of a document is there or has failed. */
  loads = true;
  private key = '';
  private loading = Promise.resolve();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly request: () => BasemapRequest | undefined,
  ) {
    host.addController(this);
  }

  /** Starts before the drawing, because what starts after it draws the map once more. */
  hostUpdate(): void {
    if (!isServer) void this.load();
  }

  /** Resolves when the basemap of the present request is there or has failed. */
  load(): Promise<void> {
    const request = this.request();
    // Only the request decides the drawing: each answer brings new area objects, which are not compared.
    const key = JSON.stringify({ ...request, areas: undefined });
    if (key !== this.key) {
      this.key = key;
      this.loads = true;
      const done = (basemap?: Basemap): void => {
        if (key !== this.key) return;
        this.basemap = basemap;
        this.loads = false;
        this.host.requestUpdate();
      };
      // A failure is no basemap. Without a document there is none to wait for, and the last one is of another map.
      if (request) this.loading = loadBasemap(request).then(done, () => done());
      else this.basemap = undefined;
    }
    return this.loading;
  }
}

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
