/** The words of the builder's page that depend on what is chosen. */
import type { Form } from '../../parts/share/embed-codes.js';

interface Texts {
  readonly widgets: Readonly<Record<string, string>>;
  readonly forms: Readonly<Record<Form, readonly [title: string, note: string]>>;
  readonly copy: string;
  readonly copied: string;
  readonly copyOf: string;
  readonly areaIs: string;
  readonly areaMany: string;
  readonly areaNone: string;
  readonly noDocument: string;
  readonly noIndicator: string;
  readonly noCode: string;
  /** `{0}`: hosts. */
  readonly linkedHosts: string;
  readonly knowHosts: string;
  readonly noManifest: string;
  readonly pinned: string;
  readonly ready: string;
  readonly failed: string;
  readonly default: string;
  readonly noElements: string;
}

export const TEXTS: Readonly<Record<'vi' | 'en', Texts>> = {
  vi: {
    widgets: {
      'kpi-card': 'Thẻ số liệu',
      stat: 'Số liệu trong câu văn',
      'coverage-map': 'Bản đồ',
      ranking: 'Bảng xếp hạng',
      trend: 'Biểu đồ theo thời gian',
      'campaign-tracker': 'Chiến dịch',
      'service-guide': 'Việc tổ giúp người dân',
      'team-roster': 'Danh sách tổ',
      dashboard: 'Bảng tổng hợp',
    },
    forms: {
      tag: [
        'Thẻ script và thẻ tiện ích',
        'Cho trang tự quản lý mã nguồn. Thẻ script chỉ dán một lần mỗi trang. Mã băm SRI chỉ bảo vệ tcns.js, không bảo vệ các tệp mà nó nạp sau.',
      ],
      head: [
        'Thêm vào <head>: hình hiện sớm hơn',
        'Cho ai sửa được phần <head>; dán thêm vào mẫu trang, trước mọi thẻ script. Trình duyệt hỏi mọi tệp và số liệu ngay từ đầu, không phải chờ tcns.js: trên điện thoại mạng chậm, thẻ số liệu hiện sớm hơn khoảng 0,2 giây. Chỉ dùng cho trang có đúng tiện ích và địa bàn này; khi lên phiên bản mới, chép lại cả hai đoạn.',
      ],
      all: [
        'Một tệp tcns-all.js có SRI trọn vẹn',
        'Khi quy định bắt buộc mọi mã phải có SRI: một tệp chứa tất cả, mã băm bảo vệ toàn bộ. Nặng hơn.',
      ],
      placeholder: [
        'Thẻ giữ chỗ (div data-tcns)',
        'Khi trình soạn thảo xóa thẻ lạ. Mẫu trang phải có sẵn thẻ script.',
      ],
      link: [
        'Liên kết',
        'Khi chỉ giữ được liên kết. Nếu mẫu trang có thẻ script, liên kết tự thành tiện ích; nếu không, nó vẫn mở được.',
      ],
      frame: [
        'Khung (iframe)',
        'Khi trang không cho chạy mã. Chiều cao tự chỉnh nếu trang có tcns.js; nếu không, giữ như đã ghi.',
      ],
      oembed: [
        'Địa chỉ oEmbed',
        'WordPress và các trang hiểu oEmbed: dán địa chỉ trên một dòng riêng. Máy chủ phải trả lời oEmbed cho địa chỉ này.',
      ],
      wordpress: [
        'Khối HTML của WordPress',
        'Dán vào chế độ soạn mã của trình soạn khối. Mẫu trang phải có sẵn thẻ script.',
      ],
    },
    copy: 'Sao chép mã',
    copied: 'Đã sao chép',
    copyOf: 'Sao chép mã: {0}',
    areaIs: '{0}: mã {1}',
    areaMany: 'Có {0} địa bàn mang tên này: {1}. Hãy gõ mã.',
    areaNone: 'Không có địa bàn này trong đơn vị hành chính đã chọn.',
    noDocument: 'API chưa có số liệu của địa bàn này.',
    noIndicator: 'Không có chỉ số phù hợp.',
    linkedHosts:
      'Đường dẫn vừa mở lấy tiện ích hoặc số liệu từ máy chủ khác: {0}. Chỉ dùng mã nếu biết rõ ai quản lý máy chủ đó.',
    knowHosts: 'Tôi biết máy chủ này, hiện mã',
    noCode: 'Chưa có mã: hãy chọn địa bàn, tiện ích hoặc API khác.',
    noManifest:
      'Không đọc được manifest.json ở địa chỉ này, nên mã không kèm SRI. Kiểm tra lại địa chỉ.',
    pinned: 'Số liệu được ghim ở {0}.',
    ready: 'Mã dưới đây ứng với bản xem trước.',
    failed: 'Bản xem trước chưa có số liệu; mã vẫn dùng được khi API trả lời.',
    default: '(mặc định: {0})',
    noElements: 'Không đọc được danh sách thuộc tính (elements.json).',
  },
  en: {
    widgets: {
      'kpi-card': 'Figure in a card',
      stat: 'Figure inside a sentence',
      'coverage-map': 'Map',
      ranking: 'Ranking',
      trend: 'Chart over time',
      'campaign-tracker': 'Campaign',
      'service-guide': 'What the teams help with',
      'team-roster': 'List of teams',
      dashboard: 'Dashboard',
    },
    forms: {
      tag: [
        'Script and tag',
        'For pages whose source is yours. The script stands once a page. Its SRI hash covers tcns.js alone, not the files that it loads.',
      ],
      head: [
        'More for the <head>: an earlier picture',
        'For those who may edit the <head>: in the template, before all scripts. The browser asks for all files and figures at once and does not wait for tcns.js: on a phone with a slow line a card is there about 0.2 seconds earlier. Only for pages with this widget and area; with a new version, copy both pieces anew.',
      ],
      all: [
        'One file, tcns-all.js, covered by SRI as a whole',
        'Where every script must have a hash: one file with everything. Heavier.',
      ],
      placeholder: [
        'Placeholder (div data-tcns)',
        'Where the editor deletes unknown tags. The site’s template has to hold the script.',
      ],
      link: [
        'Link',
        'Where only links survive. With the script in the template it becomes the widget; without, it still opens.',
      ],
      frame: [
        'Frame (iframe)',
        'Where the page lets no script run. Its height follows where the page has tcns.js; otherwise it stays as written.',
      ],
      oembed: [
        'oEmbed address',
        'WordPress and others that know oEmbed: paste the address on a line of its own. The server has to answer oEmbed for it.',
      ],
      wordpress: [
        'WordPress HTML block',
        'Paste into the code view of the block editor. The site’s template has to hold the script.',
      ],
    },
    copy: 'Copy',
    copied: 'Copied',
    copyOf: 'Copy: {0}',
    areaIs: '{0}: id {1}',
    areaMany: '{0} areas have this name: {1}. Type the id.',
    areaNone: 'No such area in the edition chosen.',
    noDocument: 'The API has no figures of this area.',
    noIndicator: 'No indicator fits.',
    linkedHosts:
      'The link that was opened takes the widgets or the figures from another host: {0}. Use the code only if you know who runs it.',
    knowHosts: 'I know this host, show the code',
    noCode: 'No code yet: choose another area, widget or API.',
    noManifest:
      'There is no manifest.json at this address, so the code has no SRI. Check the address.',
    pinned: 'The figure is pinned to {0}.',
    ready: 'The code below is that of the preview.',
    failed: 'The preview has no figures yet; the code works once the API answers.',
    default: '(default: {0})',
    noElements: 'The list of attributes (elements.json) could not be read.',
  },
};

/** What each option is, in Vietnamese; in English the manifest's own words stand. */
export const OPTION_WORDS: Readonly<Record<string, string>> = {
  variant: 'Kiểu thẻ',
  view: 'Cách hiển thị',
  layout: 'Bố cục bản đồ',
  scale: 'Cách chia nhóm màu',
  order: 'Thứ tự',
  heading: 'Tiêu đề riêng (không có trong liên kết và khung)',
  'heading-level': 'Cấp tiêu đề (2 đến 6)',
  refresh: 'Tự cập nhật sau mỗi (giây, từ 15)',
  'no-menu': 'Ẩn trình đơn',
  'no-download': 'Ẩn nút tải số liệu',
  'no-search': 'Ẩn ô tìm kiếm',
  'no-legend': 'Ẩn chú giải',
  'no-filters': 'Ẩn bộ lọc',
  'no-bar': 'Ẩn dòng tên địa bàn',
  'url-state': 'Giữ lựa chọn trong địa chỉ trang',
  'show-qr': 'Hiện mọi mã QR',
  breaks: 'Ranh giới các nhóm màu',
  edition: 'Cộng số cũ lên bản đồ (2025)',
  drill: 'Cho mở bản đồ của tỉnh',
  selected: 'Địa bàn được chọn sẵn (mã)',
  mark: 'Địa bàn của mình (mã)',
  limit: 'Số dòng (0: tất cả)',
  annotations: 'Ghi chú theo ngày (không có trong liên kết và khung)',
  unit: 'Kèm đơn vị',
  plain: 'Toàn bộ danh sách trên một trang',
  'geo-src': 'Địa chỉ tệp đường ranh giới',
  'geo-key': 'Thuộc tính mang mã trong tệp ranh giới',
  'geo-object': 'Đối tượng của tệp TopoJSON',
};

/** `{0}` and `{1}` filled in. */
export const filled = (text: string, ...values: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
