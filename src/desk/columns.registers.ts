/** The sheets that the others refer to: areas, indicators, sources. */
import { BETTER, KINDS, YES, type SheetPlan } from './columns.types.js';

export const REGISTERS: readonly SheetPlan[] = [
  {
    key: 'areas',
    name: 'Địa bàn',
    file: 'dia-ban',
    help: 'Xã, phường, thôn của địa bàn công bố. Dòng của tỉnh, thành phố có sẵn để chọn trong danh sách, không cần sửa.',
    columns: [
      {
        key: 'code',
        header: 'Mã',
        help: 'Mã đơn vị hành chính (xã: 5 chữ số). Để trống thì lấy mã chính thức theo tên và loại, nếu danh mục đơn vị hành chính có.',
        width: 12,
      },
      {
        key: 'name',
        header: 'Tên',
        help: 'Tên không kèm chữ “xã, phường”: An Khê.',
        required: true,
        width: 28,
      },
      {
        key: 'kind',
        header: 'Loại',
        help: 'xã, phường, đặc khu…',
        required: true,
        choices: KINDS,
        width: 18,
      },
      {
        key: 'parent',
        header: 'Trực thuộc',
        help: 'Tên hoặc mã đơn vị cấp trên. Để trống là địa bàn công bố.',
        width: 26,
      },
    ],
  },
  {
    key: 'indicators',
    name: 'Chỉ số',
    file: 'chi-so',
    help: 'Các con số được đo. Sửa định nghĩa cho đúng cách tính của địa phương; thêm dòng cho chỉ số mới.',
    columns: [
      {
        key: 'id',
        header: 'Mã chỉ số',
        help: 'Chữ không dấu, số, dấu chấm: payment.online. Không đổi mã đã công bố.',
        required: true,
        width: 20,
      },
      { key: 'name', header: 'Tên', help: 'Tên hiện trên trang.', required: true, width: 44 },
      { key: 'nameEn', header: 'Tên tiếng Anh', help: 'Không bắt buộc.', width: 34 },
      { key: 'unit', header: 'Đơn vị tính', help: 'tổ, người, %…', width: 12 },
      { key: 'unitEn', header: 'Đơn vị tiếng Anh', help: 'Không bắt buộc.', width: 14 },
      {
        key: 'better',
        header: 'Chiều hướng tốt',
        also: ['Chiều tốt'],
        help: 'Chỉ ghi khi rõ ràng; nếu không, để trống.',
        choices: BETTER,
        width: 20,
      },
      {
        key: 'sum',
        header: 'Cộng được theo địa bàn',
        also: ['Cộng dồn được'],
        help: 'Có: số của cấp trên bằng tổng các đơn vị. Tỷ lệ và thứ hạng thì không.',
        choices: YES,
        width: 14,
      },
      {
        key: 'of',
        header: 'Xếp hạng trong số',
        help: 'Chỉ với thứ hạng: tổng số đơn vị được xếp, ví dụ 34.',
        width: 14,
      },
      { key: 'decimals', header: 'Số chữ số thập phân', help: 'Ví dụ 1 để hiện 98,5.', width: 14 },
      {
        key: 'definition',
        header: 'Định nghĩa',
        help: 'Cách tính, để người đọc xem được.',
        width: 60,
      },
    ],
  },
  {
    key: 'sources',
    name: 'Nguồn',
    file: 'nguon',
    help: 'Tài liệu mà số liệu lấy ra. Trang luôn hiện nguồn dưới mỗi con số.',
    columns: [
      {
        key: 'id',
        header: 'Mã nguồn',
        help: 'Chữ không dấu, ngắn: bc-2026-08.',
        required: true,
        width: 18,
      },
      {
        key: 'title',
        header: 'Tên tài liệu',
        help: 'Ví dụ: Báo cáo số 12/BC-UBND.',
        required: true,
        width: 44,
      },
      { key: 'publisher', header: 'Cơ quan công bố', help: 'Ví dụ: UBND tỉnh.', width: 30 },
      { key: 'url', header: 'Địa chỉ trang', help: 'https://…', width: 36 },
      {
        key: 'sample',
        header: 'Số liệu minh họa',
        help: 'Có: mọi con số của nguồn này hiện chữ “Số liệu minh họa”.',
        choices: YES,
        width: 16,
      },
    ],
  },
];
