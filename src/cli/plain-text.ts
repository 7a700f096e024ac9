/** Foreign text for a terminal: control characters and marks of direction are shown, never obeyed. */

const UNSAFE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text with `\u001b` in place of the character; line ends stay. */
export const plainText = (text: string): string =>
  text.replace(UNSAFE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
