/**
 * The words of the desk's page. What is wrong in a cell is said in Vietnamese in both, because it names the
 * sheets, columns and words of the workbook, which are Vietnamese.
 */
interface Texts {
  readonly noWorker: string;
  readonly busy: Readonly<Record<string, string>>;
  readonly doing: string;
  readonly failed: string;
  readonly templateMaking: string;
  readonly templateMade: string;
  readonly noFile: string;
  readonly reading: string;
  readonly notPublished: string;
  readonly faults: string;
  readonly noFaults: string;
  readonly orphans: string;
  readonly wholeFile: string;
  readonly columns: readonly [sheet: string, cell: string, message: string];
  readonly cells: string;
  readonly moreLines: string;
  readonly noChanges: string;
  readonly moreChanges: string;
  readonly map: string;
  readonly noFigures: string;
  readonly moreIndicators: string;
  readonly unpublished: string;
  readonly published: string;
  readonly fresh: string;
}

const VI: Texts = {
  noWorker:
    'Chưa chạy được phần xử lý ({0}). Hãy tải lại trang; tệp desk-worker.js phải nằm cùng chỗ với desk.js.',
  busy: {},
  doing: 'Đang {0}…',
  failed: 'Không xử lý được: {0}',
  templateMaking: 'Đang tạo bảng tính mẫu…',
  templateMade: 'Đã tạo bảng tính mẫu.',
  noFile: 'Chưa có tệp nào. Hãy chọn tệp .xlsx, .ods hoặc .csv.',
  reading: 'Đang đọc tệp…',
  notPublished: 'Không tải được bản đang công bố ({0}); sẽ lập như lần đầu, không so sánh được.',
  faults:
    '{0} lỗi cần sửa, {1} lời nhắc. Sửa trong bảng tính, lưu lại rồi thả tệp vào đây lần nữa.',
  noFaults: 'Không có lỗi, {0} lời nhắc. {1} thay đổi so với bản đang công bố.',
  orphans: 'Bảng tính không còn nói đến: {0}. Các tệp này được giữ nguyên trên máy chủ.',
  wholeFile: '(cả tệp)',
  columns: ['Trang tính', 'Ô', 'Nội dung và cách sửa'],
  cells: 'Danh sách ô',
  moreLines: 'Còn {0} dòng nữa; sửa các dòng trên rồi thả lại tệp.',
  noChanges: 'Không có gì thay đổi so với bản đang công bố.',
  moreChanges: 'Còn {0} thay đổi khác.',
  map: 'Bản đồ',
  noFigures: 'Địa bàn này chưa có số liệu riêng. Hãy chọn địa bàn khác.',
  moreIndicators: 'Còn {0} chỉ số khác trong gói tải về.',
  unpublished: 'Chưa công bố.',
  published: 'Đang công bố',
  fresh: 'Bản mới',
};

const EN: Texts = {
  noWorker:
    'The checker could not start ({0}). Reload the page; desk-worker.js has to lie beside desk.js.',
  // What the worker says that it does, in its own Vietnamese words.
  busy: {
    'đọc tệp': 'Reading the files',
    'kiểm tra số liệu': 'Checking the figures',
    'tạo tài liệu': 'Building the documents',
    'đóng gói': 'Packing',
  },
  doing: '{0}…',
  failed: 'The files could not be processed: {0}',
  templateMaking: 'Making the template…',
  templateMade: 'The template is made.',
  noFile: 'No file yet. Choose an .xlsx, .ods or .csv file.',
  reading: 'Reading the files…',
  notPublished:
    'What is published now could not be loaded ({0}); everything is built as for the first time, without a comparison.',
  faults:
    'Mistakes to mend: {0}; reminders: {1}. Mend them in the workbook, save it, and drop it here again.',
  noFaults: 'No mistakes; reminders: {0}; changes from what is published: {1}.',
  orphans: 'The workbook no longer names: {0}. These files stay on the server as they are.',
  wholeFile: '(the whole file)',
  columns: ['Sheet', 'Cell', 'What is wrong, and how to mend it (in Vietnamese)'],
  cells: 'List of cells',
  moreLines: 'And {0} more lines; mend those above and drop the file again.',
  noChanges: 'Nothing differs from what is published.',
  moreChanges: 'And {0} more changes.',
  map: 'Map',
  noFigures: 'This area has no figures of its own. Choose another.',
  moreIndicators: 'And {0} more indicators in the download.',
  unpublished: 'Not published yet.',
  published: 'Published now',
  fresh: 'New',
};

export const isEnglish = (): boolean => document.documentElement.lang.startsWith('en');
export const textsOfPage = (): Texts => (isEnglish() ? EN : VI);

/** `{0}` and `{1}` filled in. */
export const filled = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
