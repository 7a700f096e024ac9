/** The names of the archipelagos, as the law asks for them, and names that other data sets have. */
import { nation2008, nation2025 } from '../support/fixtures/map-areas.js';

export const LABELS = {
  vi: [
    ['Quần đảo Hoàng Sa', '(TP. Đà Nẵng)'],
    ['Quần đảo Trường Sa', '(tỉnh Khánh Hòa)'],
  ],
  en: [
    ['Hoàng Sa Archipelago', '(Đà Nẵng City)'],
    ['Trường Sa Archipelago', '(Khánh Hòa Province)'],
  ],
} as const;
export type Language = keyof typeof LABELS;
export const BOTH = {
  vi: 'Quần đảo Hoàng Sa (TP. Đà Nẵng) và Quần đảo Trường Sa (tỉnh Khánh Hòa)',
  en: 'the Hoàng Sa Archipelago (Đà Nẵng City) and Trường Sa Archipelago (Khánh Hòa Province)',
};
/** Names that other data sets have for them. */
export const OTHER_NAMES = /paracel|spratly|xisha|nansha|sansha|西沙|南沙/i;

export const EDITIONS = { '2008': nation2008, '2025': nation2025 } as const;
