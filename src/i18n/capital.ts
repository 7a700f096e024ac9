/** A text with a capital first letter: where a phrase of the middle of a sentence begins a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
