/** The Vietnamese texts of the parts of the map that load on demand. */

export const viDrill = {
  allCountry: 'Cả nước',
  breadcrumb: 'Vị trí trên bản đồ',
  openArea: 'Xem bản đồ {area}',
};

export const viOtherBasemaps = {
  amongNamed: 'Chỉ tính các địa bàn mà nguồn nêu.',
  archipelagoAdded: '{names} do bản đồ vẽ thêm, vì tệp ranh giới không có.',
  bordersFrom: 'Ranh giới: {source}',
  geoFailed: 'Không dùng được tệp ranh giới; bản đồ được vẽ dạng ô lưới.',
  noBorder: '{n} đơn vị chưa có ranh giới nên không hiện trên bản đồ; số liệu có trong bảng.',
  noBorderNames: '{n} đơn vị chưa có ranh giới trên bản đồ: {names}.',
};

export const viRollUp = {
  rolledUp:
    'Tổng cộng từ số liệu của các tỉnh, thành phố trước ngày 01/7/2025; chỉ cộng số tuyệt đối khi mọi đơn vị cùng có số liệu.',
};

export const viSearch = {
  noMatch: 'Không tìm thấy địa bàn',
  results: '{n} kết quả',
  searchWithin: 'thuộc {area}',
};
