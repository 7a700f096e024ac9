/**
 * The headers by which a table's columns are known: ONE vocabulary for the desk's sheets and for the
 * adapters of CSV and CKAN.
 */
import { fold } from '../domain/fold.js';
import { parseTypedDate } from './typed-dates.js';

/** What a column of figures holds. */
export type ColumnRole = 'area' | 'at' | 'indicator' | 'value' | 'num' | 'den' | 'target' | 'note';

/** The unit that a column of areas names. */
export type AreaLevel = 'province' | 'district' | 'commune' | 'any';

const AREA_NAMES: Readonly<Record<AreaLevel, readonly string[]>> = {
  any: [
    'Địa bàn',
    'Tên địa bàn',
    'Đơn vị',
    'Tên đơn vị',
    'Đơn vị hành chính',
    'Tên đơn vị hành chính',
    'Địa phương',
    'Tên địa phương',
    'Area',
    'Ref area',
    'Geo',
  ],
  province: [
    'Tỉnh',
    'Tên tỉnh',
    'Tỉnh thành',
    'Tỉnh/thành phố',
    'Tỉnh, TP',
    'Tên tỉnh/thành phố',
    'Tên tỉnh, TP',
    'Province',
    'Province name',
  ],
  district: [
    'Huyện',
    'Tên huyện',
    'Quận/huyện',
    'Tên quận/huyện',
    'Huyện/thị xã/thành phố',
    'Quận/huyện/thị xã/thành phố',
    'Cấp huyện',
    'District',
    'District name',
  ],
  commune: [
    'Xã',
    'Tên xã',
    'Xã/phường',
    'Phường/xã',
    'Tên xã/phường',
    'Tên phường/xã',
    'Xã, phường, thị trấn',
    'Phường/xã/thị trấn',
    'Tên xã, phường, thị trấn',
    'Xã, phường, đặc khu',
    'Tên xã, phường, đặc khu',
    'Cấp xã',
    'Phường',
    'Tên phường',
    'Commune',
    'Commune name',
    'Ward',
    'Ward name',
  ],
};

const AREA_CODES: Readonly<Record<AreaLevel, readonly string[]>> = {
  any: ['Mã địa bàn', 'Mã đơn vị', 'Mã đơn vị hành chính', 'Mã ĐVHC', 'Mã địa phương', 'Area id'],
  province: ['Mã tỉnh', 'Mã tỉnh/thành phố', 'Mã TP', 'Province code', 'Province id'],
  district: ['Mã huyện', 'Mã quận/huyện', 'District code', 'District id'],
  commune: [
    'Mã xã',
    'Mã phường',
    'Mã xã/phường',
    'Mã phường/xã',
    'Mã phường/xã/thị trấn',
    'Commune code',
    'Commune id',
    'Ward code',
    'Ward id',
  ],
};

/** Headers by role, as people write them. The first ones are those of the desk's own sheets. */
export const HEADERS: Readonly<Record<ColumnRole, readonly string[]>> = {
  area: [...Object.values(AREA_NAMES), ...Object.values(AREA_CODES)].flat(),
  at: [
    'Thời điểm',
    'Thời gian',
    'Kỳ',
    'Kỳ số liệu',
    'Kỳ báo cáo',
    'Năm',
    'Tháng',
    'Quý',
    'Ngày',
    'At',
    'Year',
    'Date',
    'Period',
    'Time period',
    'Ref period',
  ],
  indicator: [
    'Chỉ số',
    'Tên chỉ số',
    'Mã chỉ số',
    'Chỉ tiêu thống kê',
    'Tên chỉ tiêu',
    'Indicator',
    'Measure',
  ],
  value: ['Giá trị', 'Số liệu', 'Kết quả', 'Số lượng', 'Value', 'Obs value'],
  num: ['Tử số', 'Num', 'Numerator'],
  den: ['Mẫu số', 'Den', 'Denominator'],
  target: ['Chỉ tiêu', 'Chỉ tiêu giao', 'Chỉ tiêu được giao', 'Target'],
  note: ['Ghi chú', 'Note'],
};

/** Headers of columns that only count lines or name a record: never figures, never codes of areas. */
const RUNNING = [
  'STT',
  'TT',
  'Số thứ tự',
  'No',
  'Id',
  '_id',
  'OBJECTID',
  'OID',
  'FID',
  'GID',
  'Row',
  'Index',
  'Rank',
  'Row number',
  'Record id',
];

/** Codes, telephones and places in a ranking: digits that are no figure of an area. */
const NO_FIGURE =
  /^(ma|ma so|ky hieu|phone|tel|fax|zip|postcode|sdt|so dt|cccd|cmnd|mst|hang|xep hang|thu hang|xep thu|ranking)$|^ma (so|dinh danh|qr|tinh|huyen|xa|phuong|don vi|dvhc|bao cao|ho so|to|buu chinh)\b|dien thoai| (code|id|uuid|phone|rank|fax)$/;
const COORDINATE = /^(lat|lon|long|lng|latitude|longitude|kinh do|vi do|toa do.*|x|y)$/;

/**
 * Whether numbers below a header are no figures of an area: codes, ranks, coordinates, and columns of
 * a year or another date, whose header does not say what was counted.
 */
export function isNoFigureHeader(header: string): boolean {
  const words = fold(header.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[_\s]+/g, ' ')
    .trim();
  return NO_FIGURE.test(words) || COORDINATE.test(words) || 'at' in parseTypedDate(words);
}

/** A header in one form: "Mã tỉnh (*)", "ma_tinh" and "MaTinh" are one word, "matinh". */
export function headerWord(text: string): string {
  return fold(text.replace(/\([^)]*\)/g, ' ')).replace(/[^a-z0-9]/g, '');
}

const wordsOf = (headers: readonly string[]): Set<string> => new Set(headers.map(headerWord));
const ROLE_WORDS = Object.entries(HEADERS).map(
  ([role, headers]) => [role as ColumnRole, wordsOf(headers)] as const,
);
const LEVELS = (['commune', 'district', 'province', 'any'] as const).map(
  (level) => [level, wordsOf(AREA_NAMES[level]), wordsOf(AREA_CODES[level])] as const,
);
const RUNNING_WORDS = wordsOf(RUNNING);

/** What a column holds by its header; `undefined` for one that no vocabulary knows. */
export function roleOf(header: string): ColumnRole | undefined {
  const word = headerWord(header);
  return ROLE_WORDS.find(([, words]) => words.has(word))?.[0];
}

/** Whether a header says that its column only counts the lines: "STT", "OBJECTID", "_id". */
export const isRunningHeader = (header: string): boolean => RUNNING_WORDS.has(headerWord(header));

/** A column of areas: the unit it names, and whether by code or by name. */
export interface AreaHeader {
  readonly level: AreaLevel;
  readonly isCode: boolean;
}

/** What a column of areas names; `undefined` for another column. */
export function areaHeaderOf(header: string): AreaHeader | undefined {
  const word = headerWord(header);
  for (const [level, names, codes] of LEVELS)
    if (names.has(word) || codes.has(word)) return { level, isCode: codes.has(word) };
  return undefined;
}

/** Whether values only count: 1, 2, 3 … n from top to bottom. Running numbers are no codes. */
export function isRunning(values: readonly unknown[]): boolean {
  const filled = values.filter((value) => value !== undefined && value !== null && value !== '');
  const first = Number(filled[0]);
  return (
    filled.length >= 3 &&
    (first === 0 || first === 1) &&
    filled.every((value, i) => /^\d+$/.test(String(value).trim()) && Number(value) === first + i)
  );
}
