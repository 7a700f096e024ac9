/** What the posts of the test hold. */

/** The two editions of the administrative map, as the list of areas says them. */
export const OLD = /đến 30\/6\/2025/;
export const NEW = /từ 01\/7\/2025/;

/** Each widget with what an author types to find its area, and where its figure stands. */
export const WIDGETS = [
  {
    name: 'kpi-card',
    title: 'Thẻ số liệu',
    area: 'da nang',
    words: OLD,
    shows: ['tcns-kpi-card', 'value'],
  },
  {
    name: 'coverage-map',
    title: 'Bản đồ',
    area: 'ca nuoc',
    words: OLD,
    shows: ['tcns-coverage-map', 'title'],
  },
  {
    name: 'ranking',
    title: 'Bảng xếp hạng',
    area: 'ca nuoc',
    words: OLD,
    shows: ['tcns-ranking', 'value'],
  },
  {
    name: 'trend',
    title: 'Biểu đồ theo thời gian',
    area: 'ca nuoc',
    words: OLD,
    shows: ['tcns-trend', 'summary'],
  },
  { name: 'campaign-tracker', title: 'Chiến dịch', shows: ['tcns-campaign-tracker', 'title'] },
  {
    name: 'team-roster',
    title: 'Danh sách tổ',
    area: 'tinh quang tri',
    words: OLD,
    shows: ['tcns-team-roster', 'title'],
  },
  {
    name: 'service-guide',
    title: 'Nội dung hướng dẫn người dân',
    area: 'Đà Nẵng',
    words: OLD,
    shows: ['tcns-service-guide', 'title'],
  },
  {
    name: 'dashboard',
    title: 'Bảng tổng hợp',
    area: 'ca nuoc',
    words: OLD,
    shows: ['tcns-dashboard tcns-kpi-card', 'value'],
  },
  { name: 'stat', title: 'Con số', area: 'da nang', words: OLD, shows: ['tcns-stat', 'value'] },
];
export const CARD =
  '<!-- wp:tcns-widgets/kpi-card {"indicator":"members","area":"48@2008"} -->\n<p class="wp-block-tcns-widgets-kpi-card">Đà Nẵng có hơn 15.000 thành viên tổ.</p>\n<!-- /wp:tcns-widgets/kpi-card -->';
