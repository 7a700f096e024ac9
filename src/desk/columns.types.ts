/** What a sheet and a column of the workbook are, and the words of the fixed lists. */

/** The indicator, area and source lists of the workbook itself, or fixed words and what they mean. */
export type List = 'areas' | 'indicators' | 'sources' | 'teams' | 'campaigns';

export interface Column {
  readonly key: string;
  readonly header: string;
  readonly help: string;
  readonly required?: boolean;
  /** Words of a drop-down list, and what each means in the API. */
  readonly choices?: Readonly<Record<string, string>>;
  /** A drop-down list of what another sheet names. */
  readonly list?: List;
  readonly width?: number;
  /** Other headers by which it is known. */
  readonly also?: readonly string[];
}

export interface SheetPlan {
  readonly key: SheetKey;
  readonly name: string;
  readonly help: string;
  readonly columns: readonly Column[];
  /** The name of its CSV file. */
  readonly file: string;
}

export type SheetKey =
  | 'figures'
  | 'areas'
  | 'indicators'
  | 'sources'
  | 'teams'
  | 'people'
  | 'campaigns'
  | 'goals'
  | 'progress'
  | 'events'
  | 'services';

export const YES = { Có: 'yes', Không: 'no' };
export const APPROX = { hơn: '>', gần: '<', khoảng: '~' };
export const STATUS = {
  'Chính thức': '',
  'Số sơ bộ': 'provisional',
  'Số ước tính': 'estimated',
  'Chưa có số liệu': 'missing',
};
export const KINDS = {
  tỉnh: 'province',
  'thành phố': 'city',
  xã: 'commune',
  phường: 'ward',
  'đặc khu': 'special',
  'thị trấn': 'township',
  huyện: 'district',
  quận: 'district.urban',
  'thị xã': 'town',
  'thôn hoặc tổ dân phố': 'hamlet',
};
export const LEVELS = { 'cấp xã': 'commune', 'cấp thôn': 'hamlet' };
export const ROLES = {
  'Tổ trưởng': 'leader',
  'Tổ phó': 'deputy',
  'Thành viên': 'member',
  'Cộng tác viên': 'collaborator',
};
export const BETTER = { 'càng cao càng tốt': 'higher', 'càng thấp càng tốt': 'lower' };
export const PACE = { 'chỉ so với chỉ tiêu': 'level', 'theo kế hoạch từng ngày': 'linear' };
export const EVENTS = { Mốc: 'milestone', 'Hoạt động': 'activity', 'Bài học': 'lesson' };
