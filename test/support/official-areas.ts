/** The districts and communes of an edition, by id. */
import type { Area } from '../../src/api/figures.js';
import { officialAreasIn } from '../../src/desk/gazetteer.js';
import { PROVINCES } from '../../src/domain/provinces.generated.js';

export function* officialAreas(edition: '2008' | '2025'): Generator<[id: string, area: Area]> {
  for (const id of Object.keys(PROVINCES))
    if (id.endsWith(`@${edition}`)) yield* Object.entries(officialAreasIn(id));
}
