/** Which language a text seems to be in, by its letters. */

/** Letters that Vietnamese has and English, French or German do not. */
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** `vi` or `en`; undefined where there is too little text to tell. */
export function seemsToBe(text: string): 'vi' | 'en' | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 200) return undefined;
  const share = (text.normalize('NFC').match(VIETNAMESE)?.length ?? 0) / letters;
  if (share > 0.08) return 'vi';
  return share < 0.01 ? 'en' : undefined;
}
