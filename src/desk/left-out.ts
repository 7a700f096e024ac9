/** Lines of an office's table that are no data, each with its reason: they are counted and named. */
import { fold } from '../domain/fold.js';
import { cellText, columnLetters, isBlank, quote, type Cell, type SheetTable } from './cells.js';
import type { Notes } from './notes.js';

export type Reason = 'numbers' | 'repeated' | 'total' | 'group' | 'empty' | 'below';

const REASONS: Readonly<Record<Reason, string>> = {
  numbers: 'dòng đánh số cột',
  repeated: 'dòng tiêu đề lặp lại',
  total: 'dòng tổng hoặc chữ ký',
  group: 'dòng nhóm',
  empty: 'dòng không có số liệu',
  below: 'phần dưới bảng',
};

/** Collects the lines that are left out, and says them in one sentence. */
export class LeftOut {
  private readonly lines = new Map<Reason, { line: number; label: string }[]>();

  add(reason: Reason, line: number, label: string): void {
    const list = this.lines.get(reason) ?? [];
    this.lines.set(reason, list);
    list.push({ line: line + 1, label });
  }

  say(sheet: string, notes: Notes): void {
    const all = [...this.lines.values()].flat();
    if (all.length === 0) return;
    const parts = [...this.lines].map(([reason, list]) => {
      const shown = list
        .slice(0, 10)
        .map(({ line, label }) => `${line}${label === '' ? '' : ` ${quote(label)}`}`);
      const more = list.length > 10 ? `; và ${list.length - 10} dòng nữa` : '';
      return `${REASONS[reason]}: ${shown.join(', ')}${more}`;
    });
    notes.warn(sheet, '', `không đọc ${all.length} dòng. ${parts.join('; ')}.`);
  }
}

/** "1, 5–7": numbers in short. */
function rangesText(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length;) {
    let end = i;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end++;
    parts.push(end > i ? `${numbers[i]}–${numbers[end]}` : `${numbers[i]}`);
    i = end + 1;
  }
  return parts.join(', ');
}

/** Says which lines and columns Excel does not show: they are not read, because the office does not see them. */
export function noteHidden(
  { name, hidden }: SheetTable,
  texts: ReadonlyMap<number, string>,
  notes: Notes,
): void {
  if (!hidden) return;
  if (hidden.sheet) notes.warn(name, '', 'trang tính đang ẩn, nhưng vẫn được đọc.');
  if (hidden.lines.length > 0)
    notes.warn(
      name,
      '',
      `không đọc ${hidden.lines.length} dòng đang ẩn: ${rangesText(hidden.lines.map((line) => line + 1))}. Nếu là số liệu cần công bố, hãy bỏ ẩn (hoặc bỏ lọc) rồi lưu lại.`,
    );
  if (hidden.columns.length === 0) return;
  const columns = hidden.columns.map((i) => {
    const text = texts.get(i);
    return `${columnLetters(i)}${text ? ` ${quote(text)}` : ''}`;
  });
  notes.warn(
    name,
    '',
    `không đọc ${columns.length} cột đang ẩn: ${columns.join(', ')}. Nếu là số liệu cần công bố, hãy bỏ ẩn rồi lưu lại.`,
  );
}

/** A line below the headers that numbers the columns: "A, B, (1), (2), (3)=(1)+(2)". */
export function isNumberLine(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell) => !isBlank(cell)).map(cellText);
  if (texts.length < 3) return false;
  const numbers = texts.flatMap((text) => {
    const digits = /^[([]?(\d{1,2})[)\]]?(?:\s*=.*)?$/.exec(text)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  const letters = texts.filter((text) => /^[([]?[A-Za-z][)\]]?$/.test(text));
  return (
    numbers.length + letters.length === texts.length &&
    numbers.length >= 2 &&
    (numbers[0] ?? 9) <= 3 &&
    numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
  );
}

const TOTAL =
  /^(tong( cong| so| chung| hop)?|cong( chung| toan .*)?|toan (tinh|thanh pho|huyen|xa|quoc|vung|nganh))( [(:].*| toan .*)?[\s:.*()]*$/;

/** Whether a label is one that ends a table: "Tổng cộng", "Toàn tỉnh". */
export const isTotalLabel = (label: string): boolean => TOTAL.test(fold(label));

/** "I", "IV.", "A": how reports number their groups of lines. */
const GROUP_NUMBER = /^(?:[IVX]+|[A-HK-U])[.)]?$/;
const GROUP_NAME = /^(?:[IVX]+[.)]\s*)?(khu vuc|vung|cum|khoi|nhom|tieu vung)\s/i;

/** Whether a line that names no place begins a group, with the sums of it: "II | Khu vực miền núi | 12". */
export const isGroupLine = (cells: readonly Cell[], label: string): boolean =>
  GROUP_NAME.test(fold(label)) ||
  (GROUP_NUMBER.test(cellText(cells.find((cell) => !isBlank(cell)))) && !COMMUNE.test(fold(label)));

/** A commune that no list has is a fault, however its line is numbered. */
const COMMUNE = /^(xa|phuong|thi tran|dac khu|x\.|p\.|tt\.)\s/;

/** Whether a label begins with one of the words that the matching says: whole words only. */
export function startsWithWord(label: string, words: readonly string[] = []): boolean {
  if (words.length === 0) return false;
  const text = fold(label);
  return words.some((word) => {
    const start = fold(word);
    return start !== '' && text.startsWith(start) && !/^[a-z0-9]/.test(text.slice(start.length));
  });
}
