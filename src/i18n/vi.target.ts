/** The Vietnamese words of a target and of a figure that is missing; they come with the widgets that show one figure or a goal. */
export const viTarget = {
  exceeded: 'Vượt chỉ tiêu',
  lastKnown: 'Số gần nhất: {figure} ({date})',
  met: 'Đạt chỉ tiêu',
  progress: 'Tiến độ so với chỉ tiêu',
  shareOfTarget: '{share} chỉ tiêu',
  target: 'Chỉ tiêu {n}',
  under: 'Chưa đạt chỉ tiêu',
};
