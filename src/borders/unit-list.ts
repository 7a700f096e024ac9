/** The units that are to get a border, and how they are named in sentences. */
import type { Area } from '../api/figures.js';
import type * as Gazetteer from '../desk/gazetteer.js';
import { codeOf } from '../domain/editions.js';

type Areas = Readonly<Record<string, Area>>;

/** The units that are to get a border. */
export interface UnitList {
  /** The area whose map this is: `44@2025`, `vn@2025`. */
  readonly area: string;
  readonly units: Areas;
  /** The official lists; absent beside a list of one's own for an area that they do not have. */
  readonly official: OfficialLists | undefined;
}

/** Loaded late, because they are 13,000 names, which a list of one's own does not need. */
export type OfficialLists = Pick<
  typeof Gazetteer,
  'formerUnits' | 'officialAreasIn' | 'provinceOf'
>;

export const nameOf = (area: Area | undefined): string =>
  area === undefined ? '' : typeof area.name === 'string' ? area.name : (area.name['vi'] ?? '');

const KIND_WORDS: Readonly<Record<string, string>> = {
  commune: 'xã',
  ward: 'phường',
  special: 'đặc khu',
  township: 'thị trấn',
  district: 'huyện',
  'district.urban': 'quận',
  town: 'thị xã',
  city: 'thành phố',
  province: 'tỉnh',
};

/** "xã Cam Lộ (19624)". */
export function unitWords(id: string, units: Areas): string {
  const area = units[id];
  const name = nameOf(area);
  const word = KIND_WORDS[area?.kind ?? ''];
  const front = word && !name.toLowerCase().startsWith(word) ? `${word} ` : '';
  return `${front}${name} (${codeOf(id)})`;
}
