/** The Vietnamese texts of widgets that have nothing to show; they come with those that have such a sentence. */
export const viEmpty = {
  emptyArea: 'Chưa có số liệu về “{indicator}” của địa bàn được yêu cầu',
  emptyAtOf: 'Nguồn không có số liệu {date} về “{indicator}” của {area}',
  emptyIndicator: 'Nguồn không có chỉ số được yêu cầu',
  emptyIndicatorOf: 'Nguồn số liệu của {area} không có chỉ số được yêu cầu',
};
