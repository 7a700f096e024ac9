/** The words of the builder's page that depend on what is chosen. */
import type { Form } from '../../parts/share/embed-codes.js';
import type { System } from './systems.js';

export interface Texts {
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
  readonly noSystem: string;
  readonly systems: Readonly<
    Record<
      System,
      { readonly name: string; readonly title: string; readonly steps: readonly string[] }
    >
  >;
  /** By the names of `kits.json`; what is not here has `getKit`. */
  readonly kitNames: Readonly<Record<string, string>>;
  /** `{0}`: what the file is, `{1}`: KB. */
  readonly kit: string;
  readonly getKit: string;
  /** `{0}`: the name of the file. */
  readonly noKit: string;
  /** `{0}`: the address of the API. */
  readonly kitApi: string;
  readonly otherForms: string;
  readonly fixed: {
    readonly title: string;
    readonly note: string;
    readonly sentence: string;
    readonly name: string;
    readonly save: string;
    readonly noSentence: string;
    readonly badName: string;
    /** `{0}`: the folder on the server, `{1}`: the address of the page. */
    readonly saved: string;
  };
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
      'service-guide': 'Nội dung hướng dẫn người dân',
      'team-roster': 'Danh sách tổ',
      dashboard: 'Bảng tổng hợp',
    },
    forms: {
      tag: [
        'Thẻ script và thẻ tiện ích',
        'Cho trang tự quản lý mã nguồn. Thẻ script chỉ dán một lần mỗi trang. Mã băm SRI chỉ bảo vệ tcns.js, không bảo vệ các tệp mà nó nạp sau.',
      ],
      head: [
        'Thêm vào <head>: hiển thị sớm hơn',
        'Dành cho người sửa được phần <head>: dán thêm vào mẫu trang, trước mọi thẻ script. Trình duyệt tải các tệp và số liệu ngay từ đầu, không phải chờ tcns.js: trên điện thoại có mạng chậm, thẻ số liệu hiển thị sớm hơn khoảng 0,2 giây. Chỉ dùng cho trang có đúng tiện ích và địa bàn này; khi lên phiên bản mới, sao chép lại cả hai đoạn.',
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
        'Khi trang không cho chạy mã. Chiều cao tự chỉnh nếu trang có tcns.js; nếu không, giữ như đã ghi. Trình soạn thảo cấm mã trong khung (TinyMCE 7, 8): dùng trang cố định ở dưới, khung vẫn có câu, ngày và nguồn.',
      ],
      oembed: [
        'Địa chỉ oEmbed',
        'WordPress và các trang hiểu oEmbed: dán địa chỉ trên một dòng riêng. Máy chủ phải trả lời oEmbed cho địa chỉ này; máy chủ chỉ chứa tệp thì dùng trang cố định bên dưới.',
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
    knowHosts: 'Tôi biết máy chủ này, hiển thị mã',
    noCode: 'Chưa có mã: hãy chọn địa bàn, tiện ích hoặc API khác.',
    noManifest:
      'Không đọc được manifest.json ở địa chỉ này, nên mã không kèm SRI. Kiểm tra lại địa chỉ.',
    pinned: 'Số liệu được ghim ở {0}.',
    ready: 'Mã dưới đây ứng với bản xem trước.',
    failed: 'Bản xem trước chưa có số liệu; mã vẫn dùng được khi API trả lời.',
    default: '(mặc định: {0})',
    noElements: 'Không đọc được danh sách thuộc tính (elements.json).',
    noSystem: 'HTML thường, hoặc hệ thống khác',
    systems: {
      wordpress: {
        name: 'WordPress',
        title: 'Plugin cho WordPress: chọn số liệu ngay trong bài, không phải dán mã',
        steps: [
          'Quản trị viên: Gói mở rộng > Cài gói mới > Tải gói lên, chọn tệp zip, cài và kích hoạt.',
          'Bấm “Nhập địa chỉ” trong dòng thông báo và gõ địa chỉ API.',
          'Trong bài, gõ /số liệu, chọn khối, gõ tên địa bàn. Mã ở bước dưới dán vào bài cũng tự thành khối.',
        ],
      },
      nukeviet: {
        name: 'NukeViet',
        title: 'Block cho NukeViet: đặt số liệu bằng trang quản lý block',
        steps: [
          'Giải nén, chép các thư mục vào thư mục gốc của trang web.',
          'Quản trị > Giao diện > Quản lý block > Thêm block: chọn “Theme”, rồi global.tcns_widget.php; nhập địa chỉ API, địa bàn, chỉ số.',
          'Làm lại cho giao diện mobile_default, vì điện thoại dùng giao diện này.',
        ],
      },
      liferay: {
        name: 'Liferay',
        title: 'Bộ mảnh trang (fragments) và client extension cho Liferay 7.4',
        steps: [
          'Client extension: ghi địa chỉ API vào client-extension.yaml, chép vào Liferay Workspace, chạy blade gw deploy, rồi thêm “TCNS Widgets” ở mục JavaScript Client Extensions của trang.',
          'Mảnh trang: Site Builder > Fragments > Import, chọn tệp zip; kéo mảnh vào trang, nhập địa bàn và chỉ số.',
          'Bộ này chưa từng chạy trên một máy chủ Liferay: hãy thử ở máy thử trước.',
        ],
      },
      sharepoint: {
        name: 'SharePoint',
        title: 'Các bước cho SharePoint, với mã của từng tiện ích',
        steps: [
          'Trang hiện đại: chủ trang thêm máy chủ vào Site Settings > HTML Field Security, rồi dùng web part Embed với mã khung.',
          'Trang cổ điển: web part Script Editor với thẻ script và thẻ tiện ích.',
          'Các bước này chưa chạy trên SharePoint thật.',
        ],
      },
      dotnetnuke: {
        name: 'DotNetNuke (DNN)',
        title: 'Các bước cho DotNetNuke, với mã của từng tiện ích',
        steps: [
          'Đặt thẻ script vào skin (.ascx), hoặc Site Settings > Page Header Tags.',
          'Trong mô-đun HTML: người viết bài chèn liên kết; quản trị viên dán thẻ ở chế độ xem thô.',
          'Các bước này chưa chạy trên DotNetNuke thật.',
        ],
      },
    },
    kitNames: {
      'liferay-fragments': 'Tải mảnh trang',
      'liferay-client-extension': 'Tải client extension',
      sharepoint: 'Tải các bước',
      dotnetnuke: 'Tải các bước',
    },
    kit: '{0} ({1} KB)',
    getKit: 'Tải bộ cài',
    noKit:
      'Không có tệp {0} cạnh trang này. Hỏi người phát hành thư viện, hoặc tạo bằng lệnh npm run build:kits.',
    kitApi: 'Địa chỉ API cần nhập: {0}',
    otherForms: 'Các cách dán khác',
    fixed: {
      title: 'Máy chủ chỉ chứa tệp: tải trang cố định',
      note: 'Hai tệp: trang của số liệu này (có câu bên dưới cho nơi cấm mã) và câu trả lời oEmbed. Không cần Node hay PHP.',
      sentence: 'Câu có số liệu, ngày và nguồn',
      name: 'Tên trang (chữ thường không dấu, số, gạch ngang)',
      save: 'Tải trang (zip)',
      noSentence: 'Cần một câu có số liệu, ngày và nguồn.',
      badName: 'Tên trang chỉ gồm chữ thường không dấu, số và gạch ngang.',
      saved:
        'Giải nén vào thư mục {0} trên máy chủ, rồi dán vào bài địa chỉ {1} hoặc mã khung này:',
    },
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
        'For pages whose source you can edit. Paste the script once per page. Its SRI hash covers tcns.js alone, not the files that it loads.',
      ],
      head: [
        'Add to the <head>: shown sooner',
        'For those who can edit the <head>: paste it into the template, before all scripts. The browser asks for all files and figures at once and does not wait for tcns.js: on a phone with a slow connection a card appears about 0.2 seconds sooner. Only for pages with this widget and area; with a new version, copy both pieces again.',
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
        'Where the page allows no scripts. Its height follows where the page has tcns.js; otherwise it stays as written. Editors that forbid scripts in frames (TinyMCE 7, 8): the fixed page below, whose frame still has sentence, date and source.',
      ],
      oembed: [
        'oEmbed address',
        'WordPress and others that know oEmbed: paste the address on a line of its own. The server has to answer oEmbed for it; a server that holds only files needs the fixed page below.',
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
    noDocument: 'The API has no figures for this area.',
    noIndicator: 'No indicator matches.',
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
    noSystem: 'Plain HTML, or another system',
    systems: {
      wordpress: {
        name: 'WordPress',
        title: 'Plugin for WordPress: choose the figure in the post, paste no code',
        steps: [
          'Administrator: Plugins > Add Plugin > Upload Plugin, choose the zip, install and activate.',
          'Press “Enter it” in the notice, and type the address of the API.',
          'In a post type /so lieu, choose a block, type the name of the area. The code below becomes a block, too, when it is pasted.',
        ],
      },
      nukeviet: {
        name: 'NukeViet',
        title: 'Block for NukeViet: place figures in the management of blocks',
        steps: [
          'Unzip it and copy its folders into the root folder of the site.',
          'Administration > Themes > Blocks > Add block: choose “Theme”, then global.tcns_widget.php; enter the API’s address, the area and the indicator.',
          'Do the same for the theme mobile_default: that is what phones get.',
        ],
      },
      liferay: {
        name: 'Liferay',
        title: 'Page fragments and a client extension for Liferay 7.4',
        steps: [
          'Client extension: put the API’s address into client-extension.yaml, copy it into a Liferay Workspace, run blade gw deploy, then add “TCNS Widgets” under JavaScript Client Extensions of the page.',
          'Fragments: Site Builder > Fragments > Import, choose the zip; drag a fragment onto the page and enter area and indicator.',
          'Never run on a real Liferay: try it on a test server first.',
        ],
      },
      sharepoint: {
        name: 'SharePoint',
        title: 'Steps for SharePoint, with the code of each widget (in Vietnamese)',
        steps: [
          'Modern pages: the site’s owner adds the host at Site Settings > HTML Field Security; then use the Embed web part with the frame.',
          'Classic pages: the Script Editor web part with script and tag.',
          'These steps were not run on a real SharePoint.',
        ],
      },
      dotnetnuke: {
        name: 'DotNetNuke (DNN)',
        title: 'Steps for DotNetNuke, with the code of each widget (in Vietnamese)',
        steps: [
          'Put the script into the skin (.ascx), or into Site Settings > Page Header Tags.',
          'In an HTML module authors insert the link; administrators paste the tag in the raw view.',
          'These steps were not run on a real DotNetNuke.',
        ],
      },
    },
    kitNames: {
      'liferay-fragments': 'Download the fragments',
      'liferay-client-extension': 'Download the client extension',
      sharepoint: 'Download the steps',
      dotnetnuke: 'Download the steps',
    },
    kit: '{0} ({1} KB)',
    getKit: 'Download the kit',
    noKit:
      'There is no {0} beside this page. Ask who released the library, or make it with npm run build:kits.',
    kitApi: 'The API’s address to enter: {0}',
    otherForms: 'Other forms',
    fixed: {
      title: 'For servers that hold only files: download a fixed page',
      note: 'Two files: the page of this figure (with the sentence below where no script may run) and its oEmbed answer. It needs neither Node nor PHP.',
      sentence: 'A sentence with the figure, its date and its source',
      name: 'Name of the page (lowercase Latin letters, digits, dashes)',
      save: 'Download the page (zip)',
      noSentence: 'A sentence with the figure, its date and its source is needed.',
      badName: 'The name may have only lowercase Latin letters, digits and dashes.',
      saved:
        'Unzip it into the folder {0} on the server, then paste the address {1} or this frame:',
    },
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
  refresh: 'Chu kỳ tự động cập nhật (giây, từ 15)',
  'no-menu': 'Ẩn trình đơn',
  'no-download': 'Ẩn nút tải số liệu',
  'no-search': 'Ẩn ô tìm kiếm',
  'no-legend': 'Ẩn chú giải',
  'no-filters': 'Ẩn bộ lọc',
  'no-bar': 'Ẩn dòng tên địa bàn',
  'url-state': 'Giữ lựa chọn trong địa chỉ trang',
  'show-qr': 'Hiển thị tất cả mã QR',
  breaks: 'Ranh giới các nhóm màu',
  edition: 'Tổng hợp số liệu cũ theo đơn vị mới (2025)',
  drill: 'Cho phép mở bản đồ của tỉnh',
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
