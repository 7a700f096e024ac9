/** The Vietnamese words of a change since the figure before; they come with `change-text.ts`. */
export const viChange = {
  fall: 'giảm {n}',
  improved: 'tốt hơn',
  noChange: 'không đổi',
  rankDown: 'giảm {n} bậc',
  rankUp: 'tăng {n} bậc',
  rise: 'tăng {n}',
  worsened: 'kém hơn',
};
