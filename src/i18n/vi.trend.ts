/** The Vietnamese texts of the trend; they come with its module. */
export const viTrend = {
  trendBreak:
    'sắp xếp lại đơn vị hành chính, còn 34 tỉnh, thành phố; số liệu trước và sau có thể không cùng địa bàn',
  trendChoice: 'Chỉ số',
  trendFailed: 'Không tải được số liệu: {names}.',
  trendFirstLast: '{first} ({firstDate}); {last} ({lastDate})',
  trendMissing: 'Chưa có số liệu: {names}.',
  trendNamed: '{name}: {text}',
  trendOf: 'Diễn biến số liệu, {area}',
  trendOnly: '{figure} ({date})',
};
