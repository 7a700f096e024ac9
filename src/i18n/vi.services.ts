/** The Vietnamese texts of the service guide; loaded with it. */
export const viServices = {
  listUpdated: 'Danh mục cập nhật ngày {date}',
  qrAll: 'Hiển thị tất cả mã QR',
  qrHide: 'Ẩn mã QR',
  qrHideAll: 'Ẩn tất cả mã QR',
  qrOf: 'Mã QR của {name}, mở {host}',
  qrShow: 'Mã QR',
  serviceOpen: 'Mở {name} ({host})',
  serviceRetired: 'Ngừng sau ngày {date}',
  serviceUntil: 'Dùng đến hết ngày {date}',
  servicesBack: 'Quay lại danh mục',
  servicesEmpty: 'Chưa có nội dung hướng dẫn cho địa bàn này',
  servicesTitle: 'Nội dung hướng dẫn người dân, {area}',
};
