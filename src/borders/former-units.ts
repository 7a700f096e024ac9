/** Rows that are units of the other edition: of before 01/7/2025 beside a list of today, or the other way. */
import { editionOf } from '../domain/editions.js';
import { matchArea } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import type { Candidate, Column, RowNote } from './columns.js';
import type { Row } from './layer.js';
import { textReadings } from './text-readings.js';
import { nameOf, type OfficialLists, type UnitList } from './unit-list.js';
import { nameReadings, showValue } from './unit-values.js';

/** Kinds of what lies right below a province or district: no name of a district speaks of the edition. */
const LOWEST = new Set(['commune', 'ward', 'township']);

function isFormer(value: string | number, list: UnitList): boolean {
  const { official } = list;
  if (typeof value !== 'string' || !/\p{L}/u.test(value)) return false;
  if (!official || editionOf(list.area) === '2008') return false;
  // A name without diacritics that several units of today have is one of them.
  if (nameReadings(value, list).some((one) => matchArea(one, list.units).kind !== 'none'))
    return false;
  if (list.area.startsWith('vn'))
    return nameReadings(value, list).some(
      (reading) => matchArea(reading, PROVINCES, { edition: '2008' }).kind === 'one',
    );
  const province = official.provinceOf(list.area) ?? list.area;
  return nameReadings(value, list).some((reading) =>
    official.formerUnits(reading, province).some(({ area }) => LOWEST.has(area.kind ?? '')),
  );
}

export function formerCount({ values }: Column, list: UnitList): number {
  let count = 0;
  for (const value of new Set(values.values())) if (isFormer(value, list)) count += 1;
  return count;
}

/** Rows whose name no unit of the list has, but one of before 01/7/2025 has. */
export function formerRows({ column, ids }: Candidate, list: UnitList): [Row, string | number][] {
  return [...column.values].filter(([row, value]) => !ids.has(row) && isFormer(value, list));
}

export function formerWords(former: readonly [Row, string | number][], { area }: UnitList): string {
  const some = former
    .slice(0, 5)
    .map(
      ([{ row }, value]) =>
        `hàng ${row} ${showValue(textReadings(String(value)).find((one) => one !== '') ?? value)}`,
    );
  return `tệp là ranh giới của đơn vị trước 01/7/2025, không vẽ được trên bản đồ ${area}: ${some.join(', ')}${former.length > 5 ? ` và ${former.length - 5} hàng nữa` : ''}. Hãy xin bản ranh giới mới.`;
}

/** Rows whose codes no unit of today has, but one of before 01/7/2025 had. */
export function formerCodes({ kind, column, ids }: Candidate, list: UnitList): RowNote[] {
  const { official } = list;
  if (kind !== 'code' || !official || editionOf(list.area) === '2008') return [];
  const rows = [...column.values].filter(([row, value]) => {
    const code = String(value).replace(/\.0+$/, '');
    return !ids.has(row) && isKnown(official, code, '2008') && !isKnown(official, code, '2025');
  });
  return rows.length === 0 ? [] : [{ row: 0, message: formerWords(rows, list) }];
}

/** Whether an edition has a province or commune of a code. */
function isKnown(official: OfficialLists, code: string, edition: '2008' | '2025'): boolean {
  const id = `${code.padStart(code.length > 2 ? 5 : 2, '0')}@${edition}`;
  return code.length > 2 ? official.provinceOf(id) !== undefined : id in PROVINCES;
}

/** The province of the same edition in which more than half of some codes are. */
function provinceOfCodes(
  values: readonly (string | number)[],
  { area }: UnitList,
  official: OfficialLists,
): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) {
    const code = String(value).replace(/\.0+$/, '');
    const province = /^\d{4,5}$/.test(code)
      ? official.provinceOf(`${code.padStart(5, '0')}@${editionOf(area) ?? '2025'}`)
      : undefined;
    if (province !== undefined) counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] * 2 > values.length ? most[0] : undefined;
}

/** A sentence for codes that belong to units of another province, or of the other edition. */
export function otherEditionCodes(columns: readonly Column[], list: UnitList): string | undefined {
  const { official } = list;
  if (!official) return undefined;
  const other = editionOf(list.area) === '2008' ? '2025' : '2008';
  for (const { name, values } of columns) {
    const elsewhere = provinceOfCodes([...values.values()], list, official);
    const listProvince = list.area in PROVINCES ? list.area : official.provinceOf(list.area);
    if (elsewhere !== undefined && elsewhere === listProvince)
      return `mã ở ${name} là mã của các xã, còn bản đồ của ${list.area} vẽ các ${editionOf(list.area) === '2008' && list.area in PROVINCES ? 'huyện' : 'đơn vị khác'}: hãy xem lại địa bàn đã chọn`;
    if (elsewhere !== undefined)
      return `mã ở ${name} là mã của ${nameOf(PROVINCES[elsewhere])} (${elsewhere}), không phải của ${list.area}: hãy xem lại địa bàn đã chọn`;
  }
  for (const { name, values } of columns) {
    const codes = [...values.values()].map((value) => String(value).replace(/\.0+$/, ''));
    const known = codes.filter((code) => /^\d{4,5}$/.test(code) && isKnown(official, code, other));
    if (codes.length > 0 && known.length * 2 > codes.length)
      return `mã ở ${name} là mã của đơn vị hành chính ${other === '2025' ? 'từ' : 'trước'} 01/7/2025, không phải của ${list.area}`;
  }
  return undefined;
}
