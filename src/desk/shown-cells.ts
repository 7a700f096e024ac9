/**
 * A number or a text of a workbook as its cell shows it: the number format decides, because the
 * office vouches for what it sees in its sheet and not for what the file keeps.
 */
import { format, getFormatDateInfo, isDateFormat, tokenize } from 'numfmt';
import { dayWords, type Cell, type DateCell } from './cells.js';

/** Formats that Excel knows by number and files do not spell out (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
/** Dates of East Asian editions of Excel, of which no file says what they show. */
const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The pattern of a format's number; `fileFormats` are those that the file spells out. */
export function patternOf(id: number, fileFormats: ReadonlyMap<number, string>): string {
  return fileFormats.get(id) ?? BUILT_IN[id] ?? (isEastAsianDate(id) ? 'dd/mm/yyyy' : 'General');
}

type Kind = 'general' | 'plain' | 'date' | 'number';

const kinds = new Map<string, Kind>();

function kindOf(pattern: string): Kind {
  let kind = kinds.get(pattern);
  if (kind === undefined) kinds.set(pattern, (kind = findKind(pattern)));
  return kind;
}

function findKind(pattern: string): Kind {
  if (pattern === '' || pattern === '@' || /^general$/i.test(pattern)) return 'general';
  if (pattern === '0' || pattern === '#,##0') return 'plain';
  return isDateFormat(pattern) ? 'date' : 'number';
}

/** Whether a number under this pattern is a day. */
export const isDatePattern = (pattern: string): boolean => kindOf(pattern) === 'date';

/** The text of a value under a pattern, in Vietnamese writing; `undefined` for a pattern of no sense. */
function render(pattern: string, value: number | string): string | undefined {
  try {
    return format(pattern, value, { locale: 'vi' })
      .replace(/\u00a0/g, ' ')
      .trim();
  } catch {
    return undefined;
  }
}

// "0.##" shows 3 as "3,", and "# ##0" has spaces between thousands.
const PLAIN = String.raw`-?(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,\d*)?`;
const ALONE = new RegExp(`^(\\()?(${PLAIN})\\)?\\s*(%)?$`);
const WITH_WORDS = new RegExp(
  `^(?:>|<|~|hơn|trên|gần|khoảng)?\\s*(${PLAIN})\\s*(%)?[\\p{L} ]*$`,
  'iu',
);
/** "12 nghìn người" under a format of words is not what the file keeps: twelve. */
const SCALED = /(?:^|[^\p{L}])(chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|k|m|ng|tr|trđ|tỷđ)(?!\p{L})/iu;

const numberIn = (text: string): number => Number(text.replace(/[. ]/g, '').replace(',', '.'));
const decimalsIn = (text: string): number => text.split(',')[1]?.replace(/\D/g, '').length ?? 0;

/** A number as its cell shows it. */
export function numberCell(kept: number, pattern: string): Cell {
  const kind = kindOf(pattern);
  // Excel shows what 15 digits say: 0.285*100 is 28.5, and 29 under "0".
  const value = Number(kept.toPrecision(15));
  if (kind === 'general') return generalNumber(value);
  if (kind === 'plain' && Number.isInteger(value) && value >= 0) return value;
  if (kind === 'date') return dateCell(value, pattern);
  if (/^general\s*%$/i.test(pattern)) return { percent: generalNumber(value * 100) };
  const shown = render(pattern, value);
  if (shown === undefined) return generalNumber(value);
  return shownNumber(value, isFraction(pattern) ? withoutExtraWhole(shown, value) : shown);
}

/** "# ?/?" and "# ??/16"; the stroke of `0" 1/2"` is a word. */
const isFraction = (pattern: string): boolean =>
  /[#?0] *\/ *[#?\d]/.test(pattern.replace(/"[^"]*"|\\./g, ''));

/**
 * "1 19/20" for 0,95 is "19/20", and "1 1/1" is "1": numfmt rounds the whole part of a mixed fraction
 * up from ,95 on and writes the fraction beside it (findings/numfmt-mixed-fraction.sh).
 */
function withoutExtraWhole(shown: string, value: number): string {
  return shown.replace(
    /(\d[\d.]*)\s+(\d+)\s*\/\s*(\d+)/,
    (text, whole: string, over: string, under: string) => {
      const least = numberIn(whole) - 1;
      if (least !== Math.floor(Math.abs(value))) return text;
      return over === under ? whole : `${least || ''} ${over}/${under}`.trim();
    },
  );
}

/** A number beside the text that its cell shows, in Vietnamese writing: both are kept where they differ. */
export function shownNumber(value: number, shown: string): Cell {
  const [, bracket, digits = '', percent] = ALONE.exec(shown) ?? [];
  if (digits !== '') {
    const seen = numberIn(digits) * (bracket ? -1 : 1);
    // "0;0" shows -5 as 5, and "#,##0," shows 45.895.000 as 45.895.
    const kept = [value, ...(percent ? [value * 100] : [])];
    if (!kept.some((number) => agrees(seen, number, digits))) return { kept: value, shown };
    if (percent) return { percent: seen };
    return /^0\d/.test(digits) ? digits : seen;
  }
  const [, inWords = '', sign] = WITH_WORDS.exec(shown) ?? [];
  const isKept = [value, ...(sign ? [value * 100] : [])].some((number) =>
    agrees(numberIn(inWords), number, inWords),
  );
  if (inWords !== '' && !SCALED.test(shown) && isKept) return shown;
  return { kept: value, shown };
}

/** Whether a number that is shown is the one that is kept, rounded as it is shown. */
function agrees(seen: number, kept: number, text: string): boolean {
  return Math.abs(seen - kept) <= 0.500001 * 10 ** -decimalsIn(text);
}

/** Under "General" a cell shows eleven characters: 0.07*100 is 7 and not 7.000000000000001. */
function generalNumber(value: number): number {
  if (Number.isInteger(value)) return value;
  const seen = Number(format('General', value, { locale: 'en' }));
  return Number.isNaN(seen) ? value : seen;
}

/** A text under a format that hides it or puts words beside it. */
export function textCell(text: string, pattern: string): Cell {
  if (kindOf(pattern) === 'general' || !/;.*;.*;|@/s.test(pattern)) return text;
  return render(pattern, text) ?? text;
}

/* ---- dates ---- */

const LAST_SERIAL = 2_958_465;

/** The day of a serial number. Excel counts 29/02/1900, which never was. */
function serialDay(serial: number): string | undefined {
  const day = Math.floor(serial);
  if (day < 1 || day > LAST_SERIAL || day === 60) return undefined;
  return new Date((day - (day > 60 ? 25_569 : 25_568)) * 86_400_000).toISOString().slice(0, 10);
}

/** The serial number of a day. */
export function daySerial(day: string): number {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return days + (days + 25_568 >= 60 ? 25_569 : 25_568);
}

const dateForms = new Map<string, { precision: DateCell['precision']; inWords: boolean }>();

/** How much of a date a pattern shows, and whether words of its own stand around it. */
function dateForm(pattern: string): { precision: DateCell['precision']; inWords: boolean } {
  let form = dateForms.get(pattern);
  if (form) return form;
  const { year, month, day } = getFormatDateInfo(pattern);
  const [first = ''] = pattern.split(';');
  const words = tokenize(first).filter(({ type }) => ['string', 'escaped', 'char'].includes(type));
  form = {
    precision: !year ? 'none' : day && month ? 'day' : month ? 'month' : day ? 'none' : 'year',
    inWords: words.some(({ value }) => /[\p{L}\d]/u.test(String(value))),
  };
  dateForms.set(pattern, form);
  return form;
}

function dateCell(serial: number, pattern: string): Cell {
  const date = serialDay(serial);
  const shown = render(pattern, serial);
  if (date === undefined) return { kept: serial, shown: shown ?? '' };
  const { precision, inWords } = dateForm(pattern);
  // "Quý III/2026" is the office's own word for its date: it is read as if it had been typed.
  if (inWords) return shown ?? dayWords(date);
  if (precision === 'none') return { date, precision, shown: shown ?? '' };
  return { date, precision };
}
