/** The Vietnamese words of a change since the figure before; they come with `change-text.ts`. */
export const viChange = {
  fall: 'giảm {n}',
  improved: 'chuyển biến tốt',
  noChange: 'không đổi',
  rankDown: 'giảm {n} bậc',
  rankUp: 'tăng {n} bậc',
  rise: 'tăng {n}',
  worsened: 'chuyển biến kém',
};
