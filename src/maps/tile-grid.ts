/** The tile layout of an edition: late, because a map begins with borders. */
import type { Edition } from '../domain/editions.js';
import type { TileGrid } from './types.js';

/** The tile grid of an edition. */
export async function tileGrid(edition: Edition): Promise<TileGrid> {
  const { TILES } = await (edition === '2008'
    ? import('./tiles-2008.generated.js')
    : import('./tiles-2025.generated.js'));
  return TILES;
}
