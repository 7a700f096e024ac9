import type { viCampaign } from './vi.campaign.js';
import type { viChart } from './vi.chart.js';
import type { viDashboard } from './vi.dashboard.js';
import type { viMap } from './vi.map.js';
import type { viServices } from './vi.services.js';
import type { viRanking } from './vi.ranking.js';
import type { viTable } from './vi.table.js';
import type { viTrend } from './vi.trend.js';
import type { viRoster } from './vi.roster.js';

/** The Vietnamese texts: the first language, and the fallback of every other. */
export const vi = {
  about: 'khoảng {n}',
  billion: '{n} tỷ',
  change: '{change} so với {date}',
  close: 'Đóng',
  columnArea: 'Địa bàn',
  columnDate: 'Thời điểm',
  columnFigure: 'Số liệu',
  columnNote: 'Ghi chú',
  columnSource: 'Nguồn',
  columnTarget: 'Chỉ tiêu',
  corrected: 'Đã đính chính ngày {date}',
  correctedFrom: 'Đã đính chính ngày {date}; số đã công bố trước đó: {was}',
  datesDiffer: 'Số liệu của các địa bàn không cùng thời điểm.',
  definition: 'Định nghĩa',
  download: 'Tải số liệu (CSV)',
  empty: 'Chưa có số liệu cho địa bàn và chỉ số này',
  error: 'Không tải được số liệu',
  estimated: 'Số ước tính',
  exceeded: 'Vượt chỉ tiêu',
  fall: 'giảm {n}',
  improved: 'tốt hơn',
  lastKnown: 'Số gần nhất: {figure} ({date})',
  loadFailed: 'Chưa mở được phần này. Hãy thử lại.',
  loading: 'Đang tải…',
  menu: 'Tùy chọn cho {title}',
  met: 'Đạt chỉ tiêu',
  million: '{n} triệu',
  missing: 'Chưa có số liệu',
  missingInText: 'chưa có số liệu',
  missingPeriod: 'Kỳ số liệu: {date}',
  moreThan: 'hơn {n}',
  nationwide: 'cả nước',
  nearly: 'gần {n}',
  newer: 'Xem số liệu mới nhất',
  newest: 'Số liệu mới nhất: {figure}',
  noChange: 'không đổi',
  note: 'Theo nguồn: “{note}”',
  oldUnits: 'Theo đơn vị hành chính trước ngày 01/7/2025',
  pair: '{a}/{b}',
  points: '{n} điểm phần trăm',
  progress: 'Tiến độ so với chỉ tiêu',
  provisional: 'Số sơ bộ',
  range: 'từ {a} đến {b}',
  rangeFrom: 'từ {a} trở lên',
  rank: 'thứ {n}/{of}',
  rankDown: 'giảm {n} bậc',
  rankUp: 'tăng {n} bậc',
  noSource: 'Tiện ích này chưa được khai báo nguồn số liệu.',
  retry: 'Thử lại',
  rise: 'tăng {n}',
  sample: 'Số liệu minh họa',
  shareOfTarget: '{share} chỉ tiêu',
  source: 'Nguồn: {name}',
  sparkline: 'Biểu đồ: {first} ({firstDate}) đến {last} ({lastDate})',
  stale: 'Chưa cập nhật được. Đang hiển thị số liệu tải lúc {time} ngày {date}.',
  table: 'Xem dưới dạng bảng',
  tableClose: 'Xem dưới dạng thẻ',
  target: 'Chỉ tiêu {n}',
  titleWithArea: '{title}, {area}',
  under: 'Chưa đạt chỉ tiêu',
  worsened: 'kém hơn',
};

/** The texts that a language gives; `{name}` stands for a value. */
export type Texts = typeof vi &
  typeof viMap &
  typeof viChart &
  typeof viTrend &
  typeof viRanking &
  typeof viDashboard &
  typeof viTable &
  typeof viCampaign &
  typeof viServices &
  typeof viRoster;
/** The key of a text. */
export type TextKey = keyof Texts;
