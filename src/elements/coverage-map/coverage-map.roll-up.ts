/** Counts of 2008 on the map of 2025. Loaded where a page asks for them. */
import { rollUp } from '../../domain/roll-up.js';
import { useTexts } from '../../i18n/translator.js';
import { viRollUp } from '../../i18n/vi.map-late.js';
import type { Basemap } from './coverage-map.basemap.js';

/** The basemap with the function that adds up counts of 2008. */
export function withRollUp(basemap: Basemap): Basemap {
  useTexts(viRollUp);
  return { ...basemap, rollUp };
}
