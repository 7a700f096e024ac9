/**
 * The workbook: its sheets and columns, in the words that a clerk reads. Everything that names a
 * column (the template, the reader, the guide sheet, the docs) takes it from here.
 */

import { HEADERS } from '../tables/headers.js';
import { REGISTERS } from './columns.registers.js';
import {
  APPROX,
  EVENTS,
  LEVELS,
  PACE,
  ROLES,
  STATUS,
  type Column,
  type SheetKey,
  type SheetPlan,
} from './columns.types.js';

export * from './columns.types.js';

const area: Column = {
  key: 'area',
  header: 'Địa bàn',
  help: 'Chọn trong danh sách, hoặc gõ tên có hay không có chữ “xã, phường, tỉnh”, có hay không dấu, hoặc mã.',
  required: true,
  list: 'areas',
  width: 26,
  also: HEADERS.area,
};

const figureColumns: readonly Column[] = [
  { ...area },
  {
    key: 'indicator',
    header: 'Chỉ số',
    help: 'Chọn trong danh sách. Thêm chỉ số mới ở trang “Chỉ số”.',
    required: true,
    list: 'indicators',
    width: 38,
    also: HEADERS.indicator,
  },
  {
    key: 'at',
    header: 'Thời điểm',
    help: 'Thời điểm mà con số mô tả, không phải ngày nhập: 20/11/2026; tháng 8/2026; quý III/2026; 6 tháng đầu năm 2026; năm 2025. Thêm chữ “khoảng” nếu nguồn không ghi rõ.',
    required: true,
    width: 20,
    also: HEADERS.at,
  },
  {
    key: 'approx',
    header: 'Mức độ (hơn, gần, khoảng)',
    help: 'Để trống nếu là số chính xác; nếu không: hơn, gần, khoảng.',
    choices: APPROX,
    width: 12,
    also: ['Từ chỉ mức'],
  },
  {
    key: 'value',
    header: 'Giá trị',
    help: 'Số đếm: 45.895 hoặc 45895. Tỷ lệ: 98,5 hoặc 98,5%. Chưa có thì để trống hoặc ghi “Chưa có”. Không ghi 0 thay cho chưa có.',
    width: 14,
    also: HEADERS.value,
  },
  { key: 'from', header: 'Từ', help: 'Đầu dưới của một khoảng: với “5 đến 8” là 5.', width: 9 },
  {
    key: 'to',
    header: 'Đến',
    help: 'Đầu trên của một khoảng: với “5 đến 8” là 8. Để trống nghĩa là “trở lên”.',
    width: 9,
  },
  { key: 'num', header: 'Tử số', help: 'Với 51/63 tỉnh: 51.', width: 9, also: HEADERS.num },
  { key: 'den', header: 'Mẫu số', help: 'Với 51/63 tỉnh: 63.', width: 9, also: HEADERS.den },
  {
    key: 'target',
    header: 'Chỉ tiêu',
    help: 'Chỉ tiêu được giao của chính chỉ số này ở thời điểm này.',
    width: 11,
    also: HEADERS.target,
  },
  {
    key: 'status',
    header: 'Tình trạng',
    help: 'Để trống là số chính thức.',
    choices: STATUS,
    width: 16,
  },
  {
    key: 'source',
    header: 'Nguồn',
    help: 'Mã hoặc tên tài liệu ở trang “Nguồn”. Để trống là nguồn đầu tiên của trang đó.',
    list: 'sources',
    width: 22,
  },
  {
    key: 'note',
    header: 'Ghi chú',
    help: 'Lời của nguồn mà con số không nói hết, ví dụ “vượt 30% so với chỉ tiêu được giao”.',
    width: 30,
  },
  {
    key: 'reason',
    header: 'Lý do đính chính',
    help: 'Chỉ ghi khi sửa một con số đã công bố. Số cũ và ngày đính chính được tự động giữ lại.',
    width: 26,
  },
];

const campaign: Column = {
  key: 'campaign',
  header: 'Chiến dịch',
  help: 'Mã hoặc tên chiến dịch ở trang “Chiến dịch”.',
  required: true,
  list: 'campaigns',
  width: 24,
};

export const SHEETS: readonly SheetPlan[] = [
  {
    key: 'figures',
    name: 'Số liệu',
    file: 'so-lieu',
    help: 'Mỗi dòng một con số: của địa bàn nào, chỉ số gì, ở thời điểm nào. Giữ các dòng cũ để có lịch sử; không ghi đè tháng trước.',
    columns: figureColumns,
  },
  {
    key: 'teams',
    name: 'Tổ',
    file: 'to',
    help: 'Mỗi dòng một tổ. Liên hệ ở đây là của tổ, không phải của cá nhân.',
    columns: [
      {
        key: 'id',
        header: 'Mã tổ',
        help: 'Mã do cơ quan đặt, giữ nguyên qua các lần cập nhật. Để trống thì lấy theo tên và địa bàn.',
        width: 18,
      },
      { key: 'name', header: 'Tên tổ', help: 'Tên đầy đủ.', required: true, width: 40 },
      {
        key: 'level',
        header: 'Cấp',
        help: 'Cấp xã hay cấp thôn.',
        required: true,
        choices: LEVELS,
        width: 20,
      },
      { ...area, help: 'Xã, phường, đặc khu của tổ.', width: 24 },
      {
        key: 'hamlet',
        header: 'Thôn, tổ dân phố',
        help: 'Với tổ cấp thôn: tên thôn, bản, ấp, khu phố.',
        width: 22,
      },
      { key: 'parent', header: 'Tổ cấp trên', help: 'Mã hoặc tên tổ cấp xã.', width: 26 },
      {
        key: 'founded',
        header: 'Ngày thành lập',
        help: '20/11/2022, tháng 11/2022 hoặc năm 2022.',
        width: 16,
      },
      {
        key: 'members',
        header: 'Số thành viên',
        help: 'Số người. Một khoảng “5-8” thì gõ vào ô đã định dạng chữ này.',
        width: 14,
      },
      { key: 'zalo', header: 'Zalo của tổ', help: 'Địa chỉ https://zalo.me/…', width: 26 },
      {
        key: 'phone',
        header: 'Điện thoại của tổ',
        help: 'Số của tổ hoặc của nhà văn hóa, không phải số riêng của một người.',
        width: 18,
      },
      { key: 'email', header: 'Thư điện tử của tổ', help: 'Hộp thư của tổ.', width: 26 },
      { key: 'place', header: 'Nơi gặp', help: 'Ví dụ: Nhà văn hóa thôn 3.', width: 26 },
      { key: 'note', header: 'Ghi chú', help: 'Ví dụ: Trực chiều thứ Bảy.', width: 26 },
    ],
  },
  {
    key: 'people',
    name: 'Người trong tổ',
    file: 'nguoi',
    help: 'Họ tên chỉ được công bố khi có ngày người đó đồng ý. Không ghi số điện thoại hay thư điện tử riêng: hãy ghi liên hệ của tổ ở trang “Tổ”.',
    columns: [
      {
        key: 'team',
        header: 'Tổ',
        help: 'Mã hoặc tên tổ ở trang “Tổ”.',
        required: true,
        list: 'teams',
        width: 34,
        also: ['Mã tổ', 'Tên tổ'],
      },
      {
        key: 'role',
        header: 'Vai trò',
        help: 'Tổ trưởng, tổ phó, thành viên, cộng tác viên.',
        required: true,
        choices: ROLES,
        width: 16,
      },
      {
        key: 'count',
        header: 'Số người',
        help: 'Khi một dòng nói về nhiều người, ví dụ 5 thành viên.',
        width: 10,
      },
      { key: 'label', header: 'Chức danh', help: 'Ví dụ: Bí thư Đoàn thanh niên xã.', width: 28 },
      { key: 'name', header: 'Họ và tên', help: 'Để trống nếu không công bố tên.', width: 26 },
      {
        key: 'consent',
        header: 'Ngày đồng ý công bố tên',
        help: 'Ngày người đó đồng ý bằng văn bản hoặc hình thức kiểm chứng được. Thiếu ngày này thì tên không được công bố.',
        width: 22,
      },
    ],
  },
  {
    key: 'campaigns',
    name: 'Chiến dịch',
    file: 'chien-dich',
    help: 'Mỗi dòng một chiến dịch, đợt cao điểm.',
    columns: [
      {
        key: 'id',
        header: 'Mã chiến dịch',
        help: 'Chữ không dấu, số và dấu gạch: cao-diem-92-ngay.',
        required: true,
        width: 22,
      },
      { key: 'name', header: 'Tên chiến dịch', help: 'Tên đầy đủ.', required: true, width: 38 },
      { ...area, help: 'Địa bàn thực hiện. Để trống là địa bàn công bố.', required: false },
      { key: 'start', header: 'Ngày bắt đầu', help: '01/6/2026', required: true, width: 14 },
      { key: 'end', header: 'Ngày kết thúc', help: '31/8/2026', required: true, width: 14 },
      { key: 'basis', header: 'Căn cứ', help: 'Ví dụ: Kế hoạch số 170/KH-UBND.', width: 28 },
      {
        key: 'highlights',
        header: 'Chỉ số nổi bật',
        help: 'Các chỉ số nêu riêng, cách nhau bằng dấu chấm phẩy.',
        width: 30,
      },
    ],
  },
  {
    key: 'goals',
    name: 'Chỉ tiêu chiến dịch',
    file: 'chi-tieu',
    help: 'Mỗi dòng một chỉ tiêu của một chiến dịch.',
    columns: [
      campaign,
      {
        key: 'indicator',
        header: 'Chỉ số',
        help: 'Chọn trong danh sách.',
        required: true,
        list: 'indicators',
        width: 38,
      },
      { key: 'target', header: 'Chỉ tiêu', help: 'Mức phải đạt.', required: true, width: 12 },
      { key: 'due', header: 'Hạn', help: 'Ngày phải đạt.', width: 14 },
      { key: 'baseline', header: 'Mức ban đầu', help: 'Kết quả khi bắt đầu.', width: 12 },
      {
        key: 'pace',
        header: 'Cách theo dõi',
        help: '“Theo kế hoạch từng ngày” vẽ đường kế hoạch và nói vượt hay chậm so với kế hoạch.',
        choices: PACE,
        width: 24,
      },
    ],
  },
  {
    key: 'progress',
    name: 'Tiến độ chiến dịch',
    file: 'tien-do',
    help: 'Mỗi dòng một kết quả của chiến dịch: của cả địa bàn hoặc của từng đơn vị, theo thời gian.',
    columns: [
      campaign,
      ...figureColumns.map((c) =>
        c.key === 'area'
          ? { ...c, required: false, help: `${c.help} Để trống là địa bàn của chiến dịch.` }
          : c,
      ),
    ],
  },
  {
    key: 'events',
    name: 'Mốc, hoạt động',
    file: 'moc-hoat-dong',
    help: 'Các mốc thời gian và hoạt động của chiến dịch.',
    columns: [
      campaign,
      {
        key: 'type',
        header: 'Loại',
        help: 'Mốc (có ngày), hoạt động hay bài học kinh nghiệm.',
        required: true,
        choices: EVENTS,
        width: 14,
      },
      { key: 'title', header: 'Nội dung', help: 'Một câu ngắn.', required: true, width: 44 },
      { key: 'at', header: 'Thời điểm', help: 'Bắt buộc với một mốc.', width: 16 },
      { key: 'url', header: 'Địa chỉ trang', help: 'https://…', width: 30 },
    ],
  },
  {
    key: 'services',
    name: 'Dịch vụ',
    file: 'dich-vu',
    help: 'Những việc các tổ hướng dẫn người dân làm.',
    columns: [
      {
        key: 'id',
        header: 'Mã dịch vụ',
        help: 'Chữ không dấu: vneid, dvc-quoc-gia. Để trống thì lấy theo tên.',
        width: 18,
      },
      {
        key: 'name',
        header: 'Tên dịch vụ',
        help: 'Ví dụ: Cổng Dịch vụ công quốc gia.',
        required: true,
        width: 34,
      },
      { key: 'about', header: 'Giới thiệu', help: 'Một câu: làm được việc gì.', width: 44 },
      { key: 'url', header: 'Địa chỉ trang', help: 'https://…', width: 30 },
      {
        key: 'indicator',
        header: 'Chỉ số',
        help: 'Con số về mức sử dụng, nếu có.',
        list: 'indicators',
        width: 34,
      },
      { ...area, required: false, help: 'Để trống là địa bàn công bố.' },
      {
        key: 'until',
        header: 'Ngừng từ ngày',
        help: 'Với dịch vụ đã ngừng: ngày cuối cùng.',
        width: 14,
      },
    ],
  },
  ...REGISTERS,
];

/** The plan of a sheet of the workbook. */
export const planOf = (key: SheetKey): SheetPlan =>
  SHEETS.find((sheet) => sheet.key === key) as SheetPlan;

/** The lines of the sheet "Thông tin": one setting a line. */
export const INFO_SHEET = { name: 'Thông tin', file: 'thong-tin' } as const;
export const INFO_LINES: readonly Column[] = [
  {
    key: 'area',
    header: 'Địa bàn công bố',
    help: 'Tỉnh, thành phố, xã… mà bảng này nói về.',
    required: true,
  },
  {
    key: 'edition',
    header: 'Đơn vị hành chính',
    help: 'Tên và mã địa bàn trong bảng này là của đơn vị hành chính trước hay từ 01/7/2025.',
    required: true,
    also: ['Danh mục hành chính'],
    choices: {
      'từ 01/7/2025 (34 đơn vị cấp tỉnh)': '2025',
      'trước 01/7/2025 (63 đơn vị cấp tỉnh)': '2008',
    },
  },
  { key: 'term', header: 'Tên gọi của tổ', help: 'Ví dụ: Tổ công nghệ số cộng đồng.' },
  {
    key: 'reportDay',
    header: 'Ngày báo cáo hằng tháng',
    help: 'Ví dụ 20. Để trống nếu không công bố.',
  },
  { key: 'reportTo', header: 'Nơi nhận báo cáo', help: 'Ví dụ: UBND xã.' },
];
export const GUIDE_SHEET = 'Hướng dẫn';
export const EXAMPLE_SHEET = 'Ví dụ';
