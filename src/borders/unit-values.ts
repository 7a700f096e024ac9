/** Values of attributes as units: codes as tables spoil them, names as offices write them. */
import { codeOf, editionOf } from '../domain/editions.js';
import { fold, matchArea, tidy } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { textReadings } from './text-readings.js';
import { nameOf, type UnitList } from './unit-list.js';

export const showValue = (value: unknown): string => `“${String(value).slice(0, 60)}”`;

/** "Xã Cam Lộ, tỉnh Quảng Trị", "Xã Cam Lộ - TP. Huế": the province says nothing that the list does not. */
const PROVINCE_BEHIND = /\s*(?:[,;/|–—]|\s-)\s*(?:tỉnh|thành phố|tp\.?)\s+[\p{L}\s.-]+$/iu;
/** What stands behind a comma, a dash or in brackets. */
const BEHIND = /^(.*\S)\s*(?:[,;/|–—(]|\s-\s)\s*([^,;/|–—()]+?)\)?$/u;
/** "Xã Cam Lộ (mới)", "Xã Cam Lộ (sau sắp xếp)": said of the unit of today. */
const NEW_BEHIND = /\s*\((?:mới|sau (?:sáp nhập|sắp xếp)[^()]*)\)$/iu;
/** "19624 - Cam Lộ", "12. Xã Cam Lộ": a code or a number of the row. */
const NUMBER_BEFORE = /^\d{1,5}\s*[-–—:.)_]?\s*(?=\p{L})/u;

/** The province that a list is of or lies in. */
const provinceIn = ({ area, official }: UnitList): string =>
  area in PROVINCES ? area : (official?.provinceOf(area) ?? area);

/** The readings of a value as the name of a unit, without what the list says already. */
export function nameReadings(value: string, list: UnitList): string[] {
  const province = fold(nameOf(PROVINCES[provinceIn(list)]));
  return textReadings(value).map((reading) => {
    const plain = reading
      .normalize('NFC')
      .replaceAll('_', ' ')
      .trim()
      .replace(NUMBER_BEFORE, '')
      .replace(NEW_BEHIND, '')
      .replace(PROVINCE_BEHIND, '');
    const [, front, behind] = BEHIND.exec(plain) ?? [];
    const isProvince =
      behind !== undefined &&
      fold(behind.replace(/^(?:tỉnh|thành phố|tp\.?|t\.)\s*/iu, '')) === province;
    return isProvince && province !== '' ? (front ?? plain) : plain;
  });
}

/** Whether a text is a name to the letter, whatever kind stands in front. */
const isSameName = (text: string, name: string): boolean => {
  const [typed, official] = [text, name].map((one) => tidy(one).toLowerCase());
  return typed === official || (official !== undefined && typed?.endsWith(` ${official}`) === true);
};

/** Reads one value as a unit; keeps what it found, because thousands of rows repeat few values. */
export class UnitReader {
  private readonly byValue = new Map<string, readonly string[]>();
  private readonly byCode: ReadonlyMap<string, string>;
  private readonly width: number;
  /** The province's code in front of a commune's: "44-19624", "4419624", "44.450.19624". */
  private readonly before: RegExp;

  constructor(private readonly list: UnitList) {
    const ids = Object.keys(list.units);
    this.byCode = new Map(ids.map((id) => [codeOf(id), id]));
    this.width = Math.max(2, ...ids.map((id) => codeOf(id).length));
    const province = codeOf(provinceIn(list)).replace(/\D/g, '') || 'x';
    this.before = new RegExp(`^${province}(?:[-–._/ ]\\d{3})?[-–._/ ]?(?=\\d{${this.width}}$)`);
  }

  /**
   * A code: with the zero that a number column loses, with `.0` or `,00` of a real number, the point of thousands,
   * the apostrophe of Excel, the province's code in front, a name or the edition behind.
   */
  code(value: string | number): string | undefined {
    const text = String(value)
      .normalize('NFKC')
      .trim()
      .replace(/^['’‘\x60]/, '')
      .replace(/^(\d{5})\s*[-–—:.]?\s*\p{L}.*$/u, '$1');
    const whole =
      typeof value === 'string' ? text.replace(/^(\d{1,2})[.,\s](\d{3})$/, '$1$2') : text;
    const plain = this.width > 2 ? whole.replace(this.before, '') : whole;
    const parts = /^(\d{1,5})(?:[.,]0+)?(?:@(\d{4}))?$/.exec(plain);
    if (!parts) return undefined;
    const [, digits = '', edition] = parts;
    if (edition && edition !== editionOf(this.list.area)) return undefined;
    return this.byCode.get(digits) ?? this.byCode.get(digits.padStart(this.width, '0'));
  }

  /**
   * A name. One without diacritics may be several units (Thanh An, Thạnh An).
   *
   * @param isExact - the column has its diacritics, so a name without any is the unit of just that name
   */
  name(value: string | number, isExact = false): string | undefined {
    const ids = this.named(value);
    if (ids.length <= 1 || !isExact) return ids.length === 1 ? ids[0] : undefined;
    const exact = ids.filter((id) => isSameName(String(value), nameOf(this.list.units[id])));
    return exact.length === 1 ? exact[0] : undefined;
  }

  /** The units that a name may mean. */
  named(value: string | number): readonly string[] {
    if (typeof value !== 'string' || !/\p{L}/u.test(value)) return [];
    const known = this.byValue.get(value);
    if (known) return known;
    let unitIds: readonly string[] = [];
    for (const reading of nameReadings(value, this.list)) {
      const match = matchArea(reading, this.list.units, { urban: true });
      if (match.kind === 'many' && unitIds.length === 0) unitIds = match.ids;
      if (match.kind !== 'one') continue;
      unitIds = [match.id];
      break;
    }
    this.byValue.set(value, unitIds);
    return unitIds;
  }
}
