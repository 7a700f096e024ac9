/** The words of the kits that neither the manifest nor the builder has. */

interface Words {
  readonly en: string;
  readonly vi: string;
}

/** Names under which authors look for figures, in every language of the editor. */
const COMMON = ['số liệu', 'so lieu', 'tổ công nghệ số', 'tcns'];

interface WidgetWords {
  /** Where the builder's title does not fit a block. */
  readonly title?: Words;
  readonly summary: Words;
  readonly keywords: readonly string[];
  readonly icon: string;
}

/** Each widget, the most used first: this is the order of the lists. */
export const WIDGET_WORDS: Readonly<Record<string, WidgetWords>> = {
  'kpi-card': {
    summary: {
      en: 'One figure of an area with its date, its change and its source.',
      vi: 'Một số liệu của địa bàn, kèm ngày, mức tăng giảm và nguồn.',
    },
    keywords: [...COMMON, 'thẻ'],
    icon: 'chart-bar',
  },
  'coverage-map': {
    summary: {
      en: 'A map of the provinces or communes, coloured by an indicator.',
      vi: 'Bản đồ các tỉnh hoặc xã, tô màu theo một chỉ số.',
    },
    keywords: [...COMMON, 'bản đồ'],
    icon: 'location-alt',
  },
  ranking: {
    summary: {
      en: 'The places of an area in the order of an indicator.',
      vi: 'Các địa phương xếp theo một chỉ số.',
    },
    keywords: [...COMMON, 'xếp hạng'],
    icon: 'editor-ol',
  },
  trend: {
    summary: {
      en: 'One or several indicators over time.',
      vi: 'Một hoặc nhiều chỉ số theo thời gian.',
    },
    keywords: [...COMMON, 'biểu đồ'],
    icon: 'chart-line',
  },
  'campaign-tracker': {
    summary: {
      en: 'A campaign: its days, goals and results.',
      vi: 'Một chiến dịch: số ngày, chỉ tiêu và kết quả.',
    },
    keywords: [...COMMON, 'chiến dịch'],
    icon: 'flag',
  },
  'team-roster': {
    summary: {
      en: 'The teams of an area and how to reach them.',
      vi: 'Các tổ của địa bàn và cách liên hệ.',
    },
    keywords: [...COMMON, 'danh sách'],
    icon: 'groups',
  },
  'service-guide': {
    summary: {
      en: 'What the teams help people with.',
      vi: 'Những việc tổ giúp người dân làm.',
    },
    keywords: [...COMMON, 'hướng dẫn'],
    icon: 'sos',
  },
  dashboard: {
    summary: {
      en: 'A card, a map, a ranking and a chart of one area together.',
      vi: 'Thẻ số liệu, bản đồ, bảng xếp hạng và biểu đồ của một địa bàn.',
    },
    keywords: [...COMMON, 'tổng hợp'],
    icon: 'dashboard',
  },
  stat: {
    title: { en: 'Plain figure', vi: 'Con số' },
    summary: {
      en: 'One live figure alone, in the size of the text around it.',
      vi: 'Chỉ một con số luôn cập nhật, cỡ chữ như đoạn văn xung quanh.',
    },
    keywords: [...COMMON, 'con số'],
    icon: 'editor-textcolor',
  },
};

/** A short name of each attribute; Vietnamese only where the builder has none. */
export const ATTRIBUTE_LABELS: Readonly<
  Record<string, { readonly en: string; readonly vi?: string }>
> = {
  annotations: { en: 'Notes by date', vi: 'Ghi chú theo ngày' },
  area: { en: 'Area', vi: 'Địa bàn' },
  at: { en: 'Pinned to a date', vi: 'Ghim ở thời điểm (ví dụ 2022-08)' },
  breaks: { en: 'Where classes begin' },
  campaign: { en: 'Campaign', vi: 'Chiến dịch' },
  drill: { en: 'Opens the map of a province' },
  edition: { en: 'Older counts on today’s map (2025)' },
  heading: { en: 'Own title', vi: 'Tiêu đề riêng' },
  'heading-level': { en: 'Level of the title (2 to 6)' },
  indicator: { en: 'Indicator', vi: 'Chỉ số' },
  layout: { en: 'Layout of the map' },
  limit: { en: 'Number of rows (0: all)' },
  mark: { en: 'Own area', vi: 'Địa bàn của mình' },
  'no-bar': { en: 'Hide the line of the area’s name' },
  'no-download': { en: 'Hide downloads' },
  'no-filters': { en: 'Hide the filters' },
  'no-legend': { en: 'Hide the legend' },
  'no-menu': { en: 'Hide the menu' },
  'no-search': { en: 'Hide the search' },
  order: { en: 'Order' },
  plain: { en: 'The whole list on one page' },
  refresh: { en: 'Ask again every … seconds (from 15)' },
  scale: { en: 'How values become classes' },
  selected: { en: 'Area chosen at first', vi: 'Địa bàn được chọn sẵn' },
  'show-qr': { en: 'Show all QR codes' },
  unit: { en: 'With its unit' },
  'url-state': { en: 'Keep the choice in the page’s address' },
  variant: { en: 'Style of the card' },
  view: { en: 'View' },
};

const AREA_HINT = 'Mã địa bàn, ví dụ 48@2025 (thành phố Đà Nẵng từ 01/7/2025), 48@2008 (trước đó)';

/** What is typed into a field where a system has no search of areas and indicators, in Vietnamese. */
export const HINTS: Readonly<Record<string, string>> = {
  annotations:
    'Thời điểm và lời, cách nhau bằng dấu chấm phẩy, ví dụ 2022-06 Ra quân; 2022-08 Sơ kết',
  area: `${AREA_HINT}, vn (cả nước)`,
  at: 'Năm, tháng hoặc ngày có trong tệp số liệu, ví dụ 2022, 2022-08, 2022-08-15',
  breaks: 'Các số, cách nhau bằng dấu cách, ví dụ 50 80 95',
  campaign: 'Mã chiến dịch: tên tệp trong thư mục campaigns của API, không có .json',
  indicator: 'Mã chỉ số có trong tệp số liệu, ví dụ teams; nhiều mã thì cách nhau bằng dấu cách',
  mark: AREA_HINT,
  refresh: 'Số giây, ít nhất 15; để trống: không hỏi lại',
  selected: AREA_HINT,
};

/** The words of enumerations. */
export const VALUE_WORDS: Readonly<Record<string, Words>> = {
  best: { en: 'Best first', vi: 'Tốt nhất xếp trước' },
  cards: { en: 'Cards', vi: 'Thẻ' },
  category: { en: 'By category', vi: 'Theo loại' },
  compact: { en: 'Compact', vi: 'Gọn' },
  finder: { en: 'Finder for citizens', vi: 'Tra cứu cho người dân' },
  full: { en: 'Full', vi: 'Đầy đủ' },
  geo: { en: 'Borders', vi: 'Theo địa giới' },
  headline: { en: 'One line', vi: 'Một dòng' },
  list: { en: 'List', vi: 'Danh sách' },
  quantile: { en: 'Classes of equal size', vi: 'Các nhóm có số lượng bằng nhau' },
  standard: { en: 'Standard', vi: 'Tiêu chuẩn' },
  threshold: { en: 'Round thresholds', vi: 'Theo ngưỡng tròn' },
  tiles: { en: 'Tiles', vi: 'Ô vuông' },
  worst: { en: 'Worst first', vi: 'Kém nhất xếp trước' },
};
