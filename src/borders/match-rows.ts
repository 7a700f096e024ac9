/** Which unit each row of a file is: by code or by name, checked against the official list. */
import type { Area } from '../api/figures.js';
import type * as Gazetteer from '../desk/gazetteer.js';
import { codeOf, editionOf } from '../domain/editions.js';
import { matchArea, tidy } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import type { Layer, Row } from './read-layers.js';
import { textReadings } from './text-readings.js';

type Areas = Readonly<Record<string, Area>>;

/** The units that are to get a border. */
export interface UnitList {
  /** The area whose map this is: `44@2025`, `vn@2025`. */
  readonly area: string;
  readonly units: Areas;
  /** The official lists; absent beside a list of one's own, about which they say nothing. */
  readonly official: OfficialLists | undefined;
}

/** Loaded late, because they are 13,000 names, which a list of one's own does not need. */
export type OfficialLists = Pick<
  typeof Gazetteer,
  'formerUnits' | 'officialAreasIn' | 'provinceOf'
>;

/** How a file's rows were matched. */
export interface Matched {
  /** The attribute that says the unit. */
  readonly key: string;
  /** The unit of each row, where it is one. */
  readonly ids: ReadonlyMap<Row, string>;
  /** Different units that the attribute names. */
  readonly count: number;
  readonly problems: readonly RowNote[];
  readonly warnings: readonly RowNote[];
}

/** A layer that no attribute of which names a unit. */
export interface Unmatched {
  readonly message: string;
  /** It is of something else, such as roads: nothing in it is a unit of another edition. */
  readonly isForeign: boolean;
}

export interface RowNote {
  readonly row: number;
  readonly message: string;
}

const show = (value: unknown): string => `“${String(value).slice(0, 60)}”`;

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

/** "Xã Cam Lộ, tỉnh Quảng Trị": the province says nothing that the list does not. */
const PROVINCE_BEHIND = /\s*,\s*(?:tỉnh|thành phố|tp\.?)\s+[\p{L}\s.-]+$/iu;

/** Reads one value as a unit; keeps what it found, because thousands of rows repeat few values. */
class Reader {
  private readonly byValue = new Map<string, string | undefined>();
  private readonly byCode: ReadonlyMap<string, string>;
  private readonly width: number;

  constructor(private readonly list: UnitList) {
    const ids = Object.keys(list.units);
    this.byCode = new Map(ids.map((id) => [codeOf(id), id]));
    this.width = Math.max(2, ...ids.map((id) => codeOf(id).length));
  }

  /** A code: with the zero that a number column loses, `.0` of a real number, or the edition behind it. */
  code(value: string | number): string | undefined {
    const text = String(value).trim();
    const given = /^(\d{1,5})(?:\.0+)?(?:@(\d{4}))?$/.exec(text);
    if (!given) return undefined;
    const [, digits = '', edition] = given;
    if (edition && edition !== editionOf(this.list.area)) return undefined;
    return this.byCode.get(digits) ?? this.byCode.get(digits.padStart(this.width, '0'));
  }

  name(value: string | number): string | undefined {
    if (typeof value !== 'string' || !/\p{L}/u.test(value)) return undefined;
    if (this.byValue.has(value)) return this.byValue.get(value);
    let found: string | undefined;
    for (const reading of textReadings(value)) {
      const match = matchArea(reading.replace(PROVINCE_BEHIND, ''), this.list.units, {
        urban: true,
      });
      if (match.kind !== 'one') continue;
      found = match.id;
      break;
    }
    this.byValue.set(value, found);
    return found;
  }
}

/** Values of an attribute, with the word of the kind in front where that stands in a column of its own. */
interface Column {
  readonly name: string;
  readonly values: ReadonlyMap<Row, string | number>;
}

const KIND_VALUE = /^(tỉnh|thành phố|xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|tp|x|p|tt)\.?$/iu;

function columnsOf(rows: readonly Row[]): Column[] {
  const names = [...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes)))];
  return names.map((name) => ({
    name,
    values: new Map(
      rows.flatMap((row): [Row, string | number][] => {
        const value = row.attributes[name];
        return value === undefined || value === '' ? [] : [[row, value]];
      }),
    ),
  }));
}

/** The column that only says kinds ("Xã", "Phường"). */
function kindColumn(columns: readonly Column[]): Column | undefined {
  return columns.find(({ values }) => {
    const texts = [...values.values()];
    return (
      texts.length > 0 &&
      texts.every((text) => textReadings(String(text)).some((one) => KIND_VALUE.test(tidy(one))))
    );
  });
}

function withKinds(column: Column, kinds: Column): Column {
  const kindOf = (row: Row): string =>
    textReadings(String(kinds.values.get(row) ?? '')).find((one) => KIND_VALUE.test(tidy(one))) ??
    '';
  return {
    name: column.name,
    values: new Map(
      [...column.values].map(([row, value]) => {
        const own = typeof value === 'string' && /\p{L}/u.test(value);
        const has =
          own &&
          textReadings(value).some((one) =>
            /^(tỉnh|thành phố|xã|phường|đặc khu|thị trấn)\s/iu.test(tidy(one)),
          );
        // The kind may be Unicode where the name is not: each reading is tried with it.
        return [
          row,
          own && !has
            ? `${kindOf(row)} ${textReadings(value).length > 1 ? value : tidy(value)}`.trim()
            : value,
        ];
      }),
    ),
  };
}

/**
 * Whether numbers only count the rows: 1, 2, 3 … n, or from 0. From any number where there is an official list,
 * because its codes have gaps.
 */
function isRunning({ values }: Column, { official }: UnitList): boolean {
  const numbers = [...values.values()].map(Number);
  if (numbers.length < 3 || !numbers.every((n) => Number.isInteger(n) && n >= 0)) return false;
  const sorted = [...numbers].sort((a, b) => a - b);
  const first = sorted[0] ?? 2;
  const mayStart = first <= 1 || (official !== undefined && numbers.length >= 10);
  return mayStart && sorted.every((n, i) => n === first + i);
}

interface Candidate {
  readonly column: Column;
  readonly kind: 'code' | 'name';
  readonly ids: Map<Row, string>;
  readonly count: number;
}

function candidate(column: Column, kind: 'code' | 'name', reader: Reader): Candidate {
  const ids = new Map<Row, string>();
  for (const [row, value] of column.values) {
    const id = reader[kind](value);
    if (id !== undefined) ids.set(row, id);
  }
  return { column, kind, ids, count: new Set(ids.values()).size };
}

/**
 * Matches the rows of a layer. Without `key`, the attribute that names most units is taken, codes before
 * names.
 *
 * @returns what is wrong where no attribute can be used
 */
export function matchRows(
  layer: Layer,
  list: UnitList,
  key: string | undefined,
): Matched | Unmatched {
  const { rows } = layer;
  const plainColumns = columnsOf(rows);
  const kinds = kindColumn(plainColumns);
  const columns = plainColumns.map((column) =>
    kinds && column !== kinds ? withKinds(column, kinds) : column,
  );
  const there = plainColumns.map(({ name }) => name).join(', ') || '(không có)';
  const reader = new Reader(list);
  const asked = key === undefined ? columns : columns.filter(({ name }) => sameName(name, key));
  if (asked.length === 0)
    return { message: `không có thuộc tính “${key}”. Các thuộc tính: ${there}.`, isForeign: true };
  const candidates = asked.flatMap((column) => [
    ...(isRunning(column, list) && key === undefined ? [] : [candidate(column, 'code', reader)]),
    candidate(column, 'name', reader),
  ]);
  const best = candidates.sort(
    (a, b) => b.count - a.count || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0),
  )[0];
  const names = nameColumn(columns, reader, list, kinds);
  const former = names ? formerRows(names, list) : [];
  if (!best || best.count === 0) {
    if (former.length > 0) return { message: formerWords(former, list), isForeign: false };
    const codes = otherEditionCodes(asked, list);
    const words = codes ?? `không thuộc tính nào khớp danh mục của ${list.area}`;
    return { message: `${words}. Các thuộc tính: ${there}.`, isForeign: codes === undefined };
  }
  const problems: RowNote[] = [];
  const warnings: RowNote[] = [];
  if (former.length > 0) problems.push({ row: 0, message: formerWords(former, list) });
  else problems.push(...formerCodes(best, list));
  if (names && best.column.name !== names.column.name) {
    const clashes = clashesOf(best, names, list);
    const isMany = clashes.length * 5 > best.ids.size;
    for (const { note, isTaken } of clashes)
      (key === undefined && (isMany || isTaken) ? problems : warnings).push(note);
  }
  return { key: best.column.name, ids: best.ids, count: best.count, problems, warnings };
}

/**
 * Rows whose code and name are two units. `isTaken`: another row is one of the two as well, so the code is
 * wrong; where none is, the code counts and the office is told.
 */
function clashesOf(
  codes: Candidate,
  names: Candidate,
  list: UnitList,
): { note: RowNote; isTaken: boolean }[] {
  return [...codes.ids].flatMap(([row, id]) => {
    const other = names.ids.get(row);
    if (other === undefined || other === id) return [];
    const isTaken = [...codes.ids].some(
      ([another, theirs]) => another !== row && (theirs === id || theirs === other),
    );
    const [code, name] = [codes, names].map(({ column }) => [column.name, column.values.get(row)]);
    const message = `${code?.[0]} ${show(code?.[1])} là ${unitWords(id, list.units)}, nhưng ${name?.[0]} ghi ${show(name?.[1])}. Hãy sửa tệp, hoặc nói cột nào đúng bằng --key.`;
    return [{ note: { row: row.row, message }, isTaken }];
  });
}

const sameName = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

/** The column of names beside the codes: the one that names most units, of today or of before. */
function nameColumn(
  columns: readonly Column[],
  reader: Reader,
  list: UnitList,
  kinds: Column | undefined,
): Candidate | undefined {
  const found = columns
    .filter((column) => column !== kinds)
    .map((column) => ({ one: candidate(column, 'name', reader), old: formerCount(column, list) }))
    .filter(({ one, old }) => {
      const different = new Set(one.column.values.values()).size;
      return (
        one.count + old > 0 &&
        (one.count + old) * 2 >= different &&
        different * 2 > one.column.values.size
      );
    })
    .sort((a, b) => b.one.count - a.one.count || b.old - a.old)[0];
  return found?.one;
}

/** Kinds of what lies right below a province or district: no name of a district speaks of the edition. */
const LOWEST = new Set(['commune', 'ward', 'township']);

function isFormer(value: string | number, list: UnitList): boolean {
  const { official } = list;
  if (typeof value !== 'string' || !/\p{L}/u.test(value)) return false;
  if (!official || editionOf(list.area) === '2008') return false;
  if (list.area.startsWith('vn'))
    return textReadings(value).some(
      (reading) => matchArea(reading, PROVINCES, { edition: '2008' }).kind === 'one',
    );
  const province = official.provinceOf(list.area) ?? list.area;
  return textReadings(value).some((reading) =>
    official.formerUnits(reading, province).some(({ area }) => LOWEST.has(area.kind ?? '')),
  );
}

function formerCount({ values }: Column, list: UnitList): number {
  let count = 0;
  for (const value of new Set(values.values())) if (isFormer(value, list)) count += 1;
  return count;
}

/** Rows whose name no unit of the list has, but one of before 01/7/2025 has. */
function formerRows({ column, ids }: Candidate, list: UnitList): [Row, string | number][] {
  return [...column.values].filter(([row, value]) => !ids.has(row) && isFormer(value, list));
}

function formerWords(former: readonly [Row, string | number][], { area }: UnitList): string {
  const some = former
    .slice(0, 5)
    .map(
      ([{ row }, value]) =>
        `hàng ${row} ${show(textReadings(String(value)).find((one) => one !== '') ?? value)}`,
    );
  return `tệp là ranh giới của đơn vị trước 01/7/2025, không vẽ được trên bản đồ ${area}: ${some.join(', ')}${former.length > 5 ? ` và ${former.length - 5} hàng nữa` : ''}. Hãy xin bản ranh giới mới.`;
}

/** Rows whose codes no unit of today has, but one of before 01/7/2025 had. */
function formerCodes({ kind, column, ids }: Candidate, list: UnitList): RowNote[] {
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

/** A sentence for codes that belong to units of the other edition. */
function otherEditionCodes(columns: readonly Column[], list: UnitList): string | undefined {
  const { official } = list;
  if (!official) return undefined;
  const other = editionOf(list.area) === '2008' ? '2025' : '2008';
  for (const { name, values } of columns) {
    const codes = [...values.values()].map((value) => String(value).replace(/\.0+$/, ''));
    const known = codes.filter((code) => /^\d{4,5}$/.test(code) && isKnown(official, code, other));
    if (codes.length > 0 && known.length * 2 > codes.length)
      return `mã ở ${name} là mã của danh mục ${other}, không phải của ${list.area}`;
  }
  return undefined;
}
