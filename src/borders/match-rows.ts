/** Which unit each row of a file is: by code or by name, checked against the official list. */
import { choice } from './choices.js';
import {
  columnsOf,
  isRunning,
  kindColumn,
  withKinds,
  type Candidate,
  type Column,
  type RowNote,
} from './columns.js';
import {
  formerCodes,
  formerCount,
  formerRows,
  formerWords,
  otherEditionCodes,
} from './former-units.js';
import type { Layer, Row } from './layer.js';
import { textReadings } from './text-readings.js';
import { unitWords, type UnitList } from './unit-list.js';
import { showValue, UnitReader } from './unit-values.js';

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
  /** The units that a value may mean, where it is the name of several. */
  readonly several: (value: string | number) => readonly string[];
}

/** A layer that no attribute of which names a unit. */
export interface Unmatched {
  readonly message: string;
  /** It is of something else, such as roads: nothing in it is a unit of another edition. */
  readonly isForeign: boolean;
}

const hasDiacritics = ({ values }: Column): boolean =>
  [...values.values()].some((value) => /[^\u0000-\u007f]/.test(String(value)));

function candidate(column: Column, kind: 'code' | 'name', reader: UnitReader): Candidate {
  const ids = new Map<Row, string>();
  const isExact = kind === 'name' && hasDiacritics(column);
  for (const [row, value] of column.values) {
    const id = kind === 'code' ? reader.code(value) : reader.name(value, isExact);
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
  { rows }: Layer,
  list: UnitList,
  key: string | undefined,
): Matched | Unmatched {
  const plainColumns = columnsOf(rows);
  if (plainColumns.length === 0)
    return { message: 'không hàng nào có thuộc tính (mã xã, tên xã).', isForeign: true };
  const kinds = kindColumn(plainColumns);
  const columns = plainColumns.map((column) =>
    kinds && column !== kinds ? withKinds(column, kinds) : column,
  );
  const there = `Các thuộc tính: ${plainColumns.map(({ name }) => name).join(', ')}.`;
  const reader = new UnitReader(list);
  const asked = key === undefined ? columns : columns.filter(({ name }) => sameName(name, key));
  if (asked.length === 0)
    return { message: `không có thuộc tính “${key}”. ${there}`, isForeign: true };
  const best = bestOf(asked, reader, list, key);
  const names = nameColumn(columns, reader, list, kinds);
  const former = names ? formerRows(names, list) : [];
  if (best && best.count > 0) {
    const matched = checked(best, names, former, list, key);
    const others = names || key !== undefined ? [] : otherNames(best, columns, reader);
    return {
      ...matched,
      problems: [...matched.problems, ...others],
      several: (value) => (best.kind === 'name' ? reader.named(value) : []),
    };
  }
  if (former.length > 0) return { message: formerWords(former, list), isForeign: false };
  const codes = otherEditionCodes(asked, list);
  const words = codes ?? `không thuộc tính nào khớp danh mục của ${list.area}`;
  return { message: `${words}. ${there}`, isForeign: codes === undefined };
}

/** The attribute that names most units, codes before names. */
function bestOf(
  asked: readonly Column[],
  reader: UnitReader,
  list: UnitList,
  key: string | undefined,
): Candidate | undefined {
  const candidates = asked.flatMap((column) => [
    ...(isRunning(column, list) && key === undefined ? [] : [candidate(column, 'code', reader)]),
    candidate(column, 'name', reader),
  ]);
  return candidates.sort(
    (a, b) => b.count - a.count || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0),
  )[0];
}

/** The rows' units, with what is doubtful about them. */
function checked(
  best: Candidate,
  names: Candidate | undefined,
  former: readonly [Row, string | number][],
  list: UnitList,
  key: string | undefined,
): Omit<Matched, 'several'> {
  const problems: RowNote[] =
    former.length > 0 ? [{ row: 0, message: formerWords(former, list) }] : formerCodes(best, list);
  const warnings: RowNote[] = lostLetters(best);
  if (names && (best.kind !== 'name' || best.column.name !== names.column.name)) {
    const clashes = clashesOf(best, names, list);
    const isMany = clashes.length * 5 > best.ids.size;
    for (const { note, isTaken } of clashes)
      (key === undefined && (isMany || isTaken) ? problems : warnings).push(note);
    if (key === undefined) warnings.push(...fillFromNames(best, names, list));
  }
  const count = new Set(best.ids.values()).size;
  return { key: best.column.name, ids: best.ids, count, problems, warnings };
}

/** Rows without a code of their own are the units of their names. */
function fillFromNames({ column, ids }: Candidate, names: Candidate, list: UnitList): RowNote[] {
  return [...names.ids].flatMap(([row, id]) => {
    if (ids.has(row) || column.values.has(row)) return [];
    ids.set(row, id);
    const message = `${column.name} trống, đọc theo ${names.column.name}: ${unitWords(id, list.units)}.`;
    return [{ row: row.row, message }];
  });
}

/** "Ph??ng ??ng H?": an encoding without Vietnamese letters has lost them, and nobody can tell which they were. */
function lostLetters({ column, ids }: Candidate): RowNote[] {
  const lost = [...column.values].filter(
    ([row, value]) => !ids.has(row) && /\?\p{L}|\p{L}\?/u.test(String(value)),
  );
  const message = `${column.name} có dấu “?” ở chỗ chữ có dấu (${lost.length} hàng, đầu tiên là hàng ${lost[0]?.[0].row}): bảng mã khi xuất đã làm mất chữ. Hãy xuất lại tệp với UTF-8, hoặc dùng cột mã.`;
  return lost.length > 0 ? [{ row: 0, message }] : [];
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
    const message = `${code?.[0]} ${showValue(code?.[1])} là ${unitWords(id, list.units)}, nhưng ${name?.[0]} ghi ${showValue(name?.[1])}. Hãy sửa tệp, hoặc nói cột nào đúng: ${choice('key', codes.column.name)} hay ${choice('key', names.column.name)}.`;
    return [{ note: { row: row.row, message }, isTaken }];
  });
}

/** A kind in front of a name. */
const KIND_BEFORE = /^(xã|phường|thị trấn|đặc khu|tỉnh|thành phố)\s/iu;

/** Codes of the list beside names with their kinds that are no names of their units: the file may be of other ones. */
function otherNames(best: Candidate, columns: readonly Column[], reader: UnitReader): RowNote[] {
  if (best.kind !== 'code') return [];
  for (const { name, values } of columns) {
    const rows = [...best.ids].flatMap(([row, id]) => {
      const value = values.get(row);
      return typeof value === 'string' ? [{ row, id, value }] : [];
    });
    const isNamed = rows.filter(({ value }) =>
      textReadings(value).some((one) => KIND_BEFORE.test(one.trim())),
    );
    // Names of what units lie in stand at many of them.
    const different = new Set(rows.map(({ value }) => value)).size;
    if (isNamed.length * 2 < rows.length || different < rows.length * 0.9) continue;
    const wrong = rows.filter(({ value, id }) => reader.name(value, true) !== id);
    if (wrong.length === 0 || wrong.length * 2 < rows.length) continue;
    const some = wrong
      .slice(0, 5)
      .map(({ row, value }) => `hàng ${row.row} ${showValue(value)}`)
      .join(', ');
    const message = `${best.column.name} khớp danh mục, nhưng ${name} không phải tên của các đơn vị đó (${some}): tệp có thể theo đơn vị hành chính khác (trước hoặc từ 01/7/2025). Nếu mã đúng, hãy thêm ${choice('key', best.column.name)}.`;
    return [{ row: 0, message }];
  }
  return [];
}

const sameName = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

/** The column of names beside the codes: the one that names most units, of today or of before. */
function nameColumn(
  columns: readonly Column[],
  reader: UnitReader,
  list: UnitList,
  kinds: Column | undefined,
): Candidate | undefined {
  const best = columns
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
  return best?.one;
}
