import type { viCard } from './vi.card.js';
import type { viChange } from './vi.change.js';
import type { viCorrection } from './vi.correction.js';
import type { viStat } from './vi.stat.js';
import type { viTarget } from './vi.target.js';
import type { viCampaign } from './vi.campaign.js';
import type { viChart } from './vi.chart.js';
import type { viDashboard } from './vi.dashboard.js';
import type { viEmpty } from './vi.empty.js';
import type { viMap } from './vi.map.js';
import type { viDrill, viOtherBasemaps, viRollUp, viSearch } from './vi.map-late.js';
import type { viShare } from './vi.share.js';
import type { viServices } from './vi.services.js';
import type { viRanking } from './vi.ranking.js';
import type { viTable } from './vi.table.js';
import type { viTrend } from './vi.trend.js';
import type { viRoster } from './vi.roster.js';

/** The Vietnamese texts: the first language, and the fallback of every other. */
export const vi = {
  about: 'khoảng {n}',
  and: '{a} và {b}',
  areaInFull: '{kind} {name}',
  areaNumbered: '{kind} {name}',
  asOf: 'Số liệu tính đến {date}',
  asOfPeriod: 'Số liệu {date}',
  billion: '{n} tỷ',
  correctedMark: 'đã đính chính',
  dateDay: '{dd}/{mm}/{year}',
  dateFirstHalf: '6 tháng đầu năm {year}',
  dateInferred: 'khoảng {date} (nguồn không ghi ngày)',
  dateMonth: 'tháng {mm}/{year}',
  dateMonths: '{n} tháng đầu năm {year}',
  dateQuarter: 'quý {roman}/{year}',
  dateSecondHalf: '6 tháng cuối năm {year}',
  dateSpan: 'từ {from} đến {to}',
  dateTime: '{time} ngày {date}',
  dateYear: 'năm {year}',
  datesDiffer: 'Số liệu của các địa bàn không cùng thời điểm.',
  definition: 'Định nghĩa',
  download: 'Tải số liệu (CSV)',
  empty: 'Chưa có số liệu cho địa bàn và chỉ số này',
  emptyAt: 'Nguồn không có số liệu {date}',
  error: 'Không tải được số liệu',
  estimated: 'Số ước tính',
  formerArea: '{name} (cũ)',
  'kind.city': 'TP.',
  'kind.commune': 'xã',
  'kind.district': 'huyện',
  'kind.district.urban': 'quận',
  'kind.province': 'tỉnh',
  'kind.special': 'đặc khu',
  'kind.town': 'thị xã',
  'kind.township': 'thị trấn',
  'kind.ward': 'phường',
  loadFailed: 'Chưa mở được phần này. Hãy thử lại.',
  loading: 'Đang tải…',
  menu: 'Tùy chọn cho {title}',
  million: '{n} triệu',
  missing: 'Chưa có số liệu',
  missingInText: 'chưa có số liệu',
  missingPeriod: 'Kỳ số liệu: {date}',
  moreThan: 'hơn {n}',
  nationwide: 'cả nước',
  nearly: 'gần {n}',
  noSource: 'Tiện ích chưa được khai báo nguồn số liệu.',
  note: 'Theo nguồn: “{note}”',
  nowArea: 'nay là {area}',
  nowPartOf: 'nay thuộc {area}',
  pair: '{a}/{b}',
  points: '{n} điểm phần trăm',
  provisional: 'Số sơ bộ',
  range: 'từ {a} đến {b}',
  rangeFrom: 'từ {a} trở lên',
  rank: 'thứ {n}/{of}',
  retry: 'Thử lại',
  sample: 'Số liệu minh họa',
  source: 'Nguồn: {name}',
  stale: 'Chưa cập nhật được. Đang hiển thị số liệu tải lúc {time} ngày {date}.',
  table: 'Xem dưới dạng bảng',
  tableClose: 'Quay lại thẻ',
  titleWithArea: '{title}, {area}',
};

/** The texts that a language gives; `{name}` stands for a value. */
export type Texts = typeof vi &
  typeof viCard &
  typeof viChange &
  typeof viCorrection &
  typeof viStat &
  typeof viTarget &
  typeof viMap &
  typeof viDrill &
  typeof viOtherBasemaps &
  typeof viRollUp &
  typeof viSearch &
  typeof viChart &
  typeof viTrend &
  typeof viRanking &
  typeof viDashboard &
  typeof viEmpty &
  typeof viTable &
  typeof viCampaign &
  typeof viServices &
  typeof viShare &
  typeof viRoster;
/** The key of a text. */
export type TextKey = keyof Texts;
