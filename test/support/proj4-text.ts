/** A system as proj4 takes it: only numbers, with the shift of EPSG:6960 and the signs of PROJ. */
import type { System } from '../../src/borders/systems.js';

const SHIFT =
  ' +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278';

export function proj4Text(system: System): string {
  const shift = system.datum === 'VN-2000' ? SHIFT : '';
  if (system.kind === 'geographic') return `+proj=longlat +ellps=WGS84${shift} +no_defs`;
  const { meridian = 0, scale = 1, falseEasting = 500_000, falseNorthing = 0 } = system;
  return `+proj=tmerc +lat_0=${system.originLatitude ?? 0} +lon_0=${meridian} +k=${scale} +x_0=${falseEasting} +y_0=${falseNorthing} +ellps=WGS84${shift} +units=m +no_defs`;
}
