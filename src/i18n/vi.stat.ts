/** The Vietnamese texts of the figure in a sentence; they come with its module. */
export const viStat = {
  newer: 'Xem số liệu mới nhất',
  newest: 'Số liệu mới nhất: {figure}',
};
