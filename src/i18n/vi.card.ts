/** The Vietnamese texts of the KPI card; they come with its module. */
export const viCard = {
  change: '{change} so với {date}',
  close: 'Đóng',
  sparkline: 'Biểu đồ: {first} ({firstDate}) đến {last} ({lastDate})',
};
