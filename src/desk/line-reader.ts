/** Cells of a line made values. A cell that cannot be read is a fault with its cell, and `undefined`. */
import { isValidDay } from '../domain/calendar.js';
import { fold } from '../domain/fold.js';
import { legacyEncoding } from '../tables/legacy-encoding.js';
import { parseTypedDate, type DateFault, type TypedDate } from '../tables/typed-dates.js';
import { parseFigure, type NumberFault } from '../tables/typed-numbers.js';
import {
  cellText,
  dayWords,
  isBlank,
  isBroken,
  isDate,
  isMasked,
  isPercent,
  numberText,
  quote,
  type Cell,
  type DateCell,
  type MaskedCell,
} from './cells.js';
import type { Column, SheetPlan } from './columns.js';
import type { Notes } from './notes.js';
import type { Row } from './rows.js';

const ENCODINGS = {
  TCVN3:
    'gõ bằng bảng mã TCVN3 (ABC, phông .VnTime). Hãy chuyển sang Unicode bằng công cụ chuyển mã của bộ gõ rồi lưu lại.',
  VNI: 'gõ bằng bảng mã VNI (phông VNI-Times). Hãy chuyển sang Unicode bằng công cụ chuyển mã của bộ gõ rồi lưu lại.',
  mojibake:
    'bị hỏng dấu do mở sai bảng mã (UTF-8 đọc thành bảng mã khác). Hãy mở lại tệp gốc với bảng mã UTF-8.',
};

const NUMBER_FAULTS: Readonly<Record<NumberFault, (shown: string) => string>> = {
  'not-a-number': (shown) =>
    `${shown} không phải là số. Hãy ghi số như 45.895 hoặc 98,5; chưa có số liệu thì để trống.`,
  'dot-decimal': (shown) =>
    `${shown} có dấu chấm không đúng chỗ: dấu chấm ngăn cách hàng nghìn (45.895), dấu phẩy ngăn phần thập phân (98,5). Hãy ghi lại.`,
  'english-thousands': (shown) =>
    `${shown} viết theo kiểu Anh. Hãy ghi 1.234.567 (hàng nghìn bằng dấu chấm), phần thập phân bằng dấu phẩy.`,
  'range-backwards': (shown) => `khoảng ${shown} có số sau nhỏ hơn số trước. Hãy đổi lại thứ tự.`,
};

const DATE_FAULTS: Readonly<Record<DateFault, (shown: string) => string>> = {
  'not-a-date': (shown) =>
    `${shown} không phải là thời điểm. Hãy ghi như 20/11/2026, tháng 8/2026, quý III/2026 hoặc năm 2025.`,
  'no-such-day': (shown) => `${shown} không có trong lịch. Hãy kiểm tra ngày và tháng.`,
  'month-first': (shown) => `${shown} ghi tháng trước ngày. Hãy ghi ngày/tháng/năm.`,
  'short-year': (shown) => `${shown} ghi năm bằng hai chữ số. Hãy ghi đủ bốn chữ số của năm.`,
  backwards: (shown) => `khoảng thời gian ${shown} kết thúc trước khi bắt đầu. Hãy đổi lại thứ tự.`,
};

const dates = new Map<string, TypedDate>();
const MOST_DATES = 2000;

/** A typed date; kept, because the lines of a sheet have few of them. */
function typedDate(text: string): TypedDate {
  let known = dates.get(text);
  if (!known) {
    if (dates.size >= MOST_DATES) dates.clear();
    dates.set(text, (known = parseTypedDate(text)));
  }
  return known;
}

const meanings = new WeakMap<Column, ReadonlyMap<string, string>>();

/** What the words of a fixed list mean, and their meanings themselves; kept, because every line asks. */
function meaningsOf(column: Column): ReadonlyMap<string, string> {
  let known = meanings.get(column);
  if (!known) {
    const choices = Object.entries(column.choices ?? {});
    known = new Map([
      ...choices.flatMap(([, meaning]) => (meaning === '' ? [] : [[meaning, meaning] as const])),
      ...choices.map(([word, meaning]) => [fold(word), meaning] as const).reverse(),
      ...choices,
    ]);
    meanings.set(column, known);
  }
  return known;
}

export class LineReader {
  constructor(
    readonly row: Row,
    readonly plan: SheetPlan,
    readonly notes: Notes,
  ) {}

  fault(key: string, message: string): undefined {
    this.notes.fault(this.row.sheet, this.row.cellOf(key), message);
    return undefined;
  }
  warn(key: string, message: string): void {
    this.notes.warn(this.row.sheet, this.row.cellOf(key), message);
  }

  has(key: string): boolean {
    return !isBlank(this.row.cell(key));
  }

  private headerOf(key: string): string {
    return this.plan.columns.find((column) => column.key === key)?.header ?? key;
  }

  /** The cell, or a fault where it holds no value at all. */
  private sound(key: string): Cell {
    const cell = this.row.cell(key);
    if (!isBroken(cell)) return cell;
    if (cell.broken === 'merged')
      return this.fault(
        key,
        'ô này nằm trong một ô gộp. Hãy bỏ gộp ô và ghi giá trị cho từng dòng.',
      );
    if (cell.broken === 'formula')
      return this.fault(
        key,
        `công thức ${quote(cell.shown)} chưa có kết quả. Hãy mở tệp bằng Excel, để tính xong rồi lưu lại, hoặc dán giá trị.`,
      );
    return this.fault(
      key,
      `ô báo lỗi ${cell.shown} của Excel. Hãy sửa công thức hoặc ghi giá trị.`,
    );
  }

  /** A text; numbers as they are shown, texts of old code tables refused. */
  text(key: string): string | undefined {
    const cell = this.sound(key);
    if (isBlank(cell)) return undefined;
    const text = cellText(cell).normalize('NFC');
    const encoding = legacyEncoding(text);
    return encoding ? this.fault(key, `chữ ${quote(text)} ${ENCODINGS[encoding]}`) : text;
  }

  required(key: string): string | undefined {
    if (this.has(key)) return this.text(key);
    return this.fault(key, `thiếu ${quote(this.headerOf(key))}. Hãy ghi vào ô này.`);
  }

  /** What a word of a fixed list means; `''` is a meaning too. */
  choice(key: string): string | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const column = this.plan.columns.find((c) => c.key === key);
    const known = column && meaningsOf(column);
    const choice = known?.get(text) ?? known?.get(fold(text));
    if (choice !== undefined) return choice;
    const choices = Object.entries(column?.choices ?? {});
    return this.fault(
      key,
      `${quote(text)} không có trong danh sách của cột ${quote(this.headerOf(key))}. Hãy chọn: ${choices.map(([word]) => word).join('; ')}.`,
    );
  }

  requiredChoice(key: string): string | undefined {
    if (this.has(key)) return this.choice(key);
    return this.fault(key, `thiếu ${quote(this.headerOf(key))}. Hãy chọn trong danh sách.`);
  }

  /** An identifier that stands in addresses. */
  id(key: string): string | undefined {
    const text = this.required(key);
    if (text === undefined || /^[A-Za-z0-9][\w.-]*$/.test(text)) return text;
    return this.fault(
      key,
      `mã ${quote(text)} chỉ được có chữ không dấu, chữ số, dấu chấm và dấu gạch. Hãy đổi, ví dụ ${quote(fold(text).replace(/[^a-z0-9]+/g, '-'))}.`,
    );
  }

  /** One plain number. */
  number(key: string): number | undefined {
    const cell = this.sound(key);
    if (isBlank(cell) || this.spoilt(key, cell)) return undefined;
    if (typeof cell === 'number') return cell;
    if (isPercent(cell)) return cell.percent;
    const text = cellText(cell);
    const read = parseFigure(text);
    if ('fault' in read) return this.fault(key, NUMBER_FAULTS[read.fault](quote(text)));
    const { value, range, num, approx, missing } = read.figure;
    if (value !== undefined && !approx) return value;
    if (missing) return undefined;
    return this.fault(
      key,
      `${quote(text)} ${range || num !== undefined ? 'là hai số' : 'không phải một số chính xác'}; ô này cần đúng một số.`,
    );
  }

  /** A whole number from 0 up. */
  count(key: string): number | undefined {
    const value = this.number(key);
    if (value === undefined) return undefined;
    if (value >= 0 && Number.isInteger(value)) return value;
    return this.fault(key, wholeFault(value, this.row.cell(key)));
  }

  /**
   * A date in a column of numbers is what Excel made of "5-8" or "51/63", and a cell may show another
   * thing than the number it keeps: both are said, never undone.
   */
  spoilt(key: string, cell: Cell): boolean {
    if (isDate(cell)) {
      this.fault(key, dateFault(cell));
      return true;
    }
    if (isMasked(cell)) {
      this.fault(key, maskedFault(cell));
      return true;
    }
    if (typeof cell === 'boolean') {
      this.fault(key, 'ô này là TRUE/FALSE, không phải số. Hãy ghi lại con số.');
      return true;
    }
    return false;
  }

  /** A date of any precision. */
  date(key: string): { at: string; approx: boolean } | undefined {
    const cell = this.sound(key);
    if (isBlank(cell)) return undefined;
    if (isDate(cell)) return this.shownDate(key, cell);
    const text = cellText(cell);
    if (isMasked(cell))
      return this.fault(
        key,
        `ô hiện ${quote(text)}, không phải thời điểm. Hãy ghi như 20/11/2026 hoặc tháng 8/2026.`,
      );
    if (typeof cell === 'number' && cell > 20_000 && cell < 80_000)
      return this.fault(
        key,
        `số ${text} là ngày mà Excel đang lưu dưới dạng số. Hãy định dạng ô là Ngày, hoặc ghi lại như 20/11/2026.`,
      );
    if (/[µ¸¶·¹¨»]/.test(text)) return void this.text(key);
    const read = typedDate(text);
    return 'fault' in read ? this.fault(key, DATE_FAULTS[read.fault](quote(text))) : read;
  }

  /** A date of Excel, as fine as the cell shows it. */
  private shownDate(key: string, cell: DateCell): { at: string; approx: boolean } | undefined {
    if (cell.precision !== 'none') {
      const digits = { day: 10, month: 7, year: 4 }[cell.precision];
      return { at: cell.date.slice(0, digits), approx: false };
    }
    return this.fault(
      key,
      `ô hiện ${quote(cellText(cell))}, không có năm, còn Excel giữ ${dayWords(cell.date)}. Hãy ghi lại đủ năm, ví dụ ${dayWords(cell.date)}.`,
    );
  }

  /** One day of the calendar. */
  day(key: string): string | undefined {
    const read = this.date(key);
    if (!read) return undefined;
    if (isValidDay(read.at)) return read.at;
    return this.fault(
      key,
      `${quote(cellText(this.row.cell(key)))} chưa đủ ngày. Hãy ghi ngày/tháng/năm, ví dụ 20/11/2026.`,
    );
  }

  requiredDay(key: string): string | undefined {
    if (this.has(key)) return this.day(key);
    return this.fault(key, `thiếu ${quote(this.headerOf(key))}. Hãy ghi ngày/tháng/năm.`);
  }

  /** An address that may become a link. */
  link(key: string): string | undefined {
    const text = this.text(key);
    if (text === undefined || /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text)) return text;
    if (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text)) return `https://${text}`;
    return this.fault(
      key,
      `${quote(text)} không phải địa chỉ trang. Hãy ghi đầy đủ, bắt đầu bằng https://.`,
    );
  }

  /** The figure typed in a cell: a number, an approximate one, a range, a pair, or none. */
  figure(key: string): ReturnType<typeof figureIn> | undefined {
    const cell = this.sound(key);
    if (isBlank(cell) || this.spoilt(key, cell)) return undefined;
    const read = figureIn(cell);
    return 'fault' in read
      ? this.fault(key, NUMBER_FAULTS[read.fault](quote(cellText(cell))))
      : read;
  }
}

function figureIn(cell: Cell): ReturnType<typeof parseFigure> {
  if (typeof cell === 'number') return { figure: { value: cell } };
  if (isPercent(cell)) return { figure: { value: cell.percent, percent: true } };
  return parseFigure(cellText(cell));
}

/** What a date in a column of numbers was before Excel changed it. */
function dateFault({ date, precision }: DateCell): string {
  const [y = '', m = '', d = ''] = date.split('-');
  const shown = precision === 'month' ? `tháng ${+m}/${y}` : `ngày ${dayWords(date)}`;
  const parts = precision === 'month' ? `${+m} và ${y.slice(2)}` : `${+d} và ${+m}`;
  return `Excel đã đổi thành ${shown}. Hãy định dạng ô là Văn bản (Text) rồi nhập lại số đã gõ; nếu là hai số như ${parts} thì ghi vào hai cột “Từ”, “Đến” hoặc “Tử số”, “Mẫu số”.`;
}

/** A cell that shows another thing than the number it keeps: both are named. */
function maskedFault({ kept, shown }: MaskedCell): string {
  const number = quote(numberText(kept));
  return shown === ''
    ? `ô không hiện gì vì định dạng ẩn số, còn Excel giữ ${number}. Nếu là số liệu, hãy định dạng ô là Số (Number); nếu không, hãy xóa ô.`
    : `ô hiện ${quote(shown)}, còn Excel giữ ${number}. Hãy định dạng ô là Số (Number), hoặc ghi lại đúng con số cần công bố.`;
}

/** Why a number cannot be a count. */
export function wholeFault(value: number, cell: Cell): string {
  const shown = quote(cellText(cell));
  if (value < 0) return `${shown} là số âm, mà số đếm không thể âm. Hãy kiểm tra lại.`;
  const thousand = value * 1000;
  const guess = Number.isInteger(Number(thousand.toPrecision(12)))
    ? ` Có thể Excel đã đọc dấu ngăn hàng nghìn thành dấu thập phân: nếu là ${thousand.toLocaleString('vi')} thì hãy ghi ${Number(thousand.toPrecision(12))} (không có dấu).`
    : ' Hãy ghi lại số nguyên.';
  return `${shown} có phần thập phân, mà đây là số đếm.${guess}`;
}
