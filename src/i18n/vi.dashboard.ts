/** The Vietnamese texts of the dashboard; they come with its module. */
export const viDashboard = {
  dashboardAll: 'Cả nước',
  dashboardBack: 'Quay lại địa bàn ban đầu',
  dashboardHint:
    'Chọn một địa bàn trên bản đồ hoặc trong bảng xếp hạng để xem số liệu của địa bàn đó.',
  dashboardShown: 'Đang xem: {area}',
};
