/** The Vietnamese texts of the table view that its first version did not have; they come with it. */
export const viTable = {
  columnIndicator: 'Chỉ số',
  columnPlace: 'Thứ bậc',
};
