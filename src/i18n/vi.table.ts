/** The Vietnamese texts of the table view and of the CSV; they come with it. */
export const viTable = {
  columnArea: 'Địa bàn',
  columnDate: 'Thời điểm',
  columnFigure: 'Số liệu',
  columnIndicator: 'Chỉ số',
  columnNote: 'Ghi chú',
  columnPlace: 'Thứ bậc',
  columnSource: 'Nguồn',
  columnTarget: 'Chỉ tiêu',
  tableCut: 'Bảng chỉ hiển thị {n} dòng đầu trong tổng số {total} dòng; tệp tải về có đầy đủ.',
};
