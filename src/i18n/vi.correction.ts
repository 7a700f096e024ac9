/** The Vietnamese words of a corrected figure; they come with `correction-text.ts`. */
export const viCorrection = {
  corrected: 'Đã đính chính ngày {date}',
  correctedFrom: 'Đã đính chính ngày {date}; số đã công bố trước đó: {was}',
};
