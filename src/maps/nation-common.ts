/** What the maps of both editions share, in one late chunk. */
export { PROVINCES } from '../domain/provinces.generated.js';
export { ARCHIPELAGOS } from './archipelagos.generated.js';
